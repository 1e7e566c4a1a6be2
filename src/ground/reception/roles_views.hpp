#pragma once
// Giving a role: which, where, from when. Private to this room.
#include "access/account.hpp"
#include "reception/desk.hpp"
#include "ui/html.hpp"
#include "web/form.hpp"

namespace kith::reception {

/// Every role with its sentence, each a link to the page that gives it.
ui::Html role_choices(const access::Account& account);
/// Where the role reaches and from when; `places` are those of the role's kind of scope.
ui::Html new_role_fields(const web::Form& form, const access::RoleRow& role, const std::vector<Place>& places);

/// Why a role is given or ended; may be left empty.
ui::Html why_field(const web::Form& form);

}  // namespace kith::reception
