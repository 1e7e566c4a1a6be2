#include "workforce/check_views.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "ui/fields.hpp"
#include "ui/navigation.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "workforce/full_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace kith::workforce {
namespace {

ui::Html clearance_tag(const CheckLine& line, Date today)
{
    static constexpr std::array<std::string_view, 3> classes{"govuk-tag--green", "govuk-tag--yellow", "govuk-tag--red"};
    const auto clearance = line.record.clearance;
    return ui::tag({.text = std::string{words_for(clearance, line.person.jobs.front().starts_on, today)}, .classes = std::string{classes[static_cast<std::size_t>(clearance)]}});
}

std::string name_words(const CheckedPerson& person)
{
    return full_name_or(person.given_name, person.family_name, "Staff reference " + person.reference);
}

ui::Html person_link(const CheckedPerson& person)
{
    return ui::link(name_words(person), "/staff/" + person.public_id.text());
}

/// One cell of the record.
std::string state_words(const CheckStanding& standing)
{
    switch (standing.state) {
    case CheckState::done: return standing.on ? standing.on->uk() : "Seen, no day";
    case CheckState::see_note: return (standing.on ? standing.on->uk() : std::string{"Seen"}) + ", see note";
    case CheckState::awaited: return "Awaited";
    case CheckState::missing: return "Missing";
    case CheckState::stands_against: return "Not allowed";
    case CheckState::not_needed: break;
    }
    return "–";
}

/// Checks that someone here needs or has: the columns of the record.
std::vector<std::size_t> columns(const std::vector<CheckLine>& lines)
{
    std::vector<std::size_t> used;
    if (lines.empty()) return used;
    for (std::size_t place = 0; place < lines.front().record.standings.size(); ++place) {
        auto speaks = [&](const CheckLine& line) { return line.record.standings[place].needed || line.record.standings[place].state != CheckState::not_needed; };
        if (std::ranges::any_of(lines, speaks)) used.push_back(place);
    }
    return used;
}

/// The part before the colon, which is what fits above a column.
std::string short_label(const packs::Code& check) { return check.label.substr(0, check.label.find(':')); }

ui::Html record_table(const std::vector<CheckLine>& lines, Date today)
{
    const auto used = columns(lines);
    ui::Table table{.head = {{.text = "Name"}, {.text = "Role"}, {.text = "Started or starts"}, {.text = "May work?"}}, .caption = "Record of checks", .caption_classes = "govuk-table__caption--m",
                    .first_cell_is_header = true, .classes = "govuk-table--small-text-until-tablet"};
    for (auto place : used) table.head.push_back({.text = short_label(*lines.front().record.standings[place].check)});
    for (const auto& line : lines) {
        ui::TableRow row{{.text = person_link(line.person)}, {.text = joined(line.roles, "; ")}, {.text = line.person.jobs.front().starts_on.uk()}, {.text = clearance_tag(line, today)}};
        for (auto place : used) row.push_back({.text = state_words(line.record.standings[place])});
        table.rows.push_back(std::move(row));
    }
    return ui::scrollable_table(table);
}

bool has_any_check(const CheckLine& line)
{
    return std::ranges::any_of(line.record.standings, [](const CheckStanding& one) { return one.state != CheckState::missing && one.state != CheckState::not_needed; });
}

ui::Html reasons_list(const std::vector<CheckLine>& lines, Clearance clearance, std::string heading)
{
    // Whoever has the same reasons stands in one line: where nothing was ever reported, that is everybody.
    std::map<std::string, std::vector<const CheckLine*>> by_reasons;
    for (const auto& line : lines)
        if (line.record.clearance == clearance) by_reasons[has_any_check(line) ? joined(line.record.reasons, "; ") : std::string{}].push_back(&line);
    if (by_reasons.empty()) return {};
    std::vector<ui::Content> items;
    for (const auto& [reasons, of] : by_reasons) {
        auto item = ui::text(of.size() == 1 ? "" : counted(std::ssize(of), "person", "people") + ": ");
        for (const auto* line : of) item += (line == of.front() ? ui::Html{} : ui::text(", ")) + person_link(line->person);
        items.emplace_back(item + ui::text(": " + (reasons.empty() ? std::string{"no check is recorded"} : reasons)));
    }
    return ui::heading(2, std::move(heading), "m") + ui::bullets(items);
}

ui::Html due_list(const std::vector<CheckLine>& lines, Date today)
{
    static constexpr std::array<std::string_view, 4> headings{"Day gone by", "Within 30 days", "Within 60 days", "Within 90 days"};
    std::array<std::vector<ui::Content>, 4> items;
    for (const auto& line : lines)
        for (const auto& standing : line.record.standings)
            if (standing.due_on && how_soon(*standing.due_on, today) != Soon::later)
                items[static_cast<std::size_t>(how_soon(*standing.due_on, today))].emplace_back(
                    person_link(line.person) + ui::text(fmt::format(", {}: {}", lower_ascii(short_label(*standing.check)), "t" + again_words(*standing.due_on, today).substr(1))));
    ui::Html part;
    for (std::size_t place = 0; place < items.size(); ++place)
        if (!items[place].empty()) part += ui::heading(3, std::string{headings[place]}, "s") + ui::bullets(items[place]);
    if (part.str().empty()) return {};
    return ui::heading(2, "To be done again, by local policy", "m") + std::move(part);
}

ui::Html policy_panel(const packs::Packs& packs)
{
    const auto& policy = packs.limits("checks_policy");
    std::vector<ui::Content> lines;
    for (const auto& limit : policy.all()) {
        const auto how_often = limit.value == 0 ? std::string{"not repeated"} : limit.value == 1 ? std::string{"every year"} : fmt::format("every {} years", limit.value);
        lines.emplace_back(fmt::format("{}: {}", limit.words, how_often));
    }
    auto text = ui::paragraph("Someone may start once every check that the work needs was seen. Where only the criminal record certificate has not come, someone may start supervised if the "
                              "barred list was checked and a risk assessment is recorded, both by the day of starting. Source: Keeping children safe in education (DfE), part three; which checks "
                              "each role needs is a list of the partnership's own.") +
                ui::paragraph(policy.source() + ".") + ui::bullets(lines);
    return ui::details({.summary_text = "How this is decided", .text = std::move(text)});
}

}  // namespace

