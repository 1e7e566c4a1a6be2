#include "profile/absence.hpp"

#include "base/text.hpp"
#include "profile/guarded.hpp"
#include "profile/held.hpp"
#include "profile/rates.hpp"
#include "workforce/days_lost.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace kith::profile {

namespace {

using tally::Column;
using tally::Number;

/// What the year's returns say of days lost to sickness, record by record of the table.
struct Told {
    std::vector<std::int64_t> lost;  ///< thousandths of a day, by ordinal
    std::vector<std::uint8_t> straddles;
    /// Organisation and role of which days lost are reported of somebody: the social work census tells of one role, and says nothing of others.
    std::set<std::pair<tally::Code, tally::Code>> roles;

    bool tells_of(const tally::Table& table, std::size_t row) const { return roles.contains({table.codes(Column::organisation)[row], table.codes(Column::role)[row]}); }
};

void add_roles(Told& told, const tally::Table& table, std::size_t ordinal, Period year)
{
    const auto [first, last] = table.rows_of(ordinal);
    for (auto row = first; row < last; ++row) {
        const bool in_year = table.from_days()[row] <= year.to->days_since_epoch() && table.to_days()[row] >= year.from.days_since_epoch();
        if (in_year) told.roles.emplace(table.codes(Column::organisation)[row], table.codes(Column::role)[row]);
    }
}

Told told_of_the_year(const Ground& ground)
{
    const auto& table = ground.table();
    const auto& facts = ground.facts();
    const auto sickness = facts.codes().find("sickness");
    const Period year{ground.on().plus_years(-1).plus_days(1), ground.on()};
    std::vector<std::optional<workforce::DaysLost>> days(facts.details().size());  // once for each text, not for each fact
    for (tally::Code detail = 1; detail < days.size(); ++detail) days[detail] = workforce::DaysLost::parse(facts.details().text(detail));
    Told told{std::vector<std::int64_t>(table.records().size(), 0), std::vector<std::uint8_t>(table.records().size(), 0), {}};
    for (const auto& fact : facts.all()) {
        if (!is_of(fact, workforce::FactKind::absence) || !sickness || fact.code != *sickness) continue;
        if (!days[fact.detail] || fact.on == tally::not_given || fact.until == tally::not_given) continue;
        const auto lost = workforce::lost_within(*days[fact.detail], {Date::from_days(fact.on), Date::from_days(fact.until)}, year);
        const auto ordinal = lost ? table.ordinal_of(fact.record) : std::nullopt;
        if (!ordinal) continue;
        told.lost[*ordinal] += lost->thousandths;
        if (lost->straddles) told.straddles[*ordinal] = 1;
        add_roles(told, table, *ordinal, year);
    }
    return told;
}

/// Who counts, whatever is asked: employed on the day in a role of which their organisation reports days lost, with a full-time equivalent.
struct WhoCounts {
    tally::Derived records;             ///< 1: counts
    std::vector<std::size_t> main_row;  ///< of those who count: the job with the most hours, with which their days stand
};

bool counts(const tally::Table& table, const Told& told, std::size_t row)
{
    return table.numbers(Number::fte)[row] != tally::not_given && told.tells_of(table, row);
}

WhoCounts who_counts(const Ground& ground, const Told& told)
{
    const auto& table = ground.table();
    auto everyone = ground;
    everyone.query = {.on = ground.on(), .scope = {.everything = true}};
    WhoCounts who{{std::vector<tally::Code>(table.records().size(), 0), 1}, std::vector<std::size_t>(table.records().size(), 0)};
    const auto fte = table.numbers(Number::fte);
    for (auto row : tally::rows_counted(table, employed(everyone).query)) {
        if (!counts(table, told, row)) continue;
        const auto ordinal = table.ordinals()[row];
        auto& main = who.main_row[ordinal];
        if (who.records.of_record[ordinal] == 0 || fte[row] > fte[main]) main = row;
        who.records.of_record[ordinal] = 1;
    }
    return who;
}

struct Absent {
    Fte lost;
    Fte in_post;
    std::set<std::uint32_t> staff;  ///< ordinals

