// How old the workforce is, who may retire, and how long people have served.
#include "base/text.hpp"
#include "profile/ages.hpp"
#include "profile/guarded.hpp"
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

/// One band of the pyramid.
struct AgeBand {
    tally::Code code = 0;
    std::int64_t women = 0, men = 0, all = 0;
    bool is_over_55() const { return age_bands()[code - 1].from >= 55; }
};

std::vector<AgeBand> bands_counted(const Ground& ground, const tally::Derived& bands)
{
    std::vector<AgeBand> counted;
    for (const auto& group : ground.count({bands}).groups) {
        if (group.codes[0] != 0) counted.push_back({.code = group.codes[0], .all = group.counts.records});
    }
    for (const auto& group : ground.count({bands, Column::sex}).groups) {
        const auto band = std::ranges::find(counted, group.codes[0], &AgeBand::code);
        if (band == counted.end()) continue;
        const auto& sex = ground.text_of(Column::sex, group.codes[1]);
        if (sex == "female") band->women = group.counts.records;
        if (sex == "male") band->men = group.counts.records;
    }
    return counted;
}

/// Hides bands of few, and women and men where either would be few: of as many bands as it takes that neither can be worked out from all
/// women and all men, who are counted for everybody. The bands over and under 55 add up to the headline each.
void protect_bands(Panel& panel, const std::vector<AgeBand>& bands)
{
    std::vector<std::int64_t> people;
    std::vector<int> side;
    for (const auto& band : bands) {
        people.push_back(band.all);
        side.push_back(band.is_over_55() ? 1 : 0);
    }
    const auto hidden = hidden_groups(people, side);
    hide_lines(panel, hidden);
    std::vector<bool> unsexed = hidden;
    for (std::size_t line = 0; line < bands.size(); ++line) {
        const auto& band = bands[line];
        if (is_few(band.women) || is_few(band.men) || is_few(band.all - band.women - band.men)) unsexed[line] = true;
    }
    auto hidden_people = [&](auto of) {
        std::int64_t sum = 0;
        for (std::size_t line = 0; line < bands.size(); ++line) sum += unsexed[line] ? bands[line].*of : 0;
        return sum;
    };
    while (std::ranges::count(unsexed, true) == 1 || is_few(hidden_people(&AgeBand::women)) || is_few(hidden_people(&AgeBand::men))) {
        std::optional<std::size_t> smallest;
        for (std::size_t line = 0; line < bands.size(); ++line) {
            if (!unsexed[line] && (!smallest || bands[line].all < bands[*smallest].all)) smallest = line;
        }
        if (!smallest) break;
        unsexed[*smallest] = true;
    }
    for (std::size_t line = 0; line < bands.size(); ++line) {
        if (unsexed[line]) panel.lines[line].cells[0] = panel.lines[line].cells[1] = not_shown_cell();
    }
}

