#include "partnership/team.hpp"

#include "base/text.hpp"
#include "partnership/cluster.hpp"

namespace kith::partnership {

Result<Cluster> checked(Cluster cluster)
{
    auto named = checked_code_and_name(cluster.code, cluster.name);
    if (!named) return std::unexpected(named.error());
    if (auto good = in_order(cluster.span); !good) return std::unexpected(good.error());
    return cluster;
}

Result<void> fits(const ClusterSetting& next, const std::vector<ClusterSetting>& held)
{
    if (auto good = in_order(next.span); !good) return good;
    for (const auto& other : held) {
        if (other.id == next.id && next.id.is_set()) continue;
        if (other.cluster == next.cluster && other.setting == next.setting && other.span.overlaps(next.span)) {
            return std::unexpected(Problem{ProblemKind::conflict, "setting", "This setting is in the cluster already at that time"});
        }
    }
    return {};
}

std::string_view code_of(Standing standing)
{
    return standing == Standing::core ? "core" : "virtual";
}

std::string_view words_for(Standing standing)
{
    return standing == Standing::core ? "Core" : "Virtual";
}

Result<Standing> parse_standing(std::string_view text)
{
    const auto key = lower_ascii(trimmed(text));
    if (key == "core") return Standing::core;
    if (key == "virtual") return Standing::virtual_member;
    return unacceptable("standing", "Membership must be core or virtual");
}

Result<Team> checked(Team team)
{
    auto named = checked_code_and_name(team.code, team.name);
    if (!named) return std::unexpected(named.error());
    if (team.kind.empty()) return unacceptable("kind", "Choose a kind of team");
    if (auto good = in_order(team.span); !good) return std::unexpected(good.error());
    return team;
}

Result<TeamMember> checked(TeamMember member)
{
    auto contact = checked(member.contact);
    if (!contact) return std::unexpected(contact.error());
    member.contact = *contact;
    if (!member.record && member.contact.name.reveal().empty() && member.contact.job.empty()) {
        return unacceptable("contact_name", "Say who or what post it is: a staff reference, a name, or a job");
    }
    if (auto good = in_order(member.span); !good) return std::unexpected(good.error());
    return member;
}

bool is_same_person(const TeamMember& one, const TeamMember& other)
{
    if (one.team != other.team) return false;
    if (one.record || other.record) return one.record == other.record;
    const auto& name = one.contact.name.reveal();
    if (!name.empty() || !other.contact.name.reveal().empty()) return folded(name) == folded(other.contact.name.reveal()) && one.organisation == other.organisation;
    return one.organisation == other.organisation && folded(one.contact.job) == folded(other.contact.job);
}

Result<void> fits(const TeamMember& next, const std::vector<TeamMember>& held)
{
    for (const auto& other : held) {
        if (other.id == next.id && next.id.is_set()) continue;
        if (is_same_person(other, next) && other.span.overlaps(next.span)) {
            return std::unexpected(Problem{ProblemKind::conflict, "from", "This member is in the team already at that time. Change the other entry instead"});
        }
    }
    return {};
}

}  // namespace kith::partnership
