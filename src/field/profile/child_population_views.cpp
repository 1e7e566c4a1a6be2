#include "profile/child_population_views.hpp"

#include "base/text.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::profile {
namespace {

constexpr std::array<std::pair<ChildCharacteristic, std::string_view>, 4> kinds{{{ChildCharacteristic::age, "Children by age"}, {ChildCharacteristic::sex, "Children by sex"},
    {ChildCharacteristic::ethnicity, "Children by ethnic group"}, {ChildCharacteristic::disability, "Children by disability"}}};

std::string name_of(const std::optional<partnership::LocalityId>& place, const LocalityNames& localities)
{
    if (!place) return "The whole area";
    const auto found = localities.find(*place);
    return found == localities.end() ? "A locality that is no longer held" : found->second;
}

std::string place_of(const ChildCount& count, const LocalityNames& localities)
{
    return name_of(count.locality, localities);
}

std::string group_of(const ChildCount& count, const packs::Packs& packs)
{
    const auto* code = packs.list(list_of(count.characteristic)).find(count.code);
    return code == nullptr ? count.code : code->label;
}

ui::TableRow row_of(const ChildCount& count, const LocalityNames& localities, const packs::Packs& packs)
{
    return {{.text = place_of(count, localities)}, {.text = group_of(count, packs)}, {.text = with_commas(count.children), .format = "numeric"}, {.text = count.source}, {.text = count.as_of.in_words()}};
}

}  // namespace

namespace {

/// Where the code stands in its list; after the others where it does not.
std::size_t order_in_list(const ChildCount& count, const packs::Packs& packs)
{
    const auto& codes = packs.list(list_of(count.characteristic)).codes();
    return static_cast<std::size_t>(std::ranges::find(codes, count.code, &packs::Code::code) - codes.begin());
}

ui::Html counts_of_place(std::vector<ChildCount> counts, const std::string& place, const packs::Packs& packs)
{
    std::ranges::stable_sort(counts, {}, [&](const ChildCount& count) { return std::pair{count.characteristic, order_in_list(count, packs)}; });
    ui::Html tables;
    for (const auto& [characteristic, title] : kinds) {
        ui::Table table{.rows = {}, .head = {{.text = "Group"}, {.text = "Children", .format = "numeric"}, {.text = "Source"}, {.text = "Day"}}, .caption = fmt::format("{}: {}", place, lower_ascii(title))};
        for (const auto& count : counts) {
            if (count.characteristic == characteristic) table.rows.push_back({{.text = group_of(count, packs)}, {.text = with_commas(count.children), .format = "numeric"}, {.text = count.source}, {.text = count.as_of.in_words()}});
        }
        if (!table.rows.empty()) tables += ui::scrollable_table(table);
    }
    return tables;
}

}  // namespace

ui::Html counts_held(std::span<const ChildCount> counts, const LocalityNames& localities, const packs::Packs& packs)
{
    std::vector<std::pair<std::string, std::vector<ChildCount>>> places;
    for (const auto& count : counts) {
        const auto place = place_of(count, localities);
        auto found = std::ranges::find(places, place, &std::pair<std::string, std::vector<ChildCount>>::first);
        if (found == places.end()) found = places.insert(places.end(), {place, {}});
        found->second.push_back(count);
    }
    ui::Html html;
    for (const auto& [place, of_place] : places) {
        html += ui::details({.summary_text = fmt::format("{}: {}", place, counted(static_cast<std::int64_t>(of_place.size()), "number", "numbers")), .text = counts_of_place(of_place, place, packs)});
    }
    return html;
}

ui::Html totals_remarked_on(std::span<const ChildCount> counts, const LocalityNames& localities)
{
    static constexpr std::array<std::string_view, 4> by{"by age under 18", "by sex", "by ethnic group", "by disability"};
    std::vector<ui::Content> items;
    for (const auto& unlike : unlike_totals(counts)) {
        std::vector<std::string> totals;
        for (const auto& [characteristic, children] : unlike.totals) totals.push_back(fmt::format("{} {}", with_commas(children), by[static_cast<std::size_t>(characteristic)]));
        items.emplace_back(name_of(unlike.locality, localities) + ": " + joined(totals, ", "));
    }
    if (items.empty()) return {};
    return ui::inset_text({.text = ui::paragraph("The children of one place should be as many whatever they are counted by. These totals differ by more than 2 percent: is a group missing, or are the sources of different days?") + ui::bullets(items)});
}

ui::Html codes_to_use(const std::vector<partnership::Locality>& localities, const packs::Packs& packs)
{
    ui::Table table{.rows = {}, .head = {{.text = "Column"}, {.text = "Code"}, {.text = "Or in words"}}, .caption = "What may stand in the file", .caption_classes = "govuk-visually-hidden"};
    table.rows.push_back({{.text = "locality"}, {.text = "(empty)"}, {.text = "The whole area"}});
    for (const auto& locality : localities) table.rows.push_back({{.text = "locality"}, {.text = locality.code}, {.text = locality.name}});
    for (const auto& [characteristic, title] : kinds) {
        for (const auto& code : packs.list(list_of(characteristic)).codes()) table.rows.push_back({{.text = fmt::format("code, where characteristic is {}", code_of(characteristic))}, {.text = code.code}, {.text = code.label}});
    }
    return ui::details({.summary_text = "Codes of localities and groups", .text = ui::scrollable_table(table)});
}

ui::Html findings_by_line(const ChildPopulationFile& file)
{
    ui::Table table{.rows = {}, .head = {{.text = "Line", .format = "numeric"}, {.text = "Column"}, {.text = "What to mend"}, {.text = "Rule"}}, .caption = "Lines that are left out"};
    for (const auto& finding : file.findings) table.rows.push_back({{.text = std::to_string(finding.line), .format = "numeric"}, {.text = finding.column}, {.text = finding.message}, {.text = finding.rule}});
    return table.rows.empty() ? ui::Html{} : ui::scrollable_table(table);
}

ui::Html what_would_change(const ChildPopulationPlan& plan, std::span<const ChildCount> held, const LocalityNames& localities, const packs::Packs& packs)
{
    ui::Table table{.rows = {}, .head = {{.text = "Place"}, {.text = "Group"}, {.text = "Held", .format = "numeric"}, {.text = "Becomes", .format = "numeric"}, {.text = "Source"}, {.text = "Day"}}, .caption = "What would change"};
    auto add = [&](const ChildCount& count, std::string before) {
        auto row = row_of(count, localities, packs);
        row.insert(row.begin() + 2, ui::TableCell{.text = std::move(before), .format = "numeric"});
        table.rows.push_back(std::move(row));
    };
    for (const auto& count : plan.added) add(count, "None");
    for (const auto& count : plan.changed) {
        const auto found = std::ranges::find(held, count.id, &ChildCount::id);
        add(count, found == held.end() ? "None" : with_commas(found->children));
    }
    return table.rows.empty() ? ui::Html{} : ui::scrollable_table(table);
}

}  // namespace kith::profile
