#include "app/match_verb.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "files/table.hpp"
#include "matching/matching.hpp"

#include <fmt/format.h>

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>

namespace kith::app {
namespace {

namespace m = matching;

/// What a column may be called, the likeliest first.
struct Names {
    std::string m::Told::* member;
    const char* words;
    std::vector<std::string_view> names;
};
const std::vector<Names>& column_names()
{
    static const std::vector<Names> all{{&m::Told::source, "source", {"source", "source_dataset", "system", "agency"}},
                                        {&m::Told::forename, "forename", {"first_name", "forename", "given_name", "firstname", "first name", "given name", "forenames"}},
                                        {&m::Told::surname, "surname", {"surname", "last_name", "family_name", "lastname", "last name", "family name"}},
                                        {&m::Told::birth_date, "birth date", {"dob", "date_of_birth", "birth_date", "birthdate", "date of birth"}},
                                        {&m::Told::sex, "sex", {"sex", "gender"}},
                                        {&m::Told::postcode, "postcode", {"postcode", "postal_code", "postcode_fake", "post code", "zip", "city"}},
                                        {&m::Told::house, "house", {"house_no", "house", "house_number", "street_number", "address_1", "house name or number"}},
                                        {&m::Told::other, "other", {"email", "soc_sec_id", "nhs_number", "upn"}}};
    return all;
}

/// The columns of a file by what they were taken for; said before anything else.
using Columns = std::vector<std::pair<std::string m::Told::*, std::size_t>>;
Columns guess(const files::Table& table)
{
    Columns columns;
    for (const auto& one : column_names())
        for (const auto name : one.names)
            if (const auto column = table.column(name)) {
                fmt::print("{}: column \"{}\"\n", one.words, name);
                columns.emplace_back(one.member, *column);
                break;
            }
    return columns;
}

struct Loaded {
    m::People people;
    std::vector<std::uint32_t> truth;
};
Loaded load(const files::Table& table, const Columns& columns, std::size_t id, std::optional<std::size_t> truth)
{
    Loaded loaded;
    std::map<std::string, std::uint32_t, std::less<>> known;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        m::Told told{.id = std::string{table.cell(row, id)}};
        for (const auto& [member, column] : columns) told.*member = table.cell(row, column);
        m::add(loaded.people, told);
        if (truth) loaded.truth.push_back(known.try_emplace(std::string{table.cell(row, *truth)}, static_cast<std::uint32_t>(known.size())).first->second);
    }
    return loaded;
}

void write_clusters(const std::string& path, const m::People& people, const m::Run& run)
{
    files::CsvWriter csv;
    csv.row(std::vector<std::string>{"id", "cluster"});
    for (std::size_t place = 0; place < people.ids.size(); ++place) csv.row(std::vector<std::string>{people.ids[place], people.ids[run.clusters[place]]});
    std::ofstream{path, std::ios::binary} << std::move(csv).text();
}

void write_pairs(const std::string& path, const m::People& people, const m::Run& run)
{
    files::CsvWriter csv;
    csv.row(std::vector<std::string>{"one", "other", "same_person", "household", "stranger"});
    for (const auto& pair : run.pairs)
        csv.row(std::vector<std::string>{people.ids[pair.pair.first], people.ids[pair.pair.second], fmt::format("{:.6f}", pair.chances[0]), fmt::format("{:.6f}", pair.chances[1]), fmt::format("{:.6f}", pair.chances[2])});
    std::ofstream{path, std::ios::binary} << std::move(csv).text();
}

void say(const m::Run& run, std::size_t records, double seconds)
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    constexpr double kilobytes_a_gigabyte = 1e6;
    for (const auto& one : run.capped) fmt::print("{}: {} larger than is compared, the largest of {} records\n", one.key, counted(one.blocks, "block"), one.records);
    fmt::print("{} records, {} pairs compared, {:.2f} s, {:.2f} GB at most\n", records, run.compared, seconds, static_cast<double>(usage.ru_maxrss) / kilobytes_a_gigabyte);
}

