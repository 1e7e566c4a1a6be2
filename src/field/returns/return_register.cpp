#include "returns/return_register.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "db/change_set.hpp"
#include "db/error.hpp"
#include "returns/checked_store.hpp"
#include "returns/entering_register.hpp"
#include "returns/made_check.hpp"
#include "returns/mended_query_store.hpp"
#include "returns/return_store.hpp"
#include "returns/unknown_file.hpp"

namespace kith::returns {
namespace {

db::Author author_of(const Actor& by)
{
    return {by.account ? std::optional{by.account->value()} : std::nullopt, by.kind};
}

/// Moves the return on and keeps it, with a line in its timeline. `handed_in` is as it was read.
Result<HandedIn> move_on(db::Writer& writer, HandedIn handed_in, Step step, const Event& event)
{
    const auto next = after(handed_in.state, step);
    if (!next) return std::unexpected(next.error());
    handed_in.state = *next;
    if (auto saved = save_return(writer, handed_in); !saved) return std::unexpected(saved.error());
    ++handed_in.version;
    if (!event.title.empty()) add_event(writer, handed_in.id, event);
    return handed_in;
}

std::string title_of(const Desk& desk, const HandedIn& handed_in)
{
    const auto* kind = find_kind(desk.kinds, handed_in.kind);
    return kind ? kind->title : "Return";
}

/// What becomes of a return by what its check found: where there is nothing to decide, nobody is asked.
Step step_of(const Checked& checked, Step to_a_decision)
{
    if (!checked.refusal.empty()) return Step::refuse;
    if (!checked.question.empty()) return to_a_decision == Step::finish_check ? Step::ask : Step::refuse;
    if (checked.difference.writes > 0) return to_a_decision;
    return checked.can_take > 0 ? Step::agree : Step::refuse;
}

/// Why nothing of the file is taken; empty where something is.
std::string words_of(const Checked& checked)
{
    if (!checked.refusal.empty()) return checked.refusal;
    if (!checked.question.empty()) return checked.question;
    if (checked.can_take > 0 || checked.difference.writes > 0) return {};
    return checked.rows == 1 ? "Its one row needs mending. Mend it and hand the file in again"
                             : "Each of its " + with_commas(checked.rows) + " rows needs mending. Mend them and hand the file in again";
}

/// Copies what a check said into the return's row.
void take_over(HandedIn& handed_in, const Checked& checked)
{
    handed_in.format = checked.format;
    handed_in.rows = checked.rows;
    handed_in.can_take = checked.can_take;
    handed_in.findings = count(checked.findings);
    handed_in.writes = checked.difference.writes;
    handed_in.ends = checked.difference.ends;
    handed_in.many_end = checked.difference.many_end;
    handed_in.seem_held = checked.difference.seem_held;
    handed_in.held = checked.difference.held;
    handed_in.fingerprint = checked.difference.fingerprint;
    handed_in.words = words_of(checked);
    if (!checked.mapping.empty()) handed_in.mapping = checked.mapping;
}

/// Copies the check into the return and beside it.
void keep(db::Writer& writer, HandedIn& handed_in, const Checked& checked)
{
    take_over(handed_in, checked);
    save_checked(writer, handed_in.id, checked);
}

Result<HandedIn> keep_checked(db::Writer& writer, HandedIn handed_in, const Checked& checked, Instant now)
{
    if (!handed_in.organisation) handed_in.organisation = checked.only_organisation;
    keep(writer, handed_in, checked);
    const auto step = step_of(checked, Step::finish_check);
    auto title = "Checked: " + counted(checked.rows, "row") + " read";
    if (step == Step::refuse) title = "Not taken";
    if (step == Step::ask) title = "Asked what the columns mean";
    if (step == Step::agree) title += ", nothing to change";
    const auto words = step == Step::ask ? std::string{} : handed_in.words;  // what is asked heads the page: said once
    return move_on(writer, std::move(handed_in), step, {now, {}, "Kith", std::move(title), words});
}

Result<HandedIn> take_difference_anew(db::Writer& writer, HandedIn handed_in, const Checked& checked, Instant now)
{
    keep(writer, handed_in, checked);
    const auto step = step_of(checked, Step::differ);
    std::string title = step == Step::agree ? "Nothing to change any more" : "Not taken";
    if (step == Step::differ) {
        title = "Back for a decision";
        handed_in.words = "The register has changed since this return was accepted, so nothing was taken. Look at the difference as it is now, "
                          "then decide again";
    }
    const auto words = handed_in.words;
    return move_on(writer, std::move(handed_in), step, {now, {}, "Kith", std::move(title), words});
}

/// Writes what the check planned, by one change set that names the return.
Result<HandedIn> take_in(db::Writer& writer, const Desk& desk, HandedIn handed_in, const Checked& checked, const Actor& by, Instant now)
{
    const auto* kind = find_kind(desk.kinds, handed_in.kind);
    const auto mended = queries_mended_by(writer, *kind, handed_in, checked);  // while the register still stands as it was
    db::ChangeSet change_set{writer, now, author_of(by), title_of(desk, handed_in) + " accepted", handed_in.id.value()};
    const auto accepted = kind->accept(change_set, checked, now);
    handed_in.change_set = change_set.id();
    keep_mended(writer, handed_in.id, mended);
    return move_on(writer, std::move(handed_in), Step::take, {now, {}, "Kith", "Taken into the register", accepted.words});
}

/// Queries about the month or term that the return is said to be for. An answer stands for this file and this month.
void add_period_queries(Checked& checked, const Handed& handed, const Kind& kind)
{
    const auto before = before_of(handed.reader, handed.organisation, kind.id);
    auto queries = judge_period(handed.speaks, handed.file.name, checked.newest_day, before);
    for (auto& query : queries) {
        query.file = handed.file.name;
        query.query = hash_of(query.rule + handed.speaks.about->from.iso() + hash_of(handed.file.bytes)).substr(0, 32);
    }
    checked.findings.insert(checked.findings.begin(), queries.begin(), queries.end());
}

}  // namespace

Result<HandedIn> find_handed_in(db::Reader& reader, const PublicId& public_id, const access::Reach& reach)
{
    return find_return(reader, public_id, reach);
}

File file_of(db::Reader& reader, const HandedIn& handed_in) { return {handed_in.file_name, read_bytes(reader, handed_in.id)}; }

std::vector<access::OrganisationId> organisations_of(db::Reader& reader, const HandedIn& handed_in)
{
    if (handed_in.organisation) return {*handed_in.organisation};
    return list_organisations(reader, handed_in.id);
}

Checked check_file(const Desk& desk, const Handed& handed, const Kind* kind)
{
    if (kind == nullptr) return unknown_file(desk.kinds, handed.file);
    auto checked = kind->check(handed);
    if (!checked.refusal.empty() && checked.findings.empty()) {
        checked.findings.push_back({handed.file.name, 0, {}, "R-FILE-3", Severity::error, checked.refusal});
    }
    if (checked.refusal.empty() && handed.speaks.about) add_period_queries(checked, handed, *kind);
    return checked;
}

/// The last day is said once and for all: one that moved with the calendar would bring the difference back for a decision every midnight.
Speaks as_received(Speaks speaks, Date today)
{
    if (speaks.act == Act::full) speaks.last_day = last_day_of(speaks, today);
    return speaks;
}

HandedIn receive(db::Writer& writer, const Receiving& receiving)
{
    HandedIn handed_in;
    handed_in.public_id = writer.database().make_public_id(receiving.now);
    handed_in.kind = receiving.kind;
    handed_in.organisation = receiving.organisation;
    handed_in.handed_in_by = receiving.by.account;
    handed_in.by_words = receiving.by.words;
    handed_in.handed_in_at = receiving.now;
    handed_in.mapping = receiving.mapping;
    handed_in.speaks = as_received(receiving.speaks, receiving.now.date_in_london());
    handed_in.source = receiving.source;
    handed_in.file_name = clean_file_name(receiving.file.name);
    handed_in.id = add_return(writer, handed_in, receiving.file.bytes);
    handed_in.file_size = static_cast<std::int64_t>(receiving.file.bytes.size());
    handed_in.file_hash = hash_of(receiving.file.bytes);
    add_event(writer, handed_in.id, {receiving.now, receiving.by.account, receiving.by.words, "Handed in", handed_in.file_name});
    return handed_in;
}

const Checked& MadeCheck::of(db::Reader& reader, const Desk& desk, const Kind* kind, const CheckedAs& as)
{
    if (as_ == as) return checked_;
    as_.reset();
    checked_ = {};  // the old one goes first: two of a large file would not fit
    checked_ = check_file(desk, {*file_, {}, as.organisation, as.today, reader, as.mapping, as.speaks}, kind);
    as_ = as;
    return checked_;
}

const Checked& MadeCheck::of(db::Reader& reader, const Desk& desk, const HandedIn& handed_in, Date today)
{
    const CheckedAs as{handed_in.organisation, handed_in.mapping, handed_in.speaks, today, db::last_change_set(reader)};
    if (as_ == as) return checked_;
    as_.reset();
    checked_ = {};
    const File file{handed_in.file_name, read_bytes(reader, handed_in.id)};
    const auto* kind = handed_in.kind.empty() ? recognise(desk.kinds, file.bytes) : find_kind(desk.kinds, handed_in.kind);
    checked_ = check_file(desk, {file, {}, handed_in.organisation, today, reader, handed_in.mapping, handed_in.speaks}, kind);
    as_ = as;
    return checked_;
}

Result<HandedIn> check_return(db::Database& database, const Desk& desk, ReturnId id, const std::function<Instant()>& now)
{
    MadeCheck made;
    return check_return(database, desk, id, now, made);
}

Result<HandedIn> check_return(db::Database& database, const Desk& desk, ReturnId id, const std::function<Instant()>& now, MadeCheck& made)
{
    {
        db::Writer writer{database};
        auto handed_in = find_return(writer, id);
        if (!handed_in) return handed_in;
        if (auto begun = move_on(writer, *handed_in, Step::check, {}); !begun) return begun;
        writer.commit();
    }
    const Checked* checked = nullptr;
    {
        db::Reader reader{database};
        const auto handed_in = find_return(reader, id);
        if (!handed_in) return handed_in;
        checked = &made.of(reader, desk, *handed_in, now().date_in_london());
    }
    db::Writer writer{database};
    auto handed_in = find_return(writer, id);
    if (!handed_in) return handed_in;
    auto kept = keep_checked(writer, *handed_in, *checked, now());
    if (kept) writer.commit();
    return kept;
}

Result<HandedIn> ask_to_check(db::Writer& writer, HandedIn handed_in, const Actor& by, Instant now)
{
    handed_in.words.clear();
    return move_on(writer, std::move(handed_in), Step::check, {now, by.account, by.words, "Check started again", {}});
}

Result<HandedIn> ask_to_check_by(db::Writer& writer, HandedIn handed_in, std::string mapping, const Actor& by, Instant now)
{
    handed_in.words.clear();
    handed_in.mapping = std::move(mapping);
    return move_on(writer, std::move(handed_in), Step::check, {now, by.account, by.words, "Said what the columns mean", {}});
}

Result<HandedIn> ask_whose(db::Writer& writer, HandedIn handed_in, Instant now)
{
    return move_on(writer, std::move(handed_in), Step::ask, {now, {}, "Kith", "Asked whose it is", {}});
}

Result<HandedIn> say_whose(db::Writer& writer, HandedIn handed_in, std::optional<access::OrganisationId> organisation, const Actor& by, Instant now)
{
    if (!waits_for_owner(handed_in)) return conflict("Someone has already said whose this return is");
    handed_in.organisation = organisation;
    return move_on(writer, std::move(handed_in), Step::check, {now, by.account, by.words, "Said whose it is", {}});
}

Result<HandedIn> ask_to_accept(db::Writer& writer, HandedIn handed_in, std::string_view seen, Ticks ticks, const Actor& by, Instant now)
{
    if (const auto next = after(handed_in.state, Step::ask_to_accept); !next) return std::unexpected(next.error());
    if (seen != handed_in.fingerprint) {
        return conflict("The difference has changed since you looked at it. Look at it as it is now, then decide");
    }
    const bool many = needs_confirming(handed_in);
    if (many && !ticks.ends) {
        return unacceptable("confirm_ends", "Select the box to confirm that " + counted(handed_in.ends, "job") + " may end, or withdraw "
                                            "the return");
    }
    if (handed_in.seem_held > 0 && !ticks.others) {
        return unacceptable("confirm_others", seem_held_words(handed_in.seem_held) + ". If they are the same people, withdraw the return and use the references that are held. "
                                              "If not, select the box to confirm that these are other people");
    }
    handed_in.words.clear();
    std::vector<std::string> confirmed;
    if (many) confirmed.push_back("Confirmed that " + with_commas(handed_in.ends) + " of " + with_commas(handed_in.held) + " jobs end");
    if (handed_in.seem_held > 0) confirmed.push_back("Confirmed that " + counted(handed_in.seem_held, "new person is", "new people are") + " not those held under other references");
    return move_on(writer, std::move(handed_in), Step::ask_to_accept, {now, by.account, by.words, "Accepted", joined(confirmed, ". ")});
}

Result<HandedIn> take_return(db::Database& database, const Desk& desk, ReturnId id, const Actor& by, const std::function<Instant()>& now)
{
    MadeCheck made;
    return take_return(database, desk, id, by, now, made);
}

Result<HandedIn> take_return(db::Database& database, const Desk& desk, ReturnId id, const Actor& by, const std::function<Instant()>& now, MadeCheck& made)
{
    {
        // Outside the writer's turn, so that others wait for the writing only; made again within it where the register changed in between.
        db::Reader reader{database};
        const auto handed_in = find_return(reader, id);
        if (handed_in && after(handed_in->state, Step::take)) made.of(reader, desk, *handed_in, now().date_in_london());
    }
    db::Writer writer{database};
    auto handed_in = find_return(writer, id);
    if (!handed_in || handed_in->state == State::accepted || handed_in->state == State::agreed) return handed_in;  // a job that died after its commit finds it done
    if (const auto next = after(handed_in->state, Step::take); !next) return std::unexpected(next.error());
    const auto& checked = made.of(writer, desk, *handed_in, now().date_in_london());
    if (!checked.refusal.empty() || !checked.question.empty() || checked.difference.fingerprint != handed_in->fingerprint) {
        auto anew = take_difference_anew(writer, *handed_in, checked, now());
        if (anew) writer.commit();
        return anew;
    }
    auto taken = take_in(writer, desk, *handed_in, checked, by, now());
    if (taken) writer.commit();
    return taken;
}

Result<HandedIn> enter(db::Writer& writer, const Desk& desk, const Receiving& receiving, std::optional<std::string_view> seen)
{
    const auto received = receive(writer, receiving);
    const auto begun = move_on(writer, received, Step::check, {});
    if (!begun) return begun;
    const auto* kind = find_kind(desk.kinds, receiving.kind);
    const auto checked = check_file(desk, {receiving.file, {}, receiving.organisation, receiving.now.date_in_london(), writer, receiving.mapping, receiving.speaks}, kind);
    const auto kept = keep_checked(writer, *begun, checked, receiving.now);
    if (!kept || kept->state == State::agreed) return kept;
    if (kept->state != State::checked) return conflict(kept->words);
    const auto asked = ask_to_accept(writer, *kept, seen.value_or(kept->fingerprint), {.ends = true, .others = true}, receiving.by, receiving.now);
    return asked ? take_in(writer, desk, *asked, checked, receiving.by, receiving.now) : asked;
}

Result<HandedIn> enter_nil(db::Writer& writer, const Desk& desk, const Receiving& receiving)
{
    const auto received = receive(writer, receiving);
    auto begun = move_on(writer, received, Step::check, {});
    if (!begun) return begun;
    Checked nothing{.format = "Nil return"};
    if (receiving.organisation) nothing.parts.push_back({*receiving.organisation, 0, 0});
    keep(writer, *begun, nothing);
    begun->words.clear();
    return move_on(writer, *begun, Step::agree, {receiving.now, {}, "Kith", title_of(desk, *begun) + ": nothing has changed", {}});
}

std::optional<UndoBlocker> undo_blocker_of(db::Reader& reader, const HandedIn& handed_in)
{
    const auto blocker = handed_in.change_set ? db::undo_blocker(reader, *handed_in.change_set) : 0;
    if (blocker == 0) return std::nullopt;
    if (auto later = return_of_change_set(reader, blocker)) {
        auto words = "A later return has changed the same records, or builds on them: " + later->file_name + ", handed in on " + later->handed_in_at.in_words() + " by " +
                     later->by_words + ". Undo that one first";
        return UndoBlocker{std::move(words), std::move(later)};
    }
    const auto entry = db::find_change_set(reader, blocker);
    if (!entry) return UndoBlocker{"A change builds on what this return wrote. Undo that change first", {}};
    const auto what = entry->reason ? "“" + *entry->reason + "”, a change" : std::string{"A change"};
    return UndoBlocker{what + " made by hand on " + entry->made_at.in_words() + ", builds on what this return wrote. Undo that change first", {}, entry->return_id ? std::nullopt : std::optional{entry->public_id}};
}

Result<HandedIn> undo_return(db::Writer& writer, const Desk& desk, HandedIn handed_in, std::string reason, const Actor& by, Instant now)
{
    if (const auto next = after(handed_in.state, Step::undo); !next) return std::unexpected(next.error());
    if (trimmed(reason).empty()) return unacceptable("reason", "Enter why you are undoing this return");
    constexpr std::size_t longest_reason = 500;
    if (length_in_characters(reason) > longest_reason) return unacceptable("reason", "Reason must be 500 characters or fewer");
    if (!handed_in.change_set) return conflict("This return changed nothing, so there is nothing to undo");
    if (const auto blocked = undo_blocker_of(writer, handed_in)) return conflict(blocked->words);
    const auto undone = db::undo(writer, {.change_set = *handed_in.change_set, .now = now, .author = author_of(by),
                                          .reason = title_of(desk, handed_in) + " undone: " + reason, .return_id = handed_in.id.value()});
    if (!undone) return std::unexpected(undone.error());
    handed_in.undone_by = *undone;
    forget_mended(writer, handed_in.id);
    return move_on(writer, std::move(handed_in), Step::undo, {now, by.account, by.words, "Undone", std::move(reason)});
}

Result<HandedIn> withdraw_return(db::Writer& writer, HandedIn handed_in, const Actor& by, Instant now)
{
    handed_in.words.clear();  // what was asked, or went wrong, is nobody's concern any more
    return move_on(writer, std::move(handed_in), Step::withdraw, {now, by.account, by.words, "Withdrawn", {}});
}

Result<HandedIn> give_up(db::Writer& writer, HandedIn handed_in, std::string words, Instant now)
{
    handed_in.words = words;
    return move_on(writer, std::move(handed_in), Step::fail, {now, {}, "Kith", "Not finished", std::move(words)});
}

void try_to_give_up(db::Database& database, ReturnId id, std::string words, Instant now)
{
    try {
        db::Writer writer{database};
        const auto handed_in = find_return(writer, id);
        if (handed_in && is_moving(handed_in->state) && give_up(writer, *handed_in, std::move(words), now)) writer.commit();
    } catch (const db::DatabaseError&) {
        return;
    }
}

}  // namespace kith::returns
