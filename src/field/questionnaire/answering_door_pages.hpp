#pragma once
// Who stands at the door of a campaign: the link, its campaign and instrument, and the secret under which the answers begun are kept. Private to the room.
#include "questionnaire/campaign_desk.hpp"
#include "questionnaire/campaign_link.hpp"
#include "questionnaire/sheet.hpp"
#include "web/visit.hpp"

#include <optional>
#include <string>

namespace kith::questionnaire {

struct Door {
    CampaignLink link;
    Campaign campaign;
    const Instrument* instrument = nullptr;
    std::string path;    ///< "/answer/..."
    std::string secret;  ///< of the answers begun: the link's own where it works once, else the browser's; empty where it has none
};

/// The door of this link on this day; a problem in words for whoever followed it where it lets nobody in.
Result<Door> door_of(web::Visit& visit, const CampaignDesk& desk);
/// The kind page for a link that lets nobody in.
web::Response shut(web::Visit& visit, const CampaignDesk& desk, const Problem& problem);
/// The answers begun at this door.
std::optional<Begun> begun_at(web::Visit& visit, const Door& door);

/// How the questions are to be shown: as the address asks, in a language that the instrument has.
Shown shown_asked_for(const web::Request& request, const Instrument& instrument);

/// This browser keeps the secret of the answers it begins; a link for one use has its own.
void keep_secret(web::Visit& visit, Door& door, web::Response& response);
void forget_secret(web::Visit& visit, const Door& door, web::Response& response);
/// A new secret where the door has none yet.
void make_secret(web::Visit& visit, Door& door);

}  // namespace kith::questionnaire
