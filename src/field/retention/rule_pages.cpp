// Handlers of the retention rules: what is due, and carrying one out.
#include "base/text.hpp"
#include "jobs/queue.hpp"
#include "retention/keeping_store.hpp"
#include "retention/retention_pages.hpp"
#include "retention/retention_views.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::retention {

namespace {

constexpr int examples_shown = 20;

const web::PageParts due_parts{.title = "Retention", .breadcrumbs = {{"Home", "/"}}};

/// The rule in the path with what it finds due within reach; not found where there is none that this viewer may carry out.
Result<Due> due_in_path(web::Visit& visit, const Sources& sources)
{
    auto rules = rules_of(sources.packs->limits("retention"));
    std::erase_if(rules, [&](const RetentionRule& rule) { return rule.id != visit.parameter("rule"); });
    const auto due = due_now(visit.reader(), visit.house.reads, visit.reach(), rules, visit.now());
    if (due.empty()) return not_found("Rule");
    return due.front();
}

RunView run_view(web::Visit& visit, const Due& due)
{
    RunView view{.due = due, .examples = {}, .headings = {}};
    if (due.rule.kind == RuleKind::leavers) {
        view.headings = {"Reference", "Organisation", "Left on"};
        for (const auto& leaver : workforce::left_before(visit.reader(), visit.reach(), due.before, examples_shown))
            view.examples.push_back({leaver.reference, organisation_name(visit, leaver.organisation), leaver.left_on.in_short()});
    } else if (due.rule.kind == RuleKind::files) {
        view.headings = {"File", "Handed in"};
        const Instant before{std::int64_t{86400} * due.before.days_since_epoch()};
        for (const auto& file : returns::files_handed_in_before(visit.reader(), visit.reach(), before, examples_shown)) view.examples.push_back({file.file_name, file.handed_in_at.in_words()});
    }
    return view;
}

}  // namespace

web::Response show_retention(web::Visit& visit, const Sources& sources)
{
    const auto due = due_now(visit.reader(), visit.house.reads, visit.reach(), rules_of(sources.packs->limits("retention")), visit.now());
    return visit.page(due_parts, ui::two_thirds(due_page(due, last_runs(visit.reader()), visit.today())));
}

web::Response show_run(web::Visit& visit, const Sources& sources)
{
    const auto due = due_in_path(visit, sources);
    if (!due) return visit.problem(due.error());
    auto content = run_opening(run_view(visit, *due));
    if (due->count > 0) content += visit.in_form({.action = "/retention/" + due->rule.id}, ui::button({.text = "Carry out", .classes = "govuk-button--warning", .prevent_double_click = true}));
    return visit.page({.title = due->rule.title, .breadcrumbs = {{"Home", "/"}, {"Retention", "/retention"}}}, ui::two_thirds(content));
}

web::Response start_run(web::Visit& visit, const Sources& sources)
{
    const auto due = due_in_path(visit, sources);
    if (!due) return visit.problem(due.error());
    if (visit.house.queue == nullptr) return visit.problem({ProblemKind::conflict, {}, "No background work is done here"});
    const auto job = visit.house.queue->enqueue(visit.writer(), {.kind = run_job, .title = "Retention: " + due->rule.title, .payload = due->rule.id, .account = visit.viewer.account.value(), .path = "/retention"});
    visit.writer().commit();
    return visit.redirect("/jobs/" + job.text());
}

}  // namespace kith::retention
