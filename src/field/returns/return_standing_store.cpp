#include "returns/return_standing.hpp"

#include "base/instant.hpp"
#include "db/transaction.hpp"

namespace kith::returns {
namespace {

using Standings = std::map<access::OrganisationId, ReturnStanding>;

access::OrganisationId organisation_of(const db::Row& row) { return row.get<access::OrganisationId>("organisation_id"); }

/// The last return of each organisation that confirmed what is held; newest last, so that it stands.
void read_last(db::Reader& reader, Standings& standings)
{
    reader.each(
        "SELECT o.organisation_id AS organisation_id, h.public_id AS public_id, h.handed_in_at AS handed_in_at, h.by_words AS by_words, "
        "o.rows_read AS rows_read, o.can_take AS can_take FROM handed_in_organisation o JOIN handed_in h ON h.id = o.handed_in_id "
        "JOIN (SELECT p.organisation_id AS organisation_id, MAX(p.handed_in_id) AS last_id FROM handed_in_organisation p "
        "JOIN handed_in q ON q.id = p.handed_in_id WHERE q.state IN ('accepted', 'agreed') AND q.source <> 'form' "
        "GROUP BY p.organisation_id) l ON l.organisation_id = o.organisation_id AND l.last_id = o.handed_in_id",
        [&standings](const db::Row& row) {
            auto& standing = standings[organisation_of(row)];
            standing.confirmed_on = row.get<Instant>("handed_in_at").date_in_london();
            standing.by_words = row.get<std::string>("by_words");
            standing.last = row.get<PublicId>("public_id");
            standing.rows = row.get<std::int64_t>("rows_read");
            standing.rows_taken = row.get<std::int64_t>("can_take");
        });
}

/// Open queries of those returns. A query of a return for several organisations counts for each of them.
void read_open(db::Reader& reader, Standings& standings)
{
    reader.each(
        "SELECT l.organisation_id AS organisation_id, COUNT(*) AS counted FROM (SELECT p.organisation_id AS organisation_id, "
        "MAX(p.handed_in_id) AS last_id FROM handed_in_organisation p JOIN handed_in q ON q.id = p.handed_in_id "
        "WHERE q.state IN ('accepted', 'agreed') AND q.source <> 'form' GROUP BY p.organisation_id) l "
        "JOIN handed_in_finding f ON f.handed_in_id = l.last_id LEFT JOIN query_answer a ON a.query = f.query "
        "WHERE f.query <> '' AND a.query IS NULL GROUP BY l.organisation_id",
        [&standings](const db::Row& row) { standings[organisation_of(row)].open_queries = row.get<std::int64_t>("counted"); });
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
    read_last(reader, found);
    read_open(reader, found);
    read_waiting(reader, found);
    return found;
}

}  // namespace kith::returns
