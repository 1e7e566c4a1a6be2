#pragma once
// Databases on the private PostgreSQL that KITH_TEST_POSTGRES names. Making one takes most of a second on a busy machine, so a
// test's is emptied afterwards and given to the next test of the same process.
#include "db/connection.hpp"
#include "db/database.hpp"
#include "db/migrations.hpp"
#include "db/schema.hpp"
#include "db/transaction.hpp"
#include "kit/frozen_now.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <set>
#include <string>
#include <unistd.h>
#include <vector>

namespace kith::kit {

class ServerDatabases {
public:
    /// Those with all migrations applied, or those without any table.
    static ServerDatabases& of(bool migrated)
    {
        static ServerDatabases full{true};
        static ServerDatabases empty{false};
        return migrated ? full : empty;
    }

    /// The server's URL with another database in it: "postgresql://user@host:port/name?options".
    static std::string url_of(const std::string& name)
    {
        std::string url = std::getenv("KITH_TEST_POSTGRES");
        auto slash = url.find('/', url.find("://") + 3);
        auto query = url.find('?');
        auto head = url.substr(0, std::min(slash, query));
        return head + "/" + name + (query == url.npos ? "" : url.substr(query));
    }

    std::string take()
    {
        if (!free_.empty()) {
            auto name = free_.back();
            free_.pop_back();
            return name;
        }
        static std::atomic<int> count{0};
        auto name = fmt::format("kith_test_{}_{}", getpid(), ++count);
        on_server("CREATE DATABASE " + name + " TEMPLATE template0");
        made_.push_back(name);
        if (migrated_) {
            auto database = db::Database::open({.url = url_of(name), .durable = false});
            db::migrate(database, frozen_now());
            db::Reader reader{database};
            for (const auto& table : db::tables_of(reader)) own_tables_.insert(table.name);
        }
        return name;
    }

    void give_back(const std::string& name)
    {
        auto database = db::Database::open({.url = url_of(name), .durable = false});
        db::Writer writer{database};
        migrated_ ? clear_rows(writer) : writer.connection().script("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        writer.commit();
        free_.push_back(name);
    }

    ~ServerDatabases()
    {
        if (getpid() != owner_) return;
        try {
            for (const auto& name : made_) on_server("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (const std::exception&) {
            // The server is gone already, and the databases with it.
        }
    }
    ServerDatabases(const ServerDatabases&) = delete;
    ServerDatabases& operator=(const ServerDatabases&) = delete;

private:
    explicit ServerDatabases(bool migrated) : migrated_(migrated), owner_(getpid()) {}

    static void on_server(const std::string& statement) { db::run_outside_transaction(url_of("postgres"), statement); }

    /// Migrations fill no tables in, so that an empty one is a fresh one. Tables a test made itself are dropped.
    void clear_rows(db::Writer& writer)
    {
        auto tables = db::in_filling_order(writer, db::tables_of(writer));
        std::string script;
        for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
            if (!own_tables_.contains(table->name)) {
                script += "DROP TABLE " + table->name + " CASCADE;";
            } else if (table->name != "migration" && writer.one("SELECT 1 AS found FROM " + table->name + " LIMIT 1")) {
                script += "DELETE FROM " + table->name + ";";
            }
        }
        script += "SELECT setval(seqrelid, 1, false) FROM pg_sequence WHERE seqrelid <> pg_get_serial_sequence('migration', 'number')::regclass;";
        writer.connection().script(script);
    }

    bool migrated_;
    pid_t owner_;
    std::vector<std::string> free_;
    std::vector<std::string> made_;
    std::set<std::string> own_tables_;
};

}  // namespace kith::kit
