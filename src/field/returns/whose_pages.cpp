// Where a file that does not say whose it is waits for whoever handed it in to say so.
#include "jobs/queue.hpp"
#include "returns/return_jobs.hpp"
#include "returns/return_pages.hpp"
#include "returns/return_register.hpp"
#include "returns/return_store.hpp"
#include "returns/return_views.hpp"
#include "returns/whose.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"

namespace kith::returns {
namespace {

struct WhosePage {
    HandedIn handed_in;
    const Kind* kind = nullptr;
    std::vector<OrganisationName> organisations;  ///< for whom the viewer may hand it in
    bool may_be_several = false;                  ///< its rows may say it in a column that Kith does not know yet
};

Result<WhosePage> asked_for(web::Visit& visit, db::Reader& reader, const Desk& desk)
{
    const auto id = visit.public_id("return");
    if (!id) return std::unexpected(id.error());
    auto handed_in = find_return(reader, *id, visit.reach(), visit.viewer.account);
    if (!handed_in) return std::unexpected(handed_in.error());
    WhosePage page{.handed_in = std::move(*handed_in)};
    page.kind = find_kind(desk.kinds, page.handed_in.kind);
    page.organisations = desk.organisations.list(reader, visit.reach());
    if (page.kind == nullptr) return page;
    if (auto returners = returners_of(*page.kind, page.organisations); !returners.empty()) page.organisations = std::move(returners);
    page.may_be_several = visit.reach().is_everything() && !page.kind->names_organisations && page.kind->returned_by.empty();
    return page;
}

web::PageParts parts_of(const WhosePage& page) { return {.title = "Whose return is it?", .back = path_of(page.handed_in), .nav = "/returns"}; }

ui::Html content_of(web::Visit& visit, const WhosePage& page)
{
    std::vector<ui::SelectItem> items{{.value = "", .text = "Choose an organisation"}};
    if (page.may_be_several) items.push_back({.value = std::string{several}, .text = "Several organisations: a column says which"});
    for (const auto& organisation : page.organisations) items.push_back({.value = organisation.public_id.text(), .text = organisation.name});
    auto fields = ui::select({.name = "organisation", .items = std::move(items), .value = visit.form().text("organisation"), .label = {.text = "Organisation"},
                              .error_message = {.text = visit.form().error("organisation").value_or("")}});
    fields += ui::button({.text = "Save and check", .prevent_double_click = true});
    return ui::paragraph(page.handed_in.file_name + " has arrived safely, and does not say whose it is. It is kept, and is checked once you have said so.") +
           visit.in_form({.action = path_of(page.handed_in, "whose")}, std::move(fields));
}

}  // namespace

web::Response whose_page(web::Visit& visit, const Desk& desk)
{
    const auto page = asked_for(visit, visit.reader(), desk);
    if (!page) return visit.problem(page.error());
    if (!waits_for_owner(page->handed_in)) return visit.redirect(path_of(page->handed_in));
    return visit.page(parts_of(*page), content_of(visit, *page));
}

web::Response say_whose(web::Visit& visit, const Desk& desk)
{
    const auto page = asked_for(visit, visit.writer(), desk);
    if (!page) return visit.problem(page.error());
    if (!waits_for_owner(page->handed_in)) return conflict_page(visit, page->handed_in, {ProblemKind::conflict, {}, "Nobody need say any more whose this return is"});
    const auto chosen = visit.form().text("organisation");
    std::optional<access::OrganisationId> organisation;
    for (const auto& one : page->organisations)
        if (one.public_id.text() == chosen) organisation = one.id;
    if (!organisation && !(page->may_be_several && chosen == several)) {
        visit.form().add({ProblemKind::unacceptable, "organisation", "Choose whose return it is"});
        return visit.try_again(parts_of(*page), content_of(visit, *page));
    }
    auto stands = say_whose(visit.writer(), page->handed_in, organisation, {.account = visit.viewer.account, .words = visit.viewer.name}, visit.now());
    if (stands) stands = enqueue(*visit.house.queue, visit.writer(), desk, *stands, check_job, visit.viewer.account);
    if (!stands) return conflict_page(visit, page->handed_in, stands.error());
    visit.writer().commit();
    return visit.redirect(path_of(*stands));
}

}  // namespace kith::returns
