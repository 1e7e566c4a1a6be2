#include "assessment/evidence_views.hpp"

#include "assessment/workshop_fields_views.hpp"
#include "base/text.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

namespace kith::assessment {
namespace {

template <class Value>
Choices choices_of(const std::vector<NamedChoice<Value>>& all)
{
    Choices choices{{"", "Choose"}};
    for (const auto& one : all) choices.emplace_back(std::string{one.name}, std::string{one.words});
    return choices;
}

ui::SummaryList told(const Evidence& evidence)
{
    const auto row = [](std::string key, ui::Content value) { return ui::SummaryRow{.key = {.text = std::move(key)}, .value = {.text = std::move(value)}}; };
    ui::SummaryList list{.rows = {row("What it shows", as_lines(evidence.shows)),
                                  row("Weight", std::string{choice_of(bearings(), evidence.bearing).words} + "; " + lower_ascii(choice_of(strengths(), evidence.strength).words) + " evidence"),
                                  row("Kind", std::string{choice_of(evidence_kinds(), evidence.kind).words})}};
    if (!evidence.source.empty()) list.rows.push_back(row("Source", evidence.source));
    if (evidence.dated_on) list.rows.push_back(row("Dated", evidence.dated_on->in_words()));
    if (const auto& figure = evidence.figure) list.rows.push_back(row("Figure", ui::text(figure->value + ", as of " + figure->as_of.in_words() + ". ") + ui::link("See it as it stands now", figure->path)));
    list.rows.push_back(row("Who may see it", std::string{choice_of(confidentialities(), evidence.confidentiality).words}));
    return list;
}

}  // namespace

ui::Html evidence_view(const Evidence& evidence) { return ui::summary_list(told(evidence)); }

ui::Html evidence_on(const questionnaire::Campaign& campaign, const std::vector<Evidence>& all, std::string_view theme, int heading_level, bool may_change)
{
    ui::Html html;
    for (const auto& evidence : all) {
        if (evidence.theme != theme) continue;
        auto list = told(evidence);
        list.card = {.title = {.text = evidence.title, .heading_level = heading_level}, .attributes = {{"id", evidence.public_id.text()}}};
        if (may_change) list.card.actions.items = {{.href = evidence.href(campaign) + "/change", .text = "Change", .visually_hidden_text = evidence.title}};
        html += ui::summary_list(list);
    }
    return html;
}

ui::Html evidence_by_theme(const CampaignStand& stand, const std::vector<Evidence>& all, bool may_change)
{
    ui::Html html;
    for (const auto& theme : stand.themes) {
        const auto pieces = evidence_on(stand.campaign, all, theme.theme, 3, may_change);
        if (!pieces.empty()) html += ui::heading(2, theme.name, "m") + pieces;
    }
    return html;
}

ui::Html evidence_fields(const web::Form& form, const CampaignStand& stand)
{
    Choices themes{{"", "Choose"}};
    for (const auto& theme : stand.themes) themes.emplace_back(theme.theme, theme.name);
    auto fields = choice_field(form, "theme", "Theme", themes) + choice_field(form, "kind", "What it is", choices_of(evidence_kinds())) + line_field(form, "title", "Title") +
                  words_field(form, "shows", "What it shows") + choice_field(form, "bearing", "For or against", choices_of(bearings())) + choice_field(form, "strength", "How strong it is", choices_of(strengths())) +
                  choice_field(form, "confidentiality", "Who may see it", choices_of(confidentialities())) + line_field(form, "source", "Source", "Where it can be found, such as a report and its page") + day_field(form, "dated_on", "Dated", "Leave empty where it has no date");
    return fields + line_field(form, "figure_path", "Address of the figure", "Only for a figure of the profile: what stands after this site's name, such as /profile/people") +
           line_field(form, "figure_value", "What the figure says", "As it reads now, such as \"14.2% of social worker posts are vacant\"") + day_field(form, "figure_as_of", "The figure is as of");
}

}  // namespace kith::assessment
