#pragma once
// THE access decision. Pages, exports, searches, counts and the API all ask reach() and filter by what it answers; nothing else
// in Kith decides who may see what.
#include "access/permission.hpp"
#include "access/viewer.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::access {

/// Where one thing stands: what must lie within reach for it to be seen. A thing without any of these belongs to the whole area.
struct Subject {
    std::optional<OrganisationId> organisation;  ///< the organisation that owns it
    std::vector<LocalityId> localities;          ///< the localities it works in
    std::optional<StaffRecordId> staff_record;   ///< the staff record that it is or belongs to
};

/// What a query is filtered on: for each kind of key a column ("r.organisation_id"), or a condition with "{}" where the list of ids
/// goes ("r.id IN (... WHERE locality_id IN ({}))"). Left empty, reach of that kind finds nothing in this query.
struct ReachColumns {
    std::string organisation;
    std::string locality;
    std::string staff_record;
};

/// What one viewer may do one act to: nothing, everything, or what lies in these lists.
class Reach {
public:
    Reach() = default;  ///< nothing
    static Reach everything();
    static Reach within(std::vector<OrganisationId> organisations, std::vector<LocalityId> localities = {},
                        std::vector<StaffRecordId> staff_records = {});

    bool is_everything() const { return everything_; }
    bool is_nothing() const { return !everything_ && organisations_.empty() && localities_.empty() && staff_records_.empty(); }
    /// Sorted, each once; empty where is_everything().
    const std::vector<OrganisationId>& organisations() const { return organisations_; }
    const std::vector<LocalityId>& localities() const { return localities_; }
    const std::vector<StaffRecordId>& staff_records() const { return staff_records_; }

    /// True where `subject` lies within reach. What is not covered is answered as not found.
    bool covers(const Subject& subject) const;
    bool covers(OrganisationId organisation) const { return covers(Subject{.organisation = organisation}); }
    bool covers(StaffRecordId record) const { return covers(Subject{.staff_record = record}); }

    /// The same decision as an SQL condition in brackets, for list, search, count and export: "(1 = 1)" for everything, "(1 = 0)"
    /// for nothing. Holds only integers and the column texts given.
    std::string where(const ReachColumns& columns) const;

    bool operator==(const Reach&) const = default;

private:
    bool everything_ = false;
    std::vector<OrganisationId> organisations_;
    std::vector<LocalityId> localities_;
    std::vector<StaffRecordId> staff_records_;
};

/// What `viewer` may do `permission` to: the union over the grants that fit and whose role holds it.
Reach reach(const Viewer& viewer, Permission permission);

}  // namespace kith::access
