#include "questionnaire/condition.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace kith::questionnaire {
namespace {
using Kind = Condition::Kind;
constexpr int deepest = 40;  // brackets within brackets; nobody reads more, and it bounds the walk

std::vector<std::string_view> tokens_of(std::string_view text)
{
    std::vector<std::string_view> tokens;
    constexpr std::string_view spaces = " \t\r\n", marks = "(),";
    for (std::size_t at = 0; at < text.size();) {
        if (spaces.contains(text[at])) {
            ++at;
            continue;
        }
        auto end = marks.contains(text[at]) ? at + 1 : std::min(text.find_first_of(" \t\r\n(),", at), text.size());
        tokens.push_back(text.substr(at, end - at));
        at = end;
    }
    return tokens;
}

bool is_word(std::string_view token)
{
    return !token.empty() && std::ranges::all_of(token, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

/// Reads tokens from left to right; the first thing that cannot be read is kept and ends the reading.
class Parser {
public:
    explicit Parser(std::vector<std::string_view> tokens) : tokens_(std::move(tokens)) {}

    Result<Condition> whole()
    {
        auto condition = joined_by(Kind::any, 0);
        if (problem_.empty() && at_ < tokens_.size()) fail("\"and\", \"or\" or the end");
        if (!problem_.empty()) return unacceptable("show_if", problem_);
        return condition;
    }

private:
    std::string_view peek() const { return at_ < tokens_.size() ? tokens_[at_] : std::string_view{}; }
    bool take(std::string_view word)
    {
        if (peek() != word) return false;
        ++at_;
        return true;
    }
    void fail(std::string_view wanted)
    {
        if (!problem_.empty()) return;
        auto after = at_ == 0 ? std::string{"at the beginning"} : "after \"" + std::string{tokens_[at_ - 1]} + "\"";
        auto found = at_ < tokens_.size() ? "it says \"" + std::string{tokens_[at_]} + "\"" : std::string{"it ends"};
        problem_ = after + " there must be " + std::string{wanted} + ", and " + found;
        at_ = tokens_.size();
    }
    void expect(std::string_view word)
    {
        if (!take(word)) fail("\"" + std::string{word} + "\"");
    }

    Condition joined_by(Kind kind, int depth)
    {
        auto part = [&] { return kind == Kind::any ? joined_by(Kind::all, depth) : single(depth); };
        auto first = part();
        if (peek() != (kind == Kind::any ? "or" : "and")) return first;
        Condition condition{.kind = kind, .item = {}, .values = {}, .least = 0, .parts = {}};
        condition.parts.push_back(std::move(first));
        while (take(kind == Kind::any ? "or" : "and")) condition.parts.push_back(part());
        return condition;
    }

    Condition single(int depth)
    {
        Condition condition;
        if (depth > deepest) fail("fewer brackets and \"not\" within one another");
        else if (take("not")) {
            condition.kind = Kind::negation;
            condition.parts.push_back(single(depth + 1));
        } else if (take("(")) {
            condition = joined_by(Kind::any, depth + 1);
            expect(")");
        } else if (take("leader")) condition.kind = Kind::leader;
        else if (take("viewpoint")) {
            condition.kind = Kind::viewpoint;
            expect("is");
            read_values(condition);
        } else read_answer(condition);
        return condition;
    }

    void read_answer(Condition& condition)
    {
        if (!is_word(peek()) || is_reserved(peek())) return fail("the key of an item, \"viewpoint\", \"leader\", \"not\" or a bracket");
        condition.item = tokens_[at_++];
        expect("is");
        if (!take("at")) {
            condition.kind = Kind::answer;
            return read_values(condition);
        }
        condition.kind = Kind::at_least;
        expect("least");
        auto token = peek();
        auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), condition.least);
        if (token.empty() || error != std::errc{} || end != token.data() + token.size()) return fail("a whole number");
        ++at_;
    }

    void read_values(Condition& condition)
    {
        auto value = [&] {
            auto word = peek();
            bool fits = is_word(word) && (!is_reserved(word) || word == answered_code || word == dont_know_code || word == not_applicable_code);
            if (!fits) return fail("a value");
            condition.values.emplace_back(word);
            ++at_;
        };
        if (!take("one")) return value();
        expect("of");
        expect("(");
        value();
        while (take(",")) value();
        expect(")");
    }

    std::vector<std::string_view> tokens_;
    std::size_t at_ = 0;
    std::string problem_;
};

std::string in_words(const std::vector<std::string>& values)
{
    return values.size() == 1 ? " is " + values.front() : " is one of (" + joined(values, ", ") + ")";
}

bool is_value(const Answer& answer, std::string_view value)
{
    if (value == answered_code) return answer.has_value();
    if (value == dont_know_code) return answer.is(Unsaid::dont_know);
    if (value == not_applicable_code) return answer.is(Unsaid::not_applicable);
    if (const auto* step = std::get_if<Step>(&answer.value)) return std::to_string(step->value) == value;
    if (const auto* chosen = std::get_if<Chosen>(&answer.value)) return std::ranges::find(chosen->codes, value) != chosen->codes.end();
    if (const auto* amount = std::get_if<Amount>(&answer.value)) return text_of(*amount) == value;
    return false;
}

bool is_at_least(const Answer& answer, std::int64_t least)
{
    if (const auto* step = std::get_if<Step>(&answer.value)) return step->value >= least;
    // Not least * 1000, which a careless pack could make overflow.
    if (const auto* amount = std::get_if<Amount>(&answer.value))
        return amount->thousandths / 1000 > least || (amount->thousandths / 1000 == least && amount->thousandths % 1000 >= 0);
    return false;
}
}  // namespace

