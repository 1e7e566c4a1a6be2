#include "profile/published_cell.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"

#include <array>
#include <utility>

namespace kith::profile {

Result<PublishedCell> read_published(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, Marker>, 8> markers{{{"c", Marker::confidential}, {"z", Marker::not_applicable}, {"x", Marker::not_available},
        {"u", Marker::unreliable}, {"low", Marker::low}, {"", Marker::blank}, {":", Marker::blank}, {"~", Marker::blank}}};
    const auto cell = trimmed(text);
    for (const auto& [written, marker] : markers)
        if (cell == written) return PublishedCell{{}, marker};
    const auto amount = Fte::parse(cell);
    if (!amount) return unacceptable({}, "“" + std::string{cell} + "” is neither a number nor a marker of official statistics");
    return PublishedCell{amount->thousandths(), Marker::none};
}

std::vector<std::string_view> authority_codes(std::string_view text)
{
    std::vector<std::string_view> codes;
    for (auto part : split(text, '/'))
        if (auto code = trimmed(part); !code.empty()) codes.push_back(code);
    return codes;
}

}  // namespace kith::profile
