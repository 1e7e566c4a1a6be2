#include "intake/mapping_values.hpp"

#include "base/text.hpp"
#include "intake/value_names.hpp"

#include <algorithm>
#include <unordered_map>

namespace kith::intake {
namespace {
bool is_number(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The preset that most of the values are codes of: a mapping of the packs into this list. Plain numbers and ranks say too little.
const packs::Mapping* preset_for(const std::vector<CountedValue>& values, std::string_view list, const packs::Packs& packs)
{
    const packs::Mapping* best = nullptr;
    std::size_t most = values.size() / 2;
    for (const auto& [id, mapping] : packs.mappings()) {
        if (mapping.to != list) continue;
        const auto& from = packs.list(mapping.from);
        auto known = static_cast<std::size_t>(std::ranges::count_if(values, [&](const CountedValue& v) { return !is_number(v.value) && !is_rank(v.value) && from.recognise(v.value) != nullptr; }));
        if (known <= most) continue;
        most = known;
        best = &mapping;
    }
    return best;
}

ValueGuess from_preset(const packs::Mapping& preset, const packs::Packs& packs, std::string_view value)
{
    const auto& from = packs.list(preset.from);
    const auto* code = from.recognise(value);
    if (code == nullptr) return {};
    const auto answer = preset.apply(code->code);
    if (answer.empty()) return {{}, Certainty::none, code->label + ": nothing in Kith's list answers it"};
    return {std::string{answer}, Certainty::likely, code->label + ", from the list " + lower_ascii(from.title())};
}
}  // namespace

DistinctValues distinct_values(const files::CsvTable& table, std::size_t column, std::size_t most)
{
    std::unordered_map<std::string_view, std::int64_t> counts;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (auto text = table.cell(row, column); !text.empty()) ++counts[text];
    DistinctValues distinct{.values = {}, .different = static_cast<std::int64_t>(counts.size())};
    std::vector<std::pair<std::string_view, std::int64_t>> order(counts.begin(), counts.end());
    const auto kept = std::min(most, order.size());
    const auto before = [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; };
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(), before);
    for (std::size_t at = 0; at < kept; ++at) distinct.values.push_back({std::string{order[at].first}, order[at].second});
    return distinct;
}

std::vector<Choice> choices_for(const Target& target, const Surroundings& surroundings)
{
    std::vector<Choice> choices;
    if (target.shape == TargetShape::code) {
        for (const auto& code : surroundings.packs().list(target.list).codes()) choices.push_back({code.code, code.label});
    } else if (target.list == "settings") {
        for (const auto& setting : surroundings.settings())
            if (!surroundings.handed_in_for() || setting.organisation == *surroundings.handed_in_for()) choices.push_back({setting.code, setting.name});
    } else if (target.list == "localities") {
        for (const auto& locality : surroundings.localities()) choices.push_back({locality.code, locality.name});
    } else if (target.list == "organisations") {
        for (const auto& organisation : surroundings.organisations()) choices.push_back({organisation.code, organisation.name});
    }
    return choices;
}

std::vector<ValueGuess> guess_values(const std::vector<CountedValue>& values, const Target& target, const std::vector<Choice>& choices,
                                     const packs::Packs& packs)
{
    const auto* list = target.shape == TargetShape::code ? &packs.list(target.list) : nullptr;
    const ValueNames names{choices, list, packs};
    const auto* preset = list != nullptr ? preset_for(values, target.list, packs) : nullptr;
    std::vector<ValueGuess> guesses;
    for (const auto& value : values) {
        auto guess = names.guess(value.value);
        if (preset != nullptr && guess.certainty != Certainty::sure)
            if (auto preset_guess = from_preset(*preset, packs, value.value); !preset_guess.why.empty()) guess = std::move(preset_guess);
        guesses.push_back(std::move(guess));
    }
    return guesses;
}

}  // namespace kith::intake
