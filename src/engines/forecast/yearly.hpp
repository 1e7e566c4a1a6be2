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
    std::string code, name, region;
    std::vector<Yearly> years;

    const Yearly* in(int year) const
    {
        const auto found = std::ranges::find(years, year, &Yearly::year);
        return found == years.end() ? nullptr : &*found;
    }
};

}  // namespace kith::forecast
