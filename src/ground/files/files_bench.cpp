// Prints how fast a plain and a quoted CSV of 20,000 staff rows is read. Not a test: nothing fails for being slow.
#include "files/csv_table.hpp"

#include <fmt/format.h>

#include <chrono>

namespace {
std::string staff_file(int rows, bool quoted)
{
    std::string text = "organisation,staff_reference,family_name,given_name,role,fte,start_date,note\r\n";
    for (int i = 0; i < rows; ++i)
        text += quoted ? fmt::format("\"ORG{}\",\"S{}\",\"Surname, {}\",\"Given\",\"health_visitor\",\"0.6\",\"2019-04-01\",\"a \"\"b\"\" c\"\r\n", i % 40, i, i)
                       : fmt::format("ORG{},S{},Surname{},Given,health_visitor,0.6,2019-04-01,a note without quotes\r\n", i % 40, i, i);
    return text;
}

void measure(const char* name, const std::string& text)
{
    double best = 1e9;
    std::size_t rows = 0;
    for (int round = 0; round < 7; ++round) {
        auto copy = text;
        auto start = std::chrono::steady_clock::now();
        auto table = kith::files::CsvTable::read(std::move(copy));
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        rows = table ? table->rows() : 0;
    }
    fmt::print("csv {:<8} {:>9} rows {:>7.1f} MB {:>8.1f} ms {:>7.0f} MB/s (best of 7, decoding and table included)\n", name, rows,
               static_cast<double>(text.size()) / 1e6, best * 1e3, static_cast<double>(text.size()) / 1e6 / best);
}
}  // namespace

int main()
{
    measure("plain", staff_file(500'000, false));
    measure("quoted", staff_file(500'000, true));
}
