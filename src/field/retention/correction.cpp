#include "retention/correction.hpp"

#include "base/text.hpp"
#include "retention/retention_rule.hpp"

#include <algorithm>
#include <array>

namespace kith::retention {

namespace {

constexpr std::size_t longest_words = 1000;

}  // namespace

std::string_view id_of(CorrectionState state)
{
    static constexpr std::array<std::string_view, 3> ids{"asked", "done", "declined"};
    return ids[static_cast<std::size_t>(state)];
}

std::optional<CorrectionState> correction_state(std::string_view id)
{
    for (auto state : {CorrectionState::asked, CorrectionState::done, CorrectionState::declined}) {
        if (id_of(state) == id) return state;
    }
    return std::nullopt;
}

std::string_view words_of(CorrectionState state)
{
    static constexpr std::array<std::string_view, 3> words{"Waiting for an answer", "Put right", "Stays as it is"};
    return words[static_cast<std::size_t>(state)];
}

const std::vector<Topic>& topics()
{
    static const std::vector<Topic> all{{"name", "Name"}, {"birth_date", "Date of birth"}, {"role", "Role, setting or locality"}, {"hours", "Hours, pay or contract"},
                                        {"dates", "Dates of starting or leaving"}, {"qualifications", "Qualifications, registrations or training"},
                                        {"checks", "Checks"}, {"equality", "Ethnicity or disability"}, {"other", "Something else"}};
    return all;
}

std::string title_of_topic(std::string_view id)
{
    const auto found = std::ranges::find(topics(), id, &Topic::id);
    return std::string{found == topics().end() ? id : found->title};
}

Date answer_due(Date asked_on)
{
    return months_later(asked_on, 1);
}

std::vector<Problem> problems_of_asked(const Correction& correction)
{
    std::vector<Problem> problems;
    const auto add = [&](std::string field, std::string message) { problems.push_back({ProblemKind::unacceptable, std::move(field), std::move(message)}); };
    if (std::ranges::find(topics(), correction.about, &Topic::id) == topics().end()) add("about", "Choose what is wrong");
    if (trimmed(correction.words).empty()) add("words", "Enter what it should say");
    if (length_in_characters(correction.words) > longest_words) add("words", "What it should say must be 1,000 characters or fewer");
    return problems;
}

Result<Correction> answered(Correction correction, std::optional<CorrectionState> state, std::string answer, access::AccountId by, Date today)
{
    if (correction.state != CorrectionState::asked) return conflict("This was answered already on " + correction.answered_on.value_or(today).in_words());
    if (!state || *state == CorrectionState::asked) return unacceptable("state", "Choose how you answer");
    if (*state == CorrectionState::declined && trimmed(answer).empty()) return unacceptable("answer", "Enter why the record stays as it is");
    if (length_in_characters(answer) > longest_words) return unacceptable("answer", "Your answer must be 1,000 characters or fewer");
    correction.state = *state;
    correction.answer = std::move(answer);
    correction.answered_by = by;
    correction.answered_on = today;
    return correction;
}

}  // namespace kith::retention
