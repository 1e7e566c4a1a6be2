#pragma once
// Things of one kind that people keep by hand below something else: a page to add one, a page to change one, and taking one away. Each is a change set. Two people on
// one thing are merged field by field: what only the other changed is taken over, and what both changed is shown to the second before anything is kept.
#include "access/permission.hpp"
#include "db/typed_table.hpp"
#include "web/thing_fields.hpp"
#include "web/visit.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace kith::web {

/// Where things of one kind stand, on one visit.
template <class T>
struct ThingPlace {
    PageParts parts;                 ///< of the pages with a form; their titles say what is done
    std::string path;                ///< of the things: "/strategy/06…/risks"
    std::string query = {};          ///< what a form for a new one is posted with: "?kind=theme"
    T fresh{};                       ///< a new one, with what it stands under
    ThingFields<T> fields;
    std::function<bool(const T&)> is_here;
    std::function<std::vector<Problem>(db::Reader&, const T&)> problems;       ///< everything in the way of keeping it
    std::function<Result<void>(db::Reader&)> still = {};                       ///< what it stands under may still change; asked again when nobody else writes
    std::function<std::string(const T&)> then;                                 ///< the path that follows
    std::string then_taken;                                                    ///< the path that follows one that was taken away
    std::function<void(db::ChangeSet&, const T&)> take_away = {};              ///< where more goes with it
    std::function<Result<void>(db::Reader&, const T&)> may_go = {};            ///< an error where it is not taken away any more
    std::function<void(db::ChangeSet&, const T& before, const T& now)> with = {};  ///< what is kept with it; before: as it was, or as a new one begins
};

template <class T>
struct Things {
    const db::TypedTable<T>& table;
    std::string parameter;                               ///< by which paths name one: "risk"
    std::string one, a_one;                              ///< "risk", "a risk"
    std::function<Result<ThingPlace<T>>(Visit&)> place;
};

/// Parts of pages that are the same for every type.
Response thing_form_page(Visit& visit, PageParts parts, std::string title, const std::string& action, const ui::Html& inside, const std::string& away = {});
/// Hidden boxes that hold what a field was when the form was made.
ui::Html was_fields(const Fields& boxes);
/// What was_fields() sent, in the order of `boxes`; none where the form did not say.
std::optional<Fields> was(const Form& form, const Fields& boxes);
/// The same but for how lines end, which browsers write in their own way.
bool is_same(const Fields& one, const Fields& other);
/// "Somebody changed this meanwhile to ...": what the second of two people reads.
std::string changed_meanwhile_to(const Fields& boxes);

template <class T>
Response thing_form(Visit& visit, const ThingPlace<T>& place, std::string title, const std::string& action, const T* held, const std::string& away = {})
{
    ui::Html inside;
    for (const auto& field : place.fields) inside += field.shown(visit.form());
    if (held != nullptr)
        for (const auto& field : place.fields) inside += was_fields(field.written(*held));
    return thing_form_page(visit, place.parts, std::move(title), action, inside, away);
}

template <class T>
void read_thing(Visit& visit, const ThingPlace<T>& place, db::Reader& reader, T& thing)
{
    auto& form = visit.form();
    for (const auto& field : place.fields) field.read(form, thing);
    for (auto& problem : place.problems(reader, thing))
        if (!form.error(problem.field)) form.add(std::move(problem));
}

/// What somebody else changed since the form was made: taken over where this form left it alone, else told beside it.
template <class T>
void merge_into(Visit& visit, const ThingPlace<T>& place, const T& now, T& thing)
{
    auto& form = visit.form();
    for (const auto& field : place.fields) {
        const auto theirs = field.written(now), ours = field.written(thing);
        const auto before = was(form, theirs);
        if (!before || is_same(*before, theirs) || is_same(ours, theirs)) continue;
        if (!is_same(ours, *before)) {
            form.add({.field = field.name, .message = changed_meanwhile_to(theirs)});
            continue;
        }
        field.take_over(thing, now);
        for (const auto& [name, value] : theirs) form.put(name, value);
    }
}

template <class T>
Response add_thing(Visit& visit, const Things<T>& things)
{
    const auto place = things.place(visit);
    if (!place) return visit.problem(place.error());
    auto thing = place->fresh;
    read_thing(visit, *place, visit.reader(), thing);
    if (visit.form().has_problems()) return thing_form(visit, *place, "Add " + things.a_one, place->path + place->query, static_cast<const T*>(nullptr));
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Added: " + things.one};
    if (place->still)
        if (const auto still = place->still(visit.writer()); !still) return visit.problem(still.error());
    thing = things.table.keep(changes, std::move(thing), visit.now());
    if (place->with) place->with(changes, place->fresh, thing);
    visit.writer().commit();
    return visit.redirect(place->then(thing), "Added");
}

