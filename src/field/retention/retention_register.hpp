#pragma once
// The public door to letting go: what a retention rule finds due, carrying one out, and erasing one person. Pages, the job and the command
// line all walk through it. Who may is decided before, and said by the reach.
#include "access/read_log.hpp"
#include "access/reach.hpp"
#include "db/change_set.hpp"
#include "retention/correction.hpp"
#include "retention/retention_rule.hpp"
#include "returns/file_register.hpp"
#include "workforce/subject_register.hpp"

#include <functional>
#include <string>
#include <vector>

namespace kith::retention {

/// Writes a correction asked for under a new id; the id and public id given are not looked at.
Correction add_correction(db::ChangeSet& changes, Correction correction, Instant now);

/// What erasing a person would do, worked out before any writer's turn: files are read through for it.
struct ErasurePlan {
    workforce::Subject subject;
    std::vector<returns::FileThatMayHold> files;    ///< to be deleted
    std::vector<returns::FileThatMayHold> waiting;  ///< not decided yet: each stands in the way
};
ErasurePlan plan_erasure(db::Reader& reader, const workforce::Subject& subject);

struct ErasureOrder {
    workforce::ErasureDepth depth = workforce::ErasureDepth::person;
    std::string ground;  ///< id of a Ground, or retention_ground
    std::string words;   ///< why, without personal details: the journal keeps it
    db::Author author;
    returns::Actor actor;  ///< the same, as the files' timelines name them
    Instant now;
};
struct Erased {
    std::int64_t values = 0;
    std::int64_t files = 0;
};
/// Why who someone is cannot be erased while a job runs: no return could end the job of someone it cannot name, and the next would count the
/// person again.
inline constexpr std::string_view end_job_first = "This person's job has not ended. End the job first; who they are can be erased from then on";

/// Erases by one change set with an entry in the journal; the Writer is still to be committed. A conflict where a return that may hold the
/// person waits for a decision, where the person was erased already, or where who they are is to be erased and a job of theirs has not ended.
Result<Erased> carry_out(db::Writer& writer, const ErasurePlan& plan, const ErasureOrder& order);

/// One rule with what it finds due.
struct Due {
    RetentionRule rule;
    Date before;
    std::int64_t count = 0;
};
/// What is due within reach; the audit of reads only where the reach is everything and there is a log.
std::vector<Due> due_now(db::Reader& reader, access::ReadLog* reads, const access::Reach& reach, const std::vector<RetentionRule>& rules, Instant now);

/// Who carries a rule out, and how far it may go.
struct RunOrder {
    access::Reach reach;
    db::Author author;
    returns::Actor actor;
    Instant now;
    std::function<void(std::int64_t done, std::int64_t total)> progress;  ///< may throw to stop; what is done stays done
};
struct RunOutcome {
    std::int64_t done = 0;
    std::int64_t passed_over = 0;  ///< something stood in the way: a return that waits for a decision
    std::string in_words(const RetentionRule& rule) const;
};
/// Carries the rule out, each person and each file in a transaction of its own, and writes the run into the register. May be run again.
RunOutcome run_rule(db::Database& database, access::ReadLog* reads, const RetentionRule& rule, const RunOrder& order);

/// Messages of inboxes and invitations that are older than the pack's limits "inbox" and "invitations" let them be: traces of work, which need no
/// person's yes. How many went. For the daily round; the Writer is still to be committed.
std::int64_t forget_what_is_spent(db::Writer& writer, const packs::Limits& limits, Instant now);

}  // namespace kith::retention
