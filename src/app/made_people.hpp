#pragma once
// Made records of people as agencies hold them, so that it is known who is whom: what `kith match` is measured on. No real person's.
#include "app/dice.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace kith::app {

enum class MadeKind : std::uint8_t {
    children,  ///< in families, known to schools, practices, health visitors, social care and others
    workers,   ///< on the lists of employers, a training body and a register; some share a home
};
struct MadePlan {
    MadeKind kind = MadeKind::children;
    std::int64_t records = 20'000;  ///< about three in ten pair with another
    std::uint64_t seed = 1;
};

/// Column names of what make_people() gives: unique_id, source, first_name, surname, dob, sex, postcode, house_no, ni_number (of workers; empty of children), person, origin.
const std::vector<std::string>& made_columns();

/// Gives each record, in an order that tells nothing. Families have brothers, sisters and twins (one birth in sixty-five), move, part and take other names; first names are shortened, spelt otherwise or left out, dates are mistyped,
/// exchanged or filled in; each agency has its own habits: how often it leaves out what, and how careful it is. Source: habits named in the guidance of the data sets of schools, health and social care; how often is a design choice,
/// about as often as in the labelled sets that the method's page names.
void make_people(const MadePlan& plan, const std::function<void(const std::vector<std::string>&)>& take);

}  // namespace kith::app
