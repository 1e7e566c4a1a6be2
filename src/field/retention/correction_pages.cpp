// Handlers of corrections: asked for by the person, answered by the organisation.
#include "access/accounts.hpp"
#include "jobs/inbox.hpp"
#include "partnership/organisation_register.hpp"
#include "retention/keeping_store.hpp"
#include "retention/retention_pages.hpp"
#include "retention/retention_views.hpp"
#include "ui/navigation.hpp"
#include "ui/words.hpp"
#include "web/page_number.hpp"

#include <algorithm>
#include <set>

namespace kith::retention {

namespace {

constexpr int corrections_a_page = 50;

web::PageParts ask_parts(const workforce::Subject& subject)
{
    return {.title = "Ask for a correction", .back = "/my-record/" + subject.public_id.text(), .nav = "/my-record"};
}

ui::Html ask_form(web::Visit& visit, const workforce::Subject& subject)
{
    return ui::two_thirds(visit.in_form({.action = "/my-record/" + subject.public_id.text() + "/correction"}, ask_fields(visit.form(), organisation_name(visit, subject.organisation))));
}

Result<Correction> correction_in_path(web::Visit& visit)
{
    const auto id = visit.public_id("correction");
    if (!id) return std::unexpected(id.error());
    return find_correction(visit.reader(), visit.reach(), *id);
}

ui::Html correction_content(web::Visit& visit, const Correction& correction)
{
    const auto subject = workforce::find_subject(visit.reader(), correction.record, visit.today());
    std::set<access::AccountId> accounts{correction.asked_by};
    if (correction.answered_by) accounts.insert(*correction.answered_by);
    const auto names = access::names_of(visit.reader(), accounts);
    auto name = [&](access::AccountId account) { return names.contains(account) ? names.at(account) : std::string{"an account that is no longer held"}; };
    const bool may_open = subject && visit.reach(access::Permission::see_staff).covers(correction.organisation);
    const auto organisation = organisation_name(visit, correction.organisation);
    auto content = correction_facts({.correction = correction, .organisation = organisation, .record_href = may_open ? "/staff/" + subject->public_id.text() : "",
                                     .asked_by = name(correction.asked_by), .answered_by = correction.answered_by ? name(*correction.answered_by) : ""});
    if (correction.state == CorrectionState::asked) content += visit.in_form({.action = "/corrections/" + correction.public_id.text()}, answer_fields(visit.form()));
    return ui::two_thirds(content);
}

const web::PageParts correction_parts{.title = "A correction asked for", .breadcrumbs = {{"Home", "/"}, {"Corrections", "/corrections"}}};

std::map<access::OrganisationId, std::string> organisation_names(web::Visit& visit)
{
    std::map<access::OrganisationId, std::string> names;
    for (const auto& organisation : partnership::all_organisations(visit.reader())) names.emplace(organisation.id, organisation.name);
    return names;
}

}  // namespace

web::Response show_ask_correction(web::Visit& visit, const Sources&)
{
    const auto subject = subject_in_path(visit);
    if (!subject) return visit.problem(subject.error());
    return visit.page(ask_parts(*subject), ask_form(visit, *subject));
}

web::Response ask_correction(web::Visit& visit, const Sources&)
{
    const auto subject = subject_in_path(visit);
    if (!subject) return visit.problem(subject.error());
    const Correction correction{.organisation = subject->organisation, .record = subject->id, .asked_on = visit.today(), .asked_by = visit.viewer.account,
                                .about = visit.form().text("about"), .words = visit.form().text("words")};
    for (auto& problem : problems_of_asked(correction)) visit.form().add(std::move(problem));
    if (visit.form().has_problems()) {
        return visit.try_again(ask_parts(*subject), ask_form(visit, *subject));
    }
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "A correction was asked for"};
    add_correction(changes, correction, visit.now());
    visit.writer().commit();
    return visit.redirect("/my-record/" + subject->public_id.text(), "Correction asked for. You will find the answer here");
}

web::Response show_corrections(web::Visit& visit, const Sources&)
{
    const auto total = count_corrections(visit.reader(), visit.reach());
    const auto page = web::page_asked_for(visit.request, total, corrections_a_page);
    const auto corrections = list_corrections(visit.reader(), visit.reach(), page.limit, page.offset);
    return visit.page({.title = "Corrections", .breadcrumbs = {{"Home", "/"}}, .wide = true},
                      corrections_table(corrections, total, organisation_names(visit), visit.today()) + ui::pagination_of(page.page, page.pages, "/corrections?page="));
}

web::Response show_correction(web::Visit& visit, const Sources&)
{
    const auto correction = correction_in_path(visit);
    if (!correction) return visit.problem(correction.error());
    if (const auto subject = workforce::find_subject(visit.reader(), correction->record, visit.today())) record_read(visit, *subject, access::ReadKind::page, "a correction asked for");
    return visit.page(correction_parts, correction_content(visit, *correction));
}

web::Response answer_correction(web::Visit& visit, const Sources&)
{
    const auto correction = correction_in_path(visit);
    if (!correction) return visit.problem(correction.error());
    const auto next = answered(*correction, correction_state(visit.form().text("state")), visit.form().text("answer"), visit.viewer.account, visit.today());
    if (!next && next.error().kind != ProblemKind::unacceptable) return visit.problem(next.error());
    if (!next) {
        visit.form().add(next.error());
        return visit.try_again(correction_parts, correction_content(visit, *correction));
    }
    const auto subject = workforce::find_subject(visit.reader(), correction->record, visit.today());
    // Asked again within the writer's turn: of two who answer at once, the second is told.
    if (const auto now = find_correction(visit.writer(), visit.reach(), correction->public_id); !now || now->state != CorrectionState::asked) {
        return visit.problem({ProblemKind::conflict, {}, "Someone else has answered this since you opened it. Look at it again"});
    }
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "A correction was answered"};
    save_answer(changes, *next);
    jobs::tell(visit.writer(), correction->asked_by.value(),
               {.title = "The correction that you asked for was answered", .words = "The answer stands on the page of your record.", .link = subject ? "/my-record/" + subject->public_id.text() : "/my-record"},
               visit.now());
    visit.writer().commit();
    return visit.redirect("/corrections", "Answer sent");
}

}  // namespace kith::retention
