#include "packs/pack_reader.hpp"

#include "base/text.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>

namespace kith::packs {
namespace {
/// One table of a file, with the problems it gives rise to.
struct Reading {
    const std::string& file;
    std::vector<PackProblem>& problems;

    void say(const toml::node& node, std::string message) { say(static_cast<int>(node.source().begin.line), std::move(message)); }
    void say(int line, std::string message) { problems.push_back({file, line, std::move(message)}); }

    std::string text(const toml::table& table, std::string_view key, bool needed = true)
    {
        const auto* node = table.get(key);
        if (node == nullptr) {
            if (needed) say(table, "\"" + std::string{key} + "\" is missing");
            return {};
        }
        if (auto value = node->value_exact<std::string>()) return *value;
        say(*node, "\"" + std::string{key} + "\" must be text in quotation marks");
        return {};
    }

    std::optional<Date> day(const toml::table& table, std::string_view key, bool needed = false)
    {
        const auto* node = table.get(key);
        if (node == nullptr) {
            if (needed) say(table, "\"" + std::string{key} + "\" is missing");
            return std::nullopt;
        }
        if (auto value = node->value_exact<toml::date>())
            if (auto date = Date::of(value->year, value->month, value->day)) return *date;
        say(*node, "\"" + std::string{key} + "\" must be a day, like 2026-11-01");
        return std::nullopt;
    }

    std::vector<std::string> texts(const toml::table& table, std::string_view key)
    {
        std::vector<std::string> values;
        const auto* node = table.get(key);
        if (node == nullptr) return values;
        const auto* array = node->as_array();
        if (array == nullptr) say(*node, "\"" + std::string{key} + "\" must be a list");
        else
            for (const auto& entry : *array) {
                if (auto value = entry.value_exact<std::string>()) values.push_back(*value);
                else say(entry, "\"" + std::string{key} + "\" must hold texts only");
            }
        return values;
    }

