#pragma once
// Answers as they are kept, and as the form that gave them shows them again.
#include "questionnaire/answer_check.hpp"

#include <string>
#include <string_view>

namespace kith::questionnaire {

/// One JSON object by key of item: a step is a number, a choice a list of codes, a matrix an object by row, a number in thousandths, a date and a way
/// of giving no value a text, a text a list of one; what was shown and left out is null.
std::string text_of(const Answers& answers);
/// The same read back, by the kinds of the instrument's items; answers to items that it does not have are left out. Throws std::runtime_error where the
/// text is not such an object: it was written by this program.
Answers answers_of(const Instrument& instrument, std::string_view text);

/// What a form would have to send to give this answer: the inverse of read_answer.
Sent sent_of(const Item& item, const Answer& answer);
/// The answer in words, for a page or a file: the step's words, the options' words, "Don't know"; a matrix line by line. Empty where there is none.
std::string words_of(const Instrument& instrument, const Item& item, const Answer& answer, const Voice& voice);

}  // namespace kith::questionnaire
