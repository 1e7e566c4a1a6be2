#include "app/backtest_verb.hpp"

#include "app/yearly_file.hpp"
#include "base/text.hpp"
#include "forecast/backtest.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <charconv>

namespace kith::app {
namespace {

namespace f = forecast;

Result<int> year_of(const Arguments& arguments, std::string_view name)
{
    const auto given = arguments.option(name);
    if (!given) return 0;
    int year = 0;
    const auto [end, error] = std::from_chars(given->data(), given->data() + given->size(), year);
    constexpr int first = 1900, last = 2200;
    if (error != std::errc{} || end != given->data() + given->size() || year < first || year > last) return unacceptable(std::string{name}, fmt::format("--{} takes a year, such as 2018", name));
    return year;
}

boost::json::object json_of(const f::Scores& scores)
{
    return {{"n", scores.n}, {"mae_model", scores.mae_model}, {"mae_no_change", scores.mae_no_change}, {"mae_last_rates", scores.mae_last_rates}, {"median_model", scores.median_model}, {"median_no_change", scores.median_no_change},
            {"median_last_rates", scores.median_last_rates}, {"coverage80", scores.coverage80}, {"coverage80_no_change", scores.coverage80_no_change}, {"interval_score_model", scores.interval_score_model},
            {"interval_score_no_change", scores.interval_score_no_change}};
}
boost::json::array interval(const f::Difference& difference) { return {difference.low95, difference.high95}; }

std::string as_json(const f::Backtest& found, const f::BacktestPlan& plan)
{
    boost::json::array origins, pooled;
    for (const auto& one : found.origins) {
        auto told = json_of(one.scores);
        told["origin"] = one.origin, told["horizon"] = one.horizon, told["national_shock"] = one.shock, told["residual"] = one.residual;
        origins.push_back(std::move(told));
    }
    for (const auto& one : found.pooled) {
        auto told = json_of(one.scores);
        told["horizon"] = one.horizon;
        told["error_difference95"] = interval(one.error), told["interval_score_difference95"] = interval(one.interval_score);
        pooled.push_back(std::move(told));
    }
    return boost::json::serialize(boost::json::object{{"authorities", found.authorities}, {"seed", plan.seed}, {"resamples", plan.resamples}, {"origins", origins}, {"pooled", pooled}}) + "\n";
}

std::string row_of(std::string_view first, int ahead, const f::Scores& scores)
{
    return fmt::format("{:<8}{:>6}{:>6} |{:>8.2f}{:>8.2f}{:>8.2f} |{:>8.2f}{:>8.2f}{:>8.2f} |{:>8.1f}%{:>8.1f}% |{:>8.1f}{:>8.1f}", first, ahead, scores.n, scores.mae_model, scores.mae_no_change, scores.mae_last_rates, scores.median_model, scores.median_no_change,
                       scores.median_last_rates, 100 * scores.coverage80, 100 * scores.coverage80_no_change, scores.interval_score_model, scores.interval_score_no_change);
}

std::string marks_of(const f::Backtest& found)
{
    constexpr double most_relative = 0.02;
    std::string words;
    double within = 0, n = 0;
    for (const auto& one : found.pooled) {
        const auto& scores = one.scores;
        const auto relative = scores.mae_model / scores.mae_no_change - 1, score = scores.interval_score_model / scores.interval_score_no_change - 1;
        words += fmt::format("{} ahead: error {:+.1f}% against \"no change\" ({}: at most +2%), interval score {:+.1f}% ({}: below)\n", counted(one.horizon, "year"), 100 * relative, relative <= most_relative ? "met" : "missed", 100 * score, score < 0 ? "met" : "missed");
        within += scores.coverage80 * scores.n, n += scores.n;
    }
    if (n > 0) words += fmt::format("The 80% band held {:.1f}% of all ({}: 70 to 90%)\n", 100 * within / n, within / n >= 0.7 && within / n <= 0.9 ? "met" : "missed");
    return words;
}

std::string as_words(const f::Backtest& found, const f::BacktestPlan& plan)
{
    auto words = fmt::format("{}, forecast from each year as if nothing after it were known; errors and scores in per cent of what came\n", counted(found.authorities, "authority", "authorities"));
    for (const auto& one : found.left_out) words += "left out: " + one + "\n";
    const auto head = fmt::format("{:>6}{:>6} |{:>24} |{:>24} |{:>18} |{:>16}\n{:<8}{:>6}{:>6} |{:>8}{:>8}{:>8} |{:>8}{:>8}{:>8} |{:>9}{:>9} |{:>8}{:>8}\n", "", "", "mean error", "median error", "in the 80% band", "interval score", "", "years", "n", "model", "same", "rates", "model", "same",
                                  "rates", "model", "same", "model", "same");
    words += "origin  " + head;
    for (const auto& one : found.origins) words += row_of(std::to_string(one.origin), one.horizon, one.scores) + fmt::format("  all together {:+.1f}%\n", one.shock);
    words += "all     " + head;
    for (const auto& one : found.pooled)
        words += row_of("", one.horizon, one.scores) + fmt::format("  less \"no change\", 95%: error {:+.2f} to {:+.2f}, score {:+.1f} to {:+.1f}\n", one.error.low95, one.error.high95, one.interval_score.low95, one.interval_score.high95);
    words += fmt::format("model: partially pooled growth; same: \"no change\"; rates: last year's starters less leavers. Intervals: {} resamples of authorities, seed {}\n", plan.resamples, plan.seed);
    return words + marks_of(found);
}

}  // namespace

int forecast_backtest(const Configuration&, const Arguments& arguments)
{
    const auto file = read_yearly_file(arguments.words().front());
    if (!file) return refuse(file.error());
    const auto from = year_of(arguments, "from"), to = year_of(arguments, "to");
    for (const auto& year : {from, to})
        if (!year) return refuse(year.error());
    if (*from != 0 && *to != 0 && *to <= *from) return refuse(unacceptable("to", "--to must lie after --from: a forecast is held against a later year").error());
    const f::BacktestPlan plan{.from = *from, .to = *to};
    const auto found = f::backtest(file->authorities, plan);
    if (found.pooled.empty()) return refuse(unacceptable("file", fmt::format("{} has {} of local authorities, and no two years of one of them that a forecast could be held against", arguments.words().front(), counted(file->rows, "row"))).error());
    if (arguments.has("json")) fmt::print("{}", as_json(found, plan));
    else fmt::print("{}{}", as_words(found, plan), file->without_count > 0 ? fmt::format("{} without a count in post {} left out\n", counted(file->without_count, "row"), file->without_count == 1 ? "was" : "were") : std::string{});
    return Exit::clean;
}

}  // namespace kith::app
