#include "packs/limits.hpp"

#include <algorithm>
#include <stdexcept>

namespace kith::packs {

Limits::Limits(std::string id, std::string title, std::string source, Date dated, std::vector<Limit> limits)
    : id_(std::move(id)), title_(std::move(title)), source_(std::move(source)), dated_(dated), limits_(std::move(limits))
{
}

const Limit& Limits::limit(std::string_view name) const
{
    auto found = std::ranges::find(limits_, name, &Limit::name);
    if (found == limits_.end()) throw std::out_of_range("no limit " + std::string{name} + " in " + id_);
    return *found;
}

}  // namespace kith::packs
