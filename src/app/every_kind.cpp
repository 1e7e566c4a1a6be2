#include "app/every_kind.hpp"

#include "census/csww_kind.hpp"
#include "governance/seat_kind.hpp"
#include "intake/kinds.hpp"
#include "money/budget_kind.hpp"
#include "strategy/figure_kind.hpp"
#include "strategy/plan_kind.hpp"
#include "strategy/risk_kind.hpp"

namespace kith::app {

returns::Kinds every_kind(std::shared_ptr<const packs::Packs> packs, workforce::NumberKeeper numbers)
{
    return intake::kinds_with({census::csww_kind(packs, numbers), strategy::plan_kind(), strategy::risk_kind(), strategy::figure_kind(), money::budget_kind(), governance::seat_kind()}, packs, numbers);
}

}  // namespace kith::app
