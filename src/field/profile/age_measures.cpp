// How old the workforce is, who may retire, and how long people have served.
#include "base/text.hpp"
#include "profile/ages.hpp"
#include "profile/measure.hpp"

#include <fmt/format.h>

namespace kith::profile {

namespace {

using tally::Column;
using tally::Number;

constexpr std::string_view everyone = "Staff with an engagement in force on the day";

/// The day of birth of each record's person, as reported there.
std::optional<Date> born_of(const tally::Table& table, std::size_t row)
{
    const auto day = table.numbers(Number::born)[row];
    if (day == tally::not_given) return std::nullopt;
    return Date::from_days(day);
}

/// The band of age on the day: 1 is the first; 0 not reported.
tally::Derived age_bands_of(const Ground& ground)
{
    const auto bands = age_bands();
    return tally::derived_from_rows(ground.table(), [&](std::size_t row, std::size_t) -> tally::Code {
        const auto born = born_of(ground.table(), row);
        const auto* band = born ? band_on(bands, *born, ground.on()) : nullptr;
        return band == nullptr ? 0 : static_cast<tally::Code>(band - bands.data() + 1);
    });
}

std::string band_label(std::span<const YearBand> bands, tally::Code code)
{
    return code == 0 ? "Not reported" : in_words(bands[code - 1]);
}

Panel pyramid(const Ground& ground)
{
    const auto bands = age_bands_of(ground);
    const auto answer = ground.count({bands, Column::sex});
    const auto by_band = ground.count({bands});
    const auto female = ground.codes_of(Column::sex, {"female"});
    const auto male = ground.codes_of(Column::sex, {"male"});
    Panel panel{.finding = "No date of birth is reported here", .lines_are = "Age", .columns = {"Women", "Men", "All staff"}, .lines = {}, .drawing = Drawing::pyramid, .drawn = 2, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    std::vector<std::int64_t> people;
    std::int64_t known = 0;
    const tally::Group* largest = nullptr;
    for (const auto& group : by_band.groups) {
        if (group.codes[0] == 0) continue;
        auto of_sex = [&](const std::vector<tally::Code>& sex) {
            for (const auto& both : answer.groups) {
                if (!sex.empty() && both.codes[0] == group.codes[0] && both.codes[1] == sex.front()) return both.counts.records;
            }
            return std::int64_t{0};
        };
        const auto key = std::to_string(group.codes[0]);
        panel.lines.push_back({.label = band_label(age_bands(), group.codes[0]), .key = key, .cells = {count_cell(of_sex(female)), count_cell(of_sex(male)), count_cell(group.counts.records)}});
        people.push_back(group.counts.records);
        known += group.counts.records;
        if (largest == nullptr || group.counts.records > largest->counts.records) largest = &group;
        if (ground.rows_of == key) name_rows(panel, ground.keeping(bands, {group.codes[0]}), key);
    }
    const auto total = by_band.total.records;
    if (largest != nullptr) panel.finding = fmt::format("Most are aged {}: {} of {} whose age is known", lower_ascii(band_label(age_bands(), largest->codes[0])), with_commas(largest->counts.records), with_commas(known));
    if (total > known) panel.notes.push_back(fmt::format("{} of {} staff report no date of birth, and are not drawn.", with_commas(total - known), with_commas(total)));
    std::int64_t over_55 = 0;
    for (const auto& group : by_band.groups) {
        if (group.codes[0] != 0 && age_bands()[group.codes[0] - 1].from >= 55) over_55 += group.counts.records;
    }
    panel.headline = {.label = "aged 55 or over", .cell = share_cell({over_55, known}), .rests_on = fmt::format("of {} whose age is known", with_commas(known))};
    protect(panel, people, ground, Guard::age);
    return panel;
}

/// When each reaches state pension age: 1 reached, 2 to 5 as Retiring; 0 cannot be said.
tally::Derived retiring_of(const Ground& ground)
{
    const auto& law = pension_law(ground.packs(), ground.era);
    const auto& table = ground.table();
    return tally::derived_from_rows(table, [&](std::size_t row, std::size_t) -> tally::Code {
        const auto born = born_of(table, row);
        const auto day = born ? pension_day(*born, table.dictionary(Column::sex).text(table.codes(Column::sex)[row]), law) : std::nullopt;
        return day ? static_cast<tally::Code>(retiring(*day, ground.on())) + 1 : 0;
    });
}

Panel retirements(const Ground& ground)
{
    const auto retiring = retiring_of(ground);
    const auto answer = ground.count({Column::role, retiring});
    struct Line {
        tally::Code role = 0;
        std::int64_t reached = 0, one = 0, three = 0, five = 0, known = 0;
    };
    std::vector<Line> lines;
    Line total;
    for (const auto& group : answer.groups) {
        if (lines.empty() || lines.back().role != group.codes[0]) lines.push_back({.role = group.codes[0]});
        for (auto* line : {&lines.back(), &total}) {
            const auto staff = group.counts.records;
            const auto when = group.codes[1];
            if (when != 0) line->known += staff;
            if (when == 1) line->reached += staff;
            if (when == 2) line->one += staff;
            if (when >= 2 && when <= 3) line->three += staff;
            if (when >= 2 && when <= 4) line->five += staff;
        }
    }
    std::ranges::stable_sort(lines, std::greater{}, [](const Line& line) { return std::pair{line.five, line.reached}; });
    // Someone in two roles is in both lines; the whole is counted by itself.
    const auto by_day = ground.count({retiring});
    total = {};
    for (const auto& group : by_day.groups) {
        if (group.codes[0] != 0) total.known += group.counts.records;
        if (group.codes[0] == 1) total.reached += group.counts.records;
        if (group.codes[0] >= 2 && group.codes[0] <= 4) total.five += group.counts.records;
    }
    Panel panel{.finding = fmt::format("{} of {} staff reach state pension age within five years", with_commas(total.five), with_commas(total.known)), .lines_are = "Role",
                .columns = {"Within 5 years", "Within 3 years", "Within 1 year", "Already there", "Share within 5 years"}, .lines = {}, .drawing = Drawing::bars, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    std::vector<std::int64_t> people;
    for (const auto& line : lines) {
        if (line.five + line.reached == 0) continue;
        const auto key = "role-" + std::to_string(line.role);
        panel.lines.push_back({.label = ground.label_of(Column::role, line.role), .key = key,
                               .cells = {count_cell(line.five), count_cell(line.three), count_cell(line.one), count_cell(line.reached), share_cell({line.five, line.known})}});
        people.push_back(line.known);
        if (ground.rows_of == key) name_rows(panel, ground.keeping(Column::role, {line.role}).keeping(retiring, {1, 2, 3, 4}), key);
    }
    const auto unknown = answer.total.records - total.known;
    if (unknown > 0) panel.notes.push_back(fmt::format("Of {} of {} staff it cannot be said: no date of birth, or none from which the law tells the day.", with_commas(unknown), with_commas(answer.total.records)));
    panel.notes.push_back("Nobody has to retire at that age, and some go before it: this says when more of a workforce may go, not who will.");
    panel.headline = {.label = "reach pension age in 5 years", .cell = share_cell({total.five, total.known}), .rests_on = fmt::format("{} of {} whose age is known", with_commas(total.five), with_commas(total.known))};
    protect(panel, people, ground, Guard::age);
    return panel;
}

/// Whole years since the first of the engagements in force began, in bands.
Panel service(const Ground& ground)
{
    const auto bands = service_bands();
    const auto& table = ground.table();
    const auto day = ground.on().days_since_epoch();
    const auto served = tally::derived_from_rows(table, [&](std::size_t first, std::size_t last) -> tally::Code {
        std::optional<std::int32_t> started;
        for (auto row = first; row < last; ++row) {
            if (table.from_days()[row] > day || table.to_days()[row] < day) continue;
            const auto since = table.numbers(Number::started)[row];
            if (!started || since < *started) started = since;
        }
        const auto* band = started ? band_on(bands, Date::from_days(*started), ground.on()) : nullptr;
        return band == nullptr ? 0 : static_cast<tally::Code>(band - bands.data() + 1);
    });
    auto panel = staff_by(ground, {.axis = served, .lines_are = "Service with the organisation", .label = [&](tally::Code code) { return code == 0 ? std::string{"Not reported"} : in_words(bands[code - 1]) + (bands[code - 1].to == 0 ? " year" : " years"); }, .by_size = false});
    const auto total = ground.total().records;
    const auto new_here = ground.keeping(served, {1, 2}).total().records;
    panel.headline = {.label = "here for under three years", .cell = share_cell({new_here, total}), .rests_on = fmt::format("of {} staff", with_commas(total))};
    return panel;
}

}  // namespace

std::vector<MeasureRow> age_measures()
{
    return {
        {.measure = {.id = "profile.ages", .name = "Age pyramid", .formula = "Staff by whole years of age on the day in bands of five years, women and men", .population = everyone, .source = "Date of birth and sex as employers report them"},
         .section = "ages", .needs = "Date of birth, sex", .missing = "Staff without a date of birth are left out and counted", .guard = Guard::age, .panel = pyramid},
        {.measure = {.id = "profile.retirements", .name = "Retirements within 1, 3 and 5 years", .formula = "Staff who reach state pension age after the day and by its first, third and fifth anniversary, as a percentage of those of whom it can be said",
                     .population = everyone, .source = "State pension age: Pensions Acts 1995, 2007, 2011 and 2014; for days of the 2009 era the law as it stood then"},
         .section = "ages", .needs = "Date of birth, sex, role", .missing = "Staff of whom it cannot be said are left out and counted", .guard = Guard::age, .panel = retirements},
        {.measure = {.id = "profile.service", .name = "Length of service", .formula = "Whole years from the start of the first engagement in force to the day, within the organisation", .population = everyone, .source = "Start of engagements as reported"},
         .section = "ages", .needs = "Start of engagements", .missing = "Nobody is left out", .guard = Guard::none, .panel = service},
    };
}

}  // namespace kith::profile
