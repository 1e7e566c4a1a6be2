#include "partnership/dated_register.hpp"

#include "partnership/dated_store.hpp"

namespace kith::partnership {

namespace {

template <class T>
bool has_code_taken(db::Reader& reader, const T& value)
{
    return !load<T>(reader, "code = $1 AND id <> $2", value.code, value.id).empty();
}

std::unexpected<Problem> code_taken(std::string_view what)
{
    return std::unexpected(Problem{ProblemKind::conflict, "code", fmt::format("Another {} has this code", what)});
}

std::vector<RegisterNumber> same_numbers(db::Reader& reader, const RegisterNumber& number)
{
    return load<RegisterNumber>(reader, "kind = $1 AND number = $2", number.kind, number.number);
}

/// The value as it may be written, or why not; adding and changing ask the same.
Result<OrganisationLink> ready(db::Reader& reader, const packs::Packs*, OrganisationLink link)
{
    if (auto good = fits(link, all_organisation_links(reader)); !good) return std::unexpected(good.error());
    return link;
}

Result<RegisterNumber> ready(db::Reader& reader, const packs::Packs* packs, RegisterNumber number)
{
    auto text = checked_number(packs->list("register_number_kinds"), number.kind, number.number);
    if (!text) return std::unexpected(text.error());
    number.number = *text;
    if (auto good = fits(number, same_numbers(reader, number)); !good) return std::unexpected(good.error());
    return number;
}

Result<Cluster> ready(db::Reader& reader, const packs::Packs*, Cluster cluster)
{
    auto good = checked(std::move(cluster));
    if (good && has_code_taken(reader, *good)) return code_taken("cluster");
    return good;
}

Result<ClusterSetting> ready(db::Reader& reader, const packs::Packs*, ClusterSetting member)
{
    auto held = load<ClusterSetting>(reader, "cluster_id = $1 AND setting_id = $2", member.cluster, member.setting);
    if (auto good = fits(member, held); !good) return std::unexpected(good.error());
    return member;
}

Result<Team> ready(db::Reader& reader, const packs::Packs*, Team team)
{
    auto good = checked(std::move(team));
    if (good && has_code_taken(reader, *good)) return code_taken("team");
    return good;
}

Result<TeamMember> ready(db::Reader& reader, const packs::Packs*, TeamMember member)
{
    auto good = checked(std::move(member));
    if (!good) return good;
    if (auto alone = fits(*good, load<TeamMember>(reader, "team_id = $1", good->team)); !alone) return std::unexpected(alone.error());
    return good;
}

Result<NamedLink> ready(db::Reader& reader, const packs::Packs*, NamedLink link)
{
    auto good = checked(std::move(link));
    if (!good) return good;
    if (auto alone = fits(*good, load<NamedLink>(reader, "kind = $1", good->kind)); !alone) return std::unexpected(alone.error());
    return good;
}

template <class T>
Result<T> added(db::ChangeSet& changes, const packs::Packs* packs, T value, Instant now)
{
    auto good = ready(changes.writer(), packs, std::move(value));
    if (!good) return good;
    return insert(changes, std::move(*good), now);
}

template <class T>
Result<void> changed(db::ChangeSet& changes, const packs::Packs* packs, const T& value)
{
    auto good = ready(changes.writer(), packs, value);
    if (!good) return std::unexpected(good.error());
    put(changes, *good);
    return {};
}

}  // namespace

std::vector<OrganisationLink> all_organisation_links(db::Reader& reader) { return load_all<OrganisationLink>(reader); }
std::vector<RegisterNumber> all_register_numbers(db::Reader& reader) { return load_all<RegisterNumber>(reader); }
std::vector<Cluster> all_clusters(db::Reader& reader) { return load_all<Cluster>(reader); }
std::vector<ClusterSetting> all_cluster_settings(db::Reader& reader) { return load_all<ClusterSetting>(reader); }
std::vector<Team> all_teams(db::Reader& reader) { return load_all<Team>(reader); }
std::vector<TeamMember> all_team_members(db::Reader& reader) { return load_all<TeamMember>(reader); }
std::vector<NamedLink> all_named_links(db::Reader& reader) { return load_all<NamedLink>(reader); }

Result<OrganisationId> find_organisation_with_number(db::Reader& reader, std::string_view kind, std::string_view number, Date day)
{
    for (const auto& held : load<RegisterNumber>(reader, "kind = $1 AND number = $2 ORDER BY id", kind, number)) {
        if (held.span.contains(day)) return held.organisation;
    }
    return not_found("Organisation");
}

std::string returns_every(const packs::Packs& packs, const Organisation& organisation)
{
    if (!organisation.returns_every.empty()) return organisation.returns_every;
    const auto* kind = packs.list("organisation_kinds").find(organisation.kind);
    return kind == nullptr || kind->attribute("returns").empty() ? "yearly" : std::string{kind->attribute("returns")};
}

Result<OrganisationLink> add(db::ChangeSet& changes, OrganisationLink link, Instant now) { return added(changes, nullptr, std::move(link), now); }
Result<RegisterNumber> add(db::ChangeSet& changes, const packs::Packs& packs, RegisterNumber number, Instant now) { return added(changes, &packs, std::move(number), now); }
Result<Cluster> add(db::ChangeSet& changes, Cluster cluster, Instant now) { return added(changes, nullptr, std::move(cluster), now); }
Result<ClusterSetting> add(db::ChangeSet& changes, ClusterSetting member, Instant now) { return added(changes, nullptr, std::move(member), now); }
Result<Team> add(db::ChangeSet& changes, Team team, Instant now) { return added(changes, nullptr, std::move(team), now); }
Result<TeamMember> add(db::ChangeSet& changes, TeamMember member, Instant now) { return added(changes, nullptr, std::move(member), now); }
Result<NamedLink> add(db::ChangeSet& changes, NamedLink link, Instant now) { return added(changes, nullptr, std::move(link), now); }
Result<void> change(db::ChangeSet& changes, const OrganisationLink& link) { return changed(changes, nullptr, link); }
Result<void> change(db::ChangeSet& changes, const packs::Packs& packs, RegisterNumber number) { return changed(changes, &packs, number); }
Result<void> change(db::ChangeSet& changes, const Cluster& cluster) { return changed(changes, nullptr, cluster); }
Result<void> change(db::ChangeSet& changes, const ClusterSetting& member) { return changed(changes, nullptr, member); }
Result<void> change(db::ChangeSet& changes, const Team& team) { return changed(changes, nullptr, team); }
Result<void> change(db::ChangeSet& changes, const TeamMember& member) { return changed(changes, nullptr, member); }
Result<void> change(db::ChangeSet& changes, const NamedLink& link) { return changed(changes, nullptr, link); }

}  // namespace kith::partnership
