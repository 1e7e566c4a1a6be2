#pragma once
// Two days of a filter, as typed and as moments. Private to this room.
#include "base/instant.hpp"
#include "web/visit.hpp"

#include <optional>
#include <string>

namespace kith::reception {

/// The query's "from" and "to", both days included; what is no date is a problem on the form.
struct DaysAsked {
    std::string from_text;
    std::string to_text;
    std::optional<Instant> from;
    std::optional<Instant> before;
};
DaysAsked days_asked(web::Visit& visit);

}  // namespace kith::reception
