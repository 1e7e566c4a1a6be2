#pragma once
// Html: markup that is safe to send, as a value. Text becomes Html only by being escaped, literals only at compile time.
// Not a template engine and not a parser: rooms outside ui compose components and never write a '<'.
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::ui
{

/// Text known when the program is compiled; a string made at run time does not convert to it.
class Literal
{
public:
    template <std::size_t length>
    consteval Literal(const char (&text)[length]) : text_(text, length - 1)
    {
    }  // NOLINT: implicit by design
    constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// Markup. Made by `text` (escapes), `raw` (literals), `element` and the components; joined with + and +=.
class Html
{
public:
    Html() = default;
    Html& operator+=(const Html& more)
    {
        value_ += more.value_;
        return *this;
    }
    friend Html operator+(Html left, const Html& right)
    {
        left += right;
        return left;
    }
    const std::string& str() const& { return value_; }
    std::string str() && { return std::move(value_); }
    bool empty() const { return value_.empty(); }
    bool operator==(const Html&) const = default;

private:
    friend class Markup;        // the one writer, private to ui (markup.hpp)
    friend struct FixtureHtml;  // defined in the tests of ui only, where fixtures bring markup of their own
    explicit Html(std::string value) : value_(std::move(value)) {}
    std::string value_;
};

/// The text with & < > " ' escaped, so that it reads the same and can stand between tags and in attribute values.
Html text(std::string_view text);
/// Markup as it stands in the source. Nothing that is read or typed in can pass through here.
Html raw(Literal markup);

/// What the design system calls "text or html": a string is text and will be escaped, Html is taken as it is.
class Content
{
public:
    Content() = default;
    Content(std::string text) : value_(std::move(text)) {}                // NOLINT: implicit by design
    Content(std::string_view text) : value_(text) {}                      // NOLINT
    Content(const char* text) : value_(text) {}                           // NOLINT
    Content(Html html) : value_(std::move(html).str()), markup_(true) {}  // NOLINT
    bool empty() const { return value_.empty(); }
    bool is_markup() const { return markup_; }
    const std::string& value() const { return value_; }
    Html html() const;  ///< escaped where it is text

private:
    std::string value_;
    bool markup_ = false;
};

/// One attribute of an element; `bare` ones have a name only (`hidden`).
struct Attribute {
    std::string name;
    std::string value;
    bool bare = false;
};
using Attributes = std::vector<Attribute>;

/// <name attributes>children</name>; elements that HTML leaves without an end tag (input, br, ...) have none. Names and values are
/// escaped. An address (href, action, src, formaction) whose scheme is not http, https, mailto or tel becomes "#"; a style or
/// on... attribute is our own mistake (the content security policy would refuse it) and throws std::logic_error.
Html element(Literal name, const Attributes& attributes, const Content& children = {});
Html element(Literal name, const Content& children);

/// All of them, one after the other.
Html join(std::initializer_list<Html> parts);
Html join(const std::vector<Html>& parts);

}  // namespace kith::ui
