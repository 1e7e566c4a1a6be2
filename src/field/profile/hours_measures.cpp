// When people work: a heat map of localities by evenings, weekends, term time and the rest, and the hours of contracts.
#include "base/text.hpp"
#include "profile/measure.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::profile {

namespace {

using tally::Column;

constexpr std::array<std::string_view, 8> shown_patterns{"early_mornings", "evenings", "nights", "weekends", "term_time", "holidays", "all_year", "on_call"};

/// The codes of the tally's patterns (several of a pack's codes joined) that hold one of the pack's.
std::vector<tally::Code> holding(const tally::Dictionary& dictionary, std::string_view pattern)
{
    std::vector<tally::Code> codes;
    for (tally::Code code = 1; code < dictionary.size(); ++code) {
        const auto parts = split(dictionary.text(code), ';');
        if (std::ranges::find(parts, pattern) != parts.end()) codes.push_back(code);
    }
    return codes;
}

struct ShownPattern {
    const packs::Code* code;
    std::vector<tally::Code> held_in;  ///< codes of the tally's patterns that hold it
};

const std::vector<ShownPattern>& patterns_of(const Ground& ground)
{
    return ground.of_any_day->once("patterns", [&] {
        std::vector<ShownPattern> patterns;
        for (auto code : shown_patterns) {
            if (const auto* found = ground.packs().list("working_patterns").find(code)) patterns.push_back({found, holding(ground.table().dictionary(Column::pattern), code)});
        }
        return patterns;
    });
}

/// Staff of an answer by place who are in one of them.
std::int64_t staff_in(const tally::Answer& answer, tally::Code place)
{
    const auto found = std::ranges::find(answer.groups, place, [](const auto& group) { return group.codes[0]; });
    return found == answer.groups.end() ? 0 : found->counts.records;
}

Panel cover(const Ground& ground)
{
    const auto& patterns = patterns_of(ground);
    auto by_locality = ground.count({Column::locality});
    std::ranges::stable_sort(by_locality.groups, {}, [](const auto& group) { return group.codes[0] == 0; });
    Panel panel{.finding = {}, .lines_are = "Locality", .columns = {}, .lines = {}, .drawing = Drawing::heat_map, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    std::vector<tally::Code> any;
    for (tally::Code code = 1; code < ground.table().dictionary(Column::pattern).size(); ++code) any.push_back(code);
    const auto with_pattern = ground.keeping(Column::pattern, any).count({Column::locality});
    std::vector<std::int64_t> known;  // of each line
    for (const auto& group : by_locality.groups) {
        known.push_back(staff_in(with_pattern, group.codes[0]));
        const auto key = "known-" + std::to_string(group.codes[0]);
        panel.lines.push_back({.label = ground.label_of(Column::locality, group.codes[0]), .key = key, .cells = {}});
        if (ground.rows_of == key) name_rows(panel, ground.keeping(Column::pattern, any).keeping(Column::locality, {group.codes[0]}), key);
    }
    std::vector<std::string> without_evening, nobody;
    std::int64_t evening = 0;
    for (const auto& pattern : patterns) {
        const bool is_evening = pattern.code->code == "evenings";
        const auto working = ground.keeping(Column::pattern, pattern.held_in);
        const auto answer = working.count({Column::locality});
        if (is_evening) evening = answer.total.records;
        if (answer.total.records == 0 && !is_evening && pattern.code->code != "weekends") {
            nobody.push_back(lower_first(pattern.code->label));
            continue;
        }
        panel.columns.push_back(pattern.code->label);
        for (std::size_t line = 0; line < by_locality.groups.size(); ++line) {
            const auto place = by_locality.groups[line].codes[0];
            const auto staff = staff_in(answer, place);
            const auto key = pattern.code->code + "-" + std::to_string(place);
            panel.lines[line].cells.push_back(known[line] == 0 ? words_cell("not known") : opening_count(staff, key));
            if (ground.rows_of == key) name_rows(panel, working.keeping(Column::locality, {place}), key);
            if (is_evening && staff == 0 && known[line] > 0 && place != 0) without_evening.push_back(ground.label_of(Column::locality, place));
        }
    }
    panel.drawn = panel.columns.size();
    panel.columns.emplace_back("Pattern known");
    for (std::size_t line = 0; line < known.size(); ++line) panel.lines[line].cells.push_back({static_cast<double>(known[line]), fmt::format("{} of {}", with_commas(known[line]), with_commas(by_locality.groups[line].counts.records))});
    const auto total = by_locality.total.records;
    // Someone with a pattern in one of two jobs has one.
    const auto unknown = total - with_pattern.total.records;
    if (unknown == total) panel.finding = "When people work is reported of nobody here";
    else if (!without_evening.empty() && evening > 0) panel.finding = "Nobody is known to work evenings in " + joined(without_evening, ", ");
    else if (evening == 0) panel.finding = fmt::format("Nobody is known to work evenings, of {} whose pattern is known", with_commas(total - unknown));
    else panel.finding = fmt::format("{} of {} staff whose pattern is known work evenings{}", with_commas(evening), with_commas(total - unknown), panel.lines.size() > 1 && unknown == 0 ? "; every locality has some" : "");
    panel.headline = {.label = "work evenings", .cell = share_cell({evening, total - unknown}), .rests_on = fmt::format("of {} whose pattern is known", with_commas(total - unknown))};
    if (!nobody.empty()) panel.notes.push_back("Reported of nobody here: " + joined(nobody, ", ") + ".");
    if (unknown > 0) panel.notes.push_back(missing_note(unknown, total, "pattern of work"));
    return panel;
}

/// Contracted hours a week in bands.
Panel hours(const Ground& ground)
{
    constexpr std::array<std::pair<std::int32_t, std::string_view>, 5> bands{{{800, "Under 8 hours"}, {1600, "8 to under 16 hours"}, {2400, "16 to under 24 hours"}, {3500, "24 to under 35 hours"}, {1'000'000, "35 hours or more"}}};
    const auto& table = ground.table();
    const auto day = ground.on().days_since_epoch();
    const auto banded = tally::derived_from_rows(table, [&](std::size_t first, std::size_t last) -> tally::Code {
        std::int64_t sum = 0;
        bool known = false;
        for (auto row = first; row < last; ++row) {
            const auto value = table.numbers(tally::Number::hours)[row];
            if (table.from_days()[row] > day || table.to_days()[row] < day || value == tally::not_given) continue;
            sum += value;
            known = true;
        }
        if (!known) return 0;
        const auto band = std::ranges::find_if(bands, [&](const auto& one) { return sum < one.first; });
        return static_cast<tally::Code>(band - bands.begin() + 1);
    });
    auto panel = staff_by(ground, {.axis = banded, .lines_are = "Contracted hours a week", .label = [&](tally::Code code) { return code == 0 ? std::string{"Not reported"} : std::string{bands[code - 1].second}; }, .by_size = false});
    const auto known = ground.keeping(banded, {1, 2, 3, 4, 5}).total().records;
    const auto part_time = ground.keeping(banded, {1, 2, 3, 4}).total().records;
    panel.headline = {.label = "work under 35 hours", .cell = share_cell({part_time, known}), .rests_on = fmt::format("of {} whose hours are known", with_commas(known))};
    return panel;
}

}  // namespace

std::vector<MeasureRow> hours_measures()
{
    constexpr std::string_view everyone = "Staff with an engagement in force on the day";
    return {
        {.measure = {.id = "profile.cover", .name = "Evenings, weekends and term time", .formula = "Staff by locality whose pattern of work names the time; someone who works evenings and weekends is in both", .population = everyone,
                     .source = "Children's workforce minimum data set (IDeA, Walsall): availability and flexibility of hours"},
         .section = "hours", .needs = "Pattern of work, locality", .missing = "Staff without a pattern are counted beside it, and not taken as not working then", .panel = cover},
        {.measure = {.id = "profile.hours", .name = "Contracted hours", .formula = "Staff by the contracted hours a week of their engagements in force, added up", .population = everyone, .source = "Hours as employers report them"},
         .section = "hours", .needs = "Contracted hours", .missing = "Stands as \"Not reported\"", .panel = hours},
    };
}

}  // namespace kith::profile
