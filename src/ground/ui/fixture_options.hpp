#pragma once
// Tests only: reads the options of an official fixture (JSON) the way the template language would, into our params structs.
#include "ui/choices.hpp"
#include "ui/fields.hpp"

#include <boost/json.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kith::ui {

namespace json = boost::json;

struct FixtureHtml {
    static Html html(std::string markup) { return Html{std::move(markup)}; }
};

/// An object of options; one that is missing reads as empty.
class Options {
public:
    Options() = default;
    explicit Options(const json::value& value) { if (value.is_object()) object_ = value.get_object(); }

    const json::value* find(std::string_view name) const { return object_.if_contains(name); }
    bool has(std::string_view name) const { return find(name) != nullptr; }
    Options sub(std::string_view name) const { return has(name) ? Options{*find(name)} : Options{}; }
    bool empty() const { return object_.empty(); }

    static std::string words(const json::value& value)
    {
        if (value.is_string()) return std::string{value.get_string()};
        if (value.is_null()) return {};
        return json::serialize(value);
    }
    std::string text(std::string_view name, std::string_view otherwise = {}) const
    {
        const auto* value = find(name);
        const auto found = value != nullptr && value->is_bool() && !value->get_bool() ? std::string{} : value != nullptr ? words(*value) : "";
        return found.empty() ? std::string{otherwise} : found;
    }
    std::optional<std::string> given_text(std::string_view name) const
    {
        const auto* value = find(name);
        return value == nullptr || value->is_null() ? std::nullopt : std::optional{words(*value)};
    }
    std::optional<bool> given(std::string_view name) const
    {
        const auto* value = find(name);
        return value == nullptr || !value->is_bool() ? std::nullopt : std::optional{value->get_bool()};
    }
    bool is_on(std::string_view name) const { return given(name).value_or(false); }
    int number(std::string_view name, int otherwise = 0) const
    {
        const auto* value = find(name);
        return value != nullptr && value->is_int64() ? static_cast<int>(value->get_int64()) : otherwise;
    }
    Html html(std::string_view name) const { return FixtureHtml::html(text(name)); }
    /// html where it is given, else text.
    Content content(std::string_view text_name = "text", std::string_view html_name = "html") const
    {
        const auto markup = text(html_name);
        return markup.empty() ? Content{text(text_name)} : Content{FixtureHtml::html(markup)};
    }
    /// The same for an option that is an object of its own: hint, prefix, beforeInput.
    Content content_of(std::string_view name) const { return sub(name).content(); }
    std::string classes() const { return text("classes"); }
    Attributes attributes(std::string_view name = "attributes") const
    {
        Attributes all;
        if (const auto* value = find(name); value != nullptr && value->is_object()) {
            for (const auto& [key, each] : value->get_object()) all.push_back({std::string{key}, words(each)});
        }
        return all;
    }
    /// What is truthy in the list; a falsy item is what our typed lists cannot hold.
    std::vector<Options> list(std::string_view name) const
    {
        std::vector<Options> all;
        if (const auto* value = find(name); value != nullptr && value->is_array()) {
            for (const auto& each : value->get_array()) {
                if (each.is_object()) all.emplace_back(each);
            }
        }
        return all;
    }
    std::vector<std::string> texts(std::string_view name) const
    {
        std::vector<std::string> all;
        if (const auto* value = find(name); value != nullptr && value->is_array()) {
            for (const auto& each : value->get_array()) all.push_back(words(each));
        }
        return all;
    }
    PluralTexts plurals(std::string_view name) const
    {
        PluralTexts all;
        if (const auto* value = find(name); value != nullptr && value->is_object()) {
            for (const auto& [rule, each] : value->get_object()) all.emplace_back(std::string{rule}, words(each));
        }
        return all;
    }

private:
    json::object object_;
};

using Renderer = Html (*)(const Options&);
using Renderers = std::map<std::string, Renderer>;

Renderers field_renderers();
Renderers choice_renderers();
Renderers notice_renderers();
Renderers navigation_renderers();
Renderers table_renderers();

// Shared between fields and choices.
Label label_of(const Options& o);
Hint hint_of(const Options& o);
ErrorMessage error_of(const Options& o);
Fieldset fieldset_of(const Options& o);

}  // namespace kith::ui
