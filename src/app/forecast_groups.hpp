#pragma once
// The groups of a forecast: by which columns of the tally people are told apart, what each group is called, and what is usual in its sector.
#include "base/result.hpp"
#include "forecast/workforce.hpp"
#include "packs/packs.hpp"
#include "tally/table.hpp"
#include "workforce/tally_feed.hpp"

#include <map>
#include <string>
#include <vector>

namespace kith::app {

/// What organisations and localities are called, by the text under which the tally has them.
struct PlaceNames {
    std::map<std::string, std::string> organisations{}, localities{};
};

/// Groups by the named columns ("role", "locality", "sector", "organisation", "contract"), made as they are met; at most as many as can be told apart.
class ForecastGroups {
public:
    static constexpr std::size_t most = 5'000;

    /// Refuses a column that there is none of.
    static Result<ForecastGroups> by(const std::vector<std::string>& columns, const tally::Table& table, const packs::Packs& packs, const PlaceNames& names);

    /// Beyond `most` groups the last stands for all that follow; `is_too_many` then.
    std::uint16_t of_row(std::size_t row);
    std::uint16_t of(const workforce::TalliedVacancy& vacancy);
    bool is_too_many() const { return is_too_many_; }

    /// By number.
    std::vector<forecast::Group>& groups() { return groups_; }
    /// A number for each group: those of one sector have the same.
    const std::vector<std::uint32_t>& sectors() const { return sectors_; }

private:
    using Key = std::vector<tally::Code>;
    ForecastGroups(std::vector<tally::Column> columns, const tally::Table& table, const packs::Packs& packs, const PlaceNames& names) : columns_(std::move(columns)), table_(&table), packs_(&packs), names_(&names) {}
    std::uint16_t of(const Key& key, const std::string& sector);
    std::string label(std::size_t column, tally::Code code) const;

    std::vector<tally::Column> columns_;
    const tally::Table* table_;
    const packs::Packs* packs_;
    const PlaceNames* names_;
    std::map<Key, std::uint16_t> by_key_;
    std::vector<std::map<std::string, tally::Code>> beyond_;  // of vacancies alone: texts that no row has, by column
    std::map<std::string, int> names_met_;  // two organisations may be called the same
    std::map<std::string, std::uint32_t> sector_numbers_;
    std::vector<forecast::Group> groups_;
    std::vector<std::uint32_t> sectors_;
    bool is_too_many_ = false;
};

}  // namespace kith::app
