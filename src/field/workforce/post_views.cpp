#include "workforce/post_views.hpp"

#include "base/text.hpp"
#include "ui/choices.hpp"
#include "ui/navigation.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::workforce {
namespace {

ui::SummaryRow row(std::string key, std::string value)
{
    return {.key = {.text = std::move(key)}, .value = {.text = value.empty() ? std::string{"Not reported"} : std::move(value)}};
}

/// "Vacant for 42 days; advertised on 3 May 2026, offered on 20 June 2026".
ui::Html vacancy_words(const PostView& view, const Vacancy& vacancy)
{
    auto words = std::string{words_of(state_on(vacancy, view.today))} + ", vacant for " + counted(days_vacant(vacancy, view.today), "day");
    if (vacancy.advertised_on) words += "; advertised on " + vacancy.advertised_on->in_words();
    if (vacancy.offered_on) words += "; offered on " + vacancy.offered_on->in_words();
    auto html = ui::paragraph(words);
    if (view.may_change) html += ui::paragraph(ui::link("Change vacancy " + vacancy.reference, "/vacancies/" + vacancy.public_id.text() + "/edit"));
    return html;
}

std::string days_words(const PostSpell& spell)
{
    if (!spell.from) return spell.to ? "Until " + spell.to->in_words() : "As far as anyone has reported";
    return spell.from->in_words() + (spell.to ? " to " + spell.to->in_words() : " on");
}

}  // namespace

ui::Html post_list(const PostListView& view)
{
    const auto add = view.add_href.empty() ? ui::Html{} : ui::not_in_print(ui::button({.text = "Add a post", .href = view.add_href, .classes = "govuk-button--secondary"}));
    if (view.total == 0) {
        return add + ui::empty_state({.text = "No post is held yet. Posts are added here by hand, or brought in by a vacancy that names one.", .link_text = "Vacancies", .href = "/vacancies"});
    }
    ui::Table table{.head = {{.text = "Post"}, {.text = "Role"}, {.text = "Where"}, {.text = "Organisation"}, {.text = "FTE", .format = "numeric"}, {.text = "How it stands"}},
                    .caption = "Posts, vacant ones first", .caption_classes = "govuk-visually-hidden"};
    for (const auto& line : view.lines) {
        table.rows.push_back({{.text = ui::link(line.reference, "/posts/" + line.id.text())}, {.text = line.role}, {.text = line.place}, {.text = line.organisation},
                              {.text = line.fte, .format = "numeric"}, {.text = line.standing}});
    }
    return ui::paragraph(counted(view.total, "post") + ", " + (view.vacant == 0 ? std::string{"none"} : with_commas(view.vacant)) + " vacant today.", "govuk-body-l") +
           add + ui::scrollable_table(table) +
           ui::pagination_of(view.page, view.pages, view.address.open_for("page"));
}

ui::Html post_page(const PostView& view)
{
    auto html = ui::paragraph(view.post.standing + ".", "govuk-body-l");
    if (!view.at_once.empty()) {
        html += ui::warning_text({.text = "Vacancies " + joined(view.at_once, ", ") + " of this post run at the same time. A post is vacant once at a time: mend the days of one of them, or take it out of this post. "
                                          "Days are counted once until then"});
    }
    for (const auto& fault : view.left_open) html += ui::warning_text({.text = fault.words});
    html += ui::summary_list({.rows = {row("Post", view.post.reference), row("Organisation", view.post.organisation), row("Role", view.post.role), row("Where", view.post.place),
                                       row("Full-time equivalent", view.post.fte), row("Contract", view.contract), row("Opened", view.opened),
                                       row("Last day", view.closed), row("Vacant in all", counted(view.days_vacant, "day"))}});
    if (view.may_change) html += ui::not_in_print(ui::button({.text = "Change this post", .href = "/posts/" + view.post.id.text() + "/edit", .classes = "govuk-button--secondary"}));
    ui::Timeline timeline{.events = {}, .heading_level = 3};
    for (auto spell = view.spells.rbegin(); spell != view.spells.rend(); ++spell) {
        const bool is_vacant = spell->kind == PostSpell::Kind::vacant;
        timeline.events.push_back({.title = is_vacant ? "Vacant" : "Filled, as far as is known", .by = {}, .when = days_words(*spell), .datetime = spell->from ? spell->from->iso() : std::string{},
                                   .description = is_vacant && spell->vacancy ? vacancy_words(view, *spell->vacancy) : ui::Html{}});
    }
    html += ui::heading(2, "Day by day, newest first", "m") + ui::timeline(timeline);
    return html + ui::paragraph("Who was in the post is not held here; staff records say who works in which role.", "govuk-body-s");
}

ui::Html post_fields(const web::Form& form, const WantedChoices& choices)
{
    auto fields = reference_field(form, "post_reference", "Your reference", "Your own number of the post, by which vacancies name it");
    fields += wanted_fields(form, choices, "Full-time equivalent (optional)");
    fields += day_field(form, "opened_on", "Opened (optional)", "The first day on which there is such a post");
    fields += day_field(form, "closed_on", "Last day (optional)", "Where the post comes to an end");
    return fields + ui::button({.text = "Save post", .prevent_double_click = true});
}

}  // namespace kith::workforce
