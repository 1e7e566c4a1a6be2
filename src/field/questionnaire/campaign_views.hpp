#pragma once
// Campaigns as those who run or watch them see them. Private to the room.
#include "questionnaire/campaign_desk.hpp"
#include "questionnaire/campaign_link.hpp"
#include "questionnaire/rates.hpp"
#include "ui/html.hpp"
#include "web/form.hpp"

#include <string>
#include <vector>

namespace kith::questionnaire {

/// Names of what campaigns speak of, looked up once a page.
struct Names {
    std::vector<Partner> partners;      ///< within reach
    std::vector<Locality> localities;
    const Partner* partner(access::OrganisationId id) const;
    const Locality* locality(access::LocalityId id) const;
    const Partner* partner_with(std::string_view public_id) const;
};

/// "Open until 12 December 2026", "Opens on ...".
std::string state_words(const Campaign& campaign, Date today);

ui::Html campaign_list(const std::vector<Campaign>& campaigns, const Instruments& instruments, Date today, bool may_manage);
ui::Html campaign_fields(const web::Form& form, const Instruments& instruments, const std::vector<PossibleReader>& readers, const std::vector<Campaign>& earlier, bool is_new);

/// "38 of 120 people who were handed a link have answered, and 64 answered by open links."
std::string rates_sentence(const Rates& rates);
/// One viewpoint, organisation or locality, as the page and the file name it.
struct RateRow {
    std::string name;
    Rate rate;
};
struct RateRows {
    std::vector<RateRow> viewpoints, organisations, localities;
};
/// Those of them that are open on the day: whom something is asked of.
std::vector<Partner> open_partners(const Names& names, Date today);
/// The rows that may be seen: organisations within reach alone.
RateRows rate_rows(const Rates& rates, const Instrument& instrument, const Names& names);
/// rates_file_views.cpp: the same rows as a file.
std::string rates_csv(const Campaign& campaign, const Rates& rates, const Instrument& instrument, const Names& names, Date as_of);
ui::Html rates_tables(const Rates& rates, const Instrument& instrument, const Names& names);
ui::Html links_table(const Campaign& campaign, const std::vector<CampaignLink>& links, const Instrument& instrument, const Names& names, Date today);
ui::Html link_fields(const web::Form& form, const Instrument& instrument, const Names& names, bool mails);

/// A link as it is handed over once: on paper with its code, or to copy.
struct MadeLink {
    CampaignLink link;
    std::string address;
};
ui::Html links_to_hand_over(const Campaign& campaign, const Instrument& instrument, const std::vector<MadeLink>& links, const Names& names, const std::string& partnership);
ui::Html quota_fields(const web::Form& form, const Quotas& quotas, const Names& names);

}  // namespace kith::questionnaire
