#include "assessment/workshop_views.hpp"

#include "assessment/workshop_fields_views.hpp"
#include "base/text.hpp"
#include "ui/notices.hpp"
#include "ui/rainbow.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <array>

namespace kith::assessment {
namespace {

constexpr std::array<ui::RainbowColour, 8> colours{ui::RainbowColour::red,  ui::RainbowColour::orange, ui::RainbowColour::yellow, ui::RainbowColour::green,
                                                   ui::RainbowColour::blue, ui::RainbowColour::indigo, ui::RainbowColour::violet, ui::RainbowColour::white};

std::string measured_words(const ThemeStand& theme) { return theme.measured ? fmt::format("{:.1f}", *theme.measured) : std::string{"too few have answered"}; }
std::string agreed_words(const ThemeStand& theme) { return theme.agreed() ? theme.agreed()->text() : std::string{"not agreed"}; }

std::string arc_words(const CampaignStand& stand, const ThemeStand& theme)
{
    if (!theme.position()) return "Not agreed, and too few have answered";
    const auto words = position_words(*stand.instrument, theme.theme, *theme.position());
    return std::string{theme.agreed() ? "agreed" : "measured"} + (words.empty() ? "" : ", " + words);
}

}  // namespace

ui::Html rainbow_of(const CampaignStand& stand, const std::string& csv_href)
{
    std::vector<ui::RainbowArc> arcs;
    for (const auto& theme : stand.themes) {
        const auto at = arcs.size();
        arcs.push_back({.id = "theme-" + std::to_string(at + 1), .label = theme.name, .colour = colours[at % colours.size()], .position = theme.position(), .before = theme.before, .words = arc_words(stand, theme)});
    }
    return ui::rainbow({.frame = {.id = "rainbow", .title = "Where each theme stands", .subtitle = stand.campaign.name + ", agreed where it says so, else measured, " + counted(stand.answers, "answer"), .summary = {},
                                  .source = "Source: the analysis workshop and answers counted in " + stand.campaign.name, .csv_href = csv_href},
                        .scale = {}, .label_heading = "Theme", .position_name = "Position", .before_name = stand.before_name.empty() ? "Last time" : stand.before_name, .arcs = std::move(arcs)});
}

ui::Html themes_table(const CampaignStand& stand)
{
    ui::Table table{.head = {{.text = "Theme"}, {.text = "Measured", .format = "numeric"}, {.text = "Agreed", .format = "numeric"}, {.text = "Why it differs"}}, .caption = "Where each theme stands, from 1 to 5",
                    .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& theme : stand.themes)
        table.rows.push_back({{.text = ui::link(theme.name, theme_href(stand.campaign, theme.theme))}, {.text = measured_words(theme), .format = "numeric"}, {.text = agreed_words(theme), .format = "numeric"},
                              {.text = theme.finding ? theme.finding->reason : std::string{}}});
    return ui::scrollable_table(table);
}

ui::Html workshop_details(const std::optional<Workshop>& workshop)
{
    if (!workshop) return ui::paragraph("When the workshop was held and who took part is not written down yet.");
    ui::SummaryList list{.rows = {{.key = {.text = "Held on"}, .value = {.text = workshop->held_on.in_words()}}}};
    if (!workshop->facilitator.empty()) list.rows.push_back({.key = {.text = "Led by"}, .value = {.text = workshop->facilitator}});
    list.rows.push_back({.key = {.text = "Took part"}, .value = {.text = as_lines(workshop->participants)}});
    return ui::summary_list(list);
}

std::string confirmation_words(const std::optional<Confirmation>& confirmation)
{
    return confirmation ? fmt::format("Confirmed by {} on {}.", confirmation->confirmed_by, confirmation->confirmed_on.in_words()) : "Not confirmed by a board yet.";
}

ui::Html workshop_fields(const web::Form& form)
{
    return day_field(form, "held_on", "Held on") + line_field(form, "facilitator", "Who led it", "Leave empty where nobody did. Someone from outside may say what those inside do not") +
           words_field(form, "participants", "Who took part", "A body and the part it plays on each line, such as \"Health visiting: front-line manager\". Names of people are not needed");
}

ui::Html confirmation_fields(const web::Form& form)
{
    return line_field(form, "confirmed_by", "The board that confirmed", "Such as \"Children's Trust Board\"") + day_field(form, "confirmed_on", "Confirmed on");
}

ui::Html withdrawal_fields(const web::Form& form)
{
    return line_field(form, "withdrawn_because", "Why the confirmation is withdrawn", "It is kept in the history. After it, positions can be agreed anew");
}

ui::Html finding_fields(const web::Form& form, const CampaignStand& stand, const ThemeStand& theme, bool fixed)
{
    ui::Html fields;
    if (fixed) fields += ui::inset_text({.text = confirmation_words(stand.confirmation) + " The position does not change unless the board withdraws that."});
    else {
        Choices positions{{"", "Not agreed"}};
        for (const auto position : AgreedPosition::all()) {
            const auto words = position_words(*stand.instrument, theme.theme, position.value());
            positions.emplace_back(position.text(), position.text() + (words.empty() ? "" : ": " + words));
        }
        fields += choice_field(form, "agreed", "Agreed position", positions, theme.measured ? "Measured: " + measured_words(theme) + " of 5, by " + counted(theme.answers, "answer") : "Too few have answered for a measured position");
        fields += words_field(form, "reason", "Why it is not where the answers put it", "Needed where it differs by half a step or more");
    }
    return fields + words_field(form, "strengths", "Strengths", "One on each line") + words_field(form, "barriers", "Barriers", "One on each line");
}

ui::Html finding_view(const CampaignStand& stand, const ThemeStand& theme)
{
    ui::SummaryList list{.rows = {{.key = {.text = "Measured"}, .value = {.text = measured_words(theme) + (theme.measured ? ", by " + counted(theme.answers, "answer") : std::string{})}}, {.key = {.text = "Agreed"}, .value = {.text = agreed_words(theme)}}}};
    if (theme.before) list.rows.push_back({.key = {.text = stand.before_name}, .value = {.text = fmt::format("{:.1f}", *theme.before)}});
    if (theme.finding)
        for (const auto& [key, words] : {std::pair{"Why it differs", &theme.finding->reason}, {"Strengths", &theme.finding->strengths}, {"Barriers", &theme.finding->barriers}})
            if (!words->empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = as_lines(*words)}});
    return ui::summary_list(list);
}

}  // namespace kith::assessment
