#include "assessment/workshop.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kith::assessment {
namespace {

constexpr std::int64_t lowest = 2, highest = 10;  // 1 and 5 in halves
constexpr double rounding = 1e-9;

Problem wrong(std::string_view field, std::string message) { return {.field = std::string{field}, .message = std::move(message)}; }

}  // namespace

std::optional<AgreedPosition> AgreedPosition::from_halves(std::int64_t halves)
{
    if (halves < lowest || halves > highest) return std::nullopt;
    return AgreedPosition{halves};
}

std::vector<AgreedPosition> AgreedPosition::all()
{
    std::vector<AgreedPosition> positions;
    for (auto halves = lowest; halves <= highest; ++halves) positions.push_back(AgreedPosition{halves});
    return positions;
}

std::optional<AgreedPosition> AgreedPosition::parse(std::string_view text)
{
    for (const auto position : all())
        if (position.text() == text) return position;
    return std::nullopt;
}

std::string AgreedPosition::text() const { return std::to_string(halves_ / 2) + (halves_ % 2 == 0 ? "" : ".5"); }

std::vector<Problem> problems_of(const Workshop& workshop, Date today)
{
    std::vector<Problem> problems;
    if (today < workshop.held_on) problems.push_back(wrong("held_on", "The day of the workshop must be today or before"));
    check_words(problems, "facilitator", "Who led it", workshop.facilitator, longest_line, false);
    check_words(problems, "participants", "Who took part", workshop.participants, longest_words, true);
    return problems;
}

bool needs_reason(std::optional<AgreedPosition> agreed, std::optional<double> measured)
{
    return agreed && measured && std::abs(agreed->value() - *measured) >= reason_needed_from - rounding;
}

std::vector<Problem> problems_of(const ThemeFinding& finding, std::optional<double> measured)
{
    std::vector<Problem> problems;
    if (needs_reason(finding.agreed, measured) && trimmed(finding.reason).empty())
        problems.push_back(wrong("reason", fmt::format("Say why it is agreed at {} where the answers put it at {:.1f}", finding.agreed->text(), *measured)));
    check_words(problems, "reason", "The reason", finding.reason, longest_words, false);
    check_words(problems, "strengths", "Strengths", finding.strengths, longest_words, false);
    check_words(problems, "barriers", "Barriers", finding.barriers, longest_words, false);
    return problems;
}

std::string positions_in_one_line(const std::map<std::string, ThemeFinding>& findings)
{
    std::vector<std::string> parts;
    for (const auto& [theme, finding] : findings)
        if (finding.agreed) parts.push_back(theme + " " + finding.agreed->text());
    return joined(parts, "; ");
}

std::vector<Problem> problems_of(const Confirmation& confirmation, const std::optional<Workshop>& workshop, Date today)
{
    std::vector<Problem> problems;
    check_words(problems, "confirmed_by", "The board that confirmed", confirmation.confirmed_by, longest_line, true);
    if (today < confirmation.confirmed_on) problems.push_back(wrong("confirmed_on", "The day of the confirmation must be today or before"));
    else if (workshop && confirmation.confirmed_on < workshop->held_on) problems.push_back(wrong("confirmed_on", "The board cannot have confirmed before the workshop was held"));
    return problems;
}

bool changes_what_is_confirmed(const ThemeFinding& held, const ThemeFinding& wanted)
{
    return held.agreed != wanted.agreed || held.reason != wanted.reason;
}

std::optional<double> ThemeStand::position() const
{
    if (const auto one = agreed()) return one->value();
    return measured;
}

std::string headline_of(const std::vector<ThemeStand>& themes)
{
    std::vector<const ThemeStand*> known;
    for (const auto& theme : themes)
        if (theme.position()) known.push_back(&theme);
    if (known.empty()) return "No position is agreed or measured yet";
    const auto [low, high] = std::ranges::minmax_element(known, {}, [](const ThemeStand* theme) { return *theme->position(); });
    const auto said = [](const ThemeStand& theme) { return theme.agreed() ? theme.agreed()->text() : fmt::format("{:.1f}", *theme.measured); };
    if (*(*high)->position() == *(*low)->position()) return known.size() == 1 ? fmt::format("{} stands at {} of 5", (*high)->name, said(**high)) : fmt::format("All themes stand at {} of 5", said(**high));
    const auto named = [&](const ThemeStand& theme) {
        const auto others = std::ranges::count_if(known, [&](const ThemeStand* one) { return one != &theme && *one->position() == *theme.position(); });
        return others == 0 ? theme.name : theme.name + " and " + counted(others, "other");
    };
    return fmt::format("Highest, at {} of 5: {}. Lowest, at {}: {}", said(**high), named(**high), said(**low), named(**low));
}

figures::Reference reference_to_theme(const questionnaire::Campaign& campaign, std::string_view theme)
{
    return {.kind = "assessment.theme", .id = fmt::format("{}/{}", campaign.public_id.text(), theme), .pinned = {}};
}

std::string theme_href(const questionnaire::Campaign& campaign, std::string_view theme)
{
    return fmt::format("{}/workshop/themes/{}", campaign.href(), theme);
}

figures::Reference reference_to_gap(const questionnaire::Campaign& campaign, std::string_view theme, std::string_view one, std::string_view other)
{
    return {.kind = "assessment.gap", .id = fmt::format("{}/{}/{}/{}", campaign.public_id.text(), theme, std::min(one, other), std::max(one, other)), .pinned = {}};
}

std::string gap_href(const questionnaire::Campaign& campaign, std::string_view theme, std::string_view one, std::string_view other)
{
    return fmt::format("{}/results/{}/{}/{}", campaign.href(), theme, std::min(one, other), std::max(one, other));
}

}  // namespace kith::assessment
