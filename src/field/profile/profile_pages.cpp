// Handlers of the profile's pages: the first screen, its sections, one measure with its trend and its rows.
#include "profile/profile_pages.hpp"

#include "base/text.hpp"
#include "profile/comparison.hpp"
#include "profile/panel_views.hpp"
#include "profile/place_feed.hpp"
#include "profile/saved_view_pages.hpp"
#include "profile/trend_views.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"
#include "workforce/question_register.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::profile {

namespace {

constexpr std::array<std::string_view, 5> first_figures{"staff", "fte", "levels", "retirements", "vacancies"};

ui::Html known_field(const Asked& asked)
{
    ui::DateInput date{.id = "known", .name_prefix = "known", .hint = {.text = "What the register said at the end of that day; empty: what it says now. Teams and settings are always those of now"}, .error_message = {.text = asked.form.error("known").value_or("")},
                       .fieldset = {.legend = {.text = "As known on", .classes = "govuk-fieldset__legend--s"}}};
    for (const auto* part : {"day", "month", "year"}) date.values[std::string{"known-"} + part] = asked.form.as_given(std::string{"known-"} + part);
    return ui::date_input(date);
}

ui::Html team_field(const Asked& asked)
{
    if (asked.places->teams.empty()) return {};
    ui::Select select{.name = "team", .items = {{.value = "", .text = "Everybody"}}, .value = asked.question.team, .label = {.text = "Team"}};
    for (const auto& team : asked.places->teams) select.items.push_back({.value = team.code, .text = team.name});
    return ui::select(select);
}

/// The setting, where one organisation is asked about: a list of all settings of an area would be of no use.
ui::Html setting_field(const Asked& asked)
{
    if (asked.question.staff.organisations.size() != 1) return {};
    const auto organisation = std::ranges::find(asked.names->organisations, asked.question.staff.organisations.front(), &partnership::Organisation::code);
    if (organisation == asked.names->organisations.end()) return {};
    ui::Select select{.name = "setting", .items = {{.value = "", .text = "Every setting"}}, .value = asked.question.setting ? asked.question.setting->text() : "", .label = {.text = "Setting"}};
    for (const auto& setting : asked.places->settings) {
        if (setting.organisation == organisation->id) select.items.push_back({.value = setting.public_id.text(), .text = setting.name});
    }
    return select.items.size() > 1 ? ui::select(select) : ui::Html{};
}

std::string rests_on(const Asked& asked)
{
    return "Source: staff returns taken so far. " + asked.coverage.in_words();
}

FileWords words_of_file(const Asked& asked)
{
    return {.about = asked.words(), .on = asked.question.staff.on, .rests_on = rests_on(asked)};
}

PanelView view_of(const Asked& asked, const MeasureRow& row, const Panel& panel)
{
    return {.row = row, .panel = panel, .about = asked.words(), .source = rests_on(asked), .address = asked.address("/measures/" + std::string{row.id()}), .rows = true, .heading_level = 2, .most_lines = 25};
}

/// The parts of the profile under the same question, the one shown in bold.
ui::Html sections_navigation(const Asked& asked, std::string_view current)
{
    std::vector<ui::Content> items;
    auto add = [&](std::string_view title, std::string_view id, std::string path) {
        items.push_back(current == id ? ui::Content{ui::strong(std::string{title})} : ui::Content{ui::link(std::string{title}, asked.address(std::move(path)).text())});
    };
    add("At a glance", "", "/profile");
    for (const auto& section : sections()) add(section.title, section.id, "/profile/" + std::string{section.id});
    auto list = ui::element("nav", {{.name = "aria-label", .value = "Parts of the profile"}, {.name = "class", .value = "kith-parts"}}, ui::bullets(items));
    return ui::not_in_print(std::move(list));
}

web::PageParts parts_of(const Asked& asked, std::string title)
{
    return {.title = std::move(title), .nav = "/profile", .filters = asked.words(), .wide = true};
}

/// Filters to the left, the answer to the right.
web::Response answered(web::Visit& visit, const Asked& asked, web::PageParts parts, const std::string& path, std::string_view section, ui::Html answer)
{
    if (const auto caution = asked.caution(); !caution.empty()) answer = ui::inset_text({.text = caution}) + std::move(answer);
    answer += save_view_form(visit, asked.address(path));
    auto content = sections_navigation(asked, section) + ui::columns({{"one-third", profile_filters(asked, asked.address(path), {})}, {"two-thirds", std::move(answer)}});
    return visit.page(parts, std::move(content));
}

/// The filters again, where one of them is refused.
web::Response refused(web::Visit& visit, const Asked& asked, web::PageParts parts, const std::string& path)
{
    return form_again(visit, asked, std::move(parts), profile_filters(asked, asked.address(path), {}));
}

/// "412 staff work here today: 31 joined and 22 left in the year before."
std::string opening(const Asked& asked)
{
    const auto joined = asked.ground.moving(tally::Counting::joined).total().records;
    const auto left = asked.ground.moving(tally::Counting::left).total().records;
    auto words = workforce::sentence(asked.question.staff, {.total = asked.ground.total()}, *asked.names, asked.today);
    words.pop_back();
    return fmt::format("{}: {} joined and {} left in the year before.", words, with_commas(joined), with_commas(left));
}

/// What stands for a measure on the first screen.
std::optional<PanelHeadline> first_figure(const MeasureRow& row, const Ground& ground)
{
    auto panel = panel_of(row, ground);
    return panel.first ? std::move(panel.first) : std::move(panel.headline);
}

ui::Html headline_figures(const Asked& asked)
{
    ui::Figures figures{.heading = "Headline figures", .heading_hidden = true, .items = {}};
    const auto before = asked.ground.on_day(asked.question.staff.on.plus_years(-1));
    for (auto id : first_figures) {
        const auto& row = *find_measure(id);
        const auto now = first_figure(row, asked.ground);
        if (!now) continue;
        const auto then = first_figure(row, before);
        figures.items.push_back({.value = now->cell.words, .label = now->label, .before = then ? then->cell.words + " a year before" : "", .coverage = now->rests_on,
                                 .href = asked.address("/measures/" + std::string{id}).text(), .link_text = "How we know, and who: " + now->label});
    }
    return ui::figures(figures);
}

ui::Html what_changed(const Asked& asked)
{
    std::vector<ui::Content> items;
    for (const auto& words : changes_in_a_year(asked.ground)) items.push_back(ui::Content{words});
    if (items.empty()) return ui::heading(2, "What changed in a year", "m") + ui::paragraph("Nothing that can be counted here.");
    return ui::heading(2, "What changed in a year", "m") + ui::bullets(items);
}

ui::Html section_list(const Asked& asked)
{
    std::vector<ui::Content> items;
    const auto& localities = asked.question.staff.localities;
    const auto sheet = localities.size() == 1 ? asked.address("/locality-sheet") : web::Address{"/locality-sheet"};
    items.push_back(ui::Content{ui::link("Find a language or skill", asked.address("/who-can").text()) + ui::text(". Who has it, and through whom to ask.")});
    items.push_back(ui::Content{ui::link("Compare localities or organisations", asked.address("/compare").text()) + ui::text(". Side by side.")});
    items.push_back(ui::Content{ui::link("Locality sheet", sheet.text()) + ui::text(". One side of paper for a meeting.")});
    items.push_back(ui::Content{ui::link("Every measure, explained", "/measures") + ui::text(". Formula, population, source.")});
    return ui::heading(2, "Go on", "m") + ui::bullets(items);
}

const MeasureRow* measure_asked(web::Visit& visit)
{
    return find_measure(visit.parameter("measure"));
}

Problem no_such_measure()
{
    return {ProblemKind::not_found, "", "There is no measure of that name"};
}

/// Runs `answer(asked, row, panel)` for the measure in the path; where a filter is refused, `again(asked, row)` or the problem alone.
template <class Answer, class Again>
web::Response for_measure(web::Visit& visit, const Sources& sources, Answer answer, Again again)
{
    const auto* row = measure_asked(visit);
    if (row == nullptr) return visit.problem(no_such_measure());
    auto asked = ask(visit, sources);
    if (!asked) return visit.problem(asked.error());
    if (asked->form.has_problems()) return again(*asked, *row);
    asked->ground.rows_of = visit.request.query("line");
    return answer(*asked, *row, panel_of(*row, asked->ground));
}

template <class Answer>
web::Response for_measure(web::Visit& visit, const Sources& sources, Answer answer)
{
    return for_measure(visit, sources, answer, [&](const Asked& asked, const MeasureRow&) { return visit.problem(asked.form.problems().front()); });
}

}  // namespace

