#include "db/known_at.hpp"

#include "base/london.hpp"

namespace kith::db {

std::int64_t last_change_set_by(Reader& reader, Date day)
{
    return reader.one("SELECT COALESCE(MAX(id), 0) AS last FROM change_set WHERE made_at < $1", in_london(day.plus_days(1)))->get<std::int64_t>("last");
}

}  // namespace kith::db
