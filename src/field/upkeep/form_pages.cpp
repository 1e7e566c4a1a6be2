// What every form of upkeep by hand does with what was given: check, show the difference, save.
#include "access/read_log.hpp"
#include "upkeep/upkeep_pages.hpp"
#include "upkeep/upkeep_views.hpp"
#include "partnership/organisation_register.hpp"
#include "returns/entering_register.hpp"
#include "ui/words.hpp"

namespace kith::upkeep {
namespace {

/// The box that a finding stands at: the form names its boxes as the columns.
std::string box_of(const returns::Finding& finding) { return finding.column; }

/// True where the finding stops a form: nobody sends a row by hand that is not taken as it stands.
bool must_be_mended(const returns::Finding& finding)
{
    if (finding.severity == returns::Severity::error) return true;
    const bool is_role_of_another_list = finding.rule == "K-ROLE-2";  // as it was reported, and left as it is
    return finding.severity == returns::Severity::warning && finding.query.empty() && finding.line > 0 && !is_role_of_another_list;
}

void put_on_form(web::Form& form, const returns::Checked& checked)
{
    if (!checked.refusal.empty()) form.add({ProblemKind::unacceptable, {}, checked.refusal});
    for (const auto& finding : checked.findings) {
        if (must_be_mended(finding)) form.add({ProblemKind::unacceptable, box_of(finding), finding.message});
    }
}

ui::Html form_of(web::Visit& visit, const UpkeepStep& step)
{
    return (step.opening ? step.opening() : ui::Html{}) + visit.in_form({.action = step.action, .id = "upkeep"}, step.content());
}

web::Response try_again(web::Visit& visit, const UpkeepStep& step)
{
    return visit.try_again(step.parts, form_of(visit, step));
}

returns::Checked check(db::Reader& reader, const UpkeepDesk& desk, const Draft& draft, Date today)
{
    return returns::check_file(*desk.returns, {draft.file, {}, draft.organisation.id, today, reader}, returns::find_kind(desk.returns->kinds, "staff"));
}

web::Response save(web::Visit& visit, const UpkeepDesk& desk, const Draft& draft, const UpkeepStep& step, const std::string& seen)
{
    const returns::Receiving receiving{.file = draft.file, .kind = "staff", .organisation = draft.organisation.id,
                                       .by = {.account = visit.viewer.account, .words = visit.viewer.name}, .now = visit.now(), .mapping = {},
                                       .speaks = {}, .source = draft.source};
    const auto entered = returns::enter(visit.writer(), *desk.returns, receiving, seen);
    if (!entered) return visit.problem(entered.error());
    const auto to = step.then ? step.then(visit.writer()) : step.to;
    visit.writer().commit();
    return visit.redirect(to.empty() ? "/returns/" + entered->public_id.text() : to, step.saved);
}

}  // namespace

web::Response form_page(web::Visit& visit, const UpkeepStep& step)
{
    return visit.page(step.parts, form_of(visit, step));
}

web::Response walk(web::Visit& visit, const UpkeepDesk& desk, const Draft& draft, const UpkeepStep& step)
{
    if (visit.form().has_problems()) return try_again(visit, step);
    if (visit.form().has("change")) return form_page(visit, step);
    const auto seen = visit.form().text("seen");
    const auto checked = check(seen.empty() ? visit.reader() : visit.writer(), desk, draft, visit.today());
    put_on_form(visit.form(), checked);
    const bool counts_as_it_is = draft.source == returns::Source::confirmation;
    if (!visit.form().has_problems() && checked.difference.writes == 0 && !counts_as_it_is) {
        visit.form().add({ProblemKind::unacceptable, {}, "Nothing would change: the register holds all of this already"});
    }
    if (visit.form().has_problems()) return try_again(visit, step);
    if (!seen.empty() && seen == checked.difference.fingerprint) return save(visit, desk, draft, step, seen);
    auto parts = step.parts;
    parts.title = "Check before you save";
    auto content = checked.difference.writes == 0 ? ui::paragraph("Everyone stays as they are. Saving records that you have gone through the list.")
                                                  : before_saving(checked);
    return visit.page(parts, content + visit.in_form({.action = step.action, .id = "save"}, saving_fields(visit.form(), checked, step.back)));
}

std::vector<partnership::Organisation> organisations_of(web::Visit& visit)
{
    std::vector<partnership::Organisation> open;
    const auto reach = visit.reach(access::Permission::hand_in_returns);
    for (auto& organisation : partnership::all_organisations(visit.reader())) {
        if (organisation.is_open(visit.today()) && reach.covers(organisation.id)) open.push_back(std::move(organisation));
    }
    return open;
}

void record_read(web::Visit& visit, partnership::OrganisationId organisation, std::int64_t count, std::vector<std::string> records)
{
    if (visit.house.reads == nullptr || count == 0) return;
    visit.house.reads->record({.account = visit.viewer.account, .at = visit.now(), .kind = access::ReadKind::page, .route = visit.route().pattern,
                               .organisations = {organisation}, .staff_records = std::move(records), .count = count, .purpose = "upkeep"});
}

}  // namespace kith::upkeep
