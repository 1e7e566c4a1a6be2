#pragma once
// This room's part of the route table, its jobs, and what other rooms show of it.
#include "access/read_log.hpp"
#include "jobs/queue.hpp"
#include "packs/packs.hpp"
#include "ui/html.hpp"
#include "web/home.hpp"
#include "web/routes.hpp"
#include "workforce/staff_register.hpp"

#include <functional>
#include <memory>

namespace kith::retention {

struct Sources {
    std::shared_ptr<const packs::Packs> packs;  ///< empty: those built in; its limits "retention" are the rules' periods
    workforce::NumberKeeper numbers{};          ///< opens National Insurance numbers for those who may read them
};

void add_routes(web::Routes& routes, Sources sources);

/// Handles the rules that people start; where `automatic` is true they also come round once a day, for the whole area.
struct JobSources {
    std::shared_ptr<const packs::Packs> packs;
    access::ReadLog* reads = nullptr;  ///< none: the audit of reads is left alone
    std::function<Instant()> now;
    bool automatic = false;
};
void add_jobs(jobs::Queue& queue, JobSources sources);

/// Corrections that wait for an answer; the way to what is held about someone.
void add_home(web::Home& home);

/// What stands on the page of a staff record: corrections asked for, ways to ask, to see everything held and to erase, as the viewer may.
ui::Html beside_record(web::Visit& visit, access::StaffRecordId record, const PublicId& id, access::OrganisationId organisation, bool own);

}  // namespace kith::retention
