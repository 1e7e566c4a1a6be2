#pragma once
// Files of people as `kith match` takes them: which column is what, guessed by its name or told by a schema.
#include "app/arguments.hpp"
#include "app/configuration.hpp"
#include "base/result.hpp"
#include "files/table.hpp"
#include "matching/person.hpp"
#include "packs/packs.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kith::app {

/// What somebody says of the files and of how they are matched; a TOML file with [columns], [sources] and [matching].
struct MatchSchema {
    std::map<std::string, std::string> columns;  ///< what it is ("birth_date") to the column's name
    std::vector<std::string> one_each;           ///< sources that hold each person once
    bool has_variants = true;
    std::optional<double> threshold;
};
/// The names that are used for one another, as the packs have them.
matching::Variants variants_in(const packs::Packs& packs);
/// The same; none where the schema or a switch says so.
Result<matching::Variants> match_variants(const Configuration& configuration, const Arguments& arguments, const MatchSchema& schema);
/// From the arguments, else the schema, else 0.5.
Result<double> match_threshold(const Arguments& arguments, const MatchSchema& schema);
/// Of the option --schema; without it one that says nothing.
Result<MatchSchema> match_schema(const Arguments& arguments);
/// Refuses, naming the line, what is not TOML, and what is asked for that there is not.
Result<MatchSchema> read_match_schema(const std::string& path);

/// One file of people. Its columns were said on standard output.
class PeopleFile {
public:
    /// Refuses a file that cannot be read, and one with fewer than two columns about people. `truth`: a column that says who is whom, which matching never sees.
    static Result<PeopleFile> read(const std::string& path, const MatchSchema& schema, const std::optional<std::string>& truth);

    std::size_t rows() const { return table_.rows(); }
    /// A row as it tells of a person. Earlier names and addresses are parted by | or ; in their cells.
    matching::Told told(std::size_t row) const;
    /// What the truth's column holds; empty without one.
    std::string_view truth(std::size_t row) const { return truth_ ? table_.cell(row, *truth_) : std::string_view{}; }
    bool has_truth() const { return truth_.has_value(); }
    std::size_t line(std::size_t row) const { return table_.line(row); }
    const std::string& name() const { return name_; }
    /// What was made of the file: "birth date: column "dob"", rows left out.
    const std::vector<std::string>& understood() const { return understood_; }

private:
    explicit PeopleFile(files::Table table) : table_(std::move(table)) {}
    struct Column {
        std::size_t what = 0;   ///< of the list of what there may be
        std::size_t place = 0;
    };
    files::Table table_;
    std::string name_;
    std::vector<Column> columns_;
    std::size_t id_ = 0;
    std::optional<std::size_t> truth_;
    std::vector<std::string> understood_;
    /// Rows with more cells than there are columns have values that stand nobody knows where.
    void leave_out_ragged_rows();
};

}  // namespace kith::app
