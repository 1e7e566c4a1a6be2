#pragma once
// What a page of the profile is about, as it stands in its address: the question of "Who works here" (day, places, roles), and beside it a setting, a
// team, and as of which day the register is read. Values in, values out.
#include "partnership/team.hpp"
#include "profile/ground.hpp"
#include "web/address.hpp"
#include "workforce/head_count.hpp"

namespace kith::profile {

struct Question {
    workforce::HeadCountQuestion staff;
    std::optional<PublicId> setting;
    std::string team;               ///< code; empty: none
    std::optional<Date> known_at;   ///< "as we knew it then": what stood in the register at the end of that day
};

/// `path` with the question in its query.
web::Address address_of(std::string path, const Question& question, Date today);

}  // namespace kith::profile
