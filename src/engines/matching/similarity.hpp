#pragma once
// How alike two texts are. Pure, on bytes: callers give folded texts.
#include <string_view>

namespace kith::matching {

/// Jaro-Winkler similarity, 0 to 1, with up to four letters of a common beginning counted a tenth each. Texts of more than 64 bytes are compared by their first 64.
/// Source: Winkler 1990, "String comparator metrics and enhanced decision rules in the Fellegi-Sunter model"; matching letters are found with one word of bits a letter.
double jaro_winkler(std::string_view one, std::string_view other);

/// One letter replaced, left out, put in, or two neighbours exchanged; equal texts too. Source: Damerau 1964.
bool within_one_edit(std::string_view one, std::string_view other);

}  // namespace kith::matching
