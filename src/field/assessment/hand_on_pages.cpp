#include "assessment/hand_on_pages.hpp"

#include "access/accounts.hpp"
#include "access/role_holders.hpp"
#include "assessment/campaign_stand_pages.hpp"
#include "assessment/handed_on_register.hpp"
#include "assessment/priority_register.hpp"
#include "assessment/workshop_fields_views.hpp"
#include "db/transaction.hpp"
#include "jobs/inbox.hpp"
#include "questionnaire/campaign_register.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::assessment {
namespace {

using access::Permission;
namespace q = questionnaire;
constexpr int usual_days = 14;  ///< to say whether they take it up

/// What a page showed of whoever has it, as one line: a form that was made from something else is not carried out.
std::string seen_as(const HandedOn& handed)
{
    return std::to_string(handed.id.value()) + " " + std::to_string(handed.to.value()) + " " + std::string{choice_of(hand_states(), handed.state).name} + " " + handed.due_on.iso() + " " + handed.handed_on.iso();
}
constexpr const char* changed_meanwhile = "Somebody changed who has this priority, or what they said, meanwhile. Go back and look at it again";

/// The priority in the path, with its campaign.
struct Place {
    q::Campaign campaign;
    Priority priority;
    std::string href() const { return priority.href(campaign); }
};
kith::Result<Place> place_in_path(web::Visit& visit)
{
    const auto campaign = campaign_of(visit);
    if (!campaign) return std::unexpected(campaign.error());
    const auto id = visit.public_id("priority");
    if (!id) return std::unexpected(id.error());
    const auto priority = find_priority(visit.reader(), campaign->id, *id);
    if (!priority) return std::unexpected(priority.error());
    return Place{*campaign, *priority};
}

web::PageParts parts_of(std::string title, const Place& place)
{
    auto crumbs = workshop_crumbs(place.campaign, true);
    crumbs.push_back({"Priorities", place.campaign.href() + "/priorities"});
    crumbs.push_back({place.priority.title, place.href()});
    return {.title = std::move(title), .caption = place.priority.title, .breadcrumbs = std::move(crumbs), .nav = "/campaigns"};
}

web::Response shown(web::Visit& visit, const web::PageParts& parts, const ui::Html& content)
{
    return visit.form().has_problems() ? visit.try_again(parts, ui::two_thirds(content)) : visit.page(parts, ui::two_thirds(content));
}

/// Those who may see campaigns, and so find the priority, by name.
std::vector<access::NamedHolder> who_may_take_it(web::Visit& visit) { return access::holders_of(visit.reader(), Permission::see_campaigns, visit.today()); }

std::string name_of(db::Reader& reader, access::AccountId account)
{
    const auto found = access::find_account(reader, account);
    return found ? found->name : "someone who has left";
}

ui::Html hand_on_form(web::Visit& visit, const Place& place)
{
    Choices people{{"", "Choose"}};
    for (const auto& holder : who_may_take_it(visit)) people.emplace_back(std::to_string(holder.account.value()), holder.name);
    const auto& form = visit.form();
    const auto fields = choice_field(form, "to", "To whom", people, "Everyone who may see campaigns. They find it on their home page") +
                        words_field(form, "words", "What you say to them", "Such as what you expect, or with whom to speak. Everyone who may see campaigns reads this") + day_field(form, "due_on", "By when they are to say whether they take it up");
    return visit.in_form({.action = place.href() + "/hand-on"}, fields + ui::button({.text = "Hand it on", .prevent_double_click = true}));
}

ui::Html answer_form(web::Visit& visit, const Place& place, const HandedOn& handed)
{
    const auto& form = visit.form();
    auto content = ui::paragraph(place.priority.title, "govuk-body-l") + as_lines(place.priority.why);
    if (!handed.words.empty()) content += ui::inset_text({.text = ui::paragraph(name_of(visit.reader(), handed.by) + " says:") + as_lines(handed.words)});
    const auto fields = ui::radios({.fieldset = {.legend = {.text = "What do you say?", .classes = "govuk-fieldset__legend--s"}}, .error_message = {.text = form.error("state").value_or("")}, .name = "state",
                                    .items = {{.text = "I take it up", .value = "taken_up"}, {.text = "I give it back", .value = "given_back"}}, .value = form.text("state")}) +
                        words_field(form, "answer", "What you will do about it, or why you give it back", "Everyone who may see campaigns reads this");
    return content + visit.in_form({.action = place.href() + "/answer"}, web::hidden_field("seen", seen_as(handed)) + fields + ui::button({.text = "Send", .prevent_double_click = true}));
}

/// What is handed to the viewer of the priority in the path; nobody else learns that there is such a page.
kith::Result<std::pair<Place, HandedOn>> handed_in_path(web::Visit& visit)
{
    auto place = place_in_path(visit);
    if (!place) return std::unexpected(place.error());
    auto handed = handed_on_of(visit.reader(), place->priority.id);
    if (!handed || handed->to != visit.viewer.account) return not_found("Page");
    return std::pair{std::move(*place), std::move(*handed)};
}

}  // namespace

