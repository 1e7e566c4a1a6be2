#include "returns/return_jobs.hpp"

#include "access/accounts.hpp"
#include "access/reach.hpp"
#include "base/text.hpp"
#include "db/error.hpp"
#include "returns/return_register.hpp"
#include "returns/return_store.hpp"

#include <charconv>

namespace kith::returns {
namespace {

ReturnId return_of(const jobs::Job& job)
{
    std::int64_t id = 0;
    std::from_chars(job.payload.data(), job.payload.data() + job.payload.size(), id);
    return ReturnId{id};
}

/// True where whoever accepted it may still do so when the job runs: roles end, accounts are closed.
bool may_still_accept(db::Reader& reader, access::AccountId account, const HandedIn& handed_in, Date today)
{
    const auto found = access::find_account(reader, account);
    if (!found || !found->is_open()) return false;
    const access::Viewer viewer{.account = account, .name = found->name, .grants = access::grants_on(reader, account, today)};
    return access::reach(viewer, access::Permission::hand_in_returns).covers(access::Subject{.organisation = handed_in.organisation});
}

/// Puts a return back for a decision where whoever accepted it may no longer; true where it did.
bool put_back(db::Database& database, ReturnId id, access::AccountId account, Instant now)
{
    {
        db::Reader reader{database};
        const auto asked = find_return(reader, id);
        if (!asked || asked->state != State::accepting || may_still_accept(reader, account, *asked, now.date_in_london())) return false;
    }
    db::Writer writer{database};
    const auto handed_in = find_return(writer, id);
    if (!handed_in) return false;
    const auto back = give_up(writer, *handed_in, "Whoever accepted this return may no longer hand in returns for this organisation, so nothing was "
                                                  "taken. Someone who may has to decide", now);
    if (back) writer.commit();
    return back.has_value();
}

/// Does `stage`; a return that was withdrawn or is done already is no failure. A full disk is not tried again.
void run_stage(jobs::JobRun& run, const std::function<Result<HandedIn>(ReturnId)>& stage, const std::function<Instant()>& now)
{
    const auto id = return_of(run.job());
    try {
        const auto stands = stage(id);
        run.progress(1, 1, stands ? answer(*stands) : stands.error().message);
    } catch (const db::DatabaseError& error) {
        if (error.kind() == db::Failure::disk_full) {
            try_to_give_up(run.database(), id, disk_is_full, now());
            throw jobs::Hopeless{disk_is_full};
        }
        throw;
    }
}

}  // namespace

void add_jobs(jobs::Queue& queue, std::shared_ptr<const Desk> desk, std::function<Instant()> now)
{
    queue.handle(check_job, [desk, now](jobs::JobRun& run) {
        run.progress(0, 1, "Reading the file and comparing it with the register");
        run_stage(run, [&](ReturnId id) { return check_return(run.database(), *desk, id, now); }, now);
    });
    queue.handle(accept_job, [desk, now](jobs::JobRun& run) {
        run.progress(0, 1, "Taking the rows into the register");
        const access::AccountId account{run.job().account};
        if (run.job().account != 0 && put_back(run.database(), return_of(run.job()), account, now())) {
            run.progress(1, 1, "Nothing was taken");
            return;
        }
        const Actor by{.account = run.job().account == 0 ? std::nullopt : std::optional{account}, .words = {}};
        run_stage(run, [&](ReturnId id) { return take_return(run.database(), *desk, id, by, now); }, now);
    });
}

Result<HandedIn> enqueue(jobs::Queue& queue, db::Writer& writer, const Desk& desk, HandedIn handed_in, const char* job, access::AccountId by)
{
    const auto* kind = find_kind(desk.kinds, handed_in.kind);
    const bool is_check = std::string_view{job} == check_job;
    handed_in.job = queue.enqueue(writer, {.kind = job,
                                           .title = (kind ? kind->title : std::string{"Return"}) + (is_check ? ": check" : ": accept"),
                                           .payload = std::to_string(handed_in.id.value()),
                                           .account = by.value(),
                                           .path = "/returns/" + handed_in.public_id.text()});
    if (auto saved = save_return(writer, handed_in); !saved) return std::unexpected(saved.error());
    ++handed_in.version;
    return handed_in;
}

}  // namespace kith::returns
