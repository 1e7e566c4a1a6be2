#pragma once
// How each kind of employer of the sample writes its staff down: Kith's own columns, or an extract of its own system with what its columns
// mean. A file is what the employer knew on a day. Only the sample uses it.
#include "app/sample_cells.hpp"
#include "app/sample_person.hpp"

namespace kith::app {

/// In which form an employer hands in.
enum class SampleFormat {
    kith,         ///< Kith's staff return (CSV), and a file of facts
    kith_wide,    ///< Kith's staff return with facts in columns of their own (CSV)
    workbook,     ///< the same as a workbook
    school,       ///< extract of a school's own system, with the codes of the school workforce census, and a file of facts
    payroll,      ///< extract of a payroll, and a file of facts
    nhs,          ///< extract of the NHS electronic staff record, and a file of facts
    nothing_yet,  ///< has never handed in
};

struct SampleKnown {
    const SampleEmployer& employer;
    const SampleStaff& staff;
    Date since;  ///< whoever left before is not told of again
    Date on;
    bool changes = false;  ///< only who came, left or changed since
};

/// The staff in the columns of that format.
SampleCells staff_cells(SampleFormat format, const SampleKnown& known);
/// Their facts of the days since, in Kith's file of facts; those of whoever is new, whole.
SampleCells fact_cells(const SampleKnown& known);
/// Posts that stood empty, in Kith's vacancies file.
SampleCells vacancy_cells(const SampleKnown& known);

/// What the columns of an extract mean; null for formats that need no telling.
const std::vector<SampleColumn>* layout_of(SampleFormat format);

}  // namespace kith::app
