#pragma once
// Annual reports in the register. Each change is part of a change set; what was published is never replaced or ended.
#include "annual/annual_report.hpp"
#include "db/typed_table.hpp"

namespace kith::annual {

/// The newest first.
const db::TypedTable<AnnualReport>& annual_reports();
const db::TypedTable<ReportWords>& report_words();
const db::TypedTable<PublishedReport>& published_reports();

std::vector<AnnualReport> reports_of(db::Reader& reader, strategy::PlanId plan);
std::vector<ReportWords> words_of(db::Reader& reader, ReportId report);
std::optional<PublishedReport> published(db::Reader& reader, ReportId report);
/// With what people wrote. Not one that is published.
void take_away(db::ChangeSet& changes, const AnnualReport& report);

/// An error where a report on the plan is published: it stays.
Result<void> may_go_of(db::Reader& reader, strategy::PlanId plan);
/// Reports on a draft of a plan that is taken away.
void take_away_of(db::ChangeSet& changes, strategy::PlanId plan);

}  // namespace kith::annual
