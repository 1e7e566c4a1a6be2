#include "workforce/question_pages.hpp"

#include "partnership/organisation_register.hpp"
#include "workforce/tally_feed.hpp"

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

}  // namespace kith::workforce
