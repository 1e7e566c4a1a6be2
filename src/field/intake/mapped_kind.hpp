#pragma once
// An extract of staff in a layout of its own as a kind of return: read by the column mapping that its organisation made once. A file whose
// columns no mapping knows is not refused: the return waits until a person has said what they mean. Stands last among the kinds.
#include "intake/mapping.hpp"
#include "intake/staff_check.hpp"
#include "packs/packs.hpp"
#include "returns/kind.hpp"
#include "workforce/staff_register.hpp"

#include <memory>

namespace kith::intake {

returns::Kind mapped_kind(std::shared_ptr<const packs::Packs> packs, workforce::NumberKeeper numbers);

/// The names of the file's columns, those without a name too.
std::vector<std::string> header_of(const files::CsvTable& table);

/// The mapping of the organisation that is nearest to this header, and how they differ; none where none shares half of its columns.
struct NearestMapping {
    const ColumnMapping* mapping = nullptr;
    HeaderChange change;
};
NearestMapping nearest(const std::vector<ColumnMapping>& mappings, const std::vector<std::string>& header);

/// The table of an extract, from the sheet and the row of names that a mapping knows, else those nearest to a mapping, else the first that look like
/// column names.
Result<files::Table> read_extract(std::string bytes, const std::vector<ColumnMapping>& mappings);

/// An extract read and judged by a mapping, the first `most_rows` of it; `compiled` and `surroundings` must outlive the answer.
StaffCheck check_mapped(std::string file_name, files::CsvTable table, const CompiledMapping& compiled, const Surroundings& surroundings,
                        std::size_t most_rows = static_cast<std::size_t>(-1));

/// "It is like “Payroll”, but there are new columns: X. No longer there: Y."
std::string change_in_words(const ColumnMapping& mapping, const HeaderChange& change);

}  // namespace kith::intake
