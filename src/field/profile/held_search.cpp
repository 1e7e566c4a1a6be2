#include "profile/held_search.hpp"

#include "base/text.hpp"
#include "profile/held.hpp"
#include "profile/languages.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace kith::profile {

namespace {

using workforce::FactKind;

constexpr std::array searched{FactKind::language, FactKind::skill, FactKind::qualification, FactKind::professional_status};

/// The letters of a name, folded, with single spaces where anything else stands.
std::string spaced(std::string_view name)
{
    std::string key;
    for (char letter : folded(name)) {
        const bool counts = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || (letter & 0x80) != 0;
        if (counts) key += letter;
        else if (!key.empty() && key.back() != ' ') key += ' ';
    }
    return std::string{trimmed(key)};
}

std::string unspaced(std::string key)
{
    std::erase(key, ' ');
    return key;
}

/// Everything that a code is called; `seen` is asked of each until it is content.
bool any_name(const packs::Code& code, const std::function<bool(std::string_view)>& seen)
{
    return seen(code.label) || (!code.label_2009.empty() && seen(code.label_2009)) || std::ranges::any_of(code.also, seen);
}

/// "other" is a name for what is not in the list, and nobody looks for it.
bool can_be_meant(const packs::Code& code)
{
    return code.code != "other" && code.code != "none";
}

std::vector<HeldThing> all_things(const packs::Packs& packs)
{
    std::vector<HeldThing> things;
    for (auto kind : searched) {
        for (const auto& code : packs.list(workforce::row_of(kind).list).codes()) {
            if (can_be_meant(code)) things.push_back({kind, &code});
        }
    }
    return things;
}

/// True where each word begins a word of the name.
bool has_parts(std::string_view name, const std::vector<std::string>& words)
{
    const auto key = " " + spaced(name);
    return std::ranges::all_of(words, [&](const std::string& word) { return key.find(" " + word) != std::string::npos; });
}

/// How many letters must be put in, taken out or changed to make one word of the other (Levenshtein).
std::size_t distance(std::string_view one, std::string_view other)
{
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t at = 0; at <= other.size(); ++at) row[at] = at;
    for (std::size_t line = 1; line <= one.size(); ++line) {
        auto before = std::exchange(row[0], line);
        for (std::size_t at = 1; at <= other.size(); ++at) {
            const auto changed = before + (one[line - 1] == other[at - 1] ? 0 : 1);
            before = row[at];
            row[at] = std::min({changed, row[at] + 1, row[at - 1] + 1});
        }
    }
    return row.back();
}

/// Of a name, the least distance of it or of one of its words.
std::size_t distance_of(std::string_view name, const std::string& key)
{
    const auto words = spaced(name);
    auto least = distance(unspaced(words), key);
    for (auto word : split(words, ' ')) {
        if (word.size() > 3) least = std::min(least, distance(word, key));
    }
    return least;
}

std::vector<std::string> nearest_to(const std::string& key, const packs::Packs& packs, packs::Era era)
{
    const std::size_t most = key.size() < 4 ? 1 : key.size() < 8 ? 2 : 3;
    std::vector<std::pair<std::size_t, std::string>> near;
    auto consider = [&](const packs::Code& code) {
        auto least = most + 1;
        any_name(code, [&](std::string_view name) { least = std::min(least, distance_of(name, key)); return false; });
        if (least <= most) near.emplace_back(least, code.label_in(era));
    };
    for (const auto& thing : all_things(packs)) consider(*thing.code);
    for (const auto& group : packs.list("language_groups").codes()) consider(group);
    std::ranges::stable_sort(near, {}, &std::pair<std::size_t, std::string>::first);
    std::vector<std::string> labels;
    for (auto& [least, label] : near) {
        if (labels.size() < 3 && std::ranges::find(labels, label) == labels.end()) labels.push_back(std::move(label));
    }
    return labels;
}

bool stands_for(const Ground& ground, const tally::Fact& fact, const HeldThing& thing)
{
    return is_of(fact, thing.kind) && ground.facts().codes().text(fact.code) == thing.code->code && stands_on(fact, ground.on());
}

}  // namespace

FoundThings find_things(std::string_view word, const packs::Packs& packs, packs::Era era)
{
    FoundThings found;
    const auto words = spaced(word);
    const auto key = unspaced(words);
    if (key.empty()) return found;
    const auto languages = find_languages(word, packs);
    for (const auto* language : languages.languages) {
        if (can_be_meant(*language)) found.things.push_back({FactKind::language, language});
    }
    found.why = languages.in_words();
    const auto all = all_things(packs);
    auto add_where = [&](const std::function<bool(std::string_view)>& is_meant) {
        for (const auto& thing : all) {
            if (any_name(*thing.code, is_meant) && std::ranges::find(found.things, thing) == found.things.end()) found.things.push_back(thing);
        }
    };
    add_where([&](std::string_view name) { return unspaced(spaced(name)) == key; });
    if (!found.things.empty()) return found;
    std::vector<std::string> parts;
    for (auto part : split(words, ' ')) parts.emplace_back(part);
    if (key.size() > 2) add_where([&](std::string_view name) { return has_parts(name, parts); });
    if (found.things.empty()) found.nearest = nearest_to(key, packs, era);
    return found;
}

std::string things_in_words(const std::vector<HeldThing>& things, packs::Era era)
{
    std::vector<std::string> words;
    for (const auto& thing : things) words.push_back(std::string{thing.code->label_in(era)} + " (" + lower_ascii(workforce::row_of(thing.kind).label) + ")");
    return joined(words, ", ");
}

Holders who_holds(const Ground& ground, const std::vector<HeldThing>& things)
{
    Holders holders;
    for (auto record : tally::records_counted(ground.table(), ground.query)) {
        ++holders.staff;
        const auto own = ground.facts().of(record);
        const bool holds = std::ranges::any_of(own, [&](const tally::Fact& fact) { return std::ranges::any_of(things, [&](const HeldThing& thing) { return stands_for(ground, fact, thing); }); });
        if (holds) holders.records.push_back(record);
        const bool reports = std::ranges::any_of(own, [&](const tally::Fact& fact) { return std::ranges::any_of(things, [&](const HeldThing& thing) { return is_of(fact, thing.kind); }); });
        if (!reports) ++holders.none_reported;
    }
    return holders;
}

std::string held_in_words(const Ground& ground, const std::vector<HeldThing>& things, std::int64_t record)
{
    std::vector<std::string> words;
    for (const auto& thing : things) {
        for (const auto& fact : ground.facts().of(record)) {
            if (!stands_for(ground, fact, thing)) continue;
            std::string held{thing.code->label_in(ground.era)};
            const auto detail_list = workforce::row_of(thing.kind).detail_list;
            const auto& detail = ground.facts().details().text(fact.detail);
            if (!detail.empty()) {
                const auto* code = detail_list.empty() ? nullptr : ground.packs().list(detail_list).find(detail);
                held += ": " + (code == nullptr ? detail + " (as reported)" : std::string{code->label_in(ground.era)});
            }
            if (std::ranges::find(words, held) == words.end()) words.push_back(std::move(held));
        }
    }
    return joined(words, "; ");
}

}  // namespace kith::profile
