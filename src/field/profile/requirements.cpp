#include "profile/requirements.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "profile/ages.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::profile {
namespace {

enum class Holds : std::uint8_t { yes, no, not_known };

int number(std::string_view text)
{
    int value = 0;
    for (char digit : text) value = value * 10 + (digit - '0');
    return value;
}

Holds has_level(const QualifiedPerson& person, std::string_view level)
{
    if (!person.highest_level) return Holds::not_known;
    return *person.highest_level >= number(level) ? Holds::yes : Holds::no;
}

Holds has_status(const QualifiedPerson& person, std::string_view status)
{
    if (!person.statuses) return Holds::not_known;
    return std::ranges::find(*person.statuses, status) != person.statuses->end() ? Holds::yes : Holds::no;
}

bool is_of(const QualifiedPerson& person, std::string_view of)
{
    return of == "anyone" || (of == "managers") == person.is_manager;
}

std::int64_t wanted_of(std::string_view least, std::int64_t asked)
{
    if (least == "one") return 1;
    if (least == "two") return 2;
    return least == "half" ? (asked + 1) / 2 : asked;
}

/// By what must hold and what may: nobody is counted out of whom nothing is known.
Standing standing_of(const RequirementResult& result)
{
    if (result.asked == 0) return Standing::nobody_asked;
    if (result.have >= result.wanted) return Standing::met;
    return result.have + result.not_known >= result.wanted ? Standing::cannot_be_said : Standing::not_met;
}

RequirementResult held_against(const packs::Code& rule, std::span<const QualifiedPerson> people)
{
    RequirementResult result{.rule = &rule};
    for (const auto& person : people) {
        if (!is_of(person, rule.attribute("of"))) continue;
        ++result.asked;
        const auto wanted = rule.attribute("wanted");
        const auto holds = rule.attribute("asks") == "status" ? has_status(person, wanted) : has_level(person, wanted);
        result.have += holds == Holds::yes;
        result.not_known += holds == Holds::not_known;
    }
    result.wanted = wanted_of(rule.attribute("least"), result.asked);
    result.standing = standing_of(result);
    return result;
}

Standing training_of(const QualifiedPerson& person, const packs::Code& rule, Date day)
{
    const auto due = months_later(*person.registered_on, number(rule.attribute("months")));
    if (person.trained_on && *person.trained_on <= day) return *person.trained_on <= due ? Standing::met : Standing::met_late;
    return day <= due ? Standing::not_yet_due : Standing::cannot_be_said;
}

/// Training of those registered while the rule held, and, with the rule of the day, of those whose registration is not reported.
RequirementResult trained(const packs::Code& rule, std::span<const QualifiedPerson> people, Date day)
{
    RequirementResult result{.rule = &rule};
    bool late = false, waiting = false;
    for (const auto& person : people) {
        if (!rule.holds_on(person.registered_on.value_or(day))) continue;
        ++result.asked;
        const auto standing = person.registered_on ? training_of(person, rule, day) : Standing::cannot_be_said;
        result.have += standing == Standing::met || standing == Standing::met_late;
        result.not_known += standing == Standing::cannot_be_said;
        late = late || standing == Standing::met_late;
        waiting = waiting || standing == Standing::not_yet_due;
    }
    result.wanted = result.asked;
    result.standing = standing_of(result);
    if (result.standing == Standing::met && late) result.standing = Standing::met_late;
    if (result.standing == Standing::not_met && waiting) result.standing = result.not_known == 0 ? Standing::not_yet_due : Standing::cannot_be_said;
    return result;
}

/// True where `word` is one of those in `words`, which have spaces between.
bool is_among(std::string_view words, std::string_view word)
{
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == word) return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

/// True where `rule` is made of settings of that kind.
bool is_made_of(const packs::Code& rule, std::string_view setting_kind)
{
    return is_among(rule.attribute("settings"), setting_kind);
}

/// True where `rule` is made of places in that band of deprivation; not known is none.
bool holds_in(const packs::Code& rule, std::string_view band)
{
    const auto bands = rule.attribute("bands");
    return bands.empty() || is_among(bands, band);
}

/// What would have told, for the sentence.
std::string_view missing_words(const packs::Code& rule)
{
    if (rule.attribute("asks") == "training") return "no days of registration and training reported";
    return rule.attribute("asks") == "status" ? "no professional status reported" : "no qualification reported";
}

}  // namespace

std::string_view words_for(Standing standing)
{
    switch (standing) {
    case Standing::met: return "met";
    case Standing::met_late: return "met late";
    case Standing::not_met: return "not met";
    case Standing::not_yet_due: return "not yet due";
    case Standing::cannot_be_said: return "cannot be said";
    case Standing::nobody_asked: break;
    }
    return "asked of nobody here";
}

std::string RequirementResult::in_words() const
{
    auto words = fmt::format("{}{}: {}.", rule->label, is_aim() ? " (an aim, not a rule)" : "", words_for(standing));
    if (asked == 0) return words;
    words += fmt::format(" {} of {} {}; {} {} asked for.", with_commas(have), with_commas(asked), have == 1 ? "does" : "do", with_commas(wanted), wanted == 1 ? "is" : "are");
    if (not_known > 0 && standing != Standing::met) words += fmt::format(" {} {} {}.", counted(not_known, "person", "people"), not_known == 1 ? "has" : "have", missing_words(*rule));
    return words;
}

std::vector<RequirementResult> setting_requirements(std::string_view setting_kind, std::span<const QualifiedPerson> people, const packs::Packs& packs, Date day, std::string_view band)
{
    std::vector<RequirementResult> results;
    for (const auto& rule : packs.list("setting_requirements").codes()) {
        if (!is_made_of(rule, setting_kind) || !holds_in(rule, band)) continue;
        const bool training = rule.attribute("asks") == "training";
        if (!training && !rule.holds_on(day)) continue;
        auto result = training ? trained(rule, people, day) : held_against(rule, people);
        if (!training || result.asked > 0) results.push_back(result);
    }
    return results;
}

bool is_asked(std::string_view setting_kind, const packs::Packs& packs)
{
    return std::ranges::any_of(packs.list("setting_requirements").codes(), [&](const packs::Code& rule) { return is_made_of(rule, setting_kind); });
}

std::optional<bool> holds_for_role(const QualifiedPerson& person, const packs::Code& rule)
{
    const auto status = rule.attribute("status");
    const auto holds = status.empty() ? has_level(person, rule.attribute("level")) : has_status(person, status);
    return holds == Holds::not_known ? std::nullopt : std::optional{holds == Holds::yes};
}

std::vector<RoleHolding> role_holdings(std::span<const QualifiedPerson> people, const packs::Packs& packs, Date day)
{
    std::vector<RoleHolding> holdings;
    for (const auto& rule : packs.list("role_requirements").codes()) {
        if (!rule.holds_on(day)) continue;
        RoleHolding holding{.rule = &rule};
        for (const auto& person : people) {
            if (person.role != rule.parent) continue;
            const auto holds = holds_for_role(person, rule);
            ++holding.people;
            holding.have += holds.value_or(false);
            holding.not_known += !holds;
        }
        if (holding.people > 0) holdings.push_back(holding);
    }
    return holdings;
}

}  // namespace kith::profile
