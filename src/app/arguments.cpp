#include "app/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace kith::app {

Result<Arguments> Arguments::read(const std::vector<std::string>& words, const Accepts& accepts)
{
    Arguments arguments;
    bool only_words = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string_view word = words[i];
        if (only_words || !word.starts_with("--")) {
            arguments.words_.emplace_back(word);
            continue;
        }
        if (word == "--") {
            only_words = true;
            continue;
        }
        auto equals = word.find('=');
        auto name = word.substr(2, equals == word.npos ? word.npos : equals - 2);
        if (std::ranges::find(accepts.switches, name) != accepts.switches.end() && equals == word.npos) {
            arguments.switches_.emplace(name, true);
        } else if (std::ranges::find(accepts.options, name) != accepts.options.end()) {
            if (equals == word.npos && i + 1 == words.size()) return unacceptable(std::string{name}, fmt::format("--{} needs a value after it", name));
            arguments.options_[std::string{name}] = equals == word.npos ? words[++i] : std::string{word.substr(equals + 1)};
        } else {
            return unacceptable(std::string{name}, fmt::format("--{} is not an option here", name));
        }
    }
    if (arguments.words_.size() < accepts.least) return unacceptable({}, "Something is missing");
    if (arguments.words_.size() > accepts.most) return unacceptable({}, fmt::format("\"{}\" is one word too many", arguments.words_[accepts.most]));
    return arguments;
}

std::optional<std::string> Arguments::option(std::string_view name) const
{
    auto found = options_.find(name);
    return found == options_.end() ? std::nullopt : std::optional{found->second};
}

Result<std::int64_t> Arguments::number(std::string_view name, std::int64_t otherwise, std::int64_t most) const
{
    const auto given = option(name);
    if (!given) return otherwise;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(given->data(), given->data() + given->size(), number);
    if (error != std::errc{} || end != given->data() + given->size() || number < 1 || number > most) return unacceptable(std::string{name}, fmt::format("--{} takes a whole number from 1 to {}", name, most));
    return number;
}

}  // namespace kith::app
