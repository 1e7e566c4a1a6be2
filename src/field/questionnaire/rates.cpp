#include "questionnaire/rates.hpp"

#include <algorithm>

namespace kith::questionnaire {

Rates rates_of(const std::vector<HandedOut>& handed_out, const std::vector<Came>& came, const Quotas& quotas)
{
    Rates rates;
    const auto each = [&rates](const auto& viewpoint, const auto& organisation, const auto& locality, auto add) {
        add(rates.whole);
        if (!viewpoint.empty()) add(rates.by_viewpoint[viewpoint]);
        if (organisation) add(rates.by_organisation[*organisation]);
        if (locality) add(rates.by_locality[*locality]);
    };
    for (const auto& out : handed_out)
        each(out.for_whom.viewpoint, out.for_whom.organisation, out.for_whom.locality, [&](Rate& rate) {
            rate.handed_out += out.links;
            rate.used += out.used;
        });
    for (const auto& one : came)
        each(one.viewpoint, one.organisation, one.locality, [&](Rate& rate) {
            rate.came += one.sheets;
            rate.formal += one.formal ? one.sheets : 0;
        });
    for (const auto& [organisation, responses] : quotas) {
        rates.whole.asked_formal += responses;
        auto& rate = rates.by_organisation[organisation];
        rate.asked_formal += responses;
        rate.formal_of_asked = std::min(rate.formal, rate.asked_formal);
        rates.whole.formal_of_asked += rate.formal_of_asked;
    }
    return rates;
}

}  // namespace kith::questionnaire