web::Response show_hand_on(web::Visit& visit, const Sources&)
{
    const auto place = place_in_path(visit);
    if (!place) return visit.problem(place.error());
    fill_day(visit.form(), "due_on", visit.today().plus_days(usual_days));
    return shown(visit, parts_of("Hand it on", *place), hand_on_form(visit, *place));
}

web::Response hand_priority_on(web::Visit& visit, const Sources&)
{
    const auto place = place_in_path(visit);
    if (!place) return visit.problem(place.error());
    auto& form = visit.form();
    HandedOn handed{.priority = place->priority.id, .by = visit.viewer.account, .handed_on = visit.today(), .words = form.text("words"), .answer = {}};
    for (const auto& holder : who_may_take_it(visit))
        if (std::to_string(holder.account.value()) == form.text("to")) handed.to = holder.account;
    if (const auto day = form.date("due_on", "Day by which they are to answer")) handed.due_on = *day;
    else form.add(day.error());
    for (auto& problem : problems_of(handed, visit.today()))
        if (!form.error(problem.field)) form.add(std::move(problem));
    if (form.has_problems()) return shown(visit, parts_of("Hand it on", *place), hand_on_form(visit, *place));
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Priority handed on"};
    if (const auto held = handed_on_of(visit.writer(), handed.priority); held && held->state != HandState::given_back)
        return visit.problem(conflict("Somebody has this priority already. Take it back first").error());
    if (!find_priority(visit.writer(), handed.priority)) return visit.problem(not_found("Priority").error());
    hand_on(changes, handed);
    jobs::tell(visit.writer(), handed.to.value(), {.title = "A priority is handed to you", .words = "Say whether you take it up by " + handed.due_on.in_words() + ".", .link = place->href()}, visit.now());
    visit.writer().commit();
    return visit.redirect(place->href(), "Handed on");
}

