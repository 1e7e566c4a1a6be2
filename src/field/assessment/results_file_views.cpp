// Results as a file: one row for each measure and group.
#include "assessment/results_views.hpp"
#include "files/csv_writer.hpp"

#include <fmt/format.h>

namespace kith::assessment {
namespace {

std::string_view word_for(Split split)
{
    switch (split) {
    case Split::whole: return "whole";
    case Split::viewpoint: return "viewpoint";
    case Split::leaders: return "leaders";
    case Split::locality: return "locality";
    case Split::sector: return "sector";
    case Split::viewpoint_and_locality: return "viewpoint_and_locality";
    case Split::organisation: return "organisation";
    }
    return {};
}

std::string number(const std::optional<double>& value) { return value ? fmt::format("{:.2f}", *value) : std::string{}; }

std::string why(const Result& result)
{
    if (result.shown()) return {};
    return result.showing == disclosure::Showing::too_few ? "too few answers" : "others could be worked out";
}

}  // namespace

std::string results_csv(const ResultsShown& shown)
{
    files::CsvWriter csv{{.byte_order_mark = true}};
    csv.row(std::vector<std::string>{"campaign", "measure", "kind", "row", "split", "group", "answers", "mean", "low", "high", "deviation", "at_4_and_above", "at_1", "at_2", "at_3", "at_4", "at_5", "dont_know", "not_applicable", "no_answer", "not_shown_because"});
    for (std::size_t measure = 0; measure < shown.now.measures.size(); ++measure)
        for (std::size_t group = 0; group < shown.now.groups.size(); ++group) {
            const auto name = shown.name_of(shown.now.groups[group]);
            if (name.empty()) continue;
            const auto& what = shown.now.measures[measure];
            const auto& result = shown.now.at(measure, group);
            csv.cell(shown.campaign.name).cell(what.key).cell(what.kind == Measure::Kind::theme ? "theme" : what.kind == Measure::Kind::row ? "row" : "item").cell(what.row).cell(word_for(shown.now.groups[group].split)).cell(name);
            csv.cell(result.shown() ? std::to_string(result.sums.n) : std::string{}).cell(number(result.mean));
            csv.cell(result.interval ? fmt::format("{:.2f}", result.interval->low) : std::string{}).cell(result.interval ? fmt::format("{:.2f}", result.interval->high) : std::string{}).cell(number(result.deviation));
            csv.cell(result.high ? std::to_string(result.high->part) : std::string{});
            for (std::size_t at = 0; at < 5; ++at) csv.cell(what.has_high() && at < result.distribution.size() ? std::to_string(result.distribution[at]) : std::string{});
            const auto unsaid = [&](std::int64_t Unsaid::*which) { return result.unsaid ? std::to_string((*result.unsaid).*which) : std::string{}; };
            csv.cell(unsaid(&Unsaid::dont_know)).cell(unsaid(&Unsaid::not_applicable)).cell(unsaid(&Unsaid::no_answer)).cell(why(result)).end_row();
        }
    return std::move(csv).text();
}

}  // namespace kith::assessment
