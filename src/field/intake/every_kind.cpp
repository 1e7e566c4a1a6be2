#include "intake/every_kind.hpp"

#include "intake/mapped_kind.hpp"
#include "intake/partnership_kind.hpp"
#include "intake/staff_return_kind.hpp"

namespace kith::intake {

returns::Kinds every_kind(std::shared_ptr<const packs::Packs> packs, workforce::NumberKeeper numbers)
{
    return {organisations_kind(packs), settings_kind(packs), workplaces_kind(packs), staff_return_kind(packs, numbers), mapped_kind(packs, numbers)};
}

}  // namespace kith::intake
