#include "partnership/organisation_file.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <set>

namespace kith::partnership {

namespace {

using files::CsvTable;

bool has_columns(const CsvTable& table, std::initializer_list<std::string_view> names)
{
    return std::ranges::all_of(names, [&](auto name) { return table.column(name).has_value(); });
}

/// One row being read: cells by column name, and the findings it gives.
class RowReader {
public:
    RowReader(const CsvTable& table, std::size_t row, std::vector<FileFinding>& findings) : table_(table), row_(row), findings_(findings) {}

    std::string text(std::string_view column) const
    {
        auto place = table_.column(column);
        return place ? std::string{table_.cell(row_, *place)} : std::string{};
    }
    std::int64_t line() const { return static_cast<std::int64_t>(table_.line(row_)); }
    void error(std::string column, std::string rule, std::string message)
    {
        findings_.push_back({line(), std::move(column), std::move(rule), FileSeverity::error, std::move(message)});
        good_ = false;
    }
    void warn(std::string column, std::string rule, std::string message)
    {
        findings_.push_back({line(), std::move(column), std::move(rule), FileSeverity::warning, std::move(message)});
    }
    /// The code in the column, held against those known.
    std::string code(std::string_view column, const std::vector<std::string>& known, std::string rule)
    {
        auto code = text(column);
        if (!code.empty() && !known.empty() && std::ranges::find(known, code) == known.end()) {
            error(std::string{column}, std::move(rule), fmt::format("There is no {} with this code. Use a code from the list", column));
        }
        return code;
    }
    bool is_good() const { return good_; }

private:
    const CsvTable& table_;
    std::size_t row_;
    std::vector<FileFinding>& findings_;
    bool good_ = true;
};

std::optional<std::int64_t> headcount(RowReader& row)
{
    auto text = row.text("expected_headcount");
    if (text.empty()) return std::nullopt;
    std::int64_t number = 0;
    auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem == std::errc{} && end == text.data() + text.size()) return number;
    row.warn("expected_headcount", "P-ORG-5", "Expected number of staff must be a whole number, such as 42. It is left as it was");
    return std::nullopt;
}

std::optional<Date> opening_day(RowReader& row)
{
    auto text = row.text("opened_on");
    if (text.empty()) return std::nullopt;
    if (auto day = Date::parse_any(text)) return *day;
    row.warn("opened_on", "P-ORG-6", "Opening date must be a date that exists, such as 27/3/2026. It is left as it was");
    return std::nullopt;
}

std::string column_for(std::string_view field, std::string_view code_column)
{
    return std::string{field == "code" ? code_column : field};
}

}  // namespace

bool is_organisation_file(const CsvTable& table)
{
    return has_columns(table, {"organisation_code", "name", "kind", "ownership", "sector"});
}

bool is_setting_file(const CsvTable& table)
{
    return has_columns(table, {"organisation", "setting_code", "name", "kind"});
}

OrganisationFile read_organisations(const CsvTable& table, const KnownCodes& known)
{
    OrganisationFile file{.rows = static_cast<std::int64_t>(table.rows())};
    std::set<std::string> seen;
    for (std::size_t place = 0; place < table.rows(); ++place) {
        RowReader row{table, place, file.findings};
        Organisation organisation{.code = row.text("organisation_code"), .name = row.text("name")};
        organisation.sector = row.code("sector", known.sectors, "P-ORG-3");
        organisation.kind = row.code("kind", known.organisation_kinds, "P-ORG-3");
        organisation.expected_headcount = headcount(row);
        organisation.opened_on = opening_day(row);
        if (auto ownership = parse_ownership(row.text("ownership"))) {
            organisation.ownership = *ownership;
        } else {
            row.error("ownership", "P-ORG-4", "Ownership must be public or pvi");
        }
        auto good = checked(organisation);
        if (!good) row.error(column_for(good.error().field, "organisation_code"), "P-ORG-1", good.error().message);
        if (!seen.insert(organisation.code).second) {
            row.error("organisation_code", "P-ORG-2", "This code stands in an earlier row too. Give each organisation one row");
        }
        if (row.is_good()) file.organisations.push_back({row.line(), *good});
    }
    return file;
}

