#include "questionnaire/question_views.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "ui/choices.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <set>

namespace kith::questionnaire {
namespace {

std::vector<std::string> given_under(const Sent& given, std::string_view field)
{
    std::vector<std::string> values;
    for (const auto& [name, value] : given)
        if (name == field) values.push_back(value);
    return values;
}

std::string first_under(const Sent& given, std::string_view field)
{
    auto values = given_under(given, field);
    return values.empty() ? std::string{} : std::move(values.front());
}

/// Scales whose steps are described once, above the questions that share them.
using DescribedAbove = std::set<std::string, std::less<>>;

struct Asking {
    const Reading& reading;
    const Item& item;
    const Sent& given;
    const web::Form& form;
    const DescribedAbove& above;

    ui::Html words() const { return said_html(reading, item.words); }
    ui::Hint hint() const { return item.hint.empty() ? ui::Hint{} : ui::Hint{.text = said_html(reading, item.hint)}; }
    ui::ErrorMessage error(std::string_view field) const { return {.text = form.error(field).value_or("")}; }
    ui::Fieldset fieldset() const { return {.legend = {.text = words(), .classes = "govuk-fieldset__legend--s"}}; }
};

/// "Don't know" and "Does not apply", where they are offered: after the answers, apart from them.
template <class Each>
void each_unsaid(const Asking& asking, Each each)
{
    if (asking.item.dont_know) each(std::string{dont_know_code}, phrase_html(asking.reading, "dont_know"));
    if (asking.item.not_applicable) each(std::string{not_applicable_code}, phrase_html(asking.reading, "not_applicable"));
}

std::vector<ui::RadioItem> unsaid_radios(const Asking& asking)
{
    std::vector<ui::RadioItem> items;
    each_unsaid(asking, [&](std::string code, const ui::Html& words) {
        if (items.empty()) items.push_back({.divider = phrase_text(asking.reading, "or")});
        items.push_back({.text = words, .value = std::move(code)});
    });
    return items;
}

std::vector<ui::RadioItem> step_radios(const Asking& asking, bool described)
{
    std::vector<ui::RadioItem> items;
    if (const auto* scale = asking.reading.instrument.scale(asking.item.scale))
        for (const auto& step : scale->steps)
            items.push_back({.text = said_html(asking.reading, step.words), .value = std::to_string(step.value),
                             .hint = described && !step.description.empty() ? ui::Hint{.text = said_html(asking.reading, step.description)} : ui::Hint{}});
    for (auto& item : unsaid_radios(asking)) items.push_back(std::move(item));
    return items;
}

ui::Html scale_field(const Asking& asking)
{
    const auto& key = asking.item.key;
    return ui::radios({.fieldset = asking.fieldset(), .hint = asking.hint(), .error_message = asking.error(key), .name = key, .items = step_radios(asking, !asking.above.contains(asking.item.scale)), .value = first_under(asking.given, key)});
}

ui::Html one_field(const Asking& asking)
{
    const auto& key = asking.item.key;
    std::vector<ui::RadioItem> items;
    for (const auto& option : asking.item.options) items.push_back({.text = said_html(asking.reading, option.words), .value = option.code});
    for (auto& item : unsaid_radios(asking)) items.push_back(std::move(item));
    return ui::radios({.fieldset = asking.fieldset(), .hint = asking.hint(), .error_message = asking.error(key), .name = key, .items = std::move(items), .value = first_under(asking.given, key)});
}

ui::Html several_field(const Asking& asking)
{
    const auto& item = asking.item;
    std::vector<ui::CheckboxItem> items;
    for (const auto& option : item.options) items.push_back({.text = said_html(asking.reading, option.words), .value = option.code});
    bool divided = false;
    each_unsaid(asking, [&](std::string code, const ui::Html& words) {
        if (!divided) items.push_back({.divider = phrase_text(asking.reading, "or")});
        divided = true;
        items.push_back({.text = words, .value = std::move(code), .behaviour = "exclusive"});
    });
    auto hint = asking.hint();
    if (hint.text.empty()) hint.text = item.bounds.most > 0 ? phrase_html(asking.reading, "choose_up_to", {{"most", std::to_string(item.bounds.most)}}) : phrase_html(asking.reading, "choose_all");
    return ui::checkboxes({.fieldset = asking.fieldset(), .hint = hint, .error_message = asking.error(item.key), .name = item.key, .items = std::move(items), .values = given_under(asking.given, item.key)});
}

/// A row of a matrix is a question of its own: a grid of radios cannot be used with a thumb, nor followed by ear.
ui::Html matrix_field(const Asking& asking)
{
    ui::Html rows;
    for (const auto& row : asking.item.rows) {
        const auto field = row_field(asking.item, row);
        rows += ui::radios({.fieldset = {.legend = {.text = said_html(asking.reading, row.words)}}, .error_message = asking.error(field), .name = field, .items = step_radios(asking, false),
                            .value = first_under(asking.given, field), .classes = "govuk-radios--small"});
    }
    auto fieldset = asking.fieldset();
    fieldset.legend.classes = "govuk-fieldset__legend--m";
    fieldset.html = (asking.item.hint.empty() ? ui::Html{} : ui::hint({.text = said_html(asking.reading, asking.item.hint)})) + rows;
    return ui::fieldset(fieldset);
}

/// Beside a number, a date or a text.
ui::Html unsaid_boxes(const Asking& asking)
{
    std::vector<ui::CheckboxItem> items;
    each_unsaid(asking, [&](std::string code, const ui::Html& words) { items.push_back({.text = words, .value = std::move(code)}); });
    if (items.empty()) return {};
    const auto field = unsaid_field(asking.item);
    return ui::checkboxes({.fieldset = {.legend = {.text = ui::visually_hidden(phrase_text(asking.reading, "instead"))}}, .error_message = asking.error(field), .name = field, .items = std::move(items),
                           .values = given_under(asking.given, field), .classes = "govuk-checkboxes--small"});
}

ui::Html written_field(const Asking& asking)
{
    const auto& item = asking.item;
    const ui::Label label{.text = asking.words(), .classes = "govuk-label--s"};
    if (item.kind == ItemKind::date) {
        const auto first = item.key + "-day";
        return ui::date_input({.id = item.key, .name_prefix = item.key,
                               .values = {{first, first_under(asking.given, first)}, {item.key + "-month", first_under(asking.given, item.key + "-month")}, {item.key + "-year", first_under(asking.given, item.key + "-year")}},
                               .hint = asking.hint(), .error_message = asking.error(first), .fieldset = asking.fieldset()}) + unsaid_boxes(asking);
    }
    auto hint = asking.hint();
    if (item.kind == ItemKind::long_text) {
        const auto most = phrase_html(asking.reading, "up_to_characters", {{"most", with_commas(static_cast<std::int64_t>(item.bounds.longest))}});
        hint.text = hint.text.empty() ? ui::Content{most} : ui::Content{ui::join({hint.text.html(), ui::text(" "), most})};
        return ui::textarea({.id = item.key, .name = item.key, .rows = 5, .value = first_under(asking.given, item.key), .label = label, .hint = hint, .error_message = asking.error(item.key),
                             .attributes = {{"dir", "auto"}}}) + unsaid_boxes(asking);
    }
    const bool number = item.kind == ItemKind::number;
    return ui::input({.id = item.key, .name = item.key, .inputmode = number ? (item.bounds.decimals > 0 ? "decimal" : "numeric") : "", .value = first_under(asking.given, item.key), .label = label,
                      .hint = hint, .error_message = asking.error(item.key), .classes = number ? "govuk-input--width-10" : "", .attributes = {{"dir", "auto"}}}) + unsaid_boxes(asking);
}

ui::Html field_of(const Asking& asking)
{
    switch (asking.item.kind) {
    case ItemKind::scale: return scale_field(asking);
    case ItemKind::one: return one_field(asking);
    case ItemKind::several: return several_field(asking);
    case ItemKind::matrix: return matrix_field(asking);
    case ItemKind::number:
    case ItemKind::date:
    case ItemKind::short_text:
    case ItemKind::long_text: return written_field(asking);
    }
    return {};
}

/// What each step means, once for all questions on the scale.
ui::Html scale_described(const Reading& reading, const Scale& scale)
{
    ui::SummaryList meanings;
    for (const auto& step : scale.steps)
        if (!step.description.empty()) meanings.rows.push_back({.key = {.text = said_html(reading, step.words)}, .value = {.text = said_html(reading, step.description)}});
    return meanings.rows.empty() ? ui::Html{} : ui::heading(2, phrase_html(reading, "meanings"), "s") + ui::summary_list(meanings);
}

ui::Attributes language_attributes(const Language& language)
{
    return {{"lang", language.code}, {"dir", language.direction == Direction::right_to_left ? "rtl" : "ltr"}};
}

}  // namespace

ui::Html said_html(const Reading& reading, const Wording& wording)
{
    const auto words = said(wording, reading.shown.voice, reading.instrument.languages);
    if (words.language == nullptr || words.language->code == reading.shown.voice.language) return ui::text(words.words);
    return ui::element("span", language_attributes(*words.language), std::string{words.words});
}

ui::Html phrase_html(const Reading& reading, std::string_view id, Filled filled)
{
    auto said = said_phrase(reading.instrument, id, reading.shown.voice, filled);
    if (said.language == reading.shown.voice.language) return ui::text(said.words);
    const auto* language = language_of(reading.instrument.languages, said.language);
    return ui::element("span", language_attributes(language == nullptr ? Language{.code = said.language, .name = {}, .fallback = {}} : *language), std::move(said.words));
}

std::string phrase_text(const Reading& reading, std::string_view id, Filled filled)
{
    return said_phrase(reading.instrument, id, reading.shown.voice, filled).words;
}

std::string shown_href(const std::string& path, const Shown& shown)
{
    return path + "?language=" + shown.voice.language + (shown.voice.easy ? "&easy=1" : "") + (shown.large ? "&large=1" : "");
}

std::string said_text(const Reading& reading, const Wording& wording)
{
    return std::string{reading.instrument.say(wording, reading.shown.voice)};
}

ui::Html as_read(const Reading& reading, const ui::Html& content)
{
    ui::Attributes attributes;
    if (const auto* language = language_of(reading.instrument.languages, reading.shown.voice.language)) attributes = language_attributes(*language);
    attributes.push_back({"class", reading.shown.large ? "kith-asked kith-asked--large" : "kith-asked"});
    return ui::element("div", attributes, content);
}

ui::Html question_fields(const Reading& reading, const std::vector<const Item*>& items, const Sent& given, const web::Form& form)
{
    DescribedAbove above;
    ui::Html fields;
    for (const auto* item : items) {
        const bool shared = item->kind == ItemKind::scale && std::ranges::count(items, item->scale, &Item::scale) > 1;
        if (shared && above.insert(item->scale).second) fields += scale_described(reading, *reading.instrument.scale(item->scale));
    }
    for (const auto* item : items) fields += field_of({reading, *item, given, form, above});
    return fields;
}

}  // namespace kith::questionnaire
