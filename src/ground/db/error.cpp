#include "db/error.hpp"

#include <system_error>
#include <utility>

namespace kith::db {

DatabaseError::DatabaseError(Failure kind, const std::string& what, std::string constraint)
    : std::runtime_error(what), kind_(kind), constraint_(std::move(constraint))
{
}

std::string loggable(const std::exception& error)
{
    const bool quotes_no_values = dynamic_cast<const DatabaseError*>(&error) || dynamic_cast<const std::logic_error*>(&error) || dynamic_cast<const std::system_error*>(&error);
    return quotes_no_values ? error.what() : "";
}

}  // namespace kith::db
