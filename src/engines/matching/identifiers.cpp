#include "matching/identifiers.hpp"

#include "base/national_insurance_number.hpp"

#include <algorithm>
#include <array>

namespace kith::matching {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool are_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }
int digit(char c) { return c - '0'; }

bool is_nhs_number(std::string_view text)
{
    constexpr std::size_t places = 10;
    constexpr int modulus = 11;
    if (text.size() != places || !are_digits(text) || std::ranges::count(text, text.front()) == static_cast<std::ptrdiff_t>(places)) return false;
    int sum = 0;
    for (std::size_t place = 0; place + 1 < places; ++place) sum += digit(text[place]) * static_cast<int>(places - place);
    return (modulus - sum % modulus) % modulus == digit(text.back());
}

/// A letter, then twelve digits; a temporary number ends with a letter instead of the last digit.
bool is_upn(std::string_view text)
{
    constexpr std::size_t places = 13;
    constexpr std::string_view letters = "ABCDEFGHJKLMNPQRTUVWXYZ";  // no I, O or S
    if (text.size() != places || !are_digits(text.substr(1))) return false;
    std::size_t sum = 0;
    for (std::size_t place = 1; place < places; ++place) sum += static_cast<std::size_t>(digit(text[place])) * (place + 1);
    return letters[sum % letters.size()] == text.front();
}

bool is_registration(std::string_view text)
{
    constexpr std::size_t shortest = 6;
    return text.size() >= shortest && std::ranges::any_of(text, is_digit);
}

}  // namespace

std::string_view name_of(Identifier kind)
{
    static constexpr std::array<std::string_view, identifier_kinds> names{"NHS number", "unique pupil number", "National Insurance number", "registration number", "number"};
    return names.at(static_cast<std::size_t>(kind));
}

Identified identified(Identifier kind, std::string_view told)
{
    std::string value;
    for (const char c : told) {
        if (is_digit(c) || (c >= 'A' && c <= 'Z')) value += c;
        else if (c >= 'a' && c <= 'z') value += static_cast<char>(c - 'a' + 'A');
    }
    // "UNKNOWN", "N/A" and 0000000000 are no numbers of anybody.
    if (std::ranges::none_of(value, is_digit) || std::ranges::count(value, value.front()) == std::ssize(value)) return {};
    switch (kind) {
    case Identifier::nhs_number: return {.value = value, .is_valid = is_nhs_number(value)};
    case Identifier::upn: return {.value = value, .is_valid = is_upn(value)};
    case Identifier::national_insurance: {
        const auto number = NationalInsuranceNumber::parse(value);
        if (number) value = number->without_suffix();
        return {.value = value, .is_valid = number.has_value()};
    }
    case Identifier::other: return {.value = value, .is_valid = false};
    case Identifier::registration: return {.value = value, .is_valid = is_registration(value)};
    }
    return {};
}

}  // namespace kith::matching
