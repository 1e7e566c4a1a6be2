#include "app/forecast_scenario.hpp"

#include "app/whole_file.hpp"
#include "base/text.hpp"
#include "forecast/required.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <cmath>

namespace kith::app {
namespace {

namespace f = forecast;
constexpr double months_a_year = 12, most_people = 100'000, most_months = 600, most_pounds = 1e9, most_times = 10;

/// The first fault of a file ends its reading.
class Faults {
public:
    explicit Faults(std::string path) : path_(std::move(path)) {}
    void add(const toml::node& node, const std::string& words)
    {
        if (words_.empty()) words_ = fmt::format("{}, line {}: {}", path_, node.source().begin.line, words);
    }
    const std::string& words() const { return words_; }

private:
    std::string path_, words_;
};

/// One entry of a scenario and the values that it may have; what nobody asked for is a fault.
class Entry {
public:
    Entry(const toml::table& table, std::string kind, const f::Plan& plan, Faults& faults) : table_(table), kind_(std::move(kind)), plan_(plan), faults_(faults) {}

    void fail(const std::string& words) const { faults_.add(table_, words); }
    bool has(std::string_view name) const { return table_.contains(name); }

    std::uint16_t group(std::string_view key = "group")
    {
        known_.emplace_back(key);
        const auto* node = table_.get(key);
        if (node == nullptr) return fail(fmt::format("{} is missing in [[{}]]: the name of a group as the forecast prints it", key, kind_)), 0;
        if (!node->is_string()) return faults_.add(*node, fmt::format("{} is the name of a group in quotes, as the forecast prints it", key)), 0;
        const auto name = node->value_or(std::string{});
        for (std::size_t at = 0; at < plan_.groups.size(); ++at)
            if (lower_ascii(plan_.groups[at].name) == lower_ascii(name)) return static_cast<std::uint16_t>(at);
        const auto like = std::ranges::find_if(plan_.groups, [&](const f::Group& one) { return !name.empty() && lower_ascii(one.name).contains(lower_ascii(name)); });
        faults_.add(*node, "there is no group \"" + name + "\"; " + (like == plan_.groups.end() ? "groups are called as the forecast prints them" : "is \"" + like->name + "\" meant?"));
        return 0;
    }
    /// Two that differ.
    std::pair<std::uint16_t, std::uint16_t> from_to()
    {
        const auto from = group("from"), to = group("to");
        if (from == to) fail(fmt::format("from and to are the same group in [[{}]]", kind_));
        return {from, to};
    }
    std::string text(std::string_view key)
    {
        known_.emplace_back(key);
        return table_[key].value_or(std::string{});
    }
    bool yes(std::string_view key)
    {
        known_.emplace_back(key);
        const auto* node = table_.get(key);
        if (node != nullptr && !node->is_boolean()) faults_.add(*node, fmt::format("{} is true or false", key));
        return node != nullptr && node->value_or(false);
    }
    /// One that may be left out.
    double number(std::string_view key, double otherwise, double least, double most)
    {
        known_.emplace_back(key);
        const auto* node = table_.get(key);
        if (node == nullptr) return otherwise;
        const auto value = node->is_number() ? node->value<double>() : std::nullopt;
        if (!value || !(*value >= least && *value <= most)) faults_.add(*node, fmt::format("{} must be a number from {} to {}", key, least, most));
        return value.value_or(otherwise);
    }
    /// One that must be there.
    double needed(std::string_view key, double least, double most)
    {
        if (!has(key)) fail(fmt::format("{} is missing in [[{}]]: a number from {} to {}", key, kind_, least, most));
        return number(key, least, least, most);
    }
    double months(std::string_view key, double otherwise) { return number(key, otherwise, 0, most_months) / months_a_year; }

    /// A driver, or what is required: `KEY_now` and `KEY_then`, each a number or two; or `KEY` as a series of [month, number] or [month, least, most].
    std::vector<f::RequiredAt> series(const std::string& prefix, const std::string& key)
    {
        known_.insert(known_.end(), {prefix + "now", prefix + "then", key});
        if (const auto* node = table_.get(key)) {
            std::vector<f::RequiredAt> series;
            const auto* points = node->as_array();
            for (std::size_t at = 0; points != nullptr && at < points->size(); ++at) series.push_back(point(*points->get(at), key));
            if (series.empty()) faults_.add(*node, key + " is a series: [[month, number], [month, least, most], ...]");
            for (std::size_t at = 1; at < series.size(); ++at)
                if (!(series[at].at > series[at - 1].at)) faults_.add(*node, key + ": months must go up");
            return series;
        }
        const auto now = range(prefix + "now"), then = range(prefix + "then");
        return {{0, now.first, now.second}, {static_cast<double>(plan_.months) / months_a_year, then.first, then.second}};
    }

