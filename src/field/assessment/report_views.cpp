#include "assessment/report_views.hpp"

#include "assessment/evidence_views.hpp"
#include "assessment/priority_views.hpp"
#include "assessment/workshop_views.hpp"
#include "ui/words.hpp"

namespace kith::assessment {

std::string version_words(Confidentiality version)
{
    switch (version) {
    case Confidentiality::open: return "Holds open evidence alone: it may be given to anyone.";
    case Confidentiality::partners: return "Holds evidence for partners: it is not for anyone else.";
    case Confidentiality::confidential: return "Holds confidential evidence: it is for those who run the campaign.";
    }
    return {};
}

ui::Html report_page(const Report& report)
{
    auto html = ui::paragraph(confirmation_words(report.stand.confirmation), "govuk-body-l") + ui::paragraph(version_words(report.version)) + ui::heading(2, "The workshop", "m") + workshop_details(report.workshop);
    // What follows comes first: the rainbow takes a page of its own in print.
    for (const auto& [kind, heading] : {std::pair{PriorityKind::priority, "Priorities"}, {PriorityKind::recommendation, "Recommendations"}})
        if (const auto list = priorities_list(report.stand, report.priorities, kind); !list.empty()) html += ui::heading(2, heading, "m") + list;
    html += rainbow_of(report.stand, {});
    html += ui::heading(2, "Theme by theme", "m");
    for (const auto& theme : report.stand.themes) html += ui::heading(3, theme.name, "s", "about-" + theme.theme) + finding_view(report.stand, theme) + evidence_on(report.stand.campaign, report.evidence, theme.theme, 4, false);
    if (!report.support.empty()) html += ui::heading(2, "Support asked for", "m") + support_table_of(report.stand.campaign, report.support, report.priorities, report.today);
    if (report.sending) html += ui::paragraph("Sent to " + report.sending->sent_to + " on " + report.sending->sent_on.in_words() + ".");
    return html;
}

}  // namespace kith::assessment
