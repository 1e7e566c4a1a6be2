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

Date lasts_until(const LevelledTraining& training, int months)
{
    return training.until ? *training.until : months_later(*training.on, months);
}

}  // namespace

int safeguarding_level(std::string_view training, const packs::Packs& packs)
{
    for (const auto& level : packs.list("safeguarding_levels").codes())
        if (level.attribute("training") == training) return number(level.code);
    return 0;
}

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
    std::vector<LevelledTraining> trainings;
    for (const auto& fact : facts) {
        if (fact.kind == workforce::FactKind::training) trainings.push_back({safeguarding_level(fact.code, packs), fact.on, fact.until});
    }
    return safeguarding_training(safeguarding_group(role, packs, era), trainings, training_is_reported, day);
}

TrainingStanding safeguarding_training(const packs::Code* group, std::span<const LevelledTraining> trainings, bool training_is_reported, Date day)
{
    TrainingStanding standing{.group = group};
    if (group == nullptr) return standing;
    const auto wanted = number(group->attribute("level"));
    const auto months = number(group->attribute("months"));
    bool lower = false, undated = false;
    for (const auto& training : trainings) {
        if (training.level == 0 || (training.on && day < *training.on)) continue;
        lower = lower || training.level < wanted;
        undated = undated || (training.level >= wanted && !training.on);
        if (training.level < wanted || !training.on) continue;
        const auto until = lasts_until(training, months);
        if (standing.until && until <= *standing.until) continue;
        standing.on = training.on;
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
