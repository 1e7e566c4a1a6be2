#include "strategy/risk_register.hpp"

#include "db/transaction.hpp"

#include <utility>

namespace kith::strategy {
namespace {

using db::typed;

/// A score in two columns, NULL where there is none.
std::vector<db::TypedColumn<Risk>> score_columns(std::string_view likelihood, std::string_view impact, std::optional<Score> Risk::* score)
{
    const auto step = [score](std::int64_t Score::* which) {
        return [score, which](const Risk& risk) { return risk.*score ? db::Argument{(*(risk.*score)).*which} : db::Argument::null_of(db::Kind::integer); };
    };
    const auto read = [score, likelihood, impact](Risk& risk, const db::Row& row) {
        if (const auto first = row.get<std::optional<std::int64_t>>(likelihood)) risk.*score = Score{*first, row.get<std::int64_t>(impact)};
    };
    return {{{likelihood, db::Kind::integer}, step(&Score::likelihood), read}, {{impact, db::Kind::integer}, step(&Score::impact), [](Risk&, const db::Row&) {}}};
}

std::vector<db::TypedColumn<Risk>> risk_columns()
{
    std::vector<db::TypedColumn<Risk>> columns{typed("plan_id", &Risk::plan), typed("code", &Risk::code), typed("title", &Risk::title), typed("cause", &Risk::cause), typed("effect", &Risk::effect), typed("owner", &Risk::owner), typed("review_on", &Risk::review_on)};
    for (const auto& score : {score_columns("inherent_likelihood", "inherent_impact", &Risk::inherent), score_columns("current_likelihood", "current_impact", &Risk::current), score_columns("target_likelihood", "target_impact", &Risk::target)})
        columns.insert(columns.end(), score.begin(), score.end());
    return columns;
}

}  // namespace

const db::TypedTable<Risk>& risks()
{
    static const db::TypedTable<Risk> table{"plan_risk", "id", risk_columns()};
    return table;
}

const db::TypedTable<Control>& controls()
{
    static const db::TypedTable<Control> table{"risk_control", "id", {typed("plan_risk_id", &Control::risk), typed("words", &Control::words), typed("owner", &Control::owner), typed("strength", &Control::strength, control_strengths())}};
    return table;
}

const db::TypedTable<Review>& reviews()
{
    static const db::TypedTable<Review> table{"risk_review", "made_on DESC, id DESC",
                                              {typed("plan_risk_id", &Review::risk), typed("account_id", &Review::by), typed("made_on", &Review::made_on), typed("words", &Review::words), typed("likelihood", &Review::likelihood), typed("impact", &Review::impact)}};
    return table;
}

const db::TypedTable<Escalation>& escalations()
{
    static const db::TypedTable<Escalation> table{"risk_escalation", "made_on DESC, id DESC",
                                                  {typed("plan_risk_id", &Escalation::risk), typed("account_id", &Escalation::by), typed("to_whom", &Escalation::to_whom), typed("made_on", &Escalation::made_on), typed("words", &Escalation::words)}};
    return table;
}

std::vector<Escalation> escalations_of(db::Reader& reader, PlanId plan)
{
    return escalations().where(reader, "plan_risk_id IN (SELECT id FROM plan_risk WHERE ended_by IS NULL AND plan_id = $1)", plan);
}

std::vector<Risk> risks_of(db::Reader& reader, PlanId plan) { return risks().where(reader, "plan_id = $1", plan); }

std::vector<Control> controls_of(db::Reader& reader, RiskId risk) { return controls().where(reader, "plan_risk_id = $1", risk); }

std::vector<Review> reviews_of(db::Reader& reader, RiskId risk) { return reviews().where(reader, "plan_risk_id = $1", risk); }

std::map<std::string, std::string> copy_risks(db::ChangeSet& changes, PlanId from, PlanId to, Instant now)
{
    std::map<std::string, std::string> copies;
    for (auto risk : risks_of(changes.writer(), from)) {
        const auto old = std::exchange(risk.id, {});
        const auto was = reference_to(risk).text();
        risk.plan = to;
        risk = risks().keep(changes, std::move(risk), now);
        copies.emplace(was, reference_to(risk).text());
        for (auto control : controls_of(changes.writer(), old)) {
            control.id = {};
            control.risk = risk.id;
            controls().keep(changes, std::move(control), now);
        }
        const auto all = reviews_of(changes.writer(), old);  // the newest first
        const auto scored = std::ranges::find_if(all, [](const Review& one) { return one.likelihood && one.impact; });
        if (scored == all.end()) continue;
        auto review = *scored;
        review.id = {};
        review.risk = risk.id;
        reviews().keep(changes, std::move(review), now);
    }
    return copies;
}

void take_away(db::ChangeSet& changes, const Risk& risk)
{
    for (const auto& one : controls_of(changes.writer(), risk.id)) controls().end(changes, one);
    for (const auto& one : reviews_of(changes.writer(), risk.id)) reviews().end(changes, one);
    for (const auto& one : escalations().where(changes.writer(), "plan_risk_id = $1", risk.id)) escalations().end(changes, one);
    risks().end(changes, risk);
}

}  // namespace kith::strategy
