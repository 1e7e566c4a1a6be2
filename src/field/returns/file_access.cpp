#include "returns/file_access.hpp"

#include "access/reach.hpp"

#include <algorithm>
#include <array>

namespace kith::returns {

bool may_have_file(const access::Viewer& viewer, const HandedIn& handed_in, const Kind* kind)
{
    using enum access::Permission;
    if (kind != nullptr && !kind->for_one_organisation) return true;
    if (handed_in.handed_in_by == viewer.account) return true;
    const access::Subject subject{.organisation = handed_in.organisation};
    return std::ranges::all_of(std::array{see_birth_dates, see_national_insurance, see_equality, see_pay, see_checks},
                               [&](access::Permission permission) { return access::reach(viewer, permission).covers(subject); });
}

}  // namespace kith::returns
