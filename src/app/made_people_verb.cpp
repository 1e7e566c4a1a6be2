#include "app/made_people_verb.hpp"

#include "app/made_people.hpp"
#include "files/csv_writer.hpp"

#include <fmt/format.h>

#include <fstream>

namespace kith::app {
int make_people_file(const Configuration&, const Arguments& arguments)
{
    constexpr std::int64_t most_records = 10'000'000, most_seed = 1'000'000'000;
    const auto records = arguments.number("records", 20'000, most_records), seed = arguments.number("seed", 1, most_seed);
    for (const auto& number : {records, seed})
        if (!number) return refuse(number.error());
    const auto& path = arguments.words().front();
    std::ofstream out{path, std::ios::binary};
    const MadePlan plan{.kind = arguments.has("workers") ? MadeKind::workers : MadeKind::children, .records = *records, .seed = static_cast<std::uint64_t>(*seed)};
    files::CsvWriter head;
    head.row(made_columns());
    out << head.text();
    make_people(plan, [&](const std::vector<std::string>& row) {
        files::CsvWriter csv;
        out << csv.row(row).text();
    });
    if (!out.flush()) return refuse(unacceptable("file", path + " cannot be written").error());
    fmt::print("{} made records of {} in {}, seed {}; the column person says who is whom, origin where the names come from\n", *records, plan.kind == MadeKind::workers ? "workers" : "children", path, *seed);
    return Exit::clean;
}

}  // namespace kith::app
