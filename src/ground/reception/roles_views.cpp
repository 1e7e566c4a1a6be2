#include "reception/roles_views.hpp"

#include "reception/account_views.hpp"
#include "reception/fields_views.hpp"
#include "ui/notices.hpp"
#include "ui/words.hpp"

namespace kith::reception {

namespace {

ui::Html place_select(const web::Form& form, const std::string& label, const std::vector<Place>& places)
{
    ui::Select select{.name = "place", .value = form.as_given("place"), .label = {.text = label},
                      .error_message = {.text = form.error("place").value_or("")}};
    select.items.push_back({.value = "", .text = "Choose one"});
    for (const auto& place : places) select.items.push_back({.value = std::to_string(place.key), .text = place.name});
    return ui::select(select);
}

ui::Html where_fields(const web::Form& form, access::ScopeKind kind, const std::vector<Place>& places)
{
    switch (kind) {
    case access::ScopeKind::area: return ui::paragraph("This role reaches the whole area.");
    case access::ScopeKind::organisation: return place_select(form, "Organisation", places);
    case access::ScopeKind::locality: return place_select(form, "Locality", places);
    case access::ScopeKind::own_record: break;
    }
    return place_select(form, "Organisation that employs them", places) +
           text_field(form, {.name = "reference", .label = "Staff reference", .hint = "As the organisation reports it, for example A-0012", .autocomplete = "off"});
}

}  // namespace

ui::Html role_choices(const access::Account& account)
{
    ui::TaskList list{.id_prefix = "role"};
    for (const auto& row : access::role_table()) {
        list.items.push_back({.title = {.text = std::string{row.label}},
                              .hint = std::string{row.words},
                              .href = account_path(account, "/roles/new/" + std::string{row.name})});
    }
    return ui::task_list(list);
}

ui::Html new_role_fields(const web::Form& form, const access::RoleRow& role, const std::vector<Place>& places)
{
    return ui::paragraph(std::string{role.words} + ".") + where_fields(form, role.scope, places) +
           (form.error("role") ? ui::error_message({.text = *form.error("role")}) : ui::Html{}) +
           date_field(form, "from", "First day", "For example, 27 3 2026") +
           date_field(form, "to", "Last day (optional)", "Leave this empty if it is not known yet") + why_field(form) +
           ui::button({.text = "Give role", .prevent_double_click = true});
}

ui::Html why_field(const web::Form& form)
{
    return text_field(form, {.name = "why", .label = "Why (optional)", .hint = "Kept with the role’s history. For example, covers maternity leave", .autocomplete = "off"});
}

}  // namespace kith::reception
