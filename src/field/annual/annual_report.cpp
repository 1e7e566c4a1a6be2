#include "annual/annual_report.hpp"

#include <algorithm>

namespace kith::annual {

std::vector<Problem> problems_of(const AnnualReport& report, Date today)
{
    std::vector<Problem> problems;
    check_words(problems, "name", "The name", report.name, longest_line, true);
    if (today < report.as_of) problems.push_back({.field = "as_of", .message = "The day it is as of must be today or before"});
    if (report.as_of <= report.from) problems.push_back({.field = "from", .message = "The first day must be before the day it is as of"});
    return problems;
}

const std::vector<SectionAsked>& sections()
{
    static const std::vector<SectionAsked> all{{"summary", "In short", "What the year was about, for someone who reads no further"},
                                               {"progress", "What was done", "What is behind these actions, and what did not go as it should"},
                                               {"outcomes", "What it was for", "What children, families and staff notice of it"},
                                               {"measures", "What was measured", "What the figures do not say"},
                                               {"assessment", "How integrated the workforce is, then and now", "What partners make of it"},
                                               {"workforce", "The workforce, then and now", "What is behind these figures"},
                                               {"risks", "Risks", "What is done about the highest"},
                                               {"money", "Money", "What was bought with it"},
                                               {"decisions", "What was decided", ""},
                                               {"next", "Next year", "What comes first, and why"},
                                               {"source", "What the plan's own papers lack", ""}};
    return all;
}

const SectionAsked* find_section(std::string_view id)
{
    const auto found = std::ranges::find(sections(), id, &SectionAsked::id);
    return found == sections().end() ? nullptr : &*found;
}

}  // namespace kith::annual
