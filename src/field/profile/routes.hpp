#pragma once
// This room's part of the route table, and what it asks of the house, which `app` fills in.
#include "packs/packs.hpp"
#include "web/home.hpp"
#include "web/routes.hpp"
#include "workforce/tally_feed.hpp"

#include <memory>

namespace kith::profile {

class PlaceFeed;

struct Sources {
    std::shared_ptr<const packs::Packs> packs;   ///< empty: those built in
    std::shared_ptr<workforce::TallyFeed> feed;  ///< the house's; empty: one is made
    std::shared_ptr<PlaceFeed> places{};         ///< one for the house; empty: one is made
};

void add_routes(web::Routes& routes, Sources sources);
/// Pages that viewers with staff in reach go to often.
void add_home(web::Home& home);

}  // namespace kith::profile
