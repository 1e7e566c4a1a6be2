// What employers pay for one role, with its hours, pension and terms, side by side.
#include "base/text.hpp"
#include "profile/guarded.hpp"
#include "profile/measure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace kith::profile {

namespace {

using tally::Column;
using tally::Number;

/// Weeks of a year, as yearly pay is turned into pay by the hour. Source: National Joint Council for Local Government Services, "Green Book":
/// annual salary divided by 52.143 and the contracted hours.
constexpr double weeks_of_year = 52.143;
/// A working week where full time is not known to be otherwise: the same source.
constexpr double full_week = 37.0;

/// Pay of one stretch of work as pence a year for full time; nothing where pay, or what it must be held against, is not reported.
std::optional<std::int64_t> full_time_pay(const Ground& ground, std::size_t row)
{
    const auto& table = ground.table();
    const auto pay = table.numbers(Number::pay)[row];
    if (pay == tally::not_given) return std::nullopt;
    const auto& period = table.dictionary(Column::pay_period).text(table.codes(Column::pay_period)[row]);
    if (period == "hour") return std::llround(pay * full_week * weeks_of_year);
    const auto fte = table.numbers(Number::fte)[row];
    if (period != "year" || fte == tally::not_given || fte == 0) return std::nullopt;
    return std::llround(static_cast<double>(pay) * 1000.0 / fte);
}

/// The middle value, the mean of two where there are as many below as above. Least first.
std::int64_t median_of(const std::vector<std::int64_t>& values)
{
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle] + 1) / 2;
}

/// What one employer pays for one role.
struct Paid {
    std::vector<std::int64_t> pays;
    std::set<std::uint32_t> people;  ///< whose pay they are
    std::int64_t unknown = 0;
    std::vector<std::int64_t> hours;
    std::map<tally::Code, std::int64_t> pensions, terms;
};
using PaidByEmployer = std::map<tally::Code, Paid>;

std::map<tally::Code, PaidByEmployer> paid_by_role(const Ground& ground)
{
    const auto& table = ground.table();
    std::map<tally::Code, PaidByEmployer> roles;
    for (auto row : tally::rows_counted(table, ground.query)) {
        auto& paid = roles[table.codes(Column::role)[row]][table.codes(Column::organisation)[row]];
        const auto pay = full_time_pay(ground, row);
        pay ? paid.pays.push_back(*pay) : void(++paid.unknown);
        if (pay) paid.people.insert(table.ordinals()[row]);
        if (const auto hours = table.numbers(Number::hours)[row]; hours != tally::not_given) paid.hours.push_back(hours);
        ++paid.pensions[table.codes(Column::pension_scheme)[row]];
        ++paid.terms[table.codes(Column::terms_set)[row]];
    }
    for (auto& [role, employers] : roles) {
        for (auto& [employer, paid] : employers) {
            std::ranges::sort(paid.pays);
            std::ranges::sort(paid.hours);
        }
    }
    return roles;
}

/// Employers whose median may stand: someone's pay is known, and enough people's where only groups are shown.
bool may_stand(const Paid& paid, const Ground& ground)
{
    return !paid.people.empty() && (!in_groups(ground, Guard::pay) || static_cast<std::int64_t>(paid.people.size()) >= least_shown);
}

/// As it is shown: where only groups are, to the nearest 500 pounds, since a median is someone's pay and moves with one person.
Cell pay_cell(std::int64_t pence, const Ground& ground)
{
    constexpr std::int64_t step = 50'000;
    return pounds_cell(in_groups(ground, Guard::pay) ? (pence + step / 2) / step * step : pence);
}

/// What `words` makes of the commonest code; the words for nothing reported, or for too few to show.
template <class Words>
Cell of_most_common(const std::map<tally::Code, std::int64_t>& counts, const Ground& ground, Words words)
{
    const auto most = std::ranges::max_element(counts, {}, [](const auto& one) { return one.first == 0 ? -1 : one.second; });
    if (most == counts.end()) return words_cell("Not reported");
    if (most->first != 0 && in_groups(ground, Guard::pay) && most->second < least_shown) return not_shown_cell();
    return words_cell(words(most->first));
}

Cell most_common(const std::map<tally::Code, std::int64_t>& counts, const Ground& ground, Column column)
{
    return of_most_common(counts, ground, [&](tally::Code code) { return ground.label_of(column, code); });
}

