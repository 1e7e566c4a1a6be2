#include "ui/choices.hpp"

#include "ui/field_parts.hpp"
#include "ui/markup.hpp"

#include <algorithm>

namespace kith::ui
{
namespace
{

/// What a radio and a checkbox have alike, as the words that differ.
struct Kind {
    Literal item;         ///< opens the item
    Literal input;        ///< opens the input
    Literal conditional;  ///< opens what is shown when chosen
    const char* label_class;
    const char* hint_class;
};

constexpr Kind radio = {"<div class=\"govuk-radios__item\">", "<input class=\"govuk-radios__input\"",
                        "<div class=\"govuk-radios__conditional", "govuk-radios__label", "govuk-radios__hint"};
constexpr Kind checkbox = {"<div class=\"govuk-checkboxes__item\">", "<input class=\"govuk-checkboxes__input\"",
                           "<div class=\"govuk-checkboxes__conditional", "govuk-checkboxes__label", "govuk-checkboxes__hint"};

template <class Item>
void write_label_and_hint(Markup& m, const Kind& kind, const Item& item, const std::string& id)
{
    m.html(label({.text = item.text,
                  .for_id = id,
                  .classes = with_word(kind.label_class, item.label.classes),
                  .attributes = item.label.attributes}));
    if (item.hint.text.empty()) return;
    m.html(hint({.text = item.hint.text,
                 .id = id + "-item-hint",
                 .classes = with_word(kind.hint_class, item.hint.classes),
                 .attributes = item.hint.attributes}));
}

template <class Item>
void write_conditional(Markup& m, const Kind& kind, const Item& item, const std::string& id, bool checked, Literal hidden)
{
    if (item.conditional.empty()) return;
    m.raw(kind.conditional).raw(checked ? Literal{"\""} : hidden).attribute("id", "conditional-" + id).raw(">");
    m.html(item.conditional).raw("</div>");
}

template <class Item>
std::string id_of(const Item& item, const std::string& prefix, std::size_t place)
{
    if (!item.id.empty()) return item.id;
    return place == 1 ? prefix : prefix + "-" + std::to_string(place);
}

void write_radio(Markup& m, const Radios& params, const RadioItem& item, const std::string& id)
{
    if (!item.divider.empty()) {
        m.raw("<div class=\"govuk-radios__divider\">").text(item.divider).raw("</div>");
        return;
    }
    const bool by_value = !params.value.empty() && item.value == params.value && item.checked != false;
    const bool checked = item.checked.value_or(false) || by_value;
    m.raw(radio.item).raw(radio.input).attribute("id", id).attribute("name", params.name).raw(" type=\"radio\"");
    m.attribute("value", item.value).flag("checked", checked).flag("disabled", item.disabled);
    if (!item.conditional.empty()) m.attribute("data-aria-controls", "conditional-" + id);
    if (!item.hint.text.empty()) m.attribute("aria-describedby", id + "-item-hint");
    m.attributes(item.attributes).raw(">\n");
    write_label_and_hint(m, radio, item, id);
    m.raw("</div>");
    write_conditional(m, radio, item, id, checked, " govuk-radios__conditional--hidden\"");
}

void write_checkbox(Markup& m, const Checkboxes& params, const CheckboxItem& item, const std::string& id, std::string described_by)
{
    if (!item.divider.empty()) {
        m.raw("<div class=\"govuk-checkboxes__divider\">").text(item.divider).raw("</div>");
        return;
    }
    const bool by_value = item.checked != false && std::find(params.values.begin(), params.values.end(), item.value) != params.values.end();
    const bool checked = item.checked.value_or(false) || by_value;
    if (!item.hint.text.empty()) described_by = with_word(std::move(described_by), id + "-item-hint");
    m.raw(checkbox.item).raw(checkbox.input).attribute("id", id).attribute("name", item.name.empty() ? params.name : item.name);
    m.raw(" type=\"checkbox\"").attribute("value", item.value).flag("checked", checked).flag("disabled", item.disabled);
    if (!item.conditional.empty()) m.attribute("data-aria-controls", "conditional-" + id);
    m.optional("data-behaviour", item.behaviour).optional("aria-describedby", described_by).attributes(item.attributes).raw(">\n");
    write_label_and_hint(m, checkbox, item, id);
    m.raw("</div>");
    write_conditional(m, checkbox, item, id, checked, " govuk-checkboxes__conditional--hidden\"");
}

/// The group, in a fieldset where there is one; `described_by` goes to the fieldset.
Html grouped(const FormGroupOfInputs& group, bool has_error, Fieldset around, std::string described_by, Html inner)
{
    Markup m;
    open_form_group(m, has_error, group.classes, group.attributes);
    if (around.present()) {
        around.described_by = std::move(described_by);
        around.html = std::move(inner);
        m.html(fieldset(around));
    } else {
        m.html(inner);
    }
    return m.raw("</div>").take();
}

}  // namespace

Html radios(const Radios& params)
{
    const auto& prefix = id_or_name(params.id_prefix, params.name);
    Markup inner;
    auto described_by = write_hint_and_error(inner, params.fieldset.described_by, prefix, params.hint, params.error_message);
    inner.raw("<div").classes("govuk-radios", params.classes).attributes(params.attributes).raw(" data-module=\"govuk-radios\">");
    inner.content(params.form_group.before_inputs);
    std::size_t place = 0;
    for (const auto& item : params.items) write_radio(inner, params, item, id_of(item, prefix, ++place));
    inner.content(params.form_group.after_inputs).raw("</div>");
    return grouped(params.form_group, !params.error_message.text.empty(), params.fieldset, std::move(described_by), inner.take());
}

Html checkboxes(const Checkboxes& params)
{
    const auto& prefix = id_or_name(params.id_prefix, params.name);
    const auto& given = params.fieldset.described_by.empty() ? params.described_by : params.fieldset.described_by;
    Markup inner;
    auto described_by = write_hint_and_error(inner, given, prefix, params.hint, params.error_message);
    const std::string on_items = params.fieldset.present() ? std::string{} : described_by;
    inner.raw("<div").classes("govuk-checkboxes", params.classes).attributes(params.attributes).raw(" data-module=\"govuk-checkboxes\">");
    inner.content(params.form_group.before_inputs);
    std::size_t place = 0;
    for (const auto& item : params.items) write_checkbox(inner, params, item, id_of(item, prefix, ++place), on_items);
    inner.content(params.form_group.after_inputs).raw("</div>");
    return grouped(params.form_group, !params.error_message.text.empty(), params.fieldset, std::move(described_by), inner.take());
}

namespace
{

bool marked_by_class(const DateItem& item) { return item.classes.find("govuk-input--error") != std::string::npos; }

/// day, month and year as the caller gave them or as they are by default.
std::vector<DateItem> standard_items(const DateInput& params)
{
    const auto value = [&](const char* key) -> std::optional<std::string> {
        const auto found = params.values.find(key);
        return found == params.values.end() ? std::nullopt : std::optional{found->second};
    };
    return {params.day.value_or(DateItem{.name = "day", .value = value("day"), .classes = "govuk-input--width-2"}),
            params.month.value_or(DateItem{.name = "month", .value = value("month"), .classes = "govuk-input--width-2"}),
            params.year.value_or(DateItem{.name = "year", .value = value("year"), .classes = "govuk-input--width-4"})};
}

std::string capitalised(std::string name)
{
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 32);
    return name;
}

struct DateParts {
    const DateInput& params;
    std::vector<DateItem> standard;
    bool from_items;
    bool any_error;
};

/// Which of day (0), month (1) and year (2) the item is; 3: none of them.
std::size_t part_of(const DateParts& parts, const DateItem& item, std::size_t place)
{
    static constexpr std::string_view words[] = {"day", "month", "year"};
    for (std::size_t i = 0; i < 3; ++i) {
        if (!parts.from_items && i == place) return i;
        if (!item.name.empty() && (item.name == words[i] || item.name == parts.standard[i].name)) return i;
    }
    return 3;
}

std::string date_classes(const DateParts& parts, const DateItem& item, std::size_t part)
{
    const bool marked = item.error.value_or(false) || marked_by_class(item);
    const bool by_default = item.error != false && !parts.params.error_message.text.empty() && !parts.any_error;
    std::string classes = "govuk-date-input__input";
    if (!marked_by_class(item) && (marked || by_default)) classes += " govuk-input--error";
    if (item.classes.find("govuk-input--width-") == std::string::npos)
        classes += part == 2 ? " govuk-input--width-4" : " govuk-input--width-2";
    return with_word(std::move(classes), item.classes);
}

void write_date_item(Markup& m, const DateParts& parts, const DateItem& item, std::size_t place)
{
    static constexpr const char* words[] = {"day", "month", "year"};
    const auto part = part_of(parts, item, place);
    const std::string own_name = !item.name.empty() || part > 2 ? item.name : words[part];
    const std::string name = parts.params.name_prefix.empty() ? own_name : parts.params.name_prefix + "-" + own_name;
    auto value = item.value;
    if (!value && part < 3) value = parts.standard[part].value;
    if (const auto found = parts.params.values.find(name); !value && found != parts.params.values.end()) value = found->second;
    m.raw("<div class=\"govuk-date-input__item\">");
    m.html(input({
        .id = item.id.empty() ? parts.params.id + "-" + own_name : item.id,
        .name = name,
        .inputmode = item.inputmode.empty() ? "numeric" : item.inputmode,
        .value = value,
        .label = {.text = item.label.empty() ? capitalised(own_name) : item.label, .classes = "govuk-date-input__label"},
        .classes = date_classes(parts, item, part),
        .autocomplete = item.autocomplete,
        .pattern = item.pattern,
        .attributes = item.attributes,
    }));
    m.raw("</div>");
}

}  // namespace

Html date_input(const DateInput& params)
{
    DateParts parts{params, standard_items(params), !params.items.empty(), false};
    const auto& items = parts.from_items ? params.items : parts.standard;
    for (const auto& item : items) parts.any_error = parts.any_error || item.error.value_or(false) || marked_by_class(item);
    Markup inner;
    auto described_by = write_hint_and_error(inner, params.fieldset.described_by, params.id, params.hint, params.error_message);
    inner.raw("<div").classes("govuk-date-input", params.classes).attributes(params.attributes).optional("id", params.id).raw(">");
    inner.content(params.form_group.before_inputs);
    for (std::size_t place = 0; place < items.size(); ++place) {
        if (!items[place].left_out) write_date_item(inner, parts, items[place], place);
    }
    inner.content(params.form_group.after_inputs).raw("</div>");
    auto around = params.fieldset;
    if (around.present()) around.role = "group";  // JAWS does not read the description of a fieldset of text inputs without it
    return grouped(params.form_group, !params.error_message.text.empty(), around, std::move(described_by), inner.take());
}

}  // namespace kith::ui
