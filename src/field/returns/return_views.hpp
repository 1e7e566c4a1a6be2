#pragma once
// Returns as people see them: values in, escaped Html out. Private to this room.
#include "base/instant.hpp"
#include "returns/checked_store.hpp"
#include "returns/desk.hpp"
#include "returns/handed_in.hpp"
#include "returns/query_store.hpp"
#include "ui/html.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kith::returns {

using OrganisationNames = std::map<access::OrganisationId, OrganisationName>;

std::string path_of(const HandedIn& handed_in, std::string_view below = {});
/// "Westfield Nursery", or "Several organisations" where the file says which.
std::string organisation_words(const OrganisationNames& names, const std::optional<access::OrganisationId>& organisation);
/// "1.2 MB", "340 KB", "12 bytes".
std::string size_words(std::int64_t bytes);
/// The state as a tag: word first, colour second.
ui::Html state_tag(State state);

/// The list of returns within reach.
struct ReturnsList {
    std::vector<HandedIn> returns;
    std::int64_t counted = 0;
    ReturnFilter filter;
    OrganisationNames names;
    const Kinds* kinds = nullptr;
    int page = 1;
    int pages = 1;
    bool may_hand_in = false;
};
ui::Html returns_list(const ReturnsList& list);
/// The filter in words, for the printed page.
std::string filter_words(const ReturnsList& list);

/// The inside of the hand-in form, and what stands around it.
struct HandInForm {
    std::vector<OrganisationName> organisations;  ///< for whom this viewer may hand in
    bool whole_area = false;                      ///< may hand in for several at once
    std::string chosen;                           ///< public id, "several" or empty
    std::optional<std::string> organisation_error;
    std::optional<std::string> file_error;
    const Kinds* kinds = nullptr;
    std::uint64_t limit = 0;  ///< bytes of one upload
    std::string act;                              ///< "changes" or "full", as given, else what this organisation did last
    std::string about;                            ///< id of a period, or empty
    std::vector<PeriodChoice> periods;
    std::map<std::string, std::string> last_day;  ///< the three boxes as given
    std::optional<std::string> last_day_error;
};
/// Whether the file lists everyone, and which month or term it is for; nothing where no kind of file lists people.
ui::Html speaks_fields(const HandInForm& form);
ui::Html hand_in_fields(const HandInForm& form);
/// What happens next, which formats are known, and the templates.
ui::Html hand_in_guidance(const HandInForm& form);

/// What stands where the database's disk is full.
ui::Html no_room_words();

/// Everything that one return's page shows.
struct ReturnPage {
    HandedIn handed_in;
    std::string kind_title;
    std::string organisation;
    std::vector<RuleGroup> rules;
    std::map<std::string, RuleQueries> queries;  ///< by rule
    Difference difference;
    std::vector<Event> events;
    std::optional<std::string> handed_in_before;  ///< when the same bytes were accepted before
    bool may_decide = false;                      ///< hand_in_returns reaches it
    bool may_see_rows = false;
    bool has_annotated = false;
    Kind::Question question;   ///< where the person says what the check asks
    std::string mapping_path;  ///< the page of what read the columns; empty where nothing did
    bool is_stuck = false;  ///< its job is over, and it has not moved
    ui::Html progress;      ///< while a job is at work
    struct Tick {
        bool is_given = false;
        std::optional<std::string> error;
    };
    Tick ends_tick;    ///< that so many end
    Tick others_tick;  ///< that new people who seem to be held already are other people
};
/// The page's parts that are no form, in order around the forms.
ui::Html return_answer(const ReturnPage& page);
ui::Html return_findings(const ReturnPage& page);
ui::Html return_difference(const ReturnPage& page);
/// The inside of the form that accepts.
ui::Html accept_fields(const ReturnPage& page);
ui::Html withdraw_button();
/// The way on from a return of which nothing can follow.
ui::Html another_file_button(const HandedIn& handed_in);
/// The way to what is to be undone first.
struct UndoWay {
    std::string text = {};   ///< of the link
    std::string href = {};   ///< empty: no page for this viewer
    std::string words = {};  ///< who can undo it, where this viewer cannot
};
/// Why it cannot be undone yet, and what then.
ui::Html undo_blocked(const HandedIn& handed_in, const std::string& words, const UndoWay& way);
/// The way to where a person says what the check asks, or changes what was said; nothing where the kind never asks.
ui::Html question_button(const ReturnPage& page);
ui::Html check_again_button(const ReturnPage& page);
ui::Html return_facts(const ReturnPage& page);

/// The queries of one rule, to be answered.
struct QueriesPage {
    HandedIn handed_in;
    std::string rule;
    std::vector<Query> queries;
    RuleQueries counted;
    bool may_decide = false;
    std::string words;                     ///< the reason as given
    std::vector<std::string> chosen;       ///< numbers ticked
    std::optional<std::string> words_error;
    std::optional<std::string> chosen_error;
};
/// What the rule asks, and what was answered.
ui::Html queries_about(const QueriesPage& page);
/// The inside of the form that answers.
ui::Html answer_fields(const QueriesPage& page);
ui::Html open_again_button();

/// The full table of findings, one severity or all.
struct FindingsPage {
    HandedIn handed_in;
    std::vector<Query> findings;  ///< each with its answer, where it has one
    std::optional<Severity> severity;
    std::int64_t counted = 0;  ///< kept, of this severity
    int page = 1;
    int pages = 1;
};
ui::Html findings_page(const FindingsPage& page);

/// The inside of the form that undoes.
ui::Html undo_fields(const HandedIn& handed_in, const std::string& reason, const std::optional<std::string>& error);

}  // namespace kith::returns
