// Reads a question of the profile from an address, and fetches what it rests on.
#include "db/known_at.hpp"
#include "profile/child_population_register.hpp"
#include "profile/place_feed.hpp"
#include "profile/profile_pages.hpp"
#include "workforce/question_register.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::profile {

namespace {

using access::Permission;
using tally::Column;

/// How far this viewer may go with a guarded field: as far as with staff themselves, in groups, or not at all.
Allowed allowed(const web::Visit& visit, Permission field)
{
    const auto reach = visit.reach(Permission::see_staff);
    if (visit.reach(field) == reach) return Allowed::whole;
    return visit.reach(Permission::see_guarded_figures) == reach ? Allowed::in_groups : Allowed::nothing;
}

void narrow_to_setting(Asked& asked, const Places& places, const web::Visit& visit)
{
    const auto wanted = visit.request.query("setting");
    if (wanted.empty()) return;
    const auto found = std::ranges::find(places.settings, wanted, [](const auto& setting) { return setting.public_id.text(); });
    if (found == places.settings.end()) {
        asked.form.add({ProblemKind::unacceptable, "setting", "There is no such setting: take it off"});
        return;
    }
    asked.question.setting = found->public_id;
    asked.ground = asked.ground.keeping(Column::setting, asked.ground.codes_of(Column::setting, {workforce::tally_text(found->id)}));
}

/// Whose staff records are of the team alone.
void narrow_to_team(Asked& asked, const Places& places, const web::Visit& visit)
{
    const auto wanted = visit.request.query("team");
    if (wanted.empty()) return;
    const auto found = std::ranges::find(places.teams, wanted, &partnership::Team::code);
    if (found == places.teams.end()) {
        asked.form.add({ProblemKind::unacceptable, "team", "There is no such team: take it off"});
        return;
    }
    auto& ground = asked.ground;
    asked.question.team = found->code;
    const auto named = std::ranges::find(*ground.teams, found->name, &TeamMembers::name);
    ground.team = std::make_shared<const tally::Derived>(tally::derived_from_records(ground.table(), named == ground.teams->end() ? std::vector<std::int64_t>{} : named->records));
    ground.query.keep(*ground.team, {1});
}

/// The localities whose children the staff are held against: those asked about, else those of a reach that is localities alone, else none, which is the area.
std::vector<access::LocalityId> places_asked_about(const Asked& asked, const access::Reach& reach)
{
    std::vector<access::LocalityId> places;
    for (const auto& locality : asked.names->localities) {
        if (std::ranges::find(asked.question.staff.localities, locality.code) != asked.question.staff.localities.end()) places.push_back(locality.id);
    }
    return places.empty() && !reach.is_everything() && reach.organisations().empty() ? reach.localities() : places;
}

/// The members of each team on the day who are staff records within reach of the query's own scope; counts see to the rest.
std::vector<TeamMembers> members_of(const Places& places, Date on)
{
    std::vector<TeamMembers> teams;
    for (const auto& team : places.teams) {
        if (!team.span.contains(on)) continue;
        TeamMembers members{.name = team.name, .records = {}, .outside = 0};
        for (const auto& member : places.members) {
            if (member.team != team.id || !member.span.contains(on)) continue;
            member.record ? members.records.push_back(member.record->value()) : void(++members.outside);
        }
        teams.push_back(std::move(members));
    }
    return teams;
}

}  // namespace

web::Address Asked::address(std::string path) const
{
    return address_of(std::move(path), question, today);
}

std::string Asked::words() const
{
    auto words = workforce::in_words(question.staff, *names);
    if (question.setting) {
        const auto found = std::ranges::find(places->settings, *question.setting, &partnership::Setting::public_id);
        if (found != places->settings.end()) words = found->name + "; " + words;
    }
    if (!question.team.empty()) {
        const auto found = std::ranges::find(places->teams, question.team, &partnership::Team::code);
        if (found != places->teams.end()) words = "team " + found->name + "; " + words;
    }
    if (question.known_at) words += ", as known on " + question.known_at->in_words();
    return words;
}

std::string Asked::caution() const
{
    std::string words;
    if (question.staff.on > today) words = fmt::format("{} has not come: only starts and endings that are known already are counted. ", question.staff.on.in_words());
    if (question.known_at) words += fmt::format("This is what the register knew at the end of {}: what came in later, for whatever day, is not in it. ", question.known_at->in_words());
    if (!words.empty()) words.pop_back();
    return words;
}

Result<Asked> ask(web::Visit& visit, const Sources& sources)
{
    if (!workforce::may_see_rows(visit)) return std::unexpected(Problem{ProblemKind::not_found, "", "This page is for those who may see the staff behind its figures"});
    Asked asked{.snapshot = {}, .names = {}, .question = {}, .ground = {}, .form = web::Form{visit.request.target.query, {}}, .coverage = {}, .mappings = {}, .today = visit.today()};
    asked.question.staff = workforce::question_of(visit, asked.form);
    if (const auto known = asked.form.optional_date("known", "As known on"); !known) asked.form.add(known.error());
    else if (*known && **known > visit.today()) asked.form.add({ProblemKind::unacceptable, "known", "As known on must be today or a day before it"});
    else if (*known && **known < visit.today()) asked.question.known_at = *known;
    auto& reader = visit.reader();
    asked.snapshot = asked.question.known_at ? sources.feed->as_known_at(reader, db::last_change_set_by(reader, *asked.question.known_at)) : sources.feed->up_to_date(reader);
    asked.places = sources.places->up_to_date(reader);
    const auto& places = asked.places;
    const auto reach = visit.reach(Permission::see_staff);
    asked.names = std::make_shared<const workforce::Names>(*sources.packs, workforce::localities_for(reach, places->localities),
                                                           visit.reach().is_everything() ? places->organisations : workforce::organisations_for(visit, asked.snapshot->table));
    asked.question.staff = workforce::understood_or_said(asked.question.staff, *asked.names, asked.snapshot->table, asked.form);
    workforce::fill_day(asked.form, asked.question.staff.on);

    auto& ground = asked.ground;
    ground.snapshot = asked.snapshot;
    ground.names = asked.names.get();
    ground.query = workforce::query_of(asked.question.staff, *asked.names, asked.snapshot->table, reach);
    ground.era = asked.question.staff.on < Date::of(2012, 9, 1).value() ? packs::Era::of_2009 : packs::Era::now;
    ground.allowed = {Allowed::whole, allowed(visit, Permission::see_birth_dates), allowed(visit, Permission::see_equality), allowed(visit, Permission::see_pay),
                      allowed(visit, Permission::see_absence)};
    ground.on_today = asked.question.staff.on == visit.today() && !asked.question.known_at;
    ground.teams = std::make_shared<const std::vector<TeamMembers>>(members_of(*places, asked.question.staff.on));
    ground.around = places->around;
    if (asked.question.known_at) {
        auto then = *places->around;
        then.children = child_counts_as_known(reader, asked.snapshot->change_set);
        ground.around = std::make_shared<const Surroundings>(std::move(then));
    }
    ground.places = places_asked_about(asked, reach);
    narrow_to_setting(asked, *places, visit);
    narrow_to_team(asked, *places, visit);
    asked.coverage = workforce::coverage_of(asked.question.staff, *asked.names, *asked.snapshot, visit.reach(), visit.today(), places->settings);
    asked.mappings = workforce::mappings_used(*asked.snapshot, *sources.packs);
    return asked;
}

}  // namespace kith::profile
