#pragma once
// A number together with what it rests on, and how any room points at a fact of another. Every figure on a page is one of these, so that
// "How do we know this?" always has an answer. Computes nothing and holds no personal data.
#include "base/date.hpp"
#include "base/quantity.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kith::figures {

/// What is measured, in words that a reader can check. Stands in a room's list of measures; `id` is stable.
struct Measure {
    std::string_view id;          ///< "workforce.headcount"
    std::string_view name;        ///< "Staff"
    std::string_view formula;     ///< one or two sentences: what is counted, what divides what
    std::string_view population;  ///< whom it speaks of, and whom not
    std::string_view source;      ///< where the definition comes from
};

/// How much of what should be there is there. A figure without it is not shown.
struct Coverage {
    std::int64_t organisations_in = 0;   ///< organisations that have handed in
    std::int64_t organisations_all = 0;  ///< organisations that should
    std::int64_t headcount_in = 0;       ///< staff in post on the day, of those that say how many they expect
    std::int64_t headcount_expected = 0; ///< staff that those expect
    /// "38 of 40 organisations have handed in; 612 of 640 expected staff are recorded (96%)".
    std::string in_words() const;
    bool is_whole() const { return organisations_in == organisations_all; }
    bool operator==(const Coverage&) const = default;
};

/// A mapping of codes that was applied on the way to a figure.
struct MappingUsed {
    std::string name;
    std::string version;
    bool operator==(const MappingUsed&) const = default;
};

using Amount = std::variant<std::int64_t, Fte, Pence, Share>;

/// "1,204", "1,204.6", "£20,000", "61%".
std::string in_words(const Amount& amount);

/// One value of one measure, on a day, and what it rests on.
struct Figure {
    const Measure* measure = nullptr;
    Amount value = std::int64_t{0};
    std::string of;  ///< whom this one is about: "early years staff in Westfield"
    Date as_of;
    Coverage coverage;
    std::vector<MappingUsed> mappings;
    std::int64_t known_at = 0;  ///< the last change set that had been read
};

/// Points at a fact of any room. `app` knows for each kind how it is resolved, who may see it and where its page is.
struct Reference {
    std::string kind;  ///< "workforce.figure", "strategy.action"
    std::string id;    ///< public id or the query of a page; never personal data
    std::optional<Date> pinned;  ///< the day as which the fact is meant; none: as it stands now
    /// "kind:id" or "kind:id@2026-03-31".
    std::string text() const;
    static Result<Reference> parse(std::string_view text);
    bool operator==(const Reference&) const = default;
};

/// A fact held on to: what the reference said when it was pinned, so that a later difference can be told.
struct Pin {
    Reference reference;
    std::string value;  ///< as it read then
    Date pinned_on;
    bool operator==(const Pin&) const = default;
};

}  // namespace kith::figures
