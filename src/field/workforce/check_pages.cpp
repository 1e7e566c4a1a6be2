#include "workforce/check_pages.hpp"

#include "access/read_log.hpp"
#include "base/text.hpp"
#include "partnership/organisation_register.hpp"
#include "web/page_number.hpp"
#include "workforce/check_feed.hpp"
#include "workforce/check_views.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace kith::workforce {
namespace {

/// The roles of someone's jobs, each once, in words.
std::vector<std::string> roles_of(const Sources& sources, const CheckedPerson& person)
{
    std::vector<std::string> roles;
    for (const auto& job : person.jobs) {
        const auto mapped = role_mapping(sources.packs)(job.terms.role_list, job.terms.role_code);
        const auto* role = sources.packs->list("roles").find(mapped.role);
        auto words = role == nullptr ? std::string{"Role not reported"} : role->label;
        if (std::ranges::find(roles, words) == roles.end()) roles.push_back(std::move(words));
    }
    return roles;
}

/// The lines of some people; those of one record of checks are few.
std::vector<CheckLine> lines_of(const Sources& sources, std::vector<CheckedPerson> people, const std::vector<partnership::Setting>& settings)
{
    std::unordered_map<SettingId, const partnership::Setting*> by_id;
    for (const auto& setting : settings) by_id.emplace(setting.id, &setting);
    std::vector<CheckLine> lines;
    for (auto& person : people) {
        auto roles = roles_of(sources, person);
        const auto setting = person.setting ? by_id.find(*person.setting) : by_id.end();
        auto record = record_for(person, *sources.packs);
        lines.push_back({.person = std::move(person), .roles = std::move(roles), .setting = setting == by_id.end() ? std::string{} : setting->second->name,
                         .record = std::move(record)});
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

web::Response one_place(web::Visit& visit, const Sources& sources, const std::string& name, const CheckFilter& filter, const partnership::Organisation& owner)
{
    const auto organisation = owner.id;
    const bool part = filter.setting.has_value() || filter.nowhere;
    const auto lines = lines_of(sources, people_to_check(visit.reader(), visit.reach(), filter, visit.today()), partnership::settings_of(visit.reader(), organisation));
    record_read(visit, lines);
    return visit.page({.title = "Record of checks", .heading = name, .caption = "Record of checks", .breadcrumbs = {{"Checks", "/checks"}}, .nav = "/staff", .wide = true},
                      check_page({.lines = lines, .packs = *sources.packs, .today = visit.today(), .printed_words = "As recorded in Kith on " + visit.today().in_words() + ".",
                                  .whole_href = part ? "/checks/organisations/" + owner.public_id.text() : std::string{}}));
}

constexpr int places_a_page = 50;

/// Every place within reach with its counts, those with most to do first.
std::vector<CheckPlace> places_within(web::Visit& visit, const Sources& sources)
{
    const auto counts = sources.checks->up_to_date(visit.reader(), visit.today());
    const auto all_settings = partnership::all_settings(visit.reader());
    std::unordered_map<SettingId, const partnership::Setting*> settings;
    std::map<std::pair<OrganisationId, std::string_view>, int> of_name;
    for (const auto& setting : all_settings) {
        settings.emplace(setting.id, &setting);
        ++of_name[{setting.organisation, setting.name}];
    }
    std::vector<CheckPlace> places;
    for (const auto& organisation : partnership::all_organisations(visit.reader())) {
        const auto of = counts->find(organisation.id);
        if (of == counts->end() || !visit.reach().covers(organisation.id)) continue;
        for (const auto& [id, counted] : *of->second) {
            const auto setting = id ? settings.find(*id) : settings.end();
            const bool whole = setting == settings.end();
            places.push_back({.name = whole ? organisation.name : setting->second->name, .organisation = organisation.name, .is_setting = !whole, .is_beside_whole = of->second->contains(std::nullopt),
                              .code = !whole && of_name[{organisation.id, setting->second->name}] > 1 ? setting->second->code : std::string{},
                              .href = whole ? "/checks/organisations/" + organisation.public_id.text() + "?setting=none" : "/checks/settings/" + setting->second->public_id.text(),
                              .counts = counted});
        }
    }
    std::ranges::stable_sort(places, std::ranges::greater{}, [](const CheckPlace& place) { return std::pair{place.counts.may_not, place.counts.passed}; });
    return places;
}

}  // namespace

web::Response list_checks(web::Visit& visit, const Sources& sources)
{
    auto places = places_within(visit, sources);
    const std::string search{clipped(trimmed(visit.request.query("search")), 100)};
    const auto key = folded(search);
    std::erase_if(places, [&](const CheckPlace& place) { return folded(place.name + " " + place.organisation).find(key) == std::string::npos; });
    CheckCounts all;
    for (const auto& place : places) all += place.counts;
    if (visit.house.reads != nullptr)  // a place of one person tells of that person
        visit.house.reads->record({.account = visit.viewer.account, .at = visit.now(), .kind = access::ReadKind::count, .route = visit.route().pattern, .organisations = {},
                                   .staff_records = {}, .count = all.people, .purpose = "checks counted by place"});
    const auto page = web::page_asked_for(visit.request, static_cast<std::int64_t>(places.size()), places_a_page);
    return visit.page({.title = "Checks", .nav = "/staff", .wide = true},
                      check_list({.places = page.part_of(places), .all = all, .search = search, .address = web::Address{"/checks"}.with("search", search), .page = page.page, .pages = page.pages}));
}

web::Response checks_of_setting(web::Visit& visit, const Sources& sources)
{
    const auto id = visit.public_id("setting");
    if (!id) return visit.problem(id.error());
    const auto setting = partnership::find_setting(visit.reader(), *id);
    if (!setting) return visit.problem(setting.error());
    if (!visit.reach().covers(setting->organisation)) return visit.problem({ProblemKind::not_found, {}, "Setting not found"});
    const auto owner = partnership::find_organisation(visit.reader(), setting->organisation);
    if (!owner) return visit.problem(owner.error());
    return one_place(visit, sources, setting->name, {.organisation = setting->organisation, .setting = setting->id}, *owner);
}

web::Response checks_of_organisation(web::Visit& visit, const Sources& sources)
{
    const auto id = visit.public_id("organisation");
    if (!id) return visit.problem(id.error());
    const auto organisation = partnership::find_organisation(visit.reader(), *id);
    if (!organisation) return visit.problem(organisation.error());
    if (!visit.reach().covers(organisation->id)) return visit.problem({ProblemKind::not_found, {}, "Organisation not found"});
    const bool nowhere = visit.request.query("setting") == "none";
    return one_place(visit, sources, organisation->name + (nowhere ? ", setting not reported" : ""), {.organisation = organisation->id, .setting = {}, .nowhere = nowhere}, *organisation);
}

}  // namespace kith::workforce
