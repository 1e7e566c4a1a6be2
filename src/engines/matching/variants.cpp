#include "matching/variants.hpp"

#include <algorithm>

namespace kith::matching {

Variants::Variants(const std::vector<std::vector<std::string>>& groups)
{
    for (const auto& group : groups)
        for (const auto& name : group)
            if (auto& of_name = groups_of_[name]; std::ranges::find(of_name, group.front()) == of_name.end()) of_name.push_back(group.front());
}

std::uint64_t Variants::mark() const
{
    std::uint64_t sum = 0;
    for (const auto& [name, groups] : groups_of_) {
        std::uint64_t own = 0xcbf29ce484222325ULL;  // FNV-1a (Fowler, Noll and Vo)
        const auto take = [&](std::string_view text) {
            for (const unsigned char c : text) own = (own ^ c) * 0x100000001b3ULL;
        };
        take(name);
        for (const auto& group : groups) take("/"), take(group);
        sum += own;  // the order of a table's names does not matter
    }
    return sum;
}

const std::vector<std::string>& Variants::of(std::string_view folded) const
{
    static const std::vector<std::string> none;
    const auto found = groups_of_.find(folded);
    return found == groups_of_.end() ? none : found->second;
}

}  // namespace kith::matching
