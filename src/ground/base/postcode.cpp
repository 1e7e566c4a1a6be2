#include "base/postcode.hpp"

namespace kith {
namespace {
/// The form of a code: letters as A, digits as 9.
std::string form_of(std::string_view code)
{
    std::string form;
    for (char c : code) form.push_back(c >= '0' && c <= '9' ? '9' : c >= 'A' && c <= 'Z' ? 'A' : '?');
    return form;
}

bool is_outward(std::string_view code)
{
    auto form = form_of(code);
    return form == "A9" || form == "A99" || form == "AA9" || form == "AA99" || form == "A9A" || form == "AA9A";
}

bool is_inward(std::string_view code)
{
    return form_of(code) == "9AA" && code.find_first_of("CIKMOV") == code.npos;
}
}  // namespace

Result<Postcode> Postcode::parse(std::string_view text)
{
    std::string code;
    for (char c : text) {
        if (c == ' ' || c == '\t') continue;
        code.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    }
    constexpr std::size_t inward = 3;
    auto split = code.size() < inward ? 0 : code.size() - inward;
    auto outward = std::string_view{code}.substr(0, split);
    if ((!is_outward(outward) || !is_inward(std::string_view{code}.substr(split))) && code != "GIR0AA")
        return unacceptable("postcode", "Postcode must be a full UK postcode, like LS1 2RP");
    return Postcode{code.substr(0, split) + " " + code.substr(split)};
}

std::string_view Postcode::outward() const
{
    return std::string_view{text_}.substr(0, text_.find(' '));
}

}  // namespace kith
