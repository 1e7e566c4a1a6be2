#include "strategy/risk_kind.hpp"

#include "base/text.hpp"
#include "db/change_set.hpp"
#include "returns/table_kind.hpp"
#include "strategy/plan_register.hpp"
#include "strategy/risk_file.hpp"
#include "strategy/risk_register.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

const Risk* held_risk(const std::vector<Risk>& held, const Risk& said)
{
    const auto is_same = [&](const Risk& one) { return said.code.empty() || one.code.empty() ? one.title == said.title : one.code == said.code; };
    const auto found = std::ranges::find_if(held, is_same);
    return found == held.end() ? nullptr : &*found;
}

/// The controls of the row that the risk does not have yet.
std::vector<Control> new_controls(db::Reader& reader, const RiskRow& row, const Risk* held)
{
    auto controls = row.controls;
    if (held == nullptr) return controls;
    const auto there = controls_of(reader, held->id);
    std::erase_if(controls, [&](const Control& one) { return std::ranges::find(there, one.words, &Control::words) != there.end(); });
    return controls;
}

std::string how_it_differs(const Risk& was, const Risk& is, const std::vector<Control>& more)
{
    const auto day = [](const std::optional<Date>& on) { return on ? on->in_words() : std::string{}; };
    auto words = returns::what_differs({{"What may happen", was.title, is.title}, {"Cause", was.cause, is.cause}, {"Effect", was.effect, is.effect}, {"Owner", was.owner, is.owner}, {"Before controls", in_words(was.inherent), in_words(is.inherent)},
                                        {"Now", in_words(was.current), in_words(is.current)}, {"Wanted", in_words(was.target), in_words(is.target)}, {"Looked at next", day(was.review_on), day(is.review_on)}});
    for (const auto& control : more) words += (words.empty() ? "" : "; ") + ("Also done against it: " + control.words);
    return words;
}

/// A score that a file brings or changes stands in the history with its day.
std::optional<Review> review_of(const Risk* before, const Risk& risk, Date today)
{
    if (!risk.current || (before != nullptr && before->current == risk.current)) return std::nullopt;
    return Review{.risk = risk.id, .by = {}, .made_on = today, .words = before == nullptr ? "As its file says." : "The score was changed by a file.", .likelihood = risk.current->likelihood, .impact = risk.current->impact};
}

returns::TableTaking read(const returns::Handed& handed, const files::Table& table)
{
    auto file = read_risks(handed.file.name, table);
    returns::TableTaking taking{.refusal = {}, .findings = file.findings, .rows = file.rows, .can_take = file.can_take, .into = {}, .added = {}, .changed = {}, .unchanged = 0, .writes = {}, .how = {}};
    const auto plan = plan_meant(handed.reader, file.plan);
    if (!plan) {
        taking.refusal = plan.error().message;
        return taking;
    }
    taking.into = plan->called();
    const auto held = risks_of(handed.reader, plan->id);
    for (const auto& row : file.risks) {
        const auto* before = held_risk(held, row.risk);
        auto risk = before == nullptr ? row.risk : merged(*before, row.risk);
        risk.plan = plan->id;
        auto more = new_controls(handed.reader, row, before);
        if (before != nullptr && risk == *before && more.empty()) {
            ++taking.unchanged;
            continue;
        }
        const bool keeps = before == nullptr || risk != *before;
        auto write = [risk, more, keeps, review = review_of(before, risk, handed.today)](db::ChangeSet& changes, Instant now) {
            const auto kept = keeps ? risks().keep(changes, risk, now) : risk;
            if (review) {
                auto of_it = *review;
                of_it.risk = kept.id;
                reviews().keep(changes, std::move(of_it), now);
            }
            for (auto control : more) {
                control.risk = kept.id;
                controls().keep(changes, std::move(control), now);
            }
        };
        auto says = joined({risk.title, risk.cause, risk.effect, risk.owner, in_words(risk.inherent), in_words(risk.current), in_words(risk.target), risk.review_on ? risk.review_on->iso() : ""}, "; ");
        for (const auto& control : more) says += "; " + control.words;
        before == nullptr ? taking.add(risk.called(), std::move(says), std::move(write)) : taking.change(risk.called(), std::move(says), how_it_differs(*before, risk, more), std::move(write));
    }
    return taking;
}

}  // namespace

returns::Kind risk_kind()
{
    return returns::kind_of({.id = "risk", .title = "Risk register",
                             .guidance = "The risks of a plan: one row for each, with cause, effect, scores from 1 to 5 and what is done against it. What lacks an owner or a score comes in as it is, and says so.", .format = "Kith risk register",
                             .is_one = is_risk_file, .read = read, .csv_template = risk_template, .page_words = "Plans and strategies", .page_href = "/strategy"});
}

}  // namespace kith::strategy
