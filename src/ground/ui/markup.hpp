#pragma once
// The writer behind every component: appends to one string. Private to ui; rooms use the components.
#include "ui/html.hpp"

#include <string>
#include <string_view>

namespace kith::ui
{

/// Appends `text` to `out` with & < > " ' escaped.
void append_escaped(std::string& out, std::string_view text);
/// The address itself, or "#" where its scheme is not http, https, mailto or tel.
std::string_view safe_address(std::string_view address);

class Markup
{
public:
    Markup() = default;
    explicit Markup(std::size_t expected_size) { out_.reserve(expected_size); }
    Markup& raw(Literal markup)
    {
        out_ += markup.text();
        return *this;
    }
    Markup& text(std::string_view text)
    {
        append_escaped(out_, text);
        return *this;
    }
    Markup& number(long long value);
    Markup& html(const Html& html)
    {
        out_ += html.value_;
        return *this;
    }
    Markup& content(const Content& content);
    /// ` name="value"`, always.
    Markup& attribute(Literal name, std::string_view value);
    /// ` name="value"` unless the value is empty.
    Markup& optional(Literal name, std::string_view value);
    /// ` name="value"` with the address made safe.
    Markup& address(Literal name, std::string_view value);
    /// ` name`, where `on`.
    Markup& flag(Literal name, bool on);
    /// ` class="first more"`.
    Markup& classes(std::string_view first, std::string_view more);
    Markup& attributes(const Attributes& attributes);
    Html take() { return Html{std::move(out_)}; }

private:
    std::string out_;
};

/// "a b", or the one that is not empty.
std::string with_word(std::string words, std::string_view word);

}  // namespace kith::ui
