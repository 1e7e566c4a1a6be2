#pragma once
// A correction that someone asks for of what is held about them: what it is about, what they say, and how the organisation answers. Pure.
#include "access/ids.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::retention {

using CorrectionId = Id<struct CorrectionTag>;

enum class CorrectionState {
    asked,     ///< waits for the organisation
    done,      ///< the record was put right
    declined,  ///< the organisation says why it stays as it is
};
std::string_view id_of(CorrectionState state);
std::optional<CorrectionState> correction_state(std::string_view id);
/// "Waiting for an answer", for tags.
std::string_view words_of(CorrectionState state);

struct Correction {
    CorrectionId id;
    PublicId public_id;
    access::OrganisationId organisation;
    access::StaffRecordId record;
    Date asked_on;
    access::AccountId asked_by;
    std::string about;  ///< id of a Topic
    std::string words;
    CorrectionState state = CorrectionState::asked;
    std::optional<Date> answered_on;
    std::optional<access::AccountId> answered_by;
    std::string answer;
};

/// What a correction may be about.
struct Topic {
    std::string_view id;
    std::string_view title;
};
const std::vector<Topic>& topics();
std::string title_of_topic(std::string_view id);

/// One month to answer: UK GDPR, article 12(3).
Date answer_due(Date asked_on);

/// What stands in the way of what the form says: problems in "about" and "words"; none where it is in order.
std::vector<Problem> problems_of_asked(const Correction& correction);
/// The correction answered, or what stands in its way: problems in "state" and "answer"; a conflict where it was answered before.
Result<Correction> answered(Correction correction, std::optional<CorrectionState> state, std::string answer, access::AccountId by, Date today);

}  // namespace kith::retention
