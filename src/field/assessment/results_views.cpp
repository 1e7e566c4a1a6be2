#include "assessment/results_views.hpp"

#include "assessment/workshop.hpp"
#include "base/quantity.hpp"
#include "base/text.hpp"
#include "ui/charts.hpp"
#include "ui/pieces.hpp"
#include "ui/rainbow.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace kith::assessment {
namespace {

constexpr std::array<ui::RainbowColour, 8> colours{ui::RainbowColour::red,  ui::RainbowColour::orange, ui::RainbowColour::yellow, ui::RainbowColour::green,
                                                   ui::RainbowColour::blue, ui::RainbowColour::indigo, ui::RainbowColour::violet, ui::RainbowColour::white};
constexpr std::size_t rungs = 8;
constexpr std::ptrdiff_t most_named = 6;
constexpr double apart_from = 0.3;  ///< of a step: less between the highest theme and the lowest is no ranking

std::string mean_words(double mean) { return fmt::format("{:.1f}", mean); }

std::string why_words(disclosure::Showing showing)
{
    return showing == disclosure::Showing::too_few ? "too few" : "hidden";
}

/// The mean with how many it rests on, or why it is not there.
std::string cell_words(const Result& result)
{
    if (!result.shown()) return why_words(result.showing);
    if (!result.mean) return "nobody";
    return mean_words(*result.mean) + " (" + with_commas(result.sums.n) + ")";
}

std::vector<ui::RainbowArc> arcs_of(const ResultsShown& shown, const Group& group, const std::string& id)
{
    std::vector<ui::RainbowArc> arcs;
    const auto positions = measured_positions(shown.instrument, shown.now, shown.before, group);
    for (std::size_t at = 0; at < positions.size(); ++at) {
        const auto& [theme, now, before, answers] = positions[at];
        const auto words = now ? position_words(shown.instrument, theme, *now) + ", " + counted(answers, "answer") : std::string{"Nobody answered, or too few"};
        arcs.push_back({.id = id + "-" + std::to_string(at + 1), .label = shown.theme_name(theme), .colour = colours[at % colours.size()], .position = now, .before = before, .words = words});
    }
    return arcs;
}

std::vector<const Group*> groups_of(const ResultsShown& shown, Split split)
{
    std::vector<const Group*> groups;
    for (const auto& group : shown.now.groups)
        if (group.split == split && !shown.name_of(group).empty()) groups.push_back(&group);
    return groups;
}

std::vector<std::size_t> theme_measures(const ResultsShown& shown)
{
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < shown.now.measures.size(); ++at)
        if (shown.now.measures[at].kind == Measure::Kind::theme) places.push_back(at);
    return places;
}

const Result& result_at(const ResultsShown& shown, std::size_t measure, const Group& group) { return shown.now.at(measure, *shown.now.place_of(group)); }

ui::Html small_multiples(const ResultsShown& shown, Split split, std::string heading)
{
    std::vector<ui::SmallRainbow> rainbows;
    for (const auto* group : groups_of(shown, split)) {
        auto arcs = arcs_of(shown, *group, fmt::format("s{}-{}", static_cast<int>(split), rainbows.size()));
        if (std::ranges::none_of(arcs, [](const auto& arc) { return arc.position.has_value(); })) continue;
        rainbows.push_back({.id = fmt::format("small-{}-{}", static_cast<int>(split), rainbows.size()), .caption = shown.name_of(*group), .note = {}, .arcs = std::move(arcs)});
    }
    if (rainbows.size() < 2) return {};
    return ui::heading(2, std::move(heading), "m") + ui::small_rainbows(rainbows, {});
}

std::string split_name(Split split)
{
    switch (split) {
    case Split::leaders: return "Leading and front line";
    case Split::locality: return "Locality";
    case Split::sector: return "Sector";
    case Split::organisation: return "Organisation";
    case Split::viewpoint: return "Viewpoint";
    case Split::viewpoint_and_locality: return "Viewpoint and locality";
    case Split::whole: return "Everyone";
    }
    return {};
}

