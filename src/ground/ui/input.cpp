#include "ui/choices.hpp"
#include "ui/field_parts.hpp"
#include "ui/fields.hpp"
#include "ui/markup.hpp"

namespace kith::ui
{
namespace
{

void write_input(Markup& m, const Input& params, const std::string& id, const std::string& described_by)
{
    const auto classes = with_word(params.classes, params.error_message.text.empty() ? "" : "govuk-input--error");
    m.raw("<input").classes("govuk-input", classes).attribute("id", id).attribute("name", params.name);
    m.attribute("type", params.type.empty() ? "text" : params.type);
    if (params.spellcheck) m.attribute("spellcheck", *params.spellcheck ? "true" : "false");
    if (params.value) m.attribute("value", *params.value);
    m.flag("disabled", params.disabled).optional("aria-describedby", described_by).optional("autocomplete", params.autocomplete);
    m.optional("autocapitalize", params.autocapitalize).optional("pattern", params.pattern).optional("inputmode", params.inputmode);
    m.attributes(params.attributes).raw(">");
}

void write_affix(Markup& m, const Affix& affix, std::string_view classes)
{
    if (affix.text.empty()) return;
    m.raw("<div").classes(classes, affix.classes).raw(" aria-hidden=\"true\"").attributes(affix.attributes).raw(">");
    m.content(affix.text).raw("</div>");
}

bool has_wrapper(const Input& params)
{
    return !params.prefix.text.empty() || !params.suffix.text.empty() || !params.form_group.before_input.empty() ||
           !params.form_group.after_input.empty();
}

}  // namespace

Html input(const Input& params)
{
    const auto& id = id_or_name(params.id, params.name);
    Markup m;
    open_form_group(m, !params.error_message.text.empty(), params.form_group.classes, params.form_group.attributes);
    m.html(labelled(params.label, id));
    const auto described_by = write_hint_and_error(m, params.described_by, id, params.hint, params.error_message);
    m.raw("\n");
    if (!has_wrapper(params)) {
        write_input(m, params, id, described_by);
        return m.raw("</div>").take();
    }
    m.raw("<div").classes("govuk-input__wrapper", params.input_wrapper.classes).attributes(params.input_wrapper.attributes).raw(">");
    m.content(params.form_group.before_input).raw("\n");
    write_affix(m, params.prefix, "govuk-input__prefix");
    write_input(m, params, id, described_by);
    write_affix(m, params.suffix, "govuk-input__suffix");
    return m.raw("\n").content(params.form_group.after_input).raw("</div></div>").take();
}

namespace
{

void add_words(Attributes& attributes, const char* key, const std::string& words)
{
    if (!words.empty()) attributes.push_back({std::string{"data-i18n."} + key, words});
}

FormGroup password_group(const PasswordInput& params, const std::string& id)
{
    FormGroup group = params.form_group;
    group.classes = with_word("govuk-password-input", params.form_group.classes);
    group.attributes = {{"data-module", "govuk-password-input"}};
    add_words(group.attributes, "show-password", params.show_password_text);
    add_words(group.attributes, "hide-password", params.hide_password_text);
    add_words(group.attributes, "show-password-aria-label", params.show_password_aria_label_text);
    add_words(group.attributes, "hide-password-aria-label", params.hide_password_aria_label_text);
    add_words(group.attributes, "password-shown-announcement", params.password_shown_announcement_text);
    add_words(group.attributes, "password-hidden-announcement", params.password_hidden_announcement_text);
    for (const auto& attribute : params.form_group.attributes) group.attributes.push_back(attribute);
    const auto or_default = [](const std::string& words, const char* otherwise) { return words.empty() ? otherwise : words; };
    auto show = button({
        .text = or_default(params.show_password_text, "Show"),
        .type = "button",
        .classes = with_word("govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle", params.button_classes),
        .attributes = {{"aria-controls", id},
                       {"aria-label", or_default(params.show_password_aria_label_text, "Show password")},
                       {"hidden", "", true}},
    });
    group.after_input = show + params.form_group.after_input.html();
    return group;
}

}  // namespace

Html password_input(const PasswordInput& params)
{
    const auto& id = id_or_name(params.id, params.name);
    return input({
        .id = id,
        .name = params.name,
        .type = "password",
        .value = params.value,
        .disabled = params.disabled,
        .described_by = params.described_by,
        .label = params.label,
        .hint = params.hint,
        .error_message = params.error_message,
        .form_group = password_group(params, id),
        .classes = with_word("govuk-password-input__input govuk-js-password-input-input", params.classes),
        .autocomplete = params.autocomplete.empty() ? "current-password" : params.autocomplete,
        .spellcheck = false,
        .autocapitalize = "none",
        .input_wrapper = {.classes = "govuk-password-input__wrapper"},
        .attributes = params.attributes,
    });
}

namespace
{

constexpr Literal start_icon =
    "<svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" width=\"17.5\" height=\"19\" viewBox=\"0 0 33 40\" "
    "aria-hidden=\"true\" focusable=\"false\"><path fill=\"currentColor\" d=\"M0 0h13l20 20-20 20H0l20-20z\"/></svg>";

void write_button_end(Markup& m, const Button& params)
{
    const auto classes = params.is_start_button ? with_word(params.classes, "govuk-button--start") : params.classes;
    m.classes("govuk-button", classes).raw(" data-module=\"govuk-button\"").attributes(params.attributes).optional("id", params.id);
    m.raw(">");
    if (!params.is_start_button) {
        m.content(params.text);
    } else if (params.text.is_markup()) {
        m.raw("<span>").content(params.text).raw("</span>\n").raw(start_icon);
    } else {
        m.content(params.text).raw("\n").raw(start_icon);
    }
}

}  // namespace

Html button(const Button& params)
{
    Markup m;
    if (!params.href.empty()) {
        m.raw("<a").address("href", params.href).raw(" role=\"button\" draggable=\"false\"");
        write_button_end(m, params);
        return m.raw("\n</a>").take();
    }
    m.raw("<button").attribute("type", params.type.empty() ? "submit" : params.type).optional("value", params.value);
    m.optional("name", params.name);
    if (params.disabled) m.raw(" disabled aria-disabled=\"true\"");
    if (params.prevent_double_click) m.attribute("data-prevent-double-click", *params.prevent_double_click ? "true" : "false");
    write_button_end(m, params);
    return m.raw("</button>").take();
}

}  // namespace kith::ui
