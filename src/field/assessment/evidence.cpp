#include "assessment/evidence.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace kith::assessment {

const std::vector<NamedChoice<Bearing>>& bearings()
{
    static const std::vector<NamedChoice<Bearing>> all{{Bearing::speaks_for, "for", "Speaks for it"}, {Bearing::against, "against", "Speaks against it"}, {Bearing::both, "both", "Speaks both for and against"}};
    return all;
}

const std::vector<NamedChoice<Strength>>& strengths()
{
    static const std::vector<NamedChoice<Strength>> all{{Strength::strong, "strong", "Strong"}, {Strength::some, "some", "Some"}, {Strength::weak, "weak", "Weak"}};
    return all;
}

const std::vector<NamedChoice<Confidentiality>>& confidentialities()
{
    static const std::vector<NamedChoice<Confidentiality>> all{{Confidentiality::open, "open", "Open: may stand in a report for anyone"},
                                                               {Confidentiality::partners, "partners", "Partners only"},
                                                               {Confidentiality::confidential, "confidential", "Confidential: only those who run campaigns"}};
    return all;
}

const std::vector<NamedChoice<EvidenceKind>>& evidence_kinds()
{
    static const std::vector<NamedChoice<EvidenceKind>> all{{EvidenceKind::document, "document", "Document"},
                                                            {EvidenceKind::judgement, "judgement", "External judgement"},
                                                            {EvidenceKind::recommendation, "recommendation", "Recommendation of an inspection or peer review"},
                                                            {EvidenceKind::figure, "figure", "Figure of the profile"},
                                                            {EvidenceKind::said, "said", "What people say"}};
    return all;
}

bool can_be_pinned(std::string_view path)
{
    static constexpr std::array<std::string_view, 4> pages{"/profile", "/who-works-here", "/measures", "/scorecards"};
    if (path.find("..") != std::string_view::npos || path.find("//") != std::string_view::npos || path.find_first_of(" \t\r\n\\") != std::string_view::npos) return false;
    return std::ranges::any_of(pages, [&](std::string_view page) { return path.starts_with(page) && (path.size() == page.size() || path[page.size()] == '/' || path[page.size()] == '?'); });
}

std::vector<Problem> problems_of(const Evidence& evidence, Date today)
{
    std::vector<Problem> problems;
    check_words(problems, "title", "A title", evidence.title, longest_line, true);
    check_words(problems, "shows", "What it shows", evidence.shows, longest_words, true);
    check_words(problems, "source", "The source", evidence.source, longest_line, false);
    if (evidence.dated_on && today < *evidence.dated_on) problems.push_back({.field = "dated_on", .message = "The date must be today or before"});
    if (evidence.kind != EvidenceKind::figure) return problems;
    if (!evidence.figure || !can_be_pinned(evidence.figure->path)) problems.push_back({.field = "figure_path", .message = "Enter the address of a page of figures in this house, such as /profile/people"});
    else check_words(problems, "figure_path", "The address", evidence.figure->path, longest_line, true);
    check_words(problems, "figure_value", "What the figure says", evidence.figure ? evidence.figure->value : "", longest_line, true);
    if (evidence.figure && today < evidence.figure->as_of) problems.push_back({.field = "figure_as_of", .message = "The day of the figure must be today or before"});
    return problems;
}

std::vector<Evidence> seen_up_to(std::vector<Evidence> all, Confidentiality most)
{
    std::erase_if(all, [&](const Evidence& evidence) { return evidence.confidentiality > most; });
    return all;
}

figures::Reference reference_to(const Evidence& evidence)
{
    return {.kind = "assessment.evidence", .id = evidence.public_id.text(), .pinned = {}};
}

}  // namespace kith::assessment