ui::Html split_table(const ResultsShown& shown, Split split)
{
    const auto groups = groups_of(shown, split);
    if (groups.empty()) return {};
    ui::Table table{.head = {{.text = split_name(split)}}, .caption = "By " + lower_ascii(split_name(split)) + ": mean from 1 to 5, and how many answered", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    const auto themes = theme_measures(shown);
    for (const auto measure : themes) table.head.push_back({.text = shown.theme_name(shown.now.measures[measure].key), .format = "numeric"});
    std::vector<std::string> hidden;
    for (const auto* group : groups) {
        ui::TableRow row{{.text = shown.name_of(*group)}};
        bool any = false;
        for (const auto measure : themes) {
            const auto& result = result_at(shown, measure, *group);
            any = any || (result.shown() && result.mean);
            row.push_back({.text = cell_words(result), .format = "numeric"});
        }
        if (any) table.rows.push_back(std::move(row));
        else hidden.push_back(shown.name_of(*group));
    }
    const auto note = hidden.empty() ? ui::Html{} : ui::paragraph((std::ssize(hidden) <= most_named ? joined(hidden, ", ") + (hidden.size() == 1 ? " is" : " are") : counted(std::ssize(hidden), "more is", "more are")) + " not shown: fewer than " + std::to_string(shown.instrument.threshold) + " answered, or what those said could be worked out from the rest.", "govuk-body-s");
    if (table.rows.empty()) return note.empty() ? ui::Html{} : ui::heading(2, "By " + lower_ascii(split_name(split)), "m") + note;
    return ui::scrollable_table(table) + note;
}

/// What stands for no value, as far as the item offers it: the words of its column and which count.
std::vector<std::pair<const char*, std::int64_t Unsaid::*>> unsaid_columns(const questionnaire::Item& item)
{
    std::vector<std::pair<const char*, std::int64_t Unsaid::*>> columns;
    if (item.dont_know) columns.emplace_back("Don't know", &Unsaid::dont_know);
    if (item.not_applicable) columns.emplace_back("Does not apply", &Unsaid::not_applicable);
    if (!item.required) columns.emplace_back("No answer", &Unsaid::no_answer);
    return columns;
}

/// One item, or a row of a matrix, by viewpoint: how many gave each answer.
ui::Html item_table(const ResultsShown& shown, std::size_t measure)
{
    const auto& what = shown.now.measures[measure];
    const auto* item = shown.instrument.item(what.key);
    if (item == nullptr) return {};
    const auto* scale = shown.instrument.scale(item->scale);
    auto words = shown.say(item->words);
    for (const auto& row : item->rows)
        if (row.code == what.row) words += ": " + shown.say(row.words);
    ui::Table table{.head = {{.text = "Viewpoint"}}, .caption = words, .caption_classes = "govuk-table__caption--s", .first_cell_is_header = true};
    for (const auto& one : scale->steps) table.head.push_back({.text = shown.say(one.words), .format = "numeric"});
    const auto without_value = unsaid_columns(*item);
    for (const auto& [column, which] : without_value) table.head.push_back({.text = column, .format = "numeric"});
    for (const auto* column : {"Mean", "At 4 and above"}) table.head.push_back({.text = column, .format = "numeric"});
    for (const auto* group : groups_of(shown, Split::viewpoint)) {
        const auto& result = result_at(shown, measure, *group);
        if (!item->is_for(group->viewpoint)) continue;
        ui::TableRow row{{.text = shown.name_of(*group)}};
        if (!result.shown() || !result.mean) row.push_back({.text = result.shown() ? "nobody answered" : "not shown: " + why_words(result.showing), .colspan = static_cast<int>(scale->steps.size() + without_value.size() + 2)});
        else {
            for (const auto chose : result.distribution) row.push_back({.text = with_commas(chose), .format = "numeric"});
            for (const auto& [column, which] : without_value) row.push_back({.text = result.unsaid ? with_commas((*result.unsaid).*which) : "not shown", .format = "numeric"});
            const auto interval = result.interval ? fmt::format(" ({:.1f} to {:.1f})", result.interval->low, result.interval->high) : std::string{};
            row.push_back({.text = mean_words(*result.mean) + interval, .format = "numeric"});
            row.push_back({.text = result.high ? fmt::format("{} of {}", result.high->part, result.high->whole) : "", .format = "numeric"});
        }
        table.rows.push_back(std::move(row));
    }
    return table.rows.empty() ? ui::Html{} : ui::scrollable_table(table);
}

std::string gap_words(const ResultsShown& shown, const Gap& gap)
{
    const auto& measure = shown.now.measures[gap.measure];
    const auto words = in_words(gap, Named{shown.name_of(shown.now.groups[gap.one]), true}, lower_first(shown.name_of(shown.now.groups[gap.other])));
    return shown.theme_name(measure.key) + ": " + lower_first(words);
}

/// "Practitioners: everyone who works ..." is long for a rung: what stands before the colon.
std::string short_name(std::string name) { return name.substr(0, name.find(':')); }

}  // namespace

