#pragma once
// The rates of one run: drawn from what is known of them. Pure; of this room alone.
#include "forecast/draws.hpp"
#include "forecast/workforce.hpp"

#include <cmath>
#include <span>

namespace kith::forecast {

/// What random numbers are drawn for: none is used for two things.
enum Purpose : std::uint32_t { for_workers, for_rates, for_intakes, for_required, for_posts, for_open_posts, for_new_posts, for_conversions, for_posts_behind, for_posts_together };

/// The band of service or age, counted without branches since every event asks for it.
inline std::size_t service_band(float service)
{
    std::size_t band = 0;
    for (const auto edge : service_edges) band += service >= edge ? 1 : 0;
    return band;
}
inline std::size_t age_band(float age)
{
    if (std::isnan(age)) return age_bands - 1;  // not known
    std::size_t band = 0;
    for (const auto edge : age_edges) band += age >= edge ? 1 : 0;
    return band;
}

/// What all runs of a plan have in common, worked out once. The plan must outlive it.
struct Prepared {
    explicit Prepared(const Plan& plan);

    const Plan& plan;
    std::vector<float> phase_edges;                     ///< years at which a plan changes a rate of leaving
    std::vector<std::array<double, 2>> others;          ///< by group: how many times as much as its rate those on the first day leave in the middle, and at what rate they retire
    std::vector<int> engagements;                       ///< by group, on the first day
    std::vector<double> from_outside;                   ///< by group, of the posts that fall free: the share that is not filled by those who move there
    std::vector<std::vector<std::uint32_t>> members{};  ///< by conversion: who may be drawn
    std::size_t phases() const { return phase_edges.size() + 1; }
    std::size_t years() const { return static_cast<std::size_t>((plan.months + months_a_year - 1) / months_a_year); }
};

/// Of one run.
class RunRates {
public:
    RunRates(const Prepared& prepared, std::uint32_t run);

    /// Everything that may happen to a worker of a group in a phase, by bands; a year.
    double all(const Worker& worker, std::size_t phase, std::size_t service, std::size_t age) const { return leaving(worker, phase, service, age) + static_cast<double>(rest_[worker.group][age]); }
    double leaving(const Worker& worker, std::size_t phase, std::size_t service, std::size_t age) const
    {
        return static_cast<double>(leaving_[worker.group * phases_ + phase][service][age]) * by_terms_[worker.group][static_cast<std::size_t>(worker.terms)];
    }
    std::span<const double> moving(std::size_t group) const { return moving_[group]; }
    double changing_hours(std::size_t group) const { return changing_hours_[group]; }

    std::size_t phase_at(float time) const
    {
        constexpr float hair = 1e-4F;
        std::size_t phase = 0;
        while (phase < edges_.size() && time + hair >= edges_[phase]) ++phase;
        return phase;
    }
    float end_of(std::size_t phase) const { return phase < edges_.size() ? edges_[phase] : std::numeric_limits<float>::infinity(); }

    /// Of the posts that fall free in a group about `time`, the share that is kept, and how many posts are new in that year.
    double kept(std::size_t group, float time) const { return posts_.empty() ? 1 : posts_[group * years_ + year_of(time)].kept; }
    double made(std::size_t group, std::size_t year) const { return posts_.empty() ? 0 : posts_[group * years_ + year].made; }

private:
    using Table = std::array<std::array<float, age_bands>, service_bands>;
    struct Posts {
        double kept = 1, made = 0;
    };
    std::size_t year_of(float time) const { return std::min(static_cast<std::size_t>(time), years_ - 1); }
    void draw_leaving(const Prepared& prepared, std::size_t group, double leave);
    void draw_posts(const Prepared& prepared, std::uint32_t run, std::span<const double> leave);

    std::span<const float> edges_;
    std::size_t phases_, years_;
    std::vector<Table> leaving_;                               // by group and phase
    std::vector<std::array<float, age_bands>> rest_;           // by group: retiring, moving, changing hours
    std::vector<std::array<double, terms_count>> by_terms_;
    std::vector<std::vector<double>> moving_;
    std::vector<double> changing_hours_;
    std::vector<Posts> posts_;                                 // by group and year; none where all are kept
};

/// A draw of a gamma distribution with mean shape / per. Source: Marsaglia and Tsang 2000, "A simple method for generating gamma variables".
double gamma_of(Draws& draws, double shape, double per);

}  // namespace kith::forecast
