#pragma once
// Questions of an instrument as fields of a form, in the language and manner that a respondent wants. No scripts, every field by keyboard.
#include "questionnaire/answer_check.hpp"
#include "questionnaire/phrases.hpp"
#include "questionnaire/sheet.hpp"
#include "ui/html.hpp"
#include "web/form.hpp"

#include <string>
#include <vector>

namespace kith::questionnaire {

/// Who is shown what.
struct Reading {
    const Instrument& instrument;
    Shown shown;
};

/// The words for this reader; where they are in another language than the page, it is named, with its direction.
ui::Html said_html(const Reading& reading, const Wording& wording);
std::string said_text(const Reading& reading, const Wording& wording);
/// What Kith itself says, for this reader: as markup, which names the language where it is another than the page's; and as text.
ui::Html phrase_html(const Reading& reading, std::string_view id, Filled filled = {});
std::string phrase_text(const Reading& reading, std::string_view id, Filled filled = {});
/// The address of a page, shown in this way.
std::string shown_href(const std::string& path, const Shown& shown);
/// What stands round everything said to a respondent: language, direction, size.
ui::Html as_read(const Reading& reading, const ui::Html& content);

/// The fields of these items, with what was sent or kept before, and beside each what is wrong with it.
ui::Html question_fields(const Reading& reading, const std::vector<const Item*>& items, const Sent& given, const web::Form& form);

}  // namespace kith::questionnaire
