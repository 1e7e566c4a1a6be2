#pragma once
// What this room puts on everybody's home page.
#include "web/home.hpp"

namespace kith::partnership {

/// "Who to ring", for everyone signed in; what to do first where no organisation is recorded yet.
void add_home(web::Home& home);

}  // namespace kith::partnership
