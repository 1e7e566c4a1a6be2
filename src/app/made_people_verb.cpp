#include "app/made_people_verb.hpp"

#include "app/made_people.hpp"
#include "files/csv_writer.hpp"

#include <fmt/format.h>

#include <charconv>
#include <fstream>

namespace kith::app {
namespace {

Result<std::int64_t> number_of(const Arguments& arguments, std::string_view name, std::int64_t otherwise, std::int64_t most)
{
    const auto given = arguments.option(name);
    if (!given) return otherwise;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(given->data(), given->data() + given->size(), number);
    if (error != std::errc{} || end != given->data() + given->size() || number < 1 || number > most) return unacceptable(std::string{name}, fmt::format("--{} takes a whole number from 1 to {}", name, most));
    return number;
}

}  // namespace

int make_people_file(const Configuration&, const Arguments& arguments)
{
    constexpr std::int64_t most_records = 10'000'000, most_seed = 1'000'000'000;
    const auto records = number_of(arguments, "records", 20'000, most_records), seed = number_of(arguments, "seed", 1, most_seed);
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
