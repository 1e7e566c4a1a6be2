#pragma once
// Html in a normal form in which two pieces of markup are equal exactly where a browser builds the same from them: attributes
// sorted, character references decoded, white space collapsed as HTML collapses it. A space between inline elements is kept:
// losing one joins two words for the reader. One token a line.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::kit
{

namespace normal_html_detail
{

inline bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

inline bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Stands in a line of text and takes part in its white space.
inline bool is_inline(std::string_view name)
{
    return is_one_of(name, {"a", "abbr", "b", "cite", "code", "em", "i", "kbd", "label", "mark", "q", "s", "small", "span", "strong", "sub",
                            "sup", "time", "u"});
}

/// Stands in a line of text like a letter; what is inside it is a line of its own.
inline bool is_like_a_letter(std::string_view name)
{
    return is_one_of(name, {"button", "img", "input", "meter", "progress", "select", "svg", "textarea"});
}

inline bool has_no_end_tag(std::string_view name)
{
    return is_one_of(name, {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"});
}

inline void append_utf8(std::string& out, std::uint32_t point)
{
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | (point >> 12));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    }
}

inline std::optional<std::uint32_t> point_of(std::string_view name)
{
    static constexpr std::pair<std::string_view, std::uint32_t> known[] = {
        {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}, {"copy", 0xA9}, {"ctdot", 0x22EF}};
    for (const auto& [word, point] : known) {
        if (word == name) return point;
    }
    if (name.size() < 2 || name[0] != '#') return std::nullopt;
    const bool hex = name[1] == 'x' || name[1] == 'X';
    return static_cast<std::uint32_t>(std::stoul(std::string{name.substr(hex ? 2 : 1)}, nullptr, hex ? 16 : 10));
}

inline std::string decoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto end = text[i] == '&' ? text.find(';', i) : std::string_view::npos;
        const auto point = end != std::string_view::npos && end - i < 12 ? point_of(text.substr(i + 1, end - i - 1)) : std::nullopt;
        if (point) {
            append_utf8(out, *point);
            i = end;
        } else {
            out += text[i];
        }
    }
    return out;
}

class Reader
{
public:
    explicit Reader(std::string_view html) : html_(html) {}

    std::vector<std::string> read()
    {
        while (at_ < html_.size()) {
            if (html_.compare(at_, 4, "<!--") == 0) {
                at_ = std::min(html_.find("-->", at_), html_.size() - 3) + 3;
            } else if (html_[at_] == '<') {
                read_tag();
            } else {
                const auto end = std::min(html_.find('<', at_), html_.size());
                add_text(html_.substr(at_, end - at_));
                at_ = end;
            }
        }
        return merged();
    }

private:
    struct Token {
        bool is_text = false;
        std::string words;
    };

    void read_tag()
    {
        const auto end = end_of_tag();
        auto inside = html_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        const bool closes = !inside.empty() && inside[0] == '/';
        const bool ends_itself = !inside.empty() && inside.back() == '/';
        if (closes) inside.remove_prefix(1);
        if (ends_itself) inside.remove_suffix(1);
        const auto name_end = std::min(inside.find_first_of(" \n\t\r\f"), inside.size());
        std::string name{inside.substr(0, name_end)};
        if (closes) {
            end_tag(name);
            return;
        }
        start_tag(name, "<" + name + attributes(inside.substr(name_end)) + ">");
        if (ends_itself && !has_no_end_tag(name)) end_tag(name);
        if (!ends_itself && is_one_of(name, {"textarea", "pre", "script", "style"})) take_verbatim(name);
    }

    std::size_t end_of_tag() const
    {
        char quote = 0;
        for (std::size_t i = at_; i < html_.size(); ++i) {
            if (quote != 0) {
                if (html_[i] == quote) quote = 0;
            } else if (html_[i] == '"' || html_[i] == '\'') {
                quote = html_[i];
            } else if (html_[i] == '>') {
                return i;
            }
        }
        return html_.size();
    }

