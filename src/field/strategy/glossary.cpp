#include "strategy/glossary.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cctype>

namespace kith::strategy {
namespace {

bool is_word_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U) != 0; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// "CAF" of "CAFs"; the word as it is otherwise.
std::string without_plural(std::string_view word)
{
    if (word.size() > 2 && word.ends_with('s') && is_capital(word[word.size() - 2])) word.remove_suffix(1);
    return std::string{word};
}

bool is_abbreviation(std::string_view word)
{
    return word.size() >= 2 && std::ranges::all_of(word, is_capital);
}

}  // namespace

std::vector<Problem> problems_of(const OwnTerm& term, const std::vector<OwnTerm>& others)
{
    std::vector<Problem> problems;
    check_words(problems, "term", "The word or abbreviation", term.term, longest_line, true);
    check_words(problems, "words", "What it means", term.words, longest_words, true);
    if (std::ranges::any_of(others, [&](const OwnTerm& other) { return other.id != term.id && lower_ascii(other.term) == lower_ascii(term.term); })) problems.push_back({.field = "term", .message = "It is explained already"});
    return problems;
}

std::vector<std::string> abbreviations_in(const std::vector<std::string>& texts)
{
    std::vector<std::string> found;
    for (const auto& text : texts)
        for (std::size_t at = 0; at < text.size();) {
            if (!is_word_letter(text[at])) {
                ++at;
                continue;
            }
            auto end = at;
            while (end < text.size() && is_word_letter(text[end])) ++end;
            auto word = without_plural(std::string_view{text}.substr(at, end - at));
            if (is_abbreviation(word) && std::ranges::find(found, word) == found.end()) found.push_back(std::move(word));
            at = end;
        }
    return found;
}

std::string text_of_markup(std::string_view markup)
{
    std::string text;
    text.reserve(markup.size() / 2);
    bool in_tag = false;
    for (const char c : markup) {
        if (c == '<') in_tag = true;
        else if (!in_tag) text += c;
        if (in_tag && c == '>') {
            in_tag = false;
            text += ' ';
        }
    }
    return text;
}

std::vector<std::string> unexplained(const std::vector<std::string>& texts, const Explained& terms)
{
    auto left = abbreviations_in(texts);
    std::erase_if(left, [&](const std::string& word) {
        return terms.contains(word) || std::ranges::any_of(texts, [&](const std::string& text) { return text.find(" (" + word + ")") != text.npos || text.find(" (" + word + "s)") != text.npos; });
    });
    return left;
}

}  // namespace kith::strategy
