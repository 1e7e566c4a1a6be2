#pragma once
// Tests only: reads the options of an official fixture (JSON) the way the template language would, into our params structs.
#include "ui/choices.hpp"
#include "ui/fields.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boost::json
{
class value;
}

namespace kith::ui
{

struct FixtureHtml {
    static Html html(std::string markup) { return Html{std::move(markup)}; }
};

/// An object of options, or a list of them; one that is missing reads as empty.
class Options
{
public:
    Options() = default;
    explicit Options(std::shared_ptr<const boost::json::value> value) : value_(std::move(value)) {}

    bool has(std::string_view name) const { return find(name) != nullptr; }
    bool is_object() const;
    Options sub(std::string_view name) const;
    /// As text; false, null and what is missing read as `otherwise`.
    std::string text(std::string_view name, std::string_view otherwise = {}) const;
    /// As text, where it is given at all: an empty text or 0 is one.
    std::optional<std::string> given_text(std::string_view name) const;
    std::optional<bool> given(std::string_view name) const;
    bool is_on(std::string_view name) const { return given(name).value_or(false); }
    int number(std::string_view name, int otherwise = 0) const;
    Html html(std::string_view name) const { return FixtureHtml::html(text(name)); }
    /// html where it is given, else text.
    Content content(std::string_view text_name = "text", std::string_view html_name = "html") const;
    /// The same for an option that is an object of its own: hint, prefix, beforeInput.
    Content content_of(std::string_view name) const { return sub(name).content(); }
    std::string classes() const { return text("classes"); }
    Attributes attributes(std::string_view name = "attributes") const;
    /// What is truthy in the list; a falsy item is what our typed lists cannot hold.
    std::vector<Options> list(std::string_view name) const { return sub(name).items(); }
    std::vector<Options> items() const;
    std::vector<std::string> texts(std::string_view name) const;
    PluralTexts plurals(std::string_view name) const;

private:
    const boost::json::value* find(std::string_view name) const;
    std::shared_ptr<const boost::json::value> value_;
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
