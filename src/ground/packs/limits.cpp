#include "packs/limits.hpp"

#include <algorithm>
#include <stdexcept>

namespace kith::packs {

Limits::Limits(std::string id, std::string title, std::string source, Date dated, std::vector<Limit> limits, std::vector<Choice> choices)
    : id_(std::move(id)), title_(std::move(title)), source_(std::move(source)), dated_(dated), limits_(std::move(limits)), choices_(std::move(choices))
{
}

const Limit& Limits::limit(std::string_view name) const
{
    auto found = std::ranges::find(limits_, name, &Limit::name);
    if (found == limits_.end()) throw std::out_of_range("no limit " + std::string{name} + " in " + id_);
    return *found;
}

std::string_view Limits::choice(std::string_view name) const
{
    auto found = std::ranges::find(choices_, name, &Choice::name);
    return found == choices_.end() ? std::string_view{} : std::string_view{found->value};
}

}  // namespace kith::packs
