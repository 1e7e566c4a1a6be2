#pragma once
// A small instrument and sheets for the tests of this room.
#include "assessment/results.hpp"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace kith::assessment {

using questionnaire::Answer;
using questionnaire::Instrument;
using questionnaire::Step;

/// Items `a` (everyone), `b` (practitioners), `c` (leaders alone) and the matrix `m` of rows north and south; theme `purpose` of a, b and m.
inline Instrument small_instrument()
{
    Instrument instrument{.id = "small"};
    instrument.viewpoints = {{.id = "partnership"}, {.id = "practitioner"}, {.id = "child"}};
    questionnaire::Scale scale{.id = "position"};
    for (int value = 1; value <= 5; ++value) scale.steps.push_back({.value = value});
    instrument.scales = {scale};
    instrument.themes = {{.id = "purpose"}};
    instrument.items = {{.key = "a", .scale = "position"},
                        {.key = "b", .viewpoints = {"practitioner"}, .scale = "position"},
                        {.key = "c", .leaders_only = true, .scale = "position"},
                        {.key = "m", .kind = questionnaire::ItemKind::matrix, .scale = "position", .rows = {{.code = "north"}, {.code = "south"}}},
                        {.key = "words", .kind = questionnaire::ItemKind::long_text},
                        {.key = "old", .scale = "position", .retired = true}};
    instrument.scores = {{.theme = "purpose", .items = {"a", "b", "m"}}};
    return instrument;
}

inline Sheet sheet_of(std::string viewpoint, int answer_to_a)
{
    return {.viewpoint = std::move(viewpoint), .answers = {{"a", Answer{Step{answer_to_a}}}}};
}

/// One sheet for each of these answers to `a`.
inline std::vector<Sheet> sheets_of(const std::string& viewpoint, std::initializer_list<int> answers)
{
    std::vector<Sheet> sheets;
    for (const int answer : answers) sheets.push_back(sheet_of(viewpoint, answer));
    return sheets;
}

inline std::vector<Sheet>& operator+=(std::vector<Sheet>& sheets, const std::vector<Sheet>& more)
{
    sheets.insert(sheets.end(), more.begin(), more.end());
    return sheets;
}

inline const Result& result_of(const Results& results, Measure measure, const Group& group)
{
    static const Result none{.showing = disclosure::Showing::too_few, .sums = {.n = -1}};
    const auto at = results.place_of(measure), where = results.place_of(group);
    return at && where ? results.at(*at, *where) : none;
}

inline const Measure item_a{.kind = Measure::Kind::item, .key = "a"};
inline const Measure purpose{.kind = Measure::Kind::theme, .key = "purpose"};

inline Group by_viewpoint(std::string viewpoint)
{
    return {.split = Split::viewpoint, .viewpoint = std::move(viewpoint)};
}

}  // namespace kith::assessment
