// Prints how fast CSV files and a workbook of staff rows are read and written, and what memory the workbook takes. Not a test: nothing fails
// for being slow.
#include "files/table.hpp"
#include "files/xlsx_writer.hpp"

#include <fmt/format.h>

#include <sys/resource.h>

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
        auto table = kith::files::Table::read(std::move(copy));
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        rows = table ? table->rows() : 0;
    }
    fmt::print("csv {:<8} {:>9} rows {:>7.1f} MB {:>8.1f} ms {:>7.0f} MB/s (best of 7, decoding and table included)\n", name, rows,
               static_cast<double>(text.size()) / 1e6, best * 1e3, static_cast<double>(text.size()) / 1e6 / best);
}

double seconds_since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double peak_megabytes()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) / 1e3;
}

std::string staff_workbook(int rows)
{
    kith::files::XlsxWriter writer;
    writer.sheet("Staff");
    for (auto name : {"organisation", "staff_reference", "family_name", "given_name", "role", "fte", "start_date", "note"}) writer.text(name);
    writer.end_row();
    const auto start = *kith::Date::of(2019, 4, 1);
    for (int i = 0; i < rows; ++i)
        writer.text(fmt::format("ORG{}", i % 40)).text(fmt::format("S{}", i)).text(fmt::format("Surname{}", i)).text("Given").text("health_visitor")
            .number(0.6).day(start.plus_days(i % 2'000)).text("a note").end_row();
    return std::move(writer).bytes();
}

/// First, while the process is small: a million rows of eight columns, written and read.
void measure_workbook()
{
    constexpr int rows = 1'000'000;
    auto start = std::chrono::steady_clock::now();
    auto bytes = staff_workbook(rows - 1);
    fmt::print("xlsx write    {:>9} rows {:>7.1f} MB {:>8.1f} s, peak {:.0f} MB\n", rows, static_cast<double>(bytes.size()) / 1e6, seconds_since(start), peak_megabytes());
    start = std::chrono::steady_clock::now();
    auto table = kith::files::Table::read(std::move(bytes));
    fmt::print("xlsx read     {:>9} rows {:>16.1f} s, peak {:.0f} MB, the table in memory included\n", table ? table->rows() : 0, seconds_since(start), peak_megabytes());
    if (!table) fmt::print("{}\n", table.error().message);
}
}  // namespace

int main()
{
    measure_workbook();
    measure("plain", staff_file(500'000, false));
    measure("quoted", staff_file(500'000, true));
}
