#include "base/national_insurance_number.hpp"

#include <array>

namespace kith {
namespace {
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_the_form(std::string_view code)
{
    if (code.size() != 8 && code.size() != 9) return false;
    if (!is_letter(code[0]) || !is_letter(code[1])) return false;
    for (char c : code.substr(2, 6))
        if (!is_digit(c)) return false;
    return code.size() == 8 || (code[8] >= 'A' && code[8] <= 'D');
}

bool is_given_out(std::string_view prefix)
{
    constexpr std::array<std::string_view, 7> never{"BG", "GB", "NK", "KN", "TN", "NT", "ZZ"};
    for (auto other : never)
        if (prefix == other) return false;
    return std::string_view{"DFIQUV"}.find(prefix[0]) == std::string_view::npos &&
           std::string_view{"DFIOQUV"}.find(prefix[1]) == std::string_view::npos;
}
}  // namespace

Result<NationalInsuranceNumber> NationalInsuranceNumber::parse(std::string_view text)
{
    std::string code;
    for (char c : text) {
        if (c == ' ' || c == '\t' || c == '-') continue;
        code.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    }
    if (!has_the_form(code))
        return unacceptable("national_insurance_number", "National Insurance number must be two letters, six digits and a letter from A to D");
    if (!is_given_out(std::string_view{code}.substr(0, 2)))
        return unacceptable("national_insurance_number", "National Insurance number starts with two letters that are never given out");
    return NationalInsuranceNumber{std::move(code)};
}

}  // namespace kith
