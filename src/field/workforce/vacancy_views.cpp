#include "workforce/vacancy_views.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/navigation.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <set>

namespace kith::workforce {

namespace {

std::string sentence(const VacancyListView& view)
{
    if (view.vacant == 0) return "Nothing is vacant today.";
    auto words = counted(view.vacant, "vacancy", "vacancies") + " today";
    if (view.vacant_fte > Fte{}) words += ", " + view.vacant_fte.fixed() + " full-time equivalent";
    return words + ".";
}

ui::Html panel(const VacancyListView& view)
{
    ui::Select state{.name = "state", .items = {{.value = "vacant", .text = "Vacant today"}, {.value = "filled", .text = "Filled"}, {.value = "closed", .text = "No longer wanted"}, {.value = "all", .text = "All"}},
                     .value = view.filter.state, .label = {.text = "Show"}};
    ui::Select role{.name = "role", .items = {{.value = "", .text = "Every role"}}, .value = view.filter.role, .label = {.text = "Role"}};
    for (const auto& [code, label] : view.roles) role.items.push_back({.value = code, .text = label});
    auto fields = ui::select(state) + ui::select(role);
    if (view.organisations.size() > 1) {
        ui::Select organisation{.name = "organisation", .items = {{.value = "", .text = "Every organisation"}}, .value = view.filter.organisation, .label = {.text = "Organisation"}};
        for (const auto& one : view.organisations) organisation.items.push_back({.value = one.code, .text = one.name});
        fields += ui::select(organisation);
    }
    return ui::filter_panel({.action = "/vacancies", .fields = std::move(fields), .chosen = {}, .clear_href = "/vacancies"});
}

ui::Html table(const VacancyListView& view)
{
    ui::Table table{.head = {{.text = "Role"}, {.text = "Where"}, {.text = "Organisation"}, {.text = "FTE", .format = "numeric"}, {.text = "Vacant from"}, {.text = "Days", .format = "numeric"}, {.text = "State"}},
                    .caption = "Vacancies, newest first", .caption_classes = "govuk-visually-hidden"};
    for (const auto& line : view.lines) {
        const auto about = ", " + line.reference + " of " + line.organisation;
        auto state = ui::text(std::string{words_of(line.state)});
        if (!line.hard_to_fill.empty()) state += ui::element("br", ui::Content{}) + ui::text("Hard to fill: " + lower_ascii(line.hard_to_fill));
        table.rows.push_back({{.text = line.may_change ? ui::Content{ui::link_about(line.role, about, "/vacancies/" + line.id.text() + "/edit")} : ui::Content{line.role}}, {.text = line.place},
                              {.text = line.organisation}, {.text = line.fte, .format = "numeric"}, {.text = line.vacant_from.in_short()}, {.text = std::to_string(line.days), .format = "numeric"}, {.text = std::move(state)}});
    }
    return ui::scrollable_table(table);
}

}  // namespace

ui::Html vacancy_list(const VacancyListView& view)
{
    auto answer = ui::paragraph(sentence(view), "govuk-body-l");
    if (!view.add_href.empty()) answer += ui::not_in_print(ui::button({.text = "Add a vacancy", .href = view.add_href, .classes = "govuk-button--secondary"}));
    answer += ui::not_in_print(ui::paragraph(ui::link("Posts, and when each was vacant", "/posts")));
    if (view.lines.empty()) {
        answer += ui::empty_state({.text = "No vacancy matches. Vacancies are added here by hand, or handed in as a vacancies file under Returns."});
    } else {
        answer += table(view) + ui::pagination_of(view.page, view.pages, view.address.open_for("page"));
        answer += ui::not_in_print(ui::paragraph(ui::link("Download these vacancies (CSV)", web::Address{"/vacancies.csv", view.address.query()}.text())));
    }
    return ui::columns({{"one-third", ui::not_in_print(panel(view))}, {"two-thirds", std::move(answer)}});
}

std::string vacancies_csv(const std::vector<VacancyLine>& lines)
{
    files::CsvWriter writer{{.byte_order_mark = true}};
    writer.row(std::vector<std::string>{"organisation", "vacancy_reference", "role", "where", "fte", "vacant_from", "days_vacant", "state", "hard_to_fill"});
    for (const auto& line : lines) {
        writer.row(std::vector<std::string>{line.organisation, line.reference, line.role, line.place, line.fte, line.vacant_from.iso(), std::to_string(line.days), std::string{id_of(line.state)}, line.hard_to_fill});
    }
    return std::move(writer).text();
}

ui::Html vacancy_fields(const web::Form& form, const WantedChoices& choices)
{
    auto fields = wanted_fields(form, choices, "Full-time equivalent");
    fields += day_field(form, "vacant_from", "Vacant from", "The first day on which nobody does the work");
    fields += day_field(form, "advertised_on", "Advertised (optional)", "");
    fields += day_field(form, "offered_on", "Offered (optional)", "The day someone was offered the post");
    fields += day_field(form, "filled_on", "Filled (optional)", "The day someone started");
    fields += day_field(form, "closed_on", "No longer wanted (optional)", "Where the post is not to be filled any more");
    fields += code_select(form, "hard_to_fill", "Hard to fill (optional)", choices.packs.list("hard_to_fill_reasons"), "It is not hard to fill");
    fields += reference_field(form, "vacancy_reference", "Your reference (optional)", "Left empty, Kith gives it a number");
    fields += reference_field(form, "post_reference", "Post (optional)", "Your own number of the post, so that it is known when it falls vacant again");
    return fields + ui::button({.text = "Save vacancy", .prevent_double_click = true});
}

}  // namespace kith::workforce
