#pragma once
// What the database says when it cannot. Never holds a value of a row: only names of tables, columns and constraints.
#include <stdexcept>
#include <string>

namespace kith::db {

enum class Failure {
    disk_full,   ///< nothing was written
    busy,        ///< another writer held the lock for too long, or too many connections
    constraint,  ///< a rule of the schema; `DatabaseError::constraint()` names it, the same on both engines where it has a name
    lost,        ///< the connection or the file is gone or unreadable
    other,       ///< a mistake of ours: bad SQL, wrong type
};

class DatabaseError : public std::runtime_error {
public:
    DatabaseError(Failure kind, const std::string& what, std::string constraint = {});
    Failure kind() const { return kind_; }
    /// "organisation_public_id" (a unique index), "organisation_pkey", "organisation_name_key" (inline UNIQUE), "setting.name"
    /// (NOT NULL) or a CHECK's name; empty where the engine does not say.
    const std::string& constraint() const { return constraint_; }

private:
    Failure kind_;
    std::string constraint_;
};

/// What may stand in a log of an exception: its words where its kind never quotes a value, else nothing. Its type says the rest.
std::string loggable(const std::exception& error);

}  // namespace kith::db
