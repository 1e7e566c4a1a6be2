#include "base/text.hpp"
#include "strategy/action_chase_register.hpp"
#include "strategy/action_pages.hpp"
#include "strategy/plan_views.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

std::string in_short(const std::vector<OwnAction>& own)
{
    const auto wanted = std::ranges::count_if(own, [](const OwnAction& one) { return one.wanted.has_value(); });
    if (own.empty()) return "You are named for no action. Whoever writes a plan names who says how an action goes.";
    if (wanted == 0) return "Nothing waits for a word from you.";
    return counted(wanted, "action waits", "actions wait") + " for a word from you.";
}

web::Response show_own_actions(web::Visit& visit)
{
    auto own = actions_of_account(visit.reader(), visit.viewer.account, visit.today());
    std::erase_if(own, [](const OwnAction& one) { return one.plan.state == PlanState::closed || one.action.done_on; });
    std::ranges::stable_sort(own, {}, [](const OwnAction& one) { return one.wanted ? one.wanted->is_late ? 0 : 1 : 2; });
    ui::Table table{.head = {{.text = "Action"}, {.text = "How it stands"}, {.text = "Due"}, {.text = ui::visually_hidden("What can be done")}}, .caption = "Actions that you are named for", .caption_classes = "govuk-visually-hidden", .first_cell_is_header = true};
    for (const auto& [plan, action, status, wanted] : own)
        table.rows.push_back({{.text = ui::link(action.called(), action.href(plan)) + ui::element("div", {{"class", "govuk-hint govuk-!-margin-bottom-0"}}, ui::text(plan.name))},
                              {.text = status_tag(status.state) + ui::text(" " + (wanted ? wanted->because : status.because))},
                              {.text = action.due_on ? action.due_on->in_words() : "No day"},
                              {.text = ui::link_about("Say how it goes", action.called(), action.href(plan) + "/update")}});
    auto content = ui::paragraph(in_short(own), "govuk-body-l") + (table.rows.empty() ? ui::Html{} : ui::stacking_table(table));
    content += ui::paragraph(ui::link("Have their days in your calendar", "/calendar"));
    return visit.page({.title = "Your actions", .breadcrumbs = {{"Strategy", "/strategy"}}, .nav = "/strategy", .wide = true}, content);
}

}  // namespace

void add_own_action_routes(web::Routes& routes) { routes.get(std::string{own_actions_path}, access::Permission::report_progress, show_own_actions, {.on_worker = true}); }

}  // namespace kith::strategy
