#pragma once
// A kind of return small enough to read at a glance, for tests of the returns room: rows "reference,amount" of one organisation.
// An amount of "end" ends the thing; one over 100 is doubted; one that is no number is not taken.
#include "db/change_set.hpp"
#include "db/connection.hpp"
#include "db/dialect.hpp"
#include "files/csv_table.hpp"
#include "returns/desk.hpp"

#include <charconv>
#include <map>
#include <string>
#include <vector>

namespace kith::kit {

inline const db::RegisterTable& toy_table()
{
    static const db::RegisterTable table{"toy", {{"organisation_id", db::Kind::integer}, {"reference"}, {"amount", db::Kind::integer}}};
    return table;
}

inline void make_toy_table(db::Database& database)
{
    db::Writer writer{database};
    writer.connection().script(db::in_dialect(writer.engine(),
        "CREATE TABLE toy (row_id INTEGER PRIMARY KEY, id INTEGER NOT NULL, made_by INTEGER NOT NULL REFERENCES change_set (id), "
        "ended_by INTEGER REFERENCES change_set (id), salt BLOB, digest BLOB NOT NULL, organisation_id INTEGER NOT NULL, "
        "reference TEXT NOT NULL, amount INTEGER NOT NULL);"
        "CREATE UNIQUE INDEX toy_current ON toy (id) WHERE ended_by IS NULL;"
        "CREATE INDEX toy_made_by ON toy (made_by); CREATE INDEX toy_ended_by ON toy (ended_by);"));
    writer.commit();
}

struct ToyPlan {
    std::int64_t organisation = 0;
    std::vector<std::pair<std::string, std::int64_t>> added;
    std::map<std::int64_t, std::pair<std::string, std::int64_t>> changed;
    std::vector<std::int64_t> ended;
};

struct ToyHeld {
    std::int64_t id = 0;
    std::int64_t amount = 0;
};

inline std::map<std::string, ToyHeld> toys_held(db::Reader& reader, std::int64_t organisation)
{
    std::map<std::string, ToyHeld> held;
    for (const auto& row : reader.all("SELECT id, reference, amount FROM toy WHERE ended_by IS NULL AND organisation_id = $1", organisation)) {
        held[row.get<std::string>("reference")] = {row.get<std::int64_t>("id"), row.get<std::int64_t>("amount")};
    }
    return held;
}

inline void compare_toy_row(returns::Checked& checked, ToyPlan& plan, std::map<std::string, ToyHeld>& held, std::int64_t line,
                            const std::string& reference, const std::string& amount, std::map<std::string, int>& counts)
{
    const auto found = held.find(reference);
    std::int64_t number = 0;
    const bool is_number = std::from_chars(amount.data(), amount.data() + amount.size(), number).ptr == amount.data() + amount.size() && !amount.empty();
    if (amount != "end" && !is_number) {
        checked.findings.push_back({{}, line, "amount", "T-1", returns::Severity::error, "Amount must be a whole number, or \"end\""});
        if (found != held.end()) held.erase(found);
        return;
    }
    ++checked.can_take;
    if (number > 100) checked.findings.push_back({{}, line, "amount", "T-2", returns::Severity::warning, "Amount is over 100. Check it",
                                                   returns::hash_of("T-2:" + reference + ":" + amount), reference, "amount"});
    if (found == held.end()) {
        if (amount == "end") return;
        plan.added.emplace_back(reference, number);
        ++counts["new"];
        return;
    }
    if (amount == "end") plan.ended.push_back(found->second.id), ++counts["ended"];
    else if (found->second.amount != number) plan.changed[found->second.id] = {reference, number}, ++counts["changed"];
    else ++counts["unchanged"];
    held.erase(found);
}

inline returns::Checked check_toys(const returns::Handed& handed)
{
    returns::Checked checked;
    checked.format = "Toy return 1";
    const auto table = files::CsvTable::read(handed.file.bytes);
    if (!table) {
        checked.refusal = table.error().message;
        checked.findings.push_back({handed.file.name, 0, {}, "T-0", returns::Severity::error, checked.refusal});
        return checked;
    }
    ToyPlan plan{handed.organisation ? handed.organisation->value() : 0, {}, {}, {}};
    auto held = toys_held(handed.reader, plan.organisation);
    checked.difference.held = static_cast<std::int64_t>(held.size());
    std::map<std::string, int> counts;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        compare_toy_row(checked, plan, held, static_cast<std::int64_t>(table->line(row)), std::string{table->cell(row, 0)},
                        std::string{table->cell(row, 1)}, counts);
    }
    for (auto& finding : checked.findings) finding.file = handed.file.name;
    checked.rows = static_cast<std::int64_t>(table->rows());
    if (handed.organisation) checked.parts.push_back({*handed.organisation, checked.rows, checked.can_take});
    auto& difference = checked.difference;
    difference.headings = {{"new", "New toys", counts["new"], "They are added", {}},
                           {"changed", "Changed toys", counts["changed"], "They are changed", {}},
                           {"ended", "Ended toys", counts["ended"], "They are ended", {}},
                           {"unchanged", "Toys that stay as they are", counts["unchanged"], "Nothing is done", {}},
                           {"absent", "Toys not in this file", static_cast<std::int64_t>(held.size()), "They are left as they are", {}}};
    for (const auto& [reference, amount] : plan.added) {
        difference.headings[0].samples.push_back({2, reference, "Amount " + std::to_string(amount)});
        difference.fingerprint += "+" + reference + "=" + std::to_string(amount) + ";";
    }
    for (const auto& [id, to] : plan.changed) difference.fingerprint += "~" + std::to_string(id) + "=" + std::to_string(to.second) + ";";
    for (const auto id : plan.ended) difference.fingerprint += "-" + std::to_string(id) + ";";
    difference.writes = static_cast<std::int64_t>(plan.added.size() + plan.changed.size() + plan.ended.size());
    difference.ends = static_cast<std::int64_t>(plan.ended.size());
    for (const auto& [reference, amount] : plan.added) difference.seem_held += reference.starts_with("twin-") ? 1 : 0;
    difference.many_end = returns::is_more_than(difference.ends, difference.held, 5);
    checked.plan = std::move(plan);
    return checked;
}

