#include "app/clock.hpp"
#include "app/match_columns.hpp"
#include "app/match_log.hpp"
#include "app/match_report.hpp"
#include "app/match_verb.hpp"
#include "app/whole_file.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

namespace kith::app {
namespace {

namespace m = matching;

/// The records of the files that are named after the log. An id stands for one record, in whichever file it is.
Result<std::vector<m::Told>> records_in(const std::vector<std::string>& paths, const MatchSchema& schema, std::vector<std::string>& said)
{
    std::vector<m::Told> all;
    for (const auto& path : paths) {
        const auto file = PeopleFile::read(path, schema, {});
        if (!file) return std::unexpected(file.error());
        for (const auto& one : file->understood()) said.push_back(path + ": " + one);
        for (std::size_t row = 0; row < file->rows(); ++row) all.push_back(file->told(row));
    }
    return all;
}

Result<void> take_in(KeptLinkage& kept, const m::Variants& variants, const std::vector<m::Told>& records, std::vector<std::string>& said)
{
    if (!kept.is_new()) {
        const auto fed = kept.feed(records);
        if (!fed) return std::unexpected(fed.error());
        if (!records.empty()) said.push_back(fmt::format("{} arrived, {} were there already", counted(fed->arrived, "record"), fed->known));
        if (fed->changed > 0) said.push_back(fmt::format("{} now other values than the log: what it holds stays. A record that changed needs an id of its own", counted(fed->changed, "of these has", "of these have")));
        if (fed->without_id > 0) said.push_back(counted(fed->without_id, "record") + " left out: without an id");
        return {};
    }
    if (records.empty()) return unacceptable("log", "The log is new: name a file of records after it");
    m::People people;
    people.variants = variants;
    std::vector<m::Told> fresh;
    for (const auto& record : records)
        if (!record.id.empty() && m::add(people, record)) fresh.push_back(record);
    constexpr std::size_t enough = 500;
    if (fresh.size() < enough) return unacceptable("log", fmt::format("A log begins with {} records at least, since its model is learnt from them: there are {}. Match fewer with kith match", enough, fresh.size()));
    if (const auto left = records.size() - fresh.size(); left > 0) said.push_back(counted(static_cast<std::int64_t>(left), "record") + " left out: without an id, or with one that another record has");
    if (const auto begun = kept.begin(std::move(people), fresh); !begun) return begun;
    said.push_back(counted(std::ssize(fresh), "record") + " begin the log; a model was learnt from them");
    return {};
}

Result<std::size_t> column_of(const files::Table& table, const std::string& path, std::string_view name)
{
    const auto column = table.column(name);
    if (!column) return unacceptable("decide", fmt::format("{} has no column called {}: a file of decisions has one, other, decision (same or not same) and perhaps by", path, name));
    return *column;
}

/// Takes in each row's decision. Those that contradict others are refused by line, the rest is kept.
Result<std::int64_t> decide(KeptLinkage& kept, const std::string& path, std::vector<std::string>& told)
{
    auto bytes = whole_file(path, "decide");
    if (!bytes) return std::unexpected(bytes.error());
    const auto table = files::Table::read(std::move(*bytes), files::CsvLimits{});
    if (!table) return std::unexpected(table.error());
    const auto one = column_of(*table, path, "one"), other = column_of(*table, path, "other"), said = column_of(*table, path, "decision");
    for (const auto& column : {one, other, said})
        if (!column) return std::unexpected(column.error());
    const auto by = table->column("by");
    const auto today = now().date_in_london().iso();
    std::int64_t refused = 0;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto decision = lower_ascii(table->cell(row, *said));
        const auto made = decision == "same" || decision == "not same"
                              ? kept.decide({.one = std::string{table->cell(row, *one)}, .other = std::string{table->cell(row, *other)}, .is_same = decision == "same", .by = std::string{by ? table->cell(row, *by) : std::string_view{}}, .on = today})
                              : Result<m::Decision>{unacceptable("decide", "a decision is \"same\" or \"not same\"")};
        if (!made && made.error().field == "log") return std::unexpected(made.error());
        if (made) told.push_back(fmt::format("decision {}: {} and {} are {}the same person", made->number, made->one, made->other, made->is_same ? "" : "not "));
        else told.push_back(fmt::format("{}, line {}: {}", path, table->line(row), made.error().message)), ++refused;
    }
    return refused;
}

Result<void> withdraw(KeptLinkage& kept, const std::string& text, std::string by, std::vector<std::string>& said)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return unacceptable("withdraw", "Name the number of a decision, such as --withdraw 3");
    const auto made = kept.withdraw({.number = number, .by = std::move(by), .on = now().date_in_london().iso()});
    if (!made) return std::unexpected(made.error());
    said.push_back(fmt::format("decision {} is withdrawn: {} and {}", number, made->one, made->other));
    return {};
}

