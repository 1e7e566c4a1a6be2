#pragma once
// What public registers call an organisation or a setting: URN, charity number, ODS code and the like. Kinds and the shape of each are a
// code list of the packs. Values and their rules; no SQL, no pages.
#include "packs/code_list.hpp"
#include "partnership/organisation.hpp"
#include "partnership/span.hpp"

#include <vector>

namespace kith::partnership {

using RegisterNumberId = Id<struct RegisterNumberTag>;

struct RegisterNumber {
    RegisterNumberId id;
    PublicId public_id;
    OrganisationId organisation;
    std::optional<SettingId> setting;  ///< the setting of it that is meant; none: the organisation as a whole
    std::string kind;                  ///< code of the list "register_number_kinds"
    std::string number;
    Span span;
    bool operator==(const RegisterNumber&) const = default;
};

/// True where `text` has one of the shapes, which stand apart by "|". In a shape 9 is a digit, A a letter, "?" either, "+" one or more of what
/// stands before it; all else stands for itself.
bool has_shape(std::string_view text, std::string_view shapes);

/// The number without spaces and in capitals, where it has the shape of its kind; otherwise what it should look like, on "number" or "kind".
/// The number itself is never repeated.
Result<std::string> checked_number(const packs::CodeList& kinds, std::string_view kind, std::string_view number);

/// Nothing where nobody else has this number at that time; a conflict on "number" where another organisation has. An organisation and its
/// own settings may share one.
Result<void> fits(const RegisterNumber& next, const std::vector<RegisterNumber>& held);

}  // namespace kith::partnership
