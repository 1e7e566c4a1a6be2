#include "questionnaire/pack_document.hpp"

#include "base/text.hpp"
#include "questionnaire/condition.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cstdlib>

namespace kith::questionnaire {
namespace {
constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_wording = 4'000;

std::string in_marks(std::string_view key)
{
    return "\"" + std::string{key} + "\"";
}

Node node_of(const toml::node& from)
{
    Node node;
    node.line = static_cast<int>(from.source().begin.line);
    if (const auto* table = from.as_table()) {
        node.kind = Node::Kind::table;
        for (const auto& [key, value] : *table) {
            node.keys.emplace_back(key.str());
            node.entries.push_back(node_of(value));
            if (auto line = static_cast<int>(key.source().begin.line); line > 0) node.entries.back().line = line;
        }
        if (node.line == 0 && !node.entries.empty()) node.line = std::ranges::min(node.entries, {}, &Node::line).line;  // made by dotted keys
    } else if (const auto* list = from.as_array()) {
        node.kind = Node::Kind::list;
        for (const auto& entry : *list) node.entries.push_back(node_of(entry));
    } else if (auto text = from.value_exact<std::string>()) {
        node.kind = Node::Kind::text;
        node.text = std::move(*text);
    } else if (auto number = from.value_exact<std::int64_t>()) {
        node.kind = Node::Kind::number;
        node.number = *number;
    } else if (auto yes = from.value_exact<bool>()) {
        node.kind = Node::Kind::yes_or_no;
        node.yes = *yes;
    } else if (auto written = from.value_exact<toml::date>()) {
        if (auto day = Date::of(written->year, written->month, written->day)) {
            node.kind = Node::Kind::day;
            node.day = *day;
        }
    }
    return node;
}

bool is_name(std::string_view text)
{
    auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !text.empty() && text.size() <= longest_name && std::ranges::all_of(text, letter) && text.front() != '_';
}
}  // namespace

std::optional<Node> read_document(const packs::PackFile& file, Faults& faults)
{
    try {
        return node_of(toml::parse(file.text, file.name));
    } catch (const toml::parse_error& error) {
        faults.say(static_cast<int>(error.source().begin.line),
                   "this is not TOML: " + std::string{error.description()} + "; what follows was not looked at");
        return std::nullopt;
    }
}

Fields::Fields(const Node& node, std::string what, Faults& faults) : node_(node), what_(std::move(what)), faults_(faults) {}

const Node* Fields::get(std::string_view key)
{
    asked_.emplace(key);
    auto found = std::ranges::find(node_.keys, key);
    return found == node_.keys.end() ? nullptr : &node_.entries[static_cast<std::size_t>(found - node_.keys.begin())];
}

const Node* Fields::needed(std::string_view key)
{
    const auto* node = get(key);
    if (node == nullptr) faults_.say(line(), in_marks(key) + " is missing from " + what_);
    return node;
}

std::string Fields::text(std::string_view key)
{
    return needed(key) == nullptr ? std::string{} : optional_text(key);
}

std::string Fields::optional_text(std::string_view key)
{
    const auto* node = get(key);
    if (node == nullptr) return {};
    if (node->kind == Node::Kind::text && !trimmed(node->text).empty()) return node->text;
    faults_.say(node->line, in_marks(key) + " must be text in quotation marks");
    return {};
}

std::string Fields::checked_name(const Node& node, std::string_view key)
{
    if (node.kind == Node::Kind::text && is_name(node.text) && !is_reserved(node.text)) return node.text;
    auto words = node.kind == Node::Kind::text && is_reserved(node.text)
                     ? " must not be " + in_marks(node.text) + ", which is a word of show_if; choose another"
                     : std::string{" must be a name of small letters, digits and underlines, at most 60 and in quotation marks, like \"shared_purpose\""};
    faults_.say(node.line, in_marks(key) + words);
    return {};
}

std::string Fields::name(std::string_view key)
{
    const auto* node = needed(key);
    return node == nullptr ? std::string{} : checked_name(*node, key);
}

std::string Fields::optional_name(std::string_view key)
{
    const auto* node = get(key);
    return node == nullptr ? std::string{} : checked_name(*node, key);
}

std::vector<std::string> Fields::names(std::string_view key)
{
    std::vector<std::string> values;
    const auto* node = get(key);
    if (node == nullptr) return values;
    if (node->kind != Node::Kind::list) faults_.say(node->line, in_marks(key) + " must be a list of names: [\"one\", \"another\"]");
    else
        for (const auto& entry : node->entries) {
            auto value = checked_name(entry, key);
            if (std::ranges::find(values, value) != values.end()) faults_.say(entry.line, in_marks(key) + " has " + in_marks(value) + " twice");
            else if (!value.empty()) values.push_back(std::move(value));
        }
    return values;
}

bool Fields::yes(std::string_view key)
{
    const auto* node = get(key);
    if (node != nullptr && node->kind != Node::Kind::yes_or_no) faults_.say(node->line, in_marks(key) + " must be true or false, without quotation marks");
    return node != nullptr && node->yes;
}

std::optional<std::int64_t> Fields::number(std::string_view key, std::int64_t least, std::int64_t most)
{
    const auto* node = get(key);
    if (node == nullptr) return std::nullopt;
    if (node->kind == Node::Kind::number && node->number >= least && node->number <= most) return node->number;
    faults_.say(node->line, in_marks(key) + " must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return std::nullopt;
}

std::optional<Date> Fields::day(std::string_view key)
{
    const auto* node = get(key);
    if (node == nullptr) return std::nullopt;
    if (node->kind == Node::Kind::day) return node->day;
    faults_.say(node->line, in_marks(key) + " must be a day, like 2026-11-01, without quotation marks");
    return std::nullopt;
}

std::vector<int> Fields::numbers(std::string_view key)
{
    std::vector<int> values;
    const auto* node = get(key);
    if (node == nullptr) return values;
    bool whole = node->kind == Node::Kind::list && std::ranges::all_of(node->entries, [](const Node& entry) {
        return entry.kind == Node::Kind::number && std::abs(entry.number) <= 1'000;
    });
    if (!whole) faults_.say(node->line, in_marks(key) + " must be a list of whole numbers: [1, 2]");
    else
        for (const auto& entry : node->entries) values.push_back(static_cast<int>(entry.number));
    return values;
}

std::vector<const Node*> Fields::tables(std::string_view key, bool needed)
{
    std::vector<const Node*> found;
    const auto* node = get(key);
    if (node == nullptr || (node->kind == Node::Kind::list && node->entries.empty())) {
        if (needed) faults_.say(line(), what_ + " has no " + in_marks(key) + "; it needs one at least");
        return found;
    }
    for (const auto& entry : node->entries)
        if (node->kind != Node::Kind::list || entry.kind != Node::Kind::table) {
            faults_.say(node->line, in_marks(key) + " must be a list of tables: [[...]] above each, or [{ ... }, { ... }]");
            return {};
        }
    for (const auto& entry : node->entries) found.push_back(&entry);
    return found;
}

Wording Fields::wording_of(const Node& node, const std::string& key, const std::vector<Language>& languages, Whole whole)
{
    Wording wording;
    auto take = [&](const Node& from, std::string_view code, bool easy) {
        if (from.kind != Node::Kind::text || trimmed(from.text).empty()) return faults_.say(from.line, key + " must be text in quotation marks");
        if (from.text.size() > longest_wording) return faults_.say(from.line, key + " is longer than " + std::to_string(longest_wording) + " bytes; say less");
        (easy ? wording.easy : wording.plain).emplace(code, from.text);
    };
    if (languages.empty()) return wording;  // a fault already
    if (node.kind != Node::Kind::table) {
        take(node, languages.front().code, false);
    } else {
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            std::string_view code = node.keys[i];
            bool easy = code.ends_with("-easy");
            if (easy) code.remove_suffix(5);
            if (language_of(languages, code) == nullptr)
                faults_.say(node.entries[i].line, key + " has words in " + in_marks(code) + ", which is no language of this instrument");
            else take(node.entries[i], code, easy);
        }
    }
    for (const auto& language : languages)
        if (whole == Whole::yes && language.fallback.empty() && !wording.plain.contains(language.code))
            faults_.say(node.line, key + " has no words in " + in_marks(language.code) + "; write them, or give the language a fallback");
    return wording;
}

Wording Fields::wording(std::string_view key, bool must_be_there, const std::vector<Language>& languages)
{
    const auto* node = must_be_there ? needed(key) : get(key);
    return node == nullptr ? Wording{} : wording_of(*node, in_marks(key) + " of " + what_, languages);
}

std::vector<Wording> Fields::wordings(std::string_view key, const std::vector<Language>& languages)
{
    std::vector<Wording> found;
    const auto* node = get(key);
    if (node == nullptr) return found;
    if (node->kind != Node::Kind::list) faults_.say(node->line, in_marks(key) + " must be a list of texts: [\"One.\", \"Another.\"]");
    else
        for (const auto& entry : node->entries) found.push_back(wording_of(entry, in_marks(key) + " of " + what_, languages));
    return found;
}

std::map<std::string, Wording, std::less<>> Fields::table_of_wordings(std::string_view key, const std::vector<Language>& languages, Whole whole)
{
    std::map<std::string, Wording, std::less<>> found;
    const auto* node = get(key);
    if (node == nullptr) return found;
    if (node->kind != Node::Kind::table) faults_.say(node->line, in_marks(key) + " must be a table: a name, =, and a text in each line");
    else
        for (std::size_t i = 0; i < node->keys.size(); ++i)
            found.emplace(node->keys[i], wording_of(node->entries[i], in_marks(key) + " " + in_marks(node->keys[i]) + " of " + what_, languages, whole));
    return found;
}

std::map<std::string, Wording, std::less<>> Fields::wordings_by_name(std::string_view key, const std::vector<Language>& languages)
{
    return table_of_wordings(key, languages, Whole::yes);
}

std::map<std::string, Wording, std::less<>> Fields::partial_wordings_by_name(std::string_view key, const std::vector<Language>& languages)
{
    return table_of_wordings(key, languages, Whole::no);
}

void Fields::finish()
{
    for (std::size_t i = 0; i < node_.keys.size(); ++i) {
        const auto& key = node_.keys[i];
        if (asked_.contains(key)) continue;
        auto near = std::ranges::find_if(asked_, [&](const auto& known) { return packs::spelling_distance(key, known, 2) <= 2; });
        auto hint = near == asked_.end() ? "the keys are " + joined({asked_.begin(), asked_.end()}, ", ") : "did you mean " + in_marks(*near) + "?";
        faults_.say(node_.entries[i].line, in_marks(key) + " is not a key of " + what_ + "; " + hint);
    }
}

}  // namespace kith::questionnaire
