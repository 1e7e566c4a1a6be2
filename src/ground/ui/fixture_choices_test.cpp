#include "ui/choices.hpp"

#include "ui/fixture_options.hpp"

namespace kith::ui
{
namespace
{

FormGroupOfInputs inputs_group_of(const Options& o)
{
    return {.classes = o.classes(),
            .attributes = o.attributes(),
            .before_inputs = o.content_of("beforeInputs"),
            .after_inputs = o.content_of("afterInputs")};
}

template <class Item>
Item item_of(const Options& o)
{
    Item item;
    item.text = o.content();
    item.id = o.text("id");
    item.value = o.text("value");
    item.label = {o.sub("label").classes(), o.sub("label").attributes()};
    item.hint = hint_of(o.sub("hint"));
    item.divider = o.text("divider");
    item.checked = o.given("checked");
    item.conditional = o.sub("conditional").html("html");
    item.disabled = o.is_on("disabled");
    item.attributes = o.attributes();
    return item;
}

Html render_radios(const Options& o)
{
    Radios params{.fieldset = fieldset_of(o.sub("fieldset")),
                  .hint = hint_of(o.sub("hint")),
                  .error_message = error_of(o.sub("errorMessage")),
                  .form_group = inputs_group_of(o.sub("formGroup")),
                  .id_prefix = o.text("idPrefix"),
                  .name = o.text("name"),
                  .value = o.text("value"),
                  .classes = o.classes(),
                  .attributes = o.attributes()};
    for (const auto& item : o.list("items")) params.items.push_back(item_of<RadioItem>(item));
    return radios(params);
}

Html render_checkboxes(const Options& o)
{
    Checkboxes params{.described_by = o.text("describedBy"),
                      .fieldset = fieldset_of(o.sub("fieldset")),
                      .hint = hint_of(o.sub("hint")),
                      .error_message = error_of(o.sub("errorMessage")),
                      .form_group = inputs_group_of(o.sub("formGroup")),
                      .id_prefix = o.text("idPrefix"),
                      .name = o.text("name"),
                      .values = o.texts("values"),
                      .classes = o.classes(),
                      .attributes = o.attributes()};
    for (const auto& each : o.list("items")) {
        auto item = item_of<CheckboxItem>(each);
        item.name = each.text("name");
        item.behaviour = each.text("behaviour");
        params.items.push_back(std::move(item));
    }
    return checkboxes(params);
}

DateItem date_item_of(const Options& o)
{
    return {.name = o.text("name"),
            .id = o.text("id"),
            .label = o.text("label"),
            .value = o.given_text("value"),
            .autocomplete = o.text("autocomplete"),
            .inputmode = o.text("inputmode"),
            .pattern = o.text("pattern"),
            .error = o.given("error"),
            .classes = o.classes(),
            .attributes = o.attributes()};
}

std::optional<DateItem> date_part_of(const Options& o, std::string_view name)
{
    if (!o.has(name)) return std::nullopt;
    if (o.given(name) == false) return DateItem{.left_out = true};
    return date_item_of(o.sub(name));
}

Html render_date_input(const Options& o)
{
    DateInput params{.id = o.text("id"),
                     .name_prefix = o.text("namePrefix"),
                     .day = date_part_of(o, "day"),
                     .month = date_part_of(o, "month"),
                     .year = date_part_of(o, "year"),
                     .hint = hint_of(o.sub("hint")),
                     .error_message = error_of(o.sub("errorMessage")),
                     .form_group = inputs_group_of(o.sub("formGroup")),
                     .fieldset = fieldset_of(o.sub("fieldset")),
                     .classes = o.classes(),
                     .attributes = o.attributes()};
    for (const auto& item : o.list("items")) params.items.push_back(date_item_of(item));
    for (const auto& [name, value] : o.plurals("values")) params.values[name] = value;
    return date_input(params);
}

Html render_button(const Options& o)
{
    return button({.text = o.content(),
                   .name = o.text("name"),
                   .type = o.text("type", "submit"),
                   .value = o.text("value"),
                   .disabled = o.is_on("disabled"),
                   .href = o.text("href"),
                   .classes = o.classes(),
                   .attributes = o.attributes(),
                   .prevent_double_click = o.given("preventDoubleClick"),
                   .is_start_button = o.is_on("isStartButton"),
                   .id = o.text("id")});
}

}  // namespace

Renderers choice_renderers()
{
    return {{"radios", render_radios}, {"checkboxes", render_checkboxes}, {"date-input", render_date_input}, {"button", render_button}};
}

}  // namespace kith::ui
