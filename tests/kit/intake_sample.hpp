#pragma once
// A small area to read staff files against: two organisations, three settings, two localities, and a way to carry a plan out on a view
// in memory, so that differences can be tested without a database.
#include "intake/staff_difference.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace kith::kit {

inline Date day(std::string_view iso) { return Date::parse_iso(iso).value(); }

/// The built-in packs, with a short list in the place of each that a folder of packs may leave out.
inline packs::Packs packs_with_every_list()
{
    auto files = packs::built_in_files();
    const auto built_in = packs::built_in();
    const std::vector<std::pair<std::string, std::vector<std::string>>> wanted{
        {"sex", {"female", "male"}}, {"ethnicities", {"white_british", "not_known"}}, {"disability", {"yes", "no"}},
        {"starter_origins", {"health", "not_known"}}, {"leaving_reasons", {"resigned", "retired", "deceased"}},
        {"leaver_destinations", {"health", "not_known"}}, {"working_patterns", {"mon", "tue", "wed", "thu", "fri", "sat", "sun", "evenings", "weekends", "term_time"}},
        {"terms_sets", {"green_book", "teachers_pay"}}, {"pension_schemes", {"lgps", "teachers"}}, {"qualifications", {"one_degree", "another_degree"}},
        {"qualification_levels", {"3", "6"}}, {"professional_statuses", {"social_worker", "teacher"}}, {"skills", {"play", "music"}},
        {"skill_proficiency", {"basic", "expert"}}, {"languages", {"polish", "urdu"}}, {"language_proficiency", {"basic", "fluent"}},
        {"trainings", {"safeguarding", "first_aid"}},
        {"checks", {"identity", "right_to_work", "references", "criminal_record", "barred_list", "prohibition", "section_128", "overseas", "childcare_disqualification", "required_qualification"}},
        {"check_outcomes", {"clear", "pending"}}, {"asc-wds-2019-gender", {"1", "2", "3", "4"}}, {"asc-wds-2019-ethnicities", {"31", "32", "98", "99"}}, {"asc-wds-2019-disabled", {"0", "1", "2", "3"}},
        {"asc-wds-2019-recruitment-sources", {"1", "2", "7", "12", "16"}}};
    for (const auto& [id, codes] : wanted) {
        if (built_in.has_list(id)) continue;
        auto text = fmt::format("kind = \"code_list\"\nid = \"{0}\"\ntitle = \"{0}\"\ndated = 2026-11-01\nsource = \"a test\"\n", id);
        for (const auto& code : codes) text += fmt::format("[[code]]\ncode = \"{0}\"\nlabel = \"{0} label\"\n", code);
        files.push_back({"test_" + id + ".toml", text});
    }
    return packs::Packs::load(files).value();
}

inline const packs::Packs& sample_packs()
{
    static const packs::Packs packs = packs_with_every_list();
    return packs;
}

/// The first code of a list, or the one at a place.
inline std::string code_of(std::string_view list, std::size_t at = 0) { return sample_packs().list(list).codes()[at].code; }

inline constexpr access::OrganisationId oak{1};
inline constexpr access::OrganisationId elm{2};

/// OAK (settings OAK-1 in NORTH, OAK-OLD closed at the end of 2020) and ELM (ELM-1 in SOUTH); today is 1 November 2026.
inline intake::Surroundings sample_area(std::optional<access::OrganisationId> handed_in_for = oak, Date today = day("2026-11-01"))
{
    using namespace partnership;
    Organisation first, second;
    first.id = oak, first.code = "OAK", first.name = "Oak Trust";
    second.id = elm, second.code = "ELM", second.name = "Elm Trust", second.closed_on = day("2025-03-31");
    Locality north, south;
    north.id = LocalityId{1}, north.code = "NORTH", north.name = "North";
    south.id = LocalityId{2}, south.code = "SOUTH", south.name = "South";
    auto setting = [](std::int64_t id, access::OrganisationId owner, std::string code, LocalityId locality) {
        Setting made;
        made.id = SettingId{id}, made.organisation = owner, made.code = std::move(code), made.locality = locality;
        return made;
    };
    std::vector<Setting> settings{setting(1, oak, "OAK-1", north.id), setting(2, oak, "OAK-OLD", north.id), setting(3, elm, "ELM-1", south.id)};
    settings[1].closed_on = day("2020-12-31");
    return {sample_packs(), today, {first, second}, settings, {north, south}, handed_in_for};
}

