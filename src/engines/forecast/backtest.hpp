#pragma once
// How a forecast would have done: from every year as if nothing after it were known, against what came. Pure.
#include "forecast/aggregate.hpp"

#include <cstdint>

namespace kith::forecast {

struct BacktestPlan {
    int from = 0, to = 0;       ///< first origin, and the last year that anything is known of; 0: as the file has them
    double least = 20;          ///< authorities with fewer in post at the origin are left out: one person is 5 % of them
    int most_years_ahead = 5;
    int resamples = 1'000;      ///< of authorities, for the intervals
    std::uint64_t seed = 1;
};

/// An interval of a difference: model less "no change".
struct Difference {
    double middle = 0, low95 = 0, high95 = 0;
};

/// Errors are shares of what came, in per cent. An interval score is width + 2 / 0.2 times by how much what came lies outside (Winkler 1972; Gneiting and Raftery 2007), in per cent of what came; less is better.
struct Scores {
    int n = 0;
    double mae_model = 0, mae_no_change = 0, mae_last_rates = 0;
    double median_model = 0, median_no_change = 0, median_last_rates = 0;
    double coverage80 = 0, coverage80_no_change = 0;
    double interval_score_model = 0, interval_score_no_change = 0;
};
struct OriginScores {
    int origin = 0, horizon = 0;
    Scores scores;
    double shock = 0;      ///< how much all together changed until the year that was forecast, in per cent
    double residual = 0;   ///< of it in the origin's year what published starters and leavers do not explain, in per cent
};
struct PooledScores {
    int horizon = 0;
    Scores scores;
    Difference error, interval_score;  ///< resampled by authority
};
struct Backtest {
    std::vector<OriginScores> origins;
    std::vector<PooledScores> pooled;
    int authorities = 0;
    std::vector<std::string> left_out;  ///< why authorities are not in it, with how many
};

/// Rolling origins. The band around "no change" is made of changes over as many years as were seen up to the origin; over fewer, of one-year changes spread by the square root of the years; where none was seen, of what the model assumes beforehand.
/// "Last year's rates" carries on the origin's starters less leavers as a share of those in post before.
Backtest backtest(std::span<const Authority> authorities, const BacktestPlan& plan);

}  // namespace kith::forecast
