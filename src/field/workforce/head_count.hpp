#pragma once
// What "Who works here" asks and answers: filters with their names, the counts from the tally, and the sentence that says it. Pure: values
// in, values out.
#include "access/reach.hpp"
#include "packs/packs.hpp"
#include "partnership/organisation.hpp"
#include "tally/query.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace kith::workforce {

/// The names that codes of the tally stand for, within one viewer's reach. What is not here cannot be filtered by.
struct Names {
    const packs::Packs& packs;
    std::vector<partnership::Locality> localities;
    std::vector<partnership::Organisation> organisations;
};

/// What stands in an address for "not reported", where a code would stand.
inline constexpr std::string_view not_reported = "none";

/// What is counted: on which day, of whom, and side by side by what. Values are codes as they stand in the address.
struct HeadCountQuestion {
    Date on;
    std::vector<std::string> localities;     ///< codes of localities
    std::vector<std::string> sectors;
    std::vector<std::string> roles;          ///< Kith's, or "list:code" where no mapping answers one
    std::vector<std::string> organisations;  ///< codes of organisations
    std::vector<std::string> breadths;       ///< "core", "wider"
    std::vector<std::string> contracts;      ///< kinds of contract
    tally::Column by = tally::Column::sector;
    bool is_narrowed() const
    {
        return !localities.empty() || !sectors.empty() || !roles.empty() || !organisations.empty() || !breadths.empty() || !contracts.empty();
    }
};

/// One line of the answer.
struct HeadCountLine {
    std::string label;
    std::string code;  ///< as the question and the address have it; empty where the line cannot be narrowed to
    tally::Counts counts;
};

struct HeadCount {
    tally::Counts total;
    tally::Counts core;         ///< of them, reported as core workforce
    tally::Counts year_before;  ///< the same question a year earlier
    tally::Counts core_year_before;
    std::vector<HeadCountLine> lines;  ///< most staff first
};

/// The columns that a page may count by, in the order offered, with the name each has in the address.
struct Grouping {
    tally::Column column;
    std::string_view id;     ///< "sector"
    std::string_view title;  ///< "Sector"
};
const std::vector<Grouping>& groupings();

/// What of the tally lies within the reach.
tally::Scope scope_of(const access::Reach& reach, const tally::Table& table);
/// The question without what its names do not know, so that nothing beyond the viewer's reach is ever asked for.
HeadCountQuestion understood(HeadCountQuestion question, const Names& names, const tally::Table& table);
/// The tally's own form of the question.
tally::Query query_of(const HeadCountQuestion& question, const Names& names, const tally::Table& table, const access::Reach& reach);
/// People with an engagement in force on `on`, by organisation: what the staff that organisations expect are held against. Whoever shows
/// it has asked whether the viewer's reach covers the organisation.
std::unordered_map<access::OrganisationId, std::int64_t> people_in_post(const tally::Table& table, Date on);

HeadCount head_count(const HeadCountQuestion& question, const Names& names, const tally::Table& table, const access::Reach& reach);

/// The question narrowed to one line of its answer; nothing where the line has no code of its own.
std::optional<HeadCountQuestion> narrowed_to(HeadCountQuestion question, const HeadCountLine& line);

/// What a code of a column is called; "Not reported" where there is none.
std::string label_of(tally::Column column, std::string_view text, const Names& names);
/// "412 early years and childcare staff work in Westfield today."
std::string sentence(const HeadCountQuestion& question, const HeadCount& count, const Names& names, Date today);
/// "Westfield, early years and childcare, on 31 March 2026", for print.
std::string in_words(const HeadCountQuestion& question, const Names& names);

}  // namespace kith::workforce
