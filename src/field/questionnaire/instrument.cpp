#include "questionnaire/instrument.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace kith::questionnaire {
namespace {
constexpr std::array<std::pair<ItemKind, std::string_view>, 8> kinds{{{ItemKind::scale, "scale"}, {ItemKind::one, "one"},
                                                                      {ItemKind::several, "several"}, {ItemKind::matrix, "matrix"},
                                                                      {ItemKind::number, "number"}, {ItemKind::date, "date"},
                                                                      {ItemKind::short_text, "short_text"}, {ItemKind::long_text, "long_text"}}};

template <class T, class Key>
const T* named(const std::vector<T>& all, Key key, std::string_view name)
{
    auto found = std::ranges::find(all, name, key);
    return found == all.end() ? nullptr : &*found;
}

std::set<int> values_of(const Scale& scale)
{
    std::set<int> values;
    for (const auto& step : scale.steps) values.insert(step.value);
    return values;
}

void say_lost(const std::vector<Option>& earlier, const std::vector<Option>& later, const std::string& where, std::vector<std::string>& broken)
{
    for (const auto& option : earlier)
        if (named(later, &Option::code, option.code) == nullptr)
            broken.push_back(where + " had \"" + option.code + "\", which is gone; what was answered must keep its meaning");
}

void say_broken(const Instrument& earlier, const Item& was, const Instrument& later, const Item& is, std::vector<std::string>& broken)
{
    auto item = "item \"" + was.key + "\"";
    if (was.kind != is.kind) {
        broken.push_back(item + " was of the kind " + std::string{name_of(was.kind)} + " and is now " + std::string{name_of(is.kind)} +
                         "; give a new item a new key and say retired = true of this one");
        return;
    }
    say_lost(was.options, is.options, item, broken);
    say_lost(was.rows, is.rows, item, broken);
    const auto* scale_was = earlier.scale(was.scale);
    const auto* scale_is = later.scale(is.scale);
    if (scale_was != nullptr && (scale_is == nullptr || !scale_is->has_values_of(*scale_was)))
        broken.push_back(item + " is answered on steps of other values than before; words may change, values may not");
    if (!was.theme.empty() && was.theme != is.theme)
        broken.push_back(item + " was of the theme \"" + was.theme + "\" and is now of " + (is.theme.empty() ? "none" : "\"" + is.theme + "\""));
    if (was.retired && !is.retired) broken.push_back(item + " was retired and is asked again; give the new item a key of its own");
}
}  // namespace

bool Scale::has_values_of(const Scale& other) const
{
    return values_of(*this) == values_of(other);
}

bool Item::is_for(std::string_view viewpoint) const
{
    return viewpoints.empty() || std::ranges::find(viewpoints, viewpoint) != viewpoints.end();
}

const Viewpoint* Instrument::viewpoint(std::string_view key) const
{
    return named(viewpoints, &Viewpoint::id, key);
}

const Theme* Instrument::theme(std::string_view key) const
{
    return named(themes, &Theme::id, key);
}

const Scale* Instrument::scale(std::string_view key) const
{
    return named(scales, &Scale::id, key);
}

const Section* Instrument::section(std::string_view key) const
{
    return named(sections, &Section::id, key);
}

const Item* Instrument::item(std::string_view key) const
{
    return named(items, &Item::key, key);
}

bool Instrument::is_framework() const
{
    return std::ranges::any_of(themes, [](const Theme& entry) { return !entry.success.empty(); });
}

std::vector<std::string> Instrument::breaks_with(const Instrument& earlier) const
{
    std::vector<std::string> broken;
    if (id != earlier.id) broken.push_back("it is another instrument: \"" + id + "\" and not \"" + earlier.id + "\"");
    if (version <= earlier.version)
        broken.push_back("its version is " + std::to_string(version) + ", and " + std::to_string(earlier.version) + " is published already");
    for (const auto& was : earlier.items) {
        if (const auto* is = item(was.key)) say_broken(earlier, was, *this, *is, broken);
        else broken.push_back("item \"" + was.key + "\" is gone; keep it, with retired = true");
    }
    for (const auto& was : earlier.viewpoints)
        if (viewpoint(was.id) == nullptr) broken.push_back("the viewpoint \"" + was.id + "\" is gone");
    for (const auto& was : earlier.themes)
        if (theme(was.id) == nullptr) broken.push_back("the theme \"" + was.id + "\" is gone");
    return broken;
}

std::string_view name_of(ItemKind kind)
{
    return std::ranges::find(kinds, kind, &std::pair<ItemKind, std::string_view>::first)->second;
}

std::optional<ItemKind> item_kind(std::string_view name)
{
    auto found = std::ranges::find(kinds, name, &std::pair<ItemKind, std::string_view>::second);
    return found == kinds.end() ? std::nullopt : std::optional{found->first};
}

}  // namespace kith::questionnaire
