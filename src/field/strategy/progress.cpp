#include "strategy/progress.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

/// The newest score that a review gave a risk on a day or before; none where none did.
std::optional<Score> score_on(const std::vector<Review>& reviews, RiskId risk, Date day)
{
    const Review* newest = nullptr;
    for (const auto& one : reviews)
        if (one.risk == risk && one.likelihood && one.impact && one.made_on <= day && (newest == nullptr || newest->made_on < one.made_on)) newest = &one;
    return newest == nullptr ? std::nullopt : std::optional{Score{*newest->likelihood, *newest->impact}};
}

class ProgressReading {
public:
    ProgressReading(const WholePlan& whole, Date since, Date today) : whole_(whole), since_(since), today_(today) {}

    void read(const Action& action, ThemeProgress& into) const
    {
        const auto facts = whole_.facts(action, today_);
        const auto status = shown_status(facts, today_);
        const auto href = action.href(whole_.plan);
        ++into.states[status.state];
        if (status.state == ActionState::late) into.late.push_back({action.called() + ": " + lower_first(status.because), href});
        if (action.done_on && is_new(*action.done_on)) into.moved.push_back({action.called() + ": done on " + action.done_on->in_words(), href});
        for (const auto& one : facts.milestones) {
            if (one.done_on && is_new(*one.done_on)) into.moved.push_back({action.called() + ": " + one.title + ", reached on " + one.done_on->in_words(), href});
            if (one.is_late(today_) && !action.done_on) into.late.push_back({action.called() + ": " + one.title + ", due on " + one.due_on.in_words(), href});
        }
        if (!facts.updates.empty() && is_new(facts.updates.front().made_on)) into.moved.push_back({action.called() + ": " + facts.updates.front().words + " (" + facts.updates.front().made_on.in_words() + ")", href, true});
        read_measures(action, into);
    }

private:
    bool is_new(Date day) const { return since_ < day && day <= today_; }

    /// Each measure once a theme, by the first action that it will show.
    void read_measures(const Action& action, ThemeProgress& into) const
    {
        for (const auto& measure : whole_.measures.measures) {
            const auto tied = [&](const ShownBy& one) { return one.action == action.id && one.measure == measure.id; };
            if (std::ranges::none_of(whole_.measures.shown, tied)) continue;
            const auto& points = whole_.measures.points_of(measure.id);
            const auto* newest = newest_actual(points);
            const ProgressLine line{measure.called() + ": " + lower_first(in_words(measure, points)), measure.href(whole_.plan)};
            const auto is_there = [&](const std::vector<ProgressLine>& lines) { return std::ranges::find(lines, line) != lines.end(); };
            if (newest != nullptr && is_new(*newest->on) && !is_there(into.moved)) into.moved.push_back(line);
            if (is_behind(measure, points).value_or(false) && !is_there(into.behind)) into.behind.push_back(line);
        }
    }

    const WholePlan& whole_;
    Date since_, today_;
};

}  // namespace

PlanProgress progress_of(const WholePlan& whole, const std::vector<Risk>& risks, const std::vector<Review>& reviews, Date since, Date today)
{
    PlanProgress progress{.since = since, .as_of = today, .themes = {}, .risen = {}};
    const ProgressReading reading{whole, since, today};
    for (const auto* theme : parts_of_kind(whole.parts, PartKind::theme)) {
        auto& into = progress.themes.emplace_back(ThemeProgress{.name = theme->called(), .theme = theme->public_id.text(), .states = {}, .moved = {}, .late = {}, .behind = {}});
        for (const auto* action : whole.sight().actions_of_theme(theme->id)) reading.read(*action, into);
    }
    ThemeProgress loose{.name = "Without a theme", .theme = {}, .states = {}, .moved = {}, .late = {}, .behind = {}};
    for (const auto& action : whole.actions)
        if (!action.theme) reading.read(action, loose);
    if (!loose.states.empty()) progress.themes.push_back(std::move(loose));
    for (const auto* risk : in_order(risks)) {
        const auto before = score_on(reviews, risk->id, since);
        if (before && risk->current && before->product() < risk->current->product()) progress.risen.push_back({risk->called() + ": " + in_words(risk->current) + ", from " + in_words(before), risk->href(whole.plan)});
    }
    return progress;
}

WholePlan as_on(WholePlan whole, Date day)
{
    const auto is_after = [day](const std::optional<Date>& on) { return on && day < *on; };
    for (auto& action : whole.actions)
        if (is_after(action.done_on)) action.done_on.reset();
    for (auto& [action, milestones] : whole.milestones)
        for (auto& one : milestones)
            if (is_after(one.done_on)) one.done_on.reset();
    for (auto& [action, updates] : whole.updates) std::erase_if(updates, [&](const Update& one) { return is_after(one.made_on); });
    whole.measures = whole.measures.counted_until(day);
    return whole;
}

std::vector<Risk> as_on(std::vector<Risk> risks, const std::vector<Review>& reviews, Date day)
{
    for (auto& risk : risks) {
        const auto is_later = [&](const Review& one) { return one.risk == risk.id && day < one.made_on; };
        if (std::ranges::any_of(reviews, is_later)) risk.current = score_on(reviews, risk.id, day);
    }
    return risks;
}

std::string in_words(const std::map<ActionState, std::int64_t>& states)
{
    std::vector<std::string> parts;
    for (const auto state : {ActionState::late, ActionState::at_risk, ActionState::on_track, ActionState::not_started, ActionState::done, ActionState::stopped, ActionState::not_known})
        if (const auto found = states.find(state); found != states.end() && found->second > 0) parts.push_back(std::to_string(found->second) + " " + lower_first(choice_of(action_states(), state).words));
    return joined(parts, ", ");
}

}  // namespace kith::strategy
