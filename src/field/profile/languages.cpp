#include "profile/languages.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kith::profile {
namespace {

/// The letters of a name, folded, and nothing between them.
std::string key_of(std::string_view name)
{
    auto key = folded(name);
    std::erase_if(key, [](char letter) { return letter == ' ' || letter == '_' || letter == '-'; });
    return key;
}

/// A label without what stands in brackets or behind a comma: "Farsi (Persian)", "Kurdish, not said which".
std::string_view plain_label(std::string_view label)
{
    return trimmed(label.substr(0, label.find_first_of("(,")));
}

bool is_called(const packs::Code& code, const std::string& key)
{
    return key_of(code.code) == key || key_of(code.label) == key || key_of(plain_label(code.label)) == key
        || std::ranges::any_of(code.also, [&](const std::string& name) { return key_of(name) == key; });
}

const packs::Code* called(const packs::CodeList& list, const std::string& key)
{
    auto found = std::ranges::find_if(list.codes(), [&](const packs::Code& code) { return is_called(code, key); });
    return found == list.codes().end() ? nullptr : &*found;
}

void add_once(std::vector<const packs::Code*>& codes, const packs::Code* code)
{
    if (code != nullptr && std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
}

FoundLanguages found_by(const std::string& key, const packs::Packs& packs)
{
    FoundLanguages found;
    const auto& languages = packs.list("languages");
    add_once(found.languages, called(languages, key));
    found.group = called(packs.list("language_groups"), key);
    if (found.group != nullptr)
        for (auto code : split(found.group->attribute("languages"), ' ')) add_once(found.languages, languages.find(code));
    return found;
}

}  // namespace

std::string FoundLanguages::in_words() const
{
    if (group == nullptr) return {};
    std::vector<std::string> labels;
    for (const auto* language : languages)
        if (language->label.find(", not said which") == std::string::npos) labels.push_back(language->label);
    std::string words = group->label + " may mean ";
    for (std::size_t at = 0; at < labels.size(); ++at) words += (at == 0 ? "" : at + 1 == labels.size() ? " or " : ", ") + labels[at];
    return words;
}

FoundLanguages find_languages(std::string_view word, const packs::Packs& packs)
{
    constexpr std::string_view behind = "language";
    const auto key = key_of(word);
    if (key.empty()) return {};
    auto found = found_by(key, packs);
    if (found.languages.empty() && key.ends_with(behind)) found = found_by(key.substr(0, key.size() - behind.size()), packs);
    return found;
}

}  // namespace kith::profile
