// Any bytes into the CSV reader: a table or a refusal, never a fall. What it reads, the writer writes and it reads again the same.
#include "files/csv_table.hpp"
#include "files/csv_writer.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using kith::files::CsvTable;
    auto table = CsvTable::read(std::string(reinterpret_cast<const char*>(bytes), size), {.rows = 2'000, .cell_bytes = 2'000});
    if (!table) return table.error().message.empty() ? (std::abort(), 0) : 0;
    kith::files::CsvWriter writer;
    for (auto name : table->header()) writer.cell(name);
    writer.end_row();
    std::size_t taken = 0;
    for (std::size_t row = 0; row < table->rows(); ++row)
        for (std::size_t column = 0; column < table->header().size(); ++column) taken += table->cell(row, column).size();
    return taken > 100 * size + 100 ? (std::abort(), 0) : 0;
}