std::string ResultsShown::say(const questionnaire::Wording& wording) const { return std::string{instrument.say(wording, {.language = instrument.languages.front().code})}; }

std::string ResultsShown::theme_name(std::string_view theme) const
{
    const auto* found = instrument.theme(theme);
    return found == nullptr ? std::string{theme} : say(found->name);
}

std::string ResultsShown::name_of(const Group& group) const
{
    const auto viewpoint = [&] {
        const auto* found = instrument.viewpoint(group.viewpoint);
        return found == nullptr ? group.viewpoint : short_name(say(found->name));
    };
    const auto in = [](const auto& all, const auto& key) { const auto found = all.find(*key); return found == all.end() ? std::string{} : found->second; };
    switch (group.split) {
    case Split::whole: return "Everyone";
    case Split::viewpoint: return viewpoint();
    case Split::leaders: return *group.leader ? "Those who lead or manage" : "Front line";
    case Split::locality: return in(names.localities, group.locality);
    case Split::sector: return group.sector.empty() ? "Sector not known" : group.sector;
    case Split::viewpoint_and_locality: {
        const auto locality = in(names.localities, group.locality);
        return locality.empty() ? locality : viewpoint() + ", " + locality;
    }
    case Split::organisation: return in(names.organisations, group.organisation);
    }
    return {};
}

std::string finding(const ResultsShown& shown)
{
    auto positions = measured_positions(shown.instrument, shown.now, shown.before);
    std::erase_if(positions, [](const Position& position) { return !position.now; });
    if (positions.empty()) return "Too few have answered for results to be shown";
    const auto [low, high] = std::ranges::minmax_element(positions, {}, [](const Position& position) { return *position.now; });
    if (positions.size() == 1) return shown.theme_name(high->theme) + " stands at " + mean_words(*high->now);
    // A ranking is told where a reader would see one: two tenths between eight themes are none.
    if (mean_words(*high->now) == mean_words(*low->now)) return "By the answers no theme stands out: all stand at " + mean_words(*high->now);
    if (*high->now - *low->now < apart_from) return "By the answers no theme stands out: all are between " + mean_words(*low->now) + " and " + mean_words(*high->now);
    return "By the answers " + lower_first(shown.theme_name(high->theme)) + " stands highest, at " + mean_words(*high->now) + "; " + lower_first(shown.theme_name(low->theme)) + " lowest, at " + mean_words(*low->now);
}

