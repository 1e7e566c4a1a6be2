#pragma once
// The staff return to start from, made from the live code lists: a CSV with the header and made-up rows, and a guide to every column and code.
#include "intake/profile.hpp"
#include "packs/packs.hpp"

#include <string>

namespace kith::intake {

/// Header and three made-up rows, UTF-8 with a byte-order mark. The made-up people are left out where someone hands them in.
/// Without the further columns, which many organisations do not hold: a column that stands there empty would clear what is held.
std::string staff_template(const packs::Packs& packs);
/// The header with every column, and no rows.
std::string staff_template_in_full();
/// The file of facts about staff, with made-up rows.
std::string facts_template(const packs::Packs& packs);
/// True of the references that the template's made-up people have.
bool is_example_reference(std::string_view reference);
/// What the template's row has in this field: made up; empty where it leaves the cell empty. `row`: 0 to 2.
std::string_view example_value(const packs::Packs& packs, Field field, std::size_t row);
/// The code list that a column of Kith's own staff return takes its codes from; empty where it takes none.
std::string_view list_of(Field field);

/// The guide as plain text: each column, what goes in it, and the codes of each list under the labels of `era`.
std::string staff_template_guide(const packs::Packs& packs, packs::Era era = packs::Era::now);

/// Every rule of the formats as a Markdown page: id, what it does, words, source. docs/rules.md is this text; a test compares them.
/// `census_rules`: the table of the social work census's, which another room knows.
std::string rules_page(std::string_view census_rules);

}  // namespace kith::intake
