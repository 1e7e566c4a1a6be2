#pragma once
// Answers that came by no page: typed up from paper, or out of another tool, one respondent a line. What a line may say, and what it comes to, by the
// rules of the pages. Words of a fault never hold what stands in a cell: it may be somebody's own words.
#include "files/table.hpp"
#include "questionnaire/answer_check.hpp"
#include "questionnaire/campaign_desk.hpp"
#include "questionnaire/sheet.hpp"

#include <string>
#include <vector>

namespace kith::questionnaire {

inline constexpr std::size_t most_answer_lines = 1'000;
inline constexpr std::size_t most_answer_bytes = 500'000;

/// A column of the file: one of those that say who answers, or an item, or a row of a matrix.
struct AnswerColumn {
    std::string name;
    const Item* item = nullptr;  ///< none: says who answers
    const Option* row = nullptr;
};
/// Every column that a file of this campaign may have, in the order of the questions; `viewpoint` is the only one it must have.
std::vector<AnswerColumn> answer_columns(const Campaign& campaign, const Instrument& instrument);
struct CodeMeaning {
    std::string code, words;
};
/// The codes that may stand in a column, with what each means; empty where it is not a code that is asked for, and for organisations.
std::vector<CodeMeaning> codes_for(const Instrument& instrument, const AnswerColumn& column, const std::vector<Locality>& localities);

/// What one line says.
struct LineOfAnswers {
    Begun begun;
    LinkFor for_whom;
};
struct FileFault {
    std::size_t line = 0;
    std::string column;  ///< its name, where the campaign has such a column; else its place: "Column 7"
    std::string message;
};
struct AnswerFile {
    std::vector<LineOfAnswers> lines;  ///< all of them, or those without fault
    std::vector<FileFault> faults;     ///< in the order of the lines
    std::size_t not_asked = 0;         ///< answers to what these respondents are not asked: they count for nothing
};
/// True for a file with the column that every file of answers has.
bool is_answer_file(const files::Table& table);
/// Every line read; nothing is to be taken of a file with a fault.
AnswerFile read_answer_file(const files::Table& table, const Campaign& campaign, const Instrument& instrument, const std::vector<Partner>& partners, const std::vector<Locality>& localities);
/// A file to fill in: the columns' names.
std::string answer_file_template(const Campaign& campaign, const Instrument& instrument);
/// What the lines say, in whatever order they and the columns stand: by which a file is known again.
std::string lines_in_order(const files::Table& table);
/// The table as text, for the page that asks whether to take it.
std::string text_of(const files::Table& table);

}  // namespace kith::questionnaire
