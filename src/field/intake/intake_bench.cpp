// Prints how long staff rows take to read, to check by every rule and to compare with a register that holds them all: 20,000 rows of one
// organisation, and a million of a hundred; and the most memory that the latter took. Not a test.
#include "base/text.hpp"
#include "intake/mapped_kind.hpp"
#include "intake/staff_check.hpp"
#include "kit/intake_sample.hpp"

#include <chrono>
#include <cstring>
#include <fstream>

namespace {
using namespace kith;

std::string file_of(int rows, bool faulty, int organisations = 1)
{
    auto text = kit::staff_header;
    for (int i = 0; i < rows; ++i) {
        kit::StaffCells cells{.staff_reference = fmt::format("S{:05}", i), .family_name = fmt::format("Surname{}", std::string(1, static_cast<char>('a' + i % 26))),
                              .given_name = fmt::format("Given{}", std::string(1, static_cast<char>('a' + i / 26 % 26))),
                              .date_of_birth = fmt::format("{}-{:02}-{:02}", 1960 + i % 40, 1 + i / 40 % 12, 1 + i / 480 % 28),
                              .national_insurance_number = fmt::format("{}{:06}C", i % 2 == 0 ? "AB" : "CE", i / 2), .fte = fmt::format("0.{}", 1 + i % 9),
                              .start_date = fmt::format("20{:02}-04-01", 10 + i % 15)};
        if (organisations > 1) cells.organisation = fmt::format("ORG{}", i % organisations), cells.setting = "";
        if (faulty && i % 3 == 0) cells.role = fmt::format("helth visiter {}", i), cells.fte = "60", cells.setting = "OAK1";
        text += kit::staff_line(cells);
    }
    return text;
}

/// An area of so many organisations, for a file that speaks of all of them.
intake::Surroundings area_of(int organisations)
{
    std::vector<partnership::Organisation> all(static_cast<std::size_t>(organisations));
    for (int i = 0; i < organisations; ++i) {
        auto& organisation = all[static_cast<std::size_t>(i)];
        organisation.id = partnership::OrganisationId{i + 1}, organisation.code = fmt::format("ORG{}", i), organisation.name = organisation.code;
    }
    partnership::Locality north;
    north.id = partnership::LocalityId{1}, north.code = "NORTH", north.name = "North";
    return {kit::sample_packs(), kit::day("2026-11-01"), std::move(all), {}, {north}, {}};
}

double seconds_since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The most memory this process has held, in megabytes (VmHWM of /proc/self/status).
long most_memory()
{
    std::ifstream status{"/proc/self/status"};
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::strtol(line.c_str() + std::strlen("VmHWM:"), nullptr, 10) / 1024;
    return 0;
}

void measure_many(int rows, int organisations, int rounds)
{
    const auto area = area_of(organisations);
    const auto bytes = file_of(rows, false, organisations);
    double check_best = 1e9, new_best = 1e9, held_best = 1e9;
    std::size_t findings = 0;
    for (int round = 0; round < rounds; ++round) {
        auto start = std::chrono::steady_clock::now();
        const auto check = intake::check_staff("bench.csv", bytes, area);
        check_best = std::min(check_best, seconds_since(start));
        findings = check.findings.size();
        double fresh = 0, held = 0;
        start = std::chrono::steady_clock::now();
        const auto by_organisation = intake::rows_by_organisation(*check.file);
        fresh += seconds_since(start);
        for (const auto& of : by_organisation) {
            const workforce::RegisterView nothing{.organisation = of.organisation->id, .records = {}};
            start = std::chrono::steady_clock::now();
            const auto added = intake::difference_of(*check.file, *check.index, of.rows, nothing, kit::sample_packs(), area.today());
            fresh += seconds_since(start);
            const auto view = kit::carried_out(nothing, added.plan);
            start = std::chrono::steady_clock::now();
            const auto unchanged = intake::difference_of(*check.file, *check.index, of.rows, view, kit::sample_packs(), area.today());
            held += seconds_since(start);
            if (unchanged.difference.writes != 0) fmt::print("intake: the same file again would write {} rows\n", unchanged.difference.writes);
        }
        new_best = std::min(new_best, fresh);
        held_best = std::min(held_best, held);
    }
    fmt::print("intake {:<22} {} rows, {} organisations: read and all {} rules {:.2f} s ({} findings), difference {:.2f} s all new, {:.2f} s all held; best of {}; "
               "most memory {} MB with the file of {} MB\n", "many organisations", with_commas(rows), organisations, intake::all_staff_rules().size(), check_best, findings,
               new_best, held_best, rounds, most_memory(), bytes.size() / 1'000'000);
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
/// The native layout under names of its own, mapped column by column, codes of roles and contracts by their own words.
intake::ColumnMapping mapping_of_everything(const packs::Packs& packs)
{
    intake::ColumnMapping mapping{.name = "Bench"};
    for (const auto column : split(std::string_view{kit::staff_header}.substr(0, kit::staff_header.size() - 2), ',')) {
        const bool is_day = column.ends_with("_date") || column == "date_of_birth";
        mapping.columns.push_back({.header = "x " + std::string{column}, .target = std::string{column == "terms_from" ? "" : column},
                                   .reading = is_day ? intake::Reading::day_first : intake::Reading::as_written, .constant = {}});
    }
    for (const auto& role : packs.list("roles").codes()) mapping.values.push_back({"x role", role.code, role.code});
    for (const auto& contract : packs.list("contracts").codes()) mapping.values.push_back({"x contract", contract.code, contract.code});
    return mapping;
}

/// What reading through a mapping costs over the native layout: the same rows, read and judged, from bytes.
void measure_mapping(int rows, int rounds)
{
    const auto area = kit::sample_area();
    const auto native = file_of(rows, false);
    std::string header;
    for (const auto column : split(std::string_view{kit::staff_header}.substr(0, kit::staff_header.size() - 2), ',')) header += (header.empty() ? "x " : ",x ") + std::string{column};
    const auto extract = header + native.substr(kit::staff_header.size() - 2);
    const auto targets = intake::targets(kit::sample_packs());
    double plain = 1e9, mapped = 1e9;
    std::int64_t plain_taken = 0, mapped_taken = 0;
    for (int round = 0; round < rounds; ++round) {
        auto start = std::chrono::steady_clock::now();
        plain_taken = intake::check_staff("bench.csv", native, area).can_take;
        plain = std::min(plain, seconds_since(start));
        start = std::chrono::steady_clock::now();
        auto table = files::CsvTable::read(extract);
        const auto compiled = intake::compile(mapping_of_everything(kit::sample_packs()), targets, intake::header_of(*table), area.today());
        mapped_taken = intake::check_mapped("bench.csv", std::move(*table), *compiled, area).can_take;
        mapped = std::min(mapped, seconds_since(start));
    }
    fmt::print("intake {:<22} {} rows: native layout {:.0f} ms, through a mapping {:.0f} ms, {:+.0f} %; {} and {} rows can be taken; best of {}\n", "through a mapping",
               with_commas(rows), plain * 1e3, mapped * 1e3, (mapped / plain - 1) * 100, with_commas(plain_taken), with_commas(mapped_taken), rounds);
}
}  // namespace

int main(int arguments, char** words)
{
    if (arguments > 1 && std::string_view{words[1]} == "mapping") {
        measure_mapping(100'000, 9);
        return 0;
    }
    measure_many(999'999, 100, 2);  // with the header, as many rows as a file may have
    constexpr int rows = 20'000;
    auto area = kit::sample_area();
    workforce::RegisterView nothing{.organisation = kit::oak, .records = {}};
    auto clean = file_of(rows, false);
    measure("clean, new register", clean, area, nothing);
    auto check = intake::check_staff("bench.csv", clean, area);
    auto held = kit::carried_out(nothing, intake::difference_of(*check.file, nothing, kit::sample_packs(), area.today()).plan);
    measure("clean, all held", clean, area, held);
    measure("a third faulty", file_of(rows, true), area, held);
    measure_mapping(100'000, 9);
}
