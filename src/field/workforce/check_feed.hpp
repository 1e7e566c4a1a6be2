#pragma once
// The counts of the record of checks by place, kept from one view to the next: worked out for everyone once a day, and again for the organisations
// whose records a later change set touched. Holds counts, and nobody. Private to the room.
#include "db/transaction.hpp"
#include "packs/packs.hpp"
#include "workforce/check_counts.hpp"
#include "workforce/check_store.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace kith::workforce {

/// The line of one person: what the checks recorded say of the work.
CheckRecord record_for(const CheckedPerson& person, const packs::Packs& packs);

class CheckFeed {
public:
    using Places = std::map<std::optional<SettingId>, CheckCounts>;  ///< of one organisation; no setting: where none is reported
    using Counts = std::map<OrganisationId, std::shared_ptr<const Places>>;

    explicit CheckFeed(std::shared_ptr<const packs::Packs> packs) : packs_(std::move(packs)) {}

    /// By organisation, at least as new as what `reader` sees. One statement where nothing has changed since and the day is the same; four more
    /// where something has.
    std::shared_ptr<const Counts> up_to_date(db::Reader& reader, Date today);

private:
    std::shared_ptr<const packs::Packs> packs_;
    std::mutex building_;  // one builds, the others wait for it
    std::shared_ptr<const Counts> counts_;
    std::int64_t change_set_ = 0;
    std::optional<Date> day_;
};

}  // namespace kith::workforce
