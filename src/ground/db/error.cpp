#include "db/error.hpp"

#include <utility>

namespace kith::db {

DatabaseError::DatabaseError(Failure kind, const std::string& what, std::string constraint)
    : std::runtime_error(what), kind_(kind), constraint_(std::move(constraint))
{
}

}  // namespace kith::db
