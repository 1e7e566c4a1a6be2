#include "base/written.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace kith {

void check_words(std::vector<Problem>& problems, std::string_view field, std::string_view label, std::string_view words, std::size_t longest, bool needed)
{
    if (needed && trimmed(words).empty()) problems.push_back({.field = std::string{field}, .message = "Enter " + lower_first(label)});
    if (length_in_characters(words) > longest) problems.push_back({.field = std::string{field}, .message = fmt::format("{} must be {} characters or fewer", label, longest)});
}

}  // namespace kith
