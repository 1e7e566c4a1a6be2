#pragma once
// Someone whom another organisation holds under one National Insurance number: as much as tells whether the same person is meant and who claims
// them. Has neither the number, nor a reference, nor the organisation, so that nothing made of it can name them. A plain value.
#include "workforce/staff_record.hpp"

#include <vector>

namespace kith::workforce {

struct HeldElsewhere {
    PersonName given_name;
    PersonName family_name;
    std::optional<DateOfBirth> birth_date;
    std::vector<HeldEngagement> engagements;  ///< without their references
};

}  // namespace kith::workforce
