#include "retention/retention_register.hpp"

#include "access/housekeeping.hpp"
#include "base/text.hpp"
#include "jobs/housekeeping.hpp"
#include "retention/keeping_store.hpp"

#include <algorithm>

namespace kith::retention {

namespace {

constexpr int at_a_time = 500;  // a run takes so many; what is left is due on the next day

/// What a row about the person holds in a file: the reference, also where Kith made it of two columns, or both names.
std::vector<std::vector<std::string>> cells_of(const workforce::Subject& subject)
{
    std::vector<std::vector<std::string>> cells{{subject.reference}, {subject.family_name.reveal(), subject.given_name.reveal()}};
    if (const auto parts = split(subject.reference, '/'); parts.size() > 1) cells.emplace_back(parts.begin(), parts.end());
    return cells;
}

/// Midnight UTC of the day: an hour off in summer does not matter to a rule of months and years.
Instant start_of(Date day)
{
    return Instant{std::int64_t{86400} * day.days_since_epoch()};
}

void note_run(db::Database& database, const RetentionRule& rule, Date before, const RunOrder& order, const RunOutcome& outcome)
{
    db::Writer writer{database};
    db::ChangeSet changes{writer, order.now, order.author, "Retention rule carried out: " + rule.title};
    changes.add(retention_run_table(), {{"rule", rule.id}, {"period", rule.in_words()}, {"before_day", before}, {"done", outcome.done}, {"passed_over", outcome.passed_over}});
    writer.commit();
}

RunOutcome run_leavers(db::Database& database, const RetentionRule& rule, Date before, const RunOrder& order)
{
    std::vector<workforce::Leaver> leavers;
    {
        db::Reader reader{database};
        leavers = workforce::left_before(reader, order.reach, before, at_a_time);
    }
    RunOutcome outcome;
    for (const auto& leaver : leavers) {
        if (order.progress) order.progress(outcome.done + outcome.passed_over, static_cast<std::int64_t>(leavers.size()));
        ErasurePlan plan;
        {
            db::Reader reader{database};
            const auto subject = workforce::find_subject(reader, leaver.id, order.now.date_in_london());
            if (!subject) continue;
            plan = plan_erasure(reader, *subject);
        }
        db::Writer writer{database};
        const auto erased = carry_out(writer, plan, {.depth = workforce::ErasureDepth::person, .ground = std::string{retention_ground}, .words = rule.title + ": " + rule.in_words(),
                                                     .author = order.author, .actor = order.actor, .now = order.now});
        if (erased) writer.commit();
        ++(erased ? outcome.done : outcome.passed_over);
    }
    return outcome;
}

RunOutcome run_files(db::Database& database, const RetentionRule& rule, Date before, const RunOrder& order)
{
    std::vector<returns::HandedIn> files;
    {
        db::Reader reader{database};
        files = returns::files_handed_in_before(reader, order.reach, start_of(before), at_a_time);
    }
    RunOutcome outcome;
    for (const auto& file : files) {
        if (order.progress) order.progress(outcome.done + outcome.passed_over, static_cast<std::int64_t>(files.size()));
        db::Writer writer{database};
        const auto deleted = returns::delete_file(writer, file, "Retention rule: " + rule.in_words(), order.actor, order.now);
        if (deleted) writer.commit();
        ++(deleted ? outcome.done : outcome.passed_over);
    }
    return outcome;
}

std::string one_and_many(RuleKind kind, std::int64_t number)
{
    switch (kind) {
    case RuleKind::leavers: return counted(number, "record", "records");
    case RuleKind::files: return counted(number, "file", "files");
    case RuleKind::read_audit: return counted(number, "entry", "entries");
    }
    return counted(number, "thing", "things");
}

}  // namespace

ErasurePlan plan_erasure(db::Reader& reader, const workforce::Subject& subject)
{
    ErasurePlan plan{.subject = subject, .files = {}, .waiting = {}};
    const auto sets = workforce::change_sets_of(workforce::everything_held(reader, subject.id));
    for (auto& found : returns::files_that_may_hold(reader, {.organisation = subject.organisation, .change_sets = sets, .cells = cells_of(subject)})) {
        (returns::is_decided(found.file.state) ? plan.files : plan.waiting).push_back(std::move(found));
    }
    return plan;
}

Result<Erased> carry_out(db::Writer& writer, const ErasurePlan& plan, const ErasureOrder& order)
{
    if (!plan.waiting.empty()) return conflict(plan.waiting.front().file.file_name + " waits for a decision and may hold this person. Accept or withdraw it first");
    const auto subject = workforce::find_subject(writer, plan.subject.id, order.now.date_in_london());
    if (!subject) return std::unexpected(subject.error());
    if (order.depth == workforce::ErasureDepth::person && subject->is_erased()) return conflict("This person was erased already");
    if (order.depth == workforce::ErasureDepth::person && subject->has_job) return conflict(std::string{end_job_first});
    db::ChangeSet changes{writer, order.now, order.author, "Erased: " + title_of_ground(order.ground)};
    Erased erased{.values = workforce::erase_person(changes, plan.subject.id, order.depth), .files = 0};
    for (const auto& [file, why] : plan.files) {
        if (auto deleted = returns::delete_file(writer, file, "Someone was erased, and " + std::string{why == returns::MayHold::cannot_search ? "it could not be searched for them" : "it held them"}, order.actor, order.now); !deleted) return std::unexpected(deleted.error());
        ++erased.files;
    }
    returns::delete_samples(writer, plan.subject.organisation, plan.subject.reference);
    changes.add(erasure_table(), {{"public_id", writer.database().make_public_id(order.now)}, {"owner_id", plan.subject.organisation}, {"subject_id", plan.subject.id},
                                  {"depth", std::string{workforce::id_of(order.depth)}}, {"ground", order.ground}, {"words", order.words}, {"values_erased", erased.values},
                                  {"files_deleted", erased.files}});
    return erased;
}

std::vector<Due> due_now(db::Reader& reader, access::ReadLog* reads, const access::Reach& reach, const std::vector<RetentionRule>& rules, Instant now)
{
    std::vector<Due> all;
    for (const auto& rule : rules) {
        Due due{.rule = rule, .before = due_before(rule, now.date_in_london()), .count = 0};
        switch (rule.kind) {
        case RuleKind::leavers: due.count = workforce::count_left_before(reader, reach, due.before); break;
        case RuleKind::files: due.count = returns::count_files_handed_in_before(reader, reach, start_of(due.before)); break;
        case RuleKind::read_audit:
            if (reads == nullptr || !reach.is_everything()) continue;
            due.count = reads->count({.before = start_of(due.before)});
            break;
        }
        all.push_back(std::move(due));
    }
    return all;
}

std::string RunOutcome::in_words(const RetentionRule& rule) const
{
    auto words = one_and_many(rule.kind, done) + (rule.kind == RuleKind::leavers ? " erased" : " deleted");
    if (passed_over > 0) words += "; " + one_and_many(rule.kind, passed_over) + " left, since a return that may hold them waits for a decision";
    return words;
}

RunOutcome run_rule(db::Database& database, access::ReadLog* reads, const RetentionRule& rule, const RunOrder& order)
{
    const auto before = due_before(rule, order.now.date_in_london());
    RunOutcome outcome;
    switch (rule.kind) {
    case RuleKind::leavers: outcome = run_leavers(database, rule, before, order); break;
    case RuleKind::files: outcome = run_files(database, rule, before, order); break;
    case RuleKind::read_audit:
        if (reads != nullptr && order.reach.is_everything()) outcome.done = reads->forget_before(start_of(before), order.now);
        break;
    }
    if (outcome.done + outcome.passed_over > 0) note_run(database, rule, before, order, outcome);
    return outcome;
}

std::int64_t forget_what_is_spent(db::Writer& writer, const packs::Limits& limits, Instant now)
{
    const auto today = now.date_in_london();
    std::int64_t gone = 0;
    if (const auto before = spent_before(limits, "inbox", today)) gone += jobs::forget_messages(writer, start_of(*before));
    if (const auto before = spent_before(limits, "invitations", today)) gone += access::forget_invitations(writer, start_of(*before), now);
    return gone;
}

}  // namespace kith::retention
