#pragma once
// Repeatable chance for the fictional sample: the same seed gives the same area on any machine. Not for secrets or simulation.
#include <array>
#include <cstdint>
#include <string_view>

namespace kith::app {

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next()
    {
        auto z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    /// A whole number from `least` to `most`, both included.
    int between(int least, int most) { return least + static_cast<int>(next() % static_cast<std::uint64_t>(most - least + 1)); }
    /// True in `percent` of a hundred cases.
    bool happens(int percent) { return between(1, 100) <= percent; }
    template <class List>
    auto& one_of(List& list)
    {
        return list[static_cast<std::size_t>(between(0, static_cast<int>(std::size(list)) - 1))];
    }

private:
    std::uint64_t state_;
};

}  // namespace kith::app
