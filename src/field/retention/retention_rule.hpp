#pragma once
// How long Kith keeps what, as rules: what falls due, after how long, from where the number comes. Pure: the numbers are limits of a
// pack, today is a parameter.
#include "base/date.hpp"
#include "packs/limits.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::retention {

/// What a rule lets go of.
enum class RuleKind {
    leavers,       ///< who the people are that left long ago; what is left of their records counts nobody by name
    files,         ///< the bytes of handed-in files; what was found and taken stays
    read_audit,    ///< who looked at what
};

struct RetentionRule {
    RuleKind kind = RuleKind::leavers;
    std::string id;       ///< "leavers": stands in addresses, jobs and the journal
    std::string title;    ///< "Staff who have left"
    std::string what;     ///< what carrying it out does, in a sentence
    std::int64_t period = 0;
    std::string unit;     ///< "years" or "months"
    std::string source;   ///< where the number comes from
    std::string in_words() const;  ///< "6 years after their last engagement ended"
    std::string after;    ///< "after their last engagement ended"
};

/// The rules with their periods out of the limits "retention". A period of 0 turns a rule off.
std::vector<RetentionRule> rules_of(const packs::Limits& limits);
const RetentionRule* find_rule(const std::vector<RetentionRule>& rules, std::string_view id);

/// The same day that many months later, or the last of that month where it has no such day; negative: earlier.
Date months_later(Date day, int months);

/// What ended, was handed in or was read before this day is due.
Date due_before(const RetentionRule& rule, Date today);

/// The same of a limit that has no page of its own: "inbox", "invitations". Nothing where the limit is 0, which turns it off.
std::optional<Date> spent_before(const packs::Limits& limits, std::string_view name, Date today);

/// Why a record is erased, as the journal keeps it.
struct Ground {
    std::string_view id;
    std::string_view title;
    std::string_view hint;
};
/// Those that a person may give; the retention rule's own is not among them.
const std::vector<Ground>& grounds();
inline constexpr std::string_view retention_ground = "retention";
std::string title_of_ground(std::string_view id);

}  // namespace kith::retention
