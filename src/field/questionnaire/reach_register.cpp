#include "questionnaire/reach_register.hpp"

#include "db/transaction.hpp"

namespace kith::questionnaire {
namespace {

db::Values values_of(const ReachMessage& message)
{
    return {{"public_id", message.public_id}, {"title", message.title}, {"words", message.words}, {"link", message.link}, {"due_on", message.due_on}};
}

db::Values values_of(const Telling& telling)
{
    return {{"reach_message_id", telling.message}, {"organisation_id", telling.organisation}, {"told_on", telling.told_on}, {"way", std::string{name_of(telling.way)}}, {"staff", telling.staff}, {"evidence", telling.evidence}};
}

ReachMessage message_of(const db::Row& row)
{
    return {.id = row.get<ReachMessageId>("id"), .public_id = row.get<PublicId>("public_id"), .title = row.get<std::string>("title"), .words = row.get<std::string>("words"), .link = row.get<std::string>("link"),
            .due_on = row.get<Date>("due_on")};
}

}  // namespace

const db::RegisterTable& reach_message_table()
{
    static const db::RegisterTable table{"reach_message", {{"public_id"}, {"title"}, {"words"}, {"link"}, {"due_on"}}};
    return table;
}

const db::RegisterTable& reach_telling_table()
{
    static const db::RegisterTable table{"reach_telling", {{"reach_message_id", db::Kind::integer}, {"organisation_id", db::Kind::integer}, {"told_on"}, {"way"}, {"staff", db::Kind::integer}, {"evidence"}}};
    return table;
}

std::vector<ReachMessage> reach_messages(db::Reader& reader)
{
    std::vector<ReachMessage> all;
    reader.each("SELECT id, public_id, title, words, link, due_on FROM reach_message WHERE ended_by IS NULL ORDER BY due_on DESC, id DESC", [&](const db::Row& row) { all.push_back(message_of(row)); });
    return all;
}

Result<ReachMessage> find_reach_message(db::Reader& reader, const PublicId& id)
{
    const auto row = reader.one("SELECT id, public_id, title, words, link, due_on FROM reach_message WHERE ended_by IS NULL AND public_id = $1", id);
    if (!row) return not_found("Message");
    return message_of(*row);
}

ReachMessage keep(db::ChangeSet& changes, ReachMessage message, Instant now)
{
    if (message.id.is_set()) changes.replace(reach_message_table(), message.id.value(), values_of(message));
    else {
        message.public_id = changes.writer().database().make_public_id(now);
        message.id = ReachMessageId{changes.add(reach_message_table(), values_of(message))};
    }
    return message;
}

void take_away(db::ChangeSet& changes, const ReachMessage& message)
{
    for (const auto& [organisation, telling] : tellings_of(changes.writer(), message.id)) take_back(changes, telling);
    changes.end(reach_message_table(), message.id.value());
}

Tellings tellings_of(db::Reader& reader, ReachMessageId message)
{
    Tellings tellings;
    reader.each("SELECT id, organisation_id, told_on, way, staff, evidence FROM reach_telling WHERE ended_by IS NULL AND reach_message_id = $1", [&](const db::Row& row) {
        const auto organisation = row.get<access::OrganisationId>("organisation_id");
        tellings.emplace(organisation, Telling{.id = row.get<TellingId>("id"), .message = message, .organisation = organisation, .told_on = row.get<Date>("told_on"),
                                               .way = telling_way_named(row.get<std::string>("way")).value(), .staff = row.get<std::int64_t>("staff"), .evidence = row.get<std::string>("evidence")});
    }, message);
    return tellings;
}

void keep(db::ChangeSet& changes, const Telling& telling)
{
    if (telling.id.is_set()) changes.replace(reach_telling_table(), telling.id.value(), values_of(telling));
    else changes.add(reach_telling_table(), values_of(telling));
}

void take_back(db::ChangeSet& changes, const Telling& telling) { changes.end(reach_telling_table(), telling.id.value()); }

}  // namespace kith::questionnaire
