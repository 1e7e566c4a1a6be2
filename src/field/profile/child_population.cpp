#include "profile/child_population.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
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

private:
    const files::Table& table_;
    std::size_t row_;
    std::vector<FileFinding>& findings_;
    bool good_ = true;
};

void read_locality(Row& row, const ChildPopulationPlaces& places, ChildCount& count)
{
    const auto code = row.text("locality");
    if (code.empty()) return;
    auto found = places.localities.find(code);
    if (found == places.localities.end()) return row.error("locality", "P-CHILD-1", fmt::format("There is no locality with the code {}. Leave it empty for the whole area", clipped(code, 40)));
    count.locality = found->second;
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

void read_amount(Row& row, const ChildPopulationPlaces& places, ChildCount& count)
{
    if (auto children = whole_number(row.text("children"))) count.children = *children;
    else row.error("children", "P-CHILD-4", "Children must be a whole number, such as 1204. Leave the row out where it is not known");
    count.source = row.text("source");
    if (count.source.empty()) row.error("source", "P-CHILD-5", "Say where the number comes from, such as Census 2021, table RM032");
    else if (length_in_characters(count.source) > longest_source) row.error("source", "P-CHILD-5", fmt::format("Source must be {} characters or fewer", longest_source));
    const auto as_of = Date::parse_any(row.text("as_of"));
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

ChildPopulationFile read_child_population(const files::Table& table, const packs::Packs& packs, const ChildPopulationPlaces& places)
{
    ChildPopulationFile file{.rows = static_cast<std::int64_t>(table.rows()), .taken = {}, .findings = {}};
    std::map<std::tuple<std::optional<partnership::LocalityId>, ChildCharacteristic, std::string>, std::size_t> first_on;
    for (std::size_t at = 0; at < table.rows(); ++at) {
        Row row{table, at, file.findings};
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

Share share_in(std::span<const ChildCount> counts, std::optional<partnership::LocalityId> locality, ChildCharacteristic characteristic, std::string_view code)
{
    auto is_asked = [&](const ChildCount& count) { return count.locality == locality && count.characteristic == characteristic && !is_unknown(count.code); };
    std::optional<Date> latest;
    for (const auto& count : counts)
        if (is_asked(count) && (!latest || *latest < count.as_of)) latest = count.as_of;
    Share share;
    for (const auto& count : counts) {
        if (!is_asked(count) || count.as_of != *latest) continue;
        share.whole += count.children;
        if (count.code == code) share.part += count.children;
    }
    return share;
}

}  // namespace

Share share_of_children(std::span<const ChildCount> counts, std::span<const partnership::LocalityId> localities, ChildCharacteristic characteristic, std::string_view code)
{
    if (localities.empty()) return share_in(counts, std::nullopt, characteristic, code);
    Share together;
    for (const auto locality : localities) {
        const auto share = share_in(counts, locality, characteristic, code);
        if (share.whole == 0) return {};
        together.part += share.part;
        together.whole += share.whole;
    }
    return together;
}

}  // namespace kith::profile
