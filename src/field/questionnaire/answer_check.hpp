#pragma once
// What a form, a paper batch or a file sent for one item, as an answer or as what is wrong with it.
#include "base/result.hpp"
#include "questionnaire/instrument.hpp"

#include <string>
#include <utility>
#include <vector>

namespace kith::questionnaire {

/// Names and values as a form sends them; a name stands as often as it was chosen.
using Sent = std::vector<std::pair<std::string, std::string>>;

/// The field of a matrix row: KEY.ROW. Other items have the field KEY; a date KEY-day, KEY-month and KEY-year.
std::string row_field(const Item& item, const Option& row);
/// The field beside a number, a date or a text that says "don't know" or "does not apply": KEY-unsaid. Choices and scales have these among
/// their own values, as dont_know and not_applicable.
std::string unsaid_field(const Item& item);

/// The answer, with line ends made one and spaces at the ends of a text taken off. Nothing sent is no answer, and a problem where the item must
/// be answered, in the words for this voice (English where no language is named). Words of a problem never hold what was sent.
Result<Answer> read_answer(const Instrument& instrument, const Item& item, const Sent& sent, const Voice& voice = {});

}  // namespace kith::questionnaire
