#include "app/yearly_verb.hpp"

#include "app/yearly_file.hpp"
#include "base/text.hpp"
#include "forecast/aggregate.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kith::app {
namespace {

namespace f = forecast;

/// One person is 5 % of twenty: of fewer a change tells nothing.
constexpr double least = 20;

struct Told {
    f::Aggregate model;
    std::vector<const f::Authority*> authorities;  ///< with a count in the last year that is large enough
    std::size_t too_few = 0, without = 0;
    int years = 0;
};

const std::string& name_of(const f::Authority& authority) { return authority.name.empty() ? authority.code : authority.name; }

Result<Told> told_of(const YearlyFile& file, const std::string& path, const std::optional<std::string>& of, int years)
{
    int last = 0;
    for (const auto& authority : file.authorities)
        for (const auto& year : authority.years) last = std::max(last, year.year);
    if (last == 0) return unacceptable("file", path + " has no row of a local authority with a count in post");
    Told told{.model = f::Aggregate::learnt(file.authorities, last, least), .authorities = {}, .years = years};
    for (const auto& authority : file.authorities) {
        if (of && lower_ascii(*of) != lower_ascii(authority.name) && lower_ascii(*of) != lower_ascii(authority.code)) continue;
        if (const auto* now = authority.in(last); now == nullptr) ++told.without;
        else if (now->in_post < least) ++told.too_few;
        else told.authorities.push_back(&authority);
    }
    if (!told.authorities.empty()) return told;
    if (of && told.without > 0) return unacceptable("of", fmt::format("{} has no count in post in {}, the last year of the file", *of, last));
    if (told.too_few > 0) return unacceptable("file", fmt::format("Fewer than {:.0f} in post: too little to forecast by", least));
    return unacceptable("of", of ? "The file has no authority \"" + *of + "\": give its code or its name as the file has it" : path + " has nobody in post in its last year");
}

/// A line holds three years at most: the first, one in the middle and the last.
std::vector<std::size_t> years_in_a_line(int years)
{
    if (years <= 3) return years == 1 ? std::vector<std::size_t>{1} : years == 2 ? std::vector<std::size_t>{1, 2} : std::vector<std::size_t>{1, 2, 3};
    const auto last = static_cast<std::size_t>(years);
    return {1, (last + 1) / 2, last};
}

std::string of_all(const Told& told)
{
    const auto shown = years_in_a_line(told.years);
    auto words = fmt::format("{:<34}{:>9}", "Full-time equivalents", told.model.origin());
    for (const auto ahead : shown) words += fmt::format("{:>9}{:>18}", told.model.origin() + static_cast<int>(ahead), "four fifths");
    words += "\n";
    for (const auto* authority : told.authorities) {
        words += fmt::format("{:<34}{:>9.1f}", clipped(name_of(*authority), 33), authority->in(told.model.origin())->in_post);
        const auto path = told.model.path(*authority, told.years);
        for (const auto ahead : shown) {
            const auto& band = path[ahead - 1].band;
            words += fmt::format("{:>9.1f}{:>18}", band.median, fmt::format("{:.1f} to {:.1f}", band.low80, band.high80));
        }
        words += "\n";
    }
    return words;
}

std::string of_one(const Told& told, const f::Authority& authority)
{
    const auto origin = told.model.origin();
    auto words = fmt::format("{}, full-time equivalents\n{:<8}{:>9}{:>20}{:>20}", name_of(authority), "year", "middle", "half", "four fifths");
    words += told.model.has_flows() ? fmt::format("{:>10}{:>10}{:>10}\n", "start", "leave", "residual") : "\n";
    words += fmt::format("{:<8}{:>9.1f}\n", origin, authority.in(origin)->in_post);
    for (const auto& year : told.model.path(authority, told.years)) {
        words += fmt::format("{:<8}{:>9.1f}{:>20}{:>20}", year.year, year.band.median, fmt::format("{:.1f} to {:.1f}", year.band.low50, year.band.high50), fmt::format("{:.1f} to {:.1f}", year.band.low80, year.band.high80));
        words += told.model.has_flows() ? fmt::format("{:>10.1f}{:>10.1f}{:>+10.1f}\n", year.starters, year.leavers, year.residual) : "\n";
    }
    words += told.model.has_flows() ? "start: as many as the middle takes; leave: by own and national rates; residual: what published starters and leavers leave unexplained, carried on\n" : "The file has no starters and leavers of two years that follow each other: no flows\n";
    return words;
}

std::string rests_on(const Told& told)
{
    auto words = fmt::format("Rests on {} until {}; all together are taken to change by {:+.1f}% in the next year, and by less in each after it\n", counted(told.model.changes_seen(), "yearly change"), told.model.origin(), 100 * std::expm1(told.model.drift()));
    if (told.model.changes_seen() == 0) words += "Too little to forecast by: one year says nothing of changes. The bands are what is assumed of them\n";
    if (told.too_few > 0) words += fmt::format("Left out: {} with fewer than {:.0f} in post\n", counted(told.too_few, "authority", "authorities"), least);
    if (told.without > 0) words += fmt::format("Left out: {} without a count in {}\n", counted(told.without, "authority", "authorities"), told.model.origin());
    return words;
}

std::string as_json(const Told& told)
{
    boost::json::array authorities, growth;
    for (const auto* authority : told.authorities) {
        boost::json::array years;
        for (const auto& year : told.model.path(*authority, told.years)) {
            boost::json::object one{{"year", year.year}, {"median", year.band.median}, {"low50", year.band.low50}, {"high50", year.band.high50}, {"low80", year.band.low80}, {"high80", year.band.high80}};
            if (told.model.has_flows()) one["starters"] = year.starters, one["leavers"] = year.leavers, one["residual"] = year.residual;
            years.push_back(std::move(one));
        }
        authorities.push_back({{"code", authority->code}, {"name", authority->name}, {"now", authority->in(told.model.origin())->in_post}, {"years", years}});
    }
    for (const auto& [year, logarithm] : told.model.national_growth()) growth.push_back({{"year", year}, {"growth", std::expm1(logarithm)}});
    return boost::json::serialize(boost::json::object{{"origin", told.model.origin()}, {"changes_seen", told.model.changes_seen()}, {"national_growth", growth}, {"drift", told.model.drift()}, {"authorities", authorities}}) + "\n";
}

}  // namespace

int forecast_yearly(const Configuration&, const Arguments& arguments)
{
    constexpr int usual_years = 3, most_years = 10;
    const auto years = arguments.number("years", usual_years, most_years);
    if (!years) return refuse(years.error());
    const auto& path = arguments.words().front();
    const auto file = read_yearly_file(path);
    if (!file) return refuse(file.error());
    const auto of = arguments.option("of");
    const auto told = told_of(*file, path, of ? std::optional<std::string>{*of} : std::nullopt, static_cast<int>(*years));
    if (!told) return refuse(told.error());
    if (arguments.has("json")) fmt::print("{}", as_json(*told));
    else fmt::print("{}{}", of ? of_one(*told, *told->authorities.front()) : of_all(*told), rests_on(*told));
    return Exit::clean;
}

}  // namespace kith::app
