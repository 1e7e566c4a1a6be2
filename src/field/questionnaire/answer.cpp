#include "questionnaire/answer.hpp"

#include <algorithm>
#include <cstdlib>

namespace kith::questionnaire {

bool Answer::has_value() const
{
    if (const auto* grid = std::get_if<Grid>(&value))
        return std::ranges::any_of(grid->rows, [](const auto& row) { return std::holds_alternative<Step>(row.second); });
    return !std::holds_alternative<Unsaid>(value);
}

Answer Answer::of(Grid grid)
{
    Answer answer;
    if (std::ranges::any_of(grid.rows, [](const auto& row) { return row.second != Cell{Unsaid::no_answer}; })) answer.value = std::move(grid);
    return answer;
}

std::string text_of(Amount amount)
{
    auto whole = std::to_string(std::abs(amount.thousandths / 1000));
    auto rest = std::to_string(1000 + std::abs(amount.thousandths % 1000)).substr(1);
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    return (amount.thousandths < 0 ? "-" : "") + whole + (rest.empty() ? "" : "." + rest);
}

}  // namespace kith::questionnaire
