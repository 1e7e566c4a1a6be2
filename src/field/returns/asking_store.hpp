#pragma once
// Which returns still ask: whose open queries stand for what the register holds of an organisation today. As SQL, for the other stores of this room. Private to it.
#include <string>
#include <string_view>

namespace kith::returns {

/// Returns that were taken or that agreed with the register (q), with the part of each that is one organisation's (p).
inline constexpr std::string_view taken_parts =
    "FROM handed_in_organisation p JOIN handed_in q ON q.id = p.handed_in_id WHERE q.state IN ('accepted', 'agreed')";

/// Of each organisation (organisation_id): `list_id` the last file that lists everyone or at least half of the jobs that were held then (where there
/// was none yet, the last of any size), `gone_through_id` the last list gone through. A file of a few changes says nothing of the others, so it does
/// not stand in a list's place.
std::string newest_lists();

}  // namespace kith::returns
