#pragma once
// When an item is asked: a small expression over who answers and what they answered to earlier items, written in words in the pack.
#include "base/result.hpp"
#include "questionnaire/answer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::questionnaire {

/// One node of the expression.
struct Condition {
    enum class Kind {
        leader,     ///< the respondent leads or manages
        viewpoint,  ///< their viewpoint is one of `values`
        answer,     ///< the answer to `item` is one of `values`, or among those chosen
        at_least,   ///< the answer to `item` is a number or step of at least `least`
        all,        ///< every one of `parts`
        any,        ///< one of `parts`
        negation,   ///< not `parts[0]`
    };
    Kind kind = Kind::leader;
    std::string item;
    std::vector<std::string> values;  ///< codes, steps; "answered", "dont_know" and "not_applicable" as well
    std::int64_t least = 0;
    std::vector<Condition> parts;
    bool operator==(const Condition&) const = default;
};

/// The value of `KEY is answered`.
inline constexpr std::string_view answered_code = "answered";

/// The condition that `text` says: "leader and not (viewpoint is one of (team, service) or cases is at least 3)". "not" binds more closely than
/// "and", "and" than "or". The problem says at which word it cannot be read.
Result<Condition> parse_condition(std::string_view text);
/// The condition in the words that parse_condition reads, with no more brackets than it needs.
std::string text_of(const Condition& condition);
/// Whether it holds. An item without an answer is never one of anything, so that "not (x is yes)" holds where x was not answered.
bool holds(const Condition& condition, const Respondent& respondent, const Answers& answers);
/// Words of this little language, which no item, option or viewpoint may be called.
bool is_reserved(std::string_view word);

}  // namespace kith::questionnaire