    /// After everything has been asked for.
    void finish() const
    {
        for (const auto& [key, node] : table_)
            if (std::ranges::find(known_, key.str()) == known_.end()) faults_.add(node, fmt::format("\"{}\" is not known in [[{}]]", key.str(), kind_));
    }

private:
    std::pair<double, double> range(const std::string& key)
    {
        const auto* node = table_.get(key);
        if (node == nullptr) return fail(fmt::format("{} is missing in [[{}]]: a number, or two in brackets", key, kind_)), std::pair{0.0, 0.0};
        if (node->is_number()) return between(*node, key, node->value_or(-1.0), node->value_or(-1.0));
        const auto* two = node->as_array();
        if (two == nullptr || two->size() != 2) return faults_.add(*node, key + " is a number, or two in brackets: the least and the most"), std::pair{0.0, 0.0};
        return between(*node, key, two->get(0)->value_or(-1.0), two->get(1)->value_or(-1.0));
    }
    f::RequiredAt point(const toml::node& node, const std::string& key)
    {
        const auto* values = node.as_array();
        if (values == nullptr || values->size() < 2 || values->size() > 3) return faults_.add(node, key + ": each place of the series is [month, number] or [month, least, most]"), f::RequiredAt{};
        const auto value = [&](std::size_t at) { return values->get(std::min(at, values->size() - 1))->value_or(-1.0); };
        const auto [low, high] = between(node, key, value(1), value(2));
        if (!(value(0) >= 0 && value(0) <= most_months)) faults_.add(node, fmt::format("{}: a month lies from 0 to {}", key, most_months));
        return {value(0) / months_a_year, low, high};
    }
    std::pair<double, double> between(const toml::node& node, const std::string& key, double low, double high)
    {
        constexpr double most = 1e8;
        if (!(low >= 0 && high <= most)) faults_.add(node, fmt::format("{} lies from 0 to {:.0f}", key, most));
        else if (low > high) faults_.add(node, key + ": the least must not be above the most");
        return {low, high};
    }

    const toml::table& table_;
    std::string kind_;
    const f::Plan& plan_;
    Faults& faults_;
    std::vector<std::string> known_;
};

class Reading {
public:
    Reading(std::string path, f::Plan& plan, const SettingCounts& settings) : faults_(std::move(path)), plan_(plan), settings_(settings), end_(plan.months / months_a_year) {}

    Result<Scenario> read(const toml::table& root)
    {
        for (const auto& [key, node] : root) {
            const std::string name{key.str()};
            if (name == "name" && node.is_string()) scenario_.name = node.value_or(std::string{});
            else if (name == "name") faults_.add(node, "the name of a scenario stands in quotes");
            else if (const auto* entries = node.as_array(); entries != nullptr && entries->is_array_of_tables()) {
                for (const auto& one : *entries) {
                    Entry entry{*one.as_table(), name, plan_, faults_};
                    if (!take_people(name, entry) && !take_change(name, entry) && !take_required(name, entry)) entry.fail("there is no lever \"" + name + "\"");
                    else entry.finish();
                }
            } else {
                faults_.add(node, "a scenario has a name and [[recruit]], [[return]], [[train]], [[convert]], [[agency]], [[share]], [[redesign]], [[keep]], [[hours]], [[required]], [[ratio]], [[caseload]], [[workload]], [[per_setting]] and [[target]], and no \"" + name + "\"");
            }
        }
        if (!faults_.words().empty()) return unacceptable("scenario", faults_.words());
        return scenario_;
    }

private:
    /// People who come, for a time or for good, and who are retrained.
    bool take_people(const std::string& kind, Entry& entry)
    {
        if (kind == "recruit" || kind == "return") {
            f::Intake intake{.group = entry.group(), .people = entry.needed("people_a_year", 0, most_people), .from = entry.months("from_month", 0), .for_years = entry.months("for_months", plan_.months), .probability = entry.number("yield", 1, 0, 1),
                             .lag = entry.months("months_to_start", 4), .most_in_post = entry.number("most_in_post", HUGE_VAL, 0, most_people)};
            scenario_.cost += intake.people * std::clamp(end_ - intake.from, 0.0, intake.for_years) * entry.number("cost_each", 0, 0, most_pounds);
            if (intake.for_years > 0) plan_.intakes.push_back(intake);
        } else if (kind == "train") {
            const auto people = entry.needed("people", 0, most_people), from = entry.months("from_month", 0);
            scenario_.cost += from < end_ ? people * entry.number("cost_each", 0, 0, most_pounds) : 0;
            plan_.intakes.push_back({.group = entry.group(), .people = people, .from = from, .for_years = 0, .probability = entry.number("completion", 1, 0, 1) * entry.number("take_up", 1, 0, 1), .lag = entry.months("months", 12),
                                     .most_in_post = entry.number("most_in_post", HUGE_VAL, 0, most_people)});
        } else if (kind == "convert") {
            const auto people = entry.needed("people", 0, most_people), from = entry.months("from_month", 0);
            scenario_.cost += from < end_ ? people * entry.number("cost_each", 0, 0, most_pounds) : 0;
            const auto [left, joined] = entry.from_to();
            plan_.conversions.push_back({.from = left, .to = joined, .people = people, .at = from + entry.months("months", 12), .probability = entry.number("completion", 1, 0, 1) * entry.number("take_up", 1, 0, 1),
                                         .is_followed = entry.yes("followed")});
        } else if (kind == "agency") {
            const auto people = entry.needed("people", 0, most_people), from = entry.months("from_month", 0);
            scenario_.cost += from < end_ ? people * entry.number("cost_each", 0, 0, most_pounds) : 0;
            plan_.intakes.push_back({.group = entry.group(), .people = people, .from = from, .stays = entry.number("for_months", 6, 1, most_months) / months_a_year});
        } else {
            return false;
        }
        return true;
    }

