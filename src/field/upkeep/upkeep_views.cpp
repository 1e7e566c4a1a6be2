#include "upkeep/upkeep_views.hpp"

#include "base/text.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::upkeep {
namespace {

ui::ErrorMessage error_of(const web::Form& form, std::string_view name)
{
    return {.text = form.error(name).value_or("")};
}

std::vector<ui::SelectItem> settings_of(const UpkeepChoices& choices)
{
    std::vector<ui::SelectItem> items{{.value = "", .text = "Not known"}};
    for (const auto& setting : choices.settings) items.push_back({.value = setting.code, .text = setting.name});
    return items;
}

/// Codes of a list, as boxes to tick.
ui::Html boxes_to_tick(const UpkeepField& field, const UpkeepChoices& choices, const web::Form& form)
{
    std::vector<ui::CheckboxItem> items;
    for (const auto& code : choices.packs.list(field.list).codes()) items.push_back({.text = code.label, .value = code.code});
    std::vector<std::string> ticked;
    for (const auto& given : form.all(field.column)) {
        for (const auto code : split(given, ';')) ticked.emplace_back(code);
    }
    return ui::checkboxes({.fieldset = {.legend = {.text = std::string{field.label}, .classes = "govuk-fieldset__legend--s"}}, .hint = {.text = std::string{field.hint}},
                           .error_message = error_of(form, field.column), .name = std::string{field.column}, .items = std::move(items),
                           .values = std::move(ticked), .classes = "govuk-checkboxes--small"});
}

bool has_nothing_to_offer(const UpkeepField& field, const UpkeepChoices& choices)
{
    return field.as == UpkeepField::As::setting && choices.settings.empty();
}

ui::Html hidden(std::string_view name, std::string_view value)
{
    return ui::element("input", {{"type", "hidden"}, {"name", std::string{name}}, {"value", std::string{value}}});
}

ui::Html save_button(std::string words) { return ui::button({.text = std::move(words), .prevent_double_click = true}); }

}  // namespace

std::vector<ui::SelectItem> codes_of(const packs::CodeList& list, const std::string& given)
{
    std::vector<ui::SelectItem> items{{.value = "", .text = "Not known"}};
    for (const auto& code : list.codes()) items.push_back({.value = code.code, .text = code.label});
    const bool is_known = given.empty() || list.find(given) != nullptr;
    if (!is_known) items.insert(items.begin(), {.value = given, .text = "As it is"});  // reported in a list of another data set
    return items;
}

ui::Html day_boxes(const web::Form& form, const std::string& name, const std::string& label, const std::string& hint)
{
    ui::DateInput date{.id = name, .name_prefix = name, .hint = {.text = hint}, .error_message = error_of(form, name),
                       .fieldset = {.legend = {.text = label, .classes = "govuk-fieldset__legend--s"}}};
    for (const auto* part : {"day", "month", "year"}) date.values[name + "-" + part] = form.as_given(name + "-" + part);
    return ui::date_input(date);
}

ui::Html upkeep_box(const UpkeepField& field, const UpkeepChoices& choices, const web::Form& form)
{
    const std::string name{field.column};
    const std::string label{field.label};
    const std::string hint{field.hint};
    switch (field.as) {
    case UpkeepField::As::date: return day_boxes(form, name, label, hint);
    case UpkeepField::As::list:
        return ui::select({.name = name, .items = codes_of(choices.packs.list(field.list), form.text(name)), .value = form.text(name), .label = {.text = label},
                           .hint = {.text = hint}, .error_message = error_of(form, name)});
    case UpkeepField::As::setting:
        return ui::select({.name = name, .items = settings_of(choices), .value = form.text(name), .label = {.text = label}, .error_message = error_of(form, name)});
    case UpkeepField::As::several: return boxes_to_tick(field, choices, form);
    case UpkeepField::As::number:
    case UpkeepField::As::text: break;
    }
    const bool is_short = field.as == UpkeepField::As::number;
    return ui::input({.name = name, .inputmode = is_short ? "decimal" : "", .value = form.as_given(name), .label = {.text = label}, .hint = {.text = hint},
                      .error_message = error_of(form, name), .classes = is_short ? "govuk-input--width-5" : "", .autocomplete = "off", .spellcheck = false});
}

ui::Html adding_fields(const UpkeepChoices& choices, const std::vector<partnership::Organisation>& organisations, const workforce::Sight& sight, const web::Form& form)
{
    ui::Html html;
    if (organisations.size() > 1) {
        std::vector<ui::SelectItem> items{{.value = "", .text = "Choose an organisation"}};
        for (const auto& organisation : organisations) items.push_back({.value = organisation.public_id.text(), .text = organisation.name});
        html += ui::select({.name = "for", .items = std::move(items), .value = form.text("for"), .label = {.text = "Who do they work for?"},
                            .error_message = error_of(form, "for")});
    }
    for (const auto& section : upkeep_sections()) {
        ui::Html boxes;
        for (const auto* field : fields_seen(section.section, sight)) {
            if (field->when_adding && !has_nothing_to_offer(*field, choices)) boxes += upkeep_box(*field, choices, form);
        }
        if (!boxes.empty()) html += ui::heading(2, section.title, "m") + boxes;
    }
    return html + ui::paragraph("Qualifications, checks, training and the rest are asked for once the person is added.") + save_button("See what changes");
}

