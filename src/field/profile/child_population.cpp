#include "profile/child_population.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ranges>
#include <set>
#include <sstream>
#include <tuple>

namespace kith::profile {
namespace {

using partnership::FileFinding;
using partnership::FileSeverity;

constexpr std::array<std::string_view, 6> columns{"locality", "characteristic", "code", "children", "source", "as_of"};
constexpr std::size_t longest_source = 200;
constexpr std::int64_t most_children = 10'000'000;

/// Codes that say that a characteristic is not known.
bool is_unknown(std::string_view code)
{
    return code == "not_known" || code == "not_stated" || code == "unknown";
}

/// One row: cells by column, and the errors they give.
class Row {
public:
    Row(const files::Table& table, std::size_t row, std::vector<FileFinding>& findings) : table_(table), row_(row), findings_(findings) {}

    std::string_view text(std::string_view column) const { return table_.cell(row_, *table_.column(column)); }
    void error(std::string_view column, std::string_view rule, std::string message)
    {
        findings_.push_back({static_cast<std::int64_t>(table_.line(row_)), std::string{column}, std::string{rule}, FileSeverity::error, std::move(message)});
        good_ = false;
    }
    bool is_good() const { return good_; }
    /// As the form to fill in has it.
    bool is_not_filled_in() const { return text("children").empty() && text("source").empty() && text("as_of").empty(); }

private:
    const files::Table& table_;
    std::size_t row_;
    std::vector<FileFinding>& findings_;
    bool good_ = true;
};

void read_locality(Row& row, const ChildPopulationPlaces& places, ChildCount& count)
{
    const auto text = row.text("locality");
    const auto name = lower_ascii(text);
    if (text.empty() || name == "the whole area" || name == "whole area") return;
    if (auto found = places.localities.find(text); found != places.localities.end()) count.locality = found->second;
    else if (auto named = places.names.find(name); named != places.names.end()) count.locality = named->second;
    else row.error("locality", "P-CHILD-1", fmt::format("There is no locality with the code or name {}. Leave it empty for the whole area", clipped(text, 40)));
}

void read_code(Row& row, const packs::Packs& packs, ChildCount& count)
{
    const auto characteristic = child_characteristic(row.text("characteristic"));
    if (!characteristic) return row.error("characteristic", "P-CHILD-2", "Characteristic must be age, sex, ethnicity or disability");
    count.characteristic = *characteristic;
    const auto& list = packs.list(list_of(*characteristic));
    const auto* code = list.recognise(row.text("code"));
    if (code == nullptr) return row.error("code", "P-CHILD-3", fmt::format("There is no such code in the list “{}”. Use a code or a label of it", list.title()));
    count.code = code->code;
}

/// "1204" or "1,204".
std::optional<std::int64_t> whole_number(std::string_view text)
{
    std::string digits{text};
    if (digits.find(',') != std::string::npos) {
        std::erase(digits, ',');
        std::int64_t value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (with_commas(value) != text) return std::nullopt;
    }
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (problem != std::errc{} || end != digits.data() + digits.size() || value < 0 || value > most_children) return std::nullopt;
    return value;
}

/// Any form that dates are read in, and as pages write them: "21 March 2021".
Result<Date> day_in(std::string_view text)
{
    auto day = Date::parse_any(text);
    if (day) return day;
    std::istringstream words{std::string{text}};
    int number = 0, year = 0;
    std::string month;
    if (!(words >> number >> month >> year)) return day;
    for (int at = 1; at <= 12; ++at) {
        if (auto in_words = Date::of(year, at, number); in_words && lower_ascii(in_words->in_words()) == lower_ascii(text)) return *in_words;
    }
    return day;
}

void read_amount(Row& row, const ChildPopulationPlaces& places, ChildCount& count)
{
    if (auto children = whole_number(row.text("children"))) count.children = *children;
    else row.error("children", "P-CHILD-4", "Children must be a whole number, such as 1204. Leave the row out where it is not known");
    count.source = row.text("source");
    if (count.source.empty()) row.error("source", "P-CHILD-5", "Say where the number comes from, such as Census 2021, table RM032");
    else if (length_in_characters(count.source) > longest_source) row.error("source", "P-CHILD-5", fmt::format("Source must be {} characters or fewer", longest_source));
    const auto as_of = day_in(row.text("as_of"));
    if (!as_of) return row.error("as_of", "P-CHILD-6", "Day must be a date that exists, such as 21/3/2021: the day that the number is of");
    if (places.today < *as_of) return row.error("as_of", "P-CHILD-6", "Day must not be after today. Estimates of years to come are not counts");
    count.as_of = *as_of;
}

auto key_of(const ChildCount& count)
{
    return std::tuple{count.locality, count.characteristic, std::string_view{count.code}};
}

}  // namespace

std::string_view code_of(ChildCharacteristic characteristic)
{
    static constexpr std::array<std::string_view, 4> names{"age", "sex", "ethnicity", "disability"};
    return names[static_cast<std::size_t>(characteristic)];
}

std::optional<ChildCharacteristic> child_characteristic(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, ChildCharacteristic>, 9> names{{{"age", ChildCharacteristic::age}, {"age band", ChildCharacteristic::age},
        {"age_band", ChildCharacteristic::age}, {"sex", ChildCharacteristic::sex}, {"ethnicity", ChildCharacteristic::ethnicity}, {"ethnic group", ChildCharacteristic::ethnicity},
        {"ethnicity group", ChildCharacteristic::ethnicity}, {"ethnicity_group", ChildCharacteristic::ethnicity}, {"disability", ChildCharacteristic::disability}}};
    const auto key = lower_ascii(text);
    auto found = std::ranges::find(names, key, &std::pair<std::string_view, ChildCharacteristic>::first);
    return found == names.end() ? std::nullopt : std::optional{found->second};
}

std::string_view list_of(ChildCharacteristic characteristic)
{
    static constexpr std::array<std::string_view, 4> lists{"child_age_bands", "sex", "ethnic_groups", "disability"};
    return lists[static_cast<std::size_t>(characteristic)];
}

bool is_child_population_file(const files::Table& table)
{
    return std::ranges::all_of(columns, [&](auto name) { return table.column(name).has_value(); });
}

std::string child_population_template()
{
    return "locality,characteristic,code,children,source,as_of\r\n";
}

std::string child_population_form(const packs::Packs& packs, const std::vector<partnership::Locality>& localities)
{
    files::CsvWriter writer{{.byte_order_mark = true}};
    writer.row(std::vector<std::string>{"locality", "characteristic", "code", "children", "source", "as_of", "place", "group"});
    auto add = [&](const std::string& code, const std::string& name) {
        for (const auto characteristic : {ChildCharacteristic::age, ChildCharacteristic::sex, ChildCharacteristic::ethnicity, ChildCharacteristic::disability}) {
            for (const auto& group : packs.list(list_of(characteristic)).codes()) {
                if (!is_unknown(group.code)) writer.row(std::vector<std::string>{code, std::string{code_of(characteristic)}, group.code, "", "", "", name, group.label});
            }
        }
    };
    add("", "The whole area");
    for (const auto& locality : localities) add(locality.code, locality.name);
    return std::move(writer).text();
}

ChildPopulationPlaces places_named(const std::vector<partnership::Locality>& localities, Date today)
{
    ChildPopulationPlaces places{.localities = {}, .names = {}, .today = today};
    std::set<std::string> twice;
    for (const auto& locality : localities) {
        places.localities.emplace(locality.code, locality.id);
        const auto name = lower_ascii(locality.name);
        if (!places.names.emplace(name, locality.id).second) twice.insert(name);
    }
    for (const auto& name : twice) places.names.erase(name);
    return places;
}

ChildPopulationFile read_child_population(const files::Table& table, const packs::Packs& packs, const ChildPopulationPlaces& places)
{
    ChildPopulationFile file{.rows = static_cast<std::int64_t>(table.rows()), .taken = {}, .findings = {}};
    std::map<std::tuple<std::optional<partnership::LocalityId>, ChildCharacteristic, std::string>, std::size_t> first_on;
    for (std::size_t at = 0; at < table.rows(); ++at) {
        Row row{table, at, file.findings};
        if (row.is_not_filled_in()) {
            --file.rows;
            continue;
        }
        ChildCount count;
        read_locality(row, places, count);
        read_code(row, packs, count);
        read_amount(row, places, count);
        if (!row.is_good()) continue;
        auto [seen, is_first] = first_on.emplace(key_of(count), table.line(at));
        if (!is_first) row.error("code", "P-CHILD-7", fmt::format("Line {} has a number for the same place and code. Give each one row", seen->second));
        else file.taken.push_back(std::move(count));
    }
    return file;
}

ChildPopulationPlan plan_for(const ChildPopulationFile& file, std::span<const ChildCount> held)
{
    ChildPopulationPlan plan;
    for (auto count : file.taken) {
        auto found = std::ranges::find_if(held, [&](const ChildCount& other) { return key_of(other) == key_of(count); });
        if (found == held.end()) {
            plan.added.push_back(std::move(count));
            continue;
        }
        count.id = found->id;
        count.public_id = found->public_id;
        if (count == *found) ++plan.unchanged;
        else plan.changed.push_back(std::move(count));
    }
    return plan;
}

namespace {

/// The counts of one place by one characteristic, of the latest day of which there are any; those of whom it is not known are not among them.
std::vector<const ChildCount*> latest_of(std::span<const ChildCount> counts, std::optional<partnership::LocalityId> locality, ChildCharacteristic characteristic)
{
    std::vector<const ChildCount*> latest;
    for (const auto& count : counts) {
        if (count.locality != locality || count.characteristic != characteristic || is_unknown(count.code)) continue;
        if (!latest.empty() && latest.front()->as_of < count.as_of) latest.clear();
        if (latest.empty() || latest.front()->as_of == count.as_of) latest.push_back(&count);
    }
    return latest;
}

/// The counts of each of the places, the whole area where none is named; a place without any has an empty list.
std::vector<std::vector<const ChildCount*>> latest_of_each(std::span<const ChildCount> counts, std::span<const partnership::LocalityId> localities, ChildCharacteristic characteristic)
{
    if (localities.empty()) return {latest_of(counts, std::nullopt, characteristic)};
    std::vector<std::vector<const ChildCount*>> each;
    for (const auto locality : localities) each.push_back(latest_of(counts, locality, characteristic));
    return each;
}

}  // namespace

std::vector<UnlikeTotals> unlike_totals(std::span<const ChildCount> counts)
{
    constexpr std::array<std::string_view, 4> under_eighteen{"0_4", "5_9", "10_14", "15_17"};
    std::set<std::optional<partnership::LocalityId>> places;
    for (const auto& count : counts) places.insert(count.locality);
    std::vector<UnlikeTotals> unlike;
    for (const auto& place : places) {
        UnlikeTotals of_place{.locality = place, .totals = {}};
        for (const auto characteristic : {ChildCharacteristic::age, ChildCharacteristic::sex, ChildCharacteristic::ethnicity}) {
            std::optional<Date> latest;
            for (const auto& count : counts) {
                if (count.locality == place && count.characteristic == characteristic && (!latest || *latest < count.as_of)) latest = count.as_of;
            }
            std::int64_t total = 0;
            bool counted = false;
            for (const auto& count : counts) {
                if (count.locality != place || count.characteristic != characteristic || count.as_of != *latest) continue;
                if (characteristic == ChildCharacteristic::age && std::ranges::find(under_eighteen, count.code) == under_eighteen.end()) continue;
                counted = true;
                total += count.children;
            }
            if (counted) of_place.totals.emplace_back(characteristic, total);
        }
        if (of_place.totals.size() < 2) continue;
        const auto [least, most] = std::ranges::minmax(of_place.totals | std::views::values);
        if ((most - least) * 50 > most) unlike.push_back(std::move(of_place));
    }
    return unlike;
}

std::vector<ChildCount> held_after(std::span<const ChildCount> held, const ChildPopulationPlan& plan)
{
    std::vector<ChildCount> after{held.begin(), held.end()};
    for (const auto& changed : plan.changed) {
        const auto found = std::ranges::find(after, changed.id, &ChildCount::id);
        if (found != after.end()) *found = changed;
    }
    after.insert(after.end(), plan.added.begin(), plan.added.end());
    return after;
}

bool leaves_the_area(std::span<const ChildCount> held, const ChildPopulationPlan& plan)
{
    auto of_area = [](const ChildCount& count) { return !count.locality.has_value(); };
    const bool names_area = std::ranges::any_of(plan.added, of_area) || std::ranges::any_of(plan.changed, of_area);
    return !names_area && !(plan.added.empty() && plan.changed.empty()) && std::ranges::any_of(held, of_area);
}

Share share_of_children(std::span<const ChildCount> counts, std::span<const partnership::LocalityId> localities, ChildCharacteristic characteristic, std::string_view code)
{
    Share together;
    for (const auto& place : latest_of_each(counts, localities, characteristic)) {
        Share share;
        for (const auto* count : place) {
            share.whole += count->children;
            if (count->code == code) share.part += count->children;
        }
        if (share.whole == 0) return {};
        together.part += share.part;
        together.whole += share.whole;
    }
    return together;
}

std::optional<std::int64_t> children_of(std::span<const ChildCount> counts, std::span<const partnership::LocalityId> localities, ChildCharacteristic characteristic, std::span<const std::string_view> codes)
{
    std::int64_t children = 0;
    for (const auto& place : latest_of_each(counts, localities, characteristic)) {
        for (const auto code : codes) {
            const auto found = std::ranges::find(place, code, [](const ChildCount* count) { return std::string_view{count->code}; });
            if (found == place.end()) return std::nullopt;
            children += (*found)->children;
        }
    }
    return children;
}

std::string sources_in_words(std::span<const ChildCount> counts, std::span<const partnership::LocalityId> localities, ChildCharacteristic characteristic)
{
    std::vector<std::string> sources;
    for (const auto& place : latest_of_each(counts, localities, characteristic)) {
        for (const auto* count : place) {
            auto words = fmt::format("{}, of {}", count->source, count->as_of.in_words());
            if (std::ranges::find(sources, words) == sources.end()) sources.push_back(std::move(words));
        }
    }
    constexpr std::size_t most_named = 3;
    if (sources.empty()) return {};
    const auto more = sources.size() > most_named ? sources.size() - most_named : 0;
    sources.resize(sources.size() - more);
    return "Children: " + joined(sources, "; ") + (more > 0 ? "; and " + counted(static_cast<std::int64_t>(more), "other source", "other sources") : "");
}

}  // namespace kith::profile
