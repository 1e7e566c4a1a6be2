#include "workforce/question_pages.hpp"

#include "base/text.hpp"
#include "partnership/organisation_register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kith::workforce {

HeadCountQuestion question_of(const web::Visit& visit, web::Form& form)
{
    const auto& request = visit.request;
    HeadCountQuestion question{.on = visit.today(), .localities = request.query_all("locality"), .sectors = request.query_all("sector"),
                               .roles = request.query_all("role"), .organisations = request.query_all("organisation"), .breadths = request.query_all("breadth"),
                               .contracts = request.query_all("contract")};
    if (auto on = form.optional_date("on", "Day"); !on) {
        form.add(on.error());
    } else {
        question.on = on->value_or(visit.today());
    }
    auto by = std::ranges::find(groupings(), request.query("by"), &Grouping::id);
    if (by != groupings().end()) question.by = by->column;
    return question;
}

HeadCountQuestion understood_or_said(HeadCountQuestion question, const Names& names, const tally::Table& table, web::Form& form)
{
    auto known = understood(question, names, table);
    auto say = [&](std::string_view field, std::string_view what, const std::vector<std::string>& asked, const std::vector<std::string>& kept) {
        for (const auto& value : asked) {
            if (value.empty() || std::ranges::find(kept, value) != kept.end()) continue;  // empty: a list of the form in which nothing is chosen
            form.add({ProblemKind::unacceptable, std::string{field}, fmt::format("There is no {} “{}” that you can ask about: take it off", what, clipped(value, 60))});
        }
    };
    say("locality", "locality", question.localities, known.localities);
    say("organisation", "organisation", question.organisations, known.organisations);
    say("sector", "sector", question.sectors, known.sectors);
    say("role", "role", question.roles, known.roles);
    say("breadth", "part of the workforce", question.breadths, known.breadths);
    say("contract", "contract", question.contracts, known.contracts);
    return known;
}

std::vector<partnership::Locality> localities_for(const access::Reach& reach, std::vector<partnership::Locality> all)
{
    if (reach.is_everything() || !reach.organisations().empty() || reach.localities().empty()) return all;
    std::erase_if(all, [&](const auto& locality) { return std::ranges::find(reach.localities(), locality.id) == reach.localities().end(); });
    return all;
}

void fill_day(web::Form& form, Date day)
{
    form.fill("on-day", std::to_string(day.day())).fill("on-month", std::to_string(day.month())).fill("on-year", std::to_string(day.year()));
}

std::vector<partnership::Organisation> organisations_for(web::Visit& visit, const tally::Table& table)
{
    auto organisations = partnership::organisations_within(visit.reader(), visit.reach());
    if (visit.reach().localities().empty()) return organisations;
    const tally::Query query{.on = visit.today(), .scope = scope_of(visit.reach(), table), .filters = {}, .by = {tally::Column::organisation}};
    std::set<std::string> keys;
    for (const auto& group : tally::count(table, query).groups) keys.insert(table.dictionary(tally::Column::organisation).text(group.codes[0]));
    for (const auto& organisation : organisations) keys.insert(tally_text(organisation.id));
    organisations = partnership::all_organisations(visit.reader());
    std::erase_if(organisations, [&](const auto& organisation) { return !keys.contains(tally_text(organisation.id)); });
    return organisations;
}

bool may_see_rows(const web::Visit& visit)
{
    using access::Permission;
    return visit.may(Permission::see_staff) && visit.reach(Permission::see_staff) == visit.reach(Permission::see_workforce_figures);
}

namespace {

/// Organisations with a setting in the localities that the question asks about, or with staff there on its day.
std::set<std::string> organisations_there(const HeadCountQuestion& question, const Names& names, const tally::Table& table, const std::vector<partnership::Setting>& settings)
{
    std::set<LocalityId> localities;
    for (const auto& locality : names.localities) {
        if (std::ranges::find(question.localities, locality.code) != question.localities.end()) localities.insert(locality.id);
    }
    std::set<std::string> keys;
    for (const auto& setting : settings) {
        if (setting.locality && localities.contains(*setting.locality) && setting.is_open(question.on)) keys.insert(tally_text(setting.organisation));
    }
    tally::Query query{.on = question.on, .scope = {.everything = true}, .filters = {}, .by = {tally::Column::organisation}};
    std::vector<tally::Code> codes;
    for (const auto locality : localities) {
        if (const auto code = table.dictionary(tally::Column::locality).find(tally_text(locality))) codes.push_back(*code);
    }
    query.keep(tally::Column::locality, std::move(codes));
    for (const auto& group : tally::count(table, query).groups) keys.insert(table.dictionary(tally::Column::organisation).text(group.codes[0]));
    return keys;
}

}  // namespace

figures::Coverage coverage_of(const HeadCountQuestion& question, const Names& names, const Snapshot& snapshot, const access::Reach& reach, Date today,
                              const std::vector<partnership::Setting>& settings)
{
    figures::Coverage coverage;
    const auto& chosen = question.organisations;
    const bool by_place = !question.localities.empty();
    const auto there = by_place ? organisations_there(question, names, snapshot.table, settings) : std::set<std::string>{};
    auto narrowed = question;
    narrowed.organisations.clear();
    const bool of_all_staff = !narrowed.is_narrowed() && question.on == today;
    const auto in_post = of_all_staff ? people_in_post(snapshot.table, question.on) : std::unordered_map<OrganisationId, std::int64_t>{};
    for (const auto& organisation : names.organisations) {
        if (!organisation.is_open(question.on)) continue;
        if (!chosen.empty() && std::ranges::find(chosen, organisation.code) == chosen.end()) continue;
        if (by_place && !there.contains(tally_text(organisation.id))) continue;
        const auto state = snapshot.organisations.find(organisation.id);
        ++coverage.organisations_all;
        if (state != snapshot.organisations.end() && state->second.records > 0) ++coverage.organisations_in;
        if (!of_all_staff || !organisation.expected_headcount || !reach.covers(organisation.id)) continue;
        if (auto people = in_post.find(organisation.id); people != in_post.end()) coverage.headcount_in += people->second;
        coverage.headcount_expected += *organisation.expected_headcount;
    }
    return coverage;
}

std::vector<figures::MappingUsed> mappings_used(const Snapshot& snapshot, const packs::Packs& packs)
{
    std::vector<figures::MappingUsed> used;
    for (const auto& list : snapshot.role_lists) {
        if (const auto* mapping = packs.mapping_between(list, "roles")) used.push_back({.name = mapping->name_and_day(), .version = mapping->dated.iso()});
    }
    return used;
}

}  // namespace kith::workforce
