#include "workforce/record_of_checks.hpp"

#include <algorithm>
#include <tuple>

namespace kith::workforce {
namespace {

constexpr std::string_view certificate = "criminal_record";
constexpr std::string_view status_check = "update_service";
constexpr std::string_view barred_list = "barred_list";
constexpr std::string_view risk_assessment = "risk_assessment";

CheckState state_of(const Fact& fact)
{
    if (fact.detail == "pending") return CheckState::awaited;
    if (fact.detail == "not_clear") return CheckState::stands_against;
    if (fact.detail == "not_needed") return CheckState::not_needed;
    return fact.detail == "see_note" ? CheckState::see_note : CheckState::done;
}

/// The fact that says most of a check now: an answer before one that is awaited, then the latest; one that stands against someone and has no
/// day is not outdone by any.
const Fact* telling(std::span<const Fact> facts, std::string_view check)
{
    const Fact* best = nullptr;
    auto rank = [](const Fact& fact) {
        const auto state = state_of(fact);
        return std::tuple{state != CheckState::awaited, state == CheckState::stands_against && !fact.on, fact.on};
    };
    for (const auto& fact : facts)
        if (fact.kind == FactKind::check && fact.code == check && (best == nullptr || rank(*best) < rank(fact))) best = &fact;
    return best;
}

std::optional<Date> due_again(const Fact& fact, std::span<const Fact> facts, const packs::Limits& policy)
{
    if (fact.until) return fact.until;
    auto rule = std::ranges::find(policy.all(), fact.code, &packs::Limit::name);
    if (rule == policy.all().end() || rule->value == 0 || !fact.on) return std::nullopt;
    auto done_on = *fact.on;
    if (fact.code == certificate)
        if (const auto* status = telling(facts, status_check); status != nullptr && status->on && state_of(*status) == CheckState::done) done_on = std::max(done_on, *status->on);
    return done_on.plus_years(static_cast<int>(rule->value));
}

CheckStanding standing_of(const packs::Code& check, bool needed, std::span<const Fact> facts, const packs::Limits& policy)
{
    CheckStanding standing{.check = &check, .needed = needed, .state = needed ? CheckState::missing : CheckState::not_needed, .on = {}, .due_on = {}};
    const auto* fact = telling(facts, check.code);
    if (fact == nullptr) return standing;
    standing.state = state_of(*fact);
    standing.on = fact->on;
    if (standing.is_good()) standing.due_on = due_again(*fact, facts, policy);
    return standing;
}

const CheckStanding* find(const std::vector<CheckStanding>& standings, std::string_view check)
{
    auto found = std::ranges::find_if(standings, [&](const auto& standing) { return standing.check->code == check; });
    return found == standings.end() ? nullptr : &*found;
}

bool was_good_by(const std::vector<CheckStanding>& standings, std::string_view check, Date day)
{
    const auto* standing = find(standings, check);
    return standing != nullptr && standing->is_good() && standing->on && *standing->on <= day;
}

/// By the part of the check's name before its colon, as above the columns of the record.
std::string reason_for(const CheckStanding& standing)
{
    const auto name = standing.check->label.substr(0, standing.check->label.find(':'));
    if (standing.state == CheckState::stands_against) return name + ": it does not allow work with children";
    return name + (standing.state == CheckState::awaited ? ": not back yet" : ": missing");
}

void decide(CheckRecord& record, Date starts_on)
{
    bool only_the_certificate = true;
    for (const auto& standing : record.standings) {
        if (standing.is_settled() || (!standing.needed && standing.state != CheckState::stands_against)) continue;
        only_the_certificate = only_the_certificate && standing.check->code == certificate && standing.state == CheckState::awaited;
        record.reasons.push_back(reason_for(standing));
    }
    if (record.reasons.empty()) {
        record.clearance = Clearance::may_start;
    } else if (only_the_certificate) {
        if (!was_good_by(record.standings, barred_list, starts_on)) record.reasons.emplace_back("The barred list was not checked before the start");
        else if (!was_good_by(record.standings, risk_assessment, starts_on)) record.reasons.emplace_back("No risk assessment is recorded for starting before the certificate comes");
        else record.clearance = Clearance::may_start_supervised;
    }
}

}  // namespace

std::string_view words_for(Clearance clearance, Date starts_on, Date today)
{
    const bool at_work = starts_on <= today;
    switch (clearance) {
    case Clearance::may_start: return at_work ? "May work" : "May start";
    case Clearance::may_start_supervised: return at_work ? "May work supervised" : "May start supervised";
    case Clearance::may_not_start: break;
    }
    return at_work ? "May not work" : "May not start";
}

std::optional<Date> CheckRecord::next_due() const
{
    std::optional<Date> next;
    for (const auto& standing : standings)
        if (standing.due_on && (!next || *standing.due_on < *next)) next = standing.due_on;
    return next;
}

std::vector<std::string_view> checks_needed(const CheckedWork& work, const packs::Packs& packs)
{
    std::vector<std::string_view> needed;
    for (const auto& need : packs.list("checks_for_everyone").codes()) needed.push_back(need.attribute("check"));
    for (const auto& need : packs.list("checks_by_role").codes())
        if (need.parent == work.role && std::ranges::find(needed, need.attribute("check")) == needed.end()) needed.push_back(need.attribute("check"));
    for (const auto& spared : packs.list("checks_not_by_contract").codes())
        if (spared.parent == work.contract) std::erase(needed, spared.attribute("check"));
    return needed;
}

CheckRecord check_record(std::span<const CheckedWork> jobs, std::span<const Fact> facts, const packs::Packs& packs, const packs::Limits& policy)
{
    std::vector<std::string_view> needed;
    for (const auto& job : jobs) std::ranges::copy(checks_needed(job, packs), std::back_inserter(needed));
    CheckRecord record;
    for (const auto& check : packs.list("checks").codes())
        record.standings.push_back(standing_of(check, std::ranges::find(needed, std::string_view{check.code}) != needed.end(), facts, policy));
    decide(record, std::ranges::min(jobs, {}, &CheckedWork::starts_on).starts_on);
    return record;
}

Soon how_soon(Date due_on, Date today)
{
    const auto days = due_on.days_since_epoch() - today.days_since_epoch();
    if (days < 0) return Soon::passed;
    return days <= 30 ? Soon::within_30 : days <= 60 ? Soon::within_60 : days <= 90 ? Soon::within_90 : Soon::later;
}

std::string again_words(Date due_on, Date today)
{
    return (how_soon(due_on, today) == Soon::passed ? "To be done again since " : "To be done again by ") + due_on.in_words();
}

}  // namespace kith::workforce
