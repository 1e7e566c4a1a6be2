// What it costs to load the tally of a region's register: 4,000,000 engagements of 3,200,000 staff records with two facts each, written straight into the tables of a
// throw-away database. Usage: build/tally_load_bench [ENGAGEMENTS] [URL of an empty PostgreSQL database; else SQLite under /tmp]
#include "db/change_set.hpp"
#include "db/migrations.hpp"
#include "workforce/tally_feed.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace kith::workforce {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_of_processor()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

/// The most that this program held in memory since it last forgot, in MB.
double most_memory()
{
    std::ifstream status{"/proc/self/status"};
    for (std::string word; status >> word;) {
        if (word != "VmHWM:") continue;
        status >> word;
        return std::stod(word) / 1024;
    }
    return 0;
}

/// A text chosen by a number, as SQL.
std::string one_of(std::string_view number, std::initializer_list<std::string_view> texts)
{
    std::string sql = fmt::format("CASE ({}) % {}", number, texts.size());
    int place = 0;
    for (auto text : texts) sql += fmt::format(" WHEN {} THEN '{}'", place++, text);
    return sql + " END";
}

/// A day by number of days from the first of a year, as SQL.
std::string day(std::string_view number, int year)
{
    return fmt::format("(({1} + (({0}) / 336)) || '-' || substr('00' || (1 + (({0}) / 28) % 12), -2) || '-' || substr('00' || (1 + ({0}) % 28), -2))", number, year);
}
std::string day_on(db::Engine engine, std::string_view number, int year)
{
    if (engine == db::Engine::sqlite) return day(number, year);
    return fmt::format("(({1} + (({0}) / 336)) || '-' || lpad((1 + (({0}) / 28) % 12)::text, 2, '0') || '-' || lpad((1 + ({0}) % 28)::text, 2, '0'))", number, year);
}

