#pragma once
// Limits of what people write into boxes, the same everywhere, and the words for what goes beyond them.
#include "base/result.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace kith {

/// Longest words that boxes take, in characters.
inline constexpr std::size_t longest_line = 200, longest_words = 4000;

/// Adds a problem where the words are missing though they are needed, or longer than they may be. `label` begins a sentence: "The title".
void check_words(std::vector<Problem>& problems, std::string_view field, std::string_view label, std::string_view words, std::size_t longest, bool needed);

}  // namespace kith