bool is_reserved(std::string_view word)
{
    static constexpr std::array<std::string_view, 13> words{"and", "or",    "not",     "is",        "one",          "of",       "at",
                                                            "least", "leader", "viewpoint", "answered", "dont_know", "not_applicable"};
    return std::ranges::find(words, word) != words.end();
}

Result<Condition> parse_condition(std::string_view text)
{
    return Parser{tokens_of(text)}.whole();
}

std::string text_of(const Condition& condition)
{
    auto bracketed = [](const Condition& part, bool needed) { return needed ? "(" + text_of(part) + ")" : text_of(part); };
    switch (condition.kind) {
        case Kind::leader: return "leader";
        case Kind::viewpoint: return "viewpoint" + in_words(condition.values);
        case Kind::answer: return condition.item + in_words(condition.values);
        case Kind::at_least: return condition.item + " is at least " + std::to_string(condition.least);
        case Kind::negation: {
            const auto& part = condition.parts.front();
            return "not " + bracketed(part, part.kind == Kind::all || part.kind == Kind::any);
        }
        case Kind::all:
        case Kind::any: break;
    }
    std::vector<std::string> parts;
    for (const auto& part : condition.parts)
        parts.push_back(bracketed(part, part.kind == Kind::any || (part.kind == Kind::all && condition.kind == Kind::all)));
    return joined(parts, condition.kind == Kind::all ? " and " : " or ");
}

bool holds(const Condition& condition, const Respondent& respondent, const Answers& answers)
{
    auto part_holds = [&](const Condition& part) { return holds(part, respondent, answers); };
    auto answer = [&] {
        auto found = answers.find(condition.item);
        return found == answers.end() ? nullptr : &found->second;
    };
    switch (condition.kind) {
        case Kind::leader: return respondent.leader;
        case Kind::viewpoint: return std::ranges::find(condition.values, respondent.viewpoint) != condition.values.end();
        case Kind::answer: {
            const auto* given = answer();
            return given != nullptr && std::ranges::any_of(condition.values, [&](const auto& value) { return is_value(*given, value); });
        }
        case Kind::at_least: {
            const auto* given = answer();
            return given != nullptr && is_at_least(*given, condition.least);
        }
        case Kind::all: return std::ranges::all_of(condition.parts, part_holds);
        case Kind::any: return std::ranges::any_of(condition.parts, part_holds);
        case Kind::negation: return !part_holds(condition.parts.front());
    }
    return false;
}

}  // namespace kith::questionnaire
