#pragma once
// Small operations on text, all on UTF-8 and all without locale.
#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

/// Without spaces, tabs, no-break spaces and line ends at either side.
std::string_view trimmed(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
/// The parts would point into a text that is gone.
std::vector<std::string_view> split(std::same_as<std::string> auto&& text, char separator) = delete;
std::string joined(const std::vector<std::string>& parts, std::string_view separator);
/// ASCII letters in lower case; the rest as it is.
std::string lower_ascii(std::string_view text);
/// With a small first letter, where the word is not one of capitals: for a label that follows others in a sentence.
std::string lower_first(std::string_view text);
/// With a capital: for a label that begins a sentence or heads a column.
std::string upper_first(std::string_view text);
/// The key under which names are compared and searched: lower case, Latin accents folded ("Zoë" → "zoe", "Łuk" → "luk"),
/// apostrophes and hyphens dropped, runs of white space one space. For keys only: what a person is called is kept as it is.
std::string folded(std::string_view text);
/// True where the bytes are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
bool is_utf8(std::string_view text);
/// Windows-1252 bytes as UTF-8; the five undefined bytes become U+FFFD.
std::string utf8_from_windows_1252(std::string_view bytes);
/// At most `characters` code points, never cutting one in two.
std::string_view clipped(std::string_view text, std::size_t characters);
/// How many code points.
std::size_t length_in_characters(std::string_view text);
/// "1 row", "2 rows", "1,204 rows".
std::string counted(std::int64_t number, std::string_view one, std::string_view many = {});

}  // namespace kith
