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
    return std::ranges::all_of(std::array{see_birth_dates, see_national_insurance, see_equality, see_pay, see_checks, see_absence},
                               [&](access::Permission permission) { return access::reach(viewer, permission).covers(subject); });
}

std::string name_to_mend(std::string_view file_name)
{
    constexpr std::string_view behind = "-to-mend";
    constexpr std::size_t longest = 80;
    std::string name;
    for (char c : file_name.substr(0, file_name.rfind('.'))) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
        if (is_plain && name.size() < longest) name += c;
        else if (!name.empty() && name.back() != '-' && name.size() < longest) name += '-';
    }
    while (!name.empty() && (name.back() == '-' || name.back() == '.')) name.pop_back();
    while (name.starts_with('.')) name.erase(0, 1);
    if (name.ends_with(behind)) name.resize(name.size() - behind.size());  // handed in again as it was handed back
    return (name.empty() ? std::string{"file"} : name) + std::string{behind};
}

}  // namespace kith::returns
