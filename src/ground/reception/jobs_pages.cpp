#include "reception/jobs_pages.hpp"

#include "access/accounts.hpp"
#include "db/transaction.hpp"
#include "jobs/queue.hpp"
#include "reception/jobs_views.hpp"
#include "ui/navigation.hpp"
#include "web/page_number.hpp"

#include <set>

namespace kith::reception {

web::Response list_jobs(web::Visit& visit)
{
    const auto all = jobs::count_jobs(visit.reader(), 0);
    const auto number = web::page_asked_for(visit.request, all, 50);
    const auto list = jobs::list_jobs(visit.reader(), 0, number.limit, number.offset);
    std::set<access::AccountId> askers;
    for (const auto& job : list) {
        if (job.account != 0) askers.emplace(job.account);
    }
    return visit.page({.title = "Background work", .breadcrumbs = {{"Home", "/"}}, .nav = "/jobs", .wide = true},
                      job_list(list, access::names_of(visit.reader(), askers), all) + ui::pagination_of(number.page, number.pages, "/jobs?page=") +
                          mail_counts(jobs::count_mails(visit.reader(), visit.now()), visit.house.settings.mails) +
                          (visit.house.queue != nullptr ? round_list(visit.house.queue->rounds(visit.reader())) : ui::Html{}));
}

web::Response retry_job(web::Visit& visit)
{
    const auto id = visit.public_id("job");
    if (!id) return visit.problem(id.error());
    const auto again = jobs::retry(visit.writer(), *id, visit.now());
    if (!again) return visit.problem(again.error());
    visit.writer().commit();
    return visit.redirect("/jobs/" + id->text(), "It will be tried again");
}

}  // namespace kith::reception
