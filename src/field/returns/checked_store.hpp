#pragma once
// What a check said of a return, kept for people: findings, rules that spoke, and the difference. Not the plan: accepting makes it anew.
// Private to this room.
#include "db/transaction.hpp"
#include "returns/return_store.hpp"

namespace kith::returns {

/// Findings kept one by one; beyond it the counts by rule still hold, and the check can be run again.
inline constexpr std::size_t findings_kept = 10'000;

/// Replaces what an earlier check left.
void save_checked(db::Writer& writer, ReturnId id, const Checked& checked);

/// Of whom its rows are, where the kind said so.
std::vector<access::OrganisationId> list_organisations(db::Reader& reader, ReturnId id);
/// By rule, as by_rule() orders them.
std::vector<RuleGroup> list_rules(db::Reader& reader, ReturnId id);
/// In file order; of one severity where it is given.
Findings list_findings(db::Reader& reader, ReturnId id, std::optional<Severity> severity, Stretch stretch);
std::int64_t count_findings(db::Reader& reader, ReturnId id, std::optional<Severity> severity);
/// Headings; with their samples where `with_samples`, which only those entitled to the rows may see.
Difference load_difference(db::Reader& reader, const HandedIn& handed_in, bool with_samples);

}  // namespace kith::returns
