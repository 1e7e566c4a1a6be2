// Handlers of "Changes made by hand": what was changed on the room's pages, by whom, and taking it back.
#include "base/text.hpp"
#include "partnership/changes_store.hpp"
#include "partnership/edit_pages.hpp"
#include "partnership/network_pages.hpp"
#include "ui/choices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"
#include "web/page_number.hpp"

namespace kith::partnership {

namespace {

constexpr int changes_a_page = 50;
constexpr const char* changes_path = "/organisations/changes";

std::string author_words(web::Visit& visit, const Sources& sources, const db::Author& author)
{
    if (!author.account) return author.actor == "job" ? "Kith, in the background" : "The command line";
    auto name = sources.account_name ? sources.account_name(visit.reader(), *author.account) : std::nullopt;
    return name.value_or("An account that is no longer held");
}

std::string title_of(const db::ChangeSetEntry& entry)
{
    return entry.reason ? *entry.reason : "A change whose reason was erased";
}

std::string undo_path(const db::ChangeSetEntry& entry) { return std::string{changes_path} + "/" + entry.public_id.text() + "/undo"; }

ui::Html state_of(const db::ChangeSetEntry& entry)
{
    if (entry.undone_by) return ui::paragraph("This has been undone.");
    return ui::not_in_print(ui::paragraph(ui::link_about("Undo", title_of(entry), undo_path(entry))));
}

Result<db::ChangeSetEntry> change_asked_for(web::Visit& visit, const Sources& sources)
{
    auto id = visit.public_id("change");
    if (!id) return std::unexpected(id.error());
    return find_change_by_hand(visit.reader(), sources.changed_by_hand, *id);
}

/// Why it cannot be undone now; empty where it can.
std::string blocked_by(web::Visit& visit, const db::ChangeSetEntry& entry)
{
    if (entry.undone_by) return "This has been undone already.";
    const auto blocker = db::undo_blocker(visit.reader(), entry.id);
    if (blocker == 0) return {};
    const auto later = db::find_change_set(visit.reader(), blocker);
    if (!later) return "Something later has changed the same things. Undo that first.";
    const auto what = later->return_id ? "A return accepted on " : "\"" + title_of(*later) + "\" of ";
    return what + later->made_at.date_in_london().in_words() + " has changed the same things since. Undo that first.";
}

}  // namespace

web::Response list_changes(web::Visit& visit, const Sources& sources)
{
    const auto total = count_changes_by_hand(visit.reader(), sources.changed_by_hand);
    const auto page = web::page_asked_for(visit.request, total, changes_a_page);
    ui::Timeline timeline;
    for (const auto& entry : changes_by_hand(visit.reader(), sources.changed_by_hand, page.limit, page.offset)) {
        timeline.events.push_back({.title = title_of(entry), .by = author_words(visit, sources, entry.author), .when = entry.made_at.in_words(), .datetime = entry.made_at.iso(),
                                   .description = state_of(entry)});
    }
    ui::Html content;
    if (timeline.events.empty()) content = ui::empty_state({.text = "Nothing was changed by hand yet. What came in as files is undone where the return is."});
    else content = ui::paragraph(counted(total, "change", "changes") + " made on pages, newest first. What came in as files is undone where the return is.")
                   + ui::timeline(timeline) + ui::pagination_of(page.page, page.pages, std::string{changes_path} + "?page=");
    return visit.page({.title = "Changes made by hand", .breadcrumbs = {{"Organisations", "/organisations"}}, .nav = "/organisations"}, content);
}

web::Response ask_undo(web::Visit& visit, const Sources& sources)
{
    auto entry = change_asked_for(visit, sources);
    if (!entry) return visit.problem(entry.error());
    auto content = ui::paragraph(title_of(*entry), "govuk-body-l");
    content += ui::paragraph("Made by " + author_words(visit, sources, entry->author) + " on " + entry->made_at.in_words() + ".");
    if (const auto why = blocked_by(visit, *entry); !why.empty()) {
        content += ui::heading(2, "This cannot be undone now", "m") + ui::paragraph(why) + ui::paragraph(ui::link("Back to changes made by hand", changes_path));
    } else {
        content += ui::paragraph("What it added goes, and what it changed is again as it was. The history keeps both.");
        content += visit.in_form({.action = undo_path(*entry)}, ui::button({.text = "Undo this change", .classes = "govuk-button--warning"}));
    }
    return visit.page({.title = "Undo a change", .back = changes_path, .nav = "/organisations"}, ui::two_thirds(content));
}

web::Response undo_change(web::Visit& visit, const Sources& sources)
{
    auto entry = change_asked_for(visit, sources);
    if (!entry) return visit.problem(entry.error());
    auto undone = db::undo(visit.writer(), {.change_set = entry->id, .now = visit.now(), .author = visit.author(), .reason = "Undone: " + title_of(*entry), .return_id = {}});
    if (!undone) return visit.problem(undone.error());
    visit.writer().commit();
    return visit.redirect(changes_path, "The change was undone");
}

}  // namespace kith::partnership
