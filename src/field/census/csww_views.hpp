#pragma once
// The page of the social work census: values in, escaped Html out. Private to this room.
#include "census/csww_census.hpp"
#include "partnership/organisation.hpp"
#include "ui/html.hpp"
#include "web/form.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::census {

struct CensusPage {
    std::vector<partnership::Organisation> organisations;  ///< to choose from
    std::string organisation;  ///< public id of the one chosen; empty: none yet
    std::string year, authority, vacancies;  ///< as given
    std::string query;                       ///< the same as the end of an address, "?year=2026", for the downloads
    const web::Form* form = nullptr;         ///< its problems beside the fields
    std::optional<Census> census;
    std::string name;  ///< of the organisation
    Date census_day;
};

ui::Html census_page(const CensusPage& page);

}  // namespace kith::census
