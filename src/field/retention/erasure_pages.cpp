// Handlers of erasing someone, and of the journal of erasures.
#include "base/text.hpp"
#include "partnership/organisation_register.hpp"
#include "retention/keeping_store.hpp"
#include "retention/retention_pages.hpp"
#include "retention/retention_views.hpp"
#include "ui/navigation.hpp"
#include "ui/words.hpp"
#include "web/page_number.hpp"

#include <algorithm>

namespace kith::retention {

namespace {

constexpr int erasures_a_page = 50;

web::PageParts erase_parts(const workforce::Subject& subject)
{
    return {.title = "Erase this person", .breadcrumbs = {{"Staff", "/staff"}, {"Staff record", "/staff/" + subject.public_id.text()}}, .nav = "/staff"};
}

ui::Html erase_content(web::Visit& visit, const ErasurePlan& plan)
{
    const auto path = "/staff/" + plan.subject.public_id.text();
    auto content = erase_opening({.plan = plan, .organisation = organisation_name(visit, plan.subject.organisation), .held_href = visit.reach(access::Permission::give_subject_access).covers(plan.subject.organisation) ? path + "/held" : "",
                                  .may_see_returns = visit.may(access::Permission::see_returns)});
    if (plan.waiting.empty()) content += visit.in_form({.action = path + "/erase"}, erase_fields(visit.form()));
    return ui::two_thirds(content);
}

/// What the form asks for; problems go onto it.
std::optional<ErasureOrder> order_of(web::Visit& visit)
{
    auto& form = visit.form();
    const auto depth = form.text("depth");
    const auto ground = form.text("ground");
    const auto words = form.text("words");
    auto wrong = [&](std::string field, std::string why) { form.add({ProblemKind::unacceptable, std::move(field), std::move(why)}); };
    if (depth != "person" && depth != "everything") wrong("depth", "Choose what to erase");
    if (std::ranges::find(grounds(), ground, &Ground::id) == grounds().end()) wrong("ground", "Choose why");
    if (words.empty()) wrong("words", "Enter who decided, and when");
    else if (length_in_characters(words) > 500) wrong("words", "Who decided, and when must be 500 characters or fewer");
    if (form.text("sure") != "yes") wrong("sure", "Select the box once you have checked");
    if (form.has_problems()) return std::nullopt;
    return ErasureOrder{.depth = depth == "everything" ? workforce::ErasureDepth::everything : workforce::ErasureDepth::person, .ground = ground, .words = words,
                        .author = visit.author(), .actor = actor_of(visit), .now = visit.now()};
}

}  // namespace

web::Response show_erase(web::Visit& visit, const Sources&)
{
    const auto subject = subject_in_path(visit);
    if (!subject) return visit.problem(subject.error());
    record_read(visit, *subject, access::ReadKind::page, "erasing asked about");
    return visit.page(erase_parts(*subject), erase_content(visit, plan_erasure(visit.reader(), *subject)));
}

web::Response erase(web::Visit& visit, const Sources&)
{
    const auto subject = subject_in_path(visit);
    if (!subject) return visit.problem(subject.error());
    const auto plan = plan_erasure(visit.reader(), *subject);
    auto order = order_of(visit);
    if (order && order->depth == workforce::ErasureDepth::person && subject->has_job) {
        visit.form().add({ProblemKind::unacceptable, "depth", std::string{end_job_first}});
        order.reset();
    }
    if (!order) return visit.try_again(erase_parts(*subject), erase_content(visit, plan));
    const auto erased = carry_out(visit.writer(), plan, *order);
    if (!erased) return visit.problem(erased.error());
    visit.writer().commit();
    return visit.redirect("/erasures", "Erased: " + counted(erased->values, "value", "values") + ", " + counted(erased->files, "file", "files"));
}

web::Response show_erasures(web::Visit& visit, const Sources&)
{
    const auto total = count_erasures(visit.reader(), visit.reach());
    const auto page = web::page_asked_for(visit.request, total, erasures_a_page);
    const auto lines = list_erasures(visit.reader(), visit.reach(), page.limit, page.offset);
    std::map<access::OrganisationId, std::string> names;
    for (const auto& organisation : partnership::all_organisations(visit.reader())) names.emplace(organisation.id, organisation.name);
    return visit.page({.title = "What has been erased", .breadcrumbs = {{"Home", "/"}, {"Retention", "/retention"}}, .wide = true},
                      erasures_table({.lines = lines, .total = total, .organisations = names}) + ui::pagination_of(page.page, page.pages, "/erasures?page="));
}

}  // namespace kith::retention
