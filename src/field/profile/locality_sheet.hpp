#pragma once
// The sheet of one locality for a meeting of its partnership: what the measures say, shortened to one side of paper, and three questions that follow from
// it. Pure.
#include "profile/measure.hpp"

#include <string>
#include <vector>

namespace kith::profile {

/// Questions to discuss, the three that matter most: each follows from a figure, which it names. Rules, in this order: training out of date for more than a
/// tenth; settings short of a rule; no evening cover; a role in which a fifth or more may retire within five years; a vacancy that has been open
/// for three months, the hardest to fill first; turnover above a fifth. Kith's own; where fewer than three apply, what to ask of any sheet.
std::vector<std::string> questions_for(const Ground& ground);

/// The lines of a panel that a sheet has room for: label and words of a column, of those in which somebody is counted and may be shown.
struct SheetList {
    std::string title;
    std::vector<std::pair<std::string, std::string>> lines;
    std::string more;   ///< "and 12 more"; the finding where there is no line; empty where all are shown
};
SheetList sheet_list(const Panel& panel, std::string title, std::size_t most, std::size_t column = 0);

/// A figure that needs no list: "61% hold level 3 or above (of 412 whose level is known)".
struct SheetFigure {
    std::string words;
    std::string label;
    std::string rests_on;
};

/// A list with what its lines and its figures are.
struct SheetPart {
    SheetList list;
    std::string lines_are;
    std::string counted = "Staff";
};

/// The whole sheet: page, paper, files and JSON are made of it.
struct Sheet {
    std::string opening;
    std::vector<SheetFigure> at_a_glance;
    std::vector<std::string> gaps;
    std::vector<SheetPart> left, right;
    std::vector<std::string> questions;
    std::string ending;  ///< what it rests on
};
/// The ground must be that of the locality alone, and of groups only: see for_paper.
Sheet sheet_of(const Ground& ground, const std::string& locality, const std::string& coverage);
/// A sheet is photocopied for people who may not see ages, pay or ethnic groups at all: it never tells of a few, whoever prints it.
Ground for_paper(Ground ground);

}  // namespace kith::profile
