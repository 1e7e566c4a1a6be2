#pragma once
// What a forecast person by person is made of: who works, at what rates they leave, retire, move and are replaced, and what is planned. Pure.
#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace kith::forecast {

/// One engagement of a person on the first day. Years; full-time equivalents in thousandths.
struct Worker {
    std::uint16_t group = 0;
    std::uint16_t fte = 1000;
    float age = std::numeric_limits<float>::quiet_NaN();      ///< not a number where it is not known
    float service = 0;
    float until = std::numeric_limits<float>::infinity();     ///< when a secondment, a fixed term or agency cover ends
    bool is_cover = false;                                    ///< beside the posts: nobody follows when they go
};

/// Events over person-years, as gamma and Poisson: what is known beforehand counts as so many person-years at the usual rate, own events and person-years are added. Source: Gelman and others, "Bayesian data analysis", chapter 2.
struct Rate {
    double usual = 0;          ///< a year, per person
    double usual_years = 0;    ///< person-years that it weighs as
    double events = 0, years = 0;
    std::string source;        ///< where what is usual comes from
    double shape() const { return usual * usual_years + events; }
    double mean() const { return usual_years + years > 0 ? shape() / (usual_years + years) : usual; }
};

/// How long somebody has been there, and how old they are, multiply the rate of leaving; retiring has rates of its own by age. Source: proportional hazards, constant within a band (Holford 1980; Friedman 1982).
inline constexpr std::array<float, 3> service_edges{1, 2, 5};
inline constexpr std::array<float, 9> age_edges{25, 30, 35, 40, 45, 50, 55, 60, 65};
inline constexpr std::size_t service_bands = service_edges.size() + 1, age_bands = age_edges.size() + 2;  ///< the last is of those whose age is not known

struct Move {
    std::uint16_t to = 0;
    Rate rate;
};
/// How a post is filled again: of a hundred so many, after advert, offer and clearance, each of them an exponential time with a mean in years.
struct Refill {
    double share = 1;
    std::array<double, 3> stages{1.0 / 12, 1.0 / 12, 2.0 / 12};
};
struct Group {
    std::string name;
    Rate leave;
    std::array<double, service_bands> by_service{1, 1, 1, 1};
    std::array<double, age_bands> by_age{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    std::array<double, age_bands> retire{};  ///< a year, by age
    std::vector<Move> moves{};
    Refill refill{};
    float joins_at_age = 35;
    std::uint16_t joins_at_fte = 1000;
};

/// People who are to come: recruits, returners, students who qualify. Each comes with a probability (yield, completion times take-up), at a time.
struct Intake {
    std::uint16_t group = 0;
    double people = 0;             ///< a year, or all at once where `for_years` is 0
    double from = 0, for_years = 0;
    double probability = 1;
    double lag = 0;                ///< years from being taken on to the first day
    double stays = std::numeric_limits<double>::infinity();  ///< years, of agency and other cover: they go again, and nobody follows
};
/// What is done so that fewer leave: from a time on the rate of leaving is so many times as high.
struct Keep {
    std::uint16_t group = 0;
    double from = 0, times = 1;
};
/// From a time on everybody of a group works so many times their hours.
struct Hours {
    std::uint16_t group = 0;
    double from = 0, times = 1;
};
/// How many are required, in full-time equivalents, on the first day and at the end, with a range that one run draws one place of.
struct Required {
    std::uint16_t group = 0;
    double now_low = 0, now_high = 0, then_low = 0, then_high = 0;
};

struct Plan {
    std::vector<Worker> workers;
    std::vector<Group> groups;
    std::vector<Intake> intakes{};
    std::vector<Keep> keeps{};
    std::vector<Hours> hours{};
    std::vector<Required> required{};
    int months = 12;
    int runs = 200;
    std::uint64_t seed = 1;
    int threads = 2;
    int least_shown = 10;  ///< groups with fewer on the first day are shown together
};

}  // namespace kith::forecast
