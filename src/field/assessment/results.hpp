#pragma once
// The results of a campaign: each measure for the whole and by every split, hidden where few could be told apart. Pure: the same sheets give
// the same results, in any order.
#include "assessment/measure.hpp"
#include "assessment/statistics.hpp"
#include "disclosure/hands.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kith::assessment {

/// What results are shown by.
enum class Split : std::uint8_t { whole, viewpoint, leaders, locality, sector, viewpoint_and_locality, organisation };

/// From what matters most: where not everything may be shown together, this is kept first, and of one split the larger groups.
inline const std::vector<Split> usual_splits = {Split::whole,  Split::viewpoint, Split::leaders, Split::locality,
                                                Split::sector, Split::viewpoint_and_locality, Split::organisation};

/// Those who are alike in what the split names; the rest is not set.
struct Group {
    Split split = Split::whole;
    std::string viewpoint;
    std::optional<bool> leader;  ///< of `leaders`: those who lead, or the front line
    std::optional<std::int64_t> locality;
    std::string sector;
    std::optional<std::int64_t> organisation;
    auto operator<=>(const Group&) const = default;
};

struct Unsaid {
    std::int64_t dont_know = 0, not_applicable = 0, no_answer = 0;
    bool operator==(const Unsaid&) const = default;
};

/// One measure of one group. Where it is hidden there is nothing in it but why.
struct Result {
    disclosure::Showing showing = disclosure::Showing::shown;
    Sums sums;  ///< `sums.n` have answered; none: nobody has, which is shown
    std::optional<double> mean, deviation;
    std::optional<Interval> interval;        ///< of the mean, within the scale
    std::vector<std::int64_t> distribution;  ///< how many chose each of the measure's steps; empty for a theme, which has no steps of its own
    std::optional<Part> high;                ///< at 4 and above, where the scale is from 1 to 5
    std::optional<Unsaid> unsaid;            ///< none where these would tell of too few people
    bool shown() const { return showing == disclosure::Showing::shown; }
    bool operator==(const Result&) const = default;
};

struct Results {
    std::vector<Measure> measures;
    std::vector<Group> groups;    ///< by split, viewpoints in the instrument's order, leaders first, else by id
    std::vector<Result> results;  ///< by measure, and of each by group
    const Result& at(std::size_t measure, std::size_t group) const { return results[measure * groups.size() + group]; }
    /// Places in `groups` and `measures`; none where there is no such one.
    std::optional<std::size_t> place_of(const Group& group) const;
    std::optional<std::size_t> place_of(const Measure& measure) const;
    bool operator==(const Results&) const = default;
};

/// What the sheets say. Viewpoints that nobody answered are there with nobody. All groups of one measure are shown together, so that no
/// subtraction of any of these numbers says anything about fewer than `threshold` people who answered it; measures are protected one by one.
/// While sheets wait, results are looked at more than once: of each measure and viewpoint whole batches are counted, only so far as each time at least
/// `threshold` people more have answered that measure, and as many have whose answers are not counted yet. So no two looks differ by fewer either.
/// `splits`, most important first, are those that any page or file of the campaign shows: leave out what none does, and more can be shown.
/// `rule` is how: by atoms, the stricter, or by hands, which shows most of what many crossing splits would else hide (docs/adr/0012).
Results results_of(const questionnaire::Instrument& instrument, const std::vector<Sheet>& sheets, std::int64_t threshold,
                   const std::vector<Split>& splits = usual_splits, disclosure::Rule rule = disclosure::Rule::atoms);

}  // namespace kith::assessment
