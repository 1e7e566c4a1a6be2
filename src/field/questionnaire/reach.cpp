#include "questionnaire/reach.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kith::questionnaire {
namespace {

constexpr int most_days_ago = 3 * 366;
constexpr std::size_t longest_title = 200, longest_words = 2'000;

void check(std::vector<Problem>& problems, std::string_view field, std::string_view label, std::string_view text, std::size_t longest, bool needed)
{
    if (needed && trimmed(text).empty()) problems.push_back({.field = std::string{field}, .message = "Enter " + lower_ascii(label.substr(0, 1)) + std::string{label.substr(1)}});
    else if (length_in_characters(text) > longest) problems.push_back({.field = std::string{field}, .message = std::string{label} + " can have " + std::to_string(longest) + " characters at most"});
}
}  // namespace

std::vector<Problem> problems_of(const ReachMessage& message)
{
    std::vector<Problem> problems;
    check(problems, "title", "What is to reach staff", message.title, longest_title, true);
    check(problems, "words", "What it is", message.words, longest_words, false);
    check(problems, "link", "The address", message.link, longest_title, false);
    if (!message.link.empty() && (!message.link.starts_with("https://") || message.link.find_first_of(" \t\r\n\"<>") != std::string::npos))
        problems.push_back({.field = "link", .message = "The address must begin with https:// and have no spaces"});
    return problems;
}

const std::vector<NamedWay>& telling_ways()
{
    static const std::vector<NamedWay> all{{TellingWay::email, "email", "By email"}, {TellingWay::meeting, "meeting", "At a team meeting"}, {TellingWay::notice, "notice", "On a notice board or intranet"},
                                           {TellingWay::supervision, "supervision", "In supervision, one by one"}, {TellingWay::other, "other", "In another way"}};
    return all;
}

std::optional<TellingWay> telling_way_named(std::string_view name)
{
    const auto found = std::ranges::find(telling_ways(), name, &NamedWay::name);
    return found == telling_ways().end() ? std::nullopt : std::optional{found->way};
}

std::string_view name_of(TellingWay way) { return telling_ways().at(static_cast<std::size_t>(way)).name; }
std::string_view words_of(TellingWay way) { return telling_ways().at(static_cast<std::size_t>(way)).words; }

std::vector<Problem> problems_of(const Telling& telling, Date today)
{
    std::vector<Problem> problems;
    if (today < telling.told_on) problems.push_back({.field = "told_on", .message = "The day on which staff were sent it must be today or before"});
    else if (telling.told_on.plus_days(most_days_ago) < today) problems.push_back({.field = "told_on", .message = "The day on which staff were sent it must be within the last three years"});
    if (telling.staff < 1 || telling.staff > most_staff_told) problems.push_back({.field = "staff", .message = "Enter how many staff were sent it, from 1 to 100,000"});
    check(problems, "evidence", "What shows it", telling.evidence, longest_words, true);
    return problems;
}

}  // namespace kith::questionnaire
