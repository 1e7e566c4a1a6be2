#include "returns/return_standing.hpp"

#include "base/instant.hpp"
#include "db/transaction.hpp"
#include "returns/asking_store.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::returns {
namespace {

using Standings = std::map<access::OrganisationId, ReturnStanding>;

access::OrganisationId organisation_of(const db::Row& row) { return row.get<access::OrganisationId>("organisation_id"); }

std::optional<Period> about_of(const db::Row& row)
{
    const auto from = row.get<std::optional<Date>>("about_from");
    return from ? std::optional{Period{*from, row.get<std::optional<Date>>("about_to")}} : std::nullopt;
}

/// Up to which day a return confirms: nobody can say in advance how a month ends.
Date confirmed_by(const std::optional<Period>& about, Date handed_in_on) { return about && about->to ? std::min(*about->to, handed_in_on) : handed_in_on; }

/// The return of each organisation that confirms what is held up to the latest day, of several the newest: the greatest text of day and number,
/// the number made as long as any. The day is that of London only once it is read, which close to midnight may choose the other of two.
void read_confirmed(db::Reader& reader, Standings& standings)
{
    const auto sql = fmt::format(
        "SELECT l.organisation_id AS organisation_id, h.public_id AS public_id, h.handed_in_at AS handed_in_at, h.by_words AS by_words, "
        "h.about_from AS about_from, h.about_to AS about_to FROM (SELECT p.organisation_id AS organisation_id, "
        "MAX((CASE WHEN q.about_to < substr(q.handed_in_at, 1, 10) THEN q.about_to ELSE substr(q.handed_in_at, 1, 10) END) || (1000000000000000 + q.id)) AS best {} "
        "AND (q.source IN ('nothing', 'confirmation') OR (q.source = 'file' AND p.can_take > 0)) GROUP BY p.organisation_id) l "
        "JOIN handed_in h ON h.id = CAST(substr(l.best, 11) AS BIGINT) - 1000000000000000", taken_parts);
    reader.each(sql, [&standings](const db::Row& row) {
        auto& standing = standings[organisation_of(row)];
        standing.about = about_of(row);
        standing.confirmed_on = confirmed_by(standing.about, row.get<Instant>("handed_in_at").date_in_london());
        standing.by_words = row.get<std::string>("by_words");
        standing.last = row.get<PublicId>("public_id");
    });
}

void read_list(db::Reader& reader, Standings& standings)
{
    const auto sql = fmt::format("SELECT o.organisation_id AS organisation_id, o.rows_read AS rows_read, o.can_take AS can_take FROM ({}) l "
                                 "JOIN handed_in_organisation o ON o.organisation_id = l.organisation_id AND o.handed_in_id = l.list_id", newest_lists());
    reader.each(sql, [&standings](const db::Row& row) {
        auto& standing = standings[organisation_of(row)];
        standing.rows = row.get<std::int64_t>("rows_read");
        standing.rows_taken = row.get<std::int64_t>("can_take");
    });
}

/// Open queries of that list, of every file taken after it and of the list gone through last: what one rule asks of one person once, however many of
/// them ask it. A query of a return for several organisations counts for each of them.
void read_open(db::Reader& reader, Standings& standings)
{
    const auto sql = fmt::format(
        "WITH l AS ({}), asking AS (SELECT organisation_id, list_id AS id FROM l "
        "UNION SELECT l.organisation_id, q.id FROM l JOIN handed_in_organisation p ON p.organisation_id = l.organisation_id AND p.handed_in_id > l.list_id "
        "JOIN handed_in q ON q.id = p.handed_in_id WHERE q.state IN ('accepted', 'agreed') AND q.source = 'file' AND p.rows_read > 0 "
        "UNION SELECT organisation_id, gone_through_id FROM l WHERE gone_through_id > list_id) "
        "SELECT x.organisation_id AS organisation_id, x.counted AS counted, h.public_id AS public_id FROM "
        "(SELECT k.organisation_id AS organisation_id, COUNT(DISTINCT CASE WHEN f.subject <> '' THEN f.rule || f.subject ELSE f.query END) AS counted, MAX(f.handed_in_id) AS newest_id FROM asking k "
        "JOIN handed_in_finding f ON f.handed_in_id = k.id LEFT JOIN query_answer a ON a.query = f.query "
        "LEFT JOIN query_mended m ON m.handed_in_id = f.handed_in_id AND m.number = f.number "
        "WHERE f.query <> '' AND a.query IS NULL AND m.mended_by IS NULL GROUP BY k.organisation_id) x JOIN handed_in h ON h.id = x.newest_id", newest_lists());
    reader.each(sql, [&standings](const db::Row& row) {
        auto& standing = standings[organisation_of(row)];
        standing.open_queries = row.get<std::int64_t>("counted");
        standing.to_answer = row.get<PublicId>("public_id");
    });
}

void read_waiting(db::Reader& reader, Standings& standings)
{
    reader.each(
        "SELECT organisation_id, COUNT(*) AS counted FROM handed_in WHERE state = 'checked' AND organisation_id IS NOT NULL "
        "GROUP BY organisation_id",
        [&standings](const db::Row& row) { standings[organisation_of(row)].waiting = row.get<std::int64_t>("counted"); });
}

}  // namespace

std::map<access::OrganisationId, ReturnStanding> standings(db::Reader& reader)
{
    Standings found;
    read_confirmed(reader, found);
    read_list(reader, found);
    read_open(reader, found);
    read_waiting(reader, found);
    return found;
}

}  // namespace kith::returns
