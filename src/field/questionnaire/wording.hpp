#pragma once
// What is said to people, in each language and in easy read, and which of these a reader is given.
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kith::questionnaire {

enum class Direction { left_to_right, right_to_left };

/// A language that an instrument is worded in.
struct Language {
    std::string code;  ///< "cy", as HTML's lang attribute wants it
    std::string name;  ///< in the language itself: "Cymraeg"
    Direction direction = Direction::left_to_right;
    std::string fallback;  ///< the language that is shown where this one has no words; empty where it must have all
    bool operator==(const Language&) const = default;
};

/// One thing said: by code of language, and again in easy read where that differs.
struct Wording {
    std::map<std::string, std::string, std::less<>> plain;
    std::map<std::string, std::string, std::less<>> easy;
    bool empty() const { return plain.empty() && easy.empty(); }
    bool operator==(const Wording&) const = default;
};

/// How one reader wants to be spoken to.
struct Voice {
    std::string language;
    bool easy = false;
    bool operator==(const Voice&) const = default;
};

/// Words found, and the language they are in, which the page must name where it is not the reader's own.
struct Said {
    std::string_view words;
    const Language* language = nullptr;
};

/// The words for this reader: easy read of the language, else its plain words, else the same of the language it falls back to. Empty where
/// nothing is said at all.
Said said(const Wording& wording, const Voice& voice, const std::vector<Language>& languages);

/// The language of that code; null where there is none.
const Language* language_of(const std::vector<Language>& languages, std::string_view code);

}  // namespace kith::questionnaire
