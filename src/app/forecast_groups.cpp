#include "app/forecast_groups.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace kith::app {
namespace {

namespace f = forecast;
using tally::Column;

Result<Column> column_of(std::string_view name)
{
    for (const auto& [known, column] : {std::pair{"role", Column::role}, std::pair{"sector", Column::sector}, std::pair{"locality", Column::locality}, std::pair{"organisation", Column::organisation}, std::pair{"contract", Column::contract}})
        if (name == known) return column;
    return unacceptable("group-by", "A forecast can be grouped by role, sector, locality, organisation and contract, and not by \"" + std::string{name} + "\"");
}

double number_of(std::string_view text)
{
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// A group of a sector before anything of its own is known.
f::Group usual_in(const packs::Packs& packs, std::string_view sector)
{
    constexpr double per_cent = 100;
    // Retiring by age, where a pension can be drawn. Source: a design choice, about as teachers and NHS staff retire; no national rate by single role is known.
    constexpr std::array<double, f::age_bands> retiring{0, 0, 0, 0, 0, 0, 0, 0.03, 0.12, 0.30, 0.015};
    // One in twenty changes hours in a year. Source: a design choice; no national rate is known.
    const f::Rate changing{.usual = 0.05, .usual_years = 60, .source = {}};
    f::Group group{.name = {}, .leave = {.usual = 0.13, .usual_years = 30, .source = "no sector is reported: the middle of all sectors, weighing half"}, .retire = retiring, .change_hours = changing, .posts_vary = 0.05};
    for (const auto& code : packs.list("forecast_rates").codes())
        if (code.attribute("sector") == sector) {
            group.leave = {.usual = number_of(code.attribute("leaving")) / per_cent, .usual_years = number_of(code.attribute("weighs")), .source = code.source};
            group.posts_vary = number_of(code.attribute("posts_vary")) / per_cent;
        }
    return group;
}

}  // namespace

Result<ForecastGroups> ForecastGroups::by(const std::vector<std::string>& names, const tally::Table& table, const packs::Packs& packs, const PlaceNames& places)
{
    std::vector<Column> columns;
    for (const auto& name : names) {
        const auto column = column_of(name);
        if (!column) return std::unexpected(column.error());
        if (std::ranges::find(columns, *column) != columns.end()) return unacceptable("group-by", "\"" + name + "\" is named twice");
        columns.push_back(*column);
    }
    ForecastGroups groups{std::move(columns), table, packs, places};
    groups.beyond_.resize(groups.columns_.size());
    return groups;
}

std::string ForecastGroups::label(std::size_t column, tally::Code code) const
{
    const auto& dictionary = table_->dictionary(columns_[column]);
    std::string text;
    if (code < dictionary.size()) text = dictionary.text(code);
    else
        for (const auto& [beyond, its] : beyond_[column])
            if (its == code) text = beyond;
    if (text.empty()) return "not reported";
    if (columns_[column] == Column::organisation || columns_[column] == Column::locality) {
        const auto& names = columns_[column] == Column::organisation ? names_->organisations : names_->localities;
        const auto name = names.find(text);
        return name == names.end() ? text : name->second;
    }
    const auto* list = columns_[column] == Column::role ? "roles" : columns_[column] == Column::sector ? "sectors" : "contracts";
    const auto* found = packs_->list(list).find(text);
    return found == nullptr ? text : found->label;
}

std::uint16_t ForecastGroups::of(const Key& key, const std::string& sector)
{
    const auto found = by_key_.find(key);
    if (found != by_key_.end()) return found->second;
    if (groups_.size() == most) return is_too_many_ = true, static_cast<std::uint16_t>(most - 1);
    std::vector<std::string> words;
    for (std::size_t at = 0; at < columns_.size(); ++at) words.push_back(label(at, key[at]));
    groups_.push_back(usual_in(*packs_, sector));
    auto& name = groups_.back().name = joined(words, ", ");
    if (const auto times = ++names_met_[name]; times > 1) name += " (" + std::to_string(times) + ")";
    sectors_.push_back(sector_numbers_.try_emplace(sector, static_cast<std::uint32_t>(sector_numbers_.size())).first->second);
    return by_key_[key] = static_cast<std::uint16_t>(groups_.size() - 1);
}

std::uint16_t ForecastGroups::of_row(std::size_t row)
{
    Key key;
    for (const auto column : columns_) key.push_back(table_->codes(column)[row]);
    return of(key, table_->dictionary(Column::sector).text(table_->codes(Column::sector)[row]));
}

std::uint16_t ForecastGroups::of(const workforce::TalliedVacancy& vacancy)
{
    Key key;
    for (std::size_t at = 0; at < columns_.size(); ++at) {
        const auto text = columns_[at] == Column::role ? vacancy.role : columns_[at] == Column::sector ? vacancy.sector : columns_[at] == Column::contract ? vacancy.contract
                          : columns_[at] == Column::organisation                                       ? workforce::tally_text(vacancy.organisation)
                          : vacancy.locality                                                           ? workforce::tally_text(*vacancy.locality)
                                                                                                       : std::string{};
        const auto& dictionary = table_->dictionary(columns_[at]);
        const auto known = dictionary.find(text);
        key.push_back(known ? *known : beyond_[at].try_emplace(text, static_cast<tally::Code>(dictionary.size() + beyond_[at].size())).first->second);
    }
    return of(key, vacancy.sector);
}

}  // namespace kith::app
