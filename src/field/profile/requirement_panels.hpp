#pragma once
// What rules ask of settings and of roles, as panels: how many meet each, and which. Pure.
#include "profile/ground.hpp"

namespace kith::profile {

Panel setting_rules_panel(const Ground& ground);
Panel role_rules_panel(const Ground& ground);

}  // namespace kith::profile
