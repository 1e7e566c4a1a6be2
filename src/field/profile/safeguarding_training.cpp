#include "profile/safeguarding_training.hpp"

#include "profile/ages.hpp"

#include <algorithm>
#include <charconv>

namespace kith::profile {
namespace {

int number(std::string_view text)
{
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// The level of a training; nought where it is none of safeguarding children.
int level_of(std::string_view training, const packs::CodeList& levels)
{
    for (const auto& level : levels.codes())
        if (level.attribute("training") == training) return number(level.code);
    return 0;
}

Date lasts_until(const workforce::Fact& fact, const packs::Code& group)
{
    return fact.until.value_or(months_later(*fact.on, number(group.attribute("months"))));
}

}  // namespace

const packs::Code* safeguarding_group(std::string_view role, const packs::Packs& packs, packs::Era era)
{
    const auto& mapping = packs.mapping(era == packs::Era::of_2009 ? "roles-to-safeguarding-groups-2009" : "roles-to-safeguarding-groups");
    return packs.list("safeguarding_groups").find(mapping.apply(role));
}

std::string_view words_for(TrainingState state)
{
    switch (state) {
    case TrainingState::in_date: return "in date";
    case TrainingState::out_of_date: return "out of date";
    case TrainingState::too_low: return "at a lower level only";
    case TrainingState::never: return "never";
    case TrainingState::not_reported: return "not reported";
    case TrainingState::not_asked: break;
    }
    return "not asked for";
}

std::string TrainingStanding::in_words() const
{
    if (group == nullptr) return "Safeguarding training: " + std::string{words_for(state)};
    auto words = "Safeguarding training, level " + std::string{group->attribute("level")} + " (" + group->label + "): " + std::string{words_for(state)};
    if (state == TrainingState::in_date) words += " until " + until->in_words();
    if (state == TrainingState::out_of_date) words += " since " + until->plus_days(1).in_words();
    return words;
}

TrainingStanding safeguarding_training(std::string_view role, std::span<const workforce::Fact> facts, bool training_is_reported, const packs::Packs& packs, packs::Era era,
                                       Date day)
{
    TrainingStanding standing{.group = safeguarding_group(role, packs, era)};
    if (standing.group == nullptr) return standing;
    const auto wanted = number(standing.group->attribute("level"));
    bool lower = false, undated = false;
    for (const auto& fact : facts) {
        if (fact.kind != workforce::FactKind::training) continue;
        const auto level = level_of(fact.code, packs.list("safeguarding_levels"));
        if (level == 0 || (fact.on && day < *fact.on)) continue;
        lower = lower || level < wanted;
        undated = undated || (level >= wanted && !fact.on);
        if (level < wanted || !fact.on) continue;
        const auto until = lasts_until(fact, *standing.group);
        if (standing.until && until <= *standing.until) continue;
        standing.on = fact.on;
        standing.until = until;
    }
    if (standing.until && day <= *standing.until) standing.state = TrainingState::in_date;
    else if (undated) standing.state = TrainingState::not_reported;
    else if (standing.until) standing.state = TrainingState::out_of_date;
    else if (lower) standing.state = TrainingState::too_low;
    else standing.state = training_is_reported ? TrainingState::never : TrainingState::not_reported;
    return standing;
}

}  // namespace kith::profile
