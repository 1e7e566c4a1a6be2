#pragma once
// What files of one table share: columns under the names that spreadsheets give them, findings by line, and how many rows can be taken. Pure.
#include "base/date.hpp"
#include "base/quantity.hpp"
#include "files/table.hpp"
#include "returns/finding.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kith::returns {

/// A column by its own name, and the names that it has in spreadsheets of the field.
struct ColumnNames {
    std::string_view column;
    std::vector<std::string_view> also;
};

/// Where the column stands under any of its names; none where it has none of them.
std::optional<std::size_t> place_of(const files::Table& table, const ColumnNames& names);

/// One table read row by row. `names` lives as long as the reading.
class TableReading {
public:
    TableReading(std::string file_name, const files::Table& table, const std::vector<ColumnNames>& names);

    std::size_t rows() const { return table_.rows(); }
    /// Goes to a row; what is said from then on is said of it.
    void go_to(std::size_t row);
    bool has(std::string_view column) const { return places_.find(column)->second.has_value(); }
    /// Without spaces at its ends; empty where the file has no such column. Throws std::out_of_range for a column that `names` lacks.
    std::string text(std::string_view column) const;
    std::int64_t line() const { return static_cast<std::int64_t>(table_.line(row_)); }
    /// Nothing is wrong with this row so far.
    bool is_good() const { return good_; }

    void error(std::string_view column, std::string rule, std::string message) { say(Severity::error, column, std::move(rule), std::move(message)); }
    void warn(std::string_view column, std::string rule, std::string message) { say(Severity::warning, column, std::move(rule), std::move(message)); }
    void note(std::string_view column, std::string rule, std::string message) { say(Severity::note, column, std::move(rule), std::move(message)); }
    void say(Severity severity, std::string_view column, std::string rule, std::string message);

    /// None where the cell is empty; an error by the rule where it holds something else.
    std::optional<Date> day(std::string_view column, const std::string& rule);
    std::optional<Pence> pounds(std::string_view column, const std::string& rule);
    /// A whole number from 1 to `most`.
    std::optional<std::int64_t> number(std::string_view column, const std::string& rule, std::int64_t most);

    Findings findings() const;        ///< by line
    std::int64_t can_take() const { return static_cast<std::int64_t>(table_.rows() - left_out_.size()); }
    /// No place of a column stands for another any more: of two that share a name of spreadsheets.
    void forget(std::string_view column) { places_.find(column)->second.reset(); }
    std::optional<std::size_t> place(std::string_view column) const { return places_.find(column)->second; }
    /// The column as the file names it; its own name where the file has none.
    std::string named(std::string_view column) const;

private:
    std::string file_;
    const files::Table& table_;
    std::map<std::string_view, std::optional<std::size_t>, std::less<>> places_;
    Findings findings_;
    std::set<std::int64_t> left_out_;
    std::size_t row_ = 0;
    bool good_ = true;
};

/// Goes through every row, and puts findings and counts on the file. File has `findings`, `rows` and `can_take`.
template <class File, class ReadRow>
void read_rows(TableReading& reading, File& file, ReadRow read_row)
{
    for (std::size_t row = 0; row < reading.rows(); ++row) {
        reading.go_to(row);
        read_row(reading, file);
    }
    file.rows = static_cast<std::int64_t>(reading.rows());
    file.can_take = reading.can_take();
    file.findings = reading.findings();
}

}  // namespace kith::returns
