#include "workforce/record_views.hpp"

#include "base/text.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/layout.hpp"
#include "ui/navigation.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "workforce/record_words.hpp"
#include "workforce/full_name.hpp"

#include <algorithm>

namespace kith::workforce {

std::string shown_name(const StaffRecord& record)
{
    return full_name_or(record.given_name, record.family_name, "Name not held");
}

namespace {

bool is_current(const Engagement& engagement, Date day)
{
    return Period{engagement.started_on, engagement.ended_on}.contains(day);
}

/// What happened, in words for whoever looks.
std::string event_title(const RecordView& view, const db::ChangeSetEntry& entry)
{
    if (entry.undoes) return "A change was undone";
    if (entry.return_id) return view.own ? "A return was handed in" : "A return was taken";
    return view.own ? "Your record was changed" : "The record was changed";
}

ui::Html history_part(const RecordView& view, int level)
{
    ui::Timeline timeline{.events = {}, .heading_level = level + 1};
    for (const auto& event : view.history) {
        auto entry = view.change_sets.find(event.change_set);
        if (entry == view.change_sets.end()) continue;
        auto source = view.source(entry->second);
        std::vector<ui::Content> lines(event.changes.begin(), event.changes.end());
        auto description = ui::bullets(lines);
        if (source.from) description += ui::paragraph(ui::link(source.from->words, source.from->href));
        timeline.events.push_back({.title = event_title(view, entry->second), .by = source.by, .when = entry->second.made_at.in_words(), .datetime = entry->second.made_at.iso(), .description = std::move(description)});
    }
    return ui::heading(level, view.own ? "History of your record" : "History", "m") + ui::timeline(timeline);
}

std::string opening_sentence(const RecordView& view)
{
    auto current = std::ranges::count_if(view.record.engagements, [&](const auto& held) { return is_current(held.engagement, view.today); });
    const auto& record = view.record.record;
    const bool named = !record.given_name.reveal().empty() || !record.family_name.reveal().empty();
    const auto who = view.own ? std::string{"You"} : named ? shown_name(record) : std::string{"This person"};
    if (!view.sight.sees(Part::work)) return who + (view.own ? " are" : " is") + " on the staff records of " + view.organisation.name + ".";
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
    const int level = view.own ? 3 : 2;
    auto content = view.own ? ui::heading(2, "What " + view.organisation.name + " holds about you", "l")
                            : ui::identity_bar({.title = shown_name(record), .facts = {view.organisation.name, "Reference " + record.reference}});
    content += ui::paragraph(opening_sentence(view), "govuk-body-l");
    if (view.shared) {
        content += ui::inset_text({.text = view.organisation.name + " shares parts of this record with you by agreement. The rest is not shown."});
    }
    content += record_sections(view);
    if (view.own && view.beside.str().empty()) {
        content += ui::inset_text({.text = "Something here is wrong? Tell " + view.organisation.name + ", your employer or the organisation you work with. It reported this and can put it right."});
    }
    content += view.beside;
    return view.sight.sees(Part::history) ? content + history_part(view, level) : content;
}

}  // namespace kith::workforce