    std::int64_t people() const { return static_cast<std::int64_t>(staff.size()); }
};

/// The question's staff: those who count by role and in all, and those who do not.
struct Summed {
    std::map<tally::Code, Absent> roles;
    Absent all;
    std::set<std::uint32_t> without_fte, not_told;  ///< ordinals
    std::map<tally::Code, bool> organisations;      ///< true: some of its staff here count
    std::int64_t straddling = 0;                    ///< of those who count
};

Summed summed(const Ground& ground, const Told& told, const WhoCounts& who)
{
    const auto& table = ground.table();
    Summed sum;
    for (auto row : tally::rows_counted(table, employed(ground).query)) {
        const auto ordinal = table.ordinals()[row];
        auto& reports = sum.organisations[table.codes(Column::organisation)[row]];
        if (!counts(table, told, row)) {
            if (who.records.of_record[ordinal] == 0) (told.tells_of(table, row) ? sum.without_fte : sum.not_told).insert(ordinal);
            continue;
        }
        reports = true;
        if (!sum.all.staff.contains(ordinal)) sum.straddling += told.straddles[ordinal];
        for (auto* absent : {&sum.roles[table.codes(Column::role)[row]], &sum.all}) {
            absent->in_post += Fte::thousandths(table.numbers(Number::fte)[row]);
            if (who.main_row[ordinal] == row) absent->lost += Fte::thousandths(told.lost[ordinal]);
            absent->staff.insert(ordinal);
        }
    }
    return sum;
}

/// What the rate rests on and what it leaves out.
std::vector<std::string> notes_of(const Ground& ground, const Summed& sum)
{
    const auto reporting = std::ranges::count_if(sum.organisations, [](const auto& one) { return one.second; });
    const auto others = static_cast<std::int64_t>(sum.not_told.size()), without_fte = static_cast<std::int64_t>(sum.without_fte.size());
    std::vector<std::string> notes{fmt::format("{} of {} report days lost to sickness in the year to {}{}.", with_commas(reporting), counted(static_cast<std::int64_t>(sum.organisations.size()), "organisation", "organisations"), ground.on().in_words(),
                                               others > 0 ? "; " + counted(others, "member of staff of whose role none are reported is left out", "staff of whose role their organisation reports none are left out") : "")};
    if (without_fte > 0) notes.push_back(counted(without_fte, "member of staff reports no full-time equivalent and is", "staff report no full-time equivalent and are") + " left out.");
    if (sum.straddling > 0) notes.push_back(counted(sum.straddling, "member of staff has a period that begins before the year or ends after the day", "staff have a period that begins before the year or ends after the day") + ": the part of its days that falls within counts.");
    notes.push_back("Days lost are of those in post on the day: what leavers lost is not in it. Who has two jobs lost them in the one with the most hours. An organisation that reports some months of the year only shows too few.");
    notes.push_back("The published rate is defined for children and family social workers of local authorities: choose that role to compare with it.");
    return notes;
}

constexpr std::string_view published_role = "social_worker";

/// As this viewer is shown them: to the nearest ten where they see groups only, so that two questions that differ by a few do not tell of those few.
Fte shown_days(const Ground& ground, Fte lost)
{
    constexpr std::int64_t day = 1'000;
    return in_groups(ground, Guard::absence) ? Fte::thousandths(shown_part(ground, Guard::absence, (lost.thousandths() + day / 2) / day) * day) : lost;
}

}  // namespace

Panel absence_panel(const Ground& ground)
{
    const auto& told = ground.of_day->once("days lost", [&] { return told_of_the_year(ground); });
    const auto& who = ground.of_day->once("whose days lost count", [&] { return who_counts(ground, told); });
    const auto sum = summed(ground, told, who);
    Panel panel{.finding = "No organisation counted here reports days lost to sickness", .lines_are = "Role", .columns = {"Sickness absence rate", "Days lost in the year", "Full-time equivalent", "Staff"}, .lines = {}, .drawing = Drawing::bars, .headline = {}, .notes = notes_of(ground, sum), .withheld = {}, .records = {}};
    panel.headline = {.label = "sickness absence", .cell = rate_cell(std::nullopt), .rests_on = "no organisation counted here reports days lost"};
    if (sum.all.staff.empty()) return panel;
    auto within = ground.keeping(who.records, {1});
    within.measures_own = 1;
    if (auto why = why_withheld(within, Guard::absence)) {
        Panel nothing;
        nothing.withheld = std::move(*why);
        return nothing;
    }
    std::vector<std::pair<tally::Code, Absent>> order{sum.roles.begin(), sum.roles.end()};
    std::ranges::stable_sort(order, std::greater{}, [](const auto& line) { return line.second.in_post; });
    std::vector<std::int64_t> people;
    std::string among;
    for (const auto& [role, absent] : order) {
        const auto key = "role-" + std::to_string(role);
        const auto lost = shown_days(ground, absent.lost);
        const auto rate = absence_rate(lost, absent.in_post);
        const bool is_published = ground.text_of(Column::role, role) == published_role;
        panel.lines.push_back({.label = ground.label_of(Column::role, role), .key = key, .cells = {rate_cell(rate), fte_cell(lost), fte_cell(absent.in_post), count_cell(absent.people())}, .singled_out = is_published});
        people.push_back(absent.people());
        if (ground.rows_of == key) name_rows(panel, employed(within).keeping(Column::role, {role}), key);
        if (is_published && rate && order.size() > 1) among = fmt::format("; {}% of those of children and families social workers", rate->text());
    }
    if (in_groups(ground, Guard::absence)) {
        const auto hidden = hidden_groups(people);
        for (std::size_t line = 0; line < hidden.size(); ++line) {
            if (hidden[line] && panel.lines[line].singled_out) among.clear();
        }
        hide_lines(panel, hidden);
    }
    const auto lost = shown_days(ground, sum.all.lost);
    const auto rate = absence_rate(lost, sum.all.in_post);
    panel.finding = rate ? fmt::format("{}% of working days were lost to sickness in the year{}", rate->text(), among) : "Nobody counted here has a full-time equivalent";
    panel.headline = {.label = "sickness absence", .cell = rate_cell(rate), .rests_on = fmt::format("{} days lost, {} full-time equivalent of whom they are reported", lost.fixed(), sum.all.in_post.fixed())};
    return panel;
}

}  // namespace kith::profile
