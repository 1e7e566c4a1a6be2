#pragma once
// Kith's own pieces: headline figures, timeline, empty state, "how do we know this?", filters, progress.
// Not the Figure of the figures room: these take words and numbers already worked out.
#include "ui/html.hpp"
#include "ui/tables.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace kith::ui
{

struct Headline {
    std::string value;      ///< "20,412", "61%"
    std::string label;      ///< under 20 characters: "staff"
    std::string before;     ///< "19,876 a year ago"
    std::string coverage;   ///< "from 38 of 40 organisations"
    std::string href;       ///< the rows behind it, or its formula
    std::string link_text;  ///< "See these staff"
};
/// Headline figures, five at most; `heading` names the group.
struct Figures {
    std::string heading;
    bool heading_hidden = false;
    std::vector<Headline> items;
};
Html figures(const Figures& params);

struct Event {
    std::string title;     ///< short: "Return accepted"
    std::string by;        ///< "Ann Example"
    std::string when;      ///< "4 June 2026 at 9:32am"
    std::string datetime;  ///< the same for machines, ISO 8601
    Html description;
};
/// History, newest first as given.
struct Timeline {
    std::vector<Event> events;
    int heading_level = 2;
};
Html timeline(const Timeline& params);

/// What stands where there is nothing yet: why, and what to do next.
struct EmptyState {
    std::string text;  ///< "No returns have been handed in yet."
    std::string link_text;
    std::string href;
};
Html empty_state(const EmptyState& params);

/// "How do we know this?": what a figure rests on, closed until asked for.
struct HowDoWeKnow {
    std::string formula;
    std::string population;
    std::string as_of;
    std::string organisations;
    std::string coverage;
    std::string mapping;
    std::vector<std::pair<std::string, Content>> more;  ///< further lines: key and value
    bool open = false;
};
Html how_do_we_know(const HowDoWeKnow& params);

struct ChosenFilter {
    std::string text;  ///< "Locality: Westfield"
    std::string remove_href;
};
/// Filters as a GET form: chosen ones as tags that can be taken off, one button to apply.
struct FilterPanel {
    std::string action;
    Html fields;
    std::vector<ChosenFilter> chosen;
    std::string clear_href;
    std::string button_text = "Apply filters";
    std::vector<std::pair<std::string, std::string>> hidden;  ///< what the form keeps: the sort order
};
Html filter_panel(const FilterPanel& params);

/// How far a job is: "12,000 of 20,000 rows checked". Counted, never spinning.
struct Progress {
    std::int64_t done = 0;
    std::int64_t total = 0;  ///< nought: not known yet
    std::string words;
    std::string id = "progress";
    std::string events_href;  ///< server-sent events; scripts only
};
Html progress(const Progress& params);

}  // namespace kith::ui
