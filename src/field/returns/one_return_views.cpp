// The page of one return, and its table of findings.
#include "base/quantity.hpp"
#include "base/text.hpp"
#include "returns/return_views.hpp"
#include "ui/choices.hpp"
#include "ui/layout.hpp"
#include "ui/navigation.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <set>

namespace kith::returns {
namespace {

ui::Html severity_tag(Severity severity)
{
    const auto* colour = severity == Severity::error ? "govuk-tag--red" : severity == Severity::warning ? "govuk-tag--yellow" : "govuk-tag--grey";
    return ui::tag({.text = severity_words(severity), .classes = colour});
}

std::string sentence(std::string words)
{
    if (!words.ends_with('.')) words += '.';
    return words;
}

std::string first_lines(const RuleGroup& group)
{
    std::vector<std::string> lines;
    for (const auto line : group.lines) lines.push_back(std::to_string(line));
    if (lines.empty()) return "the whole file";
    return (group.count == 1 ? "line " : "lines ") + joined(lines, ", ") + (std::cmp_greater(group.count, lines.size()) ? " and more" : "");
}

/// "Rule K-FTE-2, column fte, lines 2, 3": what it is called and where it stands, small below its words.
ui::Html small_print(const std::string& column, const std::string& lines, const std::string& rule)
{
    const auto words = "Rule " + rule + (column.empty() ? "" : ", column " + column) + (lines.empty() ? "" : ", ") + lines;
    return ui::paragraph(words, "govuk-hint govuk-!-margin-top-1 govuk-!-margin-bottom-0");
}

/// Tag, words and small print below each other, so that a phone shows all of them.
ui::Html finding_cell(Severity severity, const std::string& message, ui::Html small)
{
    return ui::paragraph(severity_tag(severity), "govuk-!-margin-top-0 govuk-!-margin-bottom-1") + ui::text(message) + std::move(small);
}

/// "Answered by Robin Hale on 3 October 2026: she works two jobs"; nothing where nobody has.
ui::Html answer_line(const std::optional<QueryAnswer>& answer)
{
    if (!answer) return {};
    return ui::paragraph("Answered by " + answer->by_words + " on " + answer->at.date_in_london().in_words() + ": " + answer->words,
                         "govuk-body govuk-!-margin-top-1 govuk-!-margin-bottom-0");
}

/// "3 to answer" with where to, or who answered.
ui::Html queries_line(const ReturnPage& page, const std::string& rule)
{
    const auto found = page.queries.find(rule);
    if (found == page.queries.end()) return {};
    const auto& queries = found->second;
    const auto href = path_of(page.handed_in, "queries/" + rule);
    ui::Html line;
    if (queries.answered > 0 && queries.latest) {
        const auto how_many = queries.open == 0 ? std::string{"Answered"} : with_commas(queries.answered) + " answered";
        line += ui::paragraph(how_many + " by " + queries.latest->by_words + " on " + queries.latest->at.date_in_london().in_words() + ": " +
                                  queries.latest->words, "govuk-body govuk-!-margin-top-1 govuk-!-margin-bottom-0");
    }
    if (queries.mended > 0)
        line += ui::paragraph((queries.open + queries.answered == 0 ? std::string{"Mended"} : with_commas(queries.mended) + " mended") + " by a later return",
                              "govuk-body govuk-!-margin-top-1 govuk-!-margin-bottom-0");
    const bool may_answer = may_be_answered(page.handed_in.state) && queries.open > 0;
    if (!may_answer && queries.answered == 0) return line;
    const auto words = may_answer ? "Answer " + (queries.open == 1 ? std::string{"this query"} : "these " + with_commas(queries.open) + " queries")
                                        : std::string{"See the answers"};
    line += ui::not_in_print(ui::paragraph(ui::link_about(words, "about rule " + rule, href), "govuk-body govuk-!-margin-top-1 govuk-!-margin-bottom-0"));
    return line;
}

ui::Html rules_table(const ReturnPage& page)
{
    ui::Table table{.head = {{.text = "What to mend"}, {.text = "Times", .format = "numeric"}},
                    .caption = "Findings by rule",
                    .caption_classes = "govuk-visually-hidden"};
    std::set<std::string_view> asked;  // a rule's queries are answered together, at whatever columns: said once
    for (const auto& group : page.rules) {
        auto words = finding_cell(group.severity, group.message, small_print(group.column, first_lines(group), group.rule));
        if (asked.insert(group.rule).second) words += queries_line(page, group.rule);
        table.rows.push_back({{.text = std::move(words), .classes = "kith-long-words"}, {.text = with_commas(group.count), .format = "numeric"}});
    }
    return ui::scrollable_table(table);
}

ui::Html samples_table(const DifferenceHeading& heading)
{
    ui::Table table{.head = {{.text = "Record"}, {.text = "Line", .format = "numeric"}, {.text = "What changes"}},
                    .caption = heading.words + ": the first " + with_commas(static_cast<std::int64_t>(heading.samples.size())),
                    .caption_classes = "govuk-table__caption--s"};
    for (const auto& sample : heading.samples) {
        table.rows.push_back({{.text = called(sample)}, {.text = sample.line == 0 ? "" : std::to_string(sample.line), .format = "numeric"},
                              {.text = sample.words}});
    }
    return ui::scrollable_table(table);
}

/// "2 findings keep a row out, 1 is a value to check, 3 are good to know.": in the words of their tags.
std::string findings_sentence(const FindingCounts& counts)
{
    std::vector<std::string> parts;
    const auto say = [&parts](std::int64_t number, std::string_view one, std::string_view many) {
        if (number == 0) return;
        parts.push_back((parts.empty() ? counted(number, "finding") : with_commas(number)) + " " + std::string{number == 1 ? one : many});
    };
    say(counts.errors, "keeps a row out", "keep a row out");
    say(counts.warnings, "is a value to check", "are values to check");
    say(counts.notes, "is good to know", "are good to know");
    return joined(parts, ", ") + ".";
}

std::string_view difference_title(State state)
{
    switch (state) {
    case State::accepted: return "What accepting did";
    case State::undone: return "What accepting did, and undoing took back";
    case State::agreed: return "Compared with the register";
    case State::withdrawn:
    case State::refused: return "What accepting would have done";
    default: return "What accepting would do";
    }
}

/// What accepting will do, in a sentence or three.
std::string accept_words(const ReturnPage& page)
{
    const auto& h = page.handed_in;
    std::string words = "Accepting writes " + counted(h.writes, "line") + " in the register.";
    if (const auto mend = h.rows - h.can_take; mend > 0) {
        words += " The " + counted(mend, "row") + (mend == 1 ? " that needs mending is" : " that need mending are") +
                 " left out: mend the file and hand it in again.";
    }
    return words + " You can undo it later.";
}

}  // namespace

ui::Html return_answer(const ReturnPage& page)
{
    const auto& h = page.handed_in;
    ui::Html html = ui::paragraph(answer(h) + ".", "govuk-body-l");
    html += ui::paragraph(state_tag(h.state));
    if (page.is_stuck) {
        html += ui::warning_text({.text = "Kith stopped before it had finished, and nothing was changed. Start it again, or withdraw the return"});
    } else {
        html += page.progress;
    }
    if (!h.words.empty() && h.state != State::asking) html += ui::inset_text({.text = sentence(h.words)});
    if (page.handed_in_before && h.state == State::checked) {
        html += ui::inset_text({.text = "The same file was accepted on " + *page.handed_in_before + "."});
    }
    return html;
}

ui::Html return_findings(const ReturnPage& page)
{
    const auto& h = page.handed_in;
    if (h.state == State::asking) return {};  // what is asked heads the page
    const bool only_asked = h.can_take == 0 && h.findings.errors + h.findings.warnings == 0;
    if (h.state == State::withdrawn && only_asked) return {};
    if (page.rules.empty()) {
        if (h.state == State::checked || h.state == State::agreed || h.state == State::accepted) return ui::heading(2, "Findings", "m") + ui::paragraph("Nothing needs mending.");
        return {};
    }
    ui::Html html = ui::heading(2, "Findings", "m");
    html += ui::paragraph(findings_sentence(h.findings));
    html += rules_table(page);
    std::vector<ui::Content> links{ui::link("See every finding", path_of(h, "findings")),
                                   ui::link("Download the findings (CSV)", path_of(h, "findings.csv"))};
    if (page.has_annotated && page.may_see_rows && h.findings.errors + h.findings.warnings > 0) {
        links.emplace_back(ui::link("Download your file, in its own format, with what to mend in each row", path_of(h, "to-mend")));
    }
    return html + ui::not_in_print(ui::bullets(links));
}

ui::Html return_difference(const ReturnPage& page)
{
    if (page.difference.headings.empty()) return {};
    const bool is_over = page.handed_in.state == State::undone || page.handed_in.state == State::withdrawn || page.handed_in.state == State::refused;
    ui::Html html = ui::heading(2, difference_title(page.handed_in.state), "m");
    ui::Table table{.head = {{.text = "In this file and the register"}, {.text = "How many", .format = "numeric"}},
                    .caption = "Difference between the file and the register",
                    .caption_classes = "govuk-visually-hidden",
                    .first_cell_is_header = true};
    if (!is_over) table.head.push_back({.text = "On accepting"});
    for (const auto& heading : page.difference.headings) {
        if (heading.count == 0) continue;
        table.rows.push_back({{.text = heading.words}, {.text = with_commas(heading.count), .format = "numeric"}});
        if (!is_over) table.rows.back().push_back({.text = heading.meaning});  // what would happen: nothing does any more
    }
    html += table.rows.empty() ? ui::paragraph("The file and the register have nothing in common to compare.") : ui::table(table);
    if (!page.may_see_rows) return html;
    ui::Html samples;
    for (const auto& heading : page.difference.headings) {
        if (heading.samples.empty()) continue;
        if (heading.id == "gone") html += samples_table(heading);  // nobody is ended unseen: each stands on the page
        else samples += samples_table(heading);
    }
    if (!samples.empty()) html += ui::details({.summary_text = "Look at some of them", .text = samples});
    return html;
}

ui::Html accept_fields(const ReturnPage& page)
{
    const auto& h = page.handed_in;
    ui::Html html = ui::paragraph(accept_words(page));
    if (needs_confirming(h)) {
        const auto share = with_commas(h.ends) + " of the " + counted(h.held, "job") + " held";
        html += ui::warning_text({.text = "This return ends " + share + ". Check that the file is whole and of the right organisation"});
        html += ui::checkboxes({.fieldset = {.legend = {.text = "Confirm before you accept", .classes = "govuk-visually-hidden"}},
                                .error_message = {.text = page.ends_tick.error.value_or("")},
                                .id_prefix = "confirm_ends",
                                .name = "confirm_ends",
                                .items = {{.text = "Yes, " + share + " end", .value = "yes", .checked = page.ends_tick.is_given}}});
    }
    if (h.seem_held > 0) {
        html += ui::warning_text({.text = seem_held_words(h.seem_held) + ". If they are the same people, accepting this makes each of them two: withdraw the return and use the references that are held"});
        html += ui::checkboxes({.fieldset = {.legend = {.text = "Confirm who they are before you accept", .classes = "govuk-visually-hidden"}},
                                .error_message = {.text = page.others_tick.error.value_or("")},
                                .id_prefix = "confirm_others",
                                .name = "confirm_others",
                                .items = {{.text = "These are other people", .value = "yes", .checked = page.others_tick.is_given}}});
    }
    return html + ui::button({.text = "Accept " + counted(h.can_take, "row"), .prevent_double_click = true});
}

ui::Html withdraw_button()
{
    return ui::button({.text = "Withdraw this return", .classes = "govuk-button--secondary", .prevent_double_click = true});
}

ui::Html question_button(const ReturnPage& page)
{
    const auto& h = page.handed_in;
    if (!page.may_decide) return {};
    if (waits_for_owner(h)) return ui::button({.text = "Say whose return it is", .href = path_of(h, "whose")});
    if (page.question.words.empty()) return {};
    const auto href = path_of(h, page.question.below);
    if (h.state == State::asking) return ui::button({.text = page.question.words, .href = href});
    if (h.state == State::checked || h.state == State::failed) return ui::paragraph(ui::link(page.question.again, href));
    return {};
}

ui::Html check_again_button(const ReturnPage& page)
{
    return ui::button({.text = page.handed_in.state == State::accepting ? "Start again" : "Check it again", .classes = "govuk-button--secondary",
                       .prevent_double_click = true});
}

ui::Html return_facts(const ReturnPage& page)
{
    const auto& h = page.handed_in;
    ui::SummaryList facts;
    const auto add = [&facts](const char* key, std::string value) {
        if (!value.empty()) facts.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
    };
    add("Organisation", page.organisation);
    add("File", h.file_name + ", " + size_words(h.file_size));
    if (page.mapping_path.empty()) add("Format", h.format);
    else facts.rows.push_back({.key = {.text = "Format"}, .value = {.text = ui::link(h.format, page.mapping_path)}});
    if (h.speaks.act == Act::full) {
        add("Lists", "Everyone: jobs it leaves out end" + (h.speaks.last_day ? " on " + h.speaks.last_day->in_words() : std::string{}));
    }
    if (h.speaks.about) add("For", words_of(*h.speaks.about));
    add("Rows", h.rows == 0 ? std::string{} : with_commas(h.rows));
    add("Handed in", h.handed_in_at.in_words() + " by " + h.by_words);
    ui::Timeline history;
    for (const auto& event : page.events) {
        history.events.push_back({.title = event.title, .by = event.by_words, .when = event.at.in_words(), .datetime = event.at.iso(),
                                  .description = event.words.empty() ? ui::Html{} : ui::paragraph(event.words)});
    }
    history.heading_level = 3;
    return ui::heading(2, "About this return", "m") + ui::summary_list(facts) + ui::heading(2, "History", "m") + ui::timeline(history);
}

ui::Html findings_page(const FindingsPage& page)
{
    const auto& h = page.handed_in;
    const auto base = path_of(h, "findings");
    const auto item = [&](std::string words, std::optional<Severity> severity) {
        return ui::NavigationItem{.text = std::move(words), .href = severity ? base + "?severity=" + std::string{severity_id(*severity)} : base,
                                  .current = page.severity == severity};
    };
    ui::Html html = ui::not_in_print(ui::sub_navigation({.label = "Findings by what they mean",
        .items = {item("All", {}), item("Rows not taken (" + with_commas(h.findings.errors) + ")", Severity::error),
                  item("Values to check (" + with_commas(h.findings.warnings) + ")", Severity::warning),
                  item("Good to know (" + with_commas(h.findings.notes) + ")", Severity::note)}}));
    const auto all = h.findings.errors + h.findings.warnings + h.findings.notes;
    if (std::cmp_greater(all, findings_kept)) {
        html += ui::inset_text({.text = "There are " + with_commas(all) + " findings; the first " + with_commas(findings_kept) + " are listed."});
    }
    if (page.findings.empty()) return html + ui::empty_state({.text = "Nothing here.", .link_text = "Back to the return", .href = path_of(h)});
    const bool of_a_sheet = lower_ascii(h.file_name).ends_with(".xlsx");
    ui::Table table{.head = {{.text = of_a_sheet ? "Row" : "Line", .format = "numeric"}, {.text = "What to mend"}},
                    .caption = counted(page.counted, "finding"),
                    .caption_classes = "govuk-table__caption--m"};
    for (const auto& entry : page.findings) {
        const auto& finding = entry.finding;
        const auto lines = finding.line == 0 ? std::string{"the whole file"} : std::string{};
        table.rows.push_back({{.text = finding.line == 0 ? "" : with_commas(finding.line), .format = "numeric"},
                              {.text = finding_cell(finding.severity, finding.message, small_print(finding.column, lines, finding.rule)) +
                                        answer_line(entry.answer), .classes = "kith-long-words"}});
    }
    html += ui::scrollable_table(table);
    const auto with_severity = page.severity ? base + "?severity=" + std::string{severity_id(*page.severity)} + "&page=" : base + "?page=";
    return html + ui::not_in_print(ui::pagination_of(page.page, page.pages, with_severity));
}

}  // namespace kith::returns
