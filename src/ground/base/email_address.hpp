#pragma once
// An e-mail address as one signs in with it. A personal value: it has no log form, like base/personal.hpp's.
#include "base/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace kith {

/// One "@", a domain with a dot, no spaces or control characters, at most 254 characters (RFC 5321). Held in lower case: two accounts
/// never differ by capitals alone. Not a check that anybody reads mail there.
class EmailAddress {
public:
    EmailAddress() = default;
    static Result<EmailAddress> parse(std::string_view text);
    const std::string& reveal() const { return text_; }
    /// True where nobody can have it: a name that is kept for examples (RFC 2606).
    bool is_made_up() const;
    auto operator<=>(const EmailAddress&) const = default;

private:
    std::string text_;
};

}  // namespace kith