ui::Html rainbows(const ResultsShown& shown)
{
    auto arcs = arcs_of(shown, {}, "arc");
    if (arcs.empty()) return {};
    auto html = ui::rainbow({.frame = {.id = "rainbow", .title = shown.before == nullptr ? "How far along each arc people say we are" : "How far along each arc people say we are, and were", .subtitle = shown.campaign.name + ", measured, " + counted(shown.answers, "answer"), .summary = {}, .source = "Source: answers counted in " + shown.campaign.name,
                                       .csv_href = shown.path() + ".csv"},
                             .scale = {}, .label_heading = "Theme", .position_name = "Measured", .before_name = shown.before_name.empty() ? "Last time" : shown.before_name, .arcs = std::move(arcs)});
    html += ui::paragraph("Everyone together counts each answer once: viewpoints from which more answered weigh more. The small rainbows and the table below keep viewpoints apart.", "govuk-body-s");
    return html + small_multiples(shown, Split::viewpoint, "By viewpoint") + small_multiples(shown, Split::locality, "By locality");
}

ui::Html theme_by_viewpoint(const ResultsShown& shown)
{
    const auto viewpoints = groups_of(shown, Split::viewpoint);
    ui::HeatMap map{.frame = {.id = "viewpoints", .title = "Themes from each viewpoint", .subtitle = "Mean from 1 to 5, and how many answered", .summary = {}, .source = "Source: answers counted in " + shown.campaign.name, .csv_href = shown.path() + ".csv"},
                    .row_heading = "Theme", .columns = {}, .rows = {}, .unit = {}};
    for (const auto* group : viewpoints) map.columns.push_back(shown.name_of(*group));
    for (const auto measure : theme_measures(shown)) {
        ui::HeatRow row{.label = shown.theme_name(shown.now.measures[measure].key), .values = {}, .shown = {}, .href = shown.path() + "/" + shown.now.measures[measure].key};
        for (const auto* group : viewpoints) {
            const auto& result = result_at(shown, measure, *group);
            row.values.push_back(result.shown() ? result.mean : std::nullopt);
            row.shown.push_back(cell_words(result));
        }
        map.rows.push_back(std::move(row));
    }
    return map.rows.empty() ? ui::Html{} : ui::heat_map(map);
}

ui::Html ladder_of_gaps(const ResultsShown& shown)
{
    const auto all = gaps_between(shown.now, Split::viewpoint, Measure::Kind::theme);
    if (all.empty()) return {};
    std::vector<ui::Content> lines;
    for (const auto& gap : ladder(all, rungs)) {
        const auto& one = shown.now.groups[gap.one].viewpoint;
        lines.emplace_back(ui::link(gap_words(shown, gap), gap_href(shown.campaign, shown.now.measures[gap.measure].key, one, shown.now.groups[gap.other].viewpoint)));
    }
    return ui::heading(2, "Where viewpoints differ most", "m") + ui::numbered(lines);
}

std::string gap_between(const ResultsShown& shown, std::string_view theme, std::string_view one, std::string_view other)
{
    for (const auto& gap : gaps_between(shown.now, Split::viewpoint, Measure::Kind::theme)) {
        const auto &first = shown.now.groups[gap.one].viewpoint, &second = shown.now.groups[gap.other].viewpoint;
        if (shown.now.measures[gap.measure].key == theme && std::minmax<std::string_view>(first, second) == std::minmax(one, other)) return gap_words(shown, gap);
    }
    return shown.theme_name(theme) + ": too few have answered for these viewpoints to be set side by side";
}

ui::Html changes(const ResultsShown& shown)
{
    if (shown.before == nullptr) return {};
    const auto since = [&](Split split, auto name) {
        std::vector<ui::Content> lines;
        for (const auto& gap : ladder(changes_since(shown.now, *shown.before, split, Measure::Kind::theme), rungs))
            lines.emplace_back(in_words(gap, Named{name(gap), false}, shown.before_name));
        return lines;
    };
    const auto theme = [&](const Gap& gap) { return shown.theme_name(shown.now.measures[gap.measure].key); };
    const auto whole = since(Split::whole, theme);
    auto html = ui::heading(2, "Since " + shown.before_name, "m");
    if (whole.empty()) return html + ui::paragraph("Nothing was asked of enough people both times.");
    html += ui::bullets(whole);
    const auto by_viewpoint = since(Split::viewpoint, [&](const Gap& gap) { return shown.name_of(shown.now.groups[gap.one]) + " on " + lower_first(theme(gap)); });
    if (by_viewpoint.empty()) return html;
    return html + ui::paragraph("Everyone together also moves when more come from one viewpoint than last time. What moved most within a viewpoint:") + ui::bullets(by_viewpoint);
}