ui::Html profile_filters(const Asked& asked, const web::Address& address, std::vector<std::pair<std::string, std::string>> kept)
{
    std::vector<ui::ChosenFilter> chosen;
    if (asked.question.setting) chosen.push_back({.text = "Setting", .remove_href = address.without("setting").text()});
    if (!asked.question.team.empty()) chosen.push_back({.text = "Team", .remove_href = address.without("team").text()});
    if (asked.question.known_at) chosen.push_back({.text = "As known on " + asked.question.known_at->in_words(), .remove_href = address.without("known-day").without("known-month").without("known-year").text()});
    const web::Address clear{address.path(), {kept.begin(), kept.end()}};
    return ui::not_in_print(workforce::question_panel({.question = asked.question.staff, .names = *asked.names, .table = asked.ground.table(), .form = asked.form, .address = address, .today = asked.today,
                                                       .side_by_side = false, .hidden = std::move(kept), .more = setting_field(asked) + team_field(asked) + known_field(asked), .more_chosen = std::move(chosen), .clear_href = clear.text()}));
}

void record_figures(web::Visit& visit, access::ReadKind kind, std::string purpose)
{
    if (visit.house.reads == nullptr) return;
    access::ReadEntry entry{.account = visit.viewer.account, .at = visit.now(), .kind = kind, .route = visit.route().pattern, .organisations = {}, .staff_records = {}, .count = 0, .purpose = std::move(purpose)};
    kind == access::ReadKind::export_file ? visit.house.reads->record_at_once(std::move(entry)) : visit.house.reads->record(std::move(entry));
}

