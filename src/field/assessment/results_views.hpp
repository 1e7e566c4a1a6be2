#pragma once
// Results as pages and as a file. Private to the room.
#include "assessment/campaign_results.hpp"
#include "ui/html.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kith::assessment {

/// Names of localities, organisations and sectors by key; organisations out of the viewer's reach are not among them, and are not shown.
struct ResultNames {
    std::map<std::int64_t, std::string> localities, organisations;
};

/// What the pages of one campaign's results are made of.
struct ResultsShown {
    const questionnaire::Campaign& campaign;
    const questionnaire::Instrument& instrument;
    const Results& now;
    const Results* before = nullptr;      ///< of the campaign it is set beside
    std::string before_name;
    const ResultNames& names;
    std::int64_t answers = 0;             ///< sheets that are counted
    std::string name_of(const Group& group) const;   ///< "Practitioners", "Those who lead or manage", "Eastfield"
    std::string say(const questionnaire::Wording& wording) const;
    std::string theme_name(std::string_view theme) const;
    std::string path() const { return campaign.href() + "/results"; }
};

/// The finding in a sentence: the strongest and the weakest theme.
std::string finding(const ResultsShown& shown);
/// The rainbow of the whole, and small ones by viewpoint and locality where these may be shown.
ui::Html rainbows(const ResultsShown& shown);
/// Themes by viewpoint.
ui::Html theme_by_viewpoint(const ResultsShown& shown);
/// The biggest gaps between viewpoints, and what has changed, in sentences.
ui::Html ladder_of_gaps(const ResultsShown& shown);
/// The gap between two viewpoints on a theme in a sentence, or that too few have answered for one.
std::string gap_between(const ResultsShown& shown, std::string_view theme, std::string_view one, std::string_view other);
ui::Html changes(const ResultsShown& shown);
/// One table for each other split: groups by themes.
ui::Html other_splits(const ResultsShown& shown);
/// One theme: success by viewpoint, its items' answers, what may help where it stands.
ui::Html one_theme(const ResultsShown& shown, const questionnaire::Theme& theme);
/// Every measure of every group that may be shown, a row each, with why the others are not.
std::string results_csv(const ResultsShown& shown);
/// What these results rest on.
ui::Html how_results_are_known(const ResultsShown& shown);

}  // namespace kith::assessment
