#include "workforce/question_pages.hpp"

#include "partnership/organisation_register.hpp"

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

figures::Coverage coverage_of(const HeadCountQuestion& question, const Names& names, const Snapshot& snapshot, const access::Reach& reach)
{
    figures::Coverage coverage;
    const auto& chosen = question.organisations;
    const auto in_post = people_in_post(snapshot.table, question.on);
    for (const auto& organisation : names.organisations) {
        if (!organisation.is_open(question.on)) continue;
        if (!chosen.empty() && std::ranges::find(chosen, organisation.code) == chosen.end()) continue;
        const auto state = snapshot.organisations.find(organisation.id);
        ++coverage.organisations_all;
        if (state != snapshot.organisations.end() && state->second.records > 0) ++coverage.organisations_in;
        if (!organisation.expected_headcount || !reach.covers(organisation.id)) continue;
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
