#include "profile/child_population_views.hpp"

#include "base/text.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::profile {
namespace {

constexpr std::array<std::pair<ChildCharacteristic, std::string_view>, 4> kinds{{{ChildCharacteristic::age, "Children by age"}, {ChildCharacteristic::sex, "Children by sex"},
    {ChildCharacteristic::ethnicity, "Children by ethnic group"}, {ChildCharacteristic::disability, "Children by disability"}}};

std::string place_of(const ChildCount& count, const LocalityNames& localities)
{
    if (!count.locality) return "The whole area";
    const auto found = localities.find(*count.locality);
    return found == localities.end() ? "A locality that is no longer held" : found->second;
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

ui::Html counts_held(std::span<const ChildCount> counts, const LocalityNames& localities, const packs::Packs& packs)
{
    ui::Html html;
    for (const auto& [characteristic, title] : kinds) {
        ui::Table table{.rows = {}, .head = {{.text = "Place"}, {.text = "Group"}, {.text = "Children", .format = "numeric"}, {.text = "Source"}, {.text = "Day"}}, .caption = std::string{title}};
        for (const auto& count : counts)
            if (count.characteristic == characteristic) table.rows.push_back(row_of(count, localities, packs));
        if (!table.rows.empty()) html += ui::scrollable_table(table);
    }
    return html;
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
