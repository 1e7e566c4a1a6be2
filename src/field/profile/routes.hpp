#pragma once
// This room's part of the route table, and what it asks of the house, which `app` fills in.
#include "base/date.hpp"
#include "packs/packs.hpp"
#include "web/home.hpp"
#include "web/routes.hpp"
#include "workforce/tally_feed.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::profile {

class PlaceFeed;

struct Sources {
    std::shared_ptr<const packs::Packs> packs;   ///< empty: those built in
    std::shared_ptr<workforce::TallyFeed> feed;  ///< the house's; empty: one is made
    std::shared_ptr<PlaceFeed> places{};         ///< one for the house; empty: one is made
};

/// One for the house, for Sources::places.
std::shared_ptr<PlaceFeed> places_of_the_house();
void add_routes(web::Routes& routes, Sources sources);

/// A measure that other rooms may point at: its name and page.
struct OfferedMeasure {
    std::string id, name, href;
};
/// Those that tell nothing guarded of people.
std::vector<OfferedMeasure> offered_measures();
/// What the headline of a measure says of the whole area on a day, and what it rests on.
struct MeasureHeadline {
    double value = 0;
    std::string shown;  ///< as the page writes it: "54%"
    std::string words;
};
/// None where nothing is to be said of it that day, or the viewer may not see the whole area behind it. `feed` and `packs` are given.
std::optional<MeasureHeadline> headline_on(web::Visit& visit, const Sources& sources, std::string_view measure, Date on);

/// Pages that viewers with staff in reach go to often.
void add_home(web::Home& home);

}  // namespace kith::profile
