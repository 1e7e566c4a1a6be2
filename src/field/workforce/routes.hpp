#pragma once
// This room's part of the route table, and what it asks of the house, which `app` fills in.
#include "partnership/routes.hpp"
#include "ui/html.hpp"
#include "web/home.hpp"
#include "web/routes.hpp"
#include "workforce/staff_register.hpp"
#include "workforce/tally_feed.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace kith::workforce {

/// The return that a change came from, for those who may see it.
struct ReturnLink {
    std::string words;  ///< "Return of 3 October 2026"
    std::string href;
};

class CheckFeed;

struct Sources {
    std::shared_ptr<const packs::Packs> packs;      ///< empty: those built in
    std::shared_ptr<TallyFeed> feed;                ///< one for the house; empty: one is made
    /// The return behind a change, as this viewer may see it; nothing where there is none to see.
    std::function<std::optional<ReturnLink>(web::Visit&, std::int64_t return_id)> return_link;
    /// What this viewer may do by hand: to one record, or without one to the list; nothing where nothing.
    std::function<std::vector<ReturnLink>(web::Visit&, std::optional<OrganisationId>, const PublicId* record)> upkeep = {};
    /// Who made a change, as pages show it; nothing where the account is not known.
    std::function<std::optional<std::string>(db::Reader&, std::int64_t account)> account_name;
    /// Opens National Insurance numbers for those who may see them; empty: none is shown.
    NumberKeeper numbers{};
    /// Counts of the record of checks; one for the house, empty: one is made.
    std::shared_ptr<CheckFeed> checks{};
    /// What rooms above put on the page of a record: corrections, subject access. `own`: it is shown to the person.
    std::function<ui::Html(web::Visit&, StaffRecordId, const PublicId&, OrganisationId, bool own)> beside_record = {};
};

void add_routes(web::Routes& routes, Sources sources);

/// Roles as reported to Kith's own, by the packs' mappings.
RoleMapping role_mapping(std::shared_ptr<const packs::Packs> packs);

/// What this room tells the partnership's pages; `feed` is the house's.
partnership::Sources partnership_sources(std::shared_ptr<const packs::Packs> packs, std::shared_ptr<TallyFeed> feed);

/// Pages that viewers with staff in reach go to often.
void add_home(web::Home& home);

}  // namespace kith::workforce
