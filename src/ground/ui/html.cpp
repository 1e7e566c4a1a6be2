#include "ui/html.hpp"

#include "base/text.hpp"
#include "ui/markup.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

namespace kith::ui
{
namespace
{

constexpr std::array<std::string_view, 4> schemes = {"http", "https", "mailto", "tel"};
constexpr std::array<std::string_view, 4> address_names = {"href", "src", "action", "formaction"};
constexpr std::array<std::string_view, 7> void_elements = {"input", "br", "hr", "img", "meta", "link", "col"};

template <class List>
bool holds(const List& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::string_view escape_of(char c)
{
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        default:
            return "&#39;";
    }
}

/// One byte a character, so that the scan over plain text stays in one cache line or two.
constexpr auto is_special = [] {
    std::array<bool, 256> table{};
    for (const char c : {'&', '<', '>', '"', '\''}) table[static_cast<unsigned char>(c)] = true;
    return table;
}();

}  // namespace

void append_escaped(std::string& out, std::string_view text)
{
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_special[static_cast<unsigned char>(text[i])]) continue;
        out.append(text, from, i - from);
        out += escape_of(text[i]);
        from = i + 1;
    }
    out.append(text, from);
}

std::string_view safe_address(std::string_view address)
{
    // Browsers ignore leading spaces and control characters, and tabs and line ends anywhere, before they look for a scheme.
    std::string scheme;
    for (const char c : address) {
        if (static_cast<unsigned char>(c) <= ' ') continue;
        if (c == '/' || c == '?' || c == '#') return address;
        if (c == ':') return holds(schemes, lower_ascii(scheme)) ? address : "#";
        scheme += c;
    }
    return address;
}

Markup& Markup::number(long long value)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out_.append(digits.data(), end);
    return *this;
}

Markup& Markup::content(const Content& content)
{
    if (content.is_markup()) {
        out_ += content.value();
    } else {
        append_escaped(out_, content.value());
    }
    return *this;
}

Markup& Markup::attribute(Literal name, std::string_view value)
{
    out_ += ' ';
    out_ += name.text();
    out_ += "=\"";
    append_escaped(out_, value);
    out_ += '"';
    return *this;
}

Markup& Markup::optional(Literal name, std::string_view value) { return value.empty() ? *this : attribute(name, value); }

Markup& Markup::address(Literal name, std::string_view value) { return attribute(name, safe_address(value)); }

Markup& Markup::flag(Literal name, bool on)
{
    if (!on) return *this;
    out_ += ' ';
    out_ += name.text();
    return *this;
}

Markup& Markup::classes(std::string_view first, std::string_view more)
{
    out_ += " class=\"";
    append_escaped(out_, first);
    if (!first.empty() && !more.empty()) out_ += ' ';
    append_escaped(out_, more);
    out_ += '"';
    return *this;
}

Markup& Markup::attributes(const Attributes& attributes)
{
    for (const auto& [name, value, bare] : attributes) {
        const auto lower = lower_ascii(name);
        if (lower == "style" || lower.starts_with("on")) {
            throw std::logic_error("attribute " + name + " is refused by the content security policy");
        }
        out_ += ' ';
        append_escaped(out_, name);
        if (bare) continue;
        out_ += "=\"";
        append_escaped(out_, holds(address_names, lower) ? safe_address(value) : std::string_view{value});
        out_ += '"';
    }
    return *this;
}

std::string with_word(std::string words, std::string_view word)
{
    if (!words.empty() && !word.empty()) words += ' ';
    words += word;
    return words;
}

Html text(std::string_view text) { return Markup{}.text(text).take(); }

Html raw(Literal markup) { return Markup{}.raw(markup).take(); }

Html Content::html() const { return Markup{}.content(*this).take(); }

Html element(Literal name, const Attributes& attributes, const Content& children)
{
    Markup m;
    m.raw("<").text(name.text()).attributes(attributes).raw(">");
    if (!holds(void_elements, name.text())) m.content(children).raw("</").text(name.text()).raw(">");
    return m.take();
}

Html element(Literal name, const Content& children) { return element(name, Attributes{}, children); }

Html join(std::initializer_list<Html> parts)
{
    Html all;
    for (const auto& part : parts) all += part;
    return all;
}

Html join(const std::vector<Html>& parts)
{
    Html all;
    for (const auto& part : parts) all += part;
    return all;
}

}  // namespace kith::ui
