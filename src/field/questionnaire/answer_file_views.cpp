#include "questionnaire/answer_file_views.hpp"

#include "base/text.hpp"
#include "ui/notices.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <map>
#include <ranges>

namespace kith::questionnaire {
namespace {

constexpr std::size_t most_faults_shown = 100;

std::string plainly(const Instrument& instrument, const Wording& wording) { return std::string{instrument.say(wording, {.language = instrument.languages.front().code})}; }

std::string about(const Instrument& instrument, const AnswerColumn& column)
{
    if (column.row != nullptr) return plainly(instrument, column.item->words) + " " + plainly(instrument, column.row->words);
    if (column.item != nullptr) return plainly(instrument, column.item->words);
    static const std::map<std::string, std::string, std::less<>> words{
        {"viewpoint", "From which viewpoint they answer. Each line needs it"}, {"leads", "Whether they lead or manage others, where those who do are asked more"},
        {"age", "Of children: whether they are old enough to answer for themselves. Not kept"}, {"organisation", "Kept with the answers, where it is given: its code, as its page shows it"},
        {"locality", "Kept with the answers, where it is given"}, {"formal", "The formal response of the organisation"}};
    return words.at(column.name);
}

/// Of whom it is asked; empty where of everyone.
std::string of_whom(const Instrument& instrument, const Item& item)
{
    std::vector<std::string> names;
    for (const auto& viewpoint : instrument.viewpoints)
        if (item.is_for(viewpoint.id)) names.push_back(viewpoint.id);
    auto words = names.size() == instrument.viewpoints.size() ? std::string{} : joined(names, ", ");
    if (item.leaders_only) words += words.empty() ? "those who lead" : "; those who lead";
    return words;
}

std::string what_may_stand(const Instrument& instrument, const AnswerColumn& column, const std::vector<Locality>& localities)
{
    std::vector<std::string> parts;
    for (const auto& [code, words] : codes_for(instrument, column, localities)) parts.push_back(words.empty() || lower_ascii(words) == code ? code : code + " (" + words + ")");
    const auto codes = joined(parts, ", ");
    if (column.item == nullptr) return codes;
    switch (column.item->kind) {
    case ItemKind::several: return "One or more, with a semicolon between: " + codes;
    case ItemKind::number: return codes.empty() ? "A number" : "A number, or " + codes;
    case ItemKind::date: return codes.empty() ? "A day, such as 27/3/2026" : "A day, such as 27/3/2026, or " + codes;
    case ItemKind::short_text:
    case ItemKind::long_text: return "Words of their own, at most " + std::to_string(column.item->bounds.longest) + " characters. No names" + (codes.empty() ? "" : "; or " + codes);
    case ItemKind::scale:
    case ItemKind::one:
    case ItemKind::matrix: break;
    }
    return codes;
}

}  // namespace

ui::Html columns_explained(const Instrument& instrument, const std::vector<AnswerColumn>& columns, const std::vector<Locality>& localities)
{
    ui::Table table{.head = {{.text = "Column"}, {.text = "What it is"}, {.text = "Asked of"}, {.text = "What may stand in it"}}, .caption = "Columns of the file", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& column : columns) {
        const auto whom = column.item == nullptr ? std::string{} : of_whom(instrument, *column.item);
        const bool needed = column.item == nullptr ? column.name == "viewpoint" : column.item->required;
        table.rows.push_back({{.text = ui::element("span", {{"class", "kith-break"}}, column.name)}, {.text = about(instrument, column)}, {.text = (whom.empty() ? std::string{"everyone"} : whom) + (needed ? ", and needed" : "")},
                              {.text = what_may_stand(instrument, column, localities)}});
    }
    return ui::scrollable_table(table);
}

ui::Html faults_by_line(const std::vector<FileFault>& faults)
{
    ui::Table table{.head = {{.text = "Line", .format = "numeric"}, {.text = "Column"}, {.text = "What to mend"}}, .caption = "What to mend", .caption_classes = "govuk-visually-hidden"};
    for (const auto& fault : faults | std::views::take(most_faults_shown))
        table.rows.push_back({{.text = std::to_string(fault.line), .format = "numeric"}, {.text = ui::element("span", {{"class", "kith-break"}}, fault.column.empty() ? "the whole line" : fault.column)}, {.text = fault.message}});
    auto html = ui::scrollable_table(table);
    if (faults.size() > most_faults_shown) html += ui::paragraph("The first " + std::to_string(most_faults_shown) + " of " + counted(static_cast<std::int64_t>(faults.size()), "fault") + " are shown.");
    return html;
}

ui::Html what_would_be_taken(const Instrument& instrument, const AnswerFile& file)
{
    std::map<std::string, std::int64_t> by_viewpoint;
    for (const auto& line : file.lines) ++by_viewpoint[line.begun.respondent.viewpoint];
    ui::Table table{.head = {{.text = "Viewpoint"}, {.text = "Answers", .format = "numeric"}}, .caption = "What would be taken", .caption_classes = "govuk-visually-hidden", .first_cell_is_header = true};
    for (const auto& viewpoint : instrument.viewpoints)
        if (const auto found = by_viewpoint.find(viewpoint.id); found != by_viewpoint.end())
            table.rows.push_back({{.text = plainly(instrument, viewpoint.name)}, {.text = std::to_string(found->second), .format = "numeric"}});
    auto html = ui::scrollable_table(table);
    if (file.not_asked > 0) html += ui::inset_text({.text = counted(static_cast<std::int64_t>(file.not_asked), "cell answers a question that is", "cells answer questions that are") + " not asked of those respondents, by viewpoint or by their other answers. As on the pages, that counts for nothing."});
    return html;
}

}  // namespace kith::questionnaire
