#pragma once
// Returns that no file was handed in for: a person added by hand, a list gone through, nothing changed. The same stages as a file walks, in
// one go, in the caller's transaction.
#include "db/transaction.hpp"
#include "returns/return_register.hpp"

namespace kith::returns {

/// Receives, checks, accepts and takes. `seen`: the fingerprint of the difference that the person looked at; a conflict where it is another by
/// now. Where nothing would change the return stands as agreed. `receiving.source` says how it came in.
Result<HandedIn> enter(db::Writer& writer, const Desk& desk, const Receiving& receiving, std::string_view seen);

/// "Nothing has changed": a return without rows that counts as one.
Result<HandedIn> enter_nil(db::Writer& writer, const Desk& desk, const Receiving& receiving);

}  // namespace kith::returns