ui::Html other_splits(const ResultsShown& shown)
{
    ui::Html html;
    for (const auto split : {Split::leaders, Split::locality, Split::sector, Split::organisation}) html += split_table(shown, split);
    return html;
}

ui::Html one_theme(const ResultsShown& shown, const questionnaire::Theme& theme)
{
    ui::Html html;
    ui::SummaryList success;
    for (const auto& viewpoint : shown.instrument.viewpoints)
        if (const auto found = theme.success.find(viewpoint.id); found != theme.success.end()) success.rows.push_back({.key = {.text = short_name(shown.say(viewpoint.name))}, .value = {.text = shown.say(found->second)}});
    if (!success.rows.empty()) html += ui::heading(2, "What success looks like", "m") + ui::summary_list(success);
    ui::Html items;
    for (std::size_t at = 0; at < shown.now.measures.size(); ++at) {
        const auto* item = shown.now.measures[at].kind == Measure::Kind::theme ? nullptr : shown.instrument.item(shown.now.measures[at].key);
        if (item != nullptr && item->theme == theme.id) items += item_table(shown, at);
    }
    if (!items.empty()) html += ui::heading(2, "What was answered", "m") + items;
    else html += ui::paragraph("What was answered to each question is shown once the campaign is closed.");
    std::vector<ui::Content> evidence;
    for (const auto& one : theme.evidence) evidence.emplace_back(shown.say(one));
    if (!evidence.empty()) html += ui::heading(2, "Evidence to look for", "m") + ui::bullets(evidence);
    const auto positions = measured_positions(shown.instrument, shown.now, nullptr);
    const auto position = std::ranges::find(positions, theme.id, &Position::theme);
    ui::Html help;
    if (position != positions.end() && position->now)
        for (const auto& resource : shown.instrument.resources)
            if (resource.theme == theme.id && std::ranges::find(resource.levels, static_cast<int>(std::lround(*position->now))) != resource.levels.end())
                help += ui::paragraph(ui::join({resource.link.empty() ? ui::strong(shown.say(resource.title)) : ui::link(shown.say(resource.title), resource.link), ui::text(". " + shown.say(resource.words))}));
    if (!help.empty()) html += ui::heading(2, "What may help where this stands", "m") + help;
    return html;
}


ui::Html how_results_are_known(const ResultsShown& shown)
{
    const auto threshold = std::to_string(shown.instrument.threshold);
    const bool closed = shown.campaign.stage == questionnaire::Stage::closed;
    return ui::how_do_we_know({.formula = "A theme's score is the mean of one person's answers to its questions, from 1 to 5; a group's is the mean over its people. Don't know, does not apply and no answer are left out. Intervals are 95% (Student's t); differences by Welch's test, allowing for how many were looked at (Holm).",
                               .population = "Those who chose to answer: not a sample of everyone. " + counted(shown.answers, "answer is", "answers are") + " counted.",
                               .as_of = closed ? "The campaign is closed." : "The campaign is open: answers are counted in batches of at least " + threshold + " from each viewpoint, and as many wait.",
                               .organisations = {}, .coverage = {}, .mapping = {},
                               .more = {{"Hidden", "Groups of fewer than " + threshold + " are not shown, nor any from which they could be worked out by taking away."},
                                        {"Questionnaire", shown.say(shown.instrument.name) + ", version " + std::to_string(shown.instrument.version)}}});
}

}  // namespace kith::assessment