inline returns::Accepted accept_toys(db::ChangeSet& change_set, const returns::Checked& checked, Instant)
{
    const auto& plan = std::any_cast<const ToyPlan&>(checked.plan);
    for (const auto& [reference, amount] : plan.added) {
        change_set.add(toy_table(), {{"organisation_id", plan.organisation}, {"reference", reference}, {"amount", amount}});
    }
    for (const auto& [id, to] : plan.changed) {
        change_set.replace(toy_table(), id, {{"organisation_id", plan.organisation}, {"reference", to.first}, {"amount", to.second}});
    }
    for (const auto id : plan.ended) change_set.end(toy_table(), id);
    return {checked.difference.writes, std::to_string(checked.difference.writes) + " toys written"};
}

inline std::vector<returns::Touched> toys_touched(db::Reader&, const returns::Checked& checked)
{
    std::vector<returns::Touched> touched;
    for (const auto& [id, to] : std::any_cast<const ToyPlan&>(checked.plan).changed) touched.push_back({to.first, "amount"});
    return touched;
}

inline returns::Kind toy_kind()
{
    returns::Kind kind;
    kind.id = "toy";
    kind.title = "Toy return";
    kind.lists_people = true;
    kind.guidance = "One row for each toy";
    kind.recognise = [](std::string_view start) { return start.starts_with("reference,amount"); };
    kind.check = check_toys;
    kind.accept = accept_toys;
    kind.touches = toys_touched;
    kind.annotate = [](const returns::File& file, const returns::Findings& findings) {
        return file.bytes + "What to mend: " + std::to_string(findings.size()) + "\r\n";
    };
    kind.templates = {{"toys.csv", "text/csv; charset=utf-8", "Toy return template (CSV)", [](db::Reader&) { return std::string{"reference,amount\r\n"}; }}};
    return kind;
}

/// Two organisations, 1 "ACORN" Acorn Nursery and 2 "BEECH" Beech School, and the toy kind.
inline returns::Desk toy_desk(const db::Database& database)
{
    const std::vector<returns::OrganisationName> all{
        {access::OrganisationId{1}, database.make_public_id(Instant{1'700'000'000}, 1), "ACORN", "Acorn Nursery"},
        {access::OrganisationId{2}, database.make_public_id(Instant{1'700'000'000}, 2), "BEECH", "Beech School"}};
    returns::Desk desk;
    desk.kinds = {toy_kind()};
    desk.organisations.list = [all](db::Reader&, const access::Reach& reach) {
        std::vector<returns::OrganisationName> within;
        for (const auto& organisation : all) {
            if (reach.covers(organisation.id)) within.push_back(organisation);
        }
        return within;
    };
    desk.organisations.find = [all](db::Reader&, std::string_view key) -> std::optional<returns::OrganisationName> {
        for (const auto& organisation : all) {
            if (organisation.code == key || organisation.public_id.text() == key) return organisation;
        }
        return std::nullopt;
    };
    return desk;
}

}  // namespace kith::kit
