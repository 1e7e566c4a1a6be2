#pragma once
// Handlers of column mappings. Private to this room.
#include "intake/routes.hpp"
#include "web/visit.hpp"

namespace kith::intake {

web::Response say_columns(web::Visit& visit, const Sources& sources);
web::Response take_columns_said(web::Visit& visit, const Sources& sources);
web::Response list_mappings_page(web::Visit& visit, const Sources& sources);
web::Response show_mapping(web::Visit& visit, const Sources& sources);
web::Response show_mapping_version(web::Visit& visit, const Sources& sources);
web::Response restore_mapping_version(web::Visit& visit, const Sources& sources);
web::Response retire_mapping(web::Visit& visit, const Sources& sources);

}  // namespace kith::intake
