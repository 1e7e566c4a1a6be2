#pragma once
// Random numbers that belong to a person and a run, not to a thread: the same on any machine and in any order. Pure.
#include <Random123/philox.h>

#include <cmath>
#include <cstdint>
#include <numbers>

namespace kith::forecast {

/// A stream of random numbers keyed by a seed and a run, counted by a subject (a person, an authority) and what it is drawn for.
/// Source: Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3" (Philox 4x32-10). Not for secrets.
class Draws {
public:
    Draws(std::uint64_t seed, std::uint32_t run, std::uint64_t subject, std::uint32_t purpose = 0)
        : key_{{static_cast<std::uint32_t>(seed) ^ (run * 0x9E3779B9U), static_cast<std::uint32_t>(seed >> 32U) + run}},
          counter_{{0, static_cast<std::uint32_t>(subject), static_cast<std::uint32_t>(subject >> 32U), purpose}}
    {}

    std::uint32_t next()
    {
        if (used_ == 4) {
            block_ = r123::Philox4x32{}(counter_, key_);
            ++counter_[0];
            used_ = 0;
        }
        return block_[used_++];
    }
    /// Above 0 and below 1, in steps of 2^-32.
    double uniform() { return (static_cast<double>(next()) + 0.5) * 0x1p-32; }
    /// Waiting time until something that happens `rate` times a unit of time; infinite where it never does.
    double exponential(double rate) { return rate > 0 ? -std::log(uniform()) / rate : HUGE_VAL; }
    /// Mean 0, standard deviation 1. Source: Box and Muller 1958.
    double normal()
    {
        const auto radius = std::sqrt(-2 * std::log(uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }

private:
    r123::Philox4x32::key_type key_;
    r123::Philox4x32::ctr_type counter_;
    r123::Philox4x32::ctr_type block_{};
    int used_ = 4;
};

}  // namespace kith::forecast
