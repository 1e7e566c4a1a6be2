#include "questionnaire/answering_door_pages.hpp"

#include "access/token.hpp"
#include "questionnaire/campaign_link_register.hpp"
#include "questionnaire/campaign_register.hpp"
#include "questionnaire/sheet_register.hpp"
#include "ui/words.hpp"

namespace kith::questionnaire {
namespace {

std::string cookie_name(const web::House& house)
{
    return (house.settings.secure ? "__Host-" : "") + std::string{"kith_answers"};
}

}  // namespace

Result<Door> door_of(web::Visit& visit, const CampaignDesk& desk)
{
    const auto secret = visit.parameter("link");
    const auto link = link_with_secret(visit.reader(), secret);
    if (!link) return std::unexpected(link.error());
    const auto campaign = find_campaign(visit.reader(), link->campaign);
    if (!campaign) return not_found("Link");
    if (const auto open = lets_in(*campaign, *link, visit.today()); !open) return std::unexpected(open.error());
    const auto instrument = instrument_of(*desk.instruments, *campaign);
    if (!instrument) return conflict("The questions cannot be shown just now. Nothing that you answered before is lost.");
    Door door{.link = *link, .campaign = *campaign, .instrument = *instrument, .path = "/answer/" + secret, .secret = {}};
    door.secret = link->way == LinkWay::one_use ? secret : std::string{visit.request.cookie(cookie_name(visit.house)).value_or("")};
    return door;
}

web::Response shut(web::Visit& visit, const CampaignDesk& desk, const Problem& problem)
{
    const bool unknown = problem.kind == ProblemKind::not_found;
    const auto words = unknown ? std::string{"It may not be whole: see that you have all of it, to its last letter. Where you typed it from paper, capitals and small letters differ."} : problem.message;
    const auto whom = desk.contact.empty() ? std::string{"whoever gave you the link"} : desk.contact;
    return visit.page({.title = unknown ? "This link does not work" : "Not open"},
                      ui::two_thirds(ui::paragraph(words) + ui::paragraph("If you would like to say something all the same, ask " + whom + ".")), unknown ? 404 : 409);
}

std::optional<Begun> begun_at(web::Visit& visit, const Door& door)
{
    if (door.secret.empty()) return std::nullopt;
    return find_draft(visit.reader(), *door.instrument, door.link, door.secret);
}

Shown shown_asked_for(const web::Request& request, const Instrument& instrument)
{
    Shown shown{.voice = {.language = instrument.languages.front().code, .easy = !request.query("easy").empty()}, .large = !request.query("large").empty()};
    if (const auto* language = language_of(instrument.languages, request.query("language"))) shown.voice.language = language->code;
    return shown;
}

void make_secret(web::Visit& visit, Door& door)
{
    if (door.secret.empty()) door.secret = access::new_token(visit.house.chance);
}

void keep_secret(web::Visit& visit, Door& door, web::Response& response)
{
    if (door.link.way == LinkWay::one_use) return;
    response.add("Set-Cookie", web::cookie_text({.name = cookie_name(visit.house), .value = door.secret, .secure = visit.house.settings.secure}));
}

void forget_secret(web::Visit& visit, const Door& door, web::Response& response)
{
    if (door.link.way == LinkWay::one_use) return;
    response.add("Set-Cookie", web::cookie_text({.name = cookie_name(visit.house), .value = "", .secure = visit.house.settings.secure, .seconds = 0}));
}

}  // namespace kith::questionnaire
