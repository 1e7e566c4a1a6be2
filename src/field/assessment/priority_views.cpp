#include "assessment/priority_views.hpp"

#include "assessment/workshop_fields_views.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::assessment {
namespace {

std::string state_words(const Support& support, Date today)
{
    std::string words{choice_of(support_states(), support.state).words};
    if (support.promised_on) words += (support.state == SupportState::promised ? " on " : ", promised on ") + support.promised_on->in_words();
    if (support.is_overdue(today)) words += ". Its day has passed";
    return words;
}

}  // namespace

ui::Html priorities_list(const CampaignStand& stand, const std::vector<Priority>& all, PriorityKind kind)
{
    std::vector<ui::Content> items;
    for (const auto& priority : all) {
        if (priority.kind != kind) continue;
        auto item = ui::link(priority.title, priority.href(stand.campaign));
        if (const auto* theme = priority.theme ? stand.theme(*priority.theme) : nullptr) item += ui::text(" (" + theme->name + ")");
        items.emplace_back(item + ui::text(". ") + ui::text(priority.why));
    }
    return items.empty() ? ui::Html{} : ui::numbered(items);
}

ui::Html support_table_of(const questionnaire::Campaign& campaign, const std::vector<Support>& all, const std::vector<Priority>& priorities, Date today, const Priority* only)
{
    ui::Table table{.head = {{.text = "Asked of"}, {.text = "What"}, {.text = "By"}, {.text = "How it stands"}, {.text = "What was promised, and what came of it"}}, .caption = "Support asked for",
                    .caption_classes = only == nullptr ? "govuk-visually-hidden" : "govuk-table__caption--m", .first_cell_is_header = true};
    if (only == nullptr) table.head.insert(table.head.begin() + 2, {.text = "For"});
    for (const auto& support : all) {
        if (only != nullptr && support.priority != only->id) continue;
        const auto priority = std::ranges::find_if(priorities, [&](const Priority& one) { return support.priority == one.id; });
        ui::TableRow row{{.text = ui::link(support.asked_of, support.href(campaign))}, {.text = support.what}, {.text = support.due_on.in_words()}, {.text = state_words(support, today)},
                         {.text = as_lines(support.promised + "\n" + support.outcome)}};
        if (only == nullptr) row.insert(row.begin() + 2, {.text = priority == priorities.end() ? std::string{"All of it"} : priority->title});
        table.rows.push_back(std::move(row));
    }
    return table.rows.empty() ? ui::Html{} : ui::scrollable_table(table);
}

ui::Html priority_fields(const web::Form& form, const CampaignStand& stand)
{
    Choices themes{{"", "All themes"}}, kinds;
    for (const auto& theme : stand.themes) themes.emplace_back(theme.theme, theme.name);
    for (const auto& kind : priority_kinds()) kinds.emplace_back(std::string{kind.name}, std::string{kind.words});
    return choice_field(form, "kind", "What it is", kinds) + line_field(form, "title", "Title", "What is to be done, in a sentence") + words_field(form, "why", "Why") + choice_field(form, "theme", "Theme", themes) +
           line_field(form, "place", "Place in the order", "1 comes first");
}

ui::Html support_fields(const web::Form& form, const std::vector<Priority>& priorities)
{
    Choices wanted{{"", "All of it"}}, states;
    for (const auto& priority : priorities) wanted.emplace_back(priority.public_id.text(), priority.title);
    for (const auto& state : support_states()) states.emplace_back(std::string{state.name}, std::string{state.words});
    return line_field(form, "asked_of", "Of whom it is asked", "A body, such as \"Regional improvement board\"") + words_field(form, "what", "What is asked") + choice_field(form, "priority", "For which priority", wanted) +
           day_field(form, "due_on", "By when it is wanted") + choice_field(form, "state", "How it stands", states) + words_field(form, "promised", "What was promised") + day_field(form, "promised_on", "Promised on") +
           words_field(form, "outcome", "What came of it");
}

ui::Html sending_fields(const web::Form& form)
{
    return line_field(form, "sent_to", "The report was sent to", "Such as the board that asked for it") + day_field(form, "sent_on", "Sent on");
}

}  // namespace kith::assessment
