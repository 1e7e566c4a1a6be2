#include "returns/asking_store.hpp"

#include <fmt/format.h>

namespace kith::returns {

std::string newest_lists()
{
    return fmt::format(
        "SELECT p.organisation_id AS organisation_id, "
        "COALESCE(MAX(CASE WHEN q.source = 'file' AND (q.act = 'full' OR q.rows_read * 2 >= q.held) THEN q.id END), "
        "MAX(CASE WHEN q.source = 'file' THEN q.id END), 0) AS list_id, "
        "COALESCE(MAX(CASE WHEN q.source = 'confirmation' THEN q.id END), 0) AS gone_through_id {} "
        "AND q.source IN ('file', 'confirmation') AND p.rows_read > 0 GROUP BY p.organisation_id", taken_parts);
}

}  // namespace kith::returns