web::Response form_again(web::Visit& visit, const Asked& asked, web::PageParts parts, ui::Html form)
{
    for (const auto& problem : asked.form.problems()) visit.form().add(problem);
    parts.filters.clear();
    return visit.try_again(parts, ui::columns({{"one-third", std::move(form)}, {"two-thirds", ui::paragraph("Figures are shown when this is put right: without it they would be those of another question.")}}));
}

web::Response show_profile(web::Visit& visit, const Sources& sources)
{
    auto asked = ask(visit, sources);
    if (!asked) return visit.problem(asked.error());
    if (asked->form.has_problems()) return refused(visit, *asked, parts_of(*asked, "Workforce profile"), "/profile");
    record_figures(visit, access::ReadKind::page, "figures");
    if (asked->ground.table().size() == 0) {
        return visit.page(parts_of(*asked, "Workforce profile"), ui::empty_state({.text = "Nobody within your reach has handed in their staff yet. The profile appears here as soon as a staff return is accepted.", .link_text = "Returns", .href = "/returns"}));
    }
    const auto staff = panel_of(*find_measure("staff"), asked->ground);
    auto answer = ui::paragraph(opening(*asked), "govuk-body-l") + ui::paragraph(asked->coverage.in_words() + ".") + headline_figures(*asked) + what_changed(*asked)
                + panel_view(view_of(*asked, *find_measure("staff"), staff)) + your_views(visit) + section_list(*asked) + working({.row = *find_measure("staff"), .as_of = asked->words(), .coverage = asked->coverage, .mappings = asked->mappings});
    return answered(visit, *asked, parts_of(*asked, "Workforce profile"), "/profile", "", std::move(answer));
}

