#include "governance/paper.hpp"

#include "base/text.hpp"

#include <boost/json.hpp>

namespace kith::governance {
namespace {

namespace json = boost::json;

json::array lines_json(const std::vector<PaperLine>& lines)
{
    json::array array;
    for (const auto& line : lines) array.push_back(json::object{{"words", line.words}, {"href", line.href}});
    return array;
}

std::vector<PaperLine> lines_from(const json::value& value)
{
    std::vector<PaperLine> lines;
    for (const auto& one : value.as_array()) lines.push_back({std::string{one.at("words").as_string()}, std::string{one.at("href").as_string()}});
    return lines;
}

std::string text_from(const json::value& value) { return std::string{value.as_string()}; }

/// Lines under a name; none where the paper was kept before it had such.
std::vector<PaperLine> lines_named(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    return value == nullptr ? std::vector<PaperLine>{} : lines_from(*value);
}

PaperLine line_of(const AgendaItem& item, const std::string& path)
{
    return {item.title + (item.words.empty() ? "" : ": " + item.words), path + item.public_id.text()};
}

PaperLine agenda_line(const AgendaItem& item, const PaperFacts& facts)
{
    std::vector<std::string> options;
    for (const auto& option : facts.options)
        if (option.item == item.id) options.push_back(option.title);
    auto words = item.title + ": " + lower_first(choice_of(items_wanted(), item.wanted).words);
    if (item.is_decided()) words += ", decided on " + item.decided_on->in_words();
    return {words + (options.empty() ? "" : ". Options: " + joined(options, "; ")), facts.item_path + item.public_id.text()};
}

}  // namespace

Paper paper_of(const strategy::PlanProgress& progress, const PaperFacts& facts, Date today)
{
    Paper paper{.plan = facts.plan, .since = progress.since, .as_of = today, .wanted = {}, .themes = {}, .agenda = {}, .risen = progress.risen, .to_look_at = facts.to_look_at, .unanswered = facts.unanswered, .money = facts.money, .follow_ups = {}};
    for (const auto& theme : progress.themes) {
        auto& page = paper.themes.emplace_back(PaperTheme{.name = theme.name, .stands = strategy::in_words(theme.states), .moved = theme.moved, .late = theme.late, .behind = theme.behind, .wanted = {}});
        for (const auto& item : facts.items)
            if (item.waits() && !item.about.empty() && item.about == theme.theme) page.wanted.push_back(line_of(item, facts.item_path));
    }
    const auto has_theme = [&](const AgendaItem& item) { return !item.about.empty() && std::ranges::find(progress.themes, item.about, &strategy::ThemeProgress::theme) != progress.themes.end(); };
    for (const auto& item : facts.items) {
        paper.agenda.push_back(agenda_line(item, facts));
        if (item.waits() && !has_theme(item)) paper.wanted.push_back(line_of(item, facts.item_path));
    }
    for (const auto& one : facts.open)
        if (!one.done_on) paper.follow_ups.push_back({one.title + ": " + one.owner + ", due on " + one.due_on.in_words() + (one.is_overdue(today) ? ", overdue" : ""), {}});
    return paper;
}

std::string in_words(const Paper& paper)
{
    auto wanted = std::ssize(paper.wanted);
    std::ptrdiff_t late = 0, behind = 0;
    for (const auto& theme : paper.themes) wanted += std::ssize(theme.wanted), late += std::ssize(theme.late), behind += std::ssize(theme.behind);
    std::vector<std::string> parts{wanted == 0 ? std::string{"No decision is wanted"} : counted(wanted, "decision is wanted", "decisions are wanted"), late == 0 ? std::string{"nothing is late"} : counted(late, "thing is late", "things are late"),
                                   paper.risen.empty() ? std::string{"no risk rose"} : counted(std::ssize(paper.risen), "risk rose", "risks rose")};
    if (behind > 0) parts.push_back(counted(behind, "measure is", "measures are") + " behind");
    return joined(parts, "; ") + ".";
}

std::string to_json(const Paper& paper)
{
    json::array themes;
    for (const auto& theme : paper.themes) themes.push_back(json::object{{"name", theme.name}, {"stands", theme.stands}, {"moved", lines_json(theme.moved)}, {"late", lines_json(theme.late)}, {"behind", lines_json(theme.behind)}, {"wanted", lines_json(theme.wanted)}});
    return json::serialize(json::object{{"plan", paper.plan}, {"since", paper.since.iso()}, {"as_of", paper.as_of.iso()}, {"wanted", lines_json(paper.wanted)}, {"themes", std::move(themes)}, {"agenda", lines_json(paper.agenda)}, {"risen", lines_json(paper.risen)}, {"to_look_at", lines_json(paper.to_look_at)}, {"unanswered", lines_json(paper.unanswered)}, {"money", lines_json(paper.money)},
                                        {"follow_ups", lines_json(paper.follow_ups)}});
}

Result<Paper> paper_from_json(std::string_view text)
{
    try {
        const auto value = json::parse(text);
        const auto since = Date::parse_iso(text_from(value.at("since"))), as_of = Date::parse_iso(text_from(value.at("as_of")));
        if (!since || !as_of) return unacceptable("paper", "The paper that was kept cannot be read");
        const auto& object = value.as_object();
        Paper paper{.plan = text_from(value.at("plan")), .since = *since, .as_of = *as_of, .wanted = lines_from(value.at("wanted")), .themes = {}, .agenda = lines_named(object, "agenda"), .risen = lines_from(value.at("risen")),
                    .to_look_at = lines_named(object, "to_look_at"), .unanswered = lines_named(object, "unanswered"), .money = lines_named(object, "money"), .follow_ups = lines_from(value.at("follow_ups"))};
        for (const auto& one : value.at("themes").as_array())
            paper.themes.push_back({.name = text_from(one.at("name")), .stands = text_from(one.at("stands")), .moved = lines_from(one.at("moved")), .late = lines_from(one.at("late")), .behind = lines_named(one.as_object(), "behind"), .wanted = lines_from(one.at("wanted"))});
        return paper;
    } catch (const std::exception&) {
        return unacceptable("paper", "The paper that was kept cannot be read");
    }
}

}  // namespace kith::governance
