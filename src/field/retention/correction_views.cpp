// Corrections and retention rules as markup.
#include "base/text.hpp"
#include "retention/retention_views.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

namespace kith::retention {

namespace {

ui::ErrorMessage error_of(const web::Form& form, std::string_view name)
{
    return {.text = form.error(name).value_or("")};
}

ui::SummaryRow fact(std::string key, ui::Content value)
{
    return {.key = {.text = std::move(key)}, .value = {.text = std::move(value)}};
}

std::string name_in(const std::map<access::OrganisationId, std::string>& organisations, access::OrganisationId id)
{
    const auto found = organisations.find(id);
    return found == organisations.end() ? "No longer listed" : found->second;
}

std::string state_line(const Correction& correction)
{
    if (correction.state == CorrectionState::asked) return "Waiting for an answer, due by " + answer_due(correction.asked_on).in_words();
    auto words = std::string{words_of(correction.state)};
    if (correction.answered_on) words += ", answered on " + correction.answered_on->in_words();
    return words;
}

}  // namespace

ui::Html ask_fields(const web::Form& form, const std::string& organisation)
{
    ui::Radios about{.fieldset = {.legend = {.text = "What is wrong", .classes = "govuk-fieldset__legend--m"}}, .error_message = error_of(form, "about"), .name = "about", .items = {}, .value = form.as_given("about")};
    for (const auto& topic : topics()) about.items.push_back({.text = std::string{topic.title}, .value = std::string{topic.id}});
    return ui::paragraph(organisation + " reported your record and answers within a month. You will find the answer here and on your home page.") + ui::radios(about) +
           ui::textarea({.name = "words", .value = form.as_given("words"), .label = {.text = "What it should say", .classes = "govuk-label--m"},
                         .hint = {.text = "For example: I started on 3 September 2024, not 2025"}, .error_message = error_of(form, "words")}) +
           ui::button({.text = "Ask for a correction", .prevent_double_click = true});
}

ui::Html correction_facts(const CorrectionView& view)
{
    const auto& correction = view.correction;
    ui::SummaryList list{.rows = {fact("About", title_of_topic(correction.about)), fact("It should say", correction.words), fact("Asked by", view.asked_by + ", on " + correction.asked_on.in_words()),
                                  fact("Record of", view.record_href.empty() ? ui::Content{view.organisation} : ui::Content{ui::text(view.organisation + ": ") + ui::link("open the record", view.record_href)}),
                                  fact("State", state_line(correction))}};
    if (!correction.answer.empty()) list.rows.push_back(fact("Answer", correction.answer));
    if (!view.answered_by.empty()) list.rows.push_back(fact("Answered by", view.answered_by));
    return ui::summary_list(list);
}

ui::Html answer_fields(const web::Form& form)
{
    return ui::radios({.fieldset = {.legend = {.text = "Your answer", .classes = "govuk-fieldset__legend--m"}}, .error_message = error_of(form, "state"), .name = "state",
                       .items = {{.text = "The record was put right", .value = "done", .hint = {.text = "Change it first, by hand or in a return"}},
                                 {.text = "The record stays as it is", .value = "declined", .hint = {.text = "Say why. They may complain to the Information Commissioner"}}},
                       .value = form.as_given("state")}) +
           ui::textarea({.name = "answer", .value = form.as_given("answer"), .label = {.text = "What you tell them"}, .error_message = error_of(form, "answer")}) +
           ui::button({.text = "Send answer", .prevent_double_click = true});
}

ui::Html corrections_table(const std::vector<Correction>& corrections, std::int64_t total, const std::map<access::OrganisationId, std::string>& organisations, Date today)
{
    if (total == 0) return ui::empty_state({.text = "Nobody has asked for a correction. When someone does, it appears here and on your home page."});
    ui::Table table{.head = {{.text = "Asked on"}, {.text = "About"}, {.text = "Organisation"}, {.text = "State"}}, .caption = "Corrections, those that wait first", .caption_classes = "govuk-visually-hidden"};
    for (const auto& one : corrections) {
        const bool late = one.state == CorrectionState::asked && answer_due(one.asked_on) < today;
        auto state = late ? ui::tag({.text = "Overdue", .classes = "govuk-tag--red"}) + ui::text(" ") + ui::text(state_line(one)) : ui::text(state_line(one));
        table.rows.push_back({{.text = one.asked_on.in_short()},
                              {.text = ui::link_about(title_of_topic(one.about), ", asked on " + one.asked_on.in_words() + " of " + name_in(organisations, one.organisation), "/corrections/" + one.public_id.text())},
                              {.text = name_in(organisations, one.organisation)}, {.text = std::move(state)}});
    }
    return ui::paragraph(counted(total, "correction", "corrections") + " asked for within your reach.", "govuk-body-l") + ui::scrollable_table(table);
}

ui::Html corrections_beside(const std::vector<Correction>& corrections, bool own)
{
    if (corrections.empty()) return {};
    std::vector<ui::Content> lines;
    for (const auto& one : corrections) {
        auto line = title_of_topic(one.about) + ", asked on " + one.asked_on.in_words() + ": " + state_line(one) + (one.answer.empty() ? "" : ". \u2018" + one.answer + "\u2019");
        lines.emplace_back(own ? ui::text(line) : ui::link(line, "/corrections/" + one.public_id.text()));
    }
    return ui::heading(3, own ? "Corrections you asked for" : "Corrections asked for", "s") + ui::bullets(lines);
}

ui::Html due_page(const std::vector<Due>& due, const std::map<std::string, LastRun>& runs, Date today)
{
    std::int64_t all = 0;
    for (const auto& one : due) all += one.count;
    auto content = ui::paragraph(all == 0 ? std::string{"Nothing is due to be deleted today."} : "Something is due to be deleted on " + today.in_words() + ".", "govuk-body-l");
    for (const auto& one : due) {
        const auto run = runs.find(one.rule.id);
        ui::SummaryList list{.rows = {fact("Due now", with_commas(one.count) + ", from before " + one.before.in_words()), fact("Kept until", one.rule.in_words()), fact("What happens", one.rule.what),
                                      fact("Why so long", one.rule.source),
                                      fact("Last carried out", run == runs.end() ? std::string{"Never"} : run->second.at.in_words() + ", by " + run->second.by + ": " + with_commas(run->second.done) +
                                                                                      (run->second.passed_over > 0 ? ", " + with_commas(run->second.passed_over) + " left" : ""))},
                             .card = {.title = {.text = one.rule.title}}};
        if (one.count > 0) list.card.actions.items.push_back({.href = "/retention/" + one.rule.id, .text = "Carry out", .visually_hidden_text = one.rule.title});
        content += ui::summary_list(list);
    }
    return content + ui::paragraph("The periods are limits of the pack \u2018retention\u2019, which a partnership may replace. Whoever runs Kith may have the rules carried out by themselves every day.") +
           ui::paragraph(ui::link("What has been erased", "/erasures"));
}

ui::Html run_opening(const RunView& view)
{
    const auto& rule = view.due.rule;
    auto content = ui::paragraph(with_commas(view.due.count) + " due: " + rule.in_words() + ", from before " + view.due.before.in_words() + ".", "govuk-body-l") + ui::paragraph(rule.what + ".");
    content += ui::warning_text({.text = "This cannot be undone"});
    if (!view.examples.empty()) {
        ui::Table table{.rows = {}, .head = {}, .caption = "Those due longest", .caption_classes = "govuk-table__caption--s"};
        for (const auto& heading : view.headings) table.head.push_back({.text = heading});
        for (const auto& row : view.examples) {
            table.rows.emplace_back();
            for (const auto& cell : row) table.rows.back().push_back({.text = cell});
        }
        content += ui::scrollable_table(table);
    }
    return content;
}

}  // namespace kith::retention
