#pragma once
// Handlers of an administrator's work on accounts; roles are in roles_pages.hpp. Private to this room.
#include "access/accounts.hpp"
#include "reception/desk.hpp"
#include "web/visit.hpp"

namespace kith::reception {

/// The account that the path names.
Result<access::Account> account_in_path(web::Visit& visit);
/// The viewer, as the journal names them.
access::By by_viewer(const web::Visit& visit);

web::Response list_accounts(web::Visit& visit, const Desk& desk);
web::Response show_new_account(web::Visit& visit);
web::Response open_account(web::Visit& visit, const Desk& desk);
web::Response show_account_of(web::Visit& visit, const Desk& desk);
web::Response show_rename(web::Visit& visit);
web::Response rename(web::Visit& visit);
web::Response show_reset(web::Visit& visit);
web::Response reset(web::Visit& visit, const Desk& desk);
web::Response show_close(web::Visit& visit);
web::Response close(web::Visit& visit);
web::Response open_again(web::Visit& visit);

}  // namespace kith::reception