SettingFile read_settings(const CsvTable& table, const KnownCodes& known)
{
    SettingFile file{.rows = static_cast<std::int64_t>(table.rows())};
    std::set<std::pair<std::string, std::string>> seen;
    std::map<std::string, std::string> locality_names;
    for (std::size_t place = 0; place < table.rows(); ++place) {
        RowReader row{table, place, file.findings};
        SettingRow read{.line = row.line(), .organisation_code = row.text("organisation"), .locality_code = row.text("locality_code"),
                        .locality_name = row.text("locality_name")};
        read.setting = {.code = row.text("setting_code"), .name = row.text("name"), .postcode = row.text("postcode")};
        read.setting.kind = row.code("kind", known.setting_kinds, "P-SET-3");
        if (read.organisation_code.empty()) row.error("organisation", "P-SET-4", "Enter the code of the organisation whose setting this is");
        auto good = checked(read.setting);
        if (!good && good.error().field == "postcode") {
            row.warn("postcode", "P-SET-5", good.error().message + ". It is left as it was");
            read.setting.postcode.clear();
            good = checked(read.setting);
        }
        if (!good) row.error(column_for(good.error().field, "setting_code"), "P-SET-1", good.error().message);
        if (!seen.insert({read.organisation_code, read.setting.code}).second) {
            row.error("setting_code", "P-SET-2", "This organisation has a setting of this code in an earlier row. Give each setting one row");
        }
        if (!read.locality_code.empty()) {
            auto [name, is_first] = locality_names.emplace(read.locality_code, read.locality_name);
            if (!is_first && name->second != read.locality_name && !read.locality_name.empty()) {
                row.warn("locality_name", "P-SET-6", "An earlier row has another name for this locality. The earlier name is taken");
            }
            read.locality_name = name->second;
        }
        if (!row.is_good()) continue;
        read.setting = *good;
        file.settings.push_back(std::move(read));
    }
    return file;
}

std::string organisation_template()
{
    return "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on\r\n";
}

std::string setting_template()
{
    return "organisation,setting_code,name,kind,locality_code,locality_name,postcode\r\n";
}

PartnershipPlan plan_for(const OrganisationFile& file, const HeldPartnership& held)
{
    PartnershipPlan plan;
    for (const auto& row : file.organisations) {
        auto found = held.organisations.find(row.organisation.code);
        if (found == held.organisations.end()) {
            plan.new_organisations.push_back(row.organisation);
            continue;
        }
        auto next = row.organisation;
        next.id = found->second.id;
        next.public_id = found->second.public_id;
        next.closed_on = found->second.closed_on;
        if (!next.expected_headcount) next.expected_headcount = found->second.expected_headcount;
        if (!next.opened_on) next.opened_on = found->second.opened_on;
        if (next == found->second) {
            ++plan.unchanged;
        } else {
            plan.changed_organisations.push_back(std::move(next));
        }
    }
    return plan;
}

namespace {

void plan_localities(const SettingFile& file, const HeldPartnership& held, PartnershipPlan& plan)
{
    std::set<std::string> seen;
    for (const auto& row : file.settings) {
        if (row.locality_code.empty() || !seen.insert(row.locality_code).second) continue;
        auto found = held.localities.find(row.locality_code);
        auto name = row.locality_name;
        if (found == held.localities.end()) {
            plan.new_localities.push_back({.code = row.locality_code, .name = name.empty() ? row.locality_code : name});
        } else if (!name.empty() && name != found->second.name) {
            plan.changed_localities.push_back(found->second);
            plan.changed_localities.back().name = name;
        }
    }
}

}  // namespace

PartnershipPlan plan_for(SettingFile& file, const HeldPartnership& held)
{
    PartnershipPlan plan;
    plan_localities(file, held, plan);
    for (const auto& row : file.settings) {
        if (!held.organisations.contains(row.organisation_code)) {
            file.findings.push_back({row.line, "organisation", "P-SET-7", FileSeverity::error,
                                     "There is no organisation with this code. Hand in the organisations first, or mend the code"});
            continue;
        }
        auto found = held.settings.find({row.organisation_code, row.setting.code});
        if (found == held.settings.end()) {
            plan.new_settings.push_back({row.setting, row.organisation_code, row.locality_code});
            continue;
        }
        auto next = found->second;
        next.name = row.setting.name;
        next.kind = row.setting.kind;
        if (!row.setting.postcode.empty()) next.postcode = row.setting.postcode;
        auto locality = held.localities.find(row.locality_code);
        const bool moves = !row.locality_code.empty() && (locality == held.localities.end() || next.locality != locality->second.id);
        if (next == found->second && !moves) {
            ++plan.unchanged;
        } else {
            plan.changed_settings.push_back({std::move(next), row.organisation_code, row.locality_code});
        }
    }
    return plan;
}

}  // namespace kith::partnership
