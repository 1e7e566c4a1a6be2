// The next version of a plan: what is copied, and what each copy came from.
#include "strategy/plan_register.hpp"
#include "strategy/risk_register.hpp"

#include "db/transaction.hpp"

namespace kith::strategy {
namespace {

/// Copies what stands in one plan into another, part by part; later copies point at earlier ones.
class VersionCopy {
public:
    VersionCopy(db::ChangeSet& changes, const WholePlan& of, Instant now) : changes_(changes), of_(of), now_(now) {}

    NextVersion made()
    {
        auto plan = of_.plan;
        plan.replaces = plan.id;
        plan.id = {};
        plan.state = PlanState::draft;
        ++plan.version;
        next_.plan = plans().keep(changes_, std::move(plan), now_);
        risks_ = copy_risks(changes_, of_.plan.id, next_.plan.id, now_);
        copy_parts();
        copy_measures();
        for (const auto& action : of_.actions)
            if (!action.done_on) copy(action);
        for (const auto& one : of_.waits)
            if (next_.actions.contains(one.action) && next_.actions.contains(one.on)) waits().keep(changes_, {.action = next_.actions.at(one.action), .on = next_.actions.at(one.on)}, now_);
        for (const auto& one : of_.shared_actions) serves().keep(changes_, {.action = one.action.id, .part = parts_.at(one.part)}, now_);
        return std::move(next_);
    }

private:
    std::optional<PartId> copied(std::optional<PartId> id) const { return id ? std::optional{parts_.at(*id)} : std::nullopt; }

    void copy_parts()
    {
        for (const bool second : {false, true})  // what others stand under comes first
            for (auto part : of_.parts) {
                if (part.under.has_value() != second) continue;
                const auto old = part.id;
                part.id = {};
                part.plan = next_.plan.id;
                part.under = copied(part.under);
                parts_.emplace(old, plan_parts().keep(changes_, std::move(part), now_).id);
            }
    }

    void copy_measures()
    {
        for (auto measure : of_.measures.measures) {
            const auto old = measure.id;
            measure.id = {};
            measure.plan = next_.plan.id;
            measures_.emplace(old, measures().keep(changes_, std::move(measure), now_).id);
            for (auto point : of_.measures.points_of(old)) {
                point.id = {};
                point.measure = measures_.at(old);
                points().keep(changes_, std::move(point), now_);
            }
            if (const auto* source = of_.measures.source_of(old)) measure_sources().keep(changes_, {.measure = measures_.at(old), .source = source->source, .title = source->title}, now_);
        }
    }

    void copy(Action action)
    {
        const auto old = action.id;
        action.id = {};
        action.plan = next_.plan.id;
        action.theme = copied(action.theme);
        const auto id = actions().keep(changes_, std::move(action), now_).id;
        next_.actions.emplace(old, id);
        if (const auto said = of_.updates.find(old); said != of_.updates.end() && !said->second.empty()) {
            auto newest = said->second.front();
            newest.id = {};
            newest.action = id;
            updates().keep(changes_, std::move(newest), now_);
        }
        if (const auto steps = of_.milestones.find(old); steps != of_.milestones.end())
            for (const auto& one : steps->second)
                if (!one.done_on) milestones().keep(changes_, {.action = id, .title = one.title, .due_on = one.due_on}, now_);
        copy_ties(old, id);
    }

    void copy_ties(ActionId old, ActionId id)
    {
        for (const auto& one : of_.serves)
            if (one.action == old) serves().keep(changes_, {.action = id, .part = parts_.contains(one.part) ? parts_.at(one.part) : one.part}, now_);
        for (const auto& one : of_.answers) {
            if (one.action != old) continue;
            const auto risk = risks_.find(one.finding.substr(0, one.finding.find('@')));  // a risk of this plan is answered by its copy
            answers().keep(changes_, {.action = id, .finding = risk == risks_.end() ? one.finding : risk->second, .title = one.title, .since = one.since}, now_);
        }
        for (const auto& one : of_.measures.shown)
            if (one.action == old) shown_by().keep(changes_, {.action = id, .measure = measures_.at(one.measure)}, now_);
    }

    db::ChangeSet& changes_;
    const WholePlan& of_;
    Instant now_;
    NextVersion next_;
    std::map<PartId, PartId> parts_;
    std::map<MeasureId, MeasureId> measures_;
    std::map<std::string, std::string> risks_;
};

}  // namespace

NextVersion next_version(db::ChangeSet& changes, const WholePlan& of, Instant now) { return VersionCopy{changes, of, now}.made(); }

}  // namespace kith::strategy
