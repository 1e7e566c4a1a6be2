#pragma once
// A United Kingdom postcode of a place. Its form is checked, not whether the post is delivered there. Where it is a person's
// own address it is personal data, and stands in a Personal<> of its owner's kind.
#include "base/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace kith {

class Postcode {
public:
    Postcode() = default;
    /// "ls1 2rp", "LS12RP", "LS1  2RP": any case and spacing. Forms as in BS 7666 annex C; the inward code has none of C I K M O V.
    static Result<Postcode> parse(std::string_view text);
    /// "LS1 2RP".
    const std::string& text() const { return text_; }
    /// "LS1": the outward code.
    std::string_view outward() const;
    auto operator<=>(const Postcode&) const = default;

private:
    explicit Postcode(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace kith
