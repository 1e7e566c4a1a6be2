#pragma once
// Children by place as tables: what is held, and what taking a file would do.
#include "profile/child_population.hpp"
#include "ui/html.hpp"

namespace kith::profile {

/// Names of the localities that the counts are of.
using LocalityNames = std::map<partnership::LocalityId, std::string>;

/// A place after another, each to be opened: group, children, source, day, groups in the order of their list.
ui::Html counts_held(std::span<const ChildCount> counts, const LocalityNames& localities, const packs::Packs& packs);
/// Each place whose totals by age, sex and ethnic group differ by more than they should, in words; nothing where none does.
ui::Html totals_remarked_on(std::span<const ChildCount> counts, const LocalityNames& localities);
/// What stands in a file for each place and group, to be opened.
ui::Html codes_to_use(const std::vector<partnership::Locality>& localities, const packs::Packs& packs);
/// Findings by line, and a row for each count that is new or becomes another.
ui::Html findings_by_line(const ChildPopulationFile& file);
ui::Html what_would_change(const ChildPopulationPlan& plan, std::span<const ChildCount> held, const LocalityNames& localities, const packs::Packs& packs);

}  // namespace kith::profile
