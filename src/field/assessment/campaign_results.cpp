#include "assessment/campaign_results.hpp"

#include <algorithm>
#include <cmath>

namespace kith::assessment {
namespace {

/// The scale of the theme's first scored item that has one.
const questionnaire::Scale* scale_of(const questionnaire::Instrument& instrument, std::string_view theme)
{
    const auto score = std::ranges::find(instrument.scores, theme, &questionnaire::Score::theme);
    if (score == instrument.scores.end()) return nullptr;
    for (const auto& key : score->items)
        if (const auto* item = instrument.item(key))
            if (const auto* scale = instrument.scale(item->scale)) return scale;
    return nullptr;
}

std::string quoted(const questionnaire::Instrument& instrument, const questionnaire::ScaleStep& at)
{
    return "\"" + std::string{instrument.say(at.words, {.language = instrument.languages.front().code})} + "\"";
}

}  // namespace

std::vector<Sheet> sheets_for_results(std::vector<questionnaire::Sheet> sheets, const Sectors& sectors)
{
    std::vector<Sheet> result;
    result.reserve(sheets.size());
    for (auto& sheet : sheets) {
        Sheet one{.viewpoint = std::move(sheet.respondent.viewpoint), .leader = sheet.respondent.leader, .organisation = {}, .locality = {}, .sector = {}, .answers = std::move(sheet.answers), .batch = sheet.batch};
        if (sheet.organisation) {
            one.organisation = sheet.organisation->value();
            if (const auto sector = sectors.find(*one.organisation); sector != sectors.end()) one.sector = sector->second;
        }
        if (sheet.locality) one.locality = sheet.locality->value();
        result.push_back(std::move(one));
    }
    return result;
}

std::int64_t counted_of(const std::vector<Sheet>& sheets)
{
    return std::ranges::count_if(sheets, [](const Sheet& sheet) { return sheet.batch > 0; });
}

std::vector<Split> splits_shown(questionnaire::Stage stage)
{
    if (stage == questionnaire::Stage::closed) return usual_splits;
    return {Split::whole, Split::viewpoint};
}

Results results_at(const questionnaire::Instrument& instrument, const std::vector<Sheet>& sheets, questionnaire::Stage stage)
{
    auto results = results_of(instrument, sheets, static_cast<std::int64_t>(instrument.threshold), splits_shown(stage), disclosure::Rule::hands);
    if (stage == questionnaire::Stage::closed) return results;
    Results themes{.measures = {}, .groups = results.groups, .results = {}};
    for (std::size_t measure = 0; measure < results.measures.size(); ++measure) {
        if (results.measures[measure].kind != Measure::Kind::theme) continue;
        themes.measures.push_back(results.measures[measure]);
        for (std::size_t group = 0; group < results.groups.size(); ++group) themes.results.push_back(results.at(measure, group));
    }
    return themes;
}

std::vector<Position> measured_positions(const questionnaire::Instrument& instrument, const Results& now, const Results* before, const Group& group)
{
    const auto result_in = [&](const Results* results, const std::string& theme) -> const Result* {
        if (results == nullptr) return nullptr;
        const auto at = std::ranges::find_if(results->measures, [&](const Measure& measure) { return measure.kind == Measure::Kind::theme && measure.key == theme; });
        const auto where = results->place_of(group);
        if (at == results->measures.end() || !where) return nullptr;
        const auto& result = results->at(static_cast<std::size_t>(at - results->measures.begin()), *where);
        return result.shown() ? &result : nullptr;
    };
    std::vector<Position> positions;
    for (const auto& theme : instrument.themes) {
        if (std::ranges::find(instrument.scores, theme.id, &questionnaire::Score::theme) == instrument.scores.end()) continue;
        Position position{.theme = theme.id, .now = {}, .before = {}, .answers = 0};
        if (const auto* result = result_in(&now, theme.id)) position.now = result->mean, position.answers = result->sums.n;
        if (const auto* result = result_in(before, theme.id)) position.before = result->mean;
        positions.push_back(std::move(position));
    }
    return positions;
}

std::string position_words(const questionnaire::Instrument& instrument, std::string_view theme, double position)
{
    const auto* scale = scale_of(instrument, theme);
    if (scale == nullptr || scale->steps.empty()) return {};
    const auto nearest = std::ranges::min_element(scale->steps, {}, [&](const questionnaire::ScaleStep& one) { return std::abs(one.value - position); });
    if (std::abs(nearest->value - position) <= 0.25) return "close to " + quoted(instrument, *nearest);
    for (std::size_t at = 0; at + 1 < scale->steps.size(); ++at)
        if (scale->steps[at].value <= position && position <= scale->steps[at + 1].value)
            return "between " + quoted(instrument, scale->steps[at]) + " and " + quoted(instrument, scale->steps[at + 1]);
    return "close to " + quoted(instrument, *nearest);
}

}  // namespace kith::assessment
