#pragma once
// Words and abbreviations of the partnership's own, beside those of the pack, and the check for abbreviations that nobody explains. Pure.
#include "base/id.hpp"
#include "base/written.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kith::strategy {

using OwnTermId = Id<struct OwnTermTag>;

struct OwnTerm {
    OwnTermId id{};
    PublicId public_id{};
    std::string term, words;
    bool operator==(const OwnTerm&) const = default;
};
std::vector<Problem> problems_of(const OwnTerm& term, const std::vector<OwnTerm>& others);

/// What a term means.
using Explained = std::map<std::string, std::string>;

/// The text of markup as a reader reads it: without tags, blanks where they stood.
std::string text_of_markup(std::string_view markup);
/// Words of two or more capital letters, with an s of the plural taken off, in the order in which they first stand; a word with a digit in it is a code and no abbreviation.
std::vector<std::string> abbreviations_in(const std::vector<std::string>& texts);
/// Those that neither a term explains nor the texts themselves, by brackets after the words: "common assessment framework (CAF)".
std::vector<std::string> unexplained(const std::vector<std::string>& texts, const Explained& terms);

}  // namespace kith::strategy