    /// Those who are there work, stay or are followed otherwise.
    bool take_change(const std::string& kind, Entry& entry)
    {
        if (kind == "keep") plan_.keeps.push_back({.group = entry.group(), .from = entry.months("from_month", 0), .times = entry.needed("times", 0, most_times)});
        else if (kind == "hours") plan_.hours.push_back({.group = entry.group(), .from = entry.months("from_month", 0), .times = entry.needed("times", 0, most_times)});
        else if (kind == "redesign") {
            const auto [from, to] = entry.from_to();
            plan_.redesigns.push_back({.from = from, .to = to, .at = entry.months("from_month", 0), .share = entry.needed("share", 0, 1)});
        } else if (kind == "share") {
            const auto [from, to] = entry.from_to();
            plan_.shares.push_back({.from = from, .to = to, .fte = entry.needed("full_time_equivalents", 0, most_people), .at = entry.months("from_month", 0), .for_years = entry.months("for_months", most_months)});
        } else {
            return false;
        }
        return true;
    }

    bool take_required(const std::string& kind, Entry& entry)
    {
        if (kind == "required") plan_.required.push_back({.group = entry.group(), .series = entry.series("", "series")});
        else if (kind == "ratio" || kind == "caseload") {
            const std::string of = kind == "ratio" ? "children" : "cases";
            const auto each = entry.needed(of + "_each", 0, most_people);
            require(entry, of, [&](double driver) { return f::required_by_ratio(driver, each); });
        } else if (kind == "workload") {
            const f::Workload by{.available_hours = entry.needed("available_hours", 0, most_people), .activities = {}, .shared_by_all = entry.number("shared_by_all", 0, 0, 1), .hours_of_some = entry.number("hours_of_some", 0, 0, most_pounds)};
            const auto each = entry.needed("hours_each", 0, most_people);
            require(entry, "volume", [&](double volume) {
                auto workload = by;
                workload.activities = {{volume, each}};
                return f::required_by_workload(workload);
            });
        } else if (kind == "per_setting") {
            const auto each = entry.needed("each", 0, most_people);
            const auto settings = settings_of(entry);
            plan_.required.push_back({.group = entry.group(), .series = {{0, each * settings, each * settings}}});
        } else if (kind == "target") {
            const auto years = entry.number("years", 0, -100, 50);
            if (years < 1 || years != std::floor(years)) entry.fail("the target lies in the past, or in this year: give whole years from now, from 1 to 50");
            scenario_.targets.push_back({.group = entry.group(), .people = entry.needed("people", 0, most_people), .years = static_cast<int>(years)});
            plan_.targets.push_back({.group = scenario_.targets.back().group, .people = scenario_.targets.back().people, .at = std::max(years, 0.0)});
        } else {
            return false;
        }
        return true;
    }

    /// What a driver requires of a group, at each place of its series.
    template <class By>
    void require(Entry& entry, const std::string& driver, By required_by)
    {
        f::Required required{.group = entry.group(), .series = entry.series(driver + "_", driver)};
        for (auto& place : required.series)
            for (auto* value : {&place.low, &place.high}) {
                const auto needed = required_by(*value);
                if (!needed) return entry.fail(needed.error().message);
                *value = *needed;
            }
        plan_.required.push_back(std::move(required));
    }

    /// Settings of a kind as the register has them, unless the entry says how many.
    double settings_of(Entry& entry)
    {
        const auto kind = lower_ascii(entry.text("kind"));
        const auto given = entry.number("settings", -1, 0, most_people);
        if (given >= 0) return given;
        const auto found = settings_.find(kind);
        if (found == settings_.end()) entry.fail(fmt::format("the register has no open setting of the kind \"{}\"; say how many with settings = NUMBER", kind));
        return found == settings_.end() ? 0 : found->second;
    }

    Faults faults_;
    f::Plan& plan_;
    const SettingCounts& settings_;
    Scenario scenario_;
    double end_;
};

}  // namespace

Result<Scenario> add_scenario(const std::string& path, f::Plan& plan, const SettingCounts& settings)
{
    const auto text = whole_file(path, "scenario");
    if (!text) return std::unexpected(text.error());
    try {
        return Reading{path, plan, settings}.read(toml::parse(*text, path));
    } catch (const toml::parse_error& error) {
        return unacceptable("scenario", fmt::format("{}, line {}: {}", path, error.source().begin.line, error.description()));
    }
}

}  // namespace kith::app
