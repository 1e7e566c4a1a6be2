// Handlers of "Who works here".
#include "access/read_log.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/head_count_views.hpp"
#include "workforce/measures.hpp"
#include "workforce/staff_pages.hpp"

#include <algorithm>
#include <set>

namespace kith::workforce {

namespace {

/// Everything one question of this page rests on.
struct Asked {
    std::shared_ptr<const Snapshot> snapshot;
    Names names;
    HeadCountQuestion question;
    web::Address address{"/who-works-here"};
    web::Form form;
    HeadCount count;
};

web::Address address_of(const HeadCountQuestion& question, Date today)
{
    web::Address address{"/who-works-here"};
    if (question.on != today) {
        address = address.with("on-day", std::to_string(question.on.day())).with("on-month", std::to_string(question.on.month())).with("on-year", std::to_string(question.on.year()));
    }
    if (question.by != tally::Column::sector) address = address.with("by", std::ranges::find(groupings(), question.by, &Grouping::column)->id);
    const std::pair<const char*, const std::vector<std::string>*> filters[] = {
        {"locality", &question.localities}, {"sector", &question.sectors}, {"role", &question.roles}, {"organisation", &question.organisations}, {"breadth", &question.breadths}};
    for (const auto& [name, codes] : filters) {
        for (const auto& code : *codes) address = address.with(name, code);
    }
    return address;
}

HeadCountQuestion question_of(const web::Visit& visit, web::Form& form)
{
    const auto& request = visit.request;
    HeadCountQuestion question{.on = visit.today(), .localities = request.query_all("locality"), .sectors = request.query_all("sector"),
                               .roles = request.query_all("role"), .organisations = request.query_all("organisation"), .breadths = request.query_all("breadth")};
    if (auto on = form.optional_date("on", "Day"); !on) {
        form.add(on.error());
    } else {
        question.on = on->value_or(visit.today());
    }
    auto by = std::ranges::find(groupings(), request.query("by"), &Grouping::id);
    if (by != groupings().end()) question.by = by->column;
    return question;
}

/// The organisations that the figures may name: those within reach, and for someone with a locality those whose staff work in it.
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

Asked ask(web::Visit& visit, const Sources& sources)
{
    auto snapshot = sources.feed->up_to_date(visit.reader());
    Asked asked{.snapshot = snapshot,
                .names = {*sources.packs, partnership::all_localities(visit.reader()), organisations_for(visit, snapshot->table)},
                .question = {},
                .form = web::Form{visit.request.target.query, {}},
                .count = {}};
    asked.question = understood(question_of(visit, asked.form), asked.names, asked.snapshot->table);
    asked.address = address_of(asked.question, visit.today());
    asked.form.fill("on-day", std::to_string(asked.question.on.day()));
    asked.form.fill("on-month", std::to_string(asked.question.on.month()));
    asked.form.fill("on-year", std::to_string(asked.question.on.year()));
    asked.count = head_count(asked.question, asked.names, asked.snapshot->table, visit.reach());
    return asked;
}

/// Of the organisations that the question is about: who has handed in, and how many of the staff they expect are in post. Headcounts only of
/// those that the reach covers whole: a locality is no view of an employer's total.
figures::Coverage coverage_of(const Asked& asked, const access::Reach& reach)
{
    figures::Coverage coverage;
    const auto& chosen = asked.question.organisations;
    const auto in_post = people_in_post(asked.snapshot->table, asked.question.on);
    for (const auto& organisation : asked.names.organisations) {
        if (!organisation.is_open(asked.question.on)) continue;
        if (!chosen.empty() && std::ranges::find(chosen, organisation.code) == chosen.end()) continue;
        auto state = asked.snapshot->organisations.find(organisation.id);
        const auto records = state == asked.snapshot->organisations.end() ? 0 : state->second.records;
        ++coverage.organisations_all;
        if (records > 0) ++coverage.organisations_in;
        if (!organisation.expected_headcount || !reach.covers(organisation.id)) continue;
        if (auto people = in_post.find(organisation.id); people != in_post.end()) coverage.headcount_in += people->second;
        coverage.headcount_expected += *organisation.expected_headcount;
    }
    return coverage;
}

figures::Figure staff_figure(const Asked& asked, const Sources& sources, const access::Reach& reach)
{
    figures::Figure figure{.measure = &staff_measure(), .value = asked.count.total.people, .of = in_words(asked.question, asked.names),
                           .as_of = asked.question.on, .coverage = coverage_of(asked, reach), .mappings = {}, .known_at = asked.snapshot->change_set};
    for (const auto& list : asked.snapshot->role_lists) {
        const auto* mapping = sources.packs->mapping_between(list, "roles");
        if (mapping != nullptr) figure.mappings.push_back({.name = mapping->name_and_day(), .version = mapping->dated.iso()});
    }
    return figure;
}

access::ReadEntry read_of(const web::Visit& visit, const Asked& asked, access::ReadKind kind)
{
    return {.account = visit.viewer.account, .at = visit.now(), .kind = kind, .route = visit.route().pattern, .organisations = {}, .staff_records = {},
            .count = asked.count.total.people, .purpose = "figures"};
}

}  // namespace

web::Response who_works_here(web::Visit& visit, const Sources& sources)
{
    const auto asked = ask(visit, sources);
    const auto figure = staff_figure(asked, sources, visit.reach());
    if (visit.house.reads != nullptr) visit.house.reads->record(read_of(visit, asked, access::ReadKind::count));
    HeadCountView view{.question = asked.question, .count = asked.count, .names = asked.names, .table = asked.snapshot->table, .staff = figure,
                       .address = asked.address, .today = visit.today(), .form = asked.form, .has_any = figure.coverage.organisations_in > 0 || asked.count.total.people > 0 || asked.question.is_narrowed()};
    web::PageParts parts{.title = "Who works here", .nav = "/who-works-here", .filters = in_words(asked.question, asked.names), .wide = true};
    if (!asked.form.has_problems()) return visit.page(parts, head_count_page(view));
    for (const auto& problem : asked.form.problems()) visit.form().add(problem);
    return visit.try_again(parts, head_count_page(view));
}

web::Response who_works_here_csv(web::Visit& visit, const Sources& sources)
{
    const auto asked = ask(visit, sources);
    if (visit.house.reads != nullptr) visit.house.reads->record_at_once(read_of(visit, asked, access::ReadKind::export_file));
    return web::Response::file("who-works-here-" + asked.question.on.iso() + ".csv", "text/csv; charset=utf-8", head_count_csv(asked.question, asked.count));
}

}  // namespace kith::workforce
