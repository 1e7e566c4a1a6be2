#include "identity/claim.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kith::identity {

namespace {

/// Records that stand together, each under the least of them.
class Clusters {
public:
    std::int64_t root_of(std::int64_t record)
    {
        auto above = above_.try_emplace(record, record).first;
        while (above->second != above->first) above = above_.find(above->second);
        return above->first;
    }
    void join(std::int64_t one, std::int64_t other)
    {
        const auto first = root_of(one);
        const auto second = root_of(other);
        above_[std::max(first, second)] = std::min(first, second);
    }

private:
    std::unordered_map<std::int64_t, std::int64_t> above_;
};

}  // namespace

Joined joined_by_identifiers(const std::vector<Claim>& claims)
{
    Clusters clusters;
    std::unordered_map<std::string_view, std::int64_t> first_with;
    for (const auto& claim : claims) clusters.join(first_with.try_emplace(claim.identifier, claim.record).first->second, claim.record);

    std::map<std::int64_t, std::set<Date>> birth_dates;  // of each cluster
    for (const auto& claim : claims) {
        if (claim.birth_date) birth_dates[clusters.root_of(claim.record)].insert(*claim.birth_date);
    }
    Joined joined;
    for (const auto& claim : claims) {
        const auto person = clusters.root_of(claim.record);
        const auto found = birth_dates.find(person);
        const bool is_contradicted = found != birth_dates.end() && found->second.size() > 1;
        if (person != claim.record && !is_contradicted) joined.emplace(claim.record, person);
    }
    return joined;
}

}  // namespace kith::identity
