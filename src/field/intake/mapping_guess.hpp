#pragma once
// What the columns of an unknown extract may mean, guessed from their names and from what stands in them. Pure. A guess is an offer: nothing
// is read by it before a person has confirmed. A column that holds National Insurance numbers is never offered as anything else.
#include "files/csv_table.hpp"
#include "intake/mapping.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace kith::intake {

/// What stands in the cells of one column, from at most a thousand rows spread over the file.
struct ColumnContent {
    std::size_t looked_at = 0;
    std::size_t filled = 0;
    std::size_t distinct = 0;       ///< of those filled
    std::size_t dates = 0;          ///< that can be read as a day in any order
    std::size_t day_first_only = 0, month_first_only = 0, either_order = 0;
    std::size_t numbers = 0, whole_numbers = 0, up_to_one = 0, up_to_hundred = 0, up_to_fifty = 0;
    std::size_t insurance_numbers = 0, postcodes = 0, addresses = 0;  ///< addresses: of electronic mail
    std::size_t with_comma = 0, with_digit = 0, several_words = 0;
    int middle_year = 0;            ///< median year of the dates; 0 where there are none
    std::vector<std::string> samples;  ///< the first three that differ; the caller decides who may see them

    bool mostly(std::size_t count) const { return filled > 0 && count * 10 >= filled * 8; }
    bool are_insurance_numbers() const { return filled > 0 && insurance_numbers * 2 >= filled; }
    bool are_dates() const { return mostly(dates); }
    /// Both orders fit every date that has an order, or both are needed: the person has to say.
    bool order_is_doubtful() const { return are_dates() && (day_first_only > 0) == (month_first_only > 0) && day_first_only + month_first_only + either_order > 0; }
    bool looks_like_codes() const { return filled > 0 && distinct <= 40 && distinct * 4 <= filled + 3; }
};

ColumnContent content_of(const files::CsvTable& table, std::size_t column, Date today);

enum class Certainty : std::uint8_t { none, doubtful, likely, sure };

struct ColumnGuess {
    std::string target;   ///< Target::id; empty: leave it out
    Reading reading = Reading::as_written;
    Certainty certainty = Certainty::none;
    std::string why;      ///< "From its name", "Its values look like hours a week": shown beside the choice
};

/// One guess a column, no target twice.
std::vector<ColumnGuess> guess_columns(const std::vector<std::string>& header, const std::vector<ColumnContent>& contents, const packs::Packs& packs,
                                       Date today);

/// The order in which a column's dates are to be read, and whether a person has to say so.
Reading date_order_of(const ColumnContent& content);

}  // namespace kith::intake
