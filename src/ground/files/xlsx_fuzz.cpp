// Any bytes into the workbook reader: as a whole file, and as a sheet of a sound workbook. A table or a refusal in words, never a fall.
#include "files/table.hpp"
#include "kit/workbook_parts.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {
void read(std::string bytes)
{
    auto table = kith::files::Table::read(std::move(bytes), {.limits = {.rows = 2'000, .cell_bytes = 2'000}, .wanted = {}, .sheet = {}});
    if (!table) {
        if (table.error().message.empty()) std::abort();
        return;
    }
    for (std::size_t row = 0; row < table->rows(); ++row)
        for (std::size_t column = 0; column < table->header().size(); ++column)
            if (table->cell(row, column).size() > 2'000) std::abort();
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string given(reinterpret_cast<const char*>(bytes), size);
    read(given);
    read(kith::kit::workbook({{"S", given}}, {.styles = given, .shared = "<sst><si><t>shared</t></si></sst>"}));
    return 0;
}
