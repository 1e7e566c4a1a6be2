#include "intake/profile.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::intake {
namespace {
bool same_name(std::string_view one, std::string_view other) { return lower_ascii(one) == lower_ascii(other); }

/// QUALACH01, QUALACH01NOTES, QUALACH02 and so on, however many there are.
bool is_qualification_column(std::string_view column)
{
    return lower_ascii(column.substr(0, 7)) == "qualach";
}

void find_qualifications(const files::CsvTable& table, ColumnPlaces& places)
{
    constexpr int most = 99;
    for (int number = 1; number <= most; ++number) {
        auto at = table.column(fmt::format("QUALACH{:02}", number));
        bool runs_on = places.qualification_places.size() + 1 == static_cast<std::size_t>(number);
        if (at && runs_on) places.qualification_places.push_back(*at);
        else if (at) places.qualifications_have_a_gap = true;
    }
}
}  // namespace

std::span<const Profile* const> every_profile()
{
    static const std::array<const Profile*, 7> profiles{&kith_facts_profile(), &kith_staff_profile(), &adult_social_care_training(), &adult_social_care_staff(),
                                                        &adult_social_care_staff_2019(), &adult_social_care_workplaces(), &adult_social_care_workplaces_2019()};
    return profiles;
}

std::string_view Profile::column_of(Field field) const
{
    if (field == Field::achieved_qualification && of_adult_social_care) return "QUALACH01";  // the first of as many as a file has
    auto found = std::ranges::find(columns, field, &ProfileColumn::field);
    return found == columns.end() ? std::string_view{} : found->name;
}

const Profile* recognise(const files::Table& table)
{
    const auto has_column = [&](std::string_view name) { return table.column(name).has_value(); };
    for (const auto* profile : every_profile()) {
        bool told = profile->told_by.empty() || std::ranges::any_of(profile->told_by, has_column);
        if (told && std::ranges::all_of(profile->recognised_by, has_column)) return profile;
    }
    return nullptr;
}

const Profile* recognise_start(std::string_view bytes)
{
    const Profile* found = nullptr;
    files::has_header(bytes, [&](const files::Table& header) { return (found = recognise(header)) != nullptr; });
    return found;
}

ColumnPlaces places_in(const files::CsvTable& table, const Profile& profile)
{
    ColumnPlaces places;
    places.place.assign(static_cast<std::size_t>(Field::count_of_fields), ColumnPlaces::absent);
    std::vector<bool> used(table.header().size());
    for (const auto& column : profile.columns) {
        if (auto at = table.column(column.name)) {
            places.place[static_cast<std::size_t>(column.field)] = *at;
            used[*at] = true;
        } else if (column.needed || !column.further) {
            (column.needed ? places.missing_needed : places.missing_optional).emplace_back(column.name);
        }
    }
    if (profile.of_adult_social_care && profile.of == FileOf::jobs) find_qualifications(table, places);
    for (std::size_t at = 0; at < used.size(); ++at) {
        auto written = table.header()[at];
        if (used[at] || written.empty() || same_name(written, mend_column)) continue;
        if (std::ranges::find(places.qualification_places, at) != places.qualification_places.end()) continue;
        bool known = std::ranges::any_of(profile.not_taken, [&](auto other) { return same_name(written, other); }) ||
                     (profile.of_adult_social_care && is_qualification_column(written));
        (known ? places.not_taken : places.unknown).emplace_back(clipped(written, 60));
    }
    return places;
}

}  // namespace kith::intake
