#include "profile/saved_view.hpp"

#include "base/text.hpp"
#include "profile/measure.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::profile {

namespace {

Problem wrong(std::string field, std::string words)
{
    return {ProblemKind::unacceptable, std::move(field), std::move(words)};
}

/// Letters, digits and what an encoded query is written with: nothing that could end an address or begin another.
bool is_query(std::string_view query)
{
    constexpr std::string_view others = "-._~%=&+";
    return std::ranges::all_of(query, [&](char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || others.contains(letter); });
}

}  // namespace

bool is_page_of_profile(std::string_view path)
{
    constexpr std::string_view sections = "/profile/", one_measure = "/measures/";
    if (path.starts_with(sections)) return find_section(path.substr(sections.size())) != nullptr;
    if (path.starts_with(one_measure)) return find_measure(path.substr(one_measure.size())) != nullptr;
    return path == "/profile" || path == "/compare" || path == "/locality-sheet" || path == "/who-can";
}

Result<SavedView> checked(SavedView view)
{
    view.name = joined([&] {
        std::vector<std::string> words;
        for (auto word : split(trimmed(view.name), ' ')) {
            if (!word.empty()) words.emplace_back(word);
        }
        return words;
    }(), " ");
    if (view.name.empty()) return std::unexpected(wrong("name", "Enter a name for the view"));
    if (length_in_characters(view.name) > longest_view_name) return std::unexpected(wrong("name", fmt::format("The name of a view must be {} characters or fewer", longest_view_name)));
    if (!is_page_of_profile(view.path) || !is_query(view.query)) return std::unexpected(wrong("", "Only pages of the workforce profile can be saved as a view"));
    if (view.query.size() > longest_view_query) return std::unexpected(wrong("", "This page has too many filters to be saved as a view. Take some off"));
    return view;
}

Result<void> fits(const SavedView& next, const std::vector<SavedView>& held)
{
    if (std::ranges::any_of(held, [&](const SavedView& view) { return folded(view.name) == folded(next.name); })) return std::unexpected(wrong("name", "You have a view of that name. Choose another name, or delete that one first"));
    if (held.size() >= most_saved_views) return std::unexpected(wrong("name", fmt::format("You have {} saved views, which is as many as there may be. Delete one first", most_saved_views)));
    return {};
}

}  // namespace kith::profile
