#pragma once
// A column mapping: what an organisation said once about the columns and values of an extract of its own, so that Kith can read every later
// file of the same layout. Values and rules only. It becomes a profile and a translation of cells, which the one reader of staff files uses.
#include "access/ids.hpp"
#include "base/id.hpp"
#include "intake/cell_translation.hpp"
#include "intake/surroundings.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::intake {

using MappingId = Id<struct MappingTag>;

/// What kind of value a target takes: decides which questions are asked of a column mapped to it.
enum class TargetShape : std::uint8_t { text, name, reference, date, national_insurance, number, hours, code, place };

/// What a column may be mapped to: a column of Kith's own staff return, or the whole name in one column.
struct Target {
    std::string id;         ///< "family_name", "full_name": stable, stands in the database
    Field field = Field::row;
    TargetShape shape = TargetShape::text;
    std::string list;       ///< code list of a `code`; "settings", "localities" or "organisations" of a `place`
    std::string label;      ///< "Family name"
    bool needed = false;
    bool may_be_constant = false;
};

inline constexpr std::string_view whole_name_target = "full_name";

/// Every target, in the order of the staff return; labels from the pack "staff-columns".
std::vector<Target> targets(const packs::Packs& packs);
const Target* find_target(const std::vector<Target>& targets, std::string_view id);

/// One column of the extract and what it means. Without a header: a constant for a target that the file has not.
struct MappedColumn {
    std::string header;
    std::string target;  ///< Target::id; empty: left out
    Reading reading = Reading::as_written;
    std::string constant;
    bool operator==(const MappedColumn&) const = default;
};

/// One value of a mapped column and the code it becomes; `CellTranslation::left_out` or `row_left_out` where it is not taken.
struct MappedValue {
    std::string header;
    std::string value;
    std::string code;
    bool operator==(const MappedValue&) const = default;
};

struct ColumnMapping {
    MappingId id;
    PublicId public_id;
    std::optional<access::OrganisationId> organisation;  ///< none: for files that speak for several
    std::string name;                                     ///< "Payroll extract"
    int version = 1;
    int full_week = 37'00;                                ///< hundredths of an hour a week that are full time here
    std::vector<MappedColumn> columns;
    std::vector<MappedValue> values;
    std::optional<Date> retired_on;

    bool operator==(const ColumnMapping&) const = default;
};

/// "“Payroll extract”, version 3".
std::string name_and_version(const ColumnMapping& mapping);
/// "PUBLIC ID/3": how a return keeps which mapping read it.
std::string reference_of(const ColumnMapping& mapping);

/// Column names are compared by letters and digits alone, without case and accents: "Emp. No" is "emp no".
std::string header_key(std::string_view header);

/// What stands in the way of using this mapping, each with the form field it belongs to: a target needed and not there, or there twice, a
/// name missing. Empty where nothing does.
std::vector<Problem> problems_of(const ColumnMapping& mapping, const std::vector<Target>& targets);

/// A header held against a mapping.
struct HeaderChange {
    std::vector<std::string> fresh;  ///< columns of the file that the mapping does not know
    std::vector<std::string> gone;   ///< mapped columns that the file no longer has; those left out do not count
    std::size_t shared = 0;          ///< columns of the file that the mapping knows
    bool is_none() const { return fresh.empty() && gone.empty(); }
};
HeaderChange change_of_header(const ColumnMapping& mapping, const std::vector<std::string>& header);

/// A mapping made ready for the reader; must outlive what was read by it.
struct CompiledMapping {
    std::string id;
    std::string title;
    std::vector<std::string> names;  ///< of the columns, as the file writes them
    std::vector<ProfileColumn> columns;
    std::vector<std::string> left_out_names;
    std::vector<std::string_view> left_out;
    CellTranslation translation;
    Profile profile;
};

/// `header`: the file's own, so that findings name its columns as it writes them.
std::shared_ptr<const CompiledMapping> compile(const ColumnMapping& mapping, const std::vector<Target>& targets,
                                               const std::vector<std::string>& header, Date today);

/// The same layout for another organisation: columns and readings only. Values, constants of places and the name's owner do not come along.
ColumnMapping layout_of(const ColumnMapping& mapping);

}  // namespace kith::intake
