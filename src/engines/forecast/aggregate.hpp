#pragma once
// A forecast of how many will be in post from yearly counts alone: partially pooled growth with bands. Pure.
#include "forecast/yearly.hpp"

#include <map>
#include <span>

namespace kith::forecast {

/// What may come: the middle, and what it lies between in half and in four fifths of cases. Full-time equivalents.
struct Band {
    double median = 0;
    double low50 = 0, high50 = 0, low80 = 0, high80 = 0;
};

/// One year of a forecast: what there may be, and along its middle the flows of that year. Those in post before, with starters, less leavers, and with the residual, are those in post then. Full-time equivalents.
struct YearAhead {
    int year = 0;
    Band band;
    double starters = 0, leavers = 0, residual = 0;  ///< starters: as many as it takes
};

/// What is assumed before anything is seen. Chosen beforehand and broad; a few years of a hundred authorities outweigh it.
struct Assumed {
    double yearly_change = 0.10;   ///< standard deviation of an authority's change in a year, as a share, all in all: teams of a hundred to two hundred people of whom 15 % leave in a year and about as many join vary by 5 to 6 % by chance alone; reorganisation comes on top
    double observations = 50;      ///< how many observed changes this weighs as
    double typical_size = 150;     ///< in post, of the authorities that it is assumed of
    double national_shock = 0.03;  ///< standard deviation of what moves all of them together in a year
    double lasting_share = 0.10;   ///< of the variance of yearly changes: what lasts from year to year
    double region_pairs = 20;      ///< as many pairs of a region's changes in two years that follow each other count as if nothing of them had lasted
    double damping = 0.85;         ///< of a trend, each further year. Source: Gardner and McKenzie 1985, "Forecasting trends in time series"; between 0.8 and 0.98 in use
};

/// Learnt from years up to the origin, and from nothing after it. Growth (the logarithm of the ratio of two years) of an authority = what moved all of them + what is lasting of its region + what is lasting of its own + chance; chance varies more where few are in post.
/// Source: empirical Bayes by moments (Efron and Morris 1975; Carter and Rolph 1974).
class Aggregate {
public:
    /// `least`: authorities with fewer in post teach nothing, since one person more or less is a change of many per cent.
    static Aggregate learnt(std::span<const Authority> authorities, int origin, double least, const Assumed& assumed = {});

    /// From the origin, so many years ahead. The authority must have a count in the year of the origin.
    Band forecast(const Authority& authority, int years_ahead) const;
    /// Of one authority: its own flows, drawn towards the nation's as few they rest on.
    Flows flows_of(const Authority& authority) const;
    /// Year by year from the one after the origin.
    std::vector<YearAhead> path(const Authority& authority, int years) const;
    bool has_flows() const { return has_flows_; }                            ///< starters and leavers were published for some two years

    int origin() const { return origin_; }
    int changes_seen() const { return changes_; }                            ///< of single authorities, from one year to the next
    const std::map<int, double>& national_growth() const { return growth_; } ///< by the year that it led to
    double drift() const { return drift_; }                                  ///< of the nation, a year, as a logarithm, before damping

private:
    /// Changes of authorities beside the nation's, by authority, in order of years.
    struct Change {
        double beside = 0, size = 0;
        int year = 0;
    };
    using Changes = std::map<std::string, std::vector<Change>>;
    Changes take_changes(std::span<const Authority> authorities, double least);
    void learn_nation();
    void learn_chance(const Changes& changes);
    void learn_what_lasts(const Changes& changes);
    void learn_regions(std::span<const Authority> authorities, const Changes& changes);
    void learn_own(std::span<const Authority> authorities, const Changes& changes);
    void learn_flows(std::span<const Authority> authorities);
    /// Of a yearly change beside the nation's: what lasts, and chance.
    double variance_of(double size) const { return everywhere_ + by_size_ / std::max(size, 1.0); }
    double chance_of(double size) const { return std::max(variance_of(size) - lasting_variance_ - region_variance_, variance_of(size) / 2); }

    Assumed assumed_;
    int origin_ = 0, changes_ = 0;
    std::map<int, double> growth_;
    double drift_ = 0, drift_variance_ = 0, shock_variance_ = 0;
    double everywhere_ = 0, by_size_ = 0;         ///< variance beside the nation: everywhere_ + by_size_ / size
    double tail80_ = 0, tail50_ = 0;              ///< standard deviations within which four fifths and half of the changes lie
    double lasting_variance_ = 0, region_variance_ = 0;  ///< of authorities in their region, and of regions
    struct Drift {
        double mean = 0, left = 0;  ///< a year, and the variance that is left of it
    };
    std::map<std::string, Drift> regions_, lasting_;  ///< by region, and by authority beside its region
    Drift region_of(const Authority& authority) const;
    Flows national_;
    bool has_flows_ = false;
};

}  // namespace kith::forecast
