#include "base/email_address.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kith {

namespace {

bool is_domain(std::string_view domain)
{
    const auto labels = split(domain, '.');
    return labels.size() >= 2 && std::all_of(labels.begin(), labels.end(), [](std::string_view label) {
               return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-';
           });
}

}  // namespace

Result<EmailAddress> EmailAddress::parse(std::string_view text)
{
    const auto given = trimmed(text);
    if (given.empty()) return unacceptable("email", "Enter an email address");
    const auto at = given.find('@');
    const bool strange = std::any_of(given.begin(), given.end(), [](unsigned char c) {
        return c <= ' ' || c == 0x7F || c == '<' || c == '>' || c == '"' || c == ',' || c == ';' || c == '(' || c == ')' || c == '\\';
    });
    const bool well_formed = !strange && is_utf8(given) && given.size() <= 254 && at != std::string_view::npos && at > 0 && at <= 64 &&
                             given.find('@', at + 1) == std::string_view::npos && is_domain(given.substr(at + 1));
    if (!well_formed) return unacceptable("email", "Enter an email address in the correct format, like name@example.com");
    EmailAddress address;
    address.text_ = lower_ascii(given);
    return address;
}

bool EmailAddress::is_made_up() const
{
    const auto domain = std::string_view{text_}.substr(text_.find('@') + 1);
    return domain.ends_with(".example") || domain == "example.com" || domain == "example.net" || domain == "example.org";
}

}  // namespace kith
