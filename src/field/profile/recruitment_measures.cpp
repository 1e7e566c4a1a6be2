// Vacancies, turnover, agency use, caseloads, absence: the published formulas, with their population named.
#include "base/text.hpp"
#include "profile/absence.hpp"
#include "profile/ages.hpp"
#include "profile/measure.hpp"
#include "profile/rates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace kith::profile {

namespace {

using tally::Column;

Ground agency(const Ground& ground)
{
    return ground.keeping(Column::contract, ground.codes_of(Column::contract, {"agency"}));
}

struct Wanted {
    std::int64_t posts = 0;
    Fte fte;
    std::int64_t fte_unknown = 0;
    std::int64_t hard = 0;
    std::int64_t over_three_months = 0;
    std::vector<const workforce::TalliedVacancy*> those{};
};

/// Each vacancy of one role, the longest open first.
RowsBehind vacancies_of(const Ground& ground, std::vector<const workforce::TalliedVacancy*> those)
{
    RowsBehind rows{.columns = {"Employer", "Setting", "Locality", "Contract", "Full-time equivalent", "Vacant from", "Days", "Hard to fill"}, .rows = {}};
    std::ranges::stable_sort(those, {}, &workforce::TalliedVacancy::from);
    auto label = [&](Column column, const std::string& text) { return text.empty() ? std::string{} : workforce::label_of(column, text, *ground.names); };
    for (const auto* vacancy : those) {
        const auto setting = vacancy->setting ? ground.around->setting_names.find(workforce::tally_text(*vacancy->setting)) : ground.around->setting_names.end();
        const auto* reason = ground.packs().list("hard_to_fill_reasons").find(vacancy->hard_to_fill);
        rows.rows.push_back({.words = {label(Column::organisation, workforce::tally_text(vacancy->organisation)), setting == ground.around->setting_names.end() ? "" : setting->second,
                                       vacancy->locality ? label(Column::locality, workforce::tally_text(*vacancy->locality)) : "", label(Column::contract, vacancy->contract), vacancy->fte ? vacancy->fte->text() : "Not reported",
                                       vacancy->from.in_words(), std::to_string(ground.on().days_since_epoch() - vacancy->from.days_since_epoch()), reason == nullptr ? vacancy->hard_to_fill : reason->label}});
    }
    return rows;
}

Panel vacancies(const Ground& ground)
{
    std::map<std::string, Wanted> by_role;
    Wanted total;
    for (const auto* vacancy : ground.open_vacancies()) {
        for (auto* wanted : {&by_role[vacancy->role], &total}) {
            ++wanted->posts;
            vacancy->fte ? void(wanted->fte += *vacancy->fte) : void(++wanted->fte_unknown);
            if (!vacancy->hard_to_fill.empty()) ++wanted->hard;
            if (months_later(vacancy->from, 3) <= ground.on()) ++wanted->over_three_months;
            wanted->those.push_back(vacancy);
        }
    }
    const auto in_post = employed(ground).count({Column::role});
    auto fte_of = [&](std::string_view role) {
        const auto code = ground.table().dictionary(Column::role).find(role);
        for (const auto& group : in_post.groups) {
            if (code && group.codes[0] == *code) return group.counts.fte;
        }
        return Fte{};
    };
    Panel panel{.finding = {}, .lines_are = "Role", .columns = {"Vacancies", "Full-time equivalent", "Vacancy rate", "Hard to fill", "Vacant three months or more"}, .lines = {}, .drawing = Drawing::bars, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    std::vector<std::pair<std::string, Wanted>> order{by_role.begin(), by_role.end()};
    std::ranges::stable_sort(order, std::greater{}, [](const auto& line) { return line.second.posts; });
    for (const auto& [role, wanted] : order) {
        const auto key = "role-" + role;
        if (ground.rows_of == key) panel.rows = vacancies_of(ground, wanted.those);
        panel.lines.push_back({.label = workforce::label_of(Column::role, role, *ground.names), .key = key,
                               .cells = {count_cell(wanted.posts), fte_cell(wanted.fte), rate_cell(wanted.fte_unknown > 0 ? std::nullopt : vacancy_rate(wanted.fte, fte_of(role))), count_cell(wanted.hard), count_cell(wanted.over_three_months)}});
    }
    const bool of_no_known_size = total.posts > 0 && total.fte_unknown == total.posts;
    const auto rate = of_no_known_size ? std::optional<Rate>{} : vacancy_rate(total.fte, in_post.total.fte);
    if (!ground.query.derived_filters.empty()) {
        panel.finding = "Vacancies are not known by team";
        panel.headline = {.label = "vacancy rate", .cell = words_cell("not known"), .rests_on = "vacancies name no team"};
        return panel;
    }
    panel.finding = total.posts == 0 ? "No vacancy stands open" : fmt::format("{} open, {} of them for three months or more", counted(total.posts, "vacancy stands", "vacancies stand"), with_commas(total.over_three_months));
    panel.headline = {.label = "vacancy rate", .cell = rate_cell(rate), .rests_on = fmt::format("{}; {} full-time equivalent vacant, {} in post", counted(total.posts, "vacancy", "vacancies"), total.fte.fixed(), in_post.total.fte.fixed())};
    panel.first = {.label = total.posts == 1 ? "vacancy" : "vacancies", .cell = count_cell(total.posts), .rests_on = rate ? rate_cell(rate).words + " of full-time equivalent, filled or vacant" : "no full-time equivalent is known"};
    if (total.fte_unknown > 0) panel.notes.push_back(counted(total.fte_unknown, "vacancy reports no full-time equivalent and adds", "vacancies report no full-time equivalent and add") + " nothing to the rate.");
    panel.notes.push_back("Only vacancies that organisations report are counted.");
    return panel;
}

constexpr std::int64_t fewest_for_a_rate = 10;

/// Leavers of the year against those in post on the day.
Panel turnover_by_role(const Ground& ground)
{
    const auto staff = employed(ground);
    const auto in_post = staff.count({Column::role});
    const auto left = staff.moving(tally::Counting::left).count({Column::role});
    Panel panel{.finding = {}, .lines_are = "Role", .columns = {"Turnover", "Left in the year", "In post on the day"}, .lines = {}, .drawing = Drawing::bars, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    auto records_of = [](const tally::Answer& answer, tally::Code code) {
        const auto found = std::ranges::find(answer.groups, code, [](const auto& group) { return group.codes[0]; });
        return found == answer.groups.end() ? 0 : found->counts.records;
    };
    std::vector<tally::Code> roles;
    for (const auto* answer : {&in_post, &left}) {
        for (const auto& group : answer->groups) {
            if (std::ranges::find(roles, group.codes[0]) == roles.end()) roles.push_back(group.codes[0]);
        }
    }
    // Shares of a few say little: their rate stands in words and does not lead.
    auto rate_of = [&](auto role) { return records_of(in_post, role) < fewest_for_a_rate ? std::optional<Rate>{} : turnover(records_of(left, role), records_of(in_post, role)); };
    std::ranges::stable_sort(roles, std::greater{}, [&](auto role) { return std::pair{rate_of(role) ? rate_of(role)->tenths : -1, records_of(left, role)}; });
    for (auto role : roles) {
        if (records_of(left, role) == 0) continue;
        const auto key = "role-" + std::to_string(role);
        panel.lines.push_back({.label = ground.label_of(Column::role, role), .key = key, .cells = {rate_of(role) ? rate_cell(rate_of(role)) : words_cell(fmt::format("{} of {}", records_of(left, role), records_of(in_post, role))), count_cell(records_of(left, role)), count_cell(records_of(in_post, role))}});
        if (ground.rows_of == key) name_rows(panel, staff.moving(tally::Counting::left).keeping(Column::role, {role}), key);
    }
    const auto rate = turnover(left.total.records, in_post.total.records);
    panel.finding = fmt::format("{} left in the year to {}, {} of those in post", counted(left.total.records, "member of staff", "staff"), ground.on().in_words(), rate ? rate->text() + "%" : std::string{"no share"});
    panel.headline = {.label = "turnover in a year", .cell = rate_cell(rate), .rests_on = fmt::format("{} left, {} in post", with_commas(left.total.records), with_commas(in_post.total.records))};
    panel.notes = {"Someone leaves whose work for the organisation ends and does not go on the next day; moving to another organisation of the partnership is leaving. By headcount.",
                   "The published rate is defined for children and family social workers of local authorities: choose that role to compare with it."};
    return panel;
}

Panel agency_use(const Ground& ground)
{
    const auto covering = agency(ground);
    const auto answer = covering.count({Column::role});
    const auto in_post = employed(ground).total();
    const auto day = ground.on();
    std::set<std::uint32_t> staying;  // each once, however many jobs they have
    const auto& table = ground.table();
    for (auto row : tally::rows_counted(table, covering.query)) {
        if (months_later(Date::from_days(table.numbers(tally::Number::started)[row]), 3) <= day) staying.insert(table.ordinals()[row]);
    }
    const auto long_stays = static_cast<std::int64_t>(staying.size());
    auto panel = staff_by(covering, by_column(ground, Column::role, "Role"));
    const auto rate = agency_rate(answer.total.records, in_post.records);
    panel.finding = answer.total.records == 0 ? "No agency worker is reported" : fmt::format("{} of {} have been here for three months or more", with_commas(long_stays), counted(answer.total.records, "agency worker", "agency workers"));
    panel.headline = {.label = "agency workers", .cell = rate_cell(rate), .rests_on = fmt::format("{} beside {} in post", with_commas(answer.total.records), with_commas(in_post.records))};
    panel.notes.push_back("After twelve weeks in one job an agency worker has the pay and hours of those employed in it (Agency Workers Regulations 2010); the partnership's three-month rule asks why the post is not filled.");
    return panel;
}

Panel caseloads(const Ground& ground)
{
    const auto& table = ground.table();
    struct Load {
        std::int64_t cases = 0, holders = 0;
        Fte fte;
        std::int64_t without_fte = 0;
    };
    std::map<tally::Code, Load> by_role;
    Load total;
    for (auto row : tally::rows_counted(table, ground.query)) {
        const auto cases = table.numbers(tally::Number::caseload)[row];
        if (cases == tally::not_given || cases == 0) continue;
        const auto fte = table.numbers(tally::Number::fte)[row];
        for (auto* load : {&by_role[table.codes(Column::role)[row]], &total}) {
            if (fte == tally::not_given) {
                ++load->without_fte;
                continue;
            }
            load->cases += cases;
            ++load->holders;
            load->fte += Fte::thousandths(fte);
        }
    }
    Panel panel{.finding = "No caseload is reported here", .lines_are = "Role", .columns = {"Average caseload", "Cases", "Case holders", "Full-time equivalent"}, .lines = {}, .drawing = Drawing::bars, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    const auto holding = tally::derived_from_rows(table, [&](std::size_t row, std::size_t) -> tally::Code {
        const auto cases = table.numbers(tally::Number::caseload)[row];
        return cases == tally::not_given || cases == 0 ? 0 : 1;
    });
    for (const auto& [role, load] : by_role) {
        const auto key = "role-" + std::to_string(role);
        if (ground.rows_of == key) name_rows(panel, ground.keeping(Column::role, {role}).keeping(holding, {1}), key);
        panel.lines.push_back({.label = ground.label_of(Column::role, role), .key = key, .cells = {rate_cell(caseload(load.cases, load.fte), ""), count_cell(load.cases), count_cell(load.holders), fte_cell(load.fte)}});
    }
    if (total.holders > 0) panel.finding = fmt::format("{} hold {}, {} for each full-time equivalent", counted(total.holders, "case holder", "case holders"), counted(total.cases, "case", "cases"), caseload(total.cases, total.fte)->text());
    panel.headline = {.label = "cases for each holder", .cell = rate_cell(caseload(total.cases, total.fte), ""), .rests_on = fmt::format("{} full-time equivalent who hold cases", total.fte.fixed())};
    if (total.without_fte > 0) panel.notes.push_back(counted(total.without_fte, "case holder reports no full-time equivalent and is", "case holders report no full-time equivalent and are") + " left out.");
    return panel;
}

}  // namespace

std::vector<MeasureRow> recruitment_measures()
{
    constexpr std::string_view employed_words = "Staff employed on the day: without agency and bank workers, the self-employed, foster carers, volunteers, trustees, governors and students. Published only for children and family social workers of local authorities";
    auto row = [](RateKind kind, std::string_view id, std::string_view population, std::string_view needs, std::string_view missing, Panel (*panel)(const Ground&), Guard guard = Guard::none) {
        auto measure = measure_of(kind);
        measure.id = id;
        measure.population = population;
        return MeasureRow{.measure = measure, .section = "recruitment", .needs = needs, .missing = missing, .guard = guard, .panel = panel};
    };
    return {
        row(RateKind::vacancy, "profile.vacancies", employed_words, "Vacancies with their full-time equivalent, full-time equivalent of those in post", "A vacancy without full-time equivalent adds nothing to the rate and is counted beside it", vacancies),
        row(RateKind::turnover, "profile.turnover", employed_words, "Starts and ends of engagements", "An organisation that has not handed in for a year shows no leavers: look at its coverage", turnover_by_role),
        row(RateKind::agency, "profile.agency", "Staff on the day; agency workers are those whose contract is reported so", "Contract", "Agency workers whom nobody reports are not there", agency_use),
        row(RateKind::caseload, "profile.caseload", "Staff who hold one case or more on the day. Published only for children and family social workers of local authorities", "Caseload, full-time equivalent", "Who reports no caseload is not taken as a case holder", caseloads),
        row(RateKind::absence, "profile.absence", "Staff employed on the day in a role of which their organisation reports days lost in the year up to it: without agency and bank workers, the self-employed, foster carers, volunteers, trustees, governors and students. Published only for children and family social workers of local authorities",
            "Days lost to sickness with the first and the last day of the period, full-time equivalent", "Staff of whose role their organisation reports no days lost, and staff without full-time equivalent, are left out and counted", absence_panel, Guard::absence),
    };
}

}  // namespace kith::profile
