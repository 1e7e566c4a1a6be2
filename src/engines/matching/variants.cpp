#include "matching/variants.hpp"

#include <algorithm>

namespace kith::matching {

Variants::Variants(const std::vector<std::vector<std::string>>& groups)
{
    for (const auto& group : groups)
        for (const auto& name : group)
            if (auto& of_name = groups_of_[name]; std::ranges::find(of_name, group.front()) == of_name.end()) of_name.push_back(group.front());
}

const std::vector<std::string>& Variants::of(std::string_view folded) const
{
    static const std::vector<std::string> none;
    const auto found = groups_of_.find(folded);
    return found == groups_of_.end() ? none : found->second;
}

}  // namespace kith::matching