/// The thing that the path names, below its place.
template <class T>
Result<T> thing_in_path(Visit& visit, const Things<T>& things, const ThingPlace<T>& place, db::Reader& reader)
{
    const auto id = visit.public_id(things.parameter);
    if (!id) return std::unexpected(id.error());
    auto thing = things.table.find(reader, *id);
    if (!thing || !place.is_here(*thing)) return not_found("Page");
    return *std::move(thing);
}

template <class T>
Response change_thing(Visit& visit, const Things<T>& things)
{
    const auto place = things.place(visit);
    if (!place) return visit.problem(place.error());
    auto thing = thing_in_path(visit, things, *place, visit.reader());
    if (!thing) return visit.problem(thing.error());
    const auto path = place->path + "/" + thing->public_id.text();
    read_thing(visit, *place, visit.reader(), *thing);
    if (visit.form().has_problems()) {
        const auto held = thing_in_path(visit, things, *place, visit.reader());
        return thing_form(visit, *place, "Change the " + things.one, path + "/change", &*held, path + "/away");
    }
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Changed: " + things.one};
    if (place->still)
        if (const auto still = place->still(visit.writer()); !still) return visit.problem(still.error());
    const auto now = thing_in_path(visit, things, *place, visit.writer());
    if (!now) return visit.problem(conflict("Somebody took this " + things.one + " away meanwhile").error());
    merge_into(visit, *place, *now, *thing);
    if (!visit.form().has_problems())
        for (auto& problem : place->problems(visit.writer(), *thing)) visit.form().add(std::move(problem));
    if (visit.form().has_problems()) return thing_form(visit, *place, "Change the " + things.one, path + "/change", &*now, path + "/away");
    auto kept = *now;  // what no field of the form shows stays as it is now
    for (const auto& field : place->fields) field.take_over(kept, *thing);
    if (kept != *now) things.table.keep(changes, kept, visit.now());
    if (kept != *now && place->with) place->with(changes, *now, kept);
    visit.writer().commit();
    return visit.redirect(place->then(kept), "Saved");
}

template <class T>
Response take_thing_away(Visit& visit, const Things<T>& things)
{
    const auto place = things.place(visit);
    if (!place) return visit.problem(place.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Taken away: " + things.one};
    if (place->still)
        if (const auto still = place->still(visit.writer()); !still) return visit.problem(still.error());
    if (const auto thing = thing_in_path(visit, things, *place, visit.writer())) {
        if (place->may_go)
            if (const auto may = place->may_go(visit.writer(), *thing); !may) return visit.problem(may.error());
        if (place->take_away) place->take_away(changes, *thing);
        else things.table.end(changes, *thing);
    } else return visit.problem(thing.error());
    visit.writer().commit();
    return visit.redirect(place->then_taken, "Taken away");
}

template <class T>
Response show_add_thing(Visit& visit, const Things<T>& things)
{
    const auto place = things.place(visit);
    if (!place) return visit.problem(place.error());
    for (const auto& field : place->fields)
        for (const auto& [name, value] : field.written(place->fresh)) visit.form().fill(name, value);
    return thing_form(visit, *place, "Add " + things.a_one, place->path + place->query, static_cast<const T*>(nullptr));
}

template <class T>
Response show_change_thing(Visit& visit, const Things<T>& things)
{
    const auto place = things.place(visit);
    if (!place) return visit.problem(place.error());
    const auto thing = thing_in_path(visit, things, *place, visit.reader());
    if (!thing) return visit.problem(thing.error());
    for (const auto& field : place->fields)
        for (const auto& [name, value] : field.written(*thing)) visit.form().fill(name, value);
    const auto path = place->path + "/" + thing->public_id.text();
    return thing_form(visit, *place, "Change the " + things.one, path + "/change", &*thing, path + "/away");
}

/// PATTERN/new, PATTERN (post), PATTERN/{parameter}/change and PATTERN/{parameter}/away, for those who hold the permission.
template <class T>
void add_thing_routes(Routes& routes, const std::string& pattern, access::Permission permission, const Things<T>& things)
{
    constexpr RouteFlags slow{.on_worker = true};
    const auto one = pattern + "/{" + things.parameter + "}";
    routes.get(pattern + "/new", permission, [things](Visit& visit) { return show_add_thing(visit, things); }, slow);
    routes.post(pattern, permission, [things](Visit& visit) { return add_thing(visit, things); }, slow);
    routes.get(one + "/change", permission, [things](Visit& visit) { return show_change_thing(visit, things); }, slow);
    routes.post(one + "/change", permission, [things](Visit& visit) { return change_thing(visit, things); }, slow);
    routes.post(one + "/away", permission, [things](Visit& visit) { return take_thing_away(visit, things); }, slow);
}

}  // namespace kith::web
