#include "partnership/organisation.hpp"

#include "base/postcode.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace kith::partnership {

namespace {

constexpr std::size_t longest_code = 50;
constexpr std::size_t longest_name = 200;
constexpr std::int64_t most_places = 10'000;  // the largest college; more is a slip of the hand
constexpr std::int64_t most_staff = 100'000;  // more than any English employer of children's staff has in one area

/// Codes are the partners' own ("Subsidiary 2", "R&D (north)"), so all that can be seen and typed is taken.
bool is_code_character(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; }

Result<std::string> checked_code(std::string_view text)
{
    auto code = trimmed(text);
    if (code.empty()) return unacceptable("code", "Enter a code");
    if (code.size() > longest_code) return unacceptable("code", "Code must be 50 characters or fewer");
    if (!std::ranges::all_of(code, is_code_character)) {
        return unacceptable("code", "Code must stand on one line, without tabs");
    }
    return std::string{code};
}

Result<std::string> checked_name(std::string_view text)
{
    auto name = trimmed(text);
    if (name.empty()) return unacceptable("name", "Enter a name");
    if (length_in_characters(name) > longest_name) return unacceptable("name", "Name must be 200 characters or fewer");
    return std::string{name};
}

std::optional<Problem> first_problem(std::string& code, std::string& name)
{
    auto good_code = checked_code(code);
    if (!good_code) return good_code.error();
    auto good_name = checked_name(name);
    if (!good_name) return good_name.error();
    code = *good_code;
    name = *good_name;
    return {};
}

bool ends_before_it_opens(const std::optional<Date>& opened_on, const std::optional<Date>& closed_on)
{
    return opened_on && closed_on && *closed_on < *opened_on;
}

constexpr std::string_view closed_too_early = "Closing date must be on or after the opening date";

}  // namespace

std::string_view code_of(Ownership ownership)
{
    return ownership == Ownership::pvi ? "pvi" : "public";
}

std::string_view words_for(Ownership ownership)
{
    return ownership == Ownership::pvi ? "Private, voluntary or independent" : "Public";
}

Result<Ownership> parse_ownership(std::string_view text)
{
    auto key = folded(trimmed(text));
    if (key == "public") return Ownership::public_sector;
    if (key == "pvi" || key == "private" || key == "voluntary" || key == "independent") return Ownership::pvi;
    return unacceptable("ownership", "Choose whether the organisation is public, or private, voluntary or independent");
}

Result<Organisation> checked(Organisation organisation)
{
    if (auto problem = first_problem(organisation.code, organisation.name)) return std::unexpected(*problem);
    if (organisation.sector.empty()) return unacceptable("sector", "Choose a sector");
    if (organisation.kind.empty()) return unacceptable("kind", "Choose a kind of organisation");
    if (organisation.expected_headcount && (*organisation.expected_headcount < 0 || *organisation.expected_headcount > most_staff)) {
        return unacceptable("expected_headcount", "Expected number of staff must be between 0 and 100,000");
    }
    if (ends_before_it_opens(organisation.opened_on, organisation.closed_on)) {
        return unacceptable("closed_on", std::string{closed_too_early});
    }
    auto contact = checked(organisation.contact);
    if (!contact) return std::unexpected(contact.error());
    organisation.contact = std::move(*contact);
    return organisation;
}

Result<Setting> checked(Setting setting)
{
    if (auto problem = first_problem(setting.code, setting.name)) return std::unexpected(*problem);
    if (setting.kind.empty()) return unacceptable("kind", "Choose a kind of setting");
    if (!setting.postcode.empty()) {
        auto postcode = Postcode::parse(setting.postcode);
        if (!postcode) return unacceptable("postcode", postcode.error().message);
        setting.postcode = postcode->text();
    }
    if (setting.places && (*setting.places < 0 || *setting.places > most_places)) {
        return unacceptable("places", "Places must be between 0 and 10,000");
    }
    if (ends_before_it_opens(setting.opened_on, setting.closed_on)) return unacceptable("closed_on", std::string{closed_too_early});
    return setting;
}

Result<void> checked_code_and_name(std::string& code, std::string& name)
{
    if (auto problem = first_problem(code, name)) return std::unexpected(*problem);
    return {};
}

Result<Locality> checked(Locality locality)
{
    if (auto problem = first_problem(locality.code, locality.name)) return std::unexpected(*problem);
    return locality;
}

}  // namespace kith::partnership
