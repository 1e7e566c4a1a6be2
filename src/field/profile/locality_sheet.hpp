#pragma once
// The sheet of one locality for a meeting of its partnership: what the measures say, shortened to one side of paper, and three questions that follow from
// it. Pure.
#include "profile/measure.hpp"

#include <string>
#include <vector>

namespace kith::profile {

/// Questions to discuss, the three that matter most: each follows from a figure, which it names. Rules, in this order: training out of date for more than a
/// tenth; rules of settings not met; no evening cover; a role in which a fifth or more may retire within five years; a vacancy that has been open
/// for three months; turnover above a fifth; more people whose languages are not known than are. Kith's own; where none applies, what is missing most.
std::vector<std::string> questions_for(const Ground& ground);

/// The lines of a panel that a sheet has room for: label and words of the first column, and its unit beside it.
struct SheetList {
    std::string title;
    std::vector<std::pair<std::string, std::string>> lines;
    std::string more;   ///< "and 12 more", "none is reported"; empty where all are shown
};
SheetList sheet_list(const Panel& panel, std::string title, std::size_t most, std::size_t column = 0);

}  // namespace kith::profile
