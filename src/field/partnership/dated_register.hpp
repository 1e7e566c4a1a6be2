#pragma once
// The public door to what is dated in the partnership: parents, mergers and splits; register numbers; clusters; teams and their members;
// named links. Functions that take a transaction and values. Who may call them is decided before.
#include "access/reach.hpp"
#include "db/change_set.hpp"
#include "packs/packs.hpp"
#include "partnership/named_link.hpp"
#include "partnership/organisation_link.hpp"
#include "partnership/register_number.hpp"

namespace kith::partnership {

/// Everything current, ended ones with their last day included, oldest first.
std::vector<OrganisationLink> all_organisation_links(db::Reader& reader);
std::vector<RegisterNumber> all_register_numbers(db::Reader& reader);
std::vector<Cluster> all_clusters(db::Reader& reader);
std::vector<ClusterSetting> all_cluster_settings(db::Reader& reader);
std::vector<Team> all_teams(db::Reader& reader);
std::vector<TeamMember> all_team_members(db::Reader& reader);
std::vector<NamedLink> all_named_links(db::Reader& reader);

/// The organisation that has this number in the register of that kind on that day; not found where none has.
Result<OrganisationId> find_organisation_with_number(db::Reader& reader, std::string_view kind, std::string_view number, Date day);

/// How often an organisation is to hand in: its own answer, or what is usual for its kind. A code of the list "return_frequencies"; "none"
/// where nothing is expected.
std::string returns_every(const packs::Packs& packs, const Organisation& organisation);

/// Adds or changes after the checks of each: the value itself, its fit with what is held, and that its code is free.
Result<OrganisationLink> add(db::ChangeSet& changes, OrganisationLink link, Instant now);
Result<RegisterNumber> add(db::ChangeSet& changes, const packs::Packs& packs, RegisterNumber number, Instant now);
Result<Cluster> add(db::ChangeSet& changes, Cluster cluster, Instant now);
Result<ClusterSetting> add(db::ChangeSet& changes, ClusterSetting member, Instant now);
Result<Team> add(db::ChangeSet& changes, Team team, Instant now);
Result<TeamMember> add(db::ChangeSet& changes, TeamMember member, Instant now);
Result<NamedLink> add(db::ChangeSet& changes, NamedLink link, Instant now);
Result<void> change(db::ChangeSet& changes, const OrganisationLink& link);
Result<void> change(db::ChangeSet& changes, const packs::Packs& packs, RegisterNumber number);
Result<void> change(db::ChangeSet& changes, const Cluster& cluster);
Result<void> change(db::ChangeSet& changes, const ClusterSetting& member);
Result<void> change(db::ChangeSet& changes, const Team& team);
Result<void> change(db::ChangeSet& changes, const TeamMember& member);
Result<void> change(db::ChangeSet& changes, const NamedLink& link);

}  // namespace kith::partnership
