#pragma once
// Whose a handed-in file is: its kind, what whoever hands it in chose, and what its rows say. Private to this room.
#include "returns/desk.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::returns {

/// What a form offers where nothing need be chosen: several organisations', as the rows say.
inline constexpr std::string_view several = "several";

/// Who hands in, and what they chose.
struct HandingIn {
    const std::vector<OrganisationName>& organisations;  ///< for whom they may
    bool whole_area = false;                             ///< may for several at once, and for the area
    std::string_view chosen;                             ///< public id, "several" or empty
};

/// Whose it is: none of the organisations where it is for several or for the area. `ask`: nobody has said, and the file does not either.
struct Whose {
    std::optional<access::OrganisationId> organisation;
    bool ask = false;
};

/// Problems in "organisation", or in "file" where there is no organisation yet that could have staff.
Result<Whose> whose(const HandingIn& by, const Kind& kind, const File& file);

/// Those of `organisations` that return such a file.
std::vector<OrganisationName> returners_of(const Kind& kind, const std::vector<OrganisationName>& organisations);

}  // namespace kith::returns
