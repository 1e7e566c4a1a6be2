#include "ui/fields.hpp"

#include "ui/field_parts.hpp"
#include "ui/markup.hpp"

namespace kith::ui
{

Html label(const Label& params)
{
    if (params.text.empty()) return {};
    Markup m;
    if (params.is_page_heading) m.raw("<h1 class=\"govuk-label-wrapper\">");
    m.raw("<label").classes("govuk-label", params.classes).attributes(params.attributes).optional("for", params.for_id);
    m.raw(">").content(params.text).raw("\n</label>");
    if (params.is_page_heading) m.raw("</h1>");
    return m.take();
}

Html hint(const Hint& params)
{
    Markup m;
    m.raw("<div").optional("id", params.id).classes("govuk-hint", params.classes).attributes(params.attributes);
    return m.raw(">").content(params.text).raw("</div>").take();
}

Html error_message(const ErrorMessage& params)
{
    const std::string hidden = params.visually_hidden_text.value_or("Error");
    Markup m;
    m.raw("<p").optional("id", params.id).classes("govuk-error-message", params.classes).attributes(params.attributes).raw(">");
    if (!hidden.empty()) m.raw("<span class=\"govuk-visually-hidden\">").text(hidden).raw(":</span> ");
    return m.content(params.text).raw("</p>").take();
}

bool Fieldset::present() const
{
    return !described_by.empty() || !legend.text.empty() || !classes.empty() || !role.empty() || !attributes.empty() || !html.empty();
}

Html fieldset(const Fieldset& params)
{
    Markup m;
    m.raw("<fieldset").classes("govuk-fieldset", params.classes).optional("role", params.role);
    m.optional("aria-describedby", params.described_by).attributes(params.attributes).raw(">");
    if (const auto& legend = params.legend; !legend.text.empty()) {
        m.raw("<legend").classes("govuk-fieldset__legend", legend.classes).raw(">");
        if (legend.is_page_heading) m.raw("<h1 class=\"govuk-fieldset__heading\">");
        m.content(legend.text);
        if (legend.is_page_heading) m.raw("</h1>");
        m.raw("</legend>");
    }
    return m.html(params.html).raw("</fieldset>").take();
}

std::string write_hint_and_error(Markup& m, std::string described_by, const std::string& id, Hint hint_params, ErrorMessage error)
{
    if (!hint_params.text.empty()) {
        hint_params.id = id + "-hint";
        described_by = with_word(std::move(described_by), hint_params.id);
        m.html(hint(hint_params));
    }
    if (!error.text.empty()) {
        error.id = id + "-error";
        described_by = with_word(std::move(described_by), error.id);
        m.html(error_message(error));
    }
    return described_by;
}

void open_form_group(Markup& m, bool has_error, const std::string& classes, const Attributes& attributes)
{
    m.raw("<div").classes(has_error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group", classes);
    m.attributes(attributes).raw(">");
}

Html labelled(Label label_params, const std::string& id)
{
    label_params.for_id = id;
    return label(label_params);
}

const std::string& id_or_name(const std::string& id, const std::string& name) { return id.empty() ? name : id; }

Html textarea(const Textarea& params)
{
    const auto& id = id_or_name(params.id, params.name);
    const bool has_error = !params.error_message.text.empty();
    Markup m;
    open_form_group(m, has_error, params.form_group.classes, params.form_group.attributes);
    m.html(labelled(params.label, id));
    const auto described_by = write_hint_and_error(m, params.described_by, id, params.hint, params.error_message);
    m.raw("\n").content(params.form_group.before_input).raw("\n<textarea");
    m.classes(has_error ? "govuk-textarea govuk-textarea--error" : "govuk-textarea", params.classes);
    m.attribute("id", id).attribute("name", params.name).raw(" rows=\"").number(params.rows).raw("\"");
    if (params.spellcheck) m.attribute("spellcheck", *params.spellcheck ? "true" : "false");
    m.flag("disabled", params.disabled).optional("aria-describedby", described_by).optional("autocomplete", params.autocomplete);
    // A line end straight after the tag is dropped by HTML; one more keeps a value that begins with one.
    m.attributes(params.attributes).raw(params.value.starts_with('\n') ? Literal{">\n"} : Literal{">"}).text(params.value);
    return m.raw("</textarea>\n").content(params.form_group.after_input).raw("</div>").take();
}

namespace
{

void write_option(Markup& m, const SelectItem& item, const std::string& chosen)
{
    const std::string& value = item.value ? *item.value : item.text;
    const bool by_value = !chosen.empty() && value == chosen && item.selected != false;
    m.raw("<option");
    if (item.value) m.attribute("value", *item.value);
    m.flag("selected", item.selected.value_or(false) || by_value).flag("disabled", item.disabled).attributes(item.attributes);
    m.raw(">").text(item.text).raw("</option>");
}

}  // namespace

Html select(const Select& params)
{
    const auto& id = id_or_name(params.id, params.name);
    const bool has_error = !params.error_message.text.empty();
    Markup m;
    open_form_group(m, has_error, params.form_group.classes, params.form_group.attributes);
    m.html(labelled(params.label, id));
    const auto described_by = write_hint_and_error(m, params.described_by, id, params.hint, params.error_message);
    m.raw("\n").content(params.form_group.before_input).raw("\n<select");
    m.classes("govuk-select", has_error ? with_word(params.classes, "govuk-select--error") : params.classes);
    m.attribute("id", id).attribute("name", params.name).flag("disabled", params.disabled);
    m.optional("aria-describedby", described_by).attributes(params.attributes).raw(">");
    for (const auto& item : params.items) write_option(m, item, params.value);
    return m.raw("</select>\n").content(params.form_group.after_input).raw("</div>").take();
}

namespace
{

/// data-i18n.<key>: the words of a script component.
void write_words(Markup& m, Literal name, const std::string& words) { m.optional(name, words); }

void write_upload_wrapper(Markup& m, const FileUpload& params)
{
    m.raw("<div").classes("govuk-file-upload-wrapper", params.wrapper_classes).raw(" data-module=\"govuk-file-upload\"");
    write_words(m, "data-i18n.choose-files-button", params.choose_files_button_text);
    write_words(m, "data-i18n.no-file-chosen", params.no_file_chosen_text);
    Attributes plurals;
    for (const auto& [rule, words] : params.multiple_files_chosen_text) {
        plurals.push_back({"data-i18n.multiple-files-chosen." + rule, words});
    }
    m.attributes(plurals);
    write_words(m, "data-i18n.drop-instruction", params.drop_instruction_text);
    write_words(m, "data-i18n.entered-drop-zone", params.entered_drop_zone_text);
    write_words(m, "data-i18n.left-drop-zone", params.left_drop_zone_text);
    m.attributes(params.wrapper_attributes).raw(">");
}

}  // namespace

Html file_upload(const FileUpload& params)
{
    const auto& id = id_or_name(params.id, params.name);
    const bool has_error = !params.error_message.text.empty();
    Markup m;
    open_form_group(m, has_error, params.form_group.classes, params.form_group.attributes);
    m.html(labelled(params.label, id));
    const auto described_by = write_hint_and_error(m, params.described_by, id, params.hint, params.error_message);
    m.raw("\n").content(params.form_group.before_input).raw("\n");
    if (params.javascript) write_upload_wrapper(m, params);
    m.raw("<input").classes("govuk-file-upload", has_error ? with_word(params.classes, "govuk-file-upload--error") : params.classes);
    m.attribute("id", id).attribute("name", params.name).raw(" type=\"file\"");
    m.flag("disabled", params.disabled).flag("multiple", params.multiple).optional("aria-describedby", described_by);
    m.attributes(params.attributes).raw(">\n");
    if (params.javascript) m.raw("</div>");
    return m.content(params.form_group.after_input).raw("</div>").take();
}

}  // namespace kith::ui
