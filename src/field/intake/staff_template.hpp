#pragma once
// The staff return to start from, made from the live code lists: a CSV with the header and made-up rows, and a guide to every column and code.
#include "packs/packs.hpp"

#include <string>

namespace kith::intake {

/// Header and three made-up rows, UTF-8 with a byte-order mark; the rows pass every rule once organisation and places are filled in.
/// Without the further columns, which many organisations do not hold: a column that stands there empty would clear what is held.
std::string staff_template(const packs::Packs& packs);
/// The header with every column, and no rows.
std::string staff_template_in_full();
/// The file of facts about staff, with made-up rows.
std::string facts_template(const packs::Packs& packs);

/// The guide as plain text: each column, what goes in it, and the codes of each list under the labels of `era`.
std::string staff_template_guide(const packs::Packs& packs, packs::Era era = packs::Era::now);

/// Every rule of the formats as a Markdown page: id, what it does, words, source. docs/rules.md is this text; a test compares them.
std::string rules_page();

}  // namespace kith::intake
