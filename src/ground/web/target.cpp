#include "web/target.hpp"

#include "base/text.hpp"

namespace kith::web {
namespace {

int hex(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

/// RFC 3986 without what has no business in our paths: quotes, brackets, spaces and bytes outside ASCII come encoded.
bool is_target_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view{"-._~!$&'()*+,;=:@/?%[]|^`{}\""}.find(c) != std::string_view::npos;
}

std::unexpected<Problem> not_an_address() { return unacceptable({}, "This is not an address that can be read"); }

/// One decoded segment, or nothing where it could mean something else to a file system, a proxy or a log.
std::optional<std::string> sound_segment(std::string_view text)
{
    auto segment = percent_decoded(text, false);
    if (!segment || segment->empty() || *segment == "." || *segment == "..") return std::nullopt;
    for (char c : *segment)
        if (c == '/' || c == '\\' || is_control(c)) return std::nullopt;
    return segment;
}

std::string_view without_authority(std::string_view text)
{
    for (std::string_view scheme : {"http://", "https://"}) {
        if (lower_ascii(text.substr(0, scheme.size())) != scheme) continue;
        auto slash = text.find('/', scheme.size());
        return slash == std::string_view::npos ? std::string_view{"/"} : text.substr(slash);
    }
    return text;
}

}  // namespace

std::optional<std::string_view> first(const Fields& fields, std::string_view name)
{
    for (const auto& [key, value] : fields)
        if (key == name) return value;
    return std::nullopt;
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            int high = hex(text[i + 1]), low = hex(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (c == '+' && plus_is_space) {
            c = ' ';
        }
        if (c == '\0') return std::nullopt;
        out.push_back(c);
    }
    if (!is_utf8(out)) return std::nullopt;
    return out;
}

std::string percent_encoded(std::string_view text)
{
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (char c : text) {
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) {
            out.push_back(c);
        } else {
            auto byte = static_cast<unsigned char>(c);
            out.push_back('%');
            out.push_back(digits[byte >> 4]);
            out.push_back(digits[byte & 15]);
        }
    }
    return out;
}

Result<Fields> parse_urlencoded(std::string_view text, std::size_t limit)
{
    Fields fields;
    while (!text.empty()) {
        auto end = text.find('&');
        auto pair = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (pair.empty()) continue;
        if (fields.size() == limit) return unacceptable({}, "This form holds more answers than can be taken");
        auto equals = pair.find('=');
        auto name = percent_decoded(pair.substr(0, equals), true);
        auto value = percent_decoded(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1), true);
        if (!name || !value) return unacceptable({}, "This form holds characters that cannot be read");
        fields.emplace_back(std::move(*name), std::move(*value));
    }
    return fields;
}

std::string Target::path() const
{
    if (segments.empty()) return "/";
    std::string out;
    for (const auto& segment : segments) out += "/" + percent_encoded(segment);
    return out;
}

Result<Target> parse_target(std::string_view text)
{
    for (char c : text)
        if (!is_target_character(c)) return not_an_address();
    text = without_authority(text);
    auto question = text.find('?');
    auto path = text.substr(0, question);
    if (path.empty() || path.front() != '/') return not_an_address();
    Target target;
    path.remove_prefix(1);
    if (!path.empty() && path.back() == '/') {
        target.trailing_slash = true;
        path.remove_suffix(1);
        if (path.empty()) return not_an_address();
    }
    if (!path.empty()) {
        for (auto part : split(path, '/')) {
            auto segment = sound_segment(part);
            if (!segment) return not_an_address();
            target.segments.push_back(std::move(*segment));
        }
    }
    if (question == std::string_view::npos) return target;
    auto query = parse_urlencoded(text.substr(question + 1));
    if (!query) return not_an_address();
    target.query = std::move(*query);
    return target;
}

std::string local_path_or(std::string_view wanted, std::string_view otherwise)
{
    std::string fallback{otherwise};
    if (wanted.empty() || wanted.size() > 2000 || wanted.front() != '/') return fallback;
    if (wanted.size() > 1 && (wanted[1] == '/' || wanted[1] == '\\')) return fallback;
    for (char c : wanted)
        if (!is_target_character(c)) return fallback;
    auto target = parse_target(wanted);
    return target && !target->trailing_slash ? std::string{wanted} : fallback;
}

}  // namespace kith::web
