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
#include "workforce/staff_fact.hpp"

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
    std::string sex{};         ///< code of the list sex; empty: not reported
    std::string ethnicity{};   ///< code of the list ethnicities
    std::string disability{};  ///< code of the list disability
    bool operator==(const StaffRecord&) const = default;
};

/// One stretch of work for the organisation, from start to end. What is done in it, and how much, are its terms.
struct Engagement {
    std::string reference;  ///< unique within the staff record, never empty
    Date started_on;
    std::optional<Date> ended_on;  ///< last day; none while it runs on
    std::string origin{};              ///< where the person came from: code of the list starter_origins; empty: not reported
    std::string reason_for_leaving{};  ///< code of the list leaving_reasons
    std::string destination{};         ///< where the person went: code of the list leaver_destinations
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
    std::optional<int> hours{};     ///< contracted hours a week, in hundredths of an hour: 3700 is 37
    std::string pattern{};          ///< codes of the list working_patterns, joined by ";"
    std::optional<Pence> pay{};     ///< gross, for the whole of `pay_period`, as paid and not as for full time
    std::string pay_period{};       ///< "year" or "hour"; empty where no pay was reported
    std::string terms_set{};        ///< code of the list terms_sets
    std::string pension_scheme{};   ///< code of the list pension_schemes
    std::string manager{};          ///< staff reference of the manager, in the same organisation
    std::optional<int> caseload{};  ///< children or families allocated
    std::string seconded_from{};    ///< the employer someone was lent by: an organisation's code, or its name in words
    std::string seconded_to{};      ///< the body someone was lent to, likewise
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
    std::vector<HeldFact> facts{};            ///< by kind, then by code, then by day
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
    std::vector<Fact> facts{};
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
    struct AddedFact {
        StaffRecordId record;
        Fact fact;
    };
    struct ChangedFact {
        FactId id;
        StaffRecordId record;
        Fact fact;  ///< as it will stand, whole
    };

    std::vector<NewStaffRecord> new_records;
    std::vector<ChangedRecord> changed_records;
    std::vector<AddedEngagement> new_engagements;
    std::vector<ChangedEngagement> changed_engagements;
    std::vector<AddedTerms> new_terms;
    std::vector<ChangedTerms> changed_terms;
    std::vector<TermsId> removed_terms;
    std::vector<AddedFact> added_facts{};
    std::vector<ChangedFact> changed_facts{};
    std::vector<FactId> ended_facts{};

    /// True where carrying it out would write nothing.
    bool is_empty() const
    {
        return new_records.empty() && changed_records.empty() && new_engagements.empty() && changed_engagements.empty()
            && new_terms.empty() && changed_terms.empty() && removed_terms.empty()
            && added_facts.empty() && changed_facts.empty() && ended_facts.empty();
    }
};

}  // namespace kith::workforce
