#pragma once
// What every measure is counted on: the tally as of one change set, whom the question is about, and what this viewer may be shown of them. Pure.
#include "profile/child_population.hpp"
#include "profile/panel.hpp"
#include "workforce/head_count.hpp"
#include "profile/workings.hpp"
#include "workforce/tally_feed.hpp"

#include <functional>
#include <map>
#include <memory>

namespace kith::profile {

/// What a measure tells of people beyond their work, which has a permission of its own.
enum class Guard : std::uint8_t { none, age, equality, pay, absence };
inline constexpr std::size_t guard_count = 5;

/// How far one viewer may go with what is guarded.
enum class Allowed : std::uint8_t {
    nothing,
    in_groups,  ///< groups of least_shown or more, and no rows
    whole,
};
/// People in a group of whom a guarded figure is shown to someone who may not see the field itself. Source: the rounding and suppression
/// thresholds in use for workforce statistics lie at 5 to 10 (Government Statistical Service, guidance on disclosure control); Kith takes the larger.
inline constexpr std::int64_t least_shown = 10;

/// A team as figures need it.
struct TeamMembers {
    std::string name;
    std::vector<std::int64_t> records;  ///< staff records of its members on the day
    std::int64_t outside = 0;           ///< members who are no staff record
};

/// What figures need to know of the area beside its staff: one for every question until a change set touches it.
struct Surroundings {
    std::vector<ChildCount> children;
    std::unordered_map<std::string, std::string> setting_names;  ///< by tally_text
    std::unordered_map<std::string, std::string> setting_kinds;  ///< by tally_text: code of setting_kinds
    std::unordered_map<std::string, std::string> setting_bands;  ///< by tally_text: code of deprivation_bands; none where it is not known
};

/// Copied for each narrower question that a measure asks, dozens of times for one page: whatever is large in it is shared.
struct Ground {
    std::shared_ptr<const workforce::Snapshot> snapshot;
    const workforce::Names* names = nullptr;
    tally::Query query;  ///< whom the question is about, on its day; grouped by nothing
    packs::Era era = packs::Era::now;
    std::array<Allowed, guard_count> allowed{Allowed::whole, Allowed::nothing, Allowed::nothing, Allowed::nothing, Allowed::nothing};
    std::size_t measures_own = 0;  ///< how many of the last filters by what is worked out are the measure's own: whom it counts, whatever is asked
    bool on_today = true;   ///< it is about today, as known today: guarded figures in groups are of no other day
    std::string rows_of{};  ///< key of the line whose records the panel is to name; empty: none
    std::shared_ptr<const std::vector<TeamMembers>> teams = std::make_shared<const std::vector<TeamMembers>>();
    std::shared_ptr<const tally::Derived> team{};  ///< kept while the query filters by it
    std::shared_ptr<const Surroundings> around = std::make_shared<const Surroundings>();
    std::vector<access::LocalityId> places{};  ///< the localities that the question is about; none: the area
    std::shared_ptr<Workings> of_day = std::make_shared<Workings>();      ///< of this table on this day, whoever the question is about
    std::shared_ptr<Workings> of_any_day = std::make_shared<Workings>();  ///< of this table

    const tally::Table& table() const { return snapshot->table; }
    const tally::Facts& facts() const { return snapshot->facts; }
    const packs::Packs& packs() const { return names->packs; }
    Date on() const { return query.on; }
    Allowed allows(Guard guard) const { return allowed[static_cast<std::size_t>(guard)]; }

    /// Counts of the question grouped by these, two at most.
    tally::Answer count(std::vector<tally::Axis> by = {}) const;
    tally::Counts total() const { return count().total; }
    /// The same question on another day.
    Ground on_day(Date day) const;
    /// The same question with more asked for.
    Ground keeping(tally::Column column, std::vector<tally::Code> codes) const;
    Ground keeping(const tally::Derived& derived, std::vector<tally::Code> codes) const;
    /// Those who joined or left in the year to the day.
    Ground moving(tally::Counting counting) const;
    /// The codes of a column whose texts are these.
    std::vector<tally::Code> codes_of(tally::Column column, const std::vector<std::string_view>& texts) const;
    const std::string& text_of(tally::Column column, tally::Code code) const { return table().dictionary(column).text(code); }
    std::string label_of(tally::Column column, tally::Code code) const;
    /// Vacancies of the question that stand open on its day: filters by organisation, setting, locality, role, sector, contract and the role's breadth.
    std::vector<const workforce::TalliedVacancy*> open_vacancies() const;
};

/// Those whom the published rates are about: employed, so neither agency nor bank, self-employed, foster carer, student, volunteer or trustee.
Ground employed(const Ground& ground);

/// An axis with its labels, made into lines.
struct Breakdown {
    tally::Axis axis;
    std::string lines_are;
    std::function<std::string(tally::Code)> label;
    bool by_size = true;  ///< most staff first; false: in order of code, "not reported" last
};
Breakdown by_column(const Ground& ground, tally::Column column, std::string lines_are);

/// Staff and full-time equivalent by one axis: lines with their share of the staff, the finding named after the largest.
Panel staff_by(const Ground& ground, const Breakdown& breakdown);
/// Names the records of the line that was asked for, those of `asked`; nothing unless that line is `key`.
void name_rows(Panel& panel, const Ground& asked, std::string_view key);
/// "31 of 412 staff report none, and are not in the percentage."
std::string missing_note(std::int64_t missing, std::int64_t of, std::string_view what);

}  // namespace kith::profile
