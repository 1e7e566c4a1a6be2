#pragma once
// The pages at the door: sign in, sign in with a code, sign out. Private to this room.
#include "access/accounts.hpp"
#include "ui/html.hpp"
#include "web/form.hpp"

#include <map>

namespace kith::reception {

/// Email address and password, with where to go afterwards.
ui::Html sign_in_fields(const web::Form& form);
ui::Html below_sign_in(const std::string& contact);
/// One button a role, for the made-up area only.
ui::Html sample_roles(const std::map<access::Role, access::Account>& holders);
ui::Html code_fields(const web::Form& form);

}  // namespace kith::reception