void fill(db::Database& database, std::int64_t engagements)
{
    db::Writer writer{database};
    db::ChangeSet changes{writer, Instant::parse("2026-11-22T09:00:00Z").value(), {}, "bench"};
    const auto set = changes.id();
    const auto digest = database.engine() == db::Engine::sqlite ? "zeroblob(32)" : "decode(repeat('00', 32), 'hex')";
    const auto numbers = [](std::int64_t count) { return fmt::format("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {}) ", count); };
    const auto engine = database.engine();
    // A multiplier that shares no factor with the sizes spreads the values without chance, the same each time.
    writer.run(numbers(600) + fmt::format("INSERT INTO setting (id, made_by, digest, public_id, organisation_id, code, name, kind, locality_id, tier) SELECT i, {}, {}, "
                                          "'s' || i, 1 + i / 2, 'S' || i, 'Setting ' || i, 'school', 1 + i % 15, {} FROM n", set, digest, one_of("i", {"universal", "targeted", "specialist"})));
    writer.run(numbers(engagements * 4 / 5) + fmt::format("INSERT INTO staff_record (id, made_by, digest, public_id, organisation_id, reference, given_name, family_name, name_key, birth_date, sex, "
                                              "ethnicity, disability) SELECT i, {}, {}, 'p' || i, 1 + (i * 7919) % 300, 'R' || i, 'Given', 'Family', 'family given', {}, {}, {}, {} FROM n",
                                              set, digest, day_on(engine, "i * 31 % 15000", 1958), one_of("i * 7", {"female", "female", "female", "female", "male"}),
                                              one_of("i * 11", {"white_british", "white_british", "white_british", "asian_pakistani", "black_african", "white_other", ""}),
                                              one_of("i * 13", {"not_disabled", "not_disabled", "not_disabled", "disabled", "not_stated"})));
    writer.run(numbers(engagements) + fmt::format("INSERT INTO engagement (id, made_by, digest, staff_record_id, reference, started_on, ended_on, origin) SELECT i, {}, {}, 1 + (i - 1) * 4 / 5, "
                                      "'E' || i, {}, CASE WHEN i % 4 = 0 THEN {} END, {} FROM n", set, digest, day_on(engine, "i * 37 % 4000", 2012), day_on(engine, "i * 41 % 1000", 2024),
                                      one_of("i", {"newly_qualified", "school", "health", "same_profession"})));
    writer.run(numbers(engagements) + fmt::format("INSERT INTO engagement_terms (id, made_by, digest, engagement_id, from_on, setting_id, locality_id, role_list, role_code, sector, breadth, contract, "
                                      "fte, hours, pattern, pay, pay_period, terms_set, pension_scheme, caseload) SELECT i, {}, {}, i, {}, 1 + (i * 53) % 600, NULL, 'roles', {}, {}, {}, {}, "
                                      "500 + i % 5 * 100, 3700, {}, 2500000 + i % 1000, 'year', 'green_book', 'lgps', NULL FROM n",
                                      set, digest, day_on(engine, "i * 37 % 4000", 2012),
                                      one_of("i * 17", {"social_worker", "teacher", "teaching_assistant", "nursery_worker", "health_visitor", "youth_worker", "family_support_worker"}),
                                      one_of("i * 19", {"education", "health", "social_family_community", "early_years", ""}), one_of("i", {"core", "wider"}),
                                      one_of("i * 23", {"permanent", "permanent", "fixed_term", "agency"}), one_of("i", {"mon;tue;wed;thu;fri;all_year", "mon;tue;wed;term_time", "thu;fri;evenings"})));
    // Two facts of each record: a qualification with its level, and a course.
    writer.run(numbers(engagements * 8 / 5) + fmt::format("INSERT INTO staff_fact (id, made_by, digest, staff_record_id, kind, list, code, detail, on_day) SELECT i, {}, {}, 1 + (i - 1) / 2, {}, {}, {}, {}, {} FROM n",
                                      set, digest, one_of("i", {"qualification", "training"}), one_of("i", {"qualifications", "trainings"}), one_of("i", {"early_years_level_3", "safeguarding_2", "social_work_degree", "eyfs"}),
                                      one_of("i", {"3", "", "6", ""}), day_on(engine, "i * 37 % 4000", 2012)));
    writer.commit();
}

void bench(const std::string& url, std::int64_t engagements)
{
    auto database = db::Database::open({.url = url, .durable = false});
    db::migrate(database, Instant::parse("2026-11-22T09:00:00Z").value());
    const auto began = Clock::now();
    fill(database, engagements);
    fmt::print("{}: {} engagements written in {:.0f} s\n", url.substr(0, url.find(':')), engagements, std::chrono::duration<double>(Clock::now() - began).count());
    std::ofstream{"/proc/self/clear_refs"} << "5";  // the most memory is counted anew
    for (int time = 1; time <= 2; ++time) {
        std::ifstream loads{"/proc/loadavg"};
        std::string load;
        loads >> load;
        const auto start = Clock::now();
        const auto worked = seconds_of_processor();
        db::Reader reader{database};
        TallyFeed fresh{nullptr};
        const auto snapshot = fresh.up_to_date(reader);
        fmt::print("loaded {} rows in {:.1f} s, {:.1f} s of processor time here, most memory {:.0f} MB (load {} before)\n", snapshot->table.size(),
                   std::chrono::duration<double>(Clock::now() - start).count(), seconds_of_processor() - worked, most_memory(), load);
    }
}

}  // namespace
}  // namespace kith::workforce

int main(int count, char** words)
{
    const std::int64_t engagements = count > 1 ? std::atoll(words[1]) : 4'000'000;
    if (count > 2) return kith::workforce::bench(words[2], engagements), 0;
    const auto folder = std::filesystem::temp_directory_path() / fmt::format("kith-tally-load-{}", getpid());
    std::filesystem::create_directories(folder);
    kith::workforce::bench("sqlite:" + (folder / "kith.db").string(), engagements);
    std::filesystem::remove_all(folder);
}
