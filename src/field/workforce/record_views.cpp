#include "workforce/record_views.hpp"

#include "base/text.hpp"
#include "ui/layout.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::workforce {

namespace {

std::string full_name(const PersonName& given, const PersonName& family)
{
    auto name = given.reveal() + (given.reveal().empty() || family.reveal().empty() ? "" : " ") + family.reveal();
    return name.empty() ? "Name not held" : name;
}

ui::SummaryRow fact(std::string key, std::string value)
{
    return {.key = {.text = std::move(key)}, .value = {.text = value.empty() ? std::string{"Not reported"} : std::move(value)}};
}

/// Terms in force on the day, or the first that come, or nothing.
const EngagementTerms* terms_on(const HeldEngagement& engagement, Date day)
{
    const EngagementTerms* found = nullptr;
    for (const auto& held : engagement.terms) {
        if (found == nullptr || held.terms.from_on <= day) found = &held.terms;
    }
    return found;
}

bool is_current(const Engagement& engagement, Date day)
{
    return Period{engagement.started_on, engagement.ended_on}.contains(day);
}

ui::Html engagement_card(const RecordView& view, const HeldEngagement& held)
{
    const auto& engagement = held.engagement;
    ui::SummaryList list{.rows = {fact("From", engagement.started_on.in_words()), fact("To", engagement.ended_on ? engagement.ended_on->in_words() : "Runs on")},
                         .card = {.title = {.text = called(engagement), .heading_level = 3}}};
    if (const auto* terms = terms_on(held, view.today)) {
        list.rows.push_back(fact("Role", view.words.role(*terms)));
        list.rows.push_back(fact("Full-time equivalent", terms->fte ? terms->fte->text() : ""));
        list.rows.push_back(fact("Sector", view.words.sector(terms->sector)));
        list.rows.push_back(fact("Core or wider", terms->breadth == "core" ? "Core workforce" : terms->breadth == "wider" ? "Wider workforce" : terms->breadth));
        list.rows.push_back(fact("Contract", view.words.contract(terms->contract)));
        list.rows.push_back(fact("Setting", terms->setting ? view.words.setting(*terms->setting) : ""));
        list.rows.push_back(fact("Locality", terms->locality ? view.words.locality(*terms->locality) : "That of the setting"));
        if (held.terms.size() > 1) list.rows.push_back(fact("These terms from", terms->from_on.in_words()));
    }
    return ui::summary_list(list);
}

ui::Html history_part(const RecordView& view)
{
    ui::Timeline timeline{.events = {}, .heading_level = 3};
    for (const auto& event : view.history) {
        auto entry = view.change_sets.find(event.change_set);
        if (entry == view.change_sets.end()) continue;
        auto source = view.source(entry->second);
        std::vector<ui::Content> lines(event.changes.begin(), event.changes.end());
        auto description = ui::bullets(lines);
        if (source.from) description += ui::paragraph(ui::link(source.from->words, source.from->href));
        auto title = entry->second.undoes ? "A change was undone" : entry->second.return_id ? "A return was taken" : "The record was changed";
        timeline.events.push_back({.title = title, .by = source.by, .when = entry->second.made_at.in_words(), .datetime = entry->second.made_at.iso(), .description = std::move(description)});
    }
    return ui::heading(2, "History", "m") + ui::timeline(timeline);
}

std::string opening_sentence(const RecordView& view)
{
    auto current = std::ranges::count_if(view.record.engagements, [&](const auto& held) { return is_current(held.engagement, view.today); });
    const auto& record = view.record.record;
    const bool named = !record.given_name.reveal().empty() || !record.family_name.reveal().empty();
    const auto who = view.own ? std::string{"You"} : named ? full_name(record.given_name, record.family_name) : std::string{"This person"};
    if (current == 0) return who + (view.own ? " have" : " has") + " no engagement with " + view.organisation.name + " today.";
    std::string roles;
    for (const auto& held : view.record.engagements) {
        if (!is_current(held.engagement, view.today)) continue;
        const auto* terms = terms_on(held, view.today);
        auto role = terms == nullptr ? std::string{} : lower_ascii(view.words.role(*terms));
        if (!role.empty()) roles += (roles.empty() ? " as " : " and as ") + role;
    }
    return who + (view.own ? " work" : " works") + " for " + view.organisation.name + roles + ".";
}

}  // namespace

ui::Html record_page(const RecordView& view)
{
    const auto& record = view.record.record;
    auto content = ui::identity_bar({.title = full_name(record.given_name, record.family_name),
                                     .facts = {view.organisation.name, "Reference " + record.reference}});
    content += ui::paragraph(opening_sentence(view), "govuk-body-l");
    content += ui::summary_list({.rows = {fact("Name", full_name(record.given_name, record.family_name)),
                                          fact("Staff reference", record.reference),
                                          fact("Date of birth", record.birth_date ? record.birth_date->reveal().in_words() : ""),
                                          fact("National Insurance number", view.record.has_number ? "Held, and never shown" : "Not held"),
                                          fact("Reported by", view.organisation.name)}});
    content += ui::heading(2, "Engagements", "m");
    if (view.record.engagements.empty()) content += ui::empty_state({.text = "No engagement has been reported."});
    for (const auto& held : view.record.engagements) content += engagement_card(view, held);
    if (view.own && view.beside.str().empty()) {
        content += ui::inset_text({.text = "Something here is wrong? Tell " + view.organisation.name + ", which reported it and can put it right."});
    }
    content += view.beside;
    return content + history_part(view);
}

}  // namespace kith::workforce
