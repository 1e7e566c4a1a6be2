#pragma once
// Returns that walk all stages in one go, in the caller's transaction: those that no file was handed in for (a person added by hand, a list gone
// through, nothing changed), and small files that nobody looks at in between.
#include "db/transaction.hpp"
#include "returns/return_register.hpp"

#include <optional>
#include <string_view>

namespace kith::returns {

/// Receives, checks, accepts and takes. `seen`: the fingerprint of the difference that the person looked at; a conflict where it is another by
/// now. None: nobody looked, and whatever the difference is, it is meant. Where nothing would change the return stands as agreed.
/// `receiving.source` says how it came in.
Result<HandedIn> enter(db::Writer& writer, const Desk& desk, const Receiving& receiving, std::optional<std::string_view> seen);

/// "Nothing has changed": a return without rows that counts as one.
Result<HandedIn> enter_nil(db::Writer& writer, const Desk& desk, const Receiving& receiving);

/// Answers every open query of the return, "it is so, because", as its page does rule by rule. How many.
std::int64_t answer_open_queries(db::Writer& writer, const HandedIn& handed_in, const std::string& words, const Actor& by, Instant now);

}  // namespace kith::returns