web::Response take_priority_back(web::Visit& visit, const Sources&)
{
    const auto place = place_in_path(visit);
    if (!place) return visit.problem(place.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Priority taken back"};
    const auto held = handed_on_of(visit.writer(), place->priority.id);
    if (!held || visit.form().text("seen") != seen_as(*held)) return visit.problem(conflict(changed_meanwhile).error());
    take_back(changes, *held);
    if (held->state != HandState::given_back)
        jobs::tell(visit.writer(), held->to.value(), {.title = "A priority was taken back from you", .words = "You need do nothing about it any more.", .link = place->href()}, visit.now());
    visit.writer().commit();
    return visit.redirect(place->href(), "Taken back");
}

web::Response show_answer(web::Visit& visit, const Sources&)
{
    const auto found = handed_in_path(visit);
    if (!found) return visit.problem(found.error());
    const auto& [place, handed] = *found;
    if (handed.state != HandState::waiting) visit.form().fill("state", std::string{choice_of(hand_states(), handed.state).name}).fill("answer", handed.answer);
    return shown(visit, parts_of("A priority handed to you", place), answer_form(visit, place, handed));
}

web::Response save_answer(web::Visit& visit, const Sources&)
{
    const auto found = handed_in_path(visit);
    if (!found) return visit.problem(found.error());
    const auto& place = found->first;
    auto& form = visit.form();
    auto answered = found->second;
    answered.state = choice_named(hand_states(), form.text("state")).value_or(HandState::waiting);
    answered.answer = form.text("answer");
    answered.answered_on = visit.today();
    for (auto& problem : problems_of_answer(answered)) form.add(std::move(problem));
    if (form.has_problems()) return shown(visit, parts_of("A priority handed to you", place), answer_form(visit, place, found->second));
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Priority answered"};
    if (const auto still = handed_on_of(visit.writer(), place.priority.id); !still || *still != found->second || form.text("seen") != seen_as(*still))
        return visit.problem(conflict(changed_meanwhile).error());
    keep_answer(changes, answered);
    const bool takes = answered.state == HandState::taken_up;
    jobs::tell(visit.writer(), answered.by.value(), {.title = takes ? "A priority was taken up" : "A priority was given back", .words = "What they say stands on its page.", .link = place.href()}, visit.now());
    visit.writer().commit();
    return visit.redirect(place.href(), takes ? "You have taken it up" : "Given back");
}

ui::Html who_has_it(web::Visit& visit, const q::Campaign& campaign, const Priority& priority)
{
    const auto href = priority.href(campaign);
    const auto held = handed_on_of(visit.reader(), priority.id);
    const bool manages = visit.may(Permission::manage_campaigns);
    auto content = ui::heading(2, "Who takes it up", "m");
    if (!held) content += ui::paragraph("It is handed to nobody yet.");
    else {
        ui::SummaryList list{.rows = {{.key = {.text = "Handed to"}, .value = {.text = name_of(visit.reader(), held->to) + ", by " + name_of(visit.reader(), held->by) + " on " + held->handed_on.in_words()}},
                                      {.key = {.text = "How it stands"}, .value = {.text = std::string{choice_of(hand_states(), held->state).words} +
                                                                                           (held->answered_on ? " on " + held->answered_on->in_words() : ", to be answered by " + held->due_on.in_words()) +
                                                                                           (held->is_overdue(visit.today()) ? ". That day has passed" : "")}}}};
        if (!held->words.empty()) list.rows.push_back({.key = {.text = "What was said"}, .value = {.text = as_lines(held->words)}});
        if (!held->answer.empty()) list.rows.push_back({.key = {.text = "Their answer"}, .value = {.text = as_lines(held->answer)}});
        content += ui::summary_list(list);
    }
    std::vector<ui::Html> buttons;
    if (held && held->to == visit.viewer.account) buttons.push_back(ui::button({.text = held->state == HandState::waiting ? "Answer" : "Change your answer", .href = href + "/answer"}));
    if (manages && (!held || held->state == HandState::given_back)) buttons.push_back(ui::button({.text = "Hand it on", .href = href + "/hand-on", .classes = "govuk-button--secondary"}));
    if (manages && held) buttons.push_back(visit.in_form({.action = href + "/take-back", .id = "take-back"}, web::hidden_field("seen", seen_as(*held)) + ui::button({.text = "Take it back", .classes = "govuk-button--secondary"})));
    return buttons.empty() ? content : content + ui::not_in_print(ui::button_group(buttons));
}

std::vector<web::HomeItem> handed_to_viewer(web::Visit& visit)
{
    std::vector<web::HomeItem> items;
    if (!visit.may(Permission::see_campaigns)) return items;
    for (const auto& [handed, priority] : waiting_for(visit.reader(), visit.viewer.account)) {
        const auto campaign = q::find_campaign(visit.reader(), priority.campaign);
        if (!campaign) continue;
        items.push_back({.title = "Say whether you take up: " + priority.title, .words = campaign->name + ", by " + handed.due_on.in_words(), .href = priority.href(*campaign) + "/answer",
                         .urgency = handed.is_overdue(visit.today()) ? web::Urgency::overdue : handed.due_on == visit.today() ? web::Urgency::today : web::Urgency::soon});
    }
    return items;
}

}  // namespace kith::assessment
