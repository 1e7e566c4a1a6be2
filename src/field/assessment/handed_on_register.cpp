#include "assessment/handed_on_register.hpp"

#include "assessment/priority_register.hpp"
#include "db/transaction.hpp"

#include <fmt/format.h>

namespace kith::assessment {
namespace {

db::Values values_of(const HandedOn& handed)
{
    return {{"campaign_priority_id", handed.priority}, {"account_id", handed.to}, {"by_account_id", handed.by}, {"handed_on", handed.handed_on}, {"due_on", handed.due_on}, {"words", handed.words},
            {"state", std::string{choice_of(hand_states(), handed.state).name}}, {"answer", handed.answer}, {"answered_on", handed.answered_on}};
}

HandedOn handed_on_in(const db::Row& row)
{
    return {.id = row.get<HandedOnId>("id"), .priority = row.get<PriorityId>("campaign_priority_id"), .to = row.get<access::AccountId>("account_id"), .by = row.get<access::AccountId>("by_account_id"),
            .handed_on = row.get<Date>("handed_on"), .due_on = row.get<Date>("due_on"), .words = row.get<std::string>("words"), .state = choice_named(hand_states(), row.get<std::string>("state")).value(),
            .answer = row.get<std::string>("answer"), .answered_on = row.get<std::optional<Date>>("answered_on")};
}

std::string select_handed(std::string_view condition)
{
    return fmt::format("SELECT id, campaign_priority_id, account_id, by_account_id, handed_on, due_on, words, state, answer, answered_on FROM handed_on WHERE ended_by IS NULL AND {} ORDER BY due_on, id", condition);
}

}  // namespace

const db::RegisterTable& handed_on_table()
{
    static const db::RegisterTable table{"handed_on", {{"campaign_priority_id", db::Kind::integer}, {"account_id", db::Kind::integer}, {"by_account_id", db::Kind::integer}, {"handed_on"}, {"due_on"}, {"words"}, {"state"},
                                                       {"answer"}, {"answered_on"}}};
    return table;
}

std::optional<HandedOn> handed_on_of(db::Reader& reader, PriorityId priority)
{
    const auto row = reader.one(select_handed("campaign_priority_id = $1"), priority);
    return row ? std::optional{handed_on_in(*row)} : std::nullopt;
}

std::vector<Waiting> waiting_for(db::Reader& reader, access::AccountId account)
{
    std::vector<HandedOn> handed;
    reader.each(select_handed("account_id = $1 AND state = 'waiting'"), [&](const db::Row& row) { handed.push_back(handed_on_in(row)); }, account);
    std::vector<Waiting> waiting;
    for (auto& one : handed)
        if (auto priority = find_priority(reader, one.priority)) waiting.push_back({std::move(one), std::move(*priority)});
    return waiting;
}

void hand_on(db::ChangeSet& changes, const HandedOn& handed)
{
    if (const auto held = handed_on_of(changes.writer(), handed.priority)) changes.replace(handed_on_table(), held->id.value(), values_of(handed));
    else changes.add(handed_on_table(), values_of(handed));
}

void keep_answer(db::ChangeSet& changes, const HandedOn& handed) { changes.replace(handed_on_table(), handed.id.value(), values_of(handed)); }

void take_back(db::ChangeSet& changes, const HandedOn& handed) { changes.end(handed_on_table(), handed.id.value()); }

}  // namespace kith::assessment
