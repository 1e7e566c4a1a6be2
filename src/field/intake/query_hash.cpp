#include "intake/query_hash.hpp"

#include "intake/touched.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <unordered_map>
#include <vector>

namespace kith::intake {
namespace {
using enum Field;

struct Looks {
    std::string_view rule;
    std::array<Field, 4> at;  ///< Field::row: no more
};

/// The values that a rule looks at, where they are few. A rule that is not here is taken to look at the whole row, so that an answer never
/// outlives what it was about.
constexpr auto looks = std::to_array<Looks>({
    {"K-NAME-1", {family_name}}, {"K-NAME-2", {given_name}}, {"K-DOB-1", {date_of_birth}},
    {"K-START-3", {start_date}}, {"K-START-5", {start_date, date_of_birth}}, {"K-START-6", {start_date}}, {"K-START-7", {start_date}},
    {"K-END-3", {end_date}}, {"K-ROLE-1", {role}}, {"K-ROLE-4", {role, terms_from, start_date}}, {"K-SECTOR-2", {sector, role}},
    {"K-CONTRACT-3", {contract, fte}}, {"K-CONTRACT-4", {contract, start_date, end_date}}, {"K-CONTRACT-5", {contract, end_date}},
    {"K-CONTRACT-6", {contract, fte}}, {"K-FTE-4", {fte, hours}}, {"K-FTE-5", {fte, contract}}, {"K-HOURS-2", {hours, fte}},
    {"K-HOURS-3", {hours, average_hours}}, {"K-ORG-4", {end_date}}, {"K-SETTING-3", {setting, terms_from, start_date}},
    {"K-LOCALITY-2", {locality, setting}}, {"K-REF-5", {family_name, given_name}}, {"K-REF-7", {family_name, given_name, date_of_birth}},
    {"K-FTE-3", {fte, start_date, end_date}}, {"K-LAST-11", {family_name, given_name, date_of_birth}},
});

constexpr auto whose = std::to_array<Field>({organisation, workplace, staff_reference, engagement_reference});

/// Columns by number, those of the record first, then those that the rule looks at.
std::vector<std::size_t> columns_for(std::string_view rule, const files::CsvTable& table, const ColumnPlaces& places)
{
    std::vector<std::size_t> columns;
    const auto add = [&](Field field) {
        if (field != row && places.has(field)) columns.push_back(places.of(field));
    };
    for (const auto field : whose) add(field);
    const auto found = std::ranges::find(looks, rule, &Looks::rule);
    if (found != looks.end()) {
        for (const auto field : found->at) add(field);
        return columns;
    }
    const auto secret = places.has(national_insurance_number) ? places.of(national_insurance_number) : ColumnPlaces::absent;
    const auto mended = table.column(mend_column);
    for (std::size_t at = 0; at < table.header().size(); ++at) {
        if (at != secret && at != mended) columns.push_back(at);
    }
    return columns;
}
}  // namespace

std::string query_of(std::span<const std::string_view> pieces)
{
    std::string text;
    for (const auto piece : pieces) text += fmt::format("{}:{}|", piece.size(), piece);
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
    std::string hex;
    for (const auto byte : hash) hex += fmt::format("{:02x}", byte);
    return hex;
}

void key_queries(returns::Findings& findings, const workforce::NumberKeeper& numbers)
{
    if (!numbers.mark) return;
    for (auto& finding : findings)
        if (!finding.query.empty()) finding.query = numbers.mark(finding.query);
}

void mark_queries(returns::Findings& findings, const files::CsvTable& table, const Profile& profile, const ColumnPlaces& places,
                  const std::optional<access::OrganisationId>& organisation, const std::set<std::string_view>& doubtful)
{
    const auto rows = std::views::iota(std::size_t{0}, table.rows());
    const auto line_of = [&table](std::size_t at) { return static_cast<std::int64_t>(table.line(at)); };
    const auto whom = organisation ? std::to_string(organisation->value()) : std::string{"several"};
    std::unordered_map<std::string, std::vector<std::size_t>> columns_of;
    for (auto& finding : findings) {
        if (finding.line == 0 || !doubtful.contains(finding.rule)) continue;
        const auto at = std::ranges::lower_bound(rows, finding.line, {}, line_of);  // rows stand in the order of their lines
        if (at == rows.end() || line_of(*at) != finding.line) continue;
        const auto [columns, is_new] = columns_of.try_emplace(finding.rule);
        if (is_new) columns->second = columns_for(finding.rule, table, places);
        std::vector<std::string_view> pieces{finding.rule, profile.id, whom};
        for (const auto column : columns->second) {
            pieces.push_back(table.header()[column]);
            pieces.push_back(table.cell(*at, column));
        }
        finding.query = query_of(pieces);
    }
}

namespace {
/// What the register holds of the values that the rule looks at; where it looks at the whole row, of the one that the finding stands at.
std::string held_values(const returns::Finding& finding, const StaffFile& file)
{
    std::set<std::string_view> values;
    const auto found = std::ranges::find(looks, std::string_view{finding.rule}, &Looks::rule);
    if (found != looks.end()) {
        for (const auto field : found->at) values.insert(held_as(field));
    } else if (const auto column = file.table.column(finding.column)) {
        for (std::size_t field = 1; field < file.places.place.size(); ++field)
            if (file.places.place[field] == *column) values.insert(held_as(static_cast<Field>(field)));
    }
    values.erase(std::string_view{});
    return fmt::format("{}", fmt::join(values, " "));
}
}  // namespace

void mark_subjects(returns::Findings& findings, const StaffFile& file, const workforce::NumberKeeper& numbers)
{
    if (!numbers.mark) return;
    for (auto& finding : findings) {
        if (finding.query.empty()) continue;
        const auto row = std::ranges::lower_bound(file.rows, finding.line, {}, [](const StaffRow& one) { return static_cast<std::int64_t>(one.line); });
        if (row == file.rows.end() || row->line != finding.line || !row->organisation || !row->staff_reference) continue;
        finding.looks_at = held_values(finding, file);
        if (!finding.looks_at.empty()) finding.subject = subject_of((*row->organisation)->id, *row->staff_reference, numbers);
    }
}

}  // namespace kith::intake
