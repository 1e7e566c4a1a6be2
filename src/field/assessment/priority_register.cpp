#include "assessment/priority_register.hpp"

#include "assessment/handed_on_register.hpp"
#include "db/transaction.hpp"

#include <fmt/format.h>

namespace kith::assessment {
namespace {

db::Values values_of(const Priority& priority)
{
    return {{"public_id", priority.public_id}, {"campaign_id", priority.campaign}, {"kind", std::string{choice_of(priority_kinds(), priority.kind).name}}, {"theme", priority.theme},
            {"title", priority.title}, {"why", priority.why}, {"place", priority.place}};
}

db::Values values_of(const Support& support)
{
    return {{"public_id", support.public_id}, {"campaign_id", support.campaign}, {"campaign_priority_id", support.priority}, {"asked_of", support.asked_of}, {"what", support.what}, {"due_on", support.due_on},
            {"state", std::string{choice_of(support_states(), support.state).name}}, {"promised", support.promised}, {"promised_on", support.promised_on}, {"outcome", support.outcome}};
}

Priority priority_of(const db::Row& row)
{
    return {.id = row.get<PriorityId>("id"), .public_id = row.get<PublicId>("public_id"), .campaign = row.get<CampaignId>("campaign_id"), .kind = choice_named(priority_kinds(), row.get<std::string>("kind")).value(),
            .theme = row.get<std::optional<std::string>>("theme"), .title = row.get<std::string>("title"), .why = row.get<std::string>("why"), .place = row.get<int>("place")};
}

Support support_of(const db::Row& row)
{
    return {.id = row.get<SupportId>("id"), .public_id = row.get<PublicId>("public_id"), .campaign = row.get<CampaignId>("campaign_id"), .priority = row.get<std::optional<PriorityId>>("campaign_priority_id"),
            .asked_of = row.get<std::string>("asked_of"), .what = row.get<std::string>("what"), .due_on = row.get<Date>("due_on"), .state = choice_named(support_states(), row.get<std::string>("state")).value(),
            .promised = row.get<std::string>("promised"), .promised_on = row.get<std::optional<Date>>("promised_on"), .outcome = row.get<std::string>("outcome")};
}

std::string select_priorities(std::string_view condition)
{
    return fmt::format("SELECT id, public_id, campaign_id, kind, theme, title, why, place FROM campaign_priority WHERE {} ORDER BY place, id", condition);
}

std::string select_support(std::string_view condition)
{
    return fmt::format("SELECT id, public_id, campaign_id, campaign_priority_id, asked_of, what, due_on, state, promised, promised_on, outcome FROM support WHERE ended_by IS NULL AND {} ORDER BY due_on, id", condition);
}

}  // namespace

const db::RegisterTable& campaign_priority_table()
{
    static const db::RegisterTable table{"campaign_priority", {{"public_id"}, {"campaign_id", db::Kind::integer}, {"kind"}, {"theme"}, {"title"}, {"why"}, {"place", db::Kind::integer}}};
    return table;
}

const db::RegisterTable& support_table()
{
    static const db::RegisterTable table{"support", {{"public_id"}, {"campaign_id", db::Kind::integer}, {"campaign_priority_id", db::Kind::integer}, {"asked_of"}, {"what"}, {"due_on"}, {"state"}, {"promised"},
                                                     {"promised_on"}, {"outcome"}}};
    return table;
}

const db::RegisterTable& report_sending_table()
{
    static const db::RegisterTable table{"report_sending", {{"campaign_id", db::Kind::integer}, {"sent_on"}, {"sent_to"}}};
    return table;
}

std::vector<Priority> priorities_of(db::Reader& reader, CampaignId campaign)
{
    std::vector<Priority> all;
    reader.each(select_priorities("ended_by IS NULL AND campaign_id = $1"), [&](const db::Row& row) { all.push_back(priority_of(row)); }, campaign);
    return all;
}

kith::Result<Priority> find_priority(db::Reader& reader, CampaignId campaign, const PublicId& id)
{
    const auto row = reader.one(select_priorities("ended_by IS NULL AND campaign_id = $1 AND public_id = $2"), campaign, id);
    if (!row) return not_found("Priority");
    return priority_of(*row);
}

std::optional<Priority> find_priority(db::Reader& reader, PriorityId id)
{
    const auto row = reader.one(select_priorities("ended_by IS NULL AND id = $1"), id);
    return row ? std::optional{priority_of(*row)} : std::nullopt;
}

std::optional<Priority> priority_on(db::Reader& reader, const PublicId& id, std::int64_t change_set)
{
    const auto row = reader.one(select_priorities("public_id = $1 AND made_by <= $2 AND (ended_by IS NULL OR ended_by > $2)"), id, change_set);
    return row ? std::optional{priority_of(*row)} : std::nullopt;
}

Priority keep(db::ChangeSet& changes, Priority priority, Instant now)
{
    if (priority.id.is_set()) changes.replace(campaign_priority_table(), priority.id.value(), values_of(priority));
    else {
        priority.public_id = changes.writer().database().make_public_id(now);
        priority.id = PriorityId{changes.add(campaign_priority_table(), values_of(priority))};
    }
    return priority;
}

void take_away(db::ChangeSet& changes, const Priority& priority)
{
    if (const auto handed = handed_on_of(changes.writer(), priority.id)) take_back(changes, *handed);
    for (auto support : support_of(changes.writer(), priority.campaign))
        if (support.priority == priority.id) {
            support.priority.reset();
            changes.replace(support_table(), support.id.value(), values_of(support));
        }
    changes.end(campaign_priority_table(), priority.id.value());
}

std::vector<Support> support_of(db::Reader& reader, CampaignId campaign)
{
    std::vector<Support> all;
    reader.each(select_support("campaign_id = $1"), [&](const db::Row& row) { all.push_back(support_of(row)); }, campaign);
    return all;
}

std::vector<Support> support_overdue(db::Reader& reader, Date today)
{
    std::vector<Support> all;
    reader.each(select_support("state IN ('asked', 'promised') AND due_on < $1"), [&](const db::Row& row) { all.push_back(support_of(row)); }, today);
    return all;
}

kith::Result<Support> find_support(db::Reader& reader, CampaignId campaign, const PublicId& id)
{
    const auto row = reader.one(select_support("campaign_id = $1 AND public_id = $2"), campaign, id);
    if (!row) return not_found("Support");
    return support_of(*row);
}

Support keep(db::ChangeSet& changes, Support support, Instant now)
{
    if (support.id.is_set()) changes.replace(support_table(), support.id.value(), values_of(support));
    else {
        support.public_id = changes.writer().database().make_public_id(now);
        support.id = SupportId{changes.add(support_table(), values_of(support))};
    }
    return support;
}

void take_away(db::ChangeSet& changes, const Support& support) { changes.end(support_table(), support.id.value()); }

std::optional<ReportSending> sending_of(db::Reader& reader, CampaignId campaign)
{
    const auto row = reader.one("SELECT sent_on, sent_to FROM report_sending WHERE campaign_id = $1 AND ended_by IS NULL", campaign);
    if (!row) return std::nullopt;
    return ReportSending{.campaign = campaign, .sent_on = row->get<Date>("sent_on"), .sent_to = row->get<std::string>("sent_to")};
}

void keep(db::ChangeSet& changes, const ReportSending& sending)
{
    const db::Values values{{"campaign_id", sending.campaign}, {"sent_on", sending.sent_on}, {"sent_to", sending.sent_to}};
    const auto held = changes.writer().one("SELECT id FROM report_sending WHERE campaign_id = $1 AND ended_by IS NULL", sending.campaign);
    if (held) changes.replace(report_sending_table(), held->get<std::int64_t>("id"), values);
    else changes.add(report_sending_table(), values);
}

}  // namespace kith::assessment
