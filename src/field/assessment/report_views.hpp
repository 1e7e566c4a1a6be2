#pragma once
// The report of a campaign: one page that reads as one and prints. Private to the room.
#include "assessment/campaign_stand_pages.hpp"
#include "assessment/evidence.hpp"
#include "assessment/priority.hpp"
#include "ui/html.hpp"

namespace kith::assessment {

/// What the report is made of.
struct Report {
    CampaignStand stand;
    std::optional<Workshop> workshop;
    Confidentiality version = Confidentiality::partners;  ///< who it is for: it holds evidence up to this
    std::vector<Evidence> evidence;                       ///< that of this version
    std::vector<Priority> priorities;
    std::vector<Support> support;
    std::optional<ReportSending> sending;
    Date today{};
    std::string path() const { return stand.campaign.href() + "/report"; }
};
/// Which evidence a version holds: "Holds open evidence alone ...".
std::string version_words(Confidentiality version);
ui::Html report_page(const Report& report);
/// The same as a workbook.
std::string report_xlsx(const Report& report);

}  // namespace kith::assessment
