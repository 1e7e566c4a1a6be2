#include "questionnaire/leaflet_views.hpp"

#include "base/text.hpp"
#include "ui/qr_code.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::questionnaire {
namespace {

constexpr std::size_t questions_a_minute = 3;  // a statement read, thought about and answered; texts are longer, and free to leave out

bool children_may_answer(const Leaflet& leaflet)
{
    return std::ranges::any_of(leaflet.viewpoints, [](const Viewpoint* viewpoint) { return viewpoint->children; });
}

/// "8 questions, about 3 minutes", of those who are asked most where it differs.
std::string how_long(const Leaflet& leaflet)
{
    std::size_t fewest = 0, most = 0;
    for (const auto* viewpoint : leaflet.viewpoints) {
        const auto number = asked_in(leaflet.campaign, leaflet.reading.instrument, {viewpoint->id, leaflet.link.for_whom.leader.value_or(false)}, {}).size();
        fewest = fewest == 0 ? number : std::min(fewest, number);
        most = std::max(most, number);
    }
    const auto minutes = static_cast<std::int64_t>(std::max<std::size_t>(1, (most + questions_a_minute - 1) / questions_a_minute));
    const auto number = fewest == most ? "There are about " + std::to_string(most) : "There are about " + std::to_string(fewest) + " to " + std::to_string(most);
    return number + " questions. They take about " + counted(minutes, "minute", "minutes") + (fewest == most ? "." : " at most.");
}

ui::Html part(std::string_view title, const ui::Html& words) { return ui::heading(2, title, "s") + words; }

}  // namespace

ui::Html leaflet(const Leaflet& leaflet)
{
    const auto& [campaign, link, reading, viewpoints, partnership, contact, address] = leaflet;
    const bool children = children_may_answer(leaflet);
    auto html = ui::paragraph(said_html(reading, reading.instrument.purpose)) + ui::paragraph("Asked by " + partnership + ".");
    if (!address.empty()) html = ui::qr_code(address, "QR code with the address of the questions") + std::move(html) + ui::paragraph(ui::element("span", {{"class", "kith-break"}}, address));
    html += part("How long it takes, and by when", ui::paragraph(how_long(leaflet) + " You can answer until " + campaign.closes_on.in_words() + ". Nobody has to: leave out any question, stop at any time, and come back with a code."));
    std::vector<ui::Content> known;
    for (auto& sentence : what_is_known_by(campaign, link, reading, viewpoints)) known.emplace_back(std::move(sentence));
    html += part("What is known about you", ui::bullets(known));
    if (children) {
        auto words = if_hurt(campaign, reading);
        if (const auto& rules = reading.instrument.children; rules && rules->consent_under > 0)
            words += ui::paragraph("Children under " + std::to_string(rules->consent_under) + " ask a parent or carer first.");
        html += part("If someone is being hurt", words);
    }
    const auto report = campaign.report_due ? " The report is due on " + campaign.report_due->in_words() + "." : std::string{};
    html += part("What happens with the answers", ui::paragraph(phrase_text(reading, "what_comes") + report));
    html += part("Whom to ask", ui::paragraph(contact.empty() ? "Ask whoever gave you this leaflet." : "Ask " + contact + "."));
    return ui::element("section", {{"class", "kith-leaflet"}}, as_read(reading, html));
}

}  // namespace kith::questionnaire
