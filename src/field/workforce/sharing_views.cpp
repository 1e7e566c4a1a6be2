#include "workforce/sharing_views.hpp"

#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::workforce {

namespace {

ui::ErrorMessage error_of(const web::Form& form, std::string_view name)
{
    return {.text = form.error(name).value_or("")};
}

ui::Html organisation_field(const web::Form& form, std::string name, std::string label, const std::vector<partnership::Organisation>& organisations)
{
    ui::Select select{.name = name, .items = {}, .value = form.text(name), .label = {.text = std::move(label)}, .error_message = error_of(form, name)};
    if (organisations.size() != 1) select.items.push_back({.value = "", .text = "Choose one"});
    for (const auto& organisation : organisations) select.items.push_back({.value = organisation.code, .text = organisation.name});
    return ui::select(select);
}

ui::Html date_field(const web::Form& form, const std::string& name, std::string legend)
{
    ui::DateInput date{.id = name, .name_prefix = name, .hint = {.text = "For example, 27 3 2026"}, .error_message = error_of(form, name),
                       .fieldset = {.legend = {.text = std::move(legend), .classes = "govuk-fieldset__legend--s"}}};
    for (const auto* part : {"day", "month", "year"}) date.values[name + "-" + part] = form.as_given(name + "-" + part);
    return ui::date_input(date);
}

ui::Html status(const SharingAgreement& agreement, Date today)
{
    if (agreement.holds_on(today)) return ui::tag({.text = "In force", .classes = "govuk-tag--green"});
    if (today < agreement.from_on && (!agreement.until_on || agreement.from_on <= *agreement.until_on)) return ui::tag({.text = "Not yet", .classes = "govuk-tag--blue"});
    return ui::tag({.text = "Ended", .classes = "govuk-tag--grey"});
}

ui::SummaryRow row(std::string key, ui::Content value)
{
    return {.key = {.text = std::move(key)}, .value = {.text = std::move(value)}};
}

}  // namespace

std::string OrganisationNames::of(OrganisationId id) const
{
    auto found = std::ranges::find(all, id, &partnership::Organisation::id);
    return found == all.end() ? std::string{"No longer listed"} : found->name;
}

std::string path_of(const SharingAgreement& agreement)
{
    return "/sharing/" + agreement.public_id.text();
}

ui::Html sharing_list(const std::vector<SharingAgreement>& agreements, const OrganisationNames& names, Date today, bool may_make)
{
    const auto in_force = std::ranges::count_if(agreements, [&](const auto& agreement) { return agreement.holds_on(today); });
    auto content = ui::paragraph("An organisation sees another\u2019s staff records only where the two have agreed it: which parts, and what for. Without an agreement it sees nothing.", "govuk-body-l");
    if (may_make) content += ui::not_in_print(ui::button({.text = "Make an agreement", .href = "/sharing/new"}));
    if (agreements.empty()) return content + ui::empty_state({.text = "No staff records are shared between organisations that you look after."});
    content += ui::paragraph(std::to_string(in_force) + (in_force == 1 ? " agreement is" : " agreements are") + " in force today.");
    ui::Table table{.head = {{.text = "Records of"}, {.text = "Seen by"}, {.text = "Parts"}, {.text = "Today"}}, .caption = "Sharing agreements", .caption_classes = "govuk-visually-hidden"};
    for (const auto& agreement : agreements) {
        table.rows.push_back({{.text = ui::link_about(names.of(agreement.owner), "shared with " + names.of(agreement.with), path_of(agreement))}, {.text = names.of(agreement.with)},
                              {.text = in_words(agreement.parts)}, {.text = status(agreement, today)}});
    }
    return content + ui::scrollable_table(table);
}

ui::Html sharing_fields(const web::Form& form, const OrganisationNames& names, const std::vector<partnership::Organisation>& owners)
{
    auto fields = organisation_field(form, "owner", "Whose staff records are shared?", owners) + organisation_field(form, "with", "Who may see them?", names.all);
    ui::Checkboxes parts{.fieldset = {.legend = {.text = "Which parts?", .classes = "govuk-fieldset__legend--s"}},
                         .hint = {.text = "Name, staff reference and employer always come with them. Choose only what the purpose needs."},
                         .error_message = error_of(form, "parts"), .name = "parts", .values = form.all("parts")};
    for (const auto& part : part_table()) {
        if (part.may_be_shared) parts.items.push_back({.text = std::string{part.label}, .value = std::string{part.name}});
    }
    fields += ui::checkboxes(parts);
    fields += ui::textarea({.name = "purpose", .rows = 3, .value = form.as_given("purpose"), .label = {.text = "What for?"},
                            .hint = {.text = "Staff may read this. For example: to plan joint safeguarding training in the North locality"}, .error_message = error_of(form, "purpose")});
    fields += date_field(form, "from", "First day") + date_field(form, "until", "Last day (optional)");
    return fields + ui::button({.text = "Make the agreement"});
}

ui::Html sharing_page(const SharingAgreement& agreement, const OrganisationNames& names, Date today, bool may_end)
{
    const auto owner = names.of(agreement.owner);
    const auto with = names.of(agreement.with);
    auto content = ui::paragraph(with + (agreement.holds_on(today) ? " sees" : " does not today see") + " the parts named here of the staff records of " + owner + ".", "govuk-body-l");
    content += ui::summary_list({.rows = {row("Records of", owner), row("Seen by", with), row("Parts", in_words(agreement.parts)), row("What for", agreement.purpose),
                                          row("First day", agreement.from_on.in_words()), row("Last day", agreement.until_on ? agreement.until_on->in_words() : "Until it is ended"),
                                          row("Today", status(agreement, today))}});
    content += ui::paragraph("Dates of birth, checks and pay are seen only by those of " + with + " who may see them of their own staff. Everybody who looks is in the audit of reads.");
    if (may_end && (!agreement.until_on || today <= *agreement.until_on)) {
        content += ui::not_in_print(ui::button({.text = "End this agreement", .href = path_of(agreement) + "/end", .classes = "govuk-button--warning"}));
    }
    return content;
}

ui::Html sharing_end_question(const SharingAgreement& agreement, const OrganisationNames& names)
{
    return ui::paragraph(names.of(agreement.with) + " will at once no longer see the staff records of " + names.of(agreement.owner) + ". The agreement stays listed as ended.")
        + ui::button_group({ui::button({.text = "End the agreement", .classes = "govuk-button--warning"}), ui::link("Keep it", path_of(agreement))});
}

}  // namespace kith::workforce
