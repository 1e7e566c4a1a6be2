#pragma once
// What figures need to know of places and teams, kept from one page to the next until a change set touches the register. Private to the room.
#include "db/transaction.hpp"
#include "partnership/organisation.hpp"
#include "partnership/team.hpp"
#include "profile/ground.hpp"

#include <memory>
#include <mutex>
#include <vector>

namespace kith::profile {

struct Places {
    std::int64_t change_set = -1;
    std::vector<partnership::Locality> localities;
    std::vector<partnership::Organisation> organisations;
    std::vector<partnership::Setting> settings;
    std::vector<partnership::Team> teams;
    std::vector<partnership::TeamMember> members;
    std::shared_ptr<const Surroundings> around;
};

class PlaceFeed {
public:
    /// At least as new as what `reader` sees. One statement where nothing has changed since.
    std::shared_ptr<const Places> up_to_date(db::Reader& reader);

private:
    std::mutex building_;  // one builds, the others wait for it
    std::shared_ptr<const Places> places_;
};

}  // namespace kith::profile
