#pragma once
// A file of answers as whoever hands it in sees it. Private to the room.
#include "questionnaire/answer_file.hpp"
#include "ui/html.hpp"

namespace kith::questionnaire {

/// What each column may hold, in words.
ui::Html columns_explained(const Instrument& instrument, const std::vector<AnswerColumn>& columns, const std::vector<Locality>& localities);
/// What is to be mended, by line and column.
ui::Html faults_by_line(const std::vector<FileFault>& faults);
/// What would be taken: how many from where.
ui::Html what_would_be_taken(const Instrument& instrument, const AnswerFile& file);

}  // namespace kith::questionnaire
