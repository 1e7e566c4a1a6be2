#include "db/connection.hpp"
#include "db/error.hpp"
namespace kith::db {
std::unique_ptr<Connection> open_postgresql(const Options&)
{
    throw DatabaseError(Failure::other, "PostgreSQL is not there yet");
}
}  // namespace kith::db
namespace kith::db {
void run_outside_transaction(const std::string& url, const std::string& statement)
{
    open_postgresql({.url = url})->script(statement);
}
}  // namespace kith::db
