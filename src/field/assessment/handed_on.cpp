#include "assessment/handed_on.hpp"

namespace kith::assessment {

const std::vector<NamedChoice<HandState>>& hand_states()
{
    static const std::vector<NamedChoice<HandState>> all{{HandState::waiting, "waiting", "Not taken up yet"}, {HandState::taken_up, "taken_up", "Taken up"}, {HandState::given_back, "given_back", "Given back"}};
    return all;
}

std::vector<Problem> problems_of(const HandedOn& handed, Date today)
{
    std::vector<Problem> problems;
    if (!handed.to.is_set()) problems.push_back({.field = "to", .message = "Choose to whom it is handed"});
    if (handed.due_on < today) problems.push_back({.field = "due_on", .message = "The day by which they are to answer must be today or later"});
    check_words(problems, "words", "What you say to them", handed.words, longest_words, false);
    return problems;
}

std::vector<Problem> problems_of_answer(const HandedOn& handed)
{
    std::vector<Problem> problems;
    if (handed.state == HandState::waiting) problems.push_back({.field = "state", .message = "Choose whether you take it up or give it back"});
    else check_words(problems, "answer", handed.state == HandState::taken_up ? "What you will do about it" : "Why you give it back", handed.answer, longest_words, true);
    return problems;
}

}  // namespace kith::assessment
