#include "census/csww_views.hpp"

#include "base/text.hpp"
#include "census/csww_kind.hpp"
#include "ui/fields.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace kith::census {
namespace {
constexpr std::size_t losses_shown = 200;

ui::Html question(const CensusPage& page)
{
    std::vector<ui::SelectItem> organisations{{.value = "", .text = "Choose the local authority"}};
    for (const auto& organisation : page.organisations) organisations.push_back({.value = organisation.public_id.text(), .text = organisation.name});
    const auto error = [&](std::string_view name) { return page.form == nullptr ? std::string{} : page.form->error(name).value_or(""); };
    auto fields = ui::select({.name = "organisation", .items = std::move(organisations), .value = page.organisation, .label = {.text = "Local authority"},
                              .error_message = {.text = error("organisation")}});
    fields += ui::input({.name = "year", .inputmode = "numeric", .value = page.year, .label = {.text = "Year in which the census year ends"},
                         .hint = {.text = "2026 for 1 October 2025 to 30 September 2026"}, .error_message = {.text = error("year")}, .classes = "govuk-input--width-4"});
    fields += ui::input({.name = "authority", .inputmode = "numeric", .value = page.authority, .label = {.text = "Number of the local authority"},
                         .hint = {.text = "Three digits, as the Department for Education gives it"}, .error_message = {.text = error("authority")}, .classes = "govuk-input--width-3"});
    fields += ui::input({.name = "vacancies", .inputmode = "decimal", .value = page.vacancies, .label = {.text = "Vacancies on 30 September, full-time equivalent"},
                         .hint = {.text = "For example 3.5"}, .error_message = {.text = error("vacancies")}, .classes = "govuk-input--width-4"});
    fields += ui::button({.text = "Show what can be written"});
    return ui::not_in_print(ui::form({.action = std::string{census_path}, .method = "get", .content = std::move(fields)}));
}

/// How often each element is lost and how, the dearest first: what to mend in the register before anything else.
ui::Html by_element(const Census& census)
{
    std::map<std::tuple<LossKind, std::string>, std::pair<std::int64_t, std::string>> counts;
    for (const auto& loss : census.losses) {
        auto& [count, words] = counts[{loss.kind, loss.element}];
        if (count++ == 0) words = loss.words;
    }
    ui::Table table{.head = {{.text = "What the register lacks"}, {.text = "What was done"}, {.text = "Workers", .format = "numeric"}},
                    .caption = "What is lost, by element", .caption_classes = "govuk-table__caption--m"};
    for (const auto& [key, counted] : counts) {
        const auto& [kind, element] = key;
        table.rows.push_back({{.text = element + ": " + counted.second}, {.text = words_for(kind)}, {.text = with_commas(counted.first), .format = "numeric"}});
    }
    return ui::scrollable_table(table);
}

ui::Html by_worker(const Census& census)
{
    ui::Table table{.head = {{.text = "Worker"}, {.text = "Element"}, {.text = "What was done"}, {.text = "Why"}},
                    .caption = "What is lost, by worker", .caption_classes = "govuk-table__caption--m"};
    for (const auto& loss : census.losses) {
        if (loss.reference.empty() || table.rows.size() >= losses_shown) continue;
        table.rows.push_back({{.text = loss.reference}, {.text = loss.element}, {.text = words_for(loss.kind)}, {.text = loss.words}});
    }
    return table.rows.empty() ? ui::Html{} : ui::scrollable_table(table);
}

ui::Html answer(const CensusPage& page)
{
    const auto& census = *page.census;
    auto html = ui::paragraph(fmt::format("{} of {} can be written for the year to {}, {} of them agency workers.{}", counted(census.workers, "worker"), page.name,
                                          page.census_day.in_words(), with_commas(census.agency),
                                          census.left_out == 0 ? "" : fmt::format(" {} cannot: the register has no Social Work England number for them.", counted(census.left_out, "worker"))),
                              "govuk-body-l");
    html += ui::not_in_print(ui::bullets({ui::link("Download the census (XML)", fmt::format("{}/file{}", census_path, page.query)),
                                          ui::link("Download the loss report (CSV)", fmt::format("{}/losses{}", census_path, page.query))}));
    html += ui::paragraph("The file follows the schema of 2022. Read the loss report before you send it: a stand-in is a true answer only where the truth is not known.");
    html += by_element(census) + by_worker(census);
    const auto of_workers = static_cast<std::size_t>(std::ranges::count_if(census.losses, [](const CensusLoss& loss) { return !loss.reference.empty(); }));
    if (of_workers > losses_shown) html += ui::paragraph(fmt::format("The first {} are shown. The loss report has them all.", losses_shown));
    return html;
}
}  // namespace

ui::Html census_page(const CensusPage& page)
{
    if (page.organisations.empty())
        return ui::paragraph("Local authorities return the census, and it holds dates of birth and ethnic groups. Your role does not show you both for any local "
                             "authority, so you cannot write it here. Ask a data steward of the local authority.");
    if (page.census) return answer(page) + ui::heading(2, "Another year or authority", "m") + question(page);
    return ui::paragraph("Kith writes the children's social work workforce census from the staff records of one local authority: everyone who worked there as a "
                         "children's social worker in the census year. You see what would be lost before you download anything.") +
           question(page);
}

}  // namespace kith::census
