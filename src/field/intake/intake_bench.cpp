// Prints how long 20,000 staff rows take to read, to check by every rule and to compare with a register that holds them all. Not a test.
#include "intake/annotated_file.hpp"
#include "kit/intake_sample.hpp"

#include <chrono>

namespace {
using namespace kith;

std::string file_of(int rows, bool faulty)
{
    auto text = kit::staff_header;
    for (int i = 0; i < rows; ++i) {
        kit::StaffCells cells{.staff_reference = fmt::format("S{:05}", i), .family_name = fmt::format("Surname{}", i), .given_name = "Given",
                              .date_of_birth = fmt::format("{}-{:02}-{:02}", 1960 + i % 40, 1 + i % 12, 1 + i % 28),
                              .national_insurance_number = fmt::format("AB{:06}C", i), .fte = fmt::format("0.{}", 1 + i % 9),
                              .start_date = "2021-04-01"};
        if (faulty && i % 3 == 0) cells.role = fmt::format("helth visiter {}", i), cells.fte = "60", cells.setting = "OAK1";
        text += kit::staff_line(cells);
    }
    return text;
}

double seconds_since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void measure(const char* name, const std::string& bytes, const intake::Surroundings& area, const workforce::RegisterView& view)
{
    double check_best = 1e9, difference_best = 1e9;
    std::size_t findings = 0;
    std::int64_t writes = 0;
    for (int round = 0; round < 5; ++round) {
        auto start = std::chrono::steady_clock::now();
        auto check = intake::check_staff("bench.csv", bytes, area);
        check_best = std::min(check_best, seconds_since(start));
        start = std::chrono::steady_clock::now();
        auto difference = intake::difference_of(*check.file, view, kit::sample_packs(), area.today());
        difference_best = std::min(difference_best, seconds_since(start));
        findings = check.findings.size();
        writes = difference.difference.writes;
    }
    fmt::print("intake {:<22} 20,000 rows: read and all {} rules {:>6.0f} ms ({} findings), difference {:>6.0f} ms ({} writes); best of 5\n", name,
               intake::all_staff_rules().size(), check_best * 1e3, findings, difference_best * 1e3, writes);
}
}  // namespace

int main()
{
    constexpr int rows = 20'000;
    auto area = kit::sample_area();
    workforce::RegisterView nothing{.organisation = kit::oak, .records = {}};
    auto clean = file_of(rows, false);
    measure("clean, new register", clean, area, nothing);
    auto check = intake::check_staff("bench.csv", clean, area);
    auto held = kit::carried_out(nothing, intake::difference_of(*check.file, nothing, kit::sample_packs(), area.today()).plan);
    measure("clean, all held", clean, area, held);
    measure("a third faulty", file_of(rows, true), area, held);
}