/// Where a person's number leads today, and whose records those are.
Result<void> tell_person(const m::Linkage& linkage, const std::string& text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    const auto now = linkage.person_now(number);
    if (!now) return unacceptable("person", "No person ever had the number " + text);
    std::vector<std::string> ids;
    for (const auto place : linkage.group_of(static_cast<std::uint32_t>(*now - 1))) ids.push_back(linkage.people().id_of(place));
    fmt::print("person {}{}: {}\n", number, *now == number ? "" : fmt::format(" is person {} now", *now), fmt::join(ids, ", "));
    return {};
}

/// False where the new model was not taken.
Result<bool> reestimate(KeptLinkage& kept, bool even_so, std::vector<std::string>& said)
{
    const auto found = kept.reestimate(even_so);
    if (!found) return std::unexpected(found.error());
    said.push_back(fmt::format("A new model would give {} somebody they were not with, and take somebody from {}", counted(std::ssize(found->joined_anew), "record"), counted(std::ssize(found->parted), "record")));
    for (const auto& [what, ids] : {std::pair{"Joined anew", &found->joined_anew}, std::pair{"Parted", &found->parted}}) {
        constexpr std::size_t most = 20;
        if (!ids->empty()) said.push_back(fmt::format("{}: {}{}", what, fmt::join(ids->begin(), ids->begin() + static_cast<std::ptrdiff_t>(std::min(most, ids->size())), ", "), ids->size() > most ? " and others" : ""));
    }
    for (const auto& one : found->moved) said.push_back(fmt::format("{}, {}: {:.2f} bits before, {:.2f} now", m::name_of(one.field), m::words_of(one.field, one.level), one.before, one.after));
    if (found->is_taken) said.push_back(fmt::format("It is in use from now on, as version {}", kept.linkage().model().version));
    else said.push_back(fmt::format("It is not taken: these weights moved by more than {} bits. Look at what changed in the records; if they are as they should be, --even-so takes it", m::most_moved));
    return found->is_taken;
}

Result<bool> keep(const Configuration& configuration, const Arguments& arguments, std::vector<std::string>& said)
{
    auto words = arguments.words();
    std::vector<std::string> ids;
    if (arguments.has("explain")) {
        if (words.size() < 3) return unacceptable("explain", "Name the log, and after it the ids of the two records to explain");
        ids = {words.end() - 2, words.end()};
        words.resize(words.size() - 2);
    }
    const auto schema = match_schema(arguments);
    if (!schema) return std::unexpected(schema.error());
    const auto threshold = match_threshold(arguments, *schema);
    if (!threshold) return std::unexpected(threshold.error());
    const auto variants = match_variants(configuration, arguments, *schema);
    if (!variants) return std::unexpected(variants.error());
    const auto began = std::chrono::steady_clock::now();
    const auto records = records_in({words.begin() + 1, words.end()}, *schema, said);
    if (!records) return std::unexpected(records.error());
    auto kept = KeptLinkage::open(words.front(), *variants, *threshold, schema->one_each, arguments.has("new-model"));
    if (!kept) return std::unexpected(kept.error());
    if (const auto taken = take_in(*kept, *variants, *records, said); !taken) return std::unexpected(taken.error());
    bool is_clean = true;
    if (const auto number = arguments.option("withdraw"))
        if (const auto done = withdraw(*kept, *number, arguments.option_or("by", {}), said); !done) return std::unexpected(done.error());
    if (const auto path = arguments.option("decide")) {
        const auto refused = decide(*kept, *path, said);
        if (!refused) return std::unexpected(refused.error());
        is_clean = *refused == 0;
    }
    if (arguments.has("new-model")) {
        const auto taken = reestimate(*kept, arguments.has("even-so"), said);
        if (!taken) return std::unexpected(taken.error());
        is_clean = is_clean && *taken;
    }
    auto figures = figures_of(kept->linkage(), {});
    figures.understood = std::exchange(said, {});
    figures.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    figures.gigabytes = gigabytes_at_most();
    fmt::print("{}", arguments.has("json") ? as_json(figures) : as_words(figures));
    if (const auto number = arguments.option("person"))
        if (const auto told = tell_person(kept->linkage(), *number); !told) return std::unexpected(told.error());
    if (const auto written = write_what_is_asked(kept->linkage(), arguments, ids, true); !written) return std::unexpected(written.error());
    return is_clean;
}

}  // namespace

int match_keep(const Configuration& configuration, const Arguments& arguments)
{
    std::vector<std::string> said;
    const auto done = keep(configuration, arguments, said);
    for (const auto& one : said) fmt::print("{}\n", one);  // what was kept before something was refused
    if (!done) return refuse(done.error());
    return *done ? Exit::clean : Exit::findings;
}

}  // namespace kith::app
