#pragma once
// A qualification, a skill, a training, a check ... by hand: what each kind asks, and the answers as rows of a Kith file of facts. Pure.
#include "upkeep/upkeep.hpp"
#include "workforce/sight.hpp"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace kith::upkeep {

/// How one kind of fact is asked for; a label that is empty is not asked.
struct UpkeepFactForm {
    workforce::FactKind kind;
    std::string_view key;      ///< as it stands in addresses
    std::string_view title;    ///< "A qualification"
    std::string_view add;      ///< "Add a qualification"
    std::string_view code;     ///< labels of the boxes
    std::string_view detail;
    std::string_view on;
    std::string_view until;
    std::string_view number;
    std::string_view words;
};
const std::array<UpkeepFactForm, 9>& upkeep_facts();
/// nullptr where no kind has that key.
const UpkeepFactForm* upkeep_fact(std::string_view key);
const UpkeepFactForm& upkeep_fact(workforce::FactKind kind);

/// Kinds that stand together on the page of a record.
struct UpkeepFactGroup {
    std::string_view title;
    std::span<const workforce::FactKind> kinds;
};
std::span<const UpkeepFactGroup> upkeep_fact_groups();

/// True where a form can say it again: its code is of Kith's own list. What came in another data set's words is changed by that data set's file.
bool can_be_changed_by_hand(const workforce::Fact& fact);

/// What makes it so, by hand: a row that adds or changes; where what makes the fact itself changes (what it is, its day, its number), a row that
/// takes away what was, and one for what is. `before` is null where it is new. A number or words that the form does not ask for stay as they are; left empty
/// where it does, they go.
std::vector<UpkeepRow> fact_rows(std::string_view organisation_code, std::string_view reference, const workforce::Fact* before, workforce::Fact after);
/// The row that says that it is not so any more, or never was.
UpkeepRow removing_row(std::string_view organisation_code, std::string_view reference, const workforce::Fact& fact);

}  // namespace kith::upkeep
