#include "profile/place_feed.hpp"

#include "db/change_set.hpp"
#include "partnership/dated_register.hpp"
#include "partnership/organisation_register.hpp"
#include "profile/child_population_register.hpp"
#include "workforce/tally_feed.hpp"

namespace kith::profile {

std::shared_ptr<const Places> PlaceFeed::up_to_date(db::Reader& reader)
{
    const auto last = db::last_change_set(reader);
    std::lock_guard building{building_};
    if (places_ && places_->change_set >= last) return places_;
    auto places = std::make_shared<Places>();
    places->change_set = last;
    places->localities = partnership::all_localities(reader);
    places->organisations = partnership::all_organisations(reader);
    places->settings = partnership::all_settings(reader);
    auto around = std::make_shared<Surroundings>();
    for (const auto& setting : places->settings) {
        around->setting_names.emplace(workforce::tally_text(setting.id), setting.name);
        around->setting_kinds.emplace(workforce::tally_text(setting.id), setting.kind);
        if (!setting.deprivation_band.empty()) around->setting_bands.emplace(workforce::tally_text(setting.id), setting.deprivation_band);
    }
    around->children = child_counts(reader);
    places->around = std::move(around);
    places->teams = partnership::all_teams(reader);
    places->members = partnership::all_team_members(reader);
    places_ = places;
    return places_;
}

}  // namespace kith::profile
