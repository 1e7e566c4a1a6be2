#include "intake/held_already.hpp"

#include "base/text.hpp"
#include "intake/file_index.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_set>

namespace kith::intake {
namespace {

using Keys = std::unordered_set<std::string>;

/// What makes two records one person to whoever reads them; never shown. Empty where any of the three is not known.
std::string key_of(std::string_view given, std::string_view family, Date born)
{
    const auto given_key = folded(given);
    const auto family_key = folded(family);
    return given_key.empty() || family_key.empty() ? std::string{} : given_key + '\n' + family_key + '\n' + born.iso();
}

std::string key_of(const workforce::StaffRecord& record)
{
    return record.birth_date ? key_of(record.given_name.reveal(), record.family_name.reveal(), record.birth_date->reveal()) : std::string{};
}

std::string key_of(const StaffRow& row)
{
    return row.given_name && row.family_name && row.date_of_birth ? key_of(row.given_name.reveal(), row.family_name.reveal(), *row.date_of_birth) : std::string{};
}

/// The same by number, which names may have changed round. The keys of names have a line end in them elsewhere, so none is the other.
std::string key_of(const std::optional<NationalInsuranceNumber>& number)
{
    return number ? "\n" + std::string{number->without_suffix()} : std::string{};
}

bool works_on(const workforce::HeldStaffRecord& held, Date today)
{
    return std::ranges::any_of(held.engagements, [&](const auto& one) { return !one.engagement.ended_on || today <= *one.engagement.ended_on; });
}

/// References that the file has, in rows that are not taken too.
std::unordered_set<std::string_view> references_in_file(const AgainstRegister& against)
{
    std::unordered_set<std::string_view> references;
    for (const auto& row : against.file.rows)
        if (row.staff_reference && row.organisation && (*row.organisation)->id == against.organisation.id) references.insert(*row.staff_reference);
    return references;
}

/// Those who work there and whom the file does not name by the reference that is held.
Keys left_unnamed(const AgainstRegister& against)
{
    const auto in_file = references_in_file(against);
    Keys keys;
    for (const auto& held : against.view.records) {
        if (!works_on(held, against.today) || in_file.contains(held.record.reference)) continue;
        for (auto& key : {key_of(held.record), key_of(held.record.national_insurance)})
            if (!key.empty()) keys.insert(key);
    }
    return keys;
}

std::unordered_set<std::string_view> references_held(const AgainstRegister& against)
{
    std::unordered_set<std::string_view> references;
    for (const auto& held : against.view.records) references.insert(held.record.reference);
    return references;
}

std::int64_t people_in(const AgainstRegister& against, const std::vector<std::uint32_t>& rows)
{
    std::unordered_set<std::uint32_t> people;
    for (const auto at : rows) people.insert(against.index.records().group_of(at));
    return static_cast<std::int64_t>(people.size());
}

/// Rows of people who are new, and of those the ones that seem to be held.
struct NewRows {
    std::vector<std::uint32_t> all;
    std::vector<std::uint32_t> seem_held;
    std::vector<std::string_view> why;  ///< of each of them, completing "Somebody"
};

NewRows new_rows(const AgainstRegister& against)
{
    NewRows rows;
    if (against.file.profile->of != FileOf::jobs) return rows;
    const auto held = references_held(against);
    std::ranges::copy_if(against.rows, std::back_inserter(rows.all), [&](auto at) { return !held.contains(*against.file.rows[at].staff_reference); });
    if (rows.all.empty()) return rows;
    const auto unnamed = left_unnamed(against);
    for (const auto at : rows.all) {
        const auto& row = against.file.rows[at];
        const bool by_name = unnamed.contains(key_of(row));
        const bool by_number = !by_name && row.national_insurance_number && unnamed.contains(key_of(std::optional{*row.national_insurance_number}));
        if (!by_name && !by_number) continue;
        rows.seem_held.push_back(at);
        rows.why.push_back(by_name ? "of this name and date of birth" : "with this National Insurance number");
    }
    return rows;
}

}  // namespace

std::vector<Spoken> held_already(const AgainstRegister& against)
{
    std::vector<Spoken> spoken;
    const auto rows = new_rows(against);
    for (std::size_t place = 0; place < rows.seem_held.size(); ++place) spoken.push_back({rows.seem_held[place], std::string{rows.why[place]}});
    return spoken;
}

std::int64_t held_already_to_ask(const AgainstRegister& against)
{
    const auto rows = new_rows(against);
    const auto people = people_in(against, rows.seem_held);
    const bool few = people < against.limits[RuleLimit::least_new_but_held];
    return few || people * 100 < people_in(against, rows.all) * against.limits[RuleLimit::new_but_held] ? 0 : people;
}

}  // namespace kith::intake
