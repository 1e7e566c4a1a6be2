#include "partnership/register_number.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::partnership {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }

bool fits_sign(char c, char sign)
{
    switch (sign) {
    case '9': return is_digit(c);
    case 'A': return is_letter(c);
    case '?': return is_digit(c) || is_letter(c);
    default: return c == sign;
    }
}

/// Kinds have one "+" at most and at the end of a run, so a run may be taken whole.
bool has_one_shape(std::string_view text, std::string_view shape)
{
    std::size_t at = 0;
    for (std::size_t place = 0; place < shape.size(); ++place) {
        if (at >= text.size() || !fits_sign(text[at], shape[place])) return false;
        ++at;
        if (place + 1 < shape.size() && shape[place + 1] == '+') {
            while (at < text.size() && fits_sign(text[at], shape[place])) ++at;
            ++place;
        }
    }
    return at == text.size();
}

constexpr std::size_t longest_number = 30;

}  // namespace

bool has_shape(std::string_view text, std::string_view shapes)
{
    const auto each = split(shapes, '|');
    return std::ranges::any_of(each, [&](auto shape) { return has_one_shape(text, shape); });
}

Result<std::string> checked_number(const packs::CodeList& kinds, std::string_view kind, std::string_view number)
{
    const auto* known = kinds.find(kind);
    if (known == nullptr) return unacceptable("kind", "Choose a kind of number from the list");
    std::string tidy;
    for (char c : trimmed(number)) {
        if (c != ' ') tidy += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    if (tidy.empty()) return unacceptable("number", "Enter the number");
    if (tidy.size() > longest_number || !has_shape(tidy, known->attribute("shape"))) {
        return unacceptable("number", fmt::format("{} must look like {}. Look it up in the register", known->label, known->attribute("example")));
    }
    return tidy;
}

Result<void> fits(const RegisterNumber& next, const std::vector<RegisterNumber>& held)
{
    if (auto good = in_order(next.span); !good) return good;
    for (const auto& other : held) {
        if ((other.id == next.id && next.id.is_set()) || other.kind != next.kind || other.number != next.number || !other.span.overlaps(next.span)) continue;
        if (other.organisation != next.organisation) {
            return std::unexpected(Problem{ProblemKind::conflict, "number",
                                           "Another organisation has this number at that time. Look up whose it is, and end or mend the other first"});
        }
        if (other.setting == next.setting) return std::unexpected(Problem{ProblemKind::conflict, "number", "This number is recorded already for that time"});
    }
    return {};
}

}  // namespace kith::partnership
