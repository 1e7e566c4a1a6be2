#pragma once
// What Kith itself says on the pages of whoever answers, between the instrument's own words: buttons, choices that are always the same, what is known
// about them. In English here; an instrument says them in its own languages. Pure.
#include "questionnaire/instrument.hpp"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace kith::questionnaire {

/// A phrase as Kith says it where the instrument has no words for it. A name in braces stands for a value: "Part {number} of {of}".
struct Phrase {
    std::string_view id;
    std::string_view english;
    std::string_view easy = {};  ///< in easy words, where they differ
};
std::span<const Phrase> phrases();
/// Null where there is none of that id.
const Phrase* phrase(std::string_view id);

/// What stands for the names in braces.
using Filled = std::initializer_list<std::pair<std::string_view, std::string>>;

/// The phrase for this reader, filled, and the code of the language that it is in: the instrument's words, else English. The id must be one of phrases().
struct SaidPhrase {
    std::string words;
    std::string language;
};
SaidPhrase said_phrase(const Instrument& instrument, std::string_view id, const Voice& voice, Filled filled = {});

/// A day inside a phrase: in words where it is read in English, in figures that every language reads elsewhere, "30/11/2026".
std::string day_said(const Voice& voice, Date day);

/// The names in braces of a text, in order of the alphabet, each once.
std::vector<std::string> names_in_braces(std::string_view text);

/// Ids of phrases that have no words of their own in that language: its readers are shown them in English. None for English.
std::vector<std::string_view> phrases_without(const Instrument& instrument, const Language& language);

}  // namespace kith::questionnaire
