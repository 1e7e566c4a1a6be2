#pragma once
// A National Insurance number: a secret of one person. It cannot be logged or formatted; no message ever holds one.
#include "base/personal.hpp"
#include "base/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace kith {

class NationalInsuranceNumber {
public:
    NationalInsuranceNumber() = default;
    /// "QQ 12 34 56 C" in form: two letters, six digits, and A to D, which may be left off. Refuses letters and prefixes that are never
    /// given out (HMRC National Insurance Manual NIM39110). The problem's words never repeat what was entered.
    static Result<NationalInsuranceNumber> parse(std::string_view text);
    /// "AB123456C", without spaces, in capitals. For sealing and for comparing, never for a page or a message.
    const std::string& reveal() const { return value_.reveal(); }
    /// The eight characters that name the person; the last letter does not and is often left off.
    std::string_view without_suffix() const { return std::string_view{value_.reveal()}.substr(0, 8); }
    auto operator<=>(const NationalInsuranceNumber&) const = default;

private:
    explicit NationalInsuranceNumber(std::string text) : value_(std::move(text)) {}
    Personal<struct NationalInsuranceTag> value_;
};

}  // namespace kith

template <>
struct fmt::formatter<kith::NationalInsuranceNumber> {
    formatter() = delete;
};
