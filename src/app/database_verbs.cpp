#include "app/database_verbs.hpp"

#include "access/read_log.hpp"
#include "app/clock.hpp"
#include "app/installation.hpp"
#include "app/rooms.hpp"
#include "base/text.hpp"
#include "db/backup.hpp"
#include "db/dump.hpp"
#include "db/migrations.hpp"
#include "db/sqlite_copy.hpp"
#include "db/verify.hpp"

#include <fmt/format.h>

#include <fstream>

namespace kith::app {
namespace {

bool is_on_sqlite(const Configuration& configuration) { return configuration.storage.url.starts_with("sqlite:"); }

std::filesystem::path reads_of(std::filesystem::path file) { return file += reads_file_ending; }

/// The log of reads beside the backup's file becomes the database's; the words say what was done, empty where there is none.
std::string restore_reads(const Configuration& configuration, const std::filesystem::path& backup)
{
    const auto from = reads_of(backup);
    if (!std::filesystem::exists(from)) return {};
    if (!is_on_sqlite(configuration)) return "The log of reads in " + from.string() + " is of SQLite and was not taken over: keep the file.\n";
    const auto to = reads_of(configuration.storage.url.substr(std::string_view{"sqlite:"}.size()));
    if (std::filesystem::exists(to)) return to.string() + " is there already and was left as it is: the log of reads was not restored.\n";
    db::copy_sqlite(from, to);
    return "The log of reads is restored too.\n";
}

}  // namespace

namespace {

std::string mail_words(const Configuration& configuration)
{
    const auto& mail = configuration.mail;
    if (mail.server.empty()) return "not set up: people are told things in their inbox";
    auto words = fmt::format("from {} by {} ({}), links begin with {}", mail.from, mail.server, mail.security, configuration.server.public_url);
    if (!mail.password_file.empty() && !std::filesystem::exists(mail.password_file)) words += "; the password file is not there";
    return words;
}

std::string second_step_words(const Configuration& configuration)
{
    std::string words;
    for (const auto& role : configuration.sessions.second_step) words += (words.empty() ? "" : ", ") + role;
    return words.empty() ? "for those who want one" : "needed by " + words;
}

}  // namespace

int check_config(const Configuration& configuration, const Arguments&)
{
    if (const auto packs = load_pack_set(configuration); !packs) return refuse(packs.error());
    bool has_key = std::filesystem::exists(configuration.storage.key_file);
    fmt::print("The configuration can be used.\n"
               "  partnership  {}\n  address      http://{}:{}\n  database     {}\n  key file     {}{}\n  uploads      up to {} MB\n  mail         {}\n  second step  {}\n  sample       {}\n",
               configuration.partnership.name, configuration.server.address, configuration.server.port, engine_words(configuration),
               configuration.storage.key_file.string(), has_key ? "" : " (not there yet: made at first start)",
               configuration.server.upload_limit_bytes / (1024 * 1024), mail_words(configuration), second_step_words(configuration), configuration.sample ? "yes: the sign-in page offers every role" : "no");
    return Exit::clean;
}

int migrate(const Configuration& configuration, const Arguments&)
{
    auto database = open_database(configuration);
    auto applied = db::migrate(database, now());
    for (const auto& name : applied) fmt::print("{} applied\n", name);
    if (applied.empty()) fmt::print("The database is up to date.\n");
    return Exit::clean;
}

/// The head that an earlier verification printed, where the option is given.
Result<std::optional<db::ChainHead>> head_in(const Arguments& arguments, std::string_view option)
{
    const auto text = arguments.option(option);
    if (!text) return std::nullopt;
    auto head = db::ChainHead::parse(*text);
    if (!head) return unacceptable(std::string{option}, fmt::format("--{} takes what an earlier verification printed, like 412:9f86d0...", option));
    return head;
}

int verify_audit(const Configuration& configuration, const Arguments& arguments)
{
    const auto expected = head_in(arguments, "head");
    if (!expected) return refuse(expected.error());
    const auto expected_reads = head_in(arguments, "reads-head");
    if (!expected_reads) return refuse(expected_reads.error());
    auto database = open_existing_database(configuration);
    if (!database) return refuse(database.error());
    db::Reader reader{*database};
    auto changes = db::verify(reader, *expected);
    for (const auto& discrepancy : changes.discrepancies) fmt::print("{}\n", discrepancy.in_words());
    fmt::print("Register: {}, {}, {}. {}\n", counted(changes.change_sets, "change set"), counted(changes.rows, "row"),
               counted(changes.erased_values, "value erased", "values erased"), changes.holds() ? "The chain holds." : "The chain does not hold.");
    fmt::print("Its head, to be kept elsewhere: {}\n", changes.head.text());
    auto log_database = open_read_log_database(configuration);
    access::ReadLog log{log_database};
    auto reads = log.verify(*expected_reads);
    fmt::print("Read log: {}\nIts head, to be kept elsewhere: {}\n", reads.words, reads.head.text());
    return changes.holds() && reads.whole ? Exit::clean : Exit::findings;
}

int back_up(const Configuration& configuration, const Arguments& arguments)
{
    const std::filesystem::path file = arguments.words().front();
    if (std::filesystem::exists(reads_of(file))) {
        return refuse({ProblemKind::conflict, "file", reads_of(file).string() + " is there already: give the backup a name of its own"});
    }
    auto database = open_existing_database(configuration);
    if (!database) return refuse(database.error());
    auto report = db::back_up(*database, file);
    if (!report) return refuse(report.error());
    fmt::print("{} written, {} bytes.\n", report->file.string(), with_commas(static_cast<std::int64_t>(report->bytes)));
    if (is_on_sqlite(configuration)) {
        db::copy_sqlite(open_read_log_database(configuration).path(), reads_of(file));
        fmt::print("{} written: the log of reads, which belongs with it.\n", reads_of(file).string());
    }
    if (report->sealing_key)
        fmt::print("It holds sealed numbers. Keep the key file {} (fingerprint {}) somewhere else: without it they cannot be read.\n",
                   configuration.storage.key_file.string(), *report->sealing_key);
    return Exit::clean;
}

int restore(const Configuration& configuration, const Arguments& arguments)
{
    const std::filesystem::path file = arguments.words().front();
    if (!std::filesystem::exists(file)) return refuse({ProblemKind::not_found, "file", "File not found: " + file.string()});
    std::optional<db::SealingKey> key;
    if (auto read = db::SealingKey::read(configuration.storage.key_file)) key = *read;
    auto report = db::restore(database_options(configuration), file, now(), key);
    if (!report) return refuse(report.error());
    fmt::print("Restored: {}. The chain holds.\n{}", counted(report->change_sets, "change set"), restore_reads(configuration, file));
    if (report->key_problem) fmt::print("{}\n", *report->key_problem);
    return report->key_problem ? Exit::findings : Exit::clean;
}

namespace {

/// Writes beside the file and gives it its name once it is whole, so that no part of a dump is ever taken for one.
Result<db::DumpCount> dump_to(db::Database& database, const std::filesystem::path& file)
{
    auto partial = file;
    partial += ".partial";
    db::Reader reader{database};
    std::ofstream out{partial, std::ios::binary | std::ios::trunc};
    auto unfinished = [&partial] {
        std::error_code ignored;
        std::filesystem::remove(partial, ignored);
    };
    try {
        if (!out) return conflict(partial.string() + " could not be written");
        std::filesystem::permissions(partial, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
        const auto count = db::dump(reader, out);
        if (out.flush()) {
            std::filesystem::rename(partial, file);
            return count;
        }
    } catch (...) {
        unfinished();
        throw;
    }
    unfinished();
    return conflict(file.string() + " could not be written whole: is the disk full?");
}

}  // namespace

int dump(const Configuration& configuration, const Arguments& arguments)
{
    const std::filesystem::path file = arguments.words().front();
    if (std::filesystem::exists(file)) return refuse({ProblemKind::conflict, "file", file.string() + " is there already: choose another name"});
    auto database = open_existing_database(configuration);
    if (!database) return refuse(database.error());
    const auto count = dump_to(*database, file);
    if (!count) return refuse(count.error());
    fmt::print("{} written: {}, {}.\n", file.string(), counted(count->tables, "table"), counted(count->rows, "row"));
    return Exit::clean;
}

int load(const Configuration& configuration, const Arguments& arguments)
{
    std::ifstream in{arguments.words().front(), std::ios::binary};
    if (!in) return refuse({ProblemKind::not_found, "file", "File not found: " + arguments.words().front()});
    auto database = open_database(configuration);
    auto count = db::load(database, in, now());
    if (!count) return refuse(count.error());
    fmt::print("Loaded: {}, {}. The chain holds.\n", counted(count->tables, "table"), counted(count->rows, "row"));
    return Exit::clean;
}

}  // namespace kith::app
