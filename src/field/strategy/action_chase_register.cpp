#include "strategy/action_chase_register.hpp"

#include "access/accounts.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "jobs/queue.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

constexpr jobs::TimeOfDay morning{.hour = 7, .minute = 40};
constexpr std::size_t named_in_message = 5;

void keep_chase(db::Writer& writer, const Action& action, Instant now)
{
    writer.run("INSERT INTO action_chase (plan_action_id, account_id, at) VALUES ($1, $2, $3)", action.id, action.account, now);
}

bool is_open(db::Reader& reader, access::AccountId account)
{
    const auto found = access::find_account(reader, account);
    return found && found->is_open();
}

}  // namespace

jobs::Message message_about(const std::vector<AskedFor>& actions)
{
    const auto first = std::min(actions.size(), named_in_message);
    std::vector<std::string> sentences;
    for (std::size_t at = 0; at < first; ++at) sentences.push_back(actions[at].title + ": " + lower_first(actions[at].because) + ".");
    if (first < actions.size()) sentences.push_back("And " + std::to_string(actions.size() - first) + " more.");
    sentences.emplace_back("Say how it goes; a sentence or two is enough.");
    return {.title = counted(std::ssize(actions), "action waits", "actions wait") + " for a word from you", .words = joined(sentences, " "), .link = std::string{own_actions_path}};
}

std::map<ActionId, Instant> last_chases(db::Reader& reader, PlanId plan)
{
    std::map<ActionId, Instant> last;
    reader.each("SELECT plan_action_id, max(at) AS at FROM action_chase WHERE plan_action_id IN (SELECT id FROM plan_action WHERE ended_by IS NULL AND plan_id = $1) GROUP BY plan_action_id",
                [&](const db::Row& row) { last.emplace(row.get<ActionId>("plan_action_id"), row.get<Instant>("at")); }, plan);
    return last;
}

bool ask(db::Writer& writer, const Plan& plan, const Action& action, Instant now)
{
    const auto today = now.date_in_london();
    const auto whole = whole_plan(writer, plan);
    const auto* held = whole.action_with(action.id);
    if (plan.state != PlanState::current || held == nullptr || !held->account || !is_open(writer, *held->account)) return false;
    const auto last = last_chases(writer, plan.id);
    if (const auto found = last.find(action.id); found != last.end() && found->second.date_in_london() == today) return false;
    const auto facts = whole.facts(*held, today);
    const auto state = shown_status(facts, today).state;
    if (state == ActionState::done || state == ActionState::stopped) return false;
    const auto wanted = wanted_of(facts, today);
    jobs::tell(writer, held->account->value(), message_about({{held->called(), wanted ? wanted->because : "The workforce lead asks how it goes"}}), now);
    keep_chase(writer, *held, now);
    return true;
}

std::int64_t remind_owners(db::Writer& writer, Instant now)
{
    const auto today = now.date_in_london();
    std::map<access::AccountId, std::vector<AskedFor>> asked;
    for (auto& plan : plans().where(writer, "state = 'current'")) {
        const auto last = last_chases(writer, plan.id);
        const auto whole = whole_plan(writer, std::move(plan), Heard::newest);
        for (const auto& action : whole.actions) {
            const auto facts = whole.facts(action, today);
            const auto found = last.find(action.id);
            if (!action.account || !is_to_be_asked(facts, found == last.end() ? std::nullopt : std::optional{found->second.date_in_london()}, today) || !is_open(writer, *action.account)) continue;
            asked[*action.account].push_back({action.called(), wanted_of(facts, today)->because});
            keep_chase(writer, action, now);
        }
    }
    for (const auto& [account, actions] : asked) jobs::tell(writer, account.value(), message_about(actions), now);
    return std::ssize(asked);
}

void add_reminders(jobs::Queue& queue, std::function<Instant()> now)
{
    queue.every_day("remind-of-actions", "Ask how actions go that are late, near their day or long unspoken of", morning, [now = std::move(now)](jobs::JobRun& run) {
        db::Writer writer{run.database()};
        const auto told = remind_owners(writer, now());
        writer.commit();
        run.progress(1, 1, counted(told, "person", "people") + " asked");
    });
}

}  // namespace kith::strategy
