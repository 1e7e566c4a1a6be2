#pragma once
// Where only yearly counts exist: who was in post on a day each year, who started and who left in the year before it. Pure.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace kith::forecast {

/// One year of an authority, in full-time equivalents. Starters and leavers are of the year that ends with the count; none where nothing was published.
struct Yearly {
    int year = 0;
    double in_post = 0;
    std::optional<double> starters{}, leavers{};
};

/// An authority and its years, each once, in order. An authority that was abolished or made has the years in which it was.
struct Authority {
    std::string code, name;
    std::vector<Yearly> years;
    std::string region{};  ///< those of one region tell of each other; empty: of none

    const Yearly* in(int year) const
    {
        const auto found = std::ranges::find(years, year, &Yearly::year);
        return found == years.end() ? nullptr : &*found;
    }
};

/// A yearly flow as a share of those in post, and what published flows leave unexplained.
struct Flows {
    double starters = 0, leavers = 0;
    double residual = 0;  ///< change that is neither: stock + starters - leavers never gives the next stock
};
/// Flows summed over years and authorities, as far as a year and the one before it published what they need.
class FlowSums {
public:
    void add(const Authority& authority, const Yearly& now)
    {
        const auto* last = authority.in(now.year - 1);
        if (last == nullptr || !now.starters || !now.leavers) return;
        before_ += last->in_post, starters_ += *now.starters, leavers_ += *now.leavers, change_ += now.in_post - last->in_post;
    }
    bool any() const { return before_ > 0; }
    /// Shares of those in post before; those of `usual` count beside them as so many people in post for a year. None where nothing was summed.
    Flows shares(const Flows& usual = {}, double weight = 0) const
    {
        const auto all = before_ + weight;
        if (!(all > 0)) return {};
        return {(starters_ + weight * usual.starters) / all, (leavers_ + weight * usual.leavers) / all, (change_ - starters_ + leavers_ + weight * usual.residual) / all};
    }

private:
    double before_ = 0, starters_ = 0, leavers_ = 0, change_ = 0;
};

}  // namespace kith::forecast
