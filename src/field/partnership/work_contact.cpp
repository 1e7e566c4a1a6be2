#include "partnership/work_contact.hpp"

#include "base/email_address.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace kith::partnership {

namespace {

constexpr std::size_t longest_name = 100;
constexpr std::size_t longest_phone = 30;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits with the signs that people set between them, and perhaps an extension: "01632 960 001 ext 12".
bool is_phone(std::string_view text)
{
    const auto known = [](char c) { return is_digit(c) || std::string_view{" +()-.extEXT"}.find(c) != std::string_view::npos; };
    const auto digits = std::ranges::count_if(text, is_digit);
    return text.size() <= longest_phone && std::ranges::all_of(text, known) && digits >= 3 && digits <= 20;
}

}  // namespace

Result<WorkContact> checked(WorkContact contact)
{
    contact.name = ContactName{std::string{trimmed(contact.name.reveal())}};
    contact.job = std::string{trimmed(contact.job)};
    contact.phone = ContactPhone{std::string{trimmed(contact.phone.reveal())}};
    contact.email = ContactEmail{std::string{trimmed(contact.email.reveal())}};
    if (length_in_characters(contact.name.reveal()) > longest_name) return unacceptable("contact_name", "Name must be 100 characters or fewer");
    if (length_in_characters(contact.job) > longest_name) return unacceptable("contact_job", "Job must be 100 characters or fewer");
    if (!contact.phone.reveal().empty() && !is_phone(contact.phone.reveal())) {
        return unacceptable("contact_phone", "Telephone must be a number, such as 01632 960 001 or +44 1632 960 001");
    }
    if (!contact.email.reveal().empty() && !EmailAddress::parse(contact.email.reveal())) {
        return unacceptable("contact_email", "E-mail must be an address, such as name@example.com");
    }
    return contact;
}

std::string dialled(const ContactPhone& phone)
{
    std::string number = "tel:";
    auto text = phone.reveal();
    if (auto zero = text.find("(0)"); text.starts_with("+") && zero != std::string::npos) text.erase(zero, 3);  // not dialled after a country's code
    for (char c : text) {
        if (c == 'e' || c == 'E' || c == 'x' || c == 'X') break;
        if (is_digit(c) || (c == '+' && number.size() == 4)) number += c;
    }
    return number;
}

}  // namespace kith::partnership
