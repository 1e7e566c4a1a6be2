#include "app/installation.hpp"

#include "app/clock.hpp"
#include "base/text.hpp"
#include "db/error.hpp"
#include "db/migrations.hpp"
#include "returns/return_register.hpp"
#include "workforce/staff_register.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace kith::app {
namespace {

/// The URL with the password of its file put in: "postgresql://user@host/db" becomes "postgresql://user:password@host/db".
std::string full_url(const Configuration& configuration)
{
    auto url = configuration.storage.url;
    if (configuration.storage.password_file.empty()) return url;
    std::ifstream in{configuration.storage.password_file};
    std::string password;
    if (!std::getline(in, password)) throw db::DatabaseError(db::Failure::lost, "The password file cannot be read");
    auto at = url.find('@');
    if (at == url.npos) throw db::DatabaseError(db::Failure::other, "storage.url names no user to whom the password file belongs");
    std::string escaped;
    for (unsigned char c : trimmed(password)) {
        constexpr std::string_view hex = "0123456789ABCDEF";
        if (std::isalnum(c) != 0) escaped.push_back(static_cast<char>(c));
        else escaped.append({'%', hex[c >> 4U], hex[c & 15U]});
    }
    return url.insert(at, ":" + escaped);
}

/// A file descriptor, closed at scope exit.
struct Opened {
    int descriptor;
    explicit Opened(int opened) : descriptor(opened) {}
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    ~Opened()
    {
        if (descriptor >= 0) close(descriptor);
    }
};

/// 32 unforeseeable bytes as 64 hexadecimal digits, readable by their owner only from the first byte on, and on disk before they are used.
void make_key_file(const std::filesystem::path& file)
{
    std::array<unsigned char, 32> bytes{};
    db::secure_random(bytes);
    std::string text;
    for (auto byte : bytes) text += fmt::format("{:02x}", byte);
    text += '\n';
    const Opened out{open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)};
    const bool kept = out.descriptor >= 0 && write(out.descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && fsync(out.descriptor) == 0;
    if (!kept) throw std::filesystem::filesystem_error("key file", file, std::error_code{errno, std::generic_category()});
    // The name too must outlast a power cut: what is sealed with a lost key is lost.
    const auto folder = std::filesystem::absolute(file).parent_path();
    const Opened directory{open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (directory.descriptor >= 0) fsync(directory.descriptor);
}

}  // namespace

db::Options database_options(const Configuration& configuration) { return {.url = full_url(configuration)}; }

db::Database open_database(const Configuration& configuration) { return db::Database::open(database_options(configuration)); }

db::Database open_current_database(const Configuration& configuration)
{
    auto database = open_database(configuration);
    db::migrate(database, now());
    return database;
}

Result<db::Database> open_existing_database(const Configuration& configuration)
{
    const auto& url = configuration.storage.url;
    if (url.starts_with("sqlite:") && !std::filesystem::exists(url.substr(7))) return not_found("Database " + url.substr(7));
    auto database = open_database(configuration);
    if (db::schema_state(database).applied == 0) return conflict("The database is empty: kith migrate, restore or load makes it ready");
    db::migrate(database, now());
    return database;
}

db::Database open_read_log_database(const Configuration& configuration)
{
    constexpr std::int64_t reads_writer_lock = 0x4B697472;  // "Kitr"
    auto options = database_options(configuration);
    options.readers = 2;
    options.writer_lock = reads_writer_lock;
    if (options.url.starts_with("sqlite:")) options.url += reads_file_ending;
    return db::Database::open(std::move(options));
}

Result<db::SealingKey> sealing_key(const Configuration& configuration, db::Database& database)
{
    const auto& file = configuration.storage.key_file;
    db::Writer writer{database};
    if (!std::filesystem::exists(file)) {
        if (auto nothing_sealed = db::check_sealing_key(writer, std::nullopt); !nothing_sealed) return std::unexpected(nothing_sealed.error());
        make_key_file(file);
    }
    auto key = db::SealingKey::read(file);
    if (!key) return key;
    if (auto remembered = db::remember_sealing_key(writer, *key); !remembered) return std::unexpected(remembered.error());
    if (const auto mark = workforce::number_keeper(key.value(), db::secure_random).mark; mark) returns::key_queries(writer, mark);
    writer.commit();
    return key;
}

std::string engine_words(const Configuration& configuration)
{
    const auto& url = configuration.storage.url;
    return url.starts_with("sqlite:") ? "SQLite, " + url.substr(7) : "PostgreSQL";
}

}  // namespace kith::app
