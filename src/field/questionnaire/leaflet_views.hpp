#pragma once
// The leaflet for those who are asked: one side of paper, or a phone. What is known about them is said in the sentences of the first page. Private to the room.
#include "questionnaire/answering_views.hpp"

#include <string>
#include <vector>

namespace kith::questionnaire {

struct Leaflet {
    const Campaign& campaign;
    const CampaignLink& link;
    Reading reading;
    std::vector<const Viewpoint*> viewpoints;  ///< from which whoever has the link may answer
    std::string partnership;
    std::string contact;  ///< whom to ask; empty where nobody is named
    std::string address;  ///< of the questions; empty where the leaflet goes out beside a link
};
ui::Html leaflet(const Leaflet& leaflet);

}  // namespace kith::questionnaire