web::Response show_section(web::Visit& visit, const Sources& sources)
{
    const auto* section = find_section(visit.parameter("section"));
    if (section == nullptr) return visit.problem({ProblemKind::not_found, "", "The profile has no such part"});
    auto asked = ask(visit, sources);
    if (!asked) return visit.problem(asked.error());
    if (asked->form.has_problems()) return refused(visit, *asked, parts_of(*asked, std::string{section->title}), "/profile/" + std::string{section->id});
    record_figures(visit, access::ReadKind::page, "figures");
    auto answer = ui::paragraph(std::string{section->words} + (section->words.ends_with('?') ? "" : "."), "govuk-body-l") + ui::paragraph(asked->coverage.in_words() + ".");
    ui::Html figures;
    std::vector<ui::Content> findings;
    for (const auto& row : measures()) {
        if (row.section != section->id) continue;
        const auto panel = panel_of(row, asked->ground);
        auto view = view_of(*asked, row, panel);
        view.most_lines = 10;
        const auto id = "figure-" + std::string{row.id()};
        findings.push_back(ui::Content{ui::link(panel.withheld.empty() ? panel.finding : std::string{row.measure.name}, "#" + id)});
        // On paper a section is its figures; how each is known prints with the measure's own page.
        auto known = working({.row = row, .as_of = asked->words(), .coverage = asked->coverage, .mappings = asked->mappings})
                   + ui::paragraph(ui::link_about("More", "about " + lower_first(row.measure.name), asked->address("/measures/" + std::string{row.id()}).text()));
        figures += ui::element("div", {{.name = "id", .value = id}}, panel_view(view) + ui::not_in_print(std::move(known)));
    }
    if (findings.size() > 2) answer += ui::not_in_print(ui::element("nav", {{.name = "aria-label", .value = "Findings of this part"}}, ui::bullets(findings)));
    answer += figures;
    if (section->id == "skills") answer += ui::not_in_print(ui::paragraph(ui::link("Find who has a language or skill", asked->address("/who-can").text())));
    if (section->id == "likeness") answer += ui::not_in_print(ui::paragraph(ui::link("Children who live here: what is held, and handing in numbers", "/child-population")));
    const auto path = "/profile/" + std::string{section->id};
    answer += ui::not_in_print(ui::bullets({ui::Content{ui::link("Download these figures as a workbook (XLSX)", asked->address(path + "/tables.xlsx").text())}, ui::Content{ui::link("Download these figures (CSV)", asked->address(path + "/tables.csv").text())}}));
    return answered(visit, *asked, parts_of(*asked, std::string{section->title}), "/profile/" + std::string{section->id}, section->id, std::move(answer));
}

namespace {

/// The panels of a section for a file, which is in the audit of reads first.
template <class Write>
web::Response section_file(web::Visit& visit, const Sources& sources, std::string purpose, std::string_view ending, const char* type, Write write)
{
    const auto* section = find_section(visit.parameter("section"));
    if (section == nullptr) return visit.problem({ProblemKind::not_found, "", "The profile has no such part"});
    auto asked = ask(visit, sources);
    if (!asked) return visit.problem(asked.error());
    if (asked->form.has_problems()) return visit.problem(asked->form.problems().front());
    record_figures(visit, access::ReadKind::export_file, std::move(purpose));
    std::vector<MeasuredPanel> panels;
    for (const auto& row : measures()) {
        if (row.section == section->id) panels.push_back({&row, panel_of(row, asked->ground)});
    }
    return web::Response::file(file_name(section->id, asked->question.staff.on, ending), type, write(panels, words_of_file(*asked)));
}

}  // namespace

