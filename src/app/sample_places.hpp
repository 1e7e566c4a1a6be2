#pragma once
// Who employs whom in the fictional area: kinds of organisation with their settings and posts, and names for people and places. Only the sample
// uses it.
#include "app/dice.hpp"
#include "app/sample.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::app {

/// A role with how many posts of it one such organisation has.
struct RoleMix {
    std::string_view role;  ///< code in packs/code_lists/roles.toml
    int least;
    int most;
};

/// One kind of organisation of the sample.
struct OrganisationPattern {
    std::string_view prefix;      ///< of its codes
    std::string_view kind;        ///< code in the organisation kinds list
    std::string_view ownership;   ///< public or pvi
    std::string_view sector;
    std::string_view ending;      ///< of its names: "Primary School"
    std::string_view setting_kind;
    int how_many;
    int settings_each;
    std::vector<RoleMix> roles;
};

const std::vector<OrganisationPattern>& organisation_patterns(SampleSize size);

struct SampleLocality {
    std::string_view code;
    std::string_view name;
};
/// Five, or fifteen.
std::span<const SampleLocality> sample_localities(SampleSize size);

std::string composed_given_name(Dice&);
std::string composed_family_name(Dice&);
std::string composed_place_name(Dice&);
/// A postcode of the right shape in an area that the Royal Mail has given to no place (ZZ).
std::string composed_postcode(Dice&);

}  // namespace kith::app
