#include "retention/routes.hpp"

#include "access/accounts.hpp"
#include "base/text.hpp"
#include "retention/keeping_store.hpp"
#include "retention/retention_pages.hpp"
#include "retention/retention_views.hpp"
#include "ui/words.hpp"

namespace kith::retention {

namespace {

RunOutcome run(jobs::JobRun& run, const JobSources& sources, const RetentionRule& rule, const access::Reach& reach)
{
    const auto account = run.job().account;
    RunOrder order{.reach = reach, .author = {.account = account == 0 ? std::nullopt : std::optional{account}, .actor = "job"},
                   .actor = {.account = account == 0 ? std::nullopt : std::optional{access::AccountId{account}}, .words = "Kith", .kind = "job"}, .now = sources.now(),
                   .progress = [&run](std::int64_t done, std::int64_t total) {
                       run.go_on();
                       run.progress(done, total, counted(done, "thing", "things") + " dealt with");
                   }};
    return run_rule(run.database(), sources.reads, rule, order);
}

/// What the account that asked may delete, as its roles are today.
access::Reach reach_of(jobs::JobRun& run, Date today)
{
    db::Reader reader{run.database()};
    const access::AccountId account{run.job().account};
    return access::reach({.account = account, .name = {}, .grants = access::grants_on(reader, account, today)}, access::Permission::run_retention);
}

std::vector<web::HomeItem> waiting(web::Visit& visit)
{
    const auto reach = visit.reach(access::Permission::answer_corrections);
    if (reach.is_nothing()) return {};
    const auto number = count_waiting(visit.reader(), reach);
    if (number == 0) return {};
    return {{.title = counted(number, "correction waits", "corrections wait") + " for an answer", .words = "Staff say that something held about them is wrong. An answer is due within a month",
             .href = "/corrections", .urgency = web::Urgency::today}};
}

std::vector<web::HomeLink> links(web::Visit& visit)
{
    using enum access::Permission;
    std::vector<web::HomeLink> links;
    if (visit.may(give_subject_access))
        links.push_back({.title = "What is held about someone", .words = "For a person who asks to see it", .href = "/subject-access", .needs = give_subject_access});
    if (visit.may(answer_corrections))
        links.push_back({.title = "Corrections", .words = "What staff say is wrong about them, and what they were answered", .href = "/corrections", .needs = answer_corrections});
    if (visit.may(run_retention))
        links.push_back({.title = "Retention", .words = "What is due to be deleted, and what was erased", .href = "/retention", .needs = run_retention});
    return links;
}

}  // namespace

void add_routes(web::Routes& routes, Sources given)
{
    using enum access::Permission;
    if (!given.packs) given.packs = std::make_shared<const packs::Packs>(packs::built_in());
    auto sources = std::make_shared<const Sources>(std::move(given));
    auto with = [sources](auto handler) { return [sources, handler](web::Visit& visit) { return handler(visit, *sources); }; };
    const web::RouteFlags slow{.on_worker = true};

    routes.get("/subject-access", give_subject_access, with(ask_whom), slow);
    routes.post("/subject-access", give_subject_access, with(find_whom), slow);
    routes.get("/staff/{record}/held", give_subject_access, with(show_held), slow);
    routes.get("/staff/{record}/held.csv", give_subject_access, with(held_csv), slow);
    routes.get("/staff/{record}/held.json", give_subject_access, with(held_json), slow);
    routes.get("/my-record/{record}/held", see_own_record, with(show_held), slow);
    routes.get("/my-record/{record}/held.csv", see_own_record, with(held_csv), slow);
    routes.get("/my-record/{record}/held.json", see_own_record, with(held_json), slow);

    routes.get("/staff/{record}/erase", erase_people, with(show_erase), slow);
    routes.post("/staff/{record}/erase", erase_people, with(erase), slow);
    routes.get("/erasures", erase_people, with(show_erasures), slow);

    routes.get("/my-record/{record}/correction", see_own_record, with(show_ask_correction), slow);
    routes.post("/my-record/{record}/correction", see_own_record, with(ask_correction), slow);
    routes.get("/corrections", answer_corrections, with(show_corrections), slow);
    routes.get("/corrections/{correction}", answer_corrections, with(show_correction), slow);
    routes.post("/corrections/{correction}", answer_corrections, with(answer_correction), slow);

    routes.get("/retention", run_retention, with(show_retention), slow);
    routes.get("/retention/{rule}", run_retention, with(show_run), slow);
    routes.post("/retention/{rule}", run_retention, with(start_run), slow);
}

void add_jobs(jobs::Queue& queue, JobSources given)
{
    auto sources = std::make_shared<const JobSources>(std::move(given));
    queue.handle(run_job, [sources](jobs::JobRun& job) {
        const auto rules = rules_of(sources->packs->limits("retention"));
        const auto* rule = find_rule(rules, job.job().payload);
        if (rule == nullptr) throw jobs::Hopeless{"This rule is no longer there"};
        const auto outcome = run(job, *sources, *rule, reach_of(job, sources->now().date_in_london()));
        job.progress(1, 1, outcome.in_words(*rule));
    });
    queue.handle(daily_job, [sources](jobs::JobRun& job) {
        std::string words;
        for (const auto& rule : rules_of(sources->packs->limits("retention"))) {
            words += (words.empty() ? "" : ". ") + rule.title + ": " + run(job, *sources, rule, access::Reach::everything()).in_words(rule);
        }
        job.progress(1, 1, words);
    });
    if (sources->automatic) queue.schedule({.job = {.kind = daily_job, .title = "Delete and erase what the retention rules say"}, .daily_at = jobs::TimeOfDay{3, 0}});
}

void add_home(web::Home& home)
{
    home.add_provider(waiting);
    home.add_links(links);
}

ui::Html beside_record(web::Visit& visit, access::StaffRecordId record, const PublicId& id, access::OrganisationId organisation, bool own)
{
    using enum access::Permission;
    const auto may = [&](access::Permission permission) { return !own && visit.reach(permission).covers(organisation); };
    const bool may_give = own || may(give_subject_access);
    const bool sees_corrections = own || may(answer_corrections);
    if (!may_give && !sees_corrections && !may(erase_people)) return {};
    std::vector<ui::Content> ways;
    const auto path = (own ? "/my-record/" : "/staff/") + id.text();
    if (own) ways.emplace_back(ui::link("Ask for a correction", path + "/correction"));
    if (may_give) ways.emplace_back(ui::link(own ? "Everything held about you, to print or download" : "Everything held about this person, to print or download", path + "/held"));
    if (may(erase_people)) ways.emplace_back(ui::link("Erase this person", path + "/erase"));
    const auto corrections = sees_corrections ? corrections_beside(corrections_of(visit.reader(), record), own) : ui::Html{};
    return ui::heading(2, own ? "Your rights" : "For the person", "m") + corrections + ui::not_in_print(ui::bullets(ways));
}

}  // namespace kith::retention
