#pragma once
// Keeps the tally in step with the register: before each answer it reads the last change set and applies what it lacks. One for the house,
// used by every thread; who asks gets a snapshot that no later change touches.
#include "db/transaction.hpp"
#include "identity/claim.hpp"
#include "tally/facts.hpp"
#include "tally/table.hpp"
#include "workforce/staff_record.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>

namespace kith::workforce {

/// What one organisation has recorded.
struct OrganisationState {
    std::int64_t records = 0;       ///< current staff records; an organisation with none has not handed in
    std::optional<Instant> last_at; ///< when its staff records were last changed
    bool operator==(const OrganisationState&) const = default;
};

/// Work that was wanted, as figures need it.
struct TalliedVacancy {
    OrganisationId organisation;
    std::optional<SettingId> setting;
    std::optional<LocalityId> locality;  ///< its own, or where it names none of its setting
    std::string role;                    ///< as it counts, like that of a stretch of work
    std::string sector;
    std::string contract;
    std::optional<Fte> fte;
    Date from;
    std::optional<Date> to;              ///< the last day on which nobody did it
    bool is_filled = false;              ///< somebody came; false: it still stands open, or was given up
    std::string hard_to_fill;
};

/// The tally as of one change set. Of the tally's numbers `fte` is in thousandths, `hours` a week in hundredths, `pay` in pence for the
/// column pay_period, `caseload` in children or families, `born` and `started` (the engagement) days.
struct Snapshot {
    tally::Table table;
    tally::Facts facts;  ///< kinds are those of FactKind; a code that Kith's own list of its kind lacks stands as "list:code"
    std::vector<TalliedVacancy> vacancies;
    std::int64_t change_set = 0;
    std::unordered_map<OrganisationId, OrganisationState> organisations;
    std::set<std::string> role_lists;  ///< the code lists that roles were reported by
};

/// What a reported role counts as. Sector and breadth stand in where a return reports none of its own.
struct MappedRole {
    std::string role;     ///< of Kith's list; empty where nothing answers it, and then it counts under its own "list:code"
    std::string sector;   ///< the role's own, by the packs
    std::string breadth;  ///< "core" or "wider", by the packs
};

/// What a role reported as `code` of `list` counts as.
using RoleMapping = std::function<MappedRole(std::string_view list, std::string_view code)>;

/// The text under which a place stands in the tally's dictionaries.
template <class Tag>
std::string tally_text(Id<Tag> id)
{
    return id.is_set() ? std::to_string(id.value()) : std::string{};
}

class TallyFeed {
public:
    explicit TallyFeed(RoleMapping roles, identity::Joiner joiner = identity::joined_by_identifiers) : roles_(std::move(roles)), joiner_(std::move(joiner)) {}

    /// A snapshot that holds at least what `reader` sees. One statement where nothing has changed since.
    std::shared_ptr<const Snapshot> up_to_date(db::Reader& reader);
    /// The tally as the register knew it when `change_set` had been made, whatever was learnt since; loaded whole, and the last few kept. What
    /// was erased since is not in it.
    std::shared_ptr<const Snapshot> as_known_at(db::Reader& reader, std::int64_t change_set);
    /// How often the whole was loaded and how often only what had changed: for tests and the log.
    std::int64_t whole_loads() const { return whole_loads_; }
    std::int64_t part_loads() const { return part_loads_; }

private:
    std::shared_ptr<const Snapshot> current() const;
    std::shared_ptr<const Snapshot> load_whole(db::Reader& reader, std::int64_t change_set, bool as_it_stands);
    std::shared_ptr<const Snapshot> load_part(db::Reader& reader, const Snapshot& before, std::int64_t change_set);

    RoleMapping roles_;
    identity::Joiner joiner_;
    mutable std::mutex swap_;   // held for the exchange of a pointer only
    std::mutex building_;       // one builds, the others wait for it
    std::shared_ptr<const Snapshot> snapshot_;
    std::vector<std::shared_ptr<const Snapshot>> earlier_;  // the last used last
    std::int64_t earlier_erasure_ = 0;                      // the last one that had been made when they were loaded
    std::int64_t whole_loads_ = 0;
    std::int64_t part_loads_ = 0;
};

}  // namespace kith::workforce
