#include "profile/guarded.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace kith::profile {

namespace {

/// True where the question asks for a value of this column that would not be shown beside its others.
bool picks_out_few(const Ground& ground, tally::Column column)
{
    auto broader = ground;
    broader.query.filters[place_of(column)].reset();
    const auto answer = broader.count({column});
    std::vector<std::int64_t> people;
    for (const auto& group : answer.groups) people.push_back(group.counts.records);
    const auto hidden = hidden_groups(people);
    const auto& chosen = *ground.query.filters[place_of(column)];
    for (std::size_t place = 0; place < answer.groups.size(); ++place) {
        if (hidden[place] && std::ranges::find(chosen, answer.groups[place].codes[0]) != chosen.end()) return true;
    }
    return tells_of_few(ground.total().records, answer.total.records);
}

bool filters_pick_out_few(const Ground& ground)
{
    for (std::size_t place = 0; place < tally::column_count; ++place) {
        if (ground.query.filters[place] && picks_out_few(ground, static_cast<tally::Column>(place))) return true;
    }
    const auto asked = static_cast<std::ptrdiff_t>(ground.query.derived_filters.size() - ground.measures_own);
    if (asked == 0) return false;
    auto broader = ground;
    broader.query.derived_filters.erase(broader.query.derived_filters.begin(), broader.query.derived_filters.begin() + asked);
    return tells_of_few(ground.total().records, broader.total().records);
}

}  // namespace

bool in_groups(const Ground& ground, Guard guard)
{
    return guard != Guard::none && ground.allows(guard) == Allowed::in_groups;
}

std::int64_t shown_part(const Ground& ground, Guard guard, std::int64_t people)
{
    constexpr std::int64_t step = 10;
    return in_groups(ground, guard) ? (people + step / 2) / step * step : people;
}

std::vector<bool> hidden_groups(const std::vector<std::int64_t>& people)
{
    return hidden_groups(people, std::vector<int>(people.size(), 0));
}

std::vector<bool> hidden_groups(const std::vector<std::int64_t>& people, const std::vector<int>& of_whole)
{
    struct Hidden {
        std::int64_t groups = 0, people = 0;
    };
    std::map<int, Hidden> wholes;
    std::vector<bool> hidden(people.size(), false);
    auto hide = [&](std::size_t group) {
        hidden[group] = true;
        ++wholes[of_whole[group]].groups;
        wholes[of_whole[group]].people += people[group];
    };
    for (std::size_t group = 0; group < people.size(); ++group) {
        if (is_few(people[group])) hide(group);
    }
    for (const auto& [whole, told] : wholes) {
        while (told.groups < 2 || told.people < least_shown) {
            std::optional<std::size_t> smallest;
            for (std::size_t group = 0; group < people.size(); ++group) {
                if (of_whole[group] == whole && !hidden[group] && people[group] > 0 && (!smallest || people[group] < people[*smallest])) smallest = group;
            }
            if (!smallest) break;
            hide(*smallest);
        }
    }
    return hidden;
}

std::optional<std::string> why_withheld(const Ground& ground, Guard guard)
{
    if (guard == Guard::none || ground.allows(guard) == Allowed::whole) return std::nullopt;
    constexpr std::array<std::string_view, guard_count> what{"", "dates of birth", "ethnicity and disability", "pay", "days lost to sickness"};
    if (ground.allows(guard) == Allowed::nothing) return fmt::format("Your role does not count staff by {}.", what[static_cast<std::size_t>(guard)]);
    if (!ground.on_today) return "You are shown this for today only: figures of two days would tell of whoever came or went between them.";
    if (ground.total().records < least_shown) return "Too few staff are counted here for what this would tell of each.";
    if (std::ranges::any_of(ground.query.filters, [](const auto& filter) { return filter && filter->size() > 1; }))
        return "You are shown this for one place, sector, role or contract at a time: figures of several together could be taken apart.";
    if (filters_pick_out_few(ground)) return "These filters single out few staff, of whom this would tell: take one off.";
    return std::nullopt;
}

void hide_lines(Panel& panel, const std::vector<bool>& hidden)
{
    panel.records.clear();
    panel.rows.reset();
    for (std::size_t line = 0; line < panel.lines.size(); ++line) {
        panel.lines[line].key.clear();
        for (auto& cell : panel.lines[line].cells) cell.key.clear();
        if (hidden[line]) std::ranges::fill(panel.lines[line].cells, not_shown_cell());
    }
    panel.notes.push_back(fmt::format("Groups of fewer than {} people are not shown to you, because of what they would tell of each; nor are others from which they could be worked out. Counts by them are to the nearest ten.", least_shown));
}

}  // namespace kith::profile
