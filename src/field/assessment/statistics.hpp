#pragma once
// What answers on a scale come to: mean, spread, shares, each with its interval; whether two groups differ by more than chance, allowing for
// how many differences were looked at. Pure. Those who answered are taken as if drawn by chance from many who might have.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::assessment {

/// One step of a scale in whole numbers: the least common multiple of 1 to 12, so that the mean of up to 12 answers is whole as well, sums
/// are exact in any order, and answers that are all equal have no spread at all.
inline constexpr std::int64_t step = 27'720;

/// What is added up over the answers of a group; everything else is worked out of these.
struct Sums {
    std::int64_t n = 0;
    std::int64_t sum = 0;      ///< in parts of a step
    std::int64_t squares = 0;  ///< of these parts: exact for 90 million answers on a scale of 10 steps
    void add(std::int64_t parts)
    {
        ++n;
        sum += parts;
        squares += parts * parts;
    }
    Sums& operator+=(const Sums& more);
    bool operator==(const Sums&) const = default;
};

struct Interval {
    double low = 0;
    double high = 0;
    /// What of it lies on a scale from `lowest` to `highest`.
    Interval within(double lowest, double highest) const;
    bool operator==(const Interval&) const = default;
};

/// In steps; none where nobody answered.
std::optional<double> mean_of(const Sums& sums);
/// Of the sample (divided by n - 1), in steps; none for fewer than two answers.
std::optional<double> deviation_of(const Sums& sums);
/// Where the mean of all who might have answered lies, 95 times of 100: Student's t with n - 1 degrees of freedom. None for fewer than two
/// answers, nor where all gave the same answer: how far others would spread cannot be told from them.
/// Source: Student 1908, Biometrika 6, 1.
std::optional<Interval> interval_of_mean(const Sums& sums);

/// A part of those who answered.
struct Part {
    std::int64_t part = 0;
    std::int64_t whole = 0;
    double share() const { return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole); }
    bool operator==(const Part&) const = default;
};
/// The 95 percent score interval of a share, as parts of one; nought to one where there is nobody.
/// Source: Wilson 1927, Journal of the American Statistical Association 22, 209.
Interval wilson(Part part);

/// The first mean less the second.
struct Difference {
    double by = 0;                     ///< in steps
    std::optional<double> degrees;     ///< of freedom
    std::optional<Interval> interval;  ///< 95 percent
    double p = 1;                      ///< how often chance alone would bring as large a difference, either way
    bool operator==(const Difference&) const = default;
};
/// Two groups of other people, whose spreads may differ. None where either has fewer than two answers. Where neither has any spread, t is
/// not defined: equal means have p 1; of unequal ones p is that of Fisher's exact test, and there is no interval.
/// Source: Welch 1947, Biometrika 34, 28; degrees of freedom by Satterthwaite 1946, Biometrics Bulletin 2, 110.
std::optional<Difference> welch(const Sums& one, const Sums& other);

/// For each p of a family what it comes to once it is allowed for how many there are, in the same order: below 0.05 stays one that chance
/// would bring to any of the family 5 times of 100 at most.
/// Source: Holm 1979, Scandinavian Journal of Statistics 6, 65.
std::vector<double> holm(std::span<const double> p);

/// Chance is ruled out below this.
inline constexpr double level = 0.05;

/// "Leaders" stand, "the partnership" stands.
struct Named {
    std::string name;
    bool plural = true;
};
/// With the 95% interval of the difference in brackets, where there is one: "Leaders stand 0.6 above front line (0.2 to 1.0); more than chance, allowing for the 8 differences looked at."
/// "Leaders stand 0.1 below front line (0.3 above to 0.5 below); no more than chance would bring."
std::string in_words(const Named& one, std::string_view other, const Difference& difference, double adjusted_p, std::size_t looked_at);

}  // namespace kith::assessment