CheckCounts counts_of(const std::vector<CheckLine>& lines, Date today)
{
    CheckCounts counts;
    for (const auto& line : lines) add(counts, line.record, today);
    return counts;
}

std::string check_sentence(const CheckCounts& counts)
{
    if (counts.people == 0) return "Nobody works here, as far as Kith has been told.";
    if (counts.may_start == counts.people) return counts.people == 1 ? "The one person here may work." : fmt::format("All {} people may work.", with_commas(counts.people));
    return fmt::format("Of {}, {} may work, {} may work supervised and {} may not work.", counted(counts.people, "person", "people"), with_commas(counts.may_start), with_commas(counts.supervised),
                       with_commas(counts.may_not));
}

ui::Html check_list(const CheckListView& view)
{
    ui::FilterPanel panel{.action = view.address.path(), .fields = ui::input({.name = "search", .value = view.search, .label = {.text = "Part of a name"}}), .clear_href = view.address.path()};
    if (!view.search.empty()) panel.chosen.push_back({.text = "Name: " + view.search, .remove_href = view.address.path()});
    if (view.places.empty() && !view.search.empty())
        return ui::filter_panel(panel) + ui::empty_state({.text = "No organisation or setting of this name has staff within your reach. Search for less of the name."});
    if (view.places.empty()) return ui::empty_state({.text = "No staff are recorded within your reach yet. Checks come in with the staff return, or by hand on a record."});
    ui::Table table{.head = {{.text = "Where"}, {.text = "People", .format = "numeric"}, {.text = "May not work", .format = "numeric"}, {.text = "Supervised", .format = "numeric"},
                             {.text = "Again: day gone by", .format = "numeric"}, {.text = "Again within 90 days", .format = "numeric"}},
                    .caption = "Organisations and settings", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& place : view.places) {
        auto name = ui::link(place.name, place.href);
        if (!place.is_setting) name += ui::text(", setting not reported");
        else if (place.organisation != place.name) name += ui::text(", " + place.organisation);
        else if (place.is_beside_whole) name += ui::text(", the setting of that name");
        if (!place.code.empty()) name += ui::text(", code " + place.code);
        table.rows.push_back({{.text = std::move(name)}, {.text = with_commas(place.counts.people), .format = "numeric"}, {.text = with_commas(place.counts.may_not), .format = "numeric"},
                              {.text = with_commas(place.counts.supervised), .format = "numeric"}, {.text = with_commas(place.counts.passed), .format = "numeric"},
                              {.text = with_commas(place.counts.within_90), .format = "numeric"}});
    }
    return ui::paragraph(check_sentence(view.all), "govuk-body-l") + ui::filter_panel(panel) + ui::scrollable_table(table) +
           ui::pagination_of(view.page, view.pages, view.address.open_for("page"));
}

ui::Html check_page(const CheckPage& page)
{
    auto part = ui::paragraph(check_sentence(counts_of(page.lines, page.today)), "govuk-body-l") + ui::paragraph(page.printed_words);
    if (!page.whole_href.empty()) part += ui::not_in_print(ui::paragraph(ui::link("Everyone of this organisation", page.whole_href)));
    if (page.lines.empty()) return part;
    part += reasons_list(page.lines, Clearance::may_not_start, "May not work, and why") + reasons_list(page.lines, Clearance::may_start_supervised, "May work supervised only, and why");
    part += due_list(page.lines, page.today) + record_table(page.lines, page.today) + policy_panel(page.packs);
    return ui::element("div", {{"class", "kith-print-across"}}, part);
}

}  // namespace kith::workforce
