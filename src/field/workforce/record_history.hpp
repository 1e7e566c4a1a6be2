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

/// Every version there ever was of a record, its engagements and their terms, oldest first.
struct RecordVersions {
    std::vector<Version<StaffRecord>> records;
    std::vector<Version<Engagement>> engagements;
    std::vector<Version<EngagementTerms>> terms;
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
};

/// Newest first.
std::vector<RecordEvent> history_of(const RecordVersions& versions, const RecordWords& words);

}  // namespace kith::workforce
