#pragma once
// The skeleton of a report, generated from what the house holds of its plan and its surroundings. Pure.
#include "annual/annual_report.hpp"
#include "strategy/progress.hpp"

#include <utility>

namespace kith::annual {

/// A measure of the workforce on two days, as its page writes it; empty where nothing can be said.
struct ThenAndNow {
    std::string name, then, now, rests_on;
};
struct Decided {
    Date on;
    std::string group, item, decision;
};
struct MoneyOfYear {
    std::string year, planned, spent, expected;
};
/// All that the report is made of besides what people write.
struct ReportFacts {
    strategy::WholePlan whole;  ///< as on the day of the report
    std::vector<strategy::Risk> risks;
    std::vector<strategy::Review> reviews;
    std::string assessment, assessment_before;  ///< names of the campaign and of the one that it is set beside; empty where there is none
    std::vector<ReportArc> arcs;
    std::vector<ThenAndNow> workforce;
    std::vector<MoneyOfYear> money;
    std::string money_in_short;
    std::vector<std::string> money_flags;
    std::vector<Decided> decisions;  ///< of the period
};
/// Without what was said to those who write it: that nobody wrote anything yet. What the house lacks stays told.
ReportDocument to_be_published(ReportDocument draft);
ReportDocument document_of(const AnnualReport& report, const ReportFacts& facts, const std::vector<ReportWords>& words);

}  // namespace kith::annual
