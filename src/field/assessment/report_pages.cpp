#include "assessment/report_pages.hpp"

#include "assessment/evidence_pages.hpp"
#include "assessment/evidence_register.hpp"
#include "assessment/priority_register.hpp"
#include "assessment/priority_views.hpp"
#include "assessment/report_views.hpp"
#include "assessment/workshop_register.hpp"
#include "db/transaction.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::assessment {
namespace {

/// The version asked for, never more than whoever asks may see. Unasked, the one for partners: a report is handed on.
Confidentiality version_of(web::Visit& visit)
{
    const auto asked = choice_named(confidentialities(), visit.request.query("version")).value_or(Confidentiality::partners);
    return std::min(asked, most_seen_by(visit));
}

kith::Result<Report> report_of(web::Visit& visit, const Sources& sources)
{
    auto stand = stand_of(visit, sources);
    if (!stand) return std::unexpected(stand.error());
    const auto campaign = stand->campaign.id;
    const auto version = version_of(visit);
    return Report{.stand = std::move(*stand), .workshop = workshop_of(visit.reader(), campaign), .version = version, .evidence = seen_up_to(evidence_of(visit.reader(), campaign), version),
                  .priorities = priorities_of(visit.reader(), campaign), .support = support_of(visit.reader(), campaign), .sending = sending_of(visit.reader(), campaign), .today = visit.today()};
}

/// Links to the report for others.
ui::Html versions(const web::Visit& visit, const Report& report)
{
    std::vector<ui::Content> ways;
    for (const auto& one : confidentialities()) {
        if (one.value > most_seen_by(visit) || one.value == report.version) continue;
        const auto* words = one.value == Confidentiality::open ? "The report for anyone, with open evidence alone" : one.value == Confidentiality::partners ? "The report for partners" : "The report with confidential evidence";
        ways.emplace_back(ui::link(words, report.path() + "?version=" + std::string{one.name}));
    }
    ways.emplace_back(ui::link("This report as a workbook (XLSX)", report.path() + ".xlsx?version=" + std::string{choice_of(confidentialities(), report.version).name}));
    return ui::not_in_print(ui::bullets(ways));
}

}  // namespace

web::Response show_report(web::Visit& visit, const Sources& sources)
{
    const auto report = report_of(visit, sources);
    if (!report) return visit.problem(report.error());
    ui::Html sent;
    if (!report->sending && visit.may(access::Permission::manage_campaigns))
        sent = ui::not_in_print(ui::heading(2, "When it is sent", "m") + visit.in_form({.action = report->path() + "/sent"}, sending_fields(visit.form()) + ui::button({.text = "Note that it was sent"})));
    return visit.page({.title = "Report: " + report->stand.campaign.name, .heading = headline_of(report->stand.themes), .caption = report->stand.campaign.name, .breadcrumbs = workshop_crumbs(report->stand.campaign, true), .nav = "/campaigns", .wide = true},
                      versions(visit, *report) + report_page(*report) + sent);
}

web::Response report_file(web::Visit& visit, const Sources& sources)
{
    const auto report = report_of(visit, sources);
    if (!report) return visit.problem(report.error());
    return web::Response::file("report-" + visit.today().iso() + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", report_xlsx(*report));
}

}  // namespace kith::assessment
