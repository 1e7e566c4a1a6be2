#include "profile/locality_sheet.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::profile {

namespace {

Panel of(const Ground& ground, std::string_view id)
{
    return panel_of(*find_measure(id), ground);
}

std::optional<double> headline_of(const Panel& panel)
{
    return panel.headline ? panel.headline->cell.value : std::nullopt;
}

}  // namespace

std::vector<std::string> questions_for(const Ground& ground)
{
    std::vector<std::string> questions;
    const auto training = of(ground, "safeguarding");
    if (const auto share = headline_of(training); share && *share < 90) questions.push_back(fmt::format("Safeguarding training is in date for {} of those it is reported for. Who is booked on what, and by when?", training.headline->cell.words));
    const auto rules = of(ground, "setting_rules");
    if (const auto short_of = headline_of(rules); short_of && *short_of > 0) questions.push_back(fmt::format("{} short of a rule on qualifications. What do they need from us?", *short_of == 1 ? "1 early years setting falls" : rules.headline->cell.words + " early years settings fall"));
    const auto cover = of(ground, "cover");
    const auto evenings = std::ranges::find(cover.columns, "Evenings");
    if (evenings != cover.columns.end() && !cover.lines.empty()) {
        const auto place = static_cast<std::size_t>(evenings - cover.columns.begin());
        std::int64_t staff = 0;
        for (const auto& line : cover.lines) staff += static_cast<std::int64_t>(line.cells[place].value.value_or(0));
        if (staff == 0) questions.push_back("Nobody here is known to work evenings. When do families need us, and who could be there?");
    }
    const auto retiring = of(ground, "retirements");
    for (const auto& line : retiring.lines) {
        if (questions.size() >= 3 || line.cells.size() < 5) break;
        if (line.cells[4].value.value_or(0) < 20 || line.cells[0].value.value_or(0) < 2) continue;
        questions.push_back(fmt::format("{}: {} reach pension age within five years. Who follows them, and who learns from them before they go?", line.label, line.cells[0].words));
        break;
    }
    const auto vacancies = of(ground, "vacancies");
    // The hardest to fill of those that have stood longest.
    const auto waiting = std::ranges::max_element(vacancies.lines, {}, [](const PanelLine& line) {
        const auto long_open = line.cells[4].value.value_or(0);
        return long_open < 1 ? std::pair{-1.0, 0.0} : std::pair{line.cells[3].value.value_or(0), long_open};
    });
    if (questions.size() < 3 && waiting != vacancies.lines.end() && waiting->cells[4].value.value_or(0) >= 1)
        questions.push_back(fmt::format("{}: {} vacant for three months or more. What would make someone take the post, and could another partner's staff do part of it?", waiting->label, waiting->cells[4].words));
    const auto left = of(ground, "turnover");
    if (const auto rate = headline_of(left); questions.size() < 3 && rate && *rate > 20) questions.push_back(fmt::format("{} of those in post left in a year. Why, and what would have kept them?", left.headline->cell.words));
    if (questions.size() < 3) questions.push_back("Which of these figures do you not believe, and whose return would put it right?");
    if (questions.size() < 3) questions.push_back("Which language, skill or hour do families ask for that nobody on this sheet offers?");
    if (questions.size() < 3) questions.push_back("Which of us has staff to spare in what another is short of?");
    if (questions.size() > 3) questions.resize(3);
    return questions;
}

SheetList sheet_list(const Panel& panel, std::string title, std::size_t most, std::size_t column)
{
    SheetList list{.title = std::move(title), .lines = {}, .more = {}};
    std::size_t more = 0;
    for (const auto& line : panel.lines) {
        if (line.cells[column].value.value_or(0) <= 0) continue;  // nobody, or too few to show: a line of a sheet says who is there
        if (list.lines.size() == most) ++more;
        else list.lines.emplace_back(line.label, line.cells[column].words);
    }
    if (!panel.withheld.empty()) list.more = panel.withheld;
    else if (list.lines.empty()) list.more = panel.finding + ".";
    else if (more > 0) list.more = fmt::format("and {} more", more);
    return list;
}

Ground for_paper(Ground ground)
{
    for (auto& allowed : ground.allowed) {
        if (&allowed != &ground.allowed.front() && allowed == Allowed::whole) allowed = Allowed::in_groups;
    }
    return ground;
}

Sheet sheet_of(const Ground& ground, const std::string& locality, const std::string& coverage)
{
    const auto total = ground.total();
    Sheet sheet{.opening = fmt::format("{} work with children and families in {}, {} full-time equivalent, for {}.", counted(total.records, "member of staff", "staff"), locality, total.fte.fixed(),
                                       counted(static_cast<std::int64_t>(ground.count({tally::Column::organisation}).groups.size()), "employer", "employers")),
                .at_a_glance = {}, .gaps = {}, .left = {}, .right = {}, .questions = questions_for(ground),
                .ending = coverage + ". Who works in two of a list's lines is counted in both. How each figure is known: Workforce profile, every measure explained."};
    for (auto id : {"core", "levels", "retirements", "vacancies", "turnover", "agency", "cover", "safeguarding", "supervision"}) {
        const auto panel = of(ground, id);
        if (panel.headline && panel.withheld.empty()) sheet.at_a_glance.push_back({panel.headline->cell.words, panel.headline->label, panel.headline->rests_on});
    }
    for (auto id : {"vacancies", "role_rules", "setting_rules", "cover", "safeguarding"}) {
        const auto panel = of(ground, id);
        if (panel.withheld.empty() && !panel.lines.empty()) sheet.gaps.push_back(panel.finding + ".");
    }
    sheet.left = {{sheet_list(of(ground, "roles"), "Who is here", 10), "Role"}, {sheet_list(of(ground, "tiers"), "By tier of service", 4), "Tier"}, {sheet_list(of(ground, "vacancies"), "Vacancies", 4), "Role", "Posts"}};
    sheet.right = {{sheet_list(of(ground, "languages"), "Languages", 7), "Language"}, {sheet_list(of(ground, "skills"), "Skills", 5), "Skill"}, {sheet_list(of(ground, "retirements"), "Pension age within five years", 4), "Role"}};
    return sheet;
}

}  // namespace kith::profile
