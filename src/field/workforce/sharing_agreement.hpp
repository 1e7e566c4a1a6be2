#pragma once
// An agreement by which one organisation lets another see parts of its staff records, for a purpose and a time. Values and their rules. What it
// lets somebody see is decided in sight.hpp.
#include "workforce/sight.hpp"

#include <optional>
#include <string>

namespace kith::workforce {

using SharingAgreementId = Id<struct SharingAgreementTag>;

struct SharingAgreement {
    SharingAgreementId id{};
    PublicId public_id{};
    OrganisationId owner{};         ///< whose staff records they are
    OrganisationId with{};          ///< who may see them
    Sight parts{};                  ///< only parts that may be shared
    std::string purpose{};          ///< what for, in words that staff may read
    Date from_on{};
    std::optional<Date> until_on{}; ///< last day; none: until it is ended
    bool operator==(const SharingAgreement&) const = default;

    bool holds_on(Date day) const { return from_on <= day && (!until_on || day <= *until_on); }
};

/// The longest purpose kept, in characters.
inline constexpr std::size_t longest_purpose = 500;

/// Two different organisations, at least one part and none that may not be shared, a purpose, and days in order.
Result<void> check(const SharingAgreement& agreement);

/// "work;training" and back, as stored; parts that this program does not know are left out.
std::string text_of(const Sight& parts);
Sight parts_of(std::string_view text);
/// "Training; Checks": the labels in the table's order.
std::string in_words(const Sight& parts);

}  // namespace kith::workforce
