#include "app/server_verb.hpp"

#include "access/housekeeping.hpp"
#include "access/read_log.hpp"
#include "app/clock.hpp"
#include "app/installation.hpp"
#include "app/rooms.hpp"
#include "base/text.hpp"
#include "consultation/consultation_register.hpp"
#include "db/server_lock.hpp"
#include "questionnaire/campaign_register.hpp"
#include "retention/retention_register.hpp"
#include "ui/assets.hpp"
#include "strategy/glossary_routes.hpp"
#include "web/dispatch.hpp"
#include "web/server.hpp"

#include <fmt/format.h>
#include <pthread.h>

#include <csignal>
#include <iostream>
#include <thread>

namespace kith::app {
namespace {

sigset_t stop_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

/// True once a stop was asked for within `seconds`.
bool stop_asked_within(int seconds)
{
    auto signals = stop_signals();
    timespec patience{.tv_sec = seconds, .tv_nsec = 0};
    return sigtimedwait(&signals, nullptr, &patience) > 0;
}

/// Waits until no other server is active on the database; none where a stop was asked for meanwhile.
std::optional<db::ServerLock> take_lock(db::Database& database)
{
    auto lock = db::ServerLock::try_take(database);
    if (!lock) fmt::print("Another server is active on this database. Standing by.\n");
    while (!lock) {
        if (stop_asked_within(2)) return std::nullopt;
        lock = db::ServerLock::try_take(database);
    }
    return lock;
}

web::ServerOptions server_options(const Configuration::Server& server)
{
    return {.address = server.address,
            .port = server.port,
            .metrics_port = server.metrics_port == 0 ? std::nullopt : std::optional{server.metrics_port},
            .threads = server.threads,
            .workers = server.workers,
            .trusted_proxies = server.trusted_proxies};
}

web::Settings settings_from(const Configuration& configuration)
{
    auto folder = configuration.server.upload_folder;
    if (folder.empty()) folder = std::filesystem::temp_directory_path();
    std::filesystem::create_directories(folder);
    auto sessions = access::SessionLimits{.idle_seconds = configuration.sessions.idle_minutes * 60, .longest_seconds = configuration.sessions.longest_hours * 3600};
    for (const auto& role : configuration.sessions.second_step) sessions.second_step.push_back(access::role_named(role).value());
    const auto& url = configuration.server.public_url;
    return {.partnership = configuration.partnership.name,
            .contact = configuration.partnership.contact,
            .secure = configuration.server.secure_cookies,
            .sample = configuration.sample,
            .spool = folder,
            .upload_limit = static_cast<std::uint64_t>(configuration.server.upload_limit_bytes),
            .sessions = std::move(sessions),
            .site = url.empty() ? fmt::format("http://127.0.0.1:{}", configuration.server.port) : url,
            .mails = !configuration.mail.server.empty()};
}

jobs::Queue::Options queue_options(web::Log& log)
{
    jobs::Queue::Options options;
    options.now = now;
    options.failed = [&log](const std::string& reference, const std::string& kind, const std::string& what) {
        log.line("job_failed", {{"reference", reference}, {"kind", kind}, {"what", what}});
    };
    return options;
}

/// What comes round once a day: sessions and keys of yesterday are forgotten, and messages, invitations and comments as old as the pack says.
void add_housekeeping(jobs::Queue& queue, const web::Settings& settings, std::shared_ptr<const packs::Packs> packs)
{
    queue.every_day("tidy", "Forget old sessions, messages, invitations and comments", {2, 30}, [limits = settings.sessions, packs = std::move(packs)](jobs::JobRun& run) {
        db::Writer writer{run.database()};
        access::tidy(writer, limits, {}, now());
        retention::forget_what_is_spent(writer, packs->limits("retention"), now());
        const auto today = now().date_in_london();
        if (const auto before = retention::spent_before(packs->limits("retention"), "consultation_comments", today)) consultation::take_out_old(writer, *before, today);
        writer.commit();
    });
}

/// Serves until SIGINT or SIGTERM; false where the lock was lost, so that whoever watches the program starts it again.
bool serve_until_stopped(web::Server& server, web::Dispatcher& dispatcher, db::ServerLock& lock, std::string_view address)
{
    server.start();
    fmt::print("Kith is at http://{}:{}\n", address, server.port());
    if (server.metrics_port() != 0) fmt::print("Its times are at http://127.0.0.1:{}/metrics\n", server.metrics_port());
    std::fflush(stdout);
    bool held = true;
    while (held && !stop_asked_within(30)) {
        held = lock.is_held();
        if (held) dispatcher.tend();
    }
    return held;
}

/// People who are answering must not have the questions changed under them: a house whose running campaigns lack their instruments does not open.
Result<void> campaigns_fit(db::Database& database, const questionnaire::Instruments& instruments)
{
    db::Reader reader{database};
    const auto without = questionnaire::campaigns_without_instrument(reader, instruments);
    if (without.empty()) return {};
    return conflict(joined(without, "\n"));
}

}  // namespace

int serve(const Configuration& configuration, const Arguments&)
{
    auto signals = stop_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // every thread inherits it: signals are waited for in one place
    std::signal(SIGPIPE, SIG_IGN);
    auto packs = load_pack_set(configuration);
    if (!packs) return refuse(packs.error());
    auto database = open_database(configuration);
    auto lock = take_lock(database);
    if (!lock) return Exit::clean;
    database = open_current_database(configuration);
    auto key = sealing_key(configuration, database);
    if (!key) return refuse(key.error());

    if (auto fit = campaigns_fit(database, *packs->instruments); !fit) return refuse(fit.error());
    auto log_database = open_read_log_database(configuration);
    access::ReadLog reads{log_database};
    web::Log log{std::cerr, now};
    jobs::Queue queue{database, queue_options(log)};
    Rooms rooms{configuration, *packs, *key, now};
    web::House house{.database = database, .clock = now, .chance = db::secure_random, .log = log, .settings = settings_from(configuration),
                     .navigation = rooms.navigation(), .footer_links = rooms.footer(),
                     .assets = ui::page_assets(ui::brand_css(configuration.partnership.accent)), .queue = &queue, .reads = &reads,
                     .explain = [packs = packs->packs](web::Visit& visit, const ui::Html& content) { return strategy::terms_on_page(visit, *packs, content); }};
    web::Routes routes;
    rooms.add_routes(routes);
    rooms.add_jobs(queue);
    rooms.add_mail(queue, configuration.mail, house.settings);
    rooms.add_retention(queue, &reads, configuration.retention.automatic);
    add_housekeeping(queue, house.settings, packs->packs);
    web::Dispatcher dispatcher{routes, house};
    web::Server server{server_options(configuration.server), dispatcher};
    queue.take_over();
    queue.start();
    bool held = serve_until_stopped(server, dispatcher, *lock, configuration.server.address);
    server.stop();
    queue.stop();
    return held ? Exit::clean : Exit::refused;
}

}  // namespace kith::app
