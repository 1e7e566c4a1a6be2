#pragma once
// Handlers of the pages about links, numbers, teams, clusters, named links, mergers and splits, and what was changed by hand. Private to the
// room; routes.cpp names them.
#include "partnership/routes.hpp"
#include "web/visit.hpp"

namespace kith::partnership {

web::Response who_to_ring(web::Visit& visit, const Sources& sources);
web::Response new_named_link(web::Visit& visit, const Sources& sources);
web::Response create_named_link(web::Visit& visit, const Sources& sources);
web::Response edit_named_link(web::Visit& visit, const Sources& sources);
web::Response update_named_link(web::Visit& visit, const Sources& sources);

web::Response list_teams(web::Visit& visit, const Sources& sources);
web::Response show_team(web::Visit& visit, const Sources& sources);
web::Response new_team(web::Visit& visit, const Sources& sources);
web::Response create_team(web::Visit& visit, const Sources& sources);
web::Response edit_team(web::Visit& visit, const Sources& sources);
web::Response update_team(web::Visit& visit, const Sources& sources);
web::Response new_member(web::Visit& visit, const Sources& sources);
web::Response create_member(web::Visit& visit, const Sources& sources);
web::Response edit_member(web::Visit& visit, const Sources& sources);
web::Response update_member(web::Visit& visit, const Sources& sources);

web::Response list_clusters(web::Visit& visit, const Sources& sources);
web::Response show_cluster(web::Visit& visit, const Sources& sources);
web::Response new_cluster(web::Visit& visit, const Sources& sources);
web::Response create_cluster(web::Visit& visit, const Sources& sources);
web::Response edit_cluster(web::Visit& visit, const Sources& sources);
web::Response update_cluster(web::Visit& visit, const Sources& sources);
web::Response new_cluster_setting(web::Visit& visit, const Sources& sources);
web::Response create_cluster_setting(web::Visit& visit, const Sources& sources);
web::Response edit_cluster_setting(web::Visit& visit, const Sources& sources);
web::Response update_cluster_setting(web::Visit& visit, const Sources& sources);

web::Response new_number(web::Visit& visit, const Sources& sources);
web::Response create_number(web::Visit& visit, const Sources& sources);
web::Response edit_number(web::Visit& visit, const Sources& sources);
web::Response update_number(web::Visit& visit, const Sources& sources);
web::Response edit_parent(web::Visit& visit, const Sources& sources);
web::Response update_parent(web::Visit& visit, const Sources& sources);
web::Response ask_merger(web::Visit& visit, const Sources& sources);
web::Response record_merger(web::Visit& visit, const Sources& sources);
web::Response ask_split(web::Visit& visit, const Sources& sources);
web::Response record_split(web::Visit& visit, const Sources& sources);

web::Response show_setting(web::Visit& visit, const Sources& sources);
web::Response list_changes(web::Visit& visit, const Sources& sources);
web::Response ask_undo(web::Visit& visit, const Sources& sources);
web::Response undo_change(web::Visit& visit, const Sources& sources);

}  // namespace kith::partnership
