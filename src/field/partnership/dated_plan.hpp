#pragma once
// What taking one of the dated files would write, compared with what is held. Pure: no SQL, no pages. A value that a file leaves empty stays
// as it stands; nothing ends because a file leaves it out.
#include "packs/packs.hpp"
#include "partnership/dated_file.hpp"
#include "partnership/organisation_file.hpp"
#include "partnership/register_number.hpp"

#include <functional>
#include <map>

namespace kith::partnership {

/// What the register holds that the files are compared with. Ids below nought stand for what is not in it yet.
struct HeldDated {
    HeldPartnership places;
    std::vector<OrganisationLink> links;
    std::vector<RegisterNumber> numbers;
    std::map<std::string, Cluster> clusters;  ///< by code
    std::vector<ClusterSetting> cluster_settings;
    std::map<std::string, Team> teams;        ///< by code
    std::vector<TeamMember> members;
    std::vector<NamedLink> named_links;
    std::int64_t last_id = 0;                 ///< the last id given to what is not in the register yet
};

/// The staff record of that organisation's own reference; nothing where there is none.
using StaffFinder = std::function<std::optional<StaffRecordId>(OrganisationId, std::string_view reference)>;

/// Plans against what is held and, as it goes on, against what it has planned itself: so a row that contradicts an earlier row of the same
/// file is found out as one that contradicts the register is.
class DatedPlanner {
public:
    DatedPlanner(HeldDated held, const packs::Packs& packs, std::vector<FileFinding>& findings, DatedPlan& plan);

    void take(const LinkRow& row);
    void take(const NumberRow& row);
    void take(const ClusterRow& row);
    void take(const TeamRow& row);
    void take(const MemberRow& row, const StaffFinder& staff);
    void take(const NamedLinkRow& row, const StaffFinder& staff);
    const HeldDated& held() const { return held_; }

private:
    void find(std::int64_t line, std::string column, std::string rule, std::string message);
    /// The organisation of that code; a finding and nothing where there is none.
    const Organisation* organisation(std::int64_t line, std::string_view column, const std::string& code, const std::string& rule);
    const Setting* setting(std::int64_t line, const std::string& organisation, const std::string& code, const std::string& rule);
    std::optional<LocalityId> locality(std::int64_t line, const std::string& code, const std::string& rule);
    std::string code_in(std::string_view list, std::int64_t line, std::string_view column, const std::string& text, const std::string& rule);
    std::optional<StaffRecordId> record(std::int64_t line, const Organisation& employer, const std::string& reference, const StaffFinder& staff, const std::string& rule);
    const Cluster* cluster_for(const ClusterRow& row);
    /// Adds or changes `next` where `fits` lets it; `was` is what is held of it.
    template <class T>
    void plan(std::vector<T>& held, Planned<T>& planned, const T* was, T next, std::int64_t line, const std::string& rule, const std::string& written);

    HeldDated held_;
    const packs::Packs& packs_;
    std::vector<FileFinding>& findings_;
    DatedPlan& plan_;
};

}  // namespace kith::partnership
