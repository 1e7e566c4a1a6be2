#pragma once
// Limits: the numbers and words that a rule is held against and that a partnership or a year may set otherwise, as data. Nothing here
// knows what a limit is for; whoever asks for one says its name.
#include "base/date.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith::packs {

/// One number that something is held against.
struct Limit {
    std::string name;         ///< "full_return_may_end"
    std::int64_t value = 0;
    std::string unit;         ///< "percent", "days", "years": for people
    std::string words;        ///< what it decides, in a sentence
    std::string source;       ///< where the number comes from
};

/// One word that is chosen among several, such as what a rule does: the same idea for what is no number.
struct Choice {
    std::string name;    ///< "K-FTE-2"
    std::string value;   ///< "note"
    std::string words;   ///< why, in a sentence
    std::string source;  ///< who decided it
};

/// A named set of limits. A later year's set inherits an earlier one's and says only what differs.
class Limits {
public:
    Limits() = default;
    Limits(std::string id, std::string title, std::string source, Date dated, std::vector<Limit> limits,
           std::vector<Choice> choices = {});

    const std::string& id() const { return id_; }
    const std::string& title() const { return title_; }
    const std::string& source() const { return source_; }
    Date dated() const { return dated_; }
    /// Own and inherited, in the order in which they were first named.
    const std::vector<Limit>& all() const { return limits_; }
    /// The limit of that name. It throws std::out_of_range where there is none, since which limits there must be is the program's own affair.
    const Limit& limit(std::string_view name) const;
    std::int64_t value(std::string_view name) const { return limit(name).value; }
    /// Own and inherited choices, in the order in which they were first named.
    const std::vector<Choice>& choices() const { return choices_; }
    /// What is chosen under that name; empty text where nothing is.
    std::string_view choice(std::string_view name) const;

private:
    std::string id_;
    std::string title_;
    std::string source_;
    Date dated_;
    std::vector<Limit> limits_;
    std::vector<Choice> choices_;
};

}  // namespace kith::packs