ui::Html section_fields(const UpkeepSectionRow& section, const UpkeepChoices& choices, const workforce::Sight& sight, std::optional<Date> stands_from, const web::Form& form)
{
    ui::Html html;
    for (const auto* field : fields_seen(section.section, sight)) {
        if (field->when_changing && !has_nothing_to_offer(*field, choices)) html += upkeep_box(*field, choices, form);
    }
    if (section.of_the_terms) {
        const auto hint = stands_from ? "What is held now stands since " + stands_from->in_words() + ". To put right what was never so, give that day" : std::string{};
        html += day_boxes(form, "terms_from", "From which day does the change hold?", hint);
    }
    return html + save_button("See what changes");
}

ui::Html ending_fields(const UpkeepChoices& choices, const workforce::Sight& sight, const web::Form& form)
{
    auto html = day_boxes(form, "end_date", "Last day of the job", "For example, 31 8 2026");
    for (const auto* field : fields_seen(UpkeepSection::leaving, sight)) html += upkeep_box(*field, choices, form);
    return html + save_button("See what changes");
}

ui::Html job_links(const std::vector<const workforce::HeldEngagement*>& jobs, std::size_t chosen, const std::string& path, const packs::Packs& packs, Date today)
{
    if (jobs.size() < 2) return {};
    std::vector<ui::Content> links;
    for (std::size_t at = 0; at < jobs.size(); ++at) {
        const auto words = job_words(*jobs[at], packs, today);
        if (at == chosen) links.emplace_back(ui::strong(words + " (this one)"));
        else links.emplace_back(ui::link(words, path + "?job=" + std::to_string(at + 1)));
    }
    return ui::paragraph("They hold " + counted(static_cast<std::int64_t>(jobs.size()), "job") + ":") + ui::bullets(links);
}

ui::Html before_saving(const returns::Checked& checked)
{
    ui::Html html;
    for (const auto& heading : checked.difference.headings) {
        if (heading.count == 0 || heading.id == "unchanged" || heading.id == "absent") continue;
        html += ui::heading(2, heading.words + ": " + with_commas(heading.count), "m");
        std::vector<ui::Content> lines;
        for (const auto& sample : heading.samples) lines.emplace_back(returns::called(sample) + ": " + sample.words);
        if (!lines.empty()) html += ui::bullets(lines);
    }
    std::vector<ui::Content> doubts;
    for (const auto& finding : checked.findings) {
        // What is said of the file as a whole is said of one that lists everyone, not of a row sent by hand.
        if (finding.severity == returns::Severity::warning && finding.line > 0) doubts.emplace_back(finding.message);
    }
    if (!doubts.empty()) html += ui::heading(2, "Worth a look first", "m") + ui::bullets(doubts);
    return html;
}

ui::Html saving_fields(const web::Form& form, const returns::Checked& checked, const std::string& back)
{
    ui::Html html = hidden("seen", checked.difference.fingerprint);
    for (const auto& [name, value] : form.fields()) {
        if (!name.starts_with('_') && name != "seen" && name != "change") html += hidden(name, value);
    }
    return html + ui::button_group({save_button("Save"), ui::button({.text = "Change what I entered", .name = "change", .value = "yes", .classes = "govuk-button--secondary"}),
                                    ui::link("Leave without saving", back)});
}

ui::Html confirming_fields(const std::vector<Listed>& people, const web::Form& form)
{
    ui::Html html;
    std::string setting;
    for (const auto& person : people) {
        if (person.setting != setting && !person.setting.empty()) html += ui::heading(2, person.setting, "m");
        setting = person.setting;
        const auto name = "who-" + person.key;
        auto left = day_boxes(form, "left-" + person.key, "Last day", "For example, 31 8 2026");
        html += ui::radios({.fieldset = {.legend = {.text = person.name, .classes = "govuk-fieldset__legend--s"}},
                            .hint = {.text = person.words},
                            .error_message = error_of(form, name),
                            .name = name,
                            .items = {{.text = "Still right", .value = "right"},
                                      {.text = "Has changed", .value = "changed"},
                                      {.text = "Has left", .value = "left", .conditional = std::move(left)}},
                            .value = form.text(name),
                            .classes = "govuk-radios--small"});
    }
    return html + save_button("See what changes");
}

ui::Html several_fields(const std::vector<Listed>& people, const UpkeepChoices& choices, const workforce::Sight& sight, const web::Form& form)
{
    std::vector<ui::CheckboxItem> items;
    for (const auto& person : people) items.push_back({.text = person.name, .value = person.key, .hint = {.text = person.words}});
    ui::Html html = ui::checkboxes({.fieldset = {.legend = {.text = "Who?", .classes = "govuk-fieldset__legend--m"}}, .error_message = error_of(form, "who"),
                                    .name = "who", .items = std::move(items), .values = form.all("who"), .classes = "govuk-checkboxes--small"});
    std::vector<ui::RadioItem> fields;
    for (const auto& field : upkeep_fields()) {
        if (!field.in_bulk || !sight.sees(field.part) || has_nothing_to_offer(field, choices)) continue;
        fields.push_back({.text = std::string{field.label}, .value = std::string{field.column}, .conditional = upkeep_box(field, choices, form)});
    }
    const auto& training = upkeep_fact(workforce::FactKind::training);
    if (sight.sees(workforce::Part::training)) {
        fields.push_back({.text = "They have done the same training", .value = "training", .conditional = fact_boxes(training, choices.packs, form)});
    }
    html += ui::radios({.fieldset = {.legend = {.text = "What changes?", .classes = "govuk-fieldset__legend--m"}}, .error_message = error_of(form, "what"),
                        .name = "what", .items = std::move(fields), .value = form.text("what")});
    html += day_boxes(form, "terms_from", "From which day?", "For example, 1 9 2026. Training has a day of its own");
    return html + save_button("See what changes");
}

}  // namespace kith::upkeep
