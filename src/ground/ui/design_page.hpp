#pragma once
// The body of /design: every component and every piece of Kith's own, as the pages use them.
#include "ui/html.hpp"

namespace kith::ui
{

Html design_page();

}  // namespace kith::ui