/// The pair part by part: what each comparison says, and what it adds for one person and for two of one household against strangers.
Result<void> explain(const m::People& people, const m::Run& run, std::string_view one_id, std::string_view other_id)
{
    const auto place_of = [&](std::string_view id) { return static_cast<std::size_t>(std::ranges::find(people.ids, id) - people.ids.begin()); };
    const auto one = place_of(one_id), other = place_of(other_id);
    for (const auto& [place, id] : {std::pair{one, one_id}, std::pair{other, other_id}})
        if (place == people.ids.size()) return unacceptable("explain", "The file has no record " + std::string{id});
    const auto pattern = m::compare(people.persons[one], people.persons[other], people.texts);
    const auto frequencies = m::frequencies_of(people, people.persons[one], pattern);
    const auto share_bits = [&](std::size_t of) { return std::log2(run.model.shares[of] / run.model.shares[2]); };
    double person = share_bits(0), household = share_bits(1);
    fmt::print("{:<12} {:<50} {:>12} {:>12}\n{:<12} {:<50} {:>12.2f} {:>12.2f}\n", "", "bits against strangers", "one person", "household", "before", "how many pairs are of each class", person, household);
    for (const auto& part : m::parts_of(run.model, pattern, frequencies)) {
        fmt::print("{:<12} {:<50} {:>12.2f} {:>12.2f}\n", m::name_of(part.field), m::words_of(part.field, part.level), part.bits[0] - part.bits[2], part.bits[1] - part.bits[2]);
        person += part.bits[0] - part.bits[2];
        household += part.bits[1] - part.bits[2];
    }
    const auto chances = m::posterior(run.model, pattern, frequencies);
    fmt::print("{:<12} {:<50} {:>12.2f} {:>12.2f}\n", "together", "", person, household);
    fmt::print("One person {:.4f}, one household {:.4f}, strangers {:.4f}; {}\n", chances[0], chances[1], chances[2], run.clusters[one] == run.clusters[other] ? "joined" : "not joined");
    return {};
}

std::int64_t true_candidates(const m::People& people, const std::vector<std::uint32_t>& truth)
{
    std::int64_t number = 0;
    for (const auto& [one, other] : m::candidates(people).pairs) number += truth[one] == truth[other] ? 1 : 0;
    return number;
}

Result<double> threshold_of(const Arguments& arguments)
{
    constexpr double usual = 0.5;
    const auto given = arguments.option("threshold");
    if (!given) return usual;
    double threshold = 0;
    const auto [end, error] = std::from_chars(given->data(), given->data() + given->size(), threshold);
    if (error != std::errc{} || end != given->data() + given->size() || threshold <= 0 || threshold >= 1) return unacceptable("threshold", "Give a threshold between 0 and 1, such as 0.5");
    return threshold;
}

}  // namespace

int match(const Configuration&, const Arguments& arguments)
{
    const auto threshold = threshold_of(arguments);
    if (!threshold) return refuse(threshold.error());
    constexpr std::size_t file_and_two_ids = 3;
    if (arguments.words().size() != (arguments.has("explain") ? file_and_two_ids : 1)) return refuse(unacceptable("file", "Name one file; with --explain, the ids of two of its records after it").error());
    std::ifstream in{std::string{arguments.words().front()}, std::ios::binary};
    if (!in) return refuse(unacceptable("file", arguments.words().front() + " cannot be read. Check its name").error());
    const auto began = std::chrono::steady_clock::now();
    const auto table = files::Table::read(std::string{std::istreambuf_iterator<char>{in}, {}}, files::CsvLimits{});
    if (!table) return refuse(table.error());
    const auto columns = guess(*table);
    constexpr std::size_t least_columns = 2;
    if (columns.size() < least_columns) return refuse(unacceptable("file", "The file needs at least two columns about people, such as first_name, surname and dob").error());
    const auto truth_name = arguments.option("evaluate");
    const auto truth = truth_name ? table->column(*truth_name) : std::nullopt;
    if (truth_name && !truth) return refuse(unacceptable("evaluate", "The file has no column called " + std::string{*truth_name}).error());
    const auto loaded = load(*table, columns, table->column("unique_id").value_or(0), truth);
    const auto run = m::run(loaded.people, *threshold);
    say(run, loaded.people.ids.size(), std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
    if (arguments.has("explain"))
        if (const auto told = explain(loaded.people, run, arguments.words()[1], arguments.words()[2]); !told) return refuse(told.error());
    if (const auto path = arguments.option("clusters")) write_clusters(std::string{*path}, loaded.people, run);
    if (const auto path = arguments.option("pairs")) write_pairs(std::string{*path}, loaded.people, run);
    if (truth) {
        const auto found = m::evaluate(run.clusters, loaded.truth);
        fmt::print("{} true pairs, {:.4f} of them compared; precision {:.4f}, recall {:.4f}, F1 {:.4f}\n", found.true_pairs, found.true_pairs == 0 ? 1.0 : static_cast<double>(true_candidates(loaded.people, loaded.truth)) / static_cast<double>(found.true_pairs),
                   found.precision(), found.recall(), found.f1());
    }
    return Exit::clean;
}

}  // namespace kith::app
