#pragma once
// The list that the build writes (assets/build.mjs). Private to ui: others ask assets().
#include "ui/assets.hpp"

#include <vector>

namespace kith::ui
{

const std::vector<Asset>& asset_table();

}  // namespace kith::ui
