#pragma once
// Which parts of a staff record one viewer sees. A record lies within somebody's reach by a role or by a sharing agreement; each part of it is
// then asked for by itself. Pages, history, export and search results ask this and nothing else. Pure.
#include "access/reach.hpp"
#include "workforce/record_history.hpp"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace kith::workforce {

/// The parts of a record besides who it is of (name, reference, organisation), which come with the record.
enum class Part : std::uint8_t {
    work,                ///< engagements and their terms, but for pay
    leaving,             ///< where someone came from, why they left and where they went
    qualifications,      ///< qualifications, professional statuses and registrations
    skills,              ///< skills and languages
    training,
    supervision,         ///< supervision and appraisal
    checks,
    birth_date,
    sex,
    equality,            ///< ethnicity and disability
    pay,                 ///< pay and pension
    national_insurance,
    absence,             ///< absence and the days lost to it
    history,             ///< what changed, when and by whom
};

struct PartRow {
    Part part;
    std::string_view name;                                ///< as stored in agreements: "qualifications"
    std::string_view label;                               ///< "Qualifications and registrations"
    std::optional<access::Permission> permission;         ///< its own, besides that of seeing the record; none: comes with the record
    bool may_be_shared;                                   ///< true where an agreement may name it
};
const std::array<PartRow, 14>& part_table();
std::optional<Part> part_named(std::string_view name);

/// A set of parts.
class Sight {
public:
    constexpr Sight() = default;
    constexpr Sight(std::initializer_list<Part> parts)
    {
        for (auto part : parts) add(part);
    }
    static Sight whole();
    constexpr bool sees(Part part) const { return (bits_ & bit(part)) != 0; }
    constexpr void add(Part part) { bits_ |= bit(part); }
    constexpr void add(const Sight& other) { bits_ |= other.bits_; }
    bool is_whole() const { return *this == whole(); }
    constexpr bool operator==(const Sight&) const = default;

private:
    static constexpr std::uint32_t bit(Part part) { return std::uint32_t{1} << static_cast<unsigned>(part); }
    std::uint32_t bits_ = 0;
};

/// One organisation's records as another may see them, by an agreement in force.
struct SharedRecords {
    OrganisationId owner;
    OrganisationId with;
    Sight parts;
};

/// Whose records one viewer sees in one act: those within reach of a role, and those shared with an organisation within that reach.
struct Whose {
    Whose(access::Reach within = {}, std::vector<SharedRecords> by_agreement = {}) : reach(std::move(within)), shared(std::move(by_agreement)) {}  // NOLINT: a reach alone is one
    access::Reach reach;
    std::vector<SharedRecords> shared;
};

/// What `viewer` sees of a record that stands at `subject`; nothing at all where neither reach nor agreement covers it. By an agreement a part
/// with a permission of its own is seen only by those who hold that permission in the organisation that it is shared with.
std::optional<Sight> sight_of(const access::Viewer& viewer, const Whose& whose, const access::Subject& subject);

/// Takes away what is not seen, so that whatever is made of the value afterwards cannot show it.
void veil(StaffRecord& record, const Sight& sight);
void veil(Engagement& engagement, const Sight& sight);
void veil(EngagementTerms& terms, const Sight& sight);
void veil(std::vector<HeldFact>& facts, const Sight& sight);
void veil(RecordVersions& versions, const Sight& sight);
/// The part of a record that a fact belongs to.
Part part_of(FactKind kind);

}  // namespace kith::workforce