    void only(const toml::table& table, std::initializer_list<std::string_view> known)
    {
        for (const auto& [key, node] : table)
            if (std::ranges::find(known, key.str()) == known.end()) say(node, "\"" + std::string{key.str()} + "\" is not a key that is known here");
    }
};

Code read_code(Reading& reading, const toml::table& table, const DraftList& list)
{
    Code code{.code = reading.text(table, "code"), .label = reading.text(table, "label"), .label_2009 = reading.text(table, "label_2009", false),
              .also = reading.texts(table, "also"), .parent = reading.text(table, "parent", !list.parents.empty()),
              .source = reading.text(table, "source", false), .from = reading.day(table, "from"), .until = reading.day(table, "until")};
    if (code.from && code.until && *code.until < *code.from) reading.say(table, "\"until\" lies before \"from\"");
    for (const auto& [name, values] : list.attributes) code.attributes.emplace_back(name, reading.text(table, name));
    for (const auto& [key, node] : table) {
        static constexpr std::array<std::string_view, 8> known{"code", "label", "label_2009", "also", "parent", "source", "from", "until"};
        bool attribute = std::ranges::any_of(list.attributes, [&](const auto& entry) { return entry.first == key.str(); });
        if (!attribute && std::ranges::find(known, key.str()) == known.end())
            reading.say(node, "\"" + std::string{key.str()} + "\" is not a key that is known here");
    }
    return code;
}

DraftList read_list(Reading& reading, const toml::table& table)
{
    reading.only(table, {"kind", "id", "title", "source", "dated", "parents", "attributes", "code"});
    DraftList list{.file = reading.file, .line = 1, .id = reading.text(table, "id"), .title = reading.text(table, "title"),
                   .source = reading.text(table, "source"), .parents = reading.text(table, "parents", false),
                   .dated = reading.day(table, "dated", true).value_or(Date{}), .attributes = {}, .codes = {}, .lines = {}};
    if (const auto* attributes = table["attributes"].as_table())
        for (const auto& [name, node] : *attributes) list.attributes.emplace_back(std::string{name.str()}, node.value_or(std::string{}));
    const auto* codes = table["code"].as_array();
    if (codes == nullptr || codes->empty()) {
        reading.say(1, "the list has no [[code]]");
        return list;
    }
    std::set<std::string> seen;
    for (const auto& node : *codes) {
        const auto* entry = node.as_table();
        if (entry == nullptr) {
            reading.say(node, "each code must be a table: [[code]]");
            continue;
        }
        list.codes.push_back(read_code(reading, *entry, list));
        list.lines.push_back(static_cast<int>(entry->source().begin.line));
        if (!seen.insert(lower_ascii(list.codes.back().code)).second) reading.say(*entry, "the code \"" + list.codes.back().code + "\" is there twice");
    }
    return list;
}

DraftMapping read_mapping(Reading& reading, const toml::table& table)
{
    reading.only(table, {"kind", "id", "title", "source", "dated", "from", "to", "rest", "map"});
    DraftMapping draft{.file = reading.file, .line = 1, .mapping = {}, .lines = {}};
    draft.mapping = Mapping{.id = reading.text(table, "id"), .title = reading.text(table, "title"), .source = reading.text(table, "source"),
                            .dated = reading.day(table, "dated", true).value_or(Date{}), .from = reading.text(table, "from"),
                            .to = reading.text(table, "to"), .pairs = {}, .rest = reading.texts(table, "rest")};
    const auto* pairs = table["map"].as_table();
    if (pairs == nullptr) {
        reading.say(1, "the mapping has no [map]");
        return draft;
    }
    for (const auto& [from, node] : *pairs) {
        auto to = node.value_exact<std::string>();
        if (!to) reading.say(node, "\"" + std::string{from.str()} + "\" must be mapped to a code in quotation marks");
        draft.mapping.pairs.emplace(std::string{from.str()}, to.value_or(std::string{}));
        draft.lines.emplace(std::string{from.str()}, static_cast<int>(node.source().begin.line));
    }
    return draft;
}

std::int64_t whole_number(Reading& reading, const toml::table& table, std::string_view key)
{
    const auto* node = table.get(key);
    if (node != nullptr)
        if (auto value = node->value_exact<std::int64_t>()) return *value;
    reading.say(node == nullptr ? static_cast<const toml::node&>(table) : *node, "\"" + std::string{key} + "\" must be a whole number");
    return 0;
}

void read_choices(Reading& reading, const toml::table& table, DraftLimits& draft)
{
    const auto* choices = table["choice"].as_array();
    if (choices == nullptr) return;
    for (const auto& node : *choices) {
        const auto* entry = node.as_table();
        if (entry == nullptr) {
            reading.say(node, "each choice must be a table: [[choice]]");
            continue;
        }
        reading.only(*entry, {"name", "value", "words", "source"});
        Choice choice{.name = reading.text(*entry, "name"), .value = reading.text(*entry, "value"), .words = reading.text(*entry, "words"),
                      .source = reading.text(*entry, "source", false)};
        if (std::ranges::find(draft.choices, choice.name, &Choice::name) != draft.choices.end()) reading.say(*entry, "the choice \"" + choice.name + "\" is there twice");
        draft.choices.push_back(std::move(choice));
    }
}

DraftLimits read_limits(Reading& reading, const toml::table& table)
{
    reading.only(table, {"kind", "id", "title", "source", "dated", "inherits", "limit", "choice"});
    DraftLimits draft{.file = reading.file, .line = 1, .id = reading.text(table, "id"), .title = reading.text(table, "title"),
                      .source = reading.text(table, "source"), .inherits = reading.text(table, "inherits", false),
                      .dated = reading.day(table, "dated", true).value_or(Date{}), .limits = {}, .choices = {}};
    read_choices(reading, table, draft);
    const auto* limits = table["limit"].as_array();
    if (limits == nullptr) return draft;
    for (const auto& node : *limits) {
        const auto* entry = node.as_table();
        if (entry == nullptr) {
            reading.say(node, "each limit must be a table: [[limit]]");
            continue;
        }
        reading.only(*entry, {"name", "value", "unit", "words", "source"});
        Limit limit{.name = reading.text(*entry, "name"), .value = whole_number(reading, *entry, "value"), .unit = reading.text(*entry, "unit"),
                    .words = reading.text(*entry, "words"), .source = reading.text(*entry, "source", false)};
        if (std::ranges::find(draft.limits, limit.name, &Limit::name) != draft.limits.end()) reading.say(*entry, "the limit \"" + limit.name + "\" is there twice");
        draft.limits.push_back(std::move(limit));
    }
    return draft;
}

const DraftLimits* limits_of(const std::vector<DraftLimits>& all, std::string_view id)
{
    auto found = std::ranges::find(all, id, &DraftLimits::id);
    return found == all.end() ? nullptr : &*found;
}

void check_limits(const DraftLimits& draft, const std::vector<DraftLimits>& all, std::vector<PackProblem>& problems)
{
    std::set<std::string> walked{draft.id};
    for (const auto* at = &draft; !at->inherits.empty();) {
        const auto* next = limits_of(all, at->inherits);
        if (next == nullptr) return problems.push_back({at->file, at->line, "there are no limits \"" + at->inherits + "\" to inherit"});
        if (!walked.insert(next->id).second) return problems.push_back({draft.file, draft.line, "it inherits itself by way of \"" + next->id + "\""});
        at = next;
    }
}

const DraftList* list_of(const std::vector<DraftList>& lists, std::string_view id)
{
    auto found = std::ranges::find(lists, id, &DraftList::id);
    return found == lists.end() ? nullptr : &*found;
}

bool holds(const DraftList& list, std::string_view code)
{
    return std::ranges::find(list.codes, code, &Code::code) != list.codes.end();
}

void check_list(const DraftList& list, const std::vector<DraftList>& lists, std::vector<PackProblem>& problems)
{
    auto must_be_of = [&](std::size_t at, const std::string& value, const std::string& id, std::string_view what) {
        const auto* other = list_of(lists, id);
        if (other == nullptr) return;
        if (!holds(*other, value))
            problems.push_back({list.file, list.lines[at], std::string{what} + " \"" + value + "\" of code \"" + list.codes[at].code + "\" is not in the list \"" + id + "\""});
    };
    auto must_be_there = [&](const std::string& id) {
        if (list_of(lists, id) == nullptr) problems.push_back({list.file, list.line, "there is no list \"" + id + "\""});
    };
    if (!list.parents.empty()) must_be_there(list.parents);
    for (const auto& [name, id] : list.attributes)
        if (!id.empty()) must_be_there(id);  // an attribute of no list is free text
    for (std::size_t at = 0; at < list.codes.size(); ++at) {
        if (!list.parents.empty()) must_be_of(at, list.codes[at].parent, list.parents, "the parent");
        for (std::size_t i = 0; i < list.attributes.size(); ++i)
            must_be_of(at, list.codes[at].attributes[i].second, list.attributes[i].second, list.attributes[i].first);
    }
}

void check_mapping(const DraftMapping& draft, const std::vector<DraftList>& lists, std::vector<PackProblem>& problems)
{
    const auto& mapping = draft.mapping;
    const auto* from = list_of(lists, mapping.from);
    const auto* to = list_of(lists, mapping.to);
    auto say = [&](int line, std::string message) { problems.push_back({draft.file, line, std::move(message)}); };
    if (from == nullptr) say(draft.line, "there is no list \"" + mapping.from + "\"");
    if (to == nullptr) say(draft.line, "there is no list \"" + mapping.to + "\"");
    if (from == nullptr || to == nullptr) return;
    for (const auto& [code, answer] : mapping.pairs) {
        auto line = draft.lines.at(code);
        if (!holds(*from, code)) say(line, "\"" + code + "\" is not in the list \"" + mapping.from + "\"");
        if (!holds(*to, answer)) say(line, "\"" + answer + "\" is not in the list \"" + mapping.to + "\"");
        if (std::ranges::find(mapping.rest, code) != mapping.rest.end()) say(line, "\"" + code + "\" is mapped and of the rest");
    }
    for (const auto& code : mapping.rest)
        if (!holds(*from, code)) say(draft.line, "\"" + code + "\" of the rest is not in the list \"" + mapping.from + "\"");
    for (const auto& code : from->codes)
        if (!mapping.pairs.contains(code.code) && std::ranges::find(mapping.rest, code.code) == mapping.rest.end())
            say(draft.line, "\"" + code.code + "\" is neither mapped nor of the rest");
}
}  // namespace

void read_pack(const PackFile& file, Drafts& drafts, std::vector<PackProblem>& problems)
{
    Reading reading{file.name, problems};
    try {
        auto table = toml::parse(file.text, file.name);
        auto kind = reading.text(table, "kind");
        if (kind == "code_list") drafts.lists.push_back(read_list(reading, table));
        else if (kind == "mapping") drafts.mappings.push_back(read_mapping(reading, table));
        else if (kind == "limits") drafts.limits.push_back(read_limits(reading, table));
        else if (!kind.empty()) reading.say(1, "\"kind\" must be \"code_list\", \"mapping\" or \"limits\"");
    } catch (const toml::parse_error& error) {
        reading.say(static_cast<int>(error.source().begin.line), "this is not TOML: " + std::string{error.description()});
    }
}

void check_together(const Drafts& drafts, std::vector<PackProblem>& problems)
{
    std::set<std::string> ids;
    auto once = [&](const std::string& id, const std::string& file) {
        if (!id.empty() && !ids.insert(id).second) problems.push_back({file, 1, "the id \"" + id + "\" is used by another file too"});
    };
    for (const auto& list : drafts.lists) {
        once(list.id, list.file);
        check_list(list, drafts.lists, problems);
    }
    for (const auto& draft : drafts.mappings) {
        once(draft.mapping.id, draft.file);
        check_mapping(draft, drafts.lists, problems);
    }
    for (const auto& draft : drafts.limits) {
        once(draft.id, draft.file);
        check_limits(draft, drafts.limits, problems);
    }
}

namespace {
/// Own values in the place of inherited ones of the same name, the rest behind.
template <class T>
std::vector<T> laid_over(std::vector<T> values, const std::vector<T>& own)
{
    for (const auto& value : own) {
        auto inherited = std::ranges::find(values, value.name, &T::name);
        if (inherited == values.end()) values.push_back(value);
        else *inherited = value;
    }
    return values;
}
}  // namespace

std::vector<Limit> with_inherited(const DraftLimits& draft, const std::vector<DraftLimits>& all)
{
    return laid_over(draft.inherits.empty() ? std::vector<Limit>{} : with_inherited(*limits_of(all, draft.inherits), all), draft.limits);
}

std::vector<Choice> choices_with_inherited(const DraftLimits& draft, const std::vector<DraftLimits>& all)
{
    return laid_over(draft.inherits.empty() ? std::vector<Choice>{} : choices_with_inherited(*limits_of(all, draft.inherits), all), draft.choices);
}

}  // namespace kith::packs
