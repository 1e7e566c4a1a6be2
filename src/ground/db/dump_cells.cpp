#include "db/dump_cells.hpp"

#include "db/digest.hpp"

#include <fmt/format.h>

#include <charconv>
#include <iterator>

namespace kith::db {
namespace {

void append_escaped(std::string& line, std::string_view text)
{
    for (char c : text) {
        switch (c) {
        case '\\': line += "\\\\"; break;
        case '\t': line += "\\t"; break;
        case '\n': line += "\\n"; break;
        case '\r': line += "\\r"; break;
        default: line += c;
        }
    }
}

std::optional<Value> text_in(std::string_view escaped)
{
    std::string text;
    text.reserve(escaped.size());
    for (std::size_t i = 0; i < escaped.size(); ++i) {
        if (escaped[i] != '\\') {
            text += escaped[i];
            continue;
        }
        if (++i == escaped.size()) return std::nullopt;
        switch (escaped[i]) {
        case '\\': text += '\\'; break;
        case 't': text += '\t'; break;
        case 'n': text += '\n'; break;
        case 'r': text += '\r'; break;
        default: return std::nullopt;
        }
    }
    return Value{std::move(text)};
}

template <class T>
std::optional<Value> number_in(std::string_view text)
{
    T number{};
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return Value{number};
}

}  // namespace

void append_cell(std::string& line, const Value& value)
{
    switch (value.index()) {
    case 1: fmt::format_to(std::back_inserter(line), "i{}", std::get<std::int64_t>(value)); return;
    case 2: fmt::format_to(std::back_inserter(line), "r{}", std::get<double>(value)); return;
    case 3:
        line += 't';
        append_escaped(line, std::get<std::string>(value));
        return;
    case 4:
        line += 'b';
        line += hex(std::get<Bytes>(value));
        return;
    default: line += '-';
    }
}

std::optional<Value> cell_in(std::string_view text)
{
    if (text == "-") return Value{};
    if (text.empty()) return std::nullopt;
    auto rest = text.substr(1);
    switch (text[0]) {
    case 'i': return number_in<std::int64_t>(rest);
    case 'r': return number_in<double>(rest);
    case 't': return text_in(rest);
    case 'b':
        if (auto bytes = from_hex(rest)) return Value{std::move(*bytes)};
        return std::nullopt;
    default: return std::nullopt;
    }
}

}  // namespace kith::db
