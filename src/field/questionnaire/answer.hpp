#pragma once
// What one person answered to one item. "Don't know", "not applicable" and no answer are three things, and none of them is a number.
#include "base/date.hpp"

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kith::questionnaire {

/// The ways of giving no value.
enum class Unsaid { no_answer, dont_know, not_applicable };

/// A step of the item's scale, by its value.
struct Step {
    int value = 0;
    auto operator<=>(const Step&) const = default;
};

/// Codes of the options chosen, in the order of the item's options: one of them, or several.
struct Chosen {
    std::vector<std::string> codes;
    bool operator==(const Chosen&) const = default;
};

/// A row of a matrix, answered by itself.
using Cell = std::variant<Unsaid, Step>;

/// The rows of a matrix by code; every row is there.
struct Grid {
    std::map<std::string, Cell, std::less<>> rows;
    bool operator==(const Grid&) const = default;
};

/// A number, in whole thousandths, so that nothing is lost to floating point.
struct Amount {
    std::int64_t thousandths = 0;
    auto operator<=>(const Amount&) const = default;
};

struct Answer {
    std::variant<Unsaid, Step, Chosen, Grid, Amount, Date, std::string> value = Unsaid::no_answer;

    /// Something was said that counts: a value, not "don't know", "not applicable" or nothing. A matrix has a value once one row has.
    bool has_value() const;
    bool is(Unsaid unsaid) const { return std::holds_alternative<Unsaid>(value) && std::get<Unsaid>(value) == unsaid; }
    /// The matrix; no answer where none of its rows has one.
    static Answer of(Grid grid);
    bool operator==(const Answer&) const = default;
};

/// By key of item. An item that is not there was not answered.
using Answers = std::map<std::string, Answer, std::less<>>;

/// Who answers, as far as routing needs to know.
struct Respondent {
    std::string viewpoint;
    bool leader = false;
    bool operator==(const Respondent&) const = default;
};

/// Codes that stand for the ways of giving no value, in forms and in routing; no option may be called so.
inline constexpr std::string_view dont_know_code = "dont_know";
inline constexpr std::string_view not_applicable_code = "not_applicable";

/// "3", "2.5", "-0.25".
std::string text_of(Amount amount);

}  // namespace kith::questionnaire
