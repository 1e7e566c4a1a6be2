#pragma once
// Annual reports: their part of the route table, and what they are given by the house.
#include "annual/skeleton.hpp"
#include "packs/packs.hpp"
#include "web/routes.hpp"

#include <functional>
#include <memory>

namespace kith::annual {

/// How integrated the workforce is, as the assessment has it.
struct Assessed {
    std::string name, before_name;
    std::vector<ReportArc> arcs;
};
/// What the rooms say that this one reads of, filled in by `app`. Lives as long as the table of routes.
struct Sources {
    std::shared_ptr<const packs::Packs> packs;
    std::function<std::optional<Assessed>(web::Visit&, Date as_of)> assessed;  ///< newest that was closed by that day
    std::function<std::vector<ThenAndNow>(web::Visit&, Date from, Date as_of)> workforce;
};

void add_routes(web::Routes& routes, const Sources& sources);

}  // namespace kith::annual
