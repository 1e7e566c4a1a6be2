#include "intake/rule.hpp"

#include "base/text.hpp"
#include "intake/register_rules.hpp"
#include "intake/value_names.hpp"

namespace kith::intake {
namespace {
std::string did_you_mean(std::string_view code, std::string_view label = {})
{
    if (code.empty()) return ".";
    auto words = ". Did you mean " + std::string{code};
    if (!label.empty()) words += " (" + std::string{label} + ")";
    return words + "?";
}

template <class Entries>
void add_rules(std::vector<Rule>& all, const Entries& entries)
{
    for (const auto& entry : entries) all.push_back(entry.rule);
}
}  // namespace

returns::Severity severity_of(Effect effect)
{
    switch (effect) {
    case Effect::row_not_taken: return returns::Severity::error;
    case Effect::good_to_know: return returns::Severity::note;
    default: return returns::Severity::warning;
    }
}

std::string_view words_for(Effect effect)
{
    switch (effect) {
    case Effect::row_not_taken: return "Row not taken";
    case Effect::value_not_taken: return "Value not taken, the rest of the row is";
    case Effect::doubtful: return "Taken, and worth a look";
    default: return "Good to know";
    }
}

std::optional<Effect> effect_named(std::string_view name)
{
    if (name == "refuse") return Effect::row_not_taken;
    if (name == "leave") return Effect::value_not_taken;
    if (name == "query") return Effect::doubtful;
    if (name == "note") return Effect::good_to_know;
    return std::nullopt;
}

template <class LookUp>
std::string Suggestions::cached(std::string key, LookUp look_up)
{
    constexpr std::size_t most = 500;
    if (auto found = known_.find(key); found != known_.end()) return found->second;
    if (known_.size() >= most) return ".";
    return known_.emplace(std::move(key), look_up()).first->second;
}

std::string Suggestions::for_code(std::string_view list, std::string_view text)
{
    return cached(std::string{list} + '\n' + std::string{clipped(text, 60)}, [&] {
        if (!surroundings_.packs().has_list(list)) return std::string{"."};
        const auto& codes = surroundings_.packs().list(list);
        // What other lists and payrolls call it comes first: "Site manager" is spelt like a senior manager, and is none.
        const auto guess = ValueNames{{}, &codes, surroundings_.packs()}.guess(clipped(text, 60));
        if (const auto* named = guess.code.empty() ? nullptr : codes.find(guess.code)) return did_you_mean(named->code, named->label);
        const auto* code = guess.why.empty() ? codes.nearest(text) : nullptr;
        return code == nullptr ? std::string{"."} : did_you_mean(code->code, code->label);
    });
}

std::string Suggestions::for_organisation(std::string_view text)
{
    return cached("organisation\n" + std::string{clipped(text, 60)}, [&] { return did_you_mean(surroundings_.nearest_organisation(text)); });
}

std::string Suggestions::for_setting(partnership::OrganisationId organisation, std::string_view text)
{
    return cached("setting\n" + std::to_string(organisation.value()) + '\n' + std::string{clipped(text, 60)},
                  [&] { return did_you_mean(surroundings_.nearest_setting(organisation, text)); });
}

std::string Suggestions::for_locality(std::string_view text)
{
    return cached("locality\n" + std::string{clipped(text, 60)}, [&] { return did_you_mean(surroundings_.nearest_locality(text)); });
}

std::vector<std::span<const RowRule>> tables_of_row_rules(const Profile& profile)
{
    switch (profile.of) {
    case FileOf::jobs:
        return {row_rules_of_references(), row_rules_of_the_person(), row_rules_of_the_engagement(), row_rules_of_leaving(), row_rules_of_the_role(),
                row_rules_of_the_contract(), row_rules_of_the_time(), row_rules_of_pay(), row_rules_of_the_organisation(), row_rules_of_the_place(),
                row_rules_of_adult_social_care()};
    case FileOf::facts: return {row_rules_of_references(), row_rules_of_the_organisation()};
    case FileOf::training: return {row_rules_of_references(), row_rules_of_the_organisation(), row_rules_of_training()};
    case FileOf::workplaces: break;
    }
    return {};
}

std::vector<std::span<const FileRule>> tables_across_rows(const Profile& profile)
{
    if (profile.of == FileOf::jobs) return {rules_across_rows(), rules_across_facts(), rules_of_the_whole()};
    if (profile.of == FileOf::workplaces) return {};
    return {rules_across_facts()};
}

bool applies(const Rule& rule, const Profile& profile)
{
    return rule.format == Format::any || (rule.format == Format::adult_social_care) == profile.of_adult_social_care;
}

std::vector<Rule> all_staff_rules()
{
    std::vector<Rule> all;
    add_rules(all, rules_of_the_file());
    add_rules(all, rules_of_the_sheet());
    for (auto rules : tables_of_row_rules(kith_staff_profile())) add_rules(all, rules);
    add_rules(all, rules_of_facts());
    add_rules(all, row_rules_of_training());
    for (auto rules : tables_across_rows(kith_staff_profile())) add_rules(all, rules);
    add_rules(all, rules_against_the_register());
    return all;
}

std::string message_of(const Rule& rule, std::string_view detail)
{
    std::string message{rule.words};
    if (auto at = message.find("{}"); at != message.npos) message.replace(at, 2, detail);
    return message;
}

}  // namespace kith::intake
