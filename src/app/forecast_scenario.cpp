#include "app/forecast_scenario.hpp"

#include "base/text.hpp"
#include "forecast/required.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <fstream>
#include <iterator>

namespace kith::app {
namespace {

namespace f = forecast;
constexpr double months_a_year = 12;

/// The entries of a scenario, one after another; the first fault ends the reading.
class Reading {
public:
    Reading(std::string path, f::Plan& plan) : path_(std::move(path)), plan_(plan) {}

    Result<Scenario> read(const toml::table& root)
    {
        for (const auto& [key, node] : root) {
            const std::string name{key.str()};
            if (name == "name") scenario_.name = node.value_or(std::string{});
            else if (const auto* entries = node.as_array(); entries != nullptr && entries->is_array_of_tables()) {
                for (const auto& entry : *entries) take(name, *entry.as_table());
            } else {
                fail(node, "a scenario has a name and [[recruit]], [[train]], [[return]], [[agency]], [[keep]], [[hours]], [[required]], [[ratio]], [[workload]] and [[target]], and no \"" + name + "\"");
            }
        }
        if (!fault_.empty()) return unacceptable("scenario", fault_);
        return scenario_;
    }

private:
    void fail(const toml::node& node, const std::string& words)
    {
        if (fault_.empty()) fault_ = fmt::format("{}, line {}: {}", path_, node.source().begin.line, words);
    }

    std::uint16_t group(const toml::table& entry)
    {
        const auto name = entry["group"].value_or(std::string{});
        for (std::size_t at = 0; at < plan_.groups.size(); ++at)
            if (lower_ascii(plan_.groups[at].name) == lower_ascii(name)) return static_cast<std::uint16_t>(at);
        fail(entry, "there is no group \"" + name + "\"; groups are called as the forecast prints them");
        return 0;
    }

    double number(const toml::table& entry, std::string_view name, double otherwise, double least, double most)
    {
        const auto* node = entry.get(name);
        if (node == nullptr) return otherwise;
        const auto value = node->value<double>();
        if (!value || !(*value >= least && *value <= most)) fail(*node, fmt::format("{} must be a number from {} to {}", name, least, most));
        return value.value_or(otherwise);
    }

    std::pair<double, double> range(const toml::table& entry, std::string_view name)
    {
        const auto* node = entry.get(name);
        if (node == nullptr) return fail(entry, fmt::format("{} is missing: a number, or two in brackets", name)), std::pair{0.0, 0.0};
        if (const auto value = node->value<double>()) return {*value, *value};
        const auto* two = node->as_array();
        if (two == nullptr || two->size() != 2) return fail(*node, fmt::format("{} is a number, or two in brackets: the least and the most", name)), std::pair{0.0, 0.0};
        return {two->get(0)->value_or(-1.0), two->get(1)->value_or(-1.0)};
    }

    void only(const toml::table& entry, std::initializer_list<std::string_view> known)
    {
        for (const auto& [key, node] : entry)
            if (std::ranges::find(known, key.str()) == known.end()) fail(node, "\"" + std::string{key.str()} + "\" is not known here");
    }

    /// What a driver, now and then and each with its range, requires of a group.
    template <class By>
    void require(const toml::table& entry, std::string_view now, std::string_view then, By required_by)
    {
        const auto [now_low, now_high] = range(entry, now);
        const auto [then_low, then_high] = range(entry, then);
        f::Required required{.group = group(entry)};
        for (const auto& [driver, into] : {std::pair{now_low, &required.now_low}, std::pair{now_high, &required.now_high}, std::pair{then_low, &required.then_low}, std::pair{then_high, &required.then_high}}) {
            const auto needed = required_by(driver);
            if (!needed) return fail(entry, needed.error().message);
            *into = *needed;
        }
        if (required.now_low > required.now_high || required.then_low > required.then_high) return fail(entry, "the least must not be above the most");
        plan_.required.push_back(required);
    }

