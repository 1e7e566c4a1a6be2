#pragma once
// Where unpredictable bytes come from. Nothing below the app reads chance itself: it is handed in, so that tests repeat.
#include <cstdint>
#include <functional>
#include <span>

namespace kith {

/// Fills the whole span. The app hands in the system's cryptographic source; keys, tokens and salts are only as good as it.
using Chance = std::function<void(std::span<std::uint8_t>)>;

}  // namespace kith
