#include "app/reference_pages.hpp"

#include "assessment/evidence.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"
#include "ui/tables.hpp"
#include "web/visit.hpp"

namespace kith::app {

web::Response show_reference(web::Visit& visit, const web::References& references)
{
    const auto reference = figures::Reference::parse(visit.request.query("to"));
    if (!reference) return visit.problem(not_found("What is referred to").error());
    const auto referred = references.resolve(visit, *reference);
    if (!referred) return visit.problem(referred.error());
    ui::SummaryList list{.rows = {{.key = {.text = "Now"}, .value = {.text = referred->says}}}};
    if (reference->pinned)
        list.rows.push_back({.key = {.text = "On " + reference->pinned->in_words()}, .value = {.text = referred->said.value_or("Nothing was held of it that day")}});
    list.rows.push_back({.key = {.text = "Reference"}, .value = {.text = reference->text()}});
    return visit.page({.title = "Reference", .heading = referred->title}, ui::two_thirds(ui::summary_list(list) + ui::not_in_print(ui::paragraph(ui::link("Go to its page", referred->href)))));
}

Result<web::Referred> referred_page(web::Visit&, const figures::Reference& reference)
{
    if (!assessment::can_be_pinned(reference.id)) return not_found("What is referred to");
    const auto pinned = reference.pinned ? std::optional<std::string>{"What it said then stands with whatever refers to it"} : std::nullopt;
    return web::Referred{.title = "A figure of the workforce profile", .says = "Its page shows it as it stands", .said = pinned, .href = reference.id};
}

}  // namespace kith::app
