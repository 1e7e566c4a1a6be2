#pragma once
// What an organisation reports of one person: the staff record it owns, its engagements, and their dated terms. Plain values: no SQL,
// no pages. A staff record is not a worker: who is the same person across organisations is decided elsewhere.
#include "access/ids.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/national_insurance_number.hpp"
#include "base/personal.hpp"
#include "base/quantity.hpp"
#include "partnership/organisation.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::workforce {

using access::LocalityId;
using access::OrganisationId;
using access::StaffRecordId;
using partnership::SettingId;
using EngagementId = Id<struct EngagementTag>;
using TermsId = Id<struct TermsTag>;

using PersonName = Personal<struct PersonNameTag>;
using DateOfBirth = Personal<struct DateOfBirthTag, Date>;

/// A record as reported. Identity is (organisation, reference): the same reference from the same organisation is the same record.
struct StaffRecord {
    std::string reference;  ///< the organisation's own, never empty
    PersonName given_name;
    PersonName family_name;
    std::optional<DateOfBirth> birth_date;
    std::optional<NationalInsuranceNumber> national_insurance;
    bool operator==(const StaffRecord&) const = default;
};

/// One stretch of work for the organisation, from start to end. What is done in it, and how much, are its terms.
struct Engagement {
    std::string reference;  ///< unique within the staff record, never empty
    Date started_on;
    std::optional<Date> ended_on;  ///< last day; none while it runs on
    bool operator==(const Engagement&) const = default;
};

/// How an engagement is referred to that its organisation gives no reference: this and the day it starts, "from-2019-04-01".
inline constexpr std::string_view unreferenced_engagement = "from-";

/// "Engagement E7", or "Engagement" where its organisation gave it no reference: people are not shown what Kith made up.
inline std::string called(const Engagement& engagement)
{
    return engagement.reference.starts_with(unreferenced_engagement) ? "Engagement" : "Engagement " + engagement.reference;
}

/// What holds within an engagement from a day until the next terms' day or the engagement's end. Codes stand as reported; mappings are
/// applied when asked. The first terms of an engagement hold from its start, whatever their own day.
struct EngagementTerms {
    Date from_on;
    std::optional<SettingId> setting;
    std::optional<LocalityId> locality;
    std::string role_list;  ///< the code list that `role_code` is of
    std::string role_code;
    std::string sector;
    std::string breadth;   ///< "core", "wider", or empty where not reported
    std::string contract;  ///< code of the kind of contract, or empty
    std::optional<Fte> fte;
    bool operator==(const EngagementTerms&) const = default;
};

/// What the register holds of an organisation, for the difference: everything current, with the keys that a plan names.
struct HeldTerms {
    TermsId id;
    EngagementTerms terms;
};

struct HeldEngagement {
    EngagementId id;
    Engagement engagement;
    std::vector<HeldTerms> terms;  ///< by day
};

struct HeldStaffRecord {
    StaffRecordId id;
    StaffRecord record;
    std::vector<HeldEngagement> engagements;  ///< by start
};

struct RegisterView {
    OrganisationId organisation;
    std::vector<HeldStaffRecord> records;  ///< by reference
    bool secrets_readable = true;          ///< false: no key at hand, so that no record shows the National Insurance number it may hold
};

/// What to write so that the register holds what a return says. Made by a pure difference, carried out by staff_register.
struct NewEngagement {
    Engagement engagement;
    std::vector<EngagementTerms> terms;
};

struct NewStaffRecord {
    StaffRecord record;
    std::vector<NewEngagement> engagements;
};

struct Plan {
    OrganisationId organisation;

    struct ChangedRecord {
        StaffRecordId id;
        StaffRecord record;  ///< as it will stand, whole
    };
    struct AddedEngagement {
        StaffRecordId record;
        NewEngagement added;
    };
    struct ChangedEngagement {
        EngagementId id;
        StaffRecordId record;
        Engagement engagement;  ///< as it will stand, whole; an end is a change
    };
    struct AddedTerms {
        EngagementId engagement;
        EngagementTerms terms;
    };
    struct ChangedTerms {
        TermsId id;
        EngagementId engagement;
        EngagementTerms terms;  ///< as they will stand, whole
    };

    std::vector<NewStaffRecord> new_records;
    std::vector<ChangedRecord> changed_records;
    std::vector<AddedEngagement> new_engagements;
    std::vector<ChangedEngagement> changed_engagements;
    std::vector<AddedTerms> new_terms;
    std::vector<ChangedTerms> changed_terms;
    std::vector<TermsId> removed_terms;

    /// True where carrying it out would write nothing.
    bool is_empty() const
    {
        return new_records.empty() && changed_records.empty() && new_engagements.empty() && changed_engagements.empty()
            && new_terms.empty() && changed_terms.empty() && removed_terms.empty();
    }
};

}  // namespace kith::workforce
