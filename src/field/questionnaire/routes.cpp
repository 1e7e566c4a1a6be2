#include "questionnaire/routes.hpp"

#include "questionnaire/answering_pages.hpp"
#include "questionnaire/campaign_pages.hpp"
#include "questionnaire/heard_pages.hpp"
#include "questionnaire/leaflet_pages.hpp"
#include "questionnaire/reach_pages.hpp"

namespace kith::questionnaire {
namespace {

using enum access::Permission;
constexpr web::RouteFlags slow{.on_worker = true};
/// Leads to a link of its own. Not once: a used key is kept with where it led, and a link's secret is kept nowhere.
constexpr web::RouteFlags to_a_link{.on_worker = true, .once = false};
constexpr std::size_t upload_limit = 1 << 20;  ///< above that of a file of answers, so that one a little too large is told so on its page

void add_answering_routes(web::Routes& routes, const CampaignDesk& desk)
{
    // Apart: nobody is looked up, so that nobody is greeted by name where they answer without one. Not once: a key that was used is kept for a day
    // with its time and where it led, and nothing is to be kept of when someone answered. What is saved goes in the place of what was there.
    constexpr web::RouteFlags page{.on_worker = true, .apart = true}, kept{.on_worker = true, .once = false, .apart = true};
    const auto with = [&desk](auto handler) { return [&desk, handler](web::Visit& visit) { return handler(visit, desk); }; };
    routes.get("/answer/{link}", public_page, with(show_first_page), page);
    routes.post("/answer/{link}", public_page, with(begin), kept);
    routes.get("/answer/{link}/leaflet", public_page, with(show_leaflet_of_link), page);
    routes.get("/answer/{link}/part", public_page, with(go_on), page);
    routes.get("/answer/{link}/part/{section}", public_page, with(show_part), page);
    routes.post("/answer/{link}/part/{section}", public_page, with(save_part), kept);
    routes.get("/answer/{link}/check", public_page, with(show_check), page);
    routes.post("/answer/{link}/send", public_page, with(send_answers), kept);
    routes.get("/answer/{link}/thanks", public_page, with(show_thanks), page);
    routes.get("/answer/{link}/return", public_page, with(show_come_back), page);
    routes.post("/answer/{link}/return", public_page, with(come_back), kept);
}

void add_campaign_routes(web::Routes& routes, const CampaignDesk& desk)
{
    const auto with = [&desk](auto handler) { return [&desk, handler](web::Visit& visit) { return handler(visit, desk); }; };
    routes.get("/campaigns", see_campaigns, with(list_all_campaigns), slow);
    routes.post("/campaigns", manage_campaigns, with(add_campaign), slow);
    routes.get("/campaigns/new", manage_campaigns, with(show_new_campaign), slow);
    routes.get("/campaigns/{campaign}", see_campaigns, with(show_campaign), slow);
    routes.get("/campaigns/{campaign}/rates.csv", see_campaigns, with(rates_file), slow);
    routes.get("/campaigns/{campaign}/leaflet", see_campaigns, with(show_leaflet), slow);
    routes.post("/campaigns/{campaign}/links/{link}/leaflet", manage_campaigns, with(print_leaflet), slow);
    routes.get("/campaigns/{campaign}/change", manage_campaigns, with(show_change_campaign), slow);
    routes.post("/campaigns/{campaign}/change", manage_campaigns, with(change_campaign), slow);
    routes.post("/campaigns/{campaign}/open", manage_campaigns, with(open_campaign), slow);
    routes.get("/campaigns/{campaign}/close", manage_campaigns, with(show_close_campaign), slow);
    routes.post("/campaigns/{campaign}/close", manage_campaigns, with(close_campaign), slow);
    routes.get("/campaigns/{campaign}/responses", manage_campaigns, with(show_quotas), slow);
    routes.post("/campaigns/{campaign}/responses", manage_campaigns, with(save_quotas), slow);
    routes.get("/campaigns/{campaign}/links/new", manage_campaigns, with(show_new_links), slow);
    routes.post("/campaigns/{campaign}/links", manage_campaigns, with(make_links), slow);
    routes.get("/campaigns/{campaign}/links/{link}", manage_campaigns, with(show_link), slow);
    routes.post("/campaigns/{campaign}/links/{link}/print", manage_campaigns, with(print_link), slow);
    routes.post("/campaigns/{campaign}/links/{link}/withdraw", manage_campaigns, with(withdraw), slow);
    routes.post("/campaigns/{campaign}/remind", manage_campaigns, with(remind), slow);
    routes.post("/campaigns/{campaign}/paper", collect_answers, with(enter_for_others), to_a_link);
    routes.post("/campaigns/{campaign}/group", collect_answers, with(enter_for_others), to_a_link);
    routes.get("/campaigns/{campaign}/file", collect_answers, with(show_answer_file), slow);
    routes.get("/campaigns/{campaign}/file/answers.csv", collect_answers, with(answer_file_to_fill_in), slow);
    routes.post("/campaigns/{campaign}/file", collect_answers, with(check_answer_file), {.on_worker = true, .upload = true, .upload_limit = upload_limit});
    routes.post("/campaigns/{campaign}/file/take", collect_answers, with(take_answer_file), {.on_worker = true, .upload = true, .upload_limit = upload_limit});
}

void add_own_routes(web::Routes& routes, const CampaignDesk& desk)
{
    const auto with = [&desk](auto handler) { return [&desk, handler](web::Visit& visit) { return handler(visit, desk); }; };
    routes.get("/questions", signed_in, with(list_own_questions), slow);
    routes.post("/questions/{campaign}", signed_in, with(answer_own), to_a_link);
    routes.get("/heard", hear_children, with(list_words), slow);
    routes.get("/heard/{words}", hear_children, with(read_words), slow);
    routes.post("/heard/{words}", hear_children, with(finish_words), slow);
}

/// Proof of reach. Who may say something of an organisation is asked in the page: more than one permission gives it.
void add_reach_routes(web::Routes& routes, const CampaignDesk& desk)
{
    const auto with = [&desk](auto handler) { return [&desk, handler](web::Visit& visit) { return handler(visit, desk); }; };
    routes.get("/reach", see_campaigns, with(list_reach), slow);
    routes.post("/reach", manage_campaigns, with(add_reach_message), slow);
    routes.get("/reach/new", manage_campaigns, with(show_new_reach_message), slow);
    routes.get("/reach/{message}", see_campaigns, with(show_reach), slow);
    routes.get("/reach/{message}/organisations.csv", see_campaigns, with(reach_file), slow);
    routes.get("/reach/{message}/change", manage_campaigns, with(show_change_reach_message), slow);
    routes.post("/reach/{message}/change", manage_campaigns, with(change_reach_message), slow);
    routes.post("/reach/{message}/away", manage_campaigns, with(take_reach_message_away), slow);
    routes.get("/reach/{message}/organisations/{organisation}", see_campaigns, with(show_telling), slow);
    routes.post("/reach/{message}/organisations/{organisation}", see_campaigns, with(save_telling), slow);
    routes.post("/reach/{message}/organisations/{organisation}/away", see_campaigns, with(take_telling_back), slow);
}

}  // namespace

void add_routes(web::Routes& routes, const CampaignDesk& desk)
{
    add_reach_routes(routes, desk);
    add_answering_routes(routes, desk);
    add_campaign_routes(routes, desk);
    add_own_routes(routes, desk);
}

void add_home(web::Home& home, const CampaignDesk& desk)
{
    home.add_provider(words_to_read);
    home.add_provider([&desk](web::Visit& visit) { return questions_waiting(visit, desk); });
    home.add_links([](web::Visit& visit) {
        std::vector<web::HomeLink> links;
        if (visit.may(see_campaigns)) links.push_back({.title = "Campaigns", .words = "Questionnaires put to practitioners, managers, board members, children and families", .href = "/campaigns", .needs = see_campaigns});
        if (visit.may(see_campaigns)) links.push_back({.title = "Proof of reach", .words = "What every organisation's staff are to be sent, and which have sent it", .href = "/reach", .needs = see_campaigns});
        return links;
    });
}

}  // namespace kith::questionnaire
