// The locality sheet as a page that prints on one side of paper.
#include "base/text.hpp"
#include "profile/locality_sheet.hpp"
#include "profile/profile_pages.hpp"
#include "profile/saved_view_pages.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::profile {

namespace {

ui::Html list_view(const SheetList& list, std::string_view heading, std::string_view counted = "Staff")
{
    auto part = ui::heading(2, list.title, "s");
    if (!list.lines.empty()) {
        ui::Table table{.head = {{.text = std::string{heading}}, {.text = std::string{counted}, .format = "numeric"}}, .caption = list.title, .caption_classes = "govuk-visually-hidden", .first_cell_is_header = true, .classes = "kith-sheet__table"};
        for (const auto& [label, words] : list.lines) table.rows.push_back({{.text = label}, {.text = words, .format = "numeric"}});
        part += ui::table(table);
    }
    if (!list.more.empty()) part += ui::paragraph(list.more, "govuk-body-s");
    return ui::element("section", {{.name = "class", .value = "kith-sheet__part"}}, std::move(part));
}

/// Figures that need no list: a line each.
ui::Html at_a_glance(const Ground& ground)
{
    std::vector<ui::Content> items;
    for (auto id : {"core", "levels", "retirements", "vacancies", "turnover", "agency", "cover", "safeguarding", "supervision"}) {
        const auto panel = panel_of(*find_measure(id), ground);
        if (panel.headline && panel.withheld.empty()) items.push_back(ui::Content{ui::strong(panel.headline->cell.words) + ui::text(" " + panel.headline->label + " (" + panel.headline->rests_on + ")")});
    }
    return ui::element("section", {{.name = "class", .value = "kith-sheet__part"}}, ui::heading(2, "At a glance", "s") + ui::bullets(items));
}

ui::Html gaps(const Ground& ground)
{
    std::vector<ui::Content> items;
    for (auto id : {"vacancies", "role_rules", "setting_rules", "cover", "safeguarding"}) {
        const auto panel = panel_of(*find_measure(id), ground);
        if (panel.withheld.empty() && !panel.lines.empty()) items.push_back(ui::Content{panel.finding + "."});
    }
    return ui::element("section", {{.name = "class", .value = "kith-sheet__part"}}, ui::heading(2, "Gaps", "s") + ui::bullets(items));
}

ui::Html sheet(const Asked& asked, const std::string& locality)
{
    const auto& ground = asked.ground;
    const auto total = ground.total();
    auto opening = fmt::format("{} work with children and families in {}, {} full-time equivalent, for {}.", counted(total.records, "member of staff", "staff"), locality, total.fte.fixed(),
                               counted(static_cast<std::int64_t>(ground.count({tally::Column::organisation}).groups.size()), "employer", "employers"));
    auto of = [&](std::string_view id) { return panel_of(*find_measure(id), ground); };
    auto left = list_view(sheet_list(of("roles"), "Who is here", 10), "Role") + list_view(sheet_list(of("tiers"), "By tier of service", 4), "Tier") + list_view(sheet_list(of("vacancies"), "Vacancies", 4), "Role", "Posts");
    auto right = list_view(sheet_list(of("languages"), "Languages", 7), "Language") + list_view(sheet_list(of("skills"), "Skills", 5), "Skill") + list_view(sheet_list(of("retirements"), "Pension age within five years", 4), "Role");
    std::vector<ui::Content> questions;
    for (auto& question : questions_for(ground)) questions.push_back(ui::Content{std::move(question)});
    auto discuss = ui::element("section", {{.name = "class", .value = "kith-sheet__questions"}}, ui::heading(2, "Three questions to discuss", "m") + ui::numbered(questions));
    const auto caution = asked.caution();
    return (caution.empty() ? ui::Html{} : ui::inset_text({.text = caution})) + ui::paragraph(opening, "govuk-body-l") + ui::columns({{"one-half", at_a_glance(ground)}, {"one-half", gaps(ground)}}) + ui::columns({{"one-half", std::move(left)}, {"one-half", std::move(right)}}) + std::move(discuss)
         + ui::paragraph(asked.coverage.in_words() + ". Who works in two of a list's lines is counted in both. How each figure is known: Workforce profile, every measure explained.", "govuk-body-s");
}

/// The day of the question, kept when another locality is chosen.
std::vector<std::pair<std::string, std::string>> kept_day(const Asked& asked)
{
    const auto on = asked.question.staff.on;
    if (on == asked.today) return {};
    return {{"on-day", std::to_string(on.day())}, {"on-month", std::to_string(on.month())}, {"on-year", std::to_string(on.year())}};
}

}  // namespace

web::Response locality_sheet(web::Visit& visit, const Sources& sources)
{
    auto asked = ask(visit, sources);
    if (!asked) return visit.problem(asked.error());
    const auto& localities = asked->names->localities;
    if (localities.size() == 1 && asked->question.staff.localities.empty() && !asked->form.has_problems()) return visit.redirect(asked->address("/locality-sheet").with("locality", localities.front().code).text());
    // A sheet is photocopied for people who may not see ages, pay or ethnic groups at all: it never tells of a few, whoever prints it.
    for (auto& allowed : asked->ground.allowed) {
        if (&allowed != &asked->ground.allowed.front() && allowed == Allowed::whole) allowed = Allowed::in_groups;
    }
    ui::Select select{.name = "locality", .items = {}, .label = {.text = "Locality"}};
    std::string name;
    for (const auto& locality : asked->names->localities) {
        const bool chosen = asked->question.staff.localities == std::vector{locality.code};
        select.items.push_back({.value = locality.code, .text = locality.name, .selected = chosen});
        if (chosen) name = locality.name;
    }
    auto choose = ui::not_in_print(ui::form({.action = "/locality-sheet", .method = "get", .hidden = kept_day(*asked), .content = ui::select(select) + ui::button({.text = "Show the sheet"})}));
    web::PageParts parts{.title = "Locality sheet", .breadcrumbs = {{"Workforce profile", "/profile"}}, .nav = "/profile", .filters = asked->words(), .wide = true};
    if (name.empty()) return page_or_form_again(visit, *asked, parts, ui::paragraph("One side of paper for a meeting: who is here, what they can do, what is missing, and three questions to discuss.", "govuk-body-l") + choose);
    record_figures(visit, access::ReadKind::page, "figures");
    parts.heading = name + ": who works with children here";
    auto print = ui::not_in_print(ui::paragraph("Print this page: it fits one side of paper."));
    return page_or_form_again(visit, *asked, parts, choose + print + ui::element("div", {{.name = "class", .value = "kith-sheet"}}, sheet(*asked, name)) + save_view_form(visit, asked->address("/locality-sheet")));
}

}  // namespace kith::profile
