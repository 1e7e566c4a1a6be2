#include "db/postgresql_failure.hpp"

#include "base/text.hpp"
#include "db/error.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <string>

namespace kith::db {
namespace {

std::string field(const PGresult* result, int code)
{
    const char* text = result == nullptr ? nullptr : PQresultErrorField(result, code);
    return text == nullptr ? std::string{} : std::string{text};
}

/// The first two characters of a state are its class (PostgreSQL 15 manual, appendix A).
Failure kind_of(std::string_view state)
{
    if (state == "53100") return Failure::disk_full;
    if (state.starts_with("53") || state == "55P03" || state.starts_with("40")) return Failure::busy;
    if (state.starts_with("23")) return Failure::constraint;
    if (state.empty() || state.starts_with("08") || state.starts_with("57P") || state.starts_with("58") || state.starts_with("28") ||
        state.starts_with("3D") || state.starts_with("XX")) {
        return Failure::lost;
    }
    return Failure::other;
}

std::string constraint_of(const PGresult* result, std::string_view state)
{
    if (state == "23502") return field(result, PG_DIAG_TABLE_NAME) + "." + field(result, PG_DIAG_COLUMN_NAME);
    return field(result, PG_DIAG_CONSTRAINT_NAME);
}

std::string words_for(const PGresult* result, std::string_view state)
{
    // 22 (data) and 23 (constraints) quote values; P0001 and the rest might.
    bool safe = state.starts_with("42") || state.starts_with("0A") || state.starts_with("25") || state.starts_with("57") || state.starts_with("28");
    return safe ? field(result, PG_DIAG_MESSAGE_PRIMARY) : state.starts_with("22") ? "a value does not fit its column or operation" : "failed";
}

}  // namespace

void throw_postgresql_failure(PGconn* connection, PGresult* result, std::string_view sql)
{
    auto state = field(result, PG_DIAG_SQLSTATE);
    auto statement = clipped(sql, 120);
    if (PQstatus(connection) == CONNECTION_BAD) throw DatabaseError(Failure::lost, "the connection to PostgreSQL is lost");
    auto kind = kind_of(state);
    if (kind == Failure::disk_full) throw DatabaseError(kind, "the disk is full: nothing of this change was written");
    if (kind == Failure::busy) throw DatabaseError(kind, fmt::format("the database is busy with another change ({})", state));
    if (kind == Failure::constraint) {
        auto name = constraint_of(result, state);
        throw DatabaseError(kind, fmt::format("a rule of the schema was broken: {} [{}]", name.empty() ? state : name, statement), name);
    }
    throw DatabaseError(kind, fmt::format("PostgreSQL {}: {} [{}]", state.empty() ? "gave no state" : state, words_for(result, state), statement));
}

}  // namespace kith::db
