#pragma once
// For tests only: a small workforce built by hand, and the ground that measures are counted on. What a job leaves out is as a small nursery has it.
#include "profile/measure.hpp"
#include "workforce/staff_fact.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace kith::profile {

inline const packs::Packs& test_packs()
{
    static const auto packs = packs::built_in();
    return packs;
}

inline Date day_of(std::string_view iso) { return *Date::parse_iso(iso); }

inline const workforce::Names& test_names()
{
    static const workforce::Names names{test_packs(),
                                        {{.id = access::LocalityId{5}, .code = "E", .name = "Eastfield"}, {.id = access::LocalityId{6}, .code = "W", .name = "Westfield"}},
                                        {{.id = access::OrganisationId{1}, .code = "acorns", .name = "Acorns"}, {.id = access::OrganisationId{2}, .code = "brook", .name = "Brook"}, {.id = access::OrganisationId{3}, .code = "cedar", .name = "Cedar"}}};
    return names;
}

/// One stretch of work. Organisation 1 is Acorns, 2 Brook, 3 Cedar; locality 5 Eastfield, 6 Westfield.
struct TestJob {
    std::int64_t record = 0;
    std::int64_t person = 0;  ///< 0: the record's own
    std::string_view from = "2020-01-01";
    std::string_view to{};
    std::string_view organisation = "1";
    std::string_view locality = "5";
    std::string_view role = "nursery_worker";
    std::string_view sector = "early_years";
    std::string_view breadth = "core";
    std::string_view contract = "permanent";
    std::string_view setting{}, tier{}, pattern{}, pay_period{}, terms_set{}, pension_scheme{}, secondment{}, origin{}, reason{}, destination{};
    std::string_view sex{}, ethnicity{}, disability{};
    std::int64_t fte = 1000;  ///< thousandths; under nought: not reported
    std::int64_t hours = -1;  ///< hundredths
    std::int64_t pay = -1;    ///< pence
    std::int64_t caseload = -1;
    std::string_view born{};
};

/// One fact of a record.
struct TestFact {
    std::int64_t record = 0;
    workforce::FactKind kind = workforce::FactKind::qualification;
    std::string_view code{};
    std::string_view detail{};
    std::string_view on{};
    std::string_view until{};
};

class TestGround {
public:
    TestGround& add(const TestJob& job)
    {
        using tally::Column;
        using tally::Number;
        tally::Stretch row{.person = job.person == 0 ? job.record : job.person, .record = job.record, .engagement = ++engagements_, .from = day_of(job.from)};
        if (!job.to.empty()) row.to = day_of(job.to);
        const std::pair<Column, std::string_view> texts[] = {
            {Column::organisation, job.organisation}, {Column::setting, job.setting}, {Column::locality, job.locality}, {Column::sector, job.sector}, {Column::role, job.role}, {Column::breadth, job.breadth},
            {Column::contract, job.contract}, {Column::tier, job.tier}, {Column::pattern, job.pattern}, {Column::pay_period, job.pay_period}, {Column::terms_set, job.terms_set}, {Column::pension_scheme, job.pension_scheme},
            {Column::secondment, job.secondment}, {Column::origin, job.origin}, {Column::reason, job.reason}, {Column::destination, job.destination}, {Column::sex, job.sex}, {Column::ethnicity, job.ethnicity}, {Column::disability, job.disability}};
        for (const auto& [column, text] : texts) row.codes[place_of(column)] = dictionaries_[place_of(column)].add(text);
        const std::pair<Number, std::int64_t> numbers[] = {{Number::fte, job.fte}, {Number::hours, job.hours}, {Number::pay, job.pay}, {Number::caseload, job.caseload}};
        for (const auto& [number, value] : numbers) {
            if (value >= 0) row.numbers.set(number, value);
        }
        if (!job.born.empty()) row.numbers.set(Number::born, day_of(job.born).days_since_epoch());
        row.numbers.set(Number::started, day_of(job.from).days_since_epoch());
        rows_.push_back(row);
        return *this;
    }

    /// The same job for `count` records, the first as the job says.
    TestGround& add_many(std::int64_t count, TestJob job)
    {
        for (std::int64_t more = 0; more < count; ++more, ++job.record) add(job);
        return *this;
    }

    TestGround& know(const TestFact& fact)
    {
        auto day = [](std::string_view iso) { return iso.empty() ? tally::not_given : static_cast<std::int32_t>(day_of(iso).days_since_epoch()); };
        facts_.push_back({.record = fact.record, .kind = static_cast<std::uint8_t>(fact.kind), .code = fact_codes_.add(fact.code), .detail = details_.add(fact.detail), .on = day(fact.on), .until = day(fact.until)});
        return *this;
    }

    Ground on(std::string_view iso) const
    {
        auto snapshot = std::make_shared<workforce::Snapshot>();
        snapshot->table = tally::Table{rows_, dictionaries_};
        snapshot->facts = tally::Facts{facts_, fact_codes_, details_};
        snapshot->vacancies = vacancies;
        Ground ground{.snapshot = snapshot, .names = &test_names(), .query = {.on = day_of(iso), .scope = {.everything = true}}};
        ground.allowed.fill(Allowed::whole);
        ground.teams = std::make_shared<const std::vector<TeamMembers>>(teams);
        ground.around = std::make_shared<const Surroundings>(Surroundings{children, setting_names, setting_kinds, setting_bands});
        ground.era = day_of(iso) < day_of("2012-09-01") ? packs::Era::of_2009 : packs::Era::now;
        return ground;
    }

    std::vector<workforce::TalliedVacancy> vacancies;
    std::vector<TeamMembers> teams;
    std::vector<ChildCount> children;
    std::unordered_map<std::string, std::string> setting_names, setting_kinds, setting_bands;

private:
    std::vector<tally::Stretch> rows_;
    tally::Dictionaries dictionaries_;
    std::vector<tally::Fact> facts_;
    tally::Dictionary fact_codes_, details_;
    std::int64_t engagements_ = 0;
};

inline Panel panel_on(std::string_view id, const Ground& ground)
{
    const auto* row = find_measure(id);
    if (row == nullptr) {
        ADD_FAILURE() << "no measure " << id;
        return {};
    }
    return panel_of(*row, ground);
}

/// "Label: a | b | c" of each line, in order.
inline std::vector<std::string> lines_of(const Panel& panel)
{
    std::vector<std::string> lines;
    for (const auto& line : panel.lines) {
        lines.push_back(line.label + ":");
        for (std::size_t cell = 0; cell < line.cells.size(); ++cell) lines.back() += (cell == 0 ? " " : " | ") + line.cells[cell].words;
        EXPECT_EQ(line.cells.size(), panel.columns.size()) << line.label;
    }
    return lines;
}

/// The headline as its words, its label and what it rests on.
inline std::string headline_of(const Panel& panel)
{
    return panel.headline ? panel.headline->cell.words + " " + panel.headline->label + "; " + panel.headline->rests_on : "none";
}

inline bool notes_say(const Panel& panel, std::string_view words)
{
    for (const auto& note : panel.notes) {
        if (note.find(words) != std::string::npos) return true;
    }
    return false;
}

/// The records behind the line of that label.
inline std::vector<std::int64_t> rows_behind(std::string_view id, Ground ground, std::string_view label)
{
    for (const auto& line : panel_on(id, ground).lines) {
        if (line.label == label) ground.rows_of = line.key;
    }
    return panel_on(id, ground).records;
}

using Lines = std::vector<std::string>;
using Records = std::vector<std::int64_t>;

}  // namespace kith::profile
