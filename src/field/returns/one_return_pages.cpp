// One return: its page, findings, files, and the decisions about it.
#include "access/read_log.hpp"
#include "jobs/queue.hpp"
#include "returns/checked_store.hpp"
#include "returns/file_access.hpp"
#include "returns/file_import.hpp"
#include "returns/return_jobs.hpp"
#include "returns/return_pages.hpp"
#include "returns/return_store.hpp"
#include "returns/return_views.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"
#include "web/page_number.hpp"

namespace kith::returns {
namespace {

using access::Permission;

constexpr int findings_on_a_page = 50;
constexpr std::string_view decide_id = "decide";

Result<HandedIn> asked_for(web::Visit& visit, db::Reader& reader)
{
    const auto id = visit.public_id("return");
    if (!id) return std::unexpected(id.error());
    return find_return(reader, *id, visit.reach(), visit.viewer.account);
}

Actor actor_of(const web::Visit& visit) { return {.account = visit.viewer.account, .words = visit.viewer.name}; }

/// One's own file of which nobody has said yet whose it is.
bool is_own_unclaimed(const web::Visit& visit, const HandedIn& handed_in) { return waits_for_owner(handed_in) && handed_in.handed_in_by == visit.viewer.account; }

bool reaches(const access::Reach& reach, const HandedIn& handed_in) { return reach.covers(access::Subject{.organisation = handed_in.organisation}); }

/// The job at work on the return, where it has one and is still there.
std::optional<jobs::Job> job_of(db::Reader& reader, const HandedIn& handed_in)
{
    if (!handed_in.job || !is_moving(handed_in.state)) return std::nullopt;
    const auto job = jobs::find_job(reader, *handed_in.job);
    return job ? std::optional{*job} : std::nullopt;
}

bool is_stuck(const HandedIn& handed_in, const std::optional<jobs::Job>& job)
{
    return is_moving(handed_in.state) && (!job || jobs::is_over(job->state));
}

ui::Html progress_of(const HandedIn& handed_in, const jobs::Job& job)
{
    ui::Html html = ui::progress({.done = job.done, .total = job.total, .words = job.words.empty() ? "Waiting for its turn" : job.words,
                                  .events_href = "/jobs/" + job.public_id.text() + "/events"});
    return html + ui::not_in_print(ui::paragraph(ui::link("Look again", path_of(handed_in))));
}

/// Someone was shown what a return says about staff: the audit of reads has to know before the page goes out.
void record_read(web::Visit& visit, const HandedIn& handed_in, access::ReadKind kind, std::int64_t rows)
{
    if (visit.house.reads == nullptr || rows == 0) return;
    access::ReadEntry entry{.account = visit.viewer.account, .at = visit.now(), .kind = kind, .route = visit.route().pattern, .count = rows,
                            .purpose = "return"};
    entry.organisations = organisations_of(visit.reader(), handed_in);
    if (kind == access::ReadKind::export_file) visit.house.reads->record_at_once(std::move(entry));
    else visit.house.reads->record(std::move(entry));
}

std::int64_t samples_in(const Difference& difference)
{
    std::int64_t number = 0;
    for (const auto& heading : difference.headings) number += static_cast<std::int64_t>(heading.samples.size());
    return number;
}

ReturnPage page_of(web::Visit& visit, const Desk& desk, db::Reader& reader, const HandedIn& handed_in)
{
    ReturnPage page{.handed_in = handed_in};
    const auto* kind = find_kind(desk.kinds, handed_in.kind);
    page.kind_title = kind ? kind->title : "Return";
    OrganisationNames names;
    for (const auto& organisation : desk.organisations.list(reader, visit.reach())) names.emplace(organisation.id, organisation);
    page.organisation = waits_for_owner(handed_in) ? "Nobody has said yet whose it is" : organisation_words(names, handed_in.organisation);
    page.rules = list_rules(reader, handed_in.id);
    if (handed_in.findings.warnings > 0) page.queries = count_queries(reader, handed_in.id);
    page.may_decide = reaches(visit.reach(Permission::hand_in_returns), handed_in) || is_own_unclaimed(visit, handed_in);
    page.may_see_rows = reaches(visit.reach(Permission::see_staff), handed_in);
    page.difference = load_difference(reader, handed_in, page.may_see_rows);
    page.events = list_events(reader, handed_in.id);
    page.has_annotated = kind && kind->annotate && !handed_in.file_deleted_at && may_have_file(visit.viewer, handed_in, kind);
    if (kind) page.question = kind->question;
    if (kind && kind->mapping_path && !handed_in.mapping.empty()) page.mapping_path = kind->mapping_path(handed_in.mapping);
    if (handed_in.state == State::checked) {
        if (const auto before = same_file_before(reader, handed_in)) page.handed_in_before = before->handed_in_at.date_in_london().in_words();
    }
    const auto job = job_of(reader, handed_in);
    page.is_stuck = is_stuck(handed_in, job);
    if (job && !page.is_stuck) page.progress = progress_of(handed_in, *job);
    page.ends_tick = {visit.form().text("confirm_ends") == "yes", visit.form().error("confirm_ends")};
    page.others_tick = {visit.form().text("confirm_others") == "yes", visit.form().error("confirm_others")};
    return page;
}

ui::Html decisions(web::Visit& visit, const ReturnPage& page)
{
    const auto& h = page.handed_in;
    if (!page.may_decide) return {};
    ui::Html html;
    if (h.state != State::asking) html += question_button(page);  // else it stands first
    if (h.state == State::checked) {
        html += ui::heading(2, "Decide", "m", decide_id);
        if (h.can_take > 0) {
            const auto seen = ui::element("input", {{"type", "hidden"}, {"name", "seen"}, {"value", h.fingerprint}});
            html += visit.in_form({.action = path_of(h, "accept"), .id = "accept"}, seen + accept_fields(page));
        }
    }
    const bool may_check = page.is_stuck || h.state == State::failed;
    if (may_check) html += visit.in_form({.action = path_of(h, h.state == State::accepting ? "accept" : "check"), .id = "again"}, check_again_button(page));
    const bool may_withdraw = after(h.state, Step::withdraw).has_value();
    if (may_withdraw) html += visit.in_form({.action = path_of(h, "withdraw"), .id = "withdraw"}, withdraw_button());
    if (h.state == State::accepted && h.change_set) html += ui::paragraph(ui::link("Undo this return", path_of(h, "undo")));
    return ui::not_in_print(html);
}

/// What is to be done about the return, before the long lists.
ui::Html ways_on(const ReturnPage& page)
{
    if (!page.may_decide) return {};
    if (page.handed_in.state == State::asking) return ui::not_in_print(question_button(page));
    if (page.handed_in.state == State::checked) return ui::not_in_print(ui::paragraph(ui::link("Decide: accept or withdraw it", "#" + std::string{decide_id})));
    return ui::not_in_print(another_file_button(page.handed_in));
}

ui::Html content_of(web::Visit& visit, const ReturnPage& page)
{
    return return_answer(page) + ways_on(page) + return_findings(page) + return_difference(page) + decisions(visit, page) + return_facts(page);
}

web::PageParts parts_of(const ReturnPage& page)
{
    return {.title = page.kind_title, .caption = page.organisation, .breadcrumbs = {{"Returns", "/returns"}}, .nav = "/returns"};
}

web::PageParts below(const HandedIn& handed_in, std::string title)
{
    return {.title = std::move(title), .back = path_of(handed_in), .nav = "/returns"};
}

/// A return whose job died is put back where it stood, so that the step asked for can follow.
Result<HandedIn> freed(web::Visit& visit, HandedIn handed_in)
{
    if (!is_stuck(handed_in, job_of(visit.reader(), handed_in))) return handed_in;
    return give_up(visit.writer(), std::move(handed_in), "Kith stopped before it had finished", visit.now());
}

/// The end of every decision: queue the work where there is any, commit, and show the return.
web::Response decided(web::Visit& visit, const Desk& desk, const HandedIn& of, Result<HandedIn> stands, const char* job, std::string banner)
{
    if (stands && job != nullptr) stands = enqueue(*visit.house.queue, visit.writer(), desk, *stands, job, visit.viewer.account);
    if (!stands) return conflict_page(visit, of, stands.error());
    visit.writer().commit();
    return visit.redirect(path_of(*stands), std::move(banner));
}

/// The page that says what is to be undone first, in place of the form.
web::Response undo_blocked_page(web::Visit& visit, const Desk& desk, db::Reader& reader, const HandedIn& handed_in, const UndoBlocker& blocker, int status)
{
    UndoWay way;
    if (blocker.later && find_return(reader, blocker.later->public_id, visit.reach())) way = {.text = "Look at the later return", .href = path_of(*blocker.later)};
    if (blocker.change && !desk.changes_href.empty()) {
        if (visit.may(access::Permission::manage_organisations)) way = {.text = "Undo that change", .href = desk.changes_href + "/" + blocker.change->text() + "/undo"};
        else way.words = "The partnership's workforce lead can undo it: it stands under Organisations, Changes made by hand.";
    }
    return visit.page(below(handed_in, "This return cannot be undone yet"), undo_blocked(handed_in, blocker.words, way), status);
}

}  // namespace

web::Response conflict_page(web::Visit& visit, const HandedIn& handed_in, const Problem& problem)
{
    if (problem.kind != ProblemKind::conflict) return visit.problem(problem);
    const auto content = ui::paragraph(problem.message + ".") + ui::not_in_print(ui::paragraph(ui::link("Look at the return: " + handed_in.file_name, path_of(handed_in))));
    return visit.page(below(handed_in, "This cannot be done now"), content, 409);
}

web::Response one_page(web::Visit& visit, const Desk& desk)
{
    const auto handed_in = asked_for(visit, visit.reader());
    if (!handed_in) return visit.problem(handed_in.error());
    const auto page = page_of(visit, desk, visit.reader(), *handed_in);
    record_read(visit, *handed_in, access::ReadKind::page, samples_in(page.difference));
    auto parts = parts_of(page);
    if (is_moving(handed_in->state) && !page.is_stuck) parts.refresh_seconds = 5;
    return visit.page(parts, content_of(visit, page));
}

web::Response all_findings_page(web::Visit& visit, const Desk&)
{
    const auto handed_in = asked_for(visit, visit.reader());
    if (!handed_in) return visit.problem(handed_in.error());
    FindingsPage page{.handed_in = *handed_in};
    const auto severity = visit.request.query("severity");
    if (severity_id(severity_of(severity)) == severity) page.severity = severity_of(severity);
    page.counted = count_findings(visit.reader(), handed_in->id, page.severity);
    const auto number = web::page_asked_for(visit.request, page.counted, findings_on_a_page);
    page.page = number.page;
    page.pages = number.pages;
    page.findings = list_with_answers(visit.reader(), handed_in->id, page.severity, {number.offset, number.limit});
    auto parts = below(*handed_in, "Findings");
    parts.wide = true;
    return visit.page(parts, findings_page(page));
}

web::Response findings_file(web::Visit& visit, const Desk&)
{
    const auto handed_in = asked_for(visit, visit.reader());
    if (!handed_in) return visit.problem(handed_in.error());
    const auto findings = list_findings(visit.reader(), handed_in->id, {}, {0, static_cast<std::int64_t>(findings_kept)});
    return web::Response::file("findings.csv", "text/csv; charset=utf-8", findings_csv(findings));
}

web::Response annotated_file(web::Visit& visit, const Desk& desk)
{
    const auto handed_in = asked_for(visit, visit.reader());
    if (!handed_in) return visit.problem(handed_in.error());
    const auto* kind = find_kind(desk.kinds, handed_in->kind);
    const File file{handed_in->file_name, read_bytes(visit.reader(), handed_in->id)};
    if (kind == nullptr || !kind->annotate || file.bytes.empty() || !may_have_file(visit.viewer, *handed_in, kind)) return visit.problem({ProblemKind::not_found, {}, "File not found"});
    Findings findings;  // what was answered needs no mending
    for (auto& entry : list_with_answers(visit.reader(), handed_in->id, {}, {0, static_cast<std::int64_t>(findings_kept)})) {
        if (!entry.answer) findings.push_back(std::move(entry.finding));
    }
    record_read(visit, *handed_in, access::ReadKind::export_file, handed_in->rows);
    auto bytes = kind->annotate(file, findings);
    const auto as = format_of(bytes);
    return web::Response::file(name_to_mend(handed_in->file_name) + "." + std::string{as.ending}, std::string{as.media_type}, std::move(bytes));
}

web::Response accept(web::Visit& visit, const Desk& desk)
{
    auto handed_in = asked_for(visit, visit.writer());
    if (!handed_in) return visit.problem(handed_in.error());
    const bool starts_again = is_stuck(*handed_in, job_of(visit.reader(), *handed_in));
    const auto free = freed(visit, *handed_in);
    if (!free) return conflict_page(visit, *handed_in, free.error());
    const Ticks ticks{.ends = starts_again || visit.form().text("confirm_ends") == "yes", .others = starts_again || visit.form().text("confirm_others") == "yes"};
    const auto seen = starts_again ? free->fingerprint : visit.form().text("seen");
    auto stands = ask_to_accept(visit.writer(), *free, seen, ticks, actor_of(visit), visit.now());
    if (!stands && stands.error().kind == ProblemKind::unacceptable) {
        visit.form().add(stands.error());
        const auto page = page_of(visit, desk, visit.writer(), *handed_in);
        return visit.try_again(parts_of(page), content_of(visit, page));
    }
    return decided(visit, desk, *handed_in, std::move(stands), accept_job, {});
}

web::Response check_again(web::Visit& visit, const Desk& desk)
{
    const auto handed_in = asked_for(visit, visit.writer());
    if (!handed_in) return visit.problem(handed_in.error());
    const auto free = freed(visit, *handed_in);
    if (!free) return conflict_page(visit, *handed_in, free.error());
    return decided(visit, desk, *handed_in, ask_to_check(visit.writer(), *free, actor_of(visit), visit.now()), check_job, {});
}

web::Response withdraw(web::Visit& visit, const Desk& desk)
{
    const auto handed_in = asked_for(visit, visit.writer());
    if (!handed_in) return visit.problem(handed_in.error());
    const auto free = freed(visit, *handed_in);
    if (!free) return conflict_page(visit, *handed_in, free.error());
    return decided(visit, desk, *handed_in, withdraw_return(visit.writer(), *free, actor_of(visit), visit.now()), nullptr, "The return is withdrawn");
}

web::Response undo_page(web::Visit& visit, const Desk& desk)
{
    const auto handed_in = asked_for(visit, visit.reader());
    if (!handed_in) return visit.problem(handed_in.error());
    if (const auto next = after(handed_in->state, Step::undo); !next) return conflict_page(visit, *handed_in, next.error());
    if (const auto blocker = undo_blocker_of(visit.reader(), *handed_in)) return undo_blocked_page(visit, desk, visit.reader(), *handed_in, *blocker, 200);
    return visit.page(below(*handed_in, "Undo a return"), visit.in_form({.action = path_of(*handed_in, "undo")}, undo_fields(*handed_in, {}, {})));
}

web::Response undo(web::Visit& visit, const Desk& desk)
{
    const auto handed_in = asked_for(visit, visit.writer());
    if (!handed_in) return visit.problem(handed_in.error());
    if (const auto blocker = undo_blocker_of(visit.writer(), *handed_in); blocker && handed_in->state == State::accepted)
        return undo_blocked_page(visit, desk, visit.writer(), *handed_in, *blocker, 409);
    const auto reason = visit.form().text("reason");
    auto stands = undo_return(visit.writer(), desk, *handed_in, reason, actor_of(visit), visit.now());
    if (!stands && stands.error().kind == ProblemKind::unacceptable) {
        visit.form().add(stands.error());
        const auto fields = undo_fields(*handed_in, reason, visit.form().error("reason"));
        return visit.try_again(below(*handed_in, "Undo a return"), visit.in_form({.action = path_of(*handed_in, "undo")}, fields));
    }
    return decided(visit, desk, *handed_in, std::move(stands), nullptr, "The return is undone");
}

}  // namespace kith::returns
