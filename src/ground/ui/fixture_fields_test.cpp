#include "ui/fields.hpp"

#include "ui/fixture_options.hpp"

namespace kith::ui
{

Label label_of(const Options& o)
{
    return {.text = o.content(),
            .for_id = o.text("for"),
            .is_page_heading = o.is_on("isPageHeading"),
            .classes = o.classes(),
            .attributes = o.attributes()};
}

Hint hint_of(const Options& o) { return {.text = o.content(), .id = o.text("id"), .classes = o.classes(), .attributes = o.attributes()}; }

ErrorMessage error_of(const Options& o)
{
    return {.text = o.content(),
            .id = o.text("id"),
            .classes = o.classes(),
            .attributes = o.attributes(),
            .visually_hidden_text = o.given_text("visuallyHiddenText")};
}

Fieldset fieldset_of(const Options& o)
{
    const auto legend = o.sub("legend");
    return {.described_by = o.text("describedBy"),
            .legend = {.text = legend.content(), .classes = legend.classes(), .is_page_heading = legend.is_on("isPageHeading")},
            .classes = o.classes(),
            .role = o.text("role"),
            .attributes = o.attributes(),
            .html = o.html("html")};
}

namespace
{

FormGroup group_of(const Options& o)
{
    return {.classes = o.classes(),
            .attributes = o.attributes(),
            .before_input = o.content_of("beforeInput"),
            .after_input = o.content_of("afterInput")};
}

Affix affix_of(const Options& o) { return {.text = o.content(), .classes = o.classes(), .attributes = o.attributes()}; }

/// The options that all fields of one control have.
template <class Field>
Field field_of(const Options& o)
{
    Field field;
    field.id = o.text("id");
    field.name = o.text("name");
    field.disabled = o.is_on("disabled");
    field.described_by = o.text("describedBy");
    field.label = label_of(o.sub("label"));
    field.hint = hint_of(o.sub("hint"));
    field.error_message = error_of(o.sub("errorMessage"));
    field.form_group = group_of(o.sub("formGroup"));
    field.classes = o.classes();
    field.attributes = o.attributes();
    return field;
}

Html render_input(const Options& o)
{
    auto field = field_of<Input>(o);
    field.type = o.text("type", "text");
    field.inputmode = o.text("inputmode");
    field.value = o.given_text("value");
    field.prefix = affix_of(o.sub("prefix"));
    field.suffix = affix_of(o.sub("suffix"));
    field.autocomplete = o.text("autocomplete");
    field.pattern = o.text("pattern");
    field.spellcheck = o.given("spellcheck");
    field.autocapitalize = o.text("autocapitalize");
    field.input_wrapper = {o.sub("inputWrapper").classes(), o.sub("inputWrapper").attributes()};
    return input(field);
}

Html render_password_input(const Options& o)
{
    auto field = field_of<PasswordInput>(o);
    field.value = o.given_text("value");
    field.autocomplete = o.text("autocomplete", "current-password");
    field.show_password_text = o.text("showPasswordText");
    field.hide_password_text = o.text("hidePasswordText");
    field.show_password_aria_label_text = o.text("showPasswordAriaLabelText");
    field.hide_password_aria_label_text = o.text("hidePasswordAriaLabelText");
    field.password_shown_announcement_text = o.text("passwordShownAnnouncementText");
    field.password_hidden_announcement_text = o.text("passwordHiddenAnnouncementText");
    field.button_classes = o.sub("button").classes();
    return password_input(field);
}

Html render_textarea(const Options& o)
{
    auto field = field_of<Textarea>(o);
    field.spellcheck = o.given("spellcheck");
    field.rows = o.number("rows", 5);
    field.value = o.text("value");
    field.autocomplete = o.text("autocomplete");
    return textarea(field);
}

Html render_select(const Options& o)
{
    auto field = field_of<Select>(o);
    field.value = o.text("value");
    for (const auto& item : o.list("items")) {
        field.items.push_back({.value = item.given_text("value"),
                               .text = item.text("text"),
                               .selected = item.given("selected"),
                               .disabled = item.is_on("disabled"),
                               .attributes = item.attributes()});
    }
    return select(field);
}

Html render_file_upload(const Options& o)
{
    auto field = field_of<FileUpload>(o);
    field.multiple = o.is_on("multiple");
    field.javascript = o.is_on("javascript");
    field.wrapper_classes = o.text("wrapperClasses");
    field.wrapper_attributes = o.attributes("wrapperAttributes");
    field.choose_files_button_text = o.text("chooseFilesButtonText");
    field.drop_instruction_text = o.text("dropInstructionText");
    field.multiple_files_chosen_text = o.plurals("multipleFilesChosenText");
    field.no_file_chosen_text = o.text("noFileChosenText");
    field.entered_drop_zone_text = o.text("enteredDropZoneText");
    field.left_drop_zone_text = o.text("leftDropZoneText");
    return file_upload(field);
}

}  // namespace

Renderers field_renderers()
{
    return {{"label", [](const Options& o) { return label(label_of(o)); }},
            {"hint", [](const Options& o) { return hint(hint_of(o)); }},
            {"error-message", [](const Options& o) { return error_message(error_of(o)); }},
            {"fieldset", [](const Options& o) { return fieldset(fieldset_of(o)); }},
            {"input", render_input},
            {"password-input", render_password_input},
            {"textarea", render_textarea},
            {"select", render_select},
            {"file-upload", render_file_upload}};
}

}  // namespace kith::ui
