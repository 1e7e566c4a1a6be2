#pragma once
// The days on which something holds, either end of which may not be known. Period of base has a first day always.
#include "base/date.hpp"
#include "base/result.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace kith::partnership {

/// From the first day to the last, both of them included; open where there is none.
struct Span {
    std::optional<Date> from;
    std::optional<Date> until;  ///< last day

    bool contains(Date day) const { return (!from || *from <= day) && (!until || day <= *until); }
    bool overlaps(const Span& other) const
    {
        return (!until || !other.from || *other.from <= *until) && (!other.until || !from || *from <= *other.until);
    }
    /// The days in both; only for spans that overlap.
    Span both(const Span& other) const
    {
        auto first = !from ? other.from : !other.from ? from : std::optional{std::max(*from, *other.from)};
        auto last = !until ? other.until : !other.until ? until : std::optional{std::min(*until, *other.until)};
        return {first, last};
    }
    bool is_over(Date today) const { return until && *until < today; }
    bool is_to_come(Date today) const { return from && today < *from; }
    bool operator==(const Span&) const = default;
};

/// A problem on "until" where the last day lies before the first.
inline Result<void> in_order(const Span& span)
{
    if (span.from && span.until && *span.until < *span.from) return unacceptable("until", "Last day must be on or after the first day");
    return {};
}

/// "from 1 September 2026", "until 31 August 2026", "1 September 2025 to 31 August 2026"; empty where neither end is known.
inline std::string words_for(const Span& span)
{
    if (span.from && span.until) return span.from->in_words() + " to " + span.until->in_words();
    if (span.from) return "from " + span.from->in_words();
    return span.until ? "until " + span.until->in_words() : std::string{};
}

}  // namespace kith::partnership
