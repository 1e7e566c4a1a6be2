#pragma once
// Handlers of what someone was told, and whether by mail too. Private to this room.
#include "web/visit.hpp"

namespace kith::reception {

web::Response list_messages(web::Visit& visit);
web::Response show_mail_choice(web::Visit& visit);
web::Response choose_mail(web::Visit& visit);

}  // namespace kith::reception
