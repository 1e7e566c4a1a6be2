#include "app/installation.hpp"

#include "app/clock.hpp"
#include "base/text.hpp"
#include "db/error.hpp"
#include "db/migrations.hpp"

#include <fstream>

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

}  // namespace

db::Database open_database(const Configuration& configuration) { return db::Database::open({.url = full_url(configuration)}); }

db::Database open_current_database(const Configuration& configuration)
{
    auto database = open_database(configuration);
    db::migrate(database, now());
    return database;
}

std::string engine_words(const Configuration& configuration)
{
    const auto& url = configuration.storage.url;
    return url.starts_with("sqlite:") ? "SQLite, " + url.substr(7) : "PostgreSQL";
}

}  // namespace kith::app
