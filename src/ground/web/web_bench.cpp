// Serves three trivial pages for wrk: `web_bench SECONDS [PORT]`, then `wrk -t2 -c50 -d5 http://127.0.0.1:PORT/hello`. The figures count
// dispatch, headers and log lines (to a stream that drops them), not a database.
#include "db/database.hpp"
#include "db/migrations.hpp"
#include "web/server.hpp"
#include "web/visit.hpp"

#include "ui/words.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

using namespace kith;

int main(int count, char** words)
{
    int seconds = count > 1 ? std::atoi(words[1]) : 5;
    auto port = static_cast<std::uint16_t>(count > 2 ? std::atoi(words[2]) : 8099);
    auto folder = std::filesystem::temp_directory_path() / fmt::format("kith-web-bench-{}", getpid());
    std::filesystem::create_directory(folder);
    {
        auto database = db::Database::open({.url = "sqlite:" + (folder / "bench.sqlite").string(), .durable = false});
        auto clock = [] { return *Instant::parse("2026-11-18T10:30:00Z"); };
        db::migrate(database, clock());
        std::ofstream nowhere{"/dev/null"};
        web::Log log{nowhere, clock};
        web::House house{.database = database, .clock = clock, .chance = db::secure_random, .log = log};
        web::Routes routes;
        auto hello = [](web::Visit&) { return web::Response::text("hello"); };
        auto page = [](web::Visit& visit) { return visit.page({.title = "Hello"}, ui::paragraph("Hello")); };
        routes.get("/hello", web::Permission::public_page, hello, {.anonymous = true});
        routes.get("/worker", web::Permission::public_page, hello, {.on_worker = true});
        routes.get("/page", web::Permission::public_page, page, {.anonymous = true});
        web::Dispatcher dispatcher{routes, house};
        web::Server server{{.port = port, .metrics_port = static_cast<std::uint16_t>(port + 1)}, dispatcher};
        server.start();
        fmt::print("http://127.0.0.1:{}/hello, /worker, /page for {} s; times at http://127.0.0.1:{}/metrics\n", server.port(), seconds, server.metrics_port());
        std::fflush(stdout);
        std::this_thread::sleep_for(std::chrono::seconds{seconds});
    }
    std::filesystem::remove_all(folder);
    return 0;
}
