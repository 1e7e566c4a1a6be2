#include "workforce/check_pages.hpp"

#include "access/read_log.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/check_views.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kith::workforce {
namespace {

/// The lines of some people; those of one record of checks are few.
std::vector<CheckLine> lines_of(const Sources& sources, std::vector<CheckedPerson> people, const std::vector<partnership::Setting>& settings)
{
    const auto roles = role_mapping(sources.packs);
    const auto& policy = sources.packs->limits("checks_policy");
    std::vector<CheckLine> lines;
    for (auto& person : people) {
        const auto mapped = roles(person.terms.role_list, person.terms.role_code);
        const auto* role = sources.packs->list("roles").find(mapped.role);
        auto setting = std::ranges::find_if(settings, [&](const auto& one) { return person.setting == one.id; });
        auto record = check_record({.role = mapped.role, .contract = person.terms.contract, .starts_on = person.starts_on}, person.checks, *sources.packs, policy);
        lines.push_back({.person = std::move(person), .role = role == nullptr ? "Role not reported" : role->label, .setting = setting == settings.end() ? std::string{} : setting->name, .record = std::move(record)});
    }
    return lines;
}

void record_read(web::Visit& visit, const std::vector<CheckLine>& lines)
{
    if (visit.house.reads == nullptr || lines.empty()) return;
    access::ReadEntry entry{.account = visit.viewer.account, .at = visit.now(), .kind = access::ReadKind::page, .route = visit.route().pattern, .organisations = {}, .staff_records = {},
                            .count = static_cast<std::int64_t>(lines.size()), .purpose = "checks"};
    std::set<OrganisationId> organisations;
    for (const auto& line : lines) {
        organisations.insert(line.person.organisation);
        entry.staff_records.push_back(line.person.public_id.text());
    }
    entry.organisations.assign(organisations.begin(), organisations.end());
    visit.house.reads->record(std::move(entry));
}

web::Response one_place(web::Visit& visit, const Sources& sources, const std::string& name, const CheckFilter& filter, OrganisationId organisation)
{
    const auto lines = lines_of(sources, people_to_check(visit.reader(), visit.reach(), filter, visit.today()), partnership::settings_of(visit.reader(), organisation));
    record_read(visit, lines);
    return visit.page({.title = "Record of checks", .heading = name, .caption = "Record of checks", .breadcrumbs = {{"Checks", "/checks"}}, .nav = "/staff", .wide = true},
                      check_page({.lines = lines, .packs = *sources.packs, .today = visit.today(), .printed_words = "As recorded in Kith on " + visit.today().in_words() + "."}));
}

}  // namespace

web::Response list_checks(web::Visit& visit, const Sources& sources)
{
    const auto settings = partnership::all_settings(visit.reader());
    const auto lines = lines_of(sources, people_to_check(visit.reader(), visit.reach(), {}, visit.today()), settings);
    std::map<std::pair<OrganisationId, std::optional<SettingId>>, std::vector<CheckLine>> by_place;
    for (const auto& line : lines) by_place[{line.person.organisation, line.person.setting}].push_back(line);
    std::vector<CheckPlace> places;
    for (const auto& organisation : partnership::all_organisations(visit.reader())) {
        for (auto found = by_place.lower_bound({organisation.id, std::nullopt}); found != by_place.end() && found->first.first == organisation.id; ++found) {
            const auto setting = std::ranges::find_if(settings, [&](const auto& one) { return found->first.second == one.id; });
            const bool whole = setting == settings.end();
            places.push_back({.name = whole ? organisation.name : setting->name, .organisation = whole ? std::string{} : organisation.name,
                              .href = whole ? "/checks/organisations/" + organisation.public_id.text() : "/checks/settings/" + setting->public_id.text(), .counts = counts_of(found->second, visit.today())});
        }
    }
    std::ranges::stable_sort(places, std::ranges::greater{}, [](const CheckPlace& place) { return std::pair{place.counts.may_not, place.counts.passed}; });
    return visit.page({.title = "Checks", .nav = "/staff", .wide = true}, check_list(places, counts_of(lines, visit.today())));
}

web::Response checks_of_setting(web::Visit& visit, const Sources& sources)
{
    const auto id = visit.public_id("setting");
    if (!id) return visit.problem(id.error());
    const auto setting = partnership::find_setting(visit.reader(), *id);
    if (!setting) return visit.problem(setting.error());
    if (!visit.reach().covers(setting->organisation)) return visit.problem({ProblemKind::not_found, {}, "Setting not found"});
    return one_place(visit, sources, setting->name, {.organisation = setting->organisation, .setting = setting->id}, setting->organisation);
}

web::Response checks_of_organisation(web::Visit& visit, const Sources& sources)
{
    const auto id = visit.public_id("organisation");
    if (!id) return visit.problem(id.error());
    const auto organisation = partnership::find_organisation(visit.reader(), *id);
    if (!organisation) return visit.problem(organisation.error());
    if (!visit.reach().covers(organisation->id)) return visit.problem({ProblemKind::not_found, {}, "Organisation not found"});
    return one_place(visit, sources, organisation->name, {.organisation = organisation->id, .setting = {}}, organisation->id);
}

}  // namespace kith::workforce
