#pragma once
// What a plan changes of people whom the register holds, value by value, in the words by which a query says what it looks at. Pure.
#include "intake/profile.hpp"
#include "returns/kind.hpp"
#include "workforce/staff_record.hpp"
#include "workforce/staff_register.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::intake {

/// What the register holds of a field, as the column of Kith's own return or the kind of fact is called: "fte", "check". Empty where it holds nothing
/// of it, or one row of a file of facts is meant.
std::string_view held_as(Field field);

/// Of whom a query asks: a keyed hash, so that it tells nobody's reference once that is erased.
std::string subject_of(access::OrganisationId organisation, std::string_view reference, const workforce::NumberKeeper& numbers);

/// The values that `plan` changes of people of `view`, from which it was made. New people and new jobs change nothing that was held.
std::vector<returns::Touched> touched_by(const workforce::Plan& plan, const workforce::RegisterView& view, const workforce::NumberKeeper& numbers);

}  // namespace kith::intake
