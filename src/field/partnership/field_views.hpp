#pragma once
// Form fields as this room's forms use them: the answer given, the hint, and the words beside it where something stands in the way. Private.
#include "packs/code_list.hpp"
#include "partnership/organisation.hpp"
#include "partnership/span.hpp"
#include "ui/fields.hpp"
#include "web/form.hpp"

#include <string>
#include <vector>

namespace kith::partnership {

ui::Html text_field(const web::Form& form, std::string name, std::string label, std::string hint = {}, std::string classes = {});
/// The codes of a list to choose from; `none` says what an empty answer means.
ui::Html list_field(const web::Form& form, std::string name, std::string label, const packs::CodeList& list, std::string none = "Choose one", std::string hint = {});
ui::Html date_field(const web::Form& form, std::string name, std::string legend, std::string hint = "For example, 27 3 2026");
/// Things by their public ids or codes, in the order given.
ui::Html choice_field(const web::Form& form, std::string name, std::string label, std::vector<ui::SelectItem> items, std::string none, std::string hint = {});
/// Telephone and e-mail with the keyboards that suit them.
ui::Html contact_fields(const web::Form& form);
/// First and last day, as from-day ... and until-day ...
ui::Html span_fields(const web::Form& form, std::string from_legend, std::string until_legend);

/// The answers to the above as values; problems are put on the form.
std::optional<Date> read_date(web::Form& form, std::string_view name, std::string_view label);
std::optional<std::int64_t> read_number(web::Form& form, std::string_view name, std::string_view label);
WorkContact read_contact(const web::Form& form);
Span read_span(web::Form& form);
void fill_date(web::Form& form, const std::string& name, const std::optional<Date>& date);
void fill(web::Form& form, const WorkContact& contact);
void fill(web::Form& form, const Span& span);

}  // namespace kith::partnership
