#include "app/every_kind.hpp"

#include "census/csww_kind.hpp"
#include "intake/kinds.hpp"
#include "strategy/plan_kind.hpp"

namespace kith::app {

returns::Kinds every_kind(std::shared_ptr<const packs::Packs> packs, workforce::NumberKeeper numbers)
{
    return intake::kinds_with({census::csww_kind(packs, numbers), strategy::plan_kind()}, packs, numbers);
}

}  // namespace kith::app
