#include "assessment/priority.hpp"

#include "base/text.hpp"

namespace kith::assessment {

const std::vector<NamedChoice<PriorityKind>>& priority_kinds()
{
    static const std::vector<NamedChoice<PriorityKind>> all{{PriorityKind::priority, "priority", "Priority"}, {PriorityKind::recommendation, "recommendation", "Recommendation"}};
    return all;
}

const std::vector<NamedChoice<SupportState>>& support_states()
{
    static const std::vector<NamedChoice<SupportState>> all{
        {SupportState::asked, "asked", "Asked"}, {SupportState::promised, "promised", "Promised"}, {SupportState::given, "given", "Given"}, {SupportState::refused, "refused", "Refused"}};
    return all;
}

std::vector<Problem> problems_of(const Priority& priority)
{
    std::vector<Problem> problems;
    check_words(problems, "title", "A title", priority.title, longest_line, true);
    check_words(problems, "why", "Why", priority.why, longest_words, true);
    if (priority.place < 1 || priority.place > last_place) problems.push_back({.field = "place", .message = "Enter its place in the order, a whole number from 1 to " + std::to_string(last_place)});
    return problems;
}

figures::Reference reference_to(const Priority& priority)
{
    return {.kind = "assessment.priority", .id = priority.public_id.text(), .pinned = {}};
}

bool Support::is_overdue(Date today) const
{
    return (state == SupportState::asked || state == SupportState::promised) && due_on < today;
}

std::vector<Problem> problems_of(const Support& support, Date today)
{
    std::vector<Problem> problems;
    check_words(problems, "asked_of", "Of whom it is asked", support.asked_of, longest_line, true);
    check_words(problems, "what", "What is asked", support.what, longest_words, true);
    const bool promised = support.state == SupportState::promised;
    check_words(problems, "promised", "What was promised", support.promised, longest_words, promised);
    if (promised && !support.promised_on) problems.push_back({.field = "promised_on", .message = "Enter when it was promised"});
    if (support.promised_on && today < *support.promised_on) problems.push_back({.field = "promised_on", .message = "The day of the promise must be today or before"});
    check_words(problems, "outcome", "What came of it", support.outcome, longest_words, support.state == SupportState::given || support.state == SupportState::refused);
    return problems;
}

std::vector<Problem> problems_of(const ReportSending& sending, Date today)
{
    std::vector<Problem> problems;
    check_words(problems, "sent_to", "To whom it was sent", sending.sent_to, longest_line, true);
    if (today < sending.sent_on) problems.push_back({.field = "sent_on", .message = "The day must be today or before"});
    return problems;
}

}  // namespace kith::assessment
