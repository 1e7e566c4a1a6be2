#pragma once
// How many children live in each locality, or in the whole area, by age, sex, ethnicity and disability: what the workforce is held against. A
// file of them, what stands in the way of its rows, and what taking it would write. Pure: no SQL, no pages.
#include "base/id.hpp"
#include "base/quantity.hpp"
#include "files/table.hpp"
#include "packs/packs.hpp"
#include "partnership/file_finding.hpp"
#include "partnership/organisation.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::profile {

using ChildCountId = Id<struct ChildCountTag>;

/// What children are counted by.
enum class ChildCharacteristic : std::uint8_t { age, sex, ethnicity, disability };
/// "age", "sex", "ethnicity", "disability", as stored and as files have it.
std::string_view code_of(ChildCharacteristic characteristic);
std::optional<ChildCharacteristic> child_characteristic(std::string_view text);
/// The list that its codes are of: child_age_bands, sex, ethnic_groups, disability.
std::string_view list_of(ChildCharacteristic characteristic);

/// One count.
struct ChildCount {
    ChildCountId id{};
    PublicId public_id{};
    std::optional<partnership::LocalityId> locality{};  ///< none: the whole area
    ChildCharacteristic characteristic = ChildCharacteristic::age;
    std::string code{};
    std::int64_t children = 0;
    std::string source{};  ///< "Census 2021, table RM032"
    Date as_of{};
    bool operator==(const ChildCount&) const = default;
};

struct ChildPopulationFile {
    std::int64_t rows = 0;
    std::vector<ChildCount> taken;  ///< rows without an error
    std::vector<partnership::FileFinding> findings;
};

/// What a row is held against.
struct ChildPopulationPlaces {
    std::map<std::string, partnership::LocalityId, std::less<>> localities;  ///< by code
    std::map<std::string, partnership::LocalityId, std::less<>> names{};     ///< by name in small letters; one that two have is not there
    Date today;
};
ChildPopulationPlaces places_named(const std::vector<partnership::Locality>& localities, Date today);

/// locality (empty: the whole area), characteristic, code, children, source, as_of: in any order, beside any others.
bool is_child_population_file(const files::Table& table);
std::string child_population_template();
/// The same with a row for each group of the whole area and of each locality, to be filled in; rows that are not are passed over.
std::string child_population_form(const packs::Packs& packs, const std::vector<partnership::Locality>& localities);
/// Reads it. A code may be given by its label or another name. A row with an error is left out; the others can be taken.
ChildPopulationFile read_child_population(const files::Table& table, const packs::Packs& packs, const ChildPopulationPlaces& places);

/// What taking a file writes. Counts that the file does not name stay as they are.
struct ChildPopulationPlan {
    std::vector<ChildCount> added;
    std::vector<ChildCount> changed;  ///< whole, under the id that is held
    std::int64_t unchanged = 0;
};
ChildPopulationPlan plan_for(const ChildPopulationFile& file, std::span<const ChildCount> held);

/// Totals of one place on its latest day that differ by more than 2 percent between age (under 18), sex and ethnic group: "Eastfield: 1,000 children by age,
/// 1,100 by sex". Nothing where they agree or there is one.
struct UnlikeTotals {
    std::optional<partnership::LocalityId> locality;
    std::vector<std::pair<ChildCharacteristic, std::int64_t>> totals;
};
std::vector<UnlikeTotals> unlike_totals(std::span<const ChildCount> counts);
/// What would be held once the plan is taken.
std::vector<ChildCount> held_after(std::span<const ChildCount> held, const ChildPopulationPlan& plan);
/// True where the plan is of localities while numbers of the whole area are held, and of none of those: they stay as they are.
bool leaves_the_area(std::span<const ChildCount> held, const ChildPopulationPlan& plan);

/// Children of one code among all whose characteristic is known (not stated and not known left out), in these localities together or, without any, in the
/// whole area: of each place the latest day of which there are counts of it. The whole is nought where one of the places has none.
Share share_of_children(std::span<const ChildCount> counts, std::span<const partnership::LocalityId> localities, ChildCharacteristic characteristic, std::string_view code);

/// Children of all of these codes, in the same places and by the same days; nothing where one of the codes is not counted in one of the places.
std::optional<std::int64_t> children_of(std::span<const ChildCount> counts, std::span<const partnership::LocalityId> localities, ChildCharacteristic characteristic, std::span<const std::string_view> codes);

/// "Children: Census 2021, table RM032, of 21 March 2021": where the counts of these places by that characteristic come from; empty where there are none.
std::string sources_in_words(std::span<const ChildCount> counts, std::span<const partnership::LocalityId> localities, ChildCharacteristic characteristic);

}  // namespace kith::profile
