#pragma once
// Handlers of the pages about organisations, settings and localities. Private to the room; routes.cpp names them.
#include "partnership/routes.hpp"
#include "web/visit.hpp"

namespace kith::partnership {

web::Response list_organisations_page(web::Visit& visit, const Sources& sources);
web::Response show_organisation(web::Visit& visit, const Sources& sources);
web::Response new_organisation(web::Visit& visit, const Sources& sources);
web::Response create_organisation(web::Visit& visit, const Sources& sources);
web::Response edit_organisation(web::Visit& visit, const Sources& sources);
web::Response update_organisation(web::Visit& visit, const Sources& sources);

web::Response new_setting(web::Visit& visit, const Sources& sources);
web::Response create_setting(web::Visit& visit, const Sources& sources);
web::Response edit_setting(web::Visit& visit, const Sources& sources);
web::Response update_setting(web::Visit& visit, const Sources& sources);

web::Response list_localities_page(web::Visit& visit, const Sources& sources);
web::Response show_locality(web::Visit& visit, const Sources& sources);
web::Response new_locality(web::Visit& visit, const Sources& sources);
web::Response create_locality(web::Visit& visit, const Sources& sources);
web::Response edit_locality(web::Visit& visit, const Sources& sources);
web::Response update_locality(web::Visit& visit, const Sources& sources);

}  // namespace kith::partnership
