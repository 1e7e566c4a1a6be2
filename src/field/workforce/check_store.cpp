#include "workforce/check_store.hpp"

#include "base/text.hpp"
#include "workforce/staff_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace kith::workforce {
namespace {

/// The people asked for, as a condition on the record r.
std::string whom(const access::Reach& reach, const CheckFilter& filter)
{
    auto condition = reach.where({.organisation = "r.organisation_id", .locality = {}, .staff_record = "r.id"});
    if (filter.organisation) condition += fmt::format(" AND r.organisation_id = {}", filter.organisation->value());
    return condition;
}

constexpr std::string_view running = "e.ended_by IS NULL AND (e.ended_on IS NULL OR e.ended_on >= $1)";

PersonName name_of(const db::Row& row, std::string_view column) { return PersonName{row.get<std::optional<std::string>>(column).value_or("")}; }

/// The terms that hold on the day: the latest begun, else the first to come. Rows come by engagement and day.
void take(CheckedPerson& person, EngagementTerms terms, Date today, bool first)
{
    if (!first && terms.from_on > today) return;
    person.setting = terms.setting;
    person.jobs.front().terms = std::move(terms);
}

/// Each engagement with the person whose it is.
std::vector<CheckedPerson> people(db::Reader& reader, const std::string& condition, Date today)
{
    std::vector<CheckedPerson> all;
    std::int64_t engagement = 0;
    reader.each("SELECT r.id, r.public_id, r.organisation_id, r.reference AS own_reference, r.given_name, r.family_name, e.id AS engagement, e.started_on, " + terms_columns("t.") +
                    " FROM staff_record r JOIN engagement e ON e.staff_record_id = r.id JOIN engagement_terms t ON t.engagement_id = e.id AND t.ended_by IS NULL"
                    " WHERE r.ended_by IS NULL AND " + std::string{running} + " AND " + condition + " ORDER BY e.id, t.from_on",
                [&](const db::Row& row) {
                    const auto key = row.get<std::int64_t>("engagement");
                    const bool first = key != engagement;
                    engagement = key;
                    if (first)
                        all.push_back({.id = row.get<StaffRecordId>("id"), .public_id = row.get<PublicId>("public_id"), .organisation = row.get<OrganisationId>("organisation_id"),
                                       .reference = row.get<std::string>("own_reference"), .given_name = name_of(row, "given_name"), .family_name = name_of(row, "family_name"),
                                       .setting = {}, .jobs = {{.starts_on = row.get<Date>("started_on"), .terms = {}}}, .checks = {}});
                    take(all.back(), terms_of(row), today, first);
                },
                today);
    return all;
}

std::unordered_map<StaffRecordId, std::vector<Fact>> checks_of(db::Reader& reader, const std::string& condition)
{
    std::unordered_map<StaffRecordId, std::vector<Fact>> checks;
    reader.each("SELECT f.staff_record_id, " + fact_columns("f.") + " FROM staff_fact f JOIN staff_record r ON r.id = f.staff_record_id AND r.ended_by IS NULL"
                    " WHERE f.ended_by IS NULL AND f.kind = 'check' AND " + condition,
                [&](const db::Row& row) { checks[row.get<StaffRecordId>("staff_record_id")].push_back(fact_of(row)); });
    return checks;
}

/// One line for someone's jobs in one place.
void join_jobs(std::vector<CheckedPerson>& all)
{
    auto same_place = [](const CheckedPerson& person) { return std::tuple{person.id, person.setting}; };
    auto by_start = [&](const CheckedPerson& one, const CheckedPerson& other) {
        return std::tuple{same_place(one), one.jobs.front().starts_on} < std::tuple{same_place(other), other.jobs.front().starts_on};
    };
    std::ranges::stable_sort(all, by_start);
    std::vector<CheckedPerson> joined;
    joined.reserve(all.size());
    for (auto& person : all) {
        if (joined.empty() || same_place(joined.back()) != same_place(person)) joined.push_back(std::move(person));
        else joined.back().jobs.push_back(std::move(person.jobs.front()));
    }
    all = std::move(joined);
}

/// Names are folded once for each, not at every comparison.
void sort_by_name(std::vector<CheckedPerson>& all)
{
    using Key = std::tuple<bool, std::string, std::string, std::string>;
    std::vector<std::pair<Key, std::size_t>> keys;
    keys.reserve(all.size());
    for (const auto& person : all) {
        const auto& family = person.family_name.reveal();
        keys.emplace_back(Key{family.empty(), folded(family), folded(person.given_name.reveal()), person.reference}, keys.size());
    }
    std::ranges::sort(keys);
    std::vector<CheckedPerson> sorted;
    sorted.reserve(all.size());
    for (const auto& [key, at] : keys) sorted.push_back(std::move(all[at]));
    all = std::move(sorted);
}

}  // namespace

std::vector<CheckedPerson> people_to_check(db::Reader& reader, const access::Reach& reach, const CheckFilter& filter, Date today)
{
    const auto condition = whom(reach, filter);
    auto all = people(reader, condition, today);
    if (filter.nowhere) std::erase_if(all, [](const auto& person) { return person.setting.has_value(); });
    if (filter.setting) std::erase_if(all, [&](const auto& person) { return person.setting != filter.setting; });
    join_jobs(all);
    const auto checks = checks_of(reader, condition);
    for (auto& person : all)
        if (auto found = checks.find(person.id); found != checks.end()) person.checks = found->second;
    if (filter.by_name) sort_by_name(all);
    return all;
}

std::vector<OrganisationId> organisations_changed_after(db::Reader& reader, std::int64_t change_set)
{
    std::string sql = "SELECT organisation_id FROM staff_record WHERE made_by > $1 UNION SELECT organisation_id FROM staff_record WHERE ended_by > $1";
    for (const auto* column : {"made_by", "ended_by"}) {
        for (const auto* table : {"engagement", "staff_fact"})
            sql += fmt::format(" UNION SELECT r.organisation_id FROM {0} x JOIN staff_record r ON r.id = x.staff_record_id WHERE x.{1} > $1", table, column);
        sql += fmt::format(" UNION SELECT r.organisation_id FROM engagement_terms x JOIN engagement e ON e.id = x.engagement_id "
                           "JOIN staff_record r ON r.id = e.staff_record_id WHERE x.{} > $1", column);
    }
    std::vector<OrganisationId> organisations;
    reader.each(sql, [&](const db::Row& row) { organisations.push_back(row.at<OrganisationId>(0)); }, change_set);
    return organisations;
}

}  // namespace kith::workforce
