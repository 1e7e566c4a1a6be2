#pragma once
// Handlers of how many children live where: what is held, a file of it looked at, and taken.
#include "profile/routes.hpp"
#include "web/visit.hpp"

namespace kith::profile {

web::Response show_child_population(web::Visit& visit, const Sources& sources);
/// A file to fill in, with a row for each place and group.
web::Response child_population_template_file(web::Visit& visit, const Sources& sources);
/// The file is read and said of it what stands in the way of which line and what would change; nothing is kept of it but what the page sends back.
web::Response check_child_population(web::Visit& visit, const Sources& sources);
web::Response take_child_population(web::Visit& visit, const Sources& sources);

}  // namespace kith::profile
