#pragma once
// How many were asked and how many answered, by viewpoint, organisation and locality. Pure: counts of links and sheets, nothing of what they say.
#include "questionnaire/campaign_link_register.hpp"
#include "questionnaire/campaign_register.hpp"
#include "questionnaire/sheet.hpp"

#include <map>
#include <string>
#include <vector>

namespace kith::questionnaire {

/// Of one viewpoint, organisation or locality. A rate is only of those handed a link of their own: nobody knows how many saw an open one.
struct Rate {
    std::int64_t handed_out = 0;  ///< links for one person, not withdrawn
    std::int64_t used = 0;        ///< of those
    std::int64_t came = 0;        ///< sheets, by whatever way
    std::int64_t formal = 0;      ///< of those, formal responses
    std::int64_t asked_formal = 0;
    std::int64_t formal_of_asked = 0;  ///< of those asked, how many are there: what an organisation sends unasked stands for no other's
};

struct Rates {
    Rate whole;
    std::map<std::string, Rate> by_viewpoint;
    std::map<access::OrganisationId, Rate> by_organisation;
    std::map<access::LocalityId, Rate> by_locality;
};
Rates rates_of(const std::vector<HandedOut>& handed_out, const std::vector<Came>& came, const Quotas& quotas);

}  // namespace kith::questionnaire
