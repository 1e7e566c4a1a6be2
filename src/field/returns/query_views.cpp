// The page on which the queries of one rule are answered.
#include "base/text.hpp"
#include "returns/return_views.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/words.hpp"

namespace kith::returns {
namespace {

std::string line_words(const Query& query)
{
    std::string words = query.finding.line == 0 ? std::string{"The whole file"} : "Line " + with_commas(query.finding.line);
    if (!query.finding.column.empty()) words += ", column " + query.finding.column;
    return words;
}

std::string answered_words(const QueryAnswer& answer)
{
    return "Answered by " + answer.by_words + " on " + answer.at.date_in_london().in_words() + ": " + answer.words;
}

}  // namespace

ui::Html queries_about(const QueriesPage& page)
{
    auto html = ui::paragraph(may_be_answered(page.handed_in.state) ? "If it is as the file says, say why, and Kith will not ask again until one of the values changes. If it is "
                                                                      "not, mend the file and hand it in again, or change the record by hand."
                                                                    : "Nothing is asked of this return any more: none of its rows stands in the register.");
    if (page.counted.mended > 0)
        html += ui::paragraph(counted(page.counted.mended, "query of this rule is", "queries of this rule are") + " mended: a later return changed what was asked about.");
    if (page.counted.answered == 0) return html;
    html += ui::heading(2, "Answered", "m");
    std::vector<ui::Content> lines;
    for (const auto& query : page.queries) {
        if (query.answer) lines.emplace_back(line_words(query) + ". " + answered_words(*query.answer));
    }
    if (!lines.empty()) html += ui::bullets(lines);
    return html;
}

ui::Html answer_fields(const QueriesPage& page)
{
    std::vector<ui::CheckboxItem> items;
    for (const auto& query : page.queries) {
        if (!query.is_open()) continue;
        items.push_back({.text = line_words(query), .value = std::to_string(query.number), .hint = {.text = query.finding.message}});
    }
    if (page.counted.open > 1) {
        items.push_back({.text = {}, .divider = "or"});
        items.push_back({.text = "All " + with_commas(page.counted.open) + " of this rule", .value = "all", .behaviour = "exclusive"});
    }
    auto chosen = page.chosen;
    if (chosen.empty() && page.counted.open == 1 && !items.empty()) chosen.push_back(items.front().value);
    ui::Html html = ui::checkboxes({.fieldset = {.legend = {.text = "Which are as they should be?", .classes = "govuk-fieldset__legend--m"}},
                                    .error_message = {.text = page.chosen_error.value_or("")},
                                    .name = "query",
                                    .items = std::move(items),
                                    .values = std::move(chosen)});
    html += ui::textarea({.name = "words", .rows = 3, .value = page.words, .label = {.text = "Yes, it is so, because"},
                          .hint = {.text = "Everyone who can see this return can read this. Do not name people"},
                          .error_message = {.text = page.words_error.value_or("")}});
    return html + ui::button({.text = "Answer", .prevent_double_click = true});
}

ui::Html open_again_button()
{
    return ui::button({.text = "Take these answers back", .classes = "govuk-button--secondary", .prevent_double_click = true});
}

}  // namespace kith::returns
