#include "consultation/consultation.hpp"

#include "base/text.hpp"

namespace kith::consultation {

const std::vector<NamedChoice<Audience>>& audiences()
{
    static const std::vector<NamedChoice<Audience>> all{{Audience::open, "open", "Everyone: it is listed for the public"}, {Audience::groups, "groups", "Named groups: they are sent an address"}};
    return all;
}

const std::vector<NamedChoice<Voice>>& voices()
{
    static const std::vector<NamedChoice<Voice>> all{{Voice::child, "child", "A child or young person"}, {Voice::parent, "parent", "A parent or carer"}, {Voice::works, "works", "Someone who works with children"}, {Voice::organisation, "organisation", "An organisation"},
                                                     {Voice::other, "other", "Someone else"}};
    return all;
}

std::vector<Problem> problems_of(const Consultation& consultation)
{
    std::vector<Problem> problems;
    check_words(problems, "name", "The name", consultation.name, longest_line, true);
    check_words(problems, "words", "What is asked", consultation.words, longest_words, true);
    check_words(problems, "groups", "Who is asked", consultation.groups, longest_words, consultation.audience == Audience::groups);
    if (consultation.closes_on < consultation.opens_on) problems.push_back({.field = "closes_on", .message = "The last day must not be before the first"});
    return problems;
}

std::string closed_because(const Consultation& consultation, strategy::PlanState plan, Date today)
{
    if (plan == strategy::PlanState::draft) return "The draft was taken back to be worked on.";
    if (plan != strategy::PlanState::consultation) return "The plan is approved: its text does not change any more.";
    if (today < consultation.opens_on) return "It opens on " + consultation.opens_on.in_words() + ".";
    if (consultation.closes_on < today) return "It closed on " + consultation.closes_on.in_words() + ".";
    return {};
}

std::vector<Problem> problems_of(const Comment& comment)
{
    std::vector<Problem> problems;
    check_words(problems, "comment", "Your comment", comment.words, longest_words, true);
    return problems;
}

std::vector<std::pair<std::string, std::string>> sections_of(const std::vector<strategy::Part>& parts)
{
    std::vector<std::pair<std::string, std::string>> sections{{"whole", "The whole plan"}, {"vision", "The vision"}, {"objectives", "Outcomes, objectives and priorities"}};
    for (const auto* theme : strategy::parts_of_kind(parts, strategy::PartKind::theme)) sections.emplace_back(theme->public_id.text(), theme->called());
    return sections;
}

std::vector<Problem> problems_of(const Answer& answer)
{
    std::vector<Problem> problems;
    check_words(problems, "said", "What was said", answer.said, longest_words, true);
    check_words(problems, "did", "What was done", answer.did, longest_words, true);
    return problems;
}

figures::Reference reference_to(const Answer& answer) { return {.kind = "consultation.answer", .id = answer.public_id.text(), .pinned = {}}; }

}  // namespace kith::consultation
