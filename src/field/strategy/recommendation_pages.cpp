#include "strategy/recommendation_pages.hpp"

#include "base/text.hpp"
#include "db/transaction.hpp"
#include "strategy/plan_register.hpp"
#include "strategy/recommendation_register.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/kept_things.hpp"

#include <map>

namespace kith::strategy {
namespace {

using access::Permission;
constexpr const char* list_path = "/recommendations";

web::PageParts parts_of(std::string title)
{
    return {.title = std::move(title), .breadcrumbs = {{"Strategy", "/strategy"}, {"Recommendations", list_path}}, .nav = "/strategy"};
}

Result<web::ThingPlace<Recommendation>> place_of_recommendations(web::Visit&)
{
    return web::ThingPlace<Recommendation>{
        .parts = parts_of({}), .path = list_path,
        .fields = {web::line("source", &Recommendation::source, {"Who recommended it", "The review, inspection or task force, with its year"}), web::day("given_on", &Recommendation::given_on, {"When", "Leave empty where it is not known"}, "The day it was given"),
                   web::line("code", &Recommendation::code, {"Code", "By which its source names it. Leave empty where it has none", "govuk-input--width-10"}), web::several_lines("title", &Recommendation::title, {"What is recommended"}),
                   web::several_lines("words", &Recommendation::words, {"More about it", "Leave empty where there is nothing to add"}), web::choice("stand", &Recommendation::stand, stands(), {"Is it accepted"}),
                   web::several_lines("reason", &Recommendation::reason, {"Why not whole", "Where it is accepted in part or not"}), web::line("owner", &Recommendation::owner, {"Who answers for it", "By role"})},
        .is_here = [](const Recommendation&) { return true; }, .problems = [](db::Reader&, const Recommendation& one) { return problems_of(one); }, .then = [](const Recommendation& one) { return one.href(); }, .then_taken = list_path};
}

ui::Html stand_tag(Stand stand)
{
    static constexpr std::array<const char*, 4> colours{"govuk-tag--yellow", "govuk-tag--green", "govuk-tag--turquoise", "govuk-tag--grey"};
    return ui::tag({.text = choice_of(stands(), stand).words, .classes = colours.at(static_cast<std::size_t>(stand))});
}

/// "2 actions", or that none answers one that is accepted.
ui::Html answers_in_words(const Recommendation& one, std::int64_t actions)
{
    if (actions > 0) return ui::text(counted(actions, "action"));
    return one.wants_action() ? ui::strong("No action yet") : ui::text("None");
}

web::Response list_recommendations(web::Visit& visit)
{
    const auto all = recommendations().all(visit.reader());
    std::map<std::string, std::int64_t> actions;
    for (const auto& one : answers().where(visit.reader(), "finding LIKE 'strategy.recommendation:%'"))
        if (const auto reference = figures::Reference::parse(one.finding)) ++actions[reference->id];
    ui::Html tables;
    std::int64_t open = 0, bare = 0;
    std::map<std::string, ui::Table> by_source;
    for (const auto& one : all) {
        const auto number = actions[one.public_id.text()];
        open += one.stand == Stand::not_answered ? 1 : 0;
        bare += one.wants_action() && number == 0 ? 1 : 0;
        auto& table = by_source[one.source];
        if (table.head.empty()) table = {.head = {{.text = "Recommendation"}, {.text = "Is it accepted"}, {.text = "Answered by"}, {.text = "Who answers for it"}}, .caption = one.source + (one.given_on ? ", " + one.given_on->in_words() : ""), .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
        table.rows.push_back({{.text = ui::link(one.called(), one.href())}, {.text = stand_tag(one.stand)}, {.text = answers_in_words(one, number)}, {.text = one.owner.empty() ? "Nobody yet" : one.owner}});
    }
    for (const auto& [source, table] : by_source) tables += ui::scrollable_table(table);
    ui::Html content;
    if (visit.may(Permission::manage_strategy)) content += ui::not_in_print(ui::button({.text = "Add a recommendation", .href = std::string{list_path} + "/new"}));
    content += all.empty() ? ui::empty_state({.text = "No recommendation is written down yet. Those of an inspection, a review or a task force belong here, so that nothing asked of the partnership is lost."}) : tables;
    const auto heading = all.empty() ? std::string{"No recommendations yet"}
                                     : counted(std::ssize(all), "recommendation") + ": " + (open == 0 ? "all answered" : std::to_string(open) + " not answered yet") + (bare == 0 ? "" : ", " + std::to_string(bare) + " accepted without an action");
    return visit.page({.title = "Recommendations", .heading = heading, .breadcrumbs = {{"Strategy", "/strategy"}}, .nav = "/strategy", .wide = true}, content);
}

web::Response show_recommendation(web::Visit& visit)
{
    const auto id = visit.public_id("recommendation");
    if (!id) return visit.problem(id.error());
    const auto one = recommendations().find(visit.reader(), *id);
    if (!one) return visit.problem(not_found("Recommendation").error());
    ui::SummaryList list;
    const auto add = [&](const char* key, ui::Content value) {
        if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
    };
    add("Recommended by", one->source + (one->given_on ? ", " + one->given_on->in_words() : ""));
    add("Is it accepted", stand_tag(one->stand));
    add("Why not whole", web::as_lines(one->reason));
    add("Who answers for it", one->owner.empty() ? std::string{"Nobody yet"} : one->owner);
    std::vector<ui::Content> lines;
    for (const auto& [action, plan] : actions_answering(visit.reader(), reference_to(*one))) lines.emplace_back(ui::link(action.called(), action.href(plan)) + ui::text(", of " + plan.name));
    auto content = web::as_lines(one->words) + ui::summary_list(list);
    if (visit.may(Permission::manage_strategy)) content += ui::not_in_print(ui::button({.text = "Change it", .href = one->href() + "/change", .classes = "govuk-button--secondary"}));
    content += ui::heading(2, "Actions that answer it", "m") + (lines.empty() ? ui::paragraph("None yet. An action's page says why it is done, and which recommendation it answers.") : ui::bullets(lines));
    auto parts = parts_of("Recommendation");
    parts.heading = one->called();
    return visit.page(parts, ui::two_thirds(content));
}

}  // namespace

kith::Result<web::Referred> referred_recommendation(web::Visit& visit, const figures::Reference& reference)
{
    const auto id = PublicId::parse(reference.id);
    const auto one = id ? recommendations().find(visit.reader(), *id) : std::nullopt;
    if (!one) return not_found("What is referred to");
    return web::Referred{.title = one->called(), .says = std::string{choice_of(stands(), one->stand).words} + ". " + one->source, .said = {}, .href = one->href()};
}

void add_recommendation_routes(web::Routes& routes)
{
    using enum Permission;
    constexpr web::RouteFlags slow{.on_worker = true};
    routes.get(list_path, see_strategy, list_recommendations, slow);
    routes.get(std::string{list_path} + "/{recommendation}", see_strategy, show_recommendation, slow);
    web::add_thing_routes<Recommendation>(routes, list_path, manage_strategy, {recommendations(), "recommendation", "recommendation", "a recommendation", place_of_recommendations});
}

}  // namespace kith::strategy
