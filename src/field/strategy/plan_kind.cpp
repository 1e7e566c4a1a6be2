#include "strategy/plan_kind.hpp"

#include "base/text.hpp"
#include "db/change_set.hpp"
#include "strategy/plan_difference.hpp"

namespace kith::strategy {
namespace {

returns::DifferenceHeading heading(std::string id, std::string words, std::int64_t number, std::string meaning, const std::vector<std::string>& called = {})
{
    returns::DifferenceHeading heading{std::move(id), std::move(words), number, std::move(meaning), {}};
    for (const auto& one : called) heading.samples.push_back({.line = 0, .subject = one, .words = {}});
    return heading;
}

returns::Checked check(const returns::Handed& handed)
{
    returns::Checked checked{.format = "Kith plan file"};
    const auto table = files::Table::read(handed.file.bytes, {.limits = {}, .wanted = is_plan_file, .sheet = {}});
    if (!table) {
        checked.refusal = table.error().message;
        return checked;
    }
    auto file = read_plan(handed.file.name, *table);
    checked.rows = file.rows;
    checked.can_take = file.can_take;
    checked.findings = file.findings;
    if (file.plan.name.empty()) {
        checked.refusal = "The file does not say which plan it is: add a row of kind \"plan\" with its name as title, or a column \"plan\".";
        return checked;
    }
    auto held = newest_called(handed.reader, file.plan.name);
    if (held && held->is_fixed()) {
        checked.refusal = "The plan of this name is approved, and its text is fixed. Begin its next version on its page, and hand the file in then.";
        return checked;
    }
    const auto difference = difference_of(std::move(file), held ? std::optional{whole_plan(handed.reader, *std::move(held))} : std::nullopt);
    checked.difference.headings = {heading("new", "New in the plan", std::ssize(difference.added), difference.held ? "They are added" : "A draft is made of them", difference.added),
                                   heading("themes", "Themes named by rows alone", std::ssize(difference.themes_made), "They are added", difference.themes_made),
                                   heading("links", "New ties from actions to what they serve", difference.links, "They are added"),
                                   heading("changed", "Changed", std::ssize(difference.changed), "What changed is added to their history", difference.changed),
                                   heading("unchanged", "Unchanged", difference.unchanged, "Nothing happens to them"), heading("absent", "In the draft and not in this file", difference.absent, "They stay as they are")};
    checked.difference.held = difference.held ? std::ssize(difference.held->parts) + std::ssize(difference.held->actions) : 0;
    checked.difference.writes = difference.writes();
    checked.difference.fingerprint = returns::hash_of(difference.in_one_line());
    checked.plan = difference;
    return checked;
}

returns::Accepted carry_out(db::ChangeSet& changes, const returns::Checked& checked, Instant now)
{
    const auto& difference = std::any_cast<const PlanDifference&>(checked.plan);
    const auto plan = take(changes, difference, now);
    return {difference.writes(), plan.name + ": " + counted(std::ssize(difference.added), "row") + " added, " + std::to_string(difference.changed.size()) + " changed"};
}

}  // namespace

returns::Kind plan_kind()
{
    returns::Kind kind;
    kind.id = "plan";
    kind.title = "Plan";
    kind.guidance = "A strategy or an action plan: one row for each action, with its theme, owner and date, and for each theme, objective and the like. It comes in as a draft; what lacks an owner or a date says so.";
    kind.for_one_organisation = false;
    kind.recognise = [](std::string_view start) { return files::has_header(start, is_plan_file); };
    kind.check = check;
    kind.accept = carry_out;
    kind.templates = {{"plan.csv", "text/csv; charset=utf-8", "Plan template (CSV)", [](db::Reader&) { return plan_template(); }}};
    kind.pages = {{"Plans and strategies", "/strategy"}};
    return kind;
}

}  // namespace kith::strategy
