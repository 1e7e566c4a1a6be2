#include "web/progress_pages.hpp"

#include "db/transaction.hpp"
#include "jobs/queue.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"
#include "web/visit.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace kith::web {
namespace {

constexpr int ask_again_seconds = 3;  // without scripts

bool is_ones_own(const Visit& visit, const jobs::Job& job) { return job.account != 0 && job.account == visit.viewer.account.value(); }

Result<jobs::Job> watched_job(Visit& visit, db::Reader& reader, Permission others)
{
    auto id = visit.public_id("job");
    if (!id) return std::unexpected(id.error());
    auto job = jobs::find_job(reader, *id);
    if (job && !is_ones_own(visit, *job) && !visit.may(others)) return not_found("Job");
    return job;
}

std::string_view state_words(const jobs::Job& job)
{
    if (job.cancel_asked && !jobs::is_over(job.state)) return "It stops as soon as it can.";
    switch (job.state) {
        case jobs::JobState::queued: return "It waits for its turn. You can leave this page; it goes on without you.";
        case jobs::JobState::running: return "You can leave this page; it goes on without you.";
        case jobs::JobState::done: return "It is done.";
        case jobs::JobState::failed: return "It could not be done.";
        case jobs::JobState::cancelled: return "It was cancelled. Nothing was changed.";
    }
    return {};
}

std::string end_path(const jobs::Job& job) { return job.path.empty() ? progress_path(job.public_id) : job.path; }

ui::Html cancel_form(Visit& visit, const jobs::Job& job)
{
    if (jobs::is_over(job.state) || job.cancel_asked) return {};
    return visit.in_form({.action = progress_path(job.public_id) + "/cancel"}, ui::button({.text = "Cancel this", .classes = "govuk-button--secondary"}));
}

ui::Html outcome(const jobs::Job& job)
{
    ui::Html html;
    if (!job.words.empty()) html += ui::paragraph(job.words);
    if (!job.reference.empty()) html += ui::paragraph(fmt::format("Reference: {}", job.reference));
    if (!job.path.empty()) html += ui::paragraph(ui::link("Go on", job.path));
    return html;
}

/// When it was asked for, begun and over.
ui::Html times(const jobs::Job& job)
{
    ui::SummaryList list;
    auto add = [&](std::string key, const std::optional<Instant>& at) {
        if (at) list.rows.push_back({.key = {.text = std::move(key)}, .value = {.text = at->in_words()}});
    };
    add("Asked for", job.queued_at);
    add("Begun", job.started_at);
    add("Over", job.ended_at);
    return ui::summary_list(list);
}

Response show_job(Visit& visit)
{
    auto job = watched_job(visit, visit.reader(), Permission::see_jobs);
    if (!job) return visit.problem(job.error());
    bool over = jobs::is_over(job->state);
    if (job->state == jobs::JobState::done && !job->path.empty()) return visit.redirect(job->path);
    auto content = ui::paragraph(state_words(*job)) + (over ? outcome(*job) : progress_bar(*job) + cancel_form(visit, *job));
    auto crumbs = visit.may(Permission::see_jobs) ? std::vector<Crumb>{{"Home", "/"}, {"Background work", "/jobs"}} : std::vector<Crumb>{{"Home", "/"}};
    return visit.page({.title = job->title, .breadcrumbs = std::move(crumbs), .refresh_seconds = over ? 0 : ask_again_seconds}, ui::two_thirds(content + times(*job)));
}

/// What assets/kith.mjs reads.
std::string told(const jobs::Job& job)
{
    boost::json::object event{{"done", job.done}, {"total", job.total}, {"words", job.words}};
    if (jobs::is_over(job.state)) event["location"] = end_path(job);
    return event_text("progress", boost::json::serialize(event));
}

Response show_events(Visit& visit)
{
    auto job = watched_job(visit, visit.reader(), Permission::see_jobs);
    if (!job) return visit.problem(job.error());
    // The stream outlives the visit: it holds the house and the id, and reads the job afresh each time.
    struct Watch {
        House& house;
        PublicId id;
        std::string last{};
        bool over = false;
    };
    auto watch = std::make_shared<Watch>(visit.house, job->public_id);
    Response response;
    response.events = std::make_shared<Events>();
    response.events->next = [watch]() -> std::optional<std::string> {
        if (watch->over) return std::nullopt;
        db::Reader reader{watch->house.database};
        auto now = jobs::find_job(reader, watch->id);
        if (!now) return std::nullopt;
        watch->over = jobs::is_over(now->state);
        auto text = told(*now);
        if (text == watch->last) return std::string{};
        return watch->last = text;
    };
    return response;
}

Response cancel_job(Visit& visit)
{
    auto& writer = visit.writer();
    auto job = watched_job(visit, writer, Permission::manage_jobs);
    if (!job) return visit.problem(job.error());
    if (auto cancelled = jobs::cancel(writer, job->public_id, visit.now()); !cancelled) return visit.problem(cancelled.error());
    writer.commit();
    return visit.redirect(progress_path(job->public_id));
}

}  // namespace

std::string progress_path(const PublicId& job) { return "/jobs/" + job.text(); }

ui::Html progress_bar(const jobs::Job& job)
{
    auto words = !job.words.empty() ? job.words : job.state == jobs::JobState::queued ? "Waiting" : "Started";
    return ui::progress({.done = job.done, .total = job.total, .words = words, .events_href = progress_path(job.public_id) + "/events"});
}

void add_progress_routes(Routes& routes)
{
    routes.get("/jobs/{job}", Permission::signed_in, show_job, {.on_worker = true});
    routes.get("/jobs/{job}/events", Permission::signed_in, show_events, {.on_worker = true});
    routes.post("/jobs/{job}/cancel", Permission::signed_in, cancel_job);
}

}  // namespace kith::web
