#include "reception/roles_pages.hpp"

#include "base/text.hpp"
#include "db/transaction.hpp"
#include "reception/account_views.hpp"
#include "reception/accounts_pages.hpp"
#include "reception/fields_views.hpp"
#include "reception/roles_views.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <charconv>

namespace kith::reception {

namespace {

std::optional<std::int64_t> number_in(std::string_view text)
{
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

std::vector<Place> places_for(db::Reader& reader, const Places& places, access::ScopeKind kind)
{
    if (kind == access::ScopeKind::organisation || kind == access::ScopeKind::own_record) return places.organisations(reader);
    if (kind == access::ScopeKind::locality) return places.localities(reader);
    return {};
}

/// The record of the reference that the form gives, in the organisation that it chose.
Result<access::Scope> chosen_record(web::Visit& visit, const Desk& desk, access::OrganisationId organisation)
{
    const auto reference = visit.form().text("reference");
    if (reference.empty()) return unacceptable("reference", "Enter the staff reference that the organisation uses");
    const auto record = desk.places.staff_record(visit.reader(), organisation, reference);
    if (!record) return unacceptable("reference", "This organisation has reported nobody under that staff reference. Check both");
    return access::Scope::own_record(*record);
}

/// The scope that the form chose; a place that is not offered is not taken.
Result<access::Scope> chosen_scope(web::Visit& visit, const Desk& desk, access::ScopeKind kind)
{
    const auto given = visit.form().text("place");
    if (kind == access::ScopeKind::area) return access::Scope::area();
    const auto key = number_in(given);
    const auto offered = places_for(visit.reader(), desk.places, kind);
    if (!key || std::none_of(offered.begin(), offered.end(), [&](const Place& place) { return place.key == *key; })) {
        return unacceptable("place", kind == access::ScopeKind::locality ? "Choose a locality" : "Choose an organisation");
    }
    if (kind == access::ScopeKind::own_record) return chosen_record(visit, desk, access::OrganisationId{*key});
    return access::Scope{kind, *key};
}

web::PageParts role_parts(const access::Account& account, const access::RoleRow& role)
{
    return {.title = "Give the role of " + lower_ascii(role.label), .caption = account.name, .back = account_path(account, "/roles/new"), .nav = "/accounts"};
}

ui::Html role_form(web::Visit& visit, const Desk& desk, const access::Account& account, const access::RoleRow& role)
{
    const auto places = places_for(visit.reader(), desk.places, role.scope);
    return ui::two_thirds(visit.in_form({.action = account_path(account, "/roles/new/" + std::string{role.name})},
                                        new_role_fields(visit.form(), role, places)));
}

struct Wanted {
    access::Grant grant;
    Period period;
};

/// What the form asks for; problems are put on the form.
std::optional<Wanted> wanted_role(web::Visit& visit, const Desk& desk, const access::RoleRow& role)
{
    auto& form = visit.form();
    const auto scope = chosen_scope(visit, desk, role.scope);
    const auto from = form.date("from", "First day");
    const auto to = form.optional_date("to", "Last day");
    if (!scope) form.add(scope.error());
    if (!from) form.add(from.error());
    if (!to) form.add(to.error());
    if (form.has_problems()) return std::nullopt;
    return Wanted{{role.role, *scope}, {*from, *to}};
}

/// The viewer with the reason that the form asked for.
access::By by_viewer_for(web::Visit& visit)
{
    auto by = by_viewer(visit);
    by.why = std::string{clipped(visit.form().text("why"), 200)};
    return by;
}

Result<access::HeldGrant> grant_in_path(web::Visit& visit, const access::Account& account)
{
    const auto number = number_in(visit.parameter("grant"));
    for (auto& held : access::list_grants(visit.reader(), account.id)) {
        if (number && held.id.value() == *number) return held;
    }
    return not_found("Role");
}

}  // namespace

web::Response show_roles(web::Visit& visit)
{
    const auto account = account_in_path(visit);
    if (!account) return visit.problem(account.error());
    return visit.page({.title = "Give a role", .caption = account->name, .back = account_path(*account), .nav = "/accounts"},
                      ui::two_thirds(role_choices(*account)));
}

web::Response show_new_role(web::Visit& visit, const Desk& desk)
{
    const auto account = account_in_path(visit);
    if (!account) return visit.problem(account.error());
    const auto role = access::role_named(visit.parameter("role"));
    if (!role) return visit.problem(not_found("Role").error());
    const auto today = visit.today();
    visit.form().fill("from-day", std::to_string(today.day())).fill("from-month", std::to_string(today.month())).fill("from-year", std::to_string(today.year()));
    const auto& row = access::row_of(*role);
    return visit.page(role_parts(*account, row), role_form(visit, desk, *account, row));
}

web::Response give_role(web::Visit& visit, const Desk& desk)
{
    const auto account = account_in_path(visit);
    if (!account) return visit.problem(account.error());
    const auto role = access::role_named(visit.parameter("role"));
    if (!role) return visit.problem(not_found("Role").error());
    const auto& row = access::row_of(*role);
    if (const auto wanted = wanted_role(visit, desk, row)) {
        const auto given = access::give_role(visit.writer(), account->id, wanted->grant, wanted->period, by_viewer_for(visit), visit.now());
        if (given) {
            visit.writer().commit();
            return visit.redirect(account_path(*account), "Role given");
        }
        visit.form().add(given.error());
    }
    return visit.try_again(role_parts(*account, row), role_form(visit, desk, *account, row));
}

web::Response show_end_role(web::Visit& visit, const Desk& desk)
{
    const auto account = account_in_path(visit);
    if (!account) return visit.problem(account.error());
    const auto held = grant_in_path(visit, *account);
    if (!held) return visit.problem(held.error());
    ScopeWords words{visit.reader(), desk.places};
    const auto content = ui::paragraph(account->name + " holds the role " + words.of(held->grant) + ". It ends at once.") +
                         visit.in_form({.action = visit.request.target.path()}, why_field(visit.form()) + warning_button("End role"));
    return visit.page({.title = "End this role", .back = account_path(*account), .nav = "/accounts"}, ui::two_thirds(content));
}

web::Response end_role(web::Visit& visit)
{
    const auto account = account_in_path(visit);
    if (!account) return visit.problem(account.error());
    const auto held = grant_in_path(visit, *account);
    if (!held) return visit.problem(held.error());
    const auto ended = access::end_role(visit.writer(), account->id, held->id, by_viewer_for(visit), visit.now());
    if (!ended) return visit.problem(ended.error());
    visit.writer().commit();
    return visit.redirect(account_path(*account), "Role ended");
}

}  // namespace kith::reception
