#pragma once
// What other organisations hold under the National Insurance numbers of a file's rows, for the rules that ask it. Reads the register; judges nothing.
#include "intake/register_rules.hpp"
#include "workforce/staff_register.hpp"

namespace kith::intake {

/// For the rows of one organisation that are taken and have a number; empty without a key.
Elsewhere elsewhere_for(db::Reader& reader, const StaffFile& file, const std::vector<std::uint32_t>& rows, partnership::OrganisationId organisation,
                        const workforce::NumberKeeper& numbers);

}  // namespace kith::intake