/// The header of a Kith staff return and a row for it in which `changes` replace the plain values.
struct StaffCells {
    std::string organisation = "OAK", staff_reference = "A1", family_name = "Reyes", given_name = "Ana", date_of_birth = "1984-03-27",
                national_insurance_number = "", engagement_reference = "", role = "health_visitor", sector = "health", breadth = "core",
                contract = "permanent", fte = "0.6", hours = "", setting = "OAK-1", locality = "NORTH", start_date = "2019-04-01", end_date = "",
                terms_from = "";
};

inline const std::string staff_header =
    "organisation,staff_reference,family_name,given_name,date_of_birth,national_insurance_number,engagement_reference,role,sector,breadth,contract,fte,"
    "hours,setting,locality,start_date,end_date,terms_from\r\n";

inline std::string staff_line(const StaffCells& c)
{
    return fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\r\n", c.organisation, c.staff_reference, c.family_name, c.given_name,
                       c.date_of_birth, c.national_insurance_number, c.engagement_reference, c.role, c.sector, c.breadth, c.contract, c.fte, c.hours,
                       c.setting, c.locality, c.start_date, c.end_date, c.terms_from);
}

/// A file of plain rows with further columns, each row with its own cells: {"pay,pay_period", {"25900,year", "9,hour"}}.
inline std::string staff_file_with(std::string_view columns, const std::vector<std::pair<StaffCells, std::string>>& rows)
{
    auto text = staff_header.substr(0, staff_header.size() - 2) + "," + std::string{columns} + "\r\n";
    for (const auto& [cells, further] : rows) {
        auto line = staff_line(cells);
        text += line.substr(0, line.size() - 2) + "," + further + "\r\n";
    }
    return text;
}

inline std::string staff_file(const std::vector<StaffCells>& rows)
{
    auto text = staff_header;
    for (const auto& row : rows) text += staff_line(row);
    return text;
}

/// What the register would hold once the plan was carried out.
inline workforce::RegisterView carried_out(workforce::RegisterView view, const workforce::Plan& plan)
{
    using namespace workforce;
    static std::int64_t last_id = 1'000;
    auto held_engagement = [&](const NewEngagement& added) {
        HeldEngagement held{EngagementId{++last_id}, added.engagement, {}};
        for (const auto& terms : added.terms) held.terms.push_back({TermsId{++last_id}, terms});
        return held;
    };
    for (const auto& added : plan.new_records) {
        HeldStaffRecord held{StaffRecordId{++last_id}, added.record, {}};
        for (const auto& fact : added.facts) held.facts.push_back({FactId{++last_id}, fact});
        for (const auto& engagement : added.engagements) held.engagements.push_back(held_engagement(engagement));
        view.records.push_back(std::move(held));
    }
    for (auto& record : view.records) {
        for (const auto& changed : plan.changed_records)
            if (changed.id == record.id) record.record = changed.record;
        for (const auto& added : plan.added_facts)
            if (added.record == record.id) record.facts.push_back({FactId{++last_id}, added.fact});
        for (const auto& changed : plan.changed_facts)
            for (auto& held : record.facts)
                if (held.id == changed.id) held.fact = changed.fact;
        for (const auto& ended : plan.ended_facts) std::erase_if(record.facts, [&](const auto& held) { return held.id == ended; });
        for (const auto& added : plan.new_engagements)
            if (added.record == record.id) record.engagements.push_back(held_engagement(added.added));
        for (auto& engagement : record.engagements) {
            for (const auto& changed : plan.changed_engagements)
                if (changed.id == engagement.id) engagement.engagement = changed.engagement;
            for (const auto& added : plan.new_terms)
                if (added.engagement == engagement.id) engagement.terms.push_back({TermsId{++last_id}, added.terms});
            for (const auto& changed : plan.changed_terms)
                for (auto& terms : engagement.terms)
                    if (terms.id == changed.id) terms.terms = changed.terms;
        }
    }
    return view;
}

}  // namespace kith::kit
