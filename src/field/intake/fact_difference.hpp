#pragma once
// How the facts that rows give of one person meet those that the register holds. Pure, and used by staff_difference only.
#include "intake/staff_row.hpp"

#include <vector>

namespace kith::intake {

struct FactDifference {
    struct Added {
        std::int64_t line = 0;
        workforce::Fact fact;
    };
    struct Changed {
        std::int64_t line = 0;
        const workforce::HeldFact* held = nullptr;
        workforce::Fact fact;  ///< as it will stand, whole
    };
    struct Ended {
        std::int64_t line = 0;
        const workforce::HeldFact* held = nullptr;
    };
    std::vector<Added> added;
    std::vector<Changed> changed;
    std::vector<Ended> ended;
};

/// `rows`: the person's, taken. A fact that is given is the held one of its identity (kind, code, day, number); in a list, the held one of its kind
/// and code. Of a kind whose whole list a row gives, those held and not in it end; so does what a row says is so no more. Nothing else ends.
FactDifference fact_difference(const StaffFile& file, const std::vector<const StaffRow*>& rows, const std::vector<workforce::HeldFact>& held);

}  // namespace kith::intake