/// The leave that the usual terms give, as the pack has it: employers report terms, and no leave.
Cell usual_leave(const std::map<tally::Code, std::int64_t>& terms, const Ground& ground)
{
    return of_most_common(terms, ground, [&](tally::Code code) {
        const auto leave = code == 0 ? std::string_view{} : ground.packs().limits("annual_leave").choice(ground.text_of(Column::terms_set, code));
        return leave.empty() ? std::string{"Not known"} : std::string{leave};
    });
}

/// Names those whose pay stands behind a line: only to someone who may see it of each.
void name_paid(Panel& panel, const Ground& ground, const std::string& key, const std::set<std::uint32_t>& people)
{
    if (ground.allows(Guard::pay) != Allowed::whole || ground.rows_of != key) return;
    for (auto ordinal : people) panel.records.push_back(ground.table().records()[ordinal]);
    std::ranges::sort(panel.records);
}

/// The key of a line, for someone who may see the pay behind it.
std::string key_for(const Ground& ground, std::string_view kind, tally::Code code)
{
    return ground.allows(Guard::pay) == Allowed::whole ? fmt::format("{}-{}", kind, code) : std::string{};
}

/// Roles by how far apart the medians of their employers lie.
Panel pay_gaps(const Ground& ground)
{
    struct Gap {
        tally::Code role = 0, highest = 0, lowest = 0;
        std::int64_t high = 0, low = 0, employers = 0;
        std::set<std::uint32_t> people;
    };
    std::vector<Gap> gaps;
    for (const auto& [role, employers] : paid_by_role(ground)) {
        Gap gap{.role = role};
        for (const auto& [employer, paid] : employers) {
            if (!may_stand(paid, ground)) continue;
            const auto median = std::llround(pay_cell(median_of(paid.pays), ground).value.value_or(0)) * 100;
            if (gap.employers == 0 || median > gap.high) gap.high = median, gap.highest = employer;
            if (gap.employers == 0 || median < gap.low) gap.low = median, gap.lowest = employer;
            ++gap.employers;
            gap.people.insert(paid.people.begin(), paid.people.end());
        }
        if (gap.employers > 1 && role != 0) gaps.push_back(std::move(gap));
    }
    std::ranges::stable_sort(gaps, std::greater{}, [](const Gap& gap) { return gap.high - gap.low; });
    Panel panel{.finding = "No role has pay that can be compared between two employers", .lines_are = "Role", .columns = {"Between highest and lowest", "Highest median", "Lowest median", "Employers compared", "Pays most", "Pays least"}, .lines = {},
                .drawing = Drawing::bars, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    for (const auto& gap : gaps) {
        const auto key = key_for(ground, "role", gap.role);
        name_paid(panel, ground, key, gap.people);
        panel.lines.push_back({.label = ground.label_of(Column::role, gap.role), .key = key, .cells = {pounds_cell(gap.high - gap.low), pounds_cell(gap.high), pounds_cell(gap.low), count_cell(gap.employers),
                                                                                         words_cell(ground.label_of(Column::organisation, gap.highest)), words_cell(ground.label_of(Column::organisation, gap.lowest))}});
    }
    if (!gaps.empty()) {
        panel.finding = fmt::format("{}: {} a year lie between the employers that pay most and least", panel.lines.front().label, panel.lines.front().cells.front().words);
        panel.headline = {.label = "largest gap in one role", .cell = panel.lines.front().cells.front(), .rests_on = "a year, full time, " + lower_first(panel.lines.front().label)};
    }
    panel.notes.push_back("Medians of pay for full time: yearly pay divided by the full-time equivalent; hourly pay times 37 hours and 52.143 weeks. What differs in duties, training and length of service is not taken out.");
    if (ground.allows(Guard::pay) == Allowed::in_groups) panel.notes.push_back(fmt::format("Only employers that report the pay of {} or more people in the role are compared.", least_shown));
    return panel;
}

/// One role, or all that the question is about, employer by employer.
Panel pay_by_employer(const Ground& ground)
{
    PaidByEmployer all;
    for (auto& [role, employers] : paid_by_role(ground)) {
        for (auto& [employer, paid] : employers) {
            auto& one = all[employer];
            std::ranges::copy(paid.pays, std::back_inserter(one.pays));
            one.people.insert(paid.people.begin(), paid.people.end());
            std::ranges::copy(paid.hours, std::back_inserter(one.hours));
            one.unknown += paid.unknown;
            for (const auto& [code, count] : paid.pensions) one.pensions[code] += count;
            for (const auto& [code, count] : paid.terms) one.terms[code] += count;
        }
    }
    std::vector<std::pair<tally::Code, Paid>> order;
    std::vector<std::int64_t> pays;
    std::int64_t unknown = 0, hidden = 0;
    for (auto& [employer, paid] : all) {
        std::ranges::sort(paid.pays);
        std::ranges::sort(paid.hours);
        unknown += paid.unknown;
        if (!may_stand(paid, ground)) {
            hidden += paid.pays.empty() ? 0 : 1;
            continue;
        }
        std::ranges::copy(paid.pays, std::back_inserter(pays));
        order.emplace_back(employer, std::move(paid));
    }
    std::ranges::stable_sort(order, std::greater{}, [](const auto& one) { return median_of(one.second.pays); });
    Panel panel{.finding = "No pay is reported that may be shown", .lines_are = "Employer", .columns = {"Median pay for full time", "Lowest quarter is under", "Highest quarter is over", "Jobs with pay known", "Median hours a week", "Usual pension", "Usual terms", "Annual leave under these"}, .lines = {},
                .drawing = Drawing::bars, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    for (const auto& [employer, paid] : order) {
        const auto& own = paid.pays;
        const bool quarters = own.size() >= 4 && (!in_groups(ground, Guard::pay) || static_cast<std::int64_t>(paid.people.size()) >= 2 * least_shown);
        const auto key = key_for(ground, "employer", employer);
        name_paid(panel, ground, key, paid.people);
        panel.lines.push_back({.label = ground.label_of(Column::organisation, employer), .key = key,
                               .cells = {pay_cell(median_of(own), ground), quarters ? pay_cell(own[own.size() / 4], ground) : not_shown_cell(), quarters ? pay_cell(own[own.size() - 1 - own.size() / 4], ground) : not_shown_cell(), count_cell(static_cast<std::int64_t>(own.size())),
                                         paid.hours.empty() ? words_cell("Not reported") : Cell{static_cast<double>(median_of(paid.hours)) / 100, fmt::format("{:g}", static_cast<double>(median_of(paid.hours)) / 100)},
                                         most_common(paid.pensions, ground, Column::pension_scheme), most_common(paid.terms, ground, Column::terms_set), usual_leave(paid.terms, ground)}});
    }
    std::ranges::sort(pays);
    if (!order.empty()) {
        panel.finding = order.size() == 1 ? fmt::format("{} pays {} at the median", panel.lines.front().label, panel.lines.front().cells.front().words)
                                          : fmt::format("Medians run from {} to {} a year for full time", panel.lines.back().cells.front().words, panel.lines.front().cells.front().words);
        panel.headline = {.label = "median pay, full time", .cell = pay_cell(median_of(pays), ground), .rests_on = fmt::format("{} with pay known", counted(static_cast<std::int64_t>(pays.size()), "job", "jobs"))};
    }
    panel.notes.push_back("Annual leave is what the usual terms give at the least, in days a year for full time beside public holidays, as national agreements have it: employers report none.");
    panel.notes.push_back("Choose one role to compare like with like: different roles of one employer are taken together here.");
    if (unknown > 0) panel.notes.push_back(counted(unknown, "job reports no pay, or none that can be turned into pay for full time, and is", "jobs report no pay, or none that can be turned into pay for full time, and are") + " left out.");
    if (in_groups(ground, Guard::pay)) panel.notes.push_back("Pay is shown to you to the nearest 500 pounds.");
    if (hidden > 0) panel.notes.push_back(fmt::format("{} not shown: fewer than {} people's pay is reported.", counted(hidden, "employer is", "employers are"), least_shown));
    return panel;
}

}  // namespace

std::vector<MeasureRow> pay_measures()
{
    constexpr std::string_view jobs = "Engagements in force on the day whose pay is reported";
    constexpr std::string_view source = "Pay as employers report it; hours of a year as in the National Joint Council for Local Government Services' conditions of service";
    return {
        {.measure = {.id = "profile.pay_gaps", .name = "Which roles differ most in pay", .formula = "For each role the median pay for full time of each employer; the largest less the smallest", .population = jobs, .source = source},
         .section = "pay", .needs = "Pay, its period, full-time equivalent, role", .missing = "Jobs without pay, or whose yearly pay has no full-time equivalent, are left out", .guard = Guard::pay, .panel = pay_gaps},
        {.measure = {.id = "profile.pay", .name = "Pay and terms by employer", .formula = "Median and quarters of pay for full time, median hours, and the pension and terms most jobs have, employer by employer", .population = jobs, .source = source},
         .section = "pay", .needs = "Pay, its period, full-time equivalent, hours, pension, terms", .missing = "Jobs without pay, or whose yearly pay has no full-time equivalent, are left out and counted", .guard = Guard::pay, .panel = pay_by_employer},
    };
}

}  // namespace kith::profile