    static std::string attributes(std::string_view text)
    {
        std::vector<std::pair<std::string, std::string>> all;
        std::size_t i = 0;
        const auto skip = [&] {
            while (i < text.size() && is_space(text[i])) ++i;
        };
        for (skip(); i < text.size(); skip()) {
            const auto from = i;
            while (i < text.size() && !is_space(text[i]) && text[i] != '=') ++i;
            std::string name{text.substr(from, i - from)};
            std::string value;
            if (i < text.size() && text[i] == '=') value = attribute_value(text, ++i);
            if (name == "class") value = one_spaced(value);
            all.emplace_back(std::move(name), std::move(value));
        }
        std::sort(all.begin(), all.end());
        std::string out;
        for (const auto& [name, value] : all) out += " " + name + "=\"" + value + "\"";
        return out;
    }

    static std::string attribute_value(std::string_view text, std::size_t& i)
    {
        const char quote = i < text.size() && (text[i] == '"' || text[i] == '\'') ? text[i] : 0;
        if (quote != 0) ++i;
        const auto from = i;
        while (i < text.size() && (quote != 0 ? text[i] != quote : !is_space(text[i]))) ++i;
        const auto value = decoded(text.substr(from, i - from));
        if (quote != 0) ++i;
        return value;
    }

    static std::string one_spaced(const std::string& value)
    {
        std::string out;
        for (const char c : value) {
            if (!is_space(c)) {
                out += c;
            } else if (!out.empty() && out.back() != ' ') {
                out += ' ';
            }
        }
        if (!out.empty() && out.back() == ' ') out.pop_back();
        return out;
    }

    void start_tag(const std::string& name, std::string token)
    {
        if (is_like_a_letter(name)) {
            give_space();
        } else if (!is_inline(name)) {
            end_line();
        }
        tokens_.push_back({false, std::move(token)});
        if (is_like_a_letter(name)) line_has_words_ = has_no_end_tag(name);
    }

    void end_tag(const std::string& name)
    {
        if (!is_inline(name)) end_line();
        tokens_.push_back({false, "</" + name + ">"});
        if (is_like_a_letter(name)) line_has_words_ = true;
    }

    void end_line()
    {
        space_at_.reset();
        line_has_words_ = false;
    }

    void add_text(std::string_view raw)
    {
        std::string word;
        const auto give_word = [&] {
            if (word.empty()) return;
            give_space();
            tokens_.push_back({true, decoded(word)});
            line_has_words_ = true;
            word.clear();
        };
        for (const char c : raw) {
            if (!is_space(c)) {
                word += c;
                continue;
            }
            give_word();
            if (line_has_words_ && !space_at_) space_at_ = tokens_.size();
        }
        give_word();
    }

    /// The space seen before stands where it was first seen; one at the end of a line never comes to stand.
    void give_space()
    {
        if (!space_at_) return;
        tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(*space_at_), {true, " "});
        space_at_.reset();
    }

    void take_verbatim(const std::string& name)
    {
        const auto end = std::min(html_.find("</" + name, at_), html_.size());
        auto inside = html_.substr(at_, end - at_);
        if (inside.starts_with('\n')) inside.remove_prefix(1);
        if (!inside.empty()) tokens_.push_back({true, decoded(inside)});
        at_ = end;
    }

    std::vector<std::string> merged() const
    {
        std::vector<std::string> lines;
        bool after_text = false;
        for (const auto& token : tokens_) {
            if (token.is_text && after_text) {
                lines.back() += token.words;
            } else {
                lines.push_back(token.words);
            }
            after_text = token.is_text;
        }
        return lines;
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
    std::optional<std::size_t> space_at_;
    bool line_has_words_ = false;
};

}  // namespace normal_html_detail

/// The normal form of `html`, a token (tag or text) a line.
inline std::string normal_html(std::string_view html)
{
    std::string out;
    for (const auto& line : normal_html_detail::Reader{html}.read()) out += line + "\n";
    return out;
}

}  // namespace kith::kit
