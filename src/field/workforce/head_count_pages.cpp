// Handlers of "Who works here".
#include "access/read_log.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/head_count_views.hpp"
#include "workforce/measures.hpp"
#include "workforce/question_pages.hpp"
#include "workforce/staff_pages.hpp"

#include <algorithm>

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

Asked ask(web::Visit& visit, const Sources& sources)
{
    auto snapshot = sources.feed->up_to_date(visit.reader());
    Asked asked{.snapshot = snapshot,
                .names = {*sources.packs, localities_for(visit.reach(), partnership::all_localities(visit.reader())), organisations_for(visit, snapshot->table)},
                .question = {},
                .form = web::Form{visit.request.target.query, {}},
                .count = {}};
    asked.question = understood_or_said(question_of(visit, asked.form), asked.names, asked.snapshot->table, asked.form);
    asked.address = address_of("/who-works-here", asked.question, visit.today());
    fill_day(asked.form, asked.question.on);
    asked.count = head_count(asked.question, asked.names, asked.snapshot->table, visit.reach());
    return asked;
}

figures::Figure staff_figure(web::Visit& visit, const Asked& asked, const Sources& sources)
{
    const auto settings = asked.question.localities.empty() ? std::vector<partnership::Setting>{} : partnership::all_settings(visit.reader());
    const auto coverage = coverage_of(asked.question, asked.names, *asked.snapshot, visit.reach(), visit.today(), settings);
    figures::Figure figure{.measure = &staff_measure(), .value = asked.count.total.records, .of = in_words(asked.question, asked.names),
                           .as_of = asked.question.on, .coverage = coverage, .mappings = mappings_used(*asked.snapshot, *sources.packs), .known_at = asked.snapshot->change_set};
    return figure;
}

access::ReadEntry read_of(const web::Visit& visit, const Asked& asked, access::ReadKind kind)
{
    return {.account = visit.viewer.account, .at = visit.now(), .kind = kind, .route = visit.route().pattern, .organisations = {}, .staff_records = {},
            .count = asked.count.total.records, .purpose = "figures"};
}

}  // namespace

web::Response who_works_here(web::Visit& visit, const Sources& sources)
{
    const auto asked = ask(visit, sources);
    const auto figure = staff_figure(visit, asked, sources);
    if (visit.house.reads != nullptr) visit.house.reads->record(read_of(visit, asked, access::ReadKind::count));
    HeadCountView view{.question = asked.question, .count = asked.count, .names = asked.names, .table = asked.snapshot->table, .staff = figure,
                       .address = asked.address, .today = visit.today(), .form = asked.form, .rows = may_see_rows(visit), .has_any = figure.coverage.organisations_in > 0 || asked.count.total.records > 0 || asked.question.is_narrowed()};
    web::PageParts parts{.title = "Who works here", .nav = "/who-works-here", .filters = in_words(asked.question, asked.names), .wide = true};
    if (!asked.form.has_problems()) return visit.page(parts, head_count_page(view));
    for (const auto& problem : asked.form.problems()) visit.form().add(problem);
    return visit.try_again(parts, head_count_page(view));
}

web::Response who_works_here_csv(web::Visit& visit, const Sources& sources)
{
    const auto asked = ask(visit, sources);
    if (asked.form.has_problems()) return visit.problem(asked.form.problems().front());
    if (visit.house.reads != nullptr) visit.house.reads->record_at_once(read_of(visit, asked, access::ReadKind::export_file));
    return web::Response::file("who-works-here-" + asked.question.on.iso() + ".csv", "text/csv; charset=utf-8", head_count_csv(asked.question, asked.count));
}

}  // namespace kith::workforce
