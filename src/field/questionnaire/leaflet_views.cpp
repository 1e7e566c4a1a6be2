#include "questionnaire/leaflet_views.hpp"

#include "base/text.hpp"
#include "ui/qr_code.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::questionnaire {
namespace {

constexpr std::size_t questions_a_minute = 3;  // a statement read, thought about and answered; texts are longer, and free to leave out
constexpr std::size_t fewest_minutes = 2;      // to read what is known, and to begin

bool children_may_answer(const Leaflet& leaflet)
{
    return std::ranges::any_of(leaflet.viewpoints, [](const Viewpoint* viewpoint) { return viewpoint->children; });
}

/// How many are asked, and how long it takes those who are asked most.
ui::Html how_long(const Leaflet& leaflet)
{
    std::size_t fewest = 0, most = 0;
    for (const auto* viewpoint : leaflet.viewpoints) {
        const auto number = asked_in(leaflet.campaign, leaflet.reading.instrument, {viewpoint->id, leaflet.link.for_whom.leader.value_or(false)}, {}).size();
        fewest = fewest == 0 ? number : std::min(fewest, number);
        most = std::max(most, number);
    }
    const auto minutes = std::max<std::size_t>(fewest_minutes, (most + questions_a_minute - 1) / questions_a_minute);
    const auto number = fewest == most ? std::to_string(most) : phrase_text(leaflet.reading, "leaflet_number", {{"fewest", std::to_string(fewest)}, {"most", std::to_string(most)}});
    return phrase_html(leaflet.reading, "leaflet_questions", {{"number", number}, {"minutes", std::to_string(minutes)}});
}

}  // namespace

ui::Html leaflet(const Leaflet& leaflet)
{
    const auto& [campaign, link, reading, viewpoints, partnership, contact, address] = leaflet;
    const auto& voice = reading.shown.voice;
    const auto say = [&](std::string_view id, Filled filled = {}) { return phrase_html(reading, id, filled); };
    const auto part = [&](std::string_view title, const ui::Html& words) { return ui::heading(2, say(title), "s") + words; };
    auto html = ui::paragraph(said_html(reading, reading.instrument.purpose)) + ui::paragraph(say("asked_by", {{"partnership", partnership}}));
    if (!address.empty()) html = ui::qr_code(address, phrase_text(reading, "leaflet_code")) + std::move(html) + ui::paragraph(ui::element("span", {{"class", "kith-break"}}, address));
    html += part("leaflet_time", ui::paragraph(how_long(leaflet) + ui::text(" ") + say("leaflet_until", {{"date", day_said(voice, campaign.closes_on)}})));
    html += part("known_title", ui::bullets(what_is_known(campaign, link, reading, viewpoints)));
    if (children_may_answer(leaflet)) {
        auto words = if_hurt(campaign, reading);
        if (const auto& rules = reading.instrument.children; rules && rules->consent_under > 0) words += ui::paragraph(say("leaflet_parent", {{"age", std::to_string(rules->consent_under)}}));
        html += part("leaflet_hurt", words);
    }
    auto comes = say("what_comes");
    if (campaign.report_due) comes += ui::text(" ") + say("leaflet_report", {{"date", day_said(voice, *campaign.report_due)}});
    html += part("leaflet_answers", ui::paragraph(comes));
    html += part("leaflet_ask", ui::paragraph(contact.empty() ? say("leaflet_ask_giver") : say("leaflet_ask_contact", {{"contact", contact}})));
    return ui::element("section", {{"class", "kith-leaflet"}}, as_read(reading, html));
}

}  // namespace kith::questionnaire