Panel pyramid(const Ground& ground)
{
    const auto band_of = age_bands_of(ground);
    const auto bands = bands_counted(ground, band_of);
    Panel panel{.finding = "No date of birth is reported here", .lines_are = "Age", .columns = {"Women", "Men", "All staff"}, .lines = {}, .drawing = Drawing::pyramid, .drawn = 2, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    std::int64_t known = 0, over_55 = 0;
    auto shown = [&](std::int64_t staff) { return count_cell(shown_part(ground, Guard::age, staff)); };
    for (const auto& band : bands) {
        const auto key = std::to_string(band.code);
        panel.lines.push_back({.label = band_label(age_bands(), band.code), .key = key, .cells = {shown(band.women), shown(band.men), shown(band.all)}});
        known += band.all;
        over_55 += band.is_over_55() ? band.all : 0;
        if (ground.rows_of == key) name_rows(panel, ground.keeping(band_of, {band.code}), key);
    }
    const auto total = ground.total().records;
    if (total > known) panel.notes.push_back(fmt::format("{} of {} staff report no date of birth, and are not drawn.", with_commas(total - known), with_commas(total)));
    panel.headline = {.label = "aged 55 or over", .cell = share_cell({shown_part(ground, Guard::age, over_55), known}), .rests_on = fmt::format("of {} whose age is known", with_commas(known))};
    if (in_groups(ground, Guard::age)) {
        protect_bands(panel, bands);
        if (tells_of_few(over_55, known)) panel.headline->cell = not_shown_cell();
    }
    const auto largest = std::ranges::max_element(panel.lines, {}, [](const PanelLine& line) { return line.cells[2].value.value_or(-1); });
    if (largest != panel.lines.end()) panel.finding = largest->cells[2].value ? fmt::format("More are aged {} than in any other five years: {} of {} whose age is known", lower_ascii(largest->label), largest->cells[2].words, with_commas(known)) : "No age is that of enough staff to be shown";
    return panel;
}

/// The day on which the person of each record reaches state pension age; none: it cannot be said.
const std::vector<std::optional<Date>>& pension_days(const Ground& ground)
{
    return ground.of_any_day->once("pension days", [&] {
        const auto& law = pension_law(ground.packs(), ground.era);
        const auto& table = ground.table();
        std::vector<std::optional<Date>> days;
        days.reserve(table.records().size());
        for (std::size_t ordinal = 0; ordinal < table.records().size(); ++ordinal) {
            const auto row = table.rows_of(ordinal).first;
            const auto born = born_of(table, row);
            days.push_back(born ? pension_day(*born, table.dictionary(Column::sex).text(table.codes(Column::sex)[row]), law) : std::nullopt);
        }
        return days;
    });
}

/// When each reaches state pension age: 1 reached, 2 to 5 as Retiring; 0 cannot be said.
const tally::Derived& retiring_of(const Ground& ground)
{
    return ground.of_day->once("retiring", [&] {
        const auto& days = pension_days(ground);
        const RetiringOn retiring{ground.on()};
        return tally::derived_from_rows(ground.table(), [&](std::size_t row, std::size_t) -> tally::Code {
            const auto day = days[ground.table().ordinals()[row]];
            return day ? static_cast<tally::Code>(retiring(*day)) + 1 : 0;
        });
    });
}

/// Who of one role reaches it when.
struct RetiringRole {
    tally::Code role = 0;
    std::int64_t reached = 0, one = 0, three = 0, five = 0, known = 0;
};

void add_to(RetiringRole& line, tally::Code when, std::int64_t staff)
{
    if (when != 0) line.known += staff;
    if (when == 1) line.reached += staff;
    if (when == 2) line.one += staff;
    if (when >= 2 && when <= 3) line.three += staff;
    if (when >= 2 && when <= 4) line.five += staff;
}

std::vector<RetiringRole> retiring_by_role(const Ground& ground, const tally::Derived& retiring)
{
    std::vector<RetiringRole> lines;
    for (const auto& group : ground.count({Column::role, retiring}).groups) {
        if (lines.empty() || lines.back().role != group.codes[0]) lines.push_back({.role = group.codes[0]});
        add_to(lines.back(), group.codes[1], group.counts.records);
    }
    std::ranges::stable_sort(lines, std::greater{}, [](const RetiringRole& line) { return std::pair{line.five, line.reached}; });
    return lines;
}

/// Hides roles of few, and of the others each figure that tells of few: those in it, those in it and not in the next, or those of the role who are
/// not in it. Those within five years add up to the finding; of them as many are hidden as it takes.
void protect_roles(Panel& panel, const std::vector<RetiringRole>& roles)
{
    std::vector<std::int64_t> people, five;
    for (const auto& role : roles) people.push_back(role.known);
    const auto hidden = hidden_groups(people);
    hide_lines(panel, hidden);
    for (std::size_t line = 0; line < roles.size(); ++line) {
        // A group that is hidden for another reason counts as few, so that others are hidden beside it.
        const auto& role = roles[line];
        five.push_back(role.five > 0 && (hidden[line] || tells_of_few(role.five, role.known)) ? std::min(role.five, least_shown - 1) : role.five);
    }
    const auto hidden_five = hidden_groups(five);
    for (std::size_t line = 0; line < roles.size(); ++line) {
        const auto& role = roles[line];
        auto& cells = panel.lines[line].cells;
        const bool no_five = hidden_five[line] || tells_of_few(role.five, role.known), no_three = no_five || tells_of_few(role.three, role.five);
        if (no_five) cells[0] = cells[4] = not_shown_cell();
        if (no_three) cells[1] = not_shown_cell();
        if (no_three || tells_of_few(role.one, role.three)) cells[2] = not_shown_cell();
        if (tells_of_few(role.reached, role.known) || is_few(role.known - role.five - role.reached)) cells[3] = not_shown_cell();
    }
    // Where a line stands would tell what is hidden in it.
    std::ranges::stable_sort(panel.lines, {}, [](const PanelLine& line) { return line.cells[0].value ? std::pair{-*line.cells[0].value, std::string{}} : std::pair{1.0, line.label}; });
}

Panel retirements(const Ground& ground)
{
    const auto& retiring = retiring_of(ground);
    // Someone in two roles is in both lines; the whole is counted by itself.
    RetiringRole total;
    for (const auto& group : ground.count({retiring}).groups) add_to(total, group.codes[0], group.counts.records);
    const bool groups_only = in_groups(ground, Guard::age);
    auto roles = retiring_by_role(ground, retiring);
    // Which roles stand here would tell of few of them; then all do.
    if (!groups_only) std::erase_if(roles, [](const RetiringRole& role) { return role.five + role.reached == 0; });
    auto shown = [&](std::int64_t staff) { return shown_part(ground, Guard::age, staff); };
    Panel panel{.finding = fmt::format("{} of {} staff reach state pension age within five years", with_commas(shown(total.five)), with_commas(total.known)), .lines_are = "Role",
                .columns = {"Within 5 years", "Within 3 years", "Within 1 year", "Already there", "Share within 5 years"}, .lines = {}, .drawing = Drawing::bars, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    for (const auto& line : roles) {
        const auto key = "role-" + std::to_string(line.role);
        panel.lines.push_back({.label = ground.label_of(Column::role, line.role), .key = key,
                               .cells = {count_cell(shown(line.five)), count_cell(shown(line.three)), count_cell(shown(line.one)), count_cell(shown(line.reached)), share_cell({shown(line.five), line.known})}});
        if (ground.rows_of == key) name_rows(panel, ground.keeping(Column::role, {line.role}).keeping(retiring, {2, 3, 4}), key);
    }
    const auto staff = ground.total().records;
    if (staff > total.known) panel.notes.push_back(fmt::format("Of {} of {} staff it cannot be said: no date of birth is reported, or none by which the law gives a day.", with_commas(staff - total.known), with_commas(staff)));
    panel.notes.push_back("Nobody has to retire at that age, and some go before it: this says when more of a workforce may go, not who will.");
    panel.headline = {.label = "reach pension age in 5 years", .cell = share_cell({shown(total.five), total.known}), .rests_on = fmt::format("{} of {} whose age is known", with_commas(shown(total.five)), with_commas(total.known))};
    if (groups_only) {
        protect_roles(panel, roles);
        if (tells_of_few(total.five, total.known)) {
            panel.finding = "Too few reach state pension age within five years, or all but a few, for their number to be shown";
            panel.headline->cell = not_shown_cell();
            panel.headline->rests_on = fmt::format("of {} whose age is known", with_commas(total.known));
        }
    }
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
