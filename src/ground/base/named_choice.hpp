#pragma once
// A fixed list of choices: how each is kept and how pages say it. For enumerations whose values run from 0 in the order of the list.
#include <optional>
#include <string_view>
#include <vector>

namespace kith {

/// A value as it is kept, with how the page says it.
template <class Value>
struct NamedChoice {
    Value value;
    std::string_view name, words;
};

/// The value kept under that name; none where no choice is.
template <class Value>
std::optional<Value> choice_named(const std::vector<NamedChoice<Value>>& choices, std::string_view name)
{
    for (const auto& choice : choices)
        if (choice.name == name) return choice.value;
    return std::nullopt;
}

template <class Value>
const NamedChoice<Value>& choice_of(const std::vector<NamedChoice<Value>>& choices, Value value)
{
    return choices.at(static_cast<std::size_t>(value));
}

}  // namespace kith