    void take(const std::string& kind, const toml::table& entry)
    {
        constexpr double most_people = 100'000, most_months = 600, most_pounds = 1e9, most_times = 10;
        if (kind == "recruit" || kind == "return") {
            only(entry, {"group", "people_a_year", "from_month", "for_months", "yield", "months_to_start", "cost_each"});
            f::Intake intake{.group = group(entry), .people = number(entry, "people_a_year", 0, 0, most_people), .from = number(entry, "from_month", 0, 0, most_months) / months_a_year,
                             .for_years = number(entry, "for_months", plan_.months, 0, most_months) / months_a_year, .probability = number(entry, "yield", 1, 0, 1), .lag = number(entry, "months_to_start", 4, 0, most_months) / months_a_year};
            scenario_.cost += intake.people * std::max(intake.for_years, 0.0) * number(entry, "cost_each", 0, 0, most_pounds);
            plan_.intakes.push_back(intake);
        } else if (kind == "train") {
            only(entry, {"group", "people", "from_month", "months", "completion", "take_up", "cost_each"});
            const auto people = number(entry, "people", 0, 0, most_people);
            scenario_.cost += people * number(entry, "cost_each", 0, 0, most_pounds);
            plan_.intakes.push_back({.group = group(entry), .people = people, .from = number(entry, "from_month", 0, 0, most_months) / months_a_year, .for_years = 0,
                                     .probability = number(entry, "completion", 1, 0, 1) * number(entry, "take_up", 1, 0, 1), .lag = number(entry, "months", 12, 0, most_months) / months_a_year});
        } else if (kind == "keep") {
            only(entry, {"group", "from_month", "times"});
            plan_.keeps.push_back({.group = group(entry), .from = number(entry, "from_month", 0, 0, most_months) / months_a_year, .times = number(entry, "times", 1, 0, most_times)});
        } else if (kind == "agency") {
            only(entry, {"group", "people", "from_month", "for_months", "cost_each"});
            const auto people = number(entry, "people", 0, 0, most_people);
            scenario_.cost += people * number(entry, "cost_each", 0, 0, most_pounds);
            plan_.intakes.push_back({.group = group(entry), .people = people, .from = number(entry, "from_month", 0, 0, most_months) / months_a_year, .stays = number(entry, "for_months", 6, 1, most_months) / months_a_year});
        } else if (kind == "hours") {
            only(entry, {"group", "from_month", "times"});
            plan_.hours.push_back({.group = group(entry), .from = number(entry, "from_month", 0, 0, most_months) / months_a_year, .times = number(entry, "times", 1, 0, most_times)});
        } else if (kind == "ratio") {
            only(entry, {"group", "children_now", "children_then", "children_each"});
            const auto each = number(entry, "children_each", 0, 0, most_people);
            require(entry, "children_now", "children_then", [&](double children) { return f::required_by_ratio(children, each); });
        } else if (kind == "workload") {
            only(entry, {"group", "available_hours", "shared_by_all", "hours_of_some", "hours_each", "volume_now", "volume_then"});
            const auto available = number(entry, "available_hours", 0, 0, most_people), shared = number(entry, "shared_by_all", 0, 0, 1), some = number(entry, "hours_of_some", 0, 0, most_pounds), each = number(entry, "hours_each", 0, 0, most_people);
            require(entry, "volume_now", "volume_then", [&](double volume) { return f::required_by_workload({.available_hours = available, .activities = {{volume, each}}, .shared_by_all = shared, .hours_of_some = some}); });
        } else if (kind == "required") {
            only(entry, {"group", "now", "then"});
            const auto [now_low, now_high] = range(entry, "now");
            const auto [then_low, then_high] = range(entry, "then");
            plan_.required.push_back({.group = group(entry), .now_low = now_low, .now_high = now_high, .then_low = then_low, .then_high = then_high});
            if (!(0 <= now_low && now_low <= now_high && 0 <= then_low && then_low <= then_high)) fail(entry, "the least of what is required must not be above the most, nor below nought");
        } else if (kind == "target") {
            only(entry, {"group", "people", "years"});
            const auto years = number(entry, "years", 0, -100, 50);
            if (years < 1) fail(entry, "the target lies in the past, or in this year: give whole years from now, from 1 to 50");
            scenario_.targets.push_back({.group = group(entry), .people = number(entry, "people", 0, 0, most_people), .years = static_cast<int>(years)});
        } else {
            fail(entry, "there is no lever \"" + kind + "\"");
        }
    }

    std::string path_;
    f::Plan& plan_;
    Scenario scenario_;
    std::string fault_;
};

}  // namespace

Result<Scenario> add_scenario(const std::string& path, f::Plan& plan)
{
    std::ifstream in{path, std::ios::binary};
    if (!in) return unacceptable("scenario", path + " cannot be read. Check its name");
    try {
        return Reading{path, plan}.read(toml::parse(std::string{std::istreambuf_iterator<char>{in}, {}}, path));
    } catch (const toml::parse_error& error) {
        return unacceptable("scenario", fmt::format("{}, line {}: {}", path, error.source().begin.line, error.description()));
    }
}

}  // namespace kith::app
