#pragma once
// A fresh, migrated database for each test: on SQLite always, on PostgreSQL too where KITH_TEST_POSTGRES names a private server.
// SQLite's are copies of one migrated file and PostgreSQL's are emptied and used again, so that a test costs milliseconds.
#include "db/database.hpp"
#include "db/migrations.hpp"
#include "db/transaction.hpp"
#include "kit/frozen_now.hpp"
#include "kit/server_databases.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

namespace kith::kit {

/// Of the engines, those this run can reach.
inline std::vector<db::Engine> engines_at_hand()
{
    std::vector<db::Engine> engines{db::Engine::sqlite};
    const char* url = std::getenv("KITH_TEST_POSTGRES");
    if (url != nullptr && *url != '\0') engines.push_back(db::Engine::postgresql);
    return engines;
}

/// A folder of its own, in memory where the machine has such a place; gone at scope exit.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        namespace fs = std::filesystem;
        auto root = fs::exists("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path();
        auto name = (root / "kith-test-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder can be made");
        path_ = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// A database that lives as long as this object.
class TestDatabase {
public:
    enum class State { migrated, empty };

    explicit TestDatabase(db::Engine engine, State state = State::migrated) : engine_(engine), state_(state)
    {
        options_.durable = false;
        engine == db::Engine::sqlite ? make_file(state) : make_on_server(state);
        database_ = std::make_unique<db::Database>(db::Database::open(options_));
    }
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;
    ~TestDatabase()
    {
        database_.reset();
        if (engine_ == db::Engine::postgresql) ServerDatabases::of(state_ == State::migrated).give_back(server_);
    }

    db::Database& operator*() { return *database_; }
    db::Database* operator->() { return database_.get(); }
    const db::Options& options() const { return options_; }
    const TemporaryFolder& folder() const { return folder_; }
    /// Closes and opens again, as a new start of the program would.
    void reopen()
    {
        database_.reset();
        database_ = std::make_unique<db::Database>(db::Database::open(options_));
    }

private:
    void make_file(State state)
    {
        auto file = folder_ / "kith.sqlite";
        if (state == State::migrated) std::filesystem::copy_file(template_file(), file);
        options_.url = "sqlite:" + file.string();
    }

    static const std::filesystem::path& template_file()
    {
        static TemporaryFolder folder;
        static const std::filesystem::path file = [] {
            auto path = folder / "template.sqlite";
            auto database = db::Database::open({.url = "sqlite:" + path.string(), .durable = false});
            db::migrate(database, frozen_now());
            return path;  // closing the last connection folds the write-ahead log into the file
        }();
        return file;
    }

    void make_on_server(State state)
    {
        server_ = ServerDatabases::of(state == State::migrated).take();
        options_.url = ServerDatabases::url_of(server_);
    }

    db::Engine engine_;
    State state_;
    TemporaryFolder folder_;
    std::string server_;
    db::Options options_;
    std::unique_ptr<db::Database> database_;
};

/// Fixture: `database()` is fresh for each test. Use: `using Sessions = kit::EachEngine; TEST_P(Sessions, ...) {...}` and, once a
/// file, `KITH_ON_EACH_ENGINE(Sessions);`
class EachEngine : public testing::TestWithParam<db::Engine> {
protected:
    db::Database& database() { return *test_; }
    TestDatabase& test_database() { return test_; }
    const TemporaryFolder& folder() const { return test_.folder(); }
    Instant now() const { return frozen_now(); }
    /// Opens and closes for one question: `scalar("SELECT COUNT(*) FROM session")`.
    template <class... A>
    std::int64_t scalar(std::string_view sql, const A&... arguments)
    {
        db::Reader reader{database()};
        return reader.one(sql, arguments...).value().template at<std::int64_t>(0);
    }

private:
    TestDatabase test_{GetParam()};
};

inline std::string engine_name(const testing::TestParamInfo<db::Engine>& engine)
{
    return engine.param == db::Engine::sqlite ? "Sqlite" : "Postgresql";
}

}  // namespace kith::kit

// A macro, since GoogleTest registers value-parameterised tests by macro only.
#define KITH_ON_EACH_ENGINE(fixture) \
    INSTANTIATE_TEST_SUITE_P(Engines, fixture, testing::ValuesIn(::kith::kit::engines_at_hand()), ::kith::kit::engine_name)
