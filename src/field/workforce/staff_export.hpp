#pragma once
// The file of staff records that those entitled may take away: one row a record, with the columns that they see of anybody, and in each row what
// they see of that record. National Insurance numbers never leave in it. Private to the room.
#include "files/csv_writer.hpp"
#include "workforce/record_history.hpp"
#include "workforce/staff_store.hpp"

namespace kith::workforce {

class StaffExport {
public:
    /// What is given must live as long as the export.
    StaffExport(const access::Viewer& viewer, const Whose& whose, const RecordWords& words, std::vector<partnership::Setting> settings, Date today);
    /// Adds these records, read in a few statements.
    void add(db::Reader& reader, const std::vector<StaffLine>& lines);
    std::string text() && { return std::move(writer_).text(); }

private:
    const access::Viewer& viewer_;
    const Whose& whose_;
    const RecordWords& words_;
    std::vector<partnership::Setting> settings_;
    Date today_;
    Sight columns_;
    files::CsvWriter writer_;
};

}  // namespace kith::workforce
