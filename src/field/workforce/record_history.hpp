#pragma once
// What happened to one staff record, change set by change set, in words. Pure: versions in, events out.
#include "workforce/staff_record.hpp"

#include <functional>
#include <string>
#include <vector>

namespace kith::workforce {

/// One version of a register row: which set made it and which ended it.
template <class T>
struct Version {
    std::int64_t id = 0;
    std::int64_t made_by = 0;
    std::optional<std::int64_t> ended_by;
    T value;
};

/// Every version there ever was of a record, its engagements, their terms and its facts, oldest first.
struct RecordVersions {
    std::vector<Version<StaffRecord>> records;
    std::vector<Version<Engagement>> engagements;
    std::vector<Version<EngagementTerms>> terms;
    std::vector<Version<Fact>> facts{};
};

struct RecordEvent {
    std::int64_t change_set = 0;
    std::vector<std::string> changes;  ///< "Family name changed", "FTE 0.6 became 0.8 (terms from 1 January 2025)"
};

/// How codes and places are called in the words.
struct RecordWords {
    std::function<std::string(const EngagementTerms&)> role;
    std::function<std::string(std::string_view sector)> sector;
    std::function<std::string(std::string_view contract)> contract;
    std::function<std::string(SettingId)> setting;
    std::function<std::string(LocalityId)> locality;
    /// Of any other list: the label, or the code where the list does not know it.
    std::function<std::string(std::string_view list, std::string_view code)> label{};
    std::function<std::string(SettingId)> setting_locality{};  ///< the name of the locality that a setting stands in; empty where not known
};

/// Hundredths of an hour as people write them: 3700 is "37", 3725 "37.25", 3750 "37.5".
std::string hours_text(int hundredths);
/// "£24,500 a year", "£12.34 an hour"; nothing where no pay is known.
std::string pay_words(const EngagementTerms& terms);
/// "Evenings, Weekends": the codes of a working pattern in words.
std::string pattern_words(std::string_view pattern, const RecordWords& words);
/// What a fact is called: "Training: Safeguarding, level 2, 3 May 2026".
std::string fact_words(const Fact& fact, const RecordWords& words);

/// Newest first. `nothing` stands where a change set changed none of what the versions show.
std::vector<RecordEvent> history_of(const RecordVersions& versions, const RecordWords& words,
                                    std::string_view nothing = "Reported again without change");

}  // namespace kith::workforce
