#include "questionnaire/reach_views.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"

#include <algorithm>

namespace kith::questionnaire {
namespace {

using web::day_field, web::line_field, web::words_field;

/// Those that have not sent it first; within each by name.
std::vector<const Partner*> in_order(const Reached& reached)
{
    std::vector<const Partner*> order;
    for (const auto& partner : reached.partners) order.push_back(&partner);
    std::ranges::stable_partition(order, [&](const Partner* partner) { return !reached.tellings.contains(partner->id); });
    return order;
}

}  // namespace

std::int64_t Reached::told() const
{
    return std::ranges::count_if(partners, [this](const Partner& partner) { return tellings.contains(partner.id); });
}

std::string reached_words(const Reached& reached)
{
    std::int64_t staff = 0;
    for (const auto& partner : reached.partners)
        if (const auto found = reached.tellings.find(partner.id); found != reached.tellings.end()) staff += found->second.staff;
    return fmt::format("{} of {} sent it to their staff, {} in all.", reached.told(), counted(std::ssize(reached.partners), "organisation has", "organisations have"), counted(staff, "person", "people"));
}

ui::Html reached_table(const Reached& reached, const std::function<bool(access::OrganisationId)>& may_say)
{
    ui::Table table{.head = {{.text = "Organisation"}, {.text = "Sent on"}, {.text = "How"}, {.text = "Staff", .format = "numeric"}, {.text = "What shows it"}}, .caption = "Organisations and when their staff were sent it",
                    .caption_classes = "govuk-visually-hidden", .first_cell_is_header = true};
    for (const auto* partner : in_order(reached)) {
        const auto name = may_say(partner->id) ? ui::link(partner->name, reached.message.href() + "/organisations/" + partner->public_id.text()) : ui::text(partner->name);
        const auto found = reached.tellings.find(partner->id);
        if (found == reached.tellings.end()) table.rows.push_back({{.text = name}, {.text = "Not yet", .colspan = 4}});
        else {
            const auto& telling = found->second;
            table.rows.push_back({{.text = name}, {.text = telling.told_on.in_words()}, {.text = std::string{words_of(telling.way)}}, {.text = with_commas(telling.staff), .format = "numeric"}, {.text = telling.evidence}});
        }
    }
    return ui::scrollable_table(table);
}

std::string reached_csv(const Reached& reached, Date as_of)
{
    files::CsvWriter csv{{.byte_order_mark = true}};
    csv.row(std::vector<std::string>{"message", "as_of", "organisation_code", "organisation", "sent_on", "way", "staff", "evidence"});
    for (const auto* partner : in_order(reached)) {
        const auto found = reached.tellings.find(partner->id);
        const auto* telling = found == reached.tellings.end() ? nullptr : &found->second;
        csv.cell(reached.message.title).cell(as_of.iso()).cell(partner->code).cell(partner->name).cell(telling ? telling->told_on.iso() : std::string{}).cell(telling ? std::string{name_of(telling->way)} : std::string{});
        csv.cell(telling ? std::to_string(telling->staff) : std::string{}).cell(telling ? telling->evidence : std::string{}).end_row();
    }
    return std::move(csv).text();
}

ui::Html reach_message_fields(const web::Form& form)
{
    return line_field(form, "title", "What is to reach staff", "Such as \"The summary of the children and young people's plan\"") + words_field(form, "words", "What it is", "A sentence or two for those who are to send it") +
           line_field(form, "link", "Where it can be read", "An address that begins with https://. Leave empty where there is none") + day_field(form, "due_on", "By when every organisation's staff are to be sent it");
}

ui::Html telling_fields(const web::Form& form)
{
    std::vector<ui::RadioItem> ways;
    for (const auto& way : telling_ways()) ways.push_back({.text = std::string{way.words}, .value = std::string{way.name}});
    return day_field(form, "told_on", "When staff were sent it") +
           ui::radios({.fieldset = {.legend = {.text = "How", .classes = "govuk-fieldset__legend--s"}}, .error_message = {.text = form.error("way").value_or("")}, .name = "way", .items = std::move(ways), .value = form.text("way")}) +
           line_field(form, "staff", "To how many", "Staff and volunteers, as near as you know", "govuk-input--width-5") + words_field(form, "evidence", "What shows it", "Such as the day of the email, or which minutes. No names");
}

}  // namespace kith::questionnaire