web::Response section_csv(web::Visit& visit, const Sources& sources)
{
    return section_file(visit, sources, "figures as CSV", "csv", csv_type, panels_csv);
}

web::Response section_xlsx(web::Visit& visit, const Sources& sources)
{
    return section_file(visit, sources, "figures as a workbook", "xlsx", xlsx_type, panels_xlsx);
}

web::Response list_measures(web::Visit& visit, const Sources&)
{
    ui::Html list;
    for (const auto& section : sections()) {
        list += ui::heading(2, std::string{section.title}, "m");
        for (const auto& row : measures()) {
            if (row.section != section.id) continue;
            list += ui::heading(3, ui::Content{ui::link(std::string{row.measure.name}, "/measures/" + std::string{row.id()})}, "s");
            list += ui::paragraph(std::string{row.measure.formula} + ".");
            list += ui::paragraph(fmt::format("Of whom: {}. Needs: {}. What is missing: {}. Source: {}.", lower_first(row.measure.population), lower_first(row.needs), lower_first(row.missing), row.measure.source), "govuk-body-s");
        }
    }
    return visit.page({.title = "Every measure, explained", .breadcrumbs = {{"Workforce profile", "/profile"}}, .nav = "/profile"}, ui::two_thirds(std::move(list)));
}

web::Response show_measure(web::Visit& visit, const Sources& sources)
{
    return for_measure(visit, sources, [&](const Asked& asked, const MeasureRow& row, const Panel& panel) {
        record_figures(visit, access::ReadKind::page, "figures");
        auto view = view_of(asked, row, panel);
        view.most_lines = 400;
        auto answer = ui::paragraph(asked.coverage.in_words() + ".");
        if (panel.headline) {
            answer += ui::figures({.heading = "Headline figure", .heading_hidden = true, .items = {{.value = panel.headline->cell.words, .label = panel.headline->label, .before = {}, .coverage = panel.headline->rests_on, .href = "#how", .link_text = "How we know"}}});
        }
        answer += panel_view(view) + trend_view(row, asked.ground, panel, asked.words()) + ui::element("div", {{.name = "id", .value = "how"}}, working({.row = row, .as_of = asked.words(), .coverage = asked.coverage, .mappings = asked.mappings, .open = true}));
        const auto path = "/measures/" + std::string{row.id()};
        std::vector<ui::Content> ways{ui::Content{ui::link("Download as a workbook (XLSX)", asked.address(path + "/table.xlsx").text())}};
        if (can_be_compared(row)) ways.emplace_back(ui::link("Compare places by this", asked.address("/compare").with("measure", row.id()).text()));
        ways.emplace_back(ui::link("Every measure, explained", "/measures"));
        answer += ui::not_in_print(ui::bullets(ways));
        return answered(visit, asked, parts_of(asked, std::string{row.measure.name}), path, row.section, std::move(answer));
    }, [&](const Asked& asked, const MeasureRow& row) {
        return refused(visit, asked, parts_of(asked, std::string{row.measure.name}), "/measures/" + std::string{row.id()});
    });
}

web::Response measure_csv(web::Visit& visit, const Sources& sources)
{
    return for_measure(visit, sources, [&](const Asked& asked, const MeasureRow& row, const Panel& panel) {
        record_figures(visit, access::ReadKind::export_file, "figures as CSV");
        return web::Response::file(file_name(row.id(), asked.question.staff.on, "csv"), csv_type, panel_csv(row, panel, words_of_file(asked)));
    });
}

web::Response measure_xlsx(web::Visit& visit, const Sources& sources)
{
    return for_measure(visit, sources, [&](const Asked& asked, const MeasureRow& row, const Panel& panel) {
        record_figures(visit, access::ReadKind::export_file, "figures as a workbook");
        return web::Response::file(file_name(row.id(), asked.question.staff.on, "xlsx"), xlsx_type, panel_xlsx(row, panel, words_of_file(asked)));
    });
}

}  // namespace kith::profile
