#include "partnership/field_views.hpp"

#include "ui/choices.hpp"

#include <charconv>

namespace kith::partnership {

namespace {

ui::ErrorMessage error_of(const web::Form& form, std::string_view name)
{
    return {.text = form.error(name).value_or("")};
}

}  // namespace

ui::Html text_field(const web::Form& form, std::string name, std::string label, std::string hint, std::string classes)
{
    return ui::input({.name = name, .value = form.as_given(name), .label = {.text = std::move(label)}, .hint = {.text = std::move(hint)},
                      .error_message = error_of(form, name), .classes = std::move(classes)});
}

ui::Html list_field(const web::Form& form, std::string name, std::string label, const packs::CodeList& list, std::string none, std::string hint)
{
    std::vector<ui::SelectItem> items;
    for (const auto& code : list.codes()) items.push_back({.value = code.code, .text = code.label});
    return choice_field(form, std::move(name), std::move(label), std::move(items), std::move(none), std::move(hint));
}

ui::Html choice_field(const web::Form& form, std::string name, std::string label, std::vector<ui::SelectItem> items, std::string none, std::string hint)
{
    items.insert(items.begin(), ui::SelectItem{.value = "", .text = std::move(none)});
    return ui::select({.name = name, .items = std::move(items), .value = form.text(name), .label = {.text = std::move(label)}, .hint = {.text = std::move(hint)},
                       .error_message = error_of(form, name)});
}

ui::Html date_field(const web::Form& form, std::string name, std::string legend, std::string hint)
{
    ui::DateInput date{.id = name, .name_prefix = name, .hint = {.text = std::move(hint)}, .error_message = error_of(form, name),
                       .fieldset = {.legend = {.text = std::move(legend), .classes = "govuk-fieldset__legend--s"}}};
    for (const auto* part : {"day", "month", "year"}) date.values[name + "-" + part] = form.as_given(name + "-" + part);
    return ui::date_input(date);
}

ui::Html contact_fields(const web::Form& form)
{
    auto fields = text_field(form, "contact_name", "Name of the person");
    fields += text_field(form, "contact_job", "Their job (optional)", "As people know it, such as business manager");
    fields += ui::input({.name = "contact_phone", .type = "tel", .value = form.as_given("contact_phone"), .label = {.text = "Telephone at work"},
                         .error_message = error_of(form, "contact_phone"), .classes = "govuk-input--width-20", .autocomplete = "off"});
    fields += ui::input({.name = "contact_email", .type = "email", .value = form.as_given("contact_email"), .label = {.text = "E-mail at work"},
                         .error_message = error_of(form, "contact_email"), .autocomplete = "off", .spellcheck = false});
    return fields;
}

ui::Html span_fields(const web::Form& form, std::string from_legend, std::string until_legend)
{
    return date_field(form, "from", std::move(from_legend)) + date_field(form, "until", std::move(until_legend));
}

std::optional<Date> read_date(web::Form& form, std::string_view name, std::string_view label)
{
    auto date = form.optional_date(name, label);
    if (!date) {
        form.add(date.error());
        return std::nullopt;
    }
    return *date;
}

std::optional<std::int64_t> read_number(web::Form& form, std::string_view name, std::string_view label)
{
    auto text = form.text(name);
    std::erase(text, ',');
    if (text.empty()) return std::nullopt;
    std::int64_t number = 0;
    auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem == std::errc{} && end == text.data() + text.size()) return number;
    form.add({ProblemKind::unacceptable, std::string{name}, std::string{label} + " must be a whole number, such as 42"});
    return std::nullopt;
}

WorkContact read_contact(const web::Form& form)
{
    return {ContactName{form.text("contact_name")}, form.text("contact_job"), ContactPhone{form.text("contact_phone")}, ContactEmail{form.text("contact_email")}};
}

Span read_span(web::Form& form)
{
    return {read_date(form, "from", "First day"), read_date(form, "until", "Last day")};
}

void fill_date(web::Form& form, const std::string& name, const std::optional<Date>& date)
{
    if (!date) return;
    form.fill(name + "-day", std::to_string(date->day()));
    form.fill(name + "-month", std::to_string(date->month()));
    form.fill(name + "-year", std::to_string(date->year()));
}

void fill(web::Form& form, const WorkContact& contact)
{
    form.fill("contact_name", contact.name.reveal()).fill("contact_job", contact.job);
    form.fill("contact_phone", contact.phone.reveal()).fill("contact_email", contact.email.reveal());
}

void fill(web::Form& form, const Span& span)
{
    fill_date(form, "from", span.from);
    fill_date(form, "until", span.until);
}

}  // namespace kith::partnership
