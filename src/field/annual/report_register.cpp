#include "annual/report_register.hpp"

#include "db/transaction.hpp"

namespace kith::annual {

using db::typed;

const db::TypedTable<AnnualReport>& annual_reports()
{
    static const db::TypedTable<AnnualReport> table{"annual_report", "as_of DESC, id DESC", {typed("plan_id", &AnnualReport::plan), typed("name", &AnnualReport::name), typed("from_day", &AnnualReport::from), typed("as_of", &AnnualReport::as_of)}};
    return table;
}

const db::TypedTable<ReportWords>& report_words()
{
    static const db::TypedTable<ReportWords> table{"report_words", "id", {typed("annual_report_id", &ReportWords::report), typed("section", &ReportWords::section), typed("words", &ReportWords::words)}};
    return table;
}

const db::TypedTable<PublishedReport>& published_reports()
{
    static const db::TypedTable<PublishedReport> table{"published_report", "published_on DESC, id DESC",
                                                       {typed("annual_report_id", &PublishedReport::report), typed("published_on", &PublishedReport::published_on), typed("account_id", &PublishedReport::by), typed("document", &PublishedReport::document),
                                                        typed("hash", &PublishedReport::hash)}};
    return table;
}

std::vector<AnnualReport> reports_of(db::Reader& reader, strategy::PlanId plan) { return annual_reports().where(reader, "plan_id = $1", plan); }
std::vector<ReportWords> words_of(db::Reader& reader, ReportId report) { return report_words().where(reader, "annual_report_id = $1", report); }
std::optional<PublishedReport> published(db::Reader& reader, ReportId report) { return published_reports().one(reader, "annual_report_id = $1", report); }

void take_away(db::ChangeSet& changes, const AnnualReport& report)
{
    for (const auto& one : words_of(changes.writer(), report.id)) report_words().end(changes, one);
    annual_reports().end(changes, report);
}

Result<void> may_go_of(db::Reader& reader, strategy::PlanId plan)
{
    for (const auto& report : reports_of(reader, plan))
        if (published(reader, report.id)) return conflict("A report on this plan is published, and points to it. The plan stays");
    return {};
}

void take_away_of(db::ChangeSet& changes, strategy::PlanId plan)
{
    for (const auto& report : reports_of(changes.writer(), plan)) take_away(changes, report);
}

}  // namespace kith::annual
