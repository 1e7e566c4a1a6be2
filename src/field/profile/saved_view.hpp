#pragma once
// A view of the profile that someone saved under a name of their own: the address of a page with its filters, never its figures. Values and their rules.
#include "base/id.hpp"
#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::profile {

inline constexpr std::size_t most_saved_views = 50;
inline constexpr std::size_t longest_view_name = 80;
inline constexpr std::size_t longest_view_query = 2000;

struct SavedView {
    PublicId public_id{};
    std::string name;
    std::string path;   ///< "/profile/skills"
    std::string query;  ///< as it stands in the address, encoded; empty: none
    std::string href() const { return query.empty() ? path : path + "?" + query; }
    bool operator==(const SavedView&) const = default;
};

/// True for the pages that a view may be of: the profile and its parts, one measure, the comparison, the locality sheet, and who can.
bool is_page_of_profile(std::string_view path);
/// The same with spaces tidied, or what stands in the way: a name of 1 to 80 characters, a page of the profile, an address that can be one.
Result<SavedView> checked(SavedView view);
/// A conflict where the account has a view of that name (whatever its case), or as many as it may have.
Result<void> fits(const SavedView& next, const std::vector<SavedView>& held);

}  // namespace kith::profile
