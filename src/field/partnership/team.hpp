#pragma once
// A team: people who work as one, whoever employs them. Members are core (the team is their base) or virtual (they join it from their own
// service's base), and stay with their employers. Values and their rules.
#include "partnership/organisation.hpp"
#include "partnership/span.hpp"
#include "partnership/work_contact.hpp"

#include <vector>

namespace kith::partnership {

using access::StaffRecordId;
using TeamId = Id<struct TeamTag>;
using TeamMemberId = Id<struct TeamMemberTag>;

struct Team {
    TeamId id;
    PublicId public_id;
    std::string code;  ///< unique in the area
    std::string name;
    std::string kind;                       ///< code of the list "team_kinds"
    std::optional<OrganisationId> led_by;
    std::optional<LocalityId> locality;     ///< none: it works across the area
    Span span;
    bool operator==(const Team&) const = default;
};

enum class Standing : std::uint8_t { core, virtual_member };
/// "core" or "virtual", as stored and as files have it.
std::string_view code_of(Standing standing);
/// "Core" or "Virtual".
std::string_view words_for(Standing standing);
Result<Standing> parse_standing(std::string_view text);

/// A member is a staff record, or a person named by a work contact, or a post that is known by its job and employer only.
struct TeamMember {
    TeamMemberId id;
    PublicId public_id;
    TeamId team;
    Standing standing = Standing::core;
    std::optional<OrganisationId> organisation;  ///< the employer
    std::optional<StaffRecordId> record;
    WorkContact contact;
    Span span;
    bool operator==(const TeamMember&) const = default;
};

Result<Team> checked(Team team);
/// Someone or some post must be meant: a staff record, a name or a job.
Result<TeamMember> checked(TeamMember member);
/// True where both are the same person (or, unnamed, the same post of the same employer) in the same team.
bool is_same_person(const TeamMember& one, const TeamMember& other);
/// A conflict where the same person is in the team already at that time.
Result<void> fits(const TeamMember& next, const std::vector<TeamMember>& held);

}  // namespace kith::partnership
