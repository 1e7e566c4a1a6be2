#include "intake/elsewhere_feed.hpp"

#include "workforce/elsewhere_register.hpp"

#include <algorithm>

namespace kith::intake {

Elsewhere elsewhere_for(db::Reader& reader, const StaffFile& file, const std::vector<std::uint32_t>& rows, partnership::OrganisationId organisation,
                        const workforce::NumberKeeper& numbers)
{
    Elsewhere elsewhere;
    if (!numbers.blind_index) return elsewhere;
    std::vector<std::pair<std::uint32_t, db::Bytes>> asked;
    for (const auto at : rows) {
        const auto& row = file.rows[at];
        if (row.taken && row.national_insurance_number) asked.emplace_back(at, numbers.blind_index(*row.national_insurance_number));
    }
    std::vector<db::Bytes> indexes;
    for (const auto& [at, index] : asked) indexes.push_back(index);
    std::ranges::sort(indexes);
    indexes.erase(std::ranges::unique(indexes).begin(), indexes.end());
    const auto people = workforce::held_elsewhere(reader, organisation, indexes);
    if (people.empty()) return elsewhere;
    for (const auto& [at, index] : asked) {
        if (const auto found = people.find(index); found != people.end()) elsewhere.emplace(at, found->second);
    }
    return elsewhere;
}

}  // namespace kith::intake
