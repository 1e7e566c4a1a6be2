#include "figures/figure.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::figures {

std::string Coverage::in_words() const
{
    if (organisations_all == 0) return "No organisations are expected to hand in";
    auto words = fmt::format("{} of {} {} handed in", with_commas(organisations_in),
                             counted(organisations_all, "organisation", "organisations"), organisations_in == 1 ? "has" : "have");
    if (headcount_expected == 0) return words;
    words += fmt::format("; {} of {} expected staff are recorded", with_commas(headcount_in), with_commas(headcount_expected));
    if (headcount_expected >= 50) words += fmt::format(" ({})", Share{headcount_in, headcount_expected}.in_words());
    return words;
}

std::string in_words(const Amount& amount)
{
    struct Words {
        std::string operator()(std::int64_t number) const { return with_commas(number); }
        std::string operator()(Fte fte) const { return fte.fixed(); }
        std::string operator()(Pence money) const { return money.pounds(); }
        std::string operator()(const Share& share) const { return share.in_words(); }
    };
    return std::visit(Words{}, amount);
}

std::string Reference::text() const
{
    return pinned ? fmt::format("{}:{}@{}", kind, id, pinned->iso()) : fmt::format("{}:{}", kind, id);
}

Result<Reference> Reference::parse(std::string_view text)
{
    const auto unreadable = [] { return unacceptable("", "This is not a reference that Kith knows how to follow"); };
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0) return unreadable();
    Reference reference{.kind = std::string{text.substr(0, colon)}};
    auto rest = text.substr(colon + 1);
    if (const auto at = rest.rfind('@'); at != std::string_view::npos) {
        auto day = Date::parse_iso(rest.substr(at + 1));
        if (!day) return unreadable();
        reference.pinned = *day;
        rest = rest.substr(0, at);
    }
    if (rest.empty()) return unreadable();
    reference.id = std::string{rest};
    return reference;
}

}  // namespace kith::figures
