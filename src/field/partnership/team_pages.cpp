// Handlers of teams and their members.
#include "partnership/dated_register.hpp"
#include "partnership/edit_pages.hpp"
#include "partnership/field_views.hpp"
#include "partnership/lookup_pages.hpp"
#include "partnership/network_pages.hpp"

#include <algorithm>
#include <set>

namespace kith::partnership {

namespace {

using access::Permission;

const web::Crumb teams_crumb{.text = "Teams", .href = "/teams"};

/// A team is in reach where its leader is, an employer of one of its members, or its locality.
bool is_within(const access::Reach& reach, const Team& team, const std::vector<TeamMember>& members)
{
    if (reach.is_everything() || (team.led_by && reach.covers(*team.led_by))) return true;
    if (team.locality && reach.covers(access::Subject{.organisation = {}, .localities = {*team.locality}, .staff_record = {}})) return true;
    return std::ranges::any_of(members, [&](const TeamMember& member) { return member.team == team.id && member.organisation && reach.covers(*member.organisation); });
}

Team read_team(web::Form& form, const Directory& directory, Team before)
{
    before.name = form.text("name");
    before.code = form.text("code");
    before.kind = form.text("kind");
    before.led_by = chosen_organisation(form, "led_by", directory);
    before.locality = chosen_locality(form, "locality", directory);
    before.span = read_span(form);
    return before;
}

TeamMember read_member(web::Visit& visit, const Sources& sources, const Directory& directory, TeamMember before)
{
    auto& form = visit.form();
    if (auto standing = parse_standing(form.text("standing"))) before.standing = *standing;
    else form.add({ProblemKind::unacceptable, "standing", "Choose whether they are a core or a virtual member"});
    before.organisation = chosen_organisation(form, "organisation", directory);
    before.record = chosen_record(visit, sources, form, before.organisation);
    before.contact = read_contact(form);
    before.span = read_span(form);
    return before;
}

EditFrame team_frame(const Sources& sources, const Directory& directory, Date today, std::string title, std::string back, std::string action)
{
    return {.title = std::move(title), .back = std::move(back), .action = std::move(action),
            .fields = [&sources, &directory, today](const web::Form& form) { return team_fields(sources, directory, form, today); }};
}

EditFrame member_frame(const Directory& directory, Date today, std::string title, std::string back, std::string action)
{
    return {.title = std::move(title), .back = std::move(back), .action = std::move(action),
            .fields = [&directory, today](const web::Form& form) { return member_fields(directory, form, today); }};
}

/// The team that a member is in; whoever may change a member may see it.
Result<Team> team_of(db::Reader& reader, const TeamMember& member)
{
    auto found = load<Team>(reader, "id = $1", member.team);
    if (found.empty()) return not_found("Team");
    return found.front();
}

}  // namespace

web::Response list_teams(web::Visit& visit, const Sources& sources)
{
    const auto directory = load_directory(visit.reader());
    const auto members = all_team_members(visit.reader());
    std::vector<TeamLine> lines;
    for (auto& team : load<Team>(visit.reader(), "1 = 1 ORDER BY name, id")) {
        if (team.span.is_over(visit.today()) || !is_within(visit.reach(), team, members)) continue;
        TeamLine line{.team = std::move(team)};
        std::set<OrganisationId> employers;
        for (const auto& member : members) {
            if (member.team != line.team.id || !member.span.contains(visit.today())) continue;
            ++line.members;
            if (member.organisation) employers.insert(*member.organisation);
        }
        line.employers = static_cast<std::int64_t>(employers.size());
        lines.push_back(std::move(line));
    }
    return visit.page({.title = "Teams", .nav = "/organisations", .wide = true}, team_list(sources, directory, lines, visit.may(Permission::manage_organisations)));
}

web::Response show_team(web::Visit& visit, const Sources& sources)
{
    auto team = asked_for<Team>(visit, "team", "Team");
    if (!team) return visit.problem(team.error());
    const auto members = load<TeamMember>(visit.reader(), "team_id = $1 ORDER BY id", team->id);
    if (!is_within(visit.reach(), *team, members)) return visit.problem(not_found("Team").error());
    const auto directory = load_directory(visit.reader());
    std::vector<StaffRecordId> records;
    for (const auto& member : members)
        if (member.record && !member.span.is_over(visit.today())) records.push_back(*member.record);
    const auto names = staff_names(visit, sources, std::move(records));
    return visit.page({.title = team->name, .breadcrumbs = {teams_crumb}, .nav = "/organisations"},
                      team_page({.sources = sources, .directory = directory, .team = *team, .members = members, .names = names, .may_open = may_open(visit, directory.settings),
                                 .today = visit.today(), .may_manage = visit.may(Permission::manage_organisations)}));
}

web::Response new_team(web::Visit& visit, const Sources& sources)
{
    const auto directory = load_directory(visit.reader());
    return shown(visit, team_frame(sources, directory, visit.today(), "Add a team", "/teams", "/teams/new"));
}

web::Response create_team(web::Visit& visit, const Sources& sources)
{
    const auto directory = load_directory(visit.reader());
    const auto team = read_team(visit.form(), directory, {});
    return saved(visit, team_frame(sources, directory, visit.today(), "Add a team", "/teams", "/teams/new"), "Team added: " + team.name, "Team added", [&](db::ChangeSet& changes) -> Result<std::string> {
        auto added = add(changes, team, visit.now());
        if (!added) return std::unexpected(added.error());
        return path_of(*added);
    });
}

web::Response edit_team(web::Visit& visit, const Sources& sources)
{
    auto team = asked_for<Team>(visit, "team", "Team");
    if (!team) return visit.problem(team.error());
    const auto directory = load_directory(visit.reader());
    auto& form = visit.form();
    form.fill("name", team->name).fill("code", team->code).fill("kind", team->kind);
    if (const auto* leader = directory.organisation(team->led_by)) form.fill("led_by", leader->public_id.text());
    for (const auto& locality : directory.localities)
        if (team->locality == locality.id) form.fill("locality", locality.code);
    fill(form, team->span);
    fill_seen(visit, Stored<Team>::table(), team->id.value());
    return shown(visit, team_frame(sources, directory, visit.today(), "Change a team", path_of(*team), path_of(*team) + "/edit"));
}

web::Response update_team(web::Visit& visit, const Sources& sources)
{
    auto team = asked_for<Team>(visit, "team", "Team");
    if (!team) return visit.problem(team.error());
    const auto directory = load_directory(visit.reader());
    const auto next = read_team(visit.form(), directory, *team);
    const auto path = path_of(*team);
    return saved(visit, team_frame(sources, directory, visit.today(), "Change a team", path, path + "/edit"), "Team changed: " + next.name, "Team changed", [&](db::ChangeSet& changes) -> Result<std::string> {
        if (auto same = still_as_seen(visit, Stored<Team>::table(), team->id.value()); !same) return std::unexpected(same.error());
        if (auto done = change(changes, next); !done) return std::unexpected(done.error());
        return path;
    });
}

web::Response new_member(web::Visit& visit, const Sources&)
{
    auto team = asked_for<Team>(visit, "team", "Team");
    if (!team) return visit.problem(team.error());
    const auto directory = load_directory(visit.reader());
    return shown(visit, member_frame(directory, visit.today(), "Add a member", path_of(*team), path_of(*team) + "/members/new"));
}

web::Response create_member(web::Visit& visit, const Sources& sources)
{
    auto team = asked_for<Team>(visit, "team", "Team");
    if (!team) return visit.problem(team.error());
    const auto directory = load_directory(visit.reader());
    const auto member = read_member(visit, sources, directory, {.team = team->id});
    const auto path = path_of(*team);
    return saved(visit, member_frame(directory, visit.today(), "Add a member", path, path + "/members/new"), "Member added to " + team->name, "Member added", [&](db::ChangeSet& changes) -> Result<std::string> {
        if (auto added = add(changes, member, visit.now()); !added) return std::unexpected(added.error());
        return path;
    });
}

web::Response edit_member(web::Visit& visit, const Sources&)
{
    auto member = asked_for<TeamMember>(visit, "member", "Member");
    if (!member) return visit.problem(member.error());
    auto team = team_of(visit.reader(), *member);
    if (!team) return visit.problem(team.error());
    const auto directory = load_directory(visit.reader());
    visit.form().fill("standing", std::string{code_of(member->standing)});
    if (const auto* employer = directory.organisation(member->organisation)) visit.form().fill("organisation", employer->public_id.text());
    fill(visit.form(), member->contact);
    fill(visit.form(), member->span);
    fill_seen(visit, Stored<TeamMember>::table(), member->id.value());
    return shown(visit, member_frame(directory, visit.today(), "Change a member", path_of(*team), "/team-members/" + member->public_id.text() + "/edit"));
}

web::Response update_member(web::Visit& visit, const Sources& sources)
{
    auto member = asked_for<TeamMember>(visit, "member", "Member");
    if (!member) return visit.problem(member.error());
    auto team = team_of(visit.reader(), *member);
    if (!team) return visit.problem(team.error());
    const auto directory = load_directory(visit.reader());
    auto next = read_member(visit, sources, directory, *member);
    if (!next.record && visit.form().text("reference").empty() && next.organisation == member->organisation) next.record = member->record;
    const auto path = path_of(*team);
    return saved(visit, member_frame(directory, visit.today(), "Change a member", path, "/team-members/" + member->public_id.text() + "/edit"), "Member changed in " + team->name, "Member changed",
                 [&](db::ChangeSet& changes) -> Result<std::string> {
                     if (auto same = still_as_seen(visit, Stored<TeamMember>::table(), member->id.value()); !same) return std::unexpected(same.error());
                     if (auto done = change(changes, next); !done) return std::unexpected(done.error());
                     return path;
                 });
}

}  // namespace kith::partnership
