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

PaperLine line_of(const AgendaItem& item, const std::string& path)
{
    return {item.title + (item.words.empty() ? "" : ": " + item.words), path + item.public_id.text()};
}

}  // namespace

Paper paper_of(const strategy::PlanProgress& progress, std::string plan, const std::vector<AgendaItem>& items, const std::vector<FollowUp>& open, const std::string& item_path, Date today)
{
    Paper paper{.plan = std::move(plan), .since = progress.since, .as_of = today, .wanted = {}, .themes = {}, .risen = progress.risen, .follow_ups = {}};
    for (const auto& theme : progress.themes) {
        auto& page = paper.themes.emplace_back(PaperTheme{.name = theme.name, .stands = strategy::in_words(theme.states), .moved = theme.moved, .late = theme.late, .wanted = {}});
        for (const auto& item : items)
            if (item.waits() && !item.about.empty() && item.about == theme.theme) page.wanted.push_back(line_of(item, item_path));
    }
    const auto has_theme = [&](const AgendaItem& item) {
        for (const auto& theme : progress.themes)
            if (!item.about.empty() && theme.theme == item.about) return true;
        return false;
    };
    for (const auto& item : items)
        if (item.waits() && !has_theme(item)) paper.wanted.push_back(line_of(item, item_path));
    for (const auto& one : open)
        if (!one.done_on) paper.follow_ups.push_back({one.title + ": " + one.owner + ", due on " + one.due_on.in_words() + (one.is_overdue(today) ? ", overdue" : ""), {}});
    return paper;
}

std::string in_words(const Paper& paper)
{
    auto wanted = std::ssize(paper.wanted);
    std::ptrdiff_t late = 0;
    for (const auto& theme : paper.themes) wanted += std::ssize(theme.wanted), late += std::ssize(theme.late);
    std::vector<std::string> parts{wanted == 0 ? std::string{"No decision is wanted"} : counted(wanted, "decision is wanted", "decisions are wanted"), late == 0 ? std::string{"nothing is late"} : counted(late, "thing is late", "things are late"),
                                   paper.risen.empty() ? std::string{"no risk rose"} : counted(std::ssize(paper.risen), "risk rose", "risks rose")};
    return joined(parts, "; ") + ".";
}

std::string to_json(const Paper& paper)
{
    json::array themes;
    for (const auto& theme : paper.themes) themes.push_back(json::object{{"name", theme.name}, {"stands", theme.stands}, {"moved", lines_json(theme.moved)}, {"late", lines_json(theme.late)}, {"wanted", lines_json(theme.wanted)}});
    return json::serialize(json::object{{"plan", paper.plan}, {"since", paper.since.iso()}, {"as_of", paper.as_of.iso()}, {"wanted", lines_json(paper.wanted)}, {"themes", std::move(themes)}, {"risen", lines_json(paper.risen)},
                                        {"follow_ups", lines_json(paper.follow_ups)}});
}

Result<Paper> paper_from_json(std::string_view text)
{
    try {
        const auto value = json::parse(text);
        const auto since = Date::parse_iso(text_from(value.at("since"))), as_of = Date::parse_iso(text_from(value.at("as_of")));
        if (!since || !as_of) return unacceptable("paper", "The paper that was kept cannot be read");
        Paper paper{.plan = text_from(value.at("plan")), .since = *since, .as_of = *as_of, .wanted = lines_from(value.at("wanted")), .themes = {}, .risen = lines_from(value.at("risen")), .follow_ups = lines_from(value.at("follow_ups"))};
        for (const auto& one : value.at("themes").as_array())
            paper.themes.push_back({.name = text_from(one.at("name")), .stands = text_from(one.at("stands")), .moved = lines_from(one.at("moved")), .late = lines_from(one.at("late")), .wanted = lines_from(one.at("wanted"))});
        return paper;
    } catch (const std::exception&) {
        return unacceptable("paper", "The paper that was kept cannot be read");
    }
}

}  // namespace kith::governance
