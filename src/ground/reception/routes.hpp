#pragma once
// Reception's part of the route table: the pages that any such service has, and nothing of the field.
#include "jobs/mail.hpp"
#include "reception/desk.hpp"
#include "web/routes.hpp"

namespace kith::reception {

/// `desk` must live as long as the routes.
void add_routes(web::Routes& routes, const Desk& desk);

/// Who writes the mails of this room's messages. `desk` must live as long as `mail`.
void add_composers(jobs::MailDesk& mail, const Desk& desk, std::string site, std::string partnership, Chance chance);

}  // namespace kith::reception
