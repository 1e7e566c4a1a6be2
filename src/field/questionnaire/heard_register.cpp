#include "questionnaire/heard_register.hpp"

#include <fmt/format.h>

namespace kith::questionnaire {
namespace {

ChildWords words_of(const db::Row& row)
{
    return {.id = row.get<ChildWordsId>("id"), .public_id = row.get<PublicId>("public_id"), .campaign = row.get<CampaignId>("campaign_id"),
            .organisation = row.get<std::optional<access::OrganisationId>>("organisation_id"), .locality = row.get<std::optional<access::LocalityId>>("locality_id"),
            .link_words = row.get<std::string>("link_words"), .item = row.get<std::string>("item"), .words = row.get<std::string>("words"), .received_at = row.get<Instant>("received_at"),
            .seen_at = row.get<std::optional<Instant>>("seen_at"), .closed_at = row.get<std::optional<Instant>>("closed_at"),
            .concern = row.get<std::optional<bool>>("concern").value_or(false), .outcome = row.get<std::optional<std::string>>("outcome").value_or("")};
}

/// Those of campaigns that now name the account: whoever takes the reader's place takes over what waits.
std::string select_where(std::string_view condition, std::string_view order)
{
    return fmt::format("SELECT w.id, w.public_id, w.campaign_id, w.organisation_id, w.locality_id, w.link_words, w.item, w.words, w.received_at, w.seen_at, w.closed_at, w.concern, w.outcome "
                       "FROM child_words w JOIN campaign c ON c.id = w.campaign_id AND c.ended_by IS NULL WHERE c.reader_account = $1 AND {} ORDER BY {} LIMIT 200", condition, order);
}

}  // namespace

std::vector<ChildWords> words_for_reader(db::Reader& reader, access::AccountId account, bool closed)
{
    std::vector<ChildWords> all;
    reader.each(closed ? select_where("w.closed_at IS NOT NULL", "w.closed_at DESC, w.id DESC") : select_where("w.closed_at IS NULL", "w.id"),
                [&](const db::Row& row) { all.push_back(words_of(row)); }, account);
    return all;
}

std::int64_t count_words_waiting(db::Reader& reader, CampaignId campaign)
{
    return reader.one("SELECT COUNT(*) AS waiting FROM child_words WHERE campaign_id = $1 AND closed_at IS NULL", campaign)->get<std::int64_t>("waiting");
}

Result<ChildWords> find_words(db::Reader& reader, access::AccountId account, const PublicId& id)
{
    const auto row = reader.one(select_where("w.public_id = $2", "w.id"), account, id);
    if (!row) return not_found("Page");
    return words_of(*row);
}

void mark_seen(db::Writer& writer, ChildWordsId id, access::AccountId account, Instant now)
{
    writer.run("UPDATE child_words SET seen_by = $1, seen_at = $2 WHERE id = $3 AND seen_at IS NULL", account, now, id);
}

bool close_words(db::Writer& writer, ChildWordsId id, access::AccountId account, bool concern, const std::string& outcome, Instant now)
{
    return writer.run("UPDATE child_words SET closed_by = $1, closed_at = $2, concern = $3, outcome = $4 WHERE id = $5 AND closed_at IS NULL", account, now, concern ? 1 : 0, outcome, id) == 1;
}

}  // namespace kith::questionnaire
