#pragma once
// What a forecast person by person is made of: who works, at what rates they leave, retire, move and are replaced, and what is planned. Pure.
#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace kith::forecast {

inline constexpr int months_a_year = 12;

/// Kinds of contract as far as they leave at other rates.
enum class Terms : std::uint8_t { lasting, fixed_term, casual, agency, unpaid };
inline constexpr std::size_t terms_count = 5;

/// One engagement of a person on the first day. Years; full-time equivalents in thousandths.
struct Worker {
    std::uint16_t group = 0;
    std::uint16_t fte = 1000;
    Terms terms = Terms::lasting;
    bool is_cover = false;                                    ///< beside the posts: nobody follows when they go
    float age = std::numeric_limits<float>::quiet_NaN();      ///< not a number where it is not known
    float service = 0;
    float until = std::numeric_limits<float>::infinity();     ///< when a secondment, a fixed term or agency cover ends
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

/// To another group: the post behind is filled again, and one there is not filled from outside.
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
    std::array<double, terms_count> by_terms{1, 1, 1, 1, 1};
    std::array<double, age_bands> retire{};  ///< a year, by age
    std::vector<Move> moves{};
    Rate change_hours{};
    std::vector<std::uint16_t> hours_after{1000};  ///< what those who change their hours work then: one of these, each as likely
    std::vector<std::uint16_t> hours{1000};        ///< likewise what those who come work
    std::vector<float> joining_ages{35};           ///< and how old they are
    Refill refill{};
    double posts_vary = 0;                   ///< standard deviation of the logarithm of the yearly change of the number of posts; 0: posts are kept
    int people = 0;                          ///< on the first day, where some have more than one engagement; 0: as many as engagements
};

/// A post that nobody has on the first day, and that is being filled.
struct OpenPost {
    std::uint16_t group = 0;
    std::uint16_t fte = 0;  ///< 0: whatever those who come work
};
/// People who are to come: recruits, returners, students who qualify. Each comes with a probability (yield, completion times take-up), at a time.
struct Intake {
    std::uint16_t group = 0;
    double people = 0;             ///< a year, or all at once where `for_years` is 0
    double from = 0, for_years = 0;
    double probability = 1;
    double lag = 0;                ///< years from being taken on to the first day
    double stays = std::numeric_limits<double>::infinity();  ///< years, of agency and other cover: they go again, and nobody follows
    double most_in_post = std::numeric_limits<double>::infinity();  ///< whoever would make it more does not come
};
/// Retraining: so many of a group, drawn by lot, who go on to another group if they are still there and complete it.
struct Conversion {
    std::uint16_t from = 0, to = 0;
    double people = 0, at = 0;     ///< years until they have completed
    double probability = 1;
    bool is_followed = false;      ///< the post that they leave is filled again; otherwise it goes with them
};
/// Work that is done by others from a time on: of the posts that fall free in a group, a share is filled in another.
struct Redesign {
    std::uint16_t from = 0, to = 0;
    double at = 0, share = 0;
};
/// So many full-time equivalents of a group work for another for a time, as far as they are there: what one has more the other has less.
struct Share {
    std::uint16_t from = 0, to = 0;
    double fte = 0, at = 0, for_years = std::numeric_limits<double>::infinity();
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
/// What is required at a time, with its range. Years.
struct RequiredAt {
    double at = 0, low = 0, high = 0;
};
/// How many are required, in full-time equivalents: a series of ranges, in order of time, straight between them and level beyond; one run draws one place of all ranges.
struct Required {
    std::uint16_t group = 0;
    std::vector<RequiredAt> series;
};
/// So many people in post by a time, in years: told as the share of runs in which they are.
struct Target {
    std::uint16_t group = 0;
    double people = 0, at = 0;
};

/// What happens to people and posts.
enum class Flow : std::uint8_t { left, retired, ended, moved_out, moved_in, joined, came_by_plan, changed_hours };
inline constexpr std::size_t flows = 8;

struct Plan {
    std::vector<Worker> workers;
    std::vector<Group> groups;
    std::vector<OpenPost> open_posts{};
    std::vector<Intake> intakes{};
    std::vector<Conversion> conversions{};
    std::vector<Redesign> redesigns{};
    std::vector<Share> shares{};
    std::vector<Keep> keeps{};
    std::vector<Hours> hours{};
    std::vector<Required> required{};
    std::vector<Target> targets{};
    double vary_together = 0.3;  ///< of the variance of the number of posts: what all groups have in common
    int months = 12;
    int runs = 200;
    std::uint64_t seed = 1;
    int threads = 2;
    int least_shown = 10;  ///< groups of fewer people on the first day are shown together
};

}  // namespace kith::forecast
