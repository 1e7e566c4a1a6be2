#pragma once
// What the pages of campaigns are given by the house. Organisations and localities belong to a room beside this one, which it may not know.
#include "access/reach.hpp"
#include "questionnaire/instruments.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kith::db {
class Reader;
}

namespace kith::questionnaire {

/// An organisation, as a campaign needs to know it.
struct Partner {
    access::OrganisationId id;
    PublicId public_id;
    std::string name;
    std::string code;
    std::string sector;  ///< in words
    std::optional<Date> closed_on = {};
    bool is_open(Date today) const { return !closed_on || today <= *closed_on; }
};
/// A part of the area.
struct Locality {
    access::LocalityId id;
    std::string code;
    std::string name;
};

struct Places {
    std::function<std::vector<Partner>(db::Reader&)> organisations;  ///< by name, closed ones too: results of old campaigns name them
    std::function<std::vector<Locality>(db::Reader&)> localities;    ///< by name
};

/// Someone who can be named to read what children write.
struct PossibleReader {
    access::AccountId account;
    std::string name;
};

struct CampaignDesk {
    std::shared_ptr<const Instruments> instruments;
    Places places;
    std::function<std::vector<PossibleReader>(db::Reader&, Date today)> readers;
    std::function<std::optional<access::OrganisationId>(db::Reader&, const access::Viewer&)> organisation_of;  ///< where someone signed in works; nothing where that is not one
    std::string contact;  ///< whom to ask, shown to whoever has a link that does not work
};

}  // namespace kith::questionnaire
