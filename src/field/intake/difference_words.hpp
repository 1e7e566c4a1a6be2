#pragma once
// A difference in words and counts, gathered while it is made. Samples name the person and what changes. Of what is seen by leave only (birth dates,
// numbers, pay, ethnicity, disability, checks, absence) and of a name they say that it changes, never from what or to what.
#include "intake/terms_merge.hpp"
#include "packs/packs.hpp"
#include "returns/kind.hpp"

#include <string>
#include <vector>

namespace kith::intake {

class DifferenceWords {
public:
    explicit DifferenceWords(const packs::Packs& packs) : packs_(packs) {}

    void added(const StaffRow& row, const workforce::NewStaffRecord& record);
    /// A person that the register holds; what follows until `end` is theirs.
    void begin(const StaffRow& row, const workforce::StaffRecord& held);
    void changed_record(const workforce::StaffRecord& before, const workforce::StaffRecord& after);
    void added_engagement(const StaffRow& row, const workforce::NewEngagement& added);
    void changed_engagement(const StaffRow& row, const workforce::Engagement& before, const workforce::Engagement& after);
    void changed_terms(const MergedTerms& terms);
    void added_fact(std::int64_t line, const workforce::Fact& fact);
    void changed_fact(std::int64_t line, const workforce::Fact& before, const workforce::Fact& after);
    void ended_fact(std::int64_t line, const workforce::Fact& fact);
    void end();

    /// The whole, `held` being how many records the register holds.
    returns::Difference difference(const workforce::Plan& plan, std::int64_t held) const;

private:
    std::string label_of(std::string_view list, std::string_view code) const;
    std::string words_for(const workforce::EngagementTerms& terms) const;
    std::string words_for(const workforce::Fact& fact) const;
    void say_changed(std::int64_t line, std::string words);
    /// One more under `heading`, of the person spoken of.
    void sample(returns::DifferenceHeading& heading, std::int64_t line, std::string words) const;

    const packs::Packs& packs_;
    returns::DifferenceHeading new_{"new", "New staff records", 0, "They are added", {}};
    returns::DifferenceHeading new_engagements_{"new_engagements", "New jobs of staff already held", 0, "They are added", {}};
    returns::DifferenceHeading changed_{"changed", "Changed staff records", 0, "What changed is added to their history", {}};
    returns::DifferenceHeading ended_{"ended", "Jobs that end", 0, "Their last day is recorded", {}};
    returns::DifferenceHeading new_facts_{"new_facts", "New facts of staff already held", 0, "They are added", {}};
    returns::DifferenceHeading changed_facts_{"changed_facts", "Changed facts", 0, "What changed is added to their history", {}};
    returns::DifferenceHeading ended_facts_{"ended_facts", "Facts that are so no more", 0, "They are ended, and stay in the history", {}};
    returns::DifferenceHeading unchanged_{"unchanged", "Unchanged staff records", 0, "Nothing happens to them", {}};
    std::int64_t in_file_and_held_ = 0;
    std::int64_t people_who_end_ = 0;

    std::string subject_;
    std::string name_;
    std::int64_t line_ = 0;
    bool person_changed_ = false;
    bool person_ends_ = false;
    bool person_added_to_ = false;
};

}  // namespace kith::intake
