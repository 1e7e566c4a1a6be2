#include "partnership/organisation_file.hpp"

#include "base/text.hpp"
#include "partnership/row_reader.hpp"

#include <set>

namespace kith::partnership {

namespace {

using files::CsvTable;

/// The numbers in columns that are named as a kind of number.
void read_number_columns(const RowReader& row, const KnownCodes& known, const std::string& organisation, const std::string& setting, std::vector<NumberRow>& numbers)
{
    for (const auto& kind : known.number_kinds) {
        auto number = row.text(kind);
        if (number.empty()) continue;
        numbers.push_back({.line = row.line(), .organisation = organisation, .setting = setting, .kind = kind, .number = std::move(number), .span = {}, .only_one = true, .column = kind});
    }
}

void read_parent(RowReader& row, const std::string& organisation, std::vector<LinkRow>& parents)
{
    auto parent = row.text("parent");
    if (parent.empty()) return;
    parents.push_back({.line = row.line(), .organisation = organisation, .other = std::move(parent), .kind = LinkKind::parent,
                       .span = {row.day("parent_from", "First day under the parent", "P-ORG-9"), {}}, .column = "parent"});
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
        organisation.expected_headcount = row.number("expected_headcount", "Expected number of staff", "P-ORG-5");
        organisation.opened_on = row.day("opened_on", "Opening date", "P-ORG-6");
        organisation.closed_on = row.day("closed_on", "Last day", "P-ORG-6");
        organisation.returns_every = row.optional_code("returns_every", known.return_frequencies, "P-ORG-7");
        organisation.contact = row.contact("P-ORG-8");
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
        if (!row.is_good()) continue;
        read_number_columns(row, known, good->code, {}, file.numbers);
        read_parent(row, good->code, file.parents);
        file.organisations.push_back({row.line(), *good});
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
        read.setting.opened_on = row.day("opened_on", "Opening date", "P-SET-8");
        read.setting.closed_on = row.day("closed_on", "Last day", "P-SET-8");
        read.setting.tier = row.optional_code("tier", known.tiers, "P-SET-9");
        read.setting.places = row.number("places", "Places", "P-SET-10");
        read.setting.deprivation_band = row.optional_code("deprivation_band", known.deprivation_bands, "P-SET-9");
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
        read_number_columns(row, known, read.organisation_code, good->code, file.numbers);
        file.settings.push_back(std::move(read));
    }
    return file;
}

std::string organisation_template(const KnownCodes& known)
{
    return "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on,closed_on,returns_every,contact_name,contact_job,contact_phone,contact_email,"
           "parent,parent_from" + (known.number_kinds.empty() ? "" : "," + joined(known.number_kinds, ",")) + "\r\n";
}

std::string setting_template(const KnownCodes& known)
{
    return "organisation,setting_code,name,kind,locality_code,locality_name,postcode,opened_on,closed_on,tier,places,deprivation_band"
        + (known.number_kinds.empty() ? "" : "," + joined(known.number_kinds, ",")) + "\r\n";
}

namespace {

/// What a file says of whom to ring; what it leaves empty stays.
WorkContact laid_over(WorkContact held, const WorkContact& said)
{
    if (!said.name.reveal().empty()) held.name = said.name;
    if (!said.job.empty()) held.job = said.job;
    if (!said.phone.reveal().empty()) held.phone = said.phone;
    if (!said.email.reveal().empty()) held.email = said.email;
    return held;
}

}  // namespace

std::int64_t DatedPlan::writes() const
{
    const auto of = [](const auto& planned) { return planned.added.size() + planned.changed.size(); };
    return static_cast<std::int64_t>(of(links) + of(numbers) + of(clusters) + of(cluster_settings) + of(teams) + of(members) + of(named_links));
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
        if (!next.closed_on) next.closed_on = found->second.closed_on;
        if (next.returns_every.empty()) next.returns_every = found->second.returns_every;
        next.contact = laid_over(found->second.contact, next.contact);
        if (!next.expected_headcount) next.expected_headcount = found->second.expected_headcount;
        if (!next.opened_on) next.opened_on = found->second.opened_on;
        if (next == found->second) {
            ++plan.unchanged;
        } else if (auto good = checked(next); !good) {
            plan.findings.push_back({row.line, column_for(good.error().field, "organisation_code"), "P-ORG-10", FileSeverity::error, good.error().message});
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
        if (row.setting.opened_on) next.opened_on = row.setting.opened_on;
        if (row.setting.closed_on) next.closed_on = row.setting.closed_on;
        if (!row.setting.tier.empty()) next.tier = row.setting.tier;
        if (row.setting.places) next.places = row.setting.places;
        if (!row.setting.deprivation_band.empty()) next.deprivation_band = row.setting.deprivation_band;
        auto locality = held.localities.find(row.locality_code);
        const bool moves = !row.locality_code.empty() && (locality == held.localities.end() || next.locality != locality->second.id);
        if (next == found->second && !moves) {
            ++plan.unchanged;
        } else if (auto good = checked(next); !good) {
            plan.findings.push_back({row.line, column_for(good.error().field, "setting_code"), "P-SET-11", FileSeverity::error, good.error().message});
        } else {
            plan.changed_settings.push_back({std::move(next), row.organisation_code, row.locality_code});
        }
    }
    return plan;
}

HeldPartnership expected_after(HeldPartnership held, const PartnershipPlan& plan, std::int64_t& last_id)
{
    for (auto locality : plan.new_localities) {
        locality.id = LocalityId{--last_id};
        held.localities.emplace(locality.code, std::move(locality));
    }
    for (auto organisation : plan.new_organisations) {
        organisation.id = OrganisationId{--last_id};
        held.organisations.emplace(organisation.code, std::move(organisation));
    }
    for (const auto& changed : plan.changed_organisations) held.organisations[changed.code] = changed;
    const auto lay = [&held](const PartnershipPlan::PlannedSetting& planned, SettingId id) {
        auto owner = held.organisations.find(planned.organisation_code);
        if (owner == held.organisations.end()) return;
        auto setting = planned.setting;
        setting.id = id;
        setting.organisation = owner->second.id;
        if (auto locality = held.localities.find(planned.locality_code); locality != held.localities.end()) setting.locality = locality->second.id;
        held.settings[{planned.organisation_code, setting.code}] = std::move(setting);
    };
    for (const auto& planned : plan.new_settings) lay(planned, SettingId{--last_id});
    for (const auto& planned : plan.changed_settings) lay(planned, planned.setting.id);
    return held;
}

}  // namespace kith::partnership
