#include "web/wire.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ranges>

namespace kith::web {
namespace {

std::vector<std::string_view> values_of(const RawHead& head, std::string_view name)
{
    std::vector<std::string_view> values;
    for (const auto& header : head.headers)
        if (header.name == name) values.push_back(trimmed(header.value));
    return values;
}

/// A name or address with an optional port, in the letters that such things have.
bool is_sound_host(std::string_view host)
{
    return !host.empty() && host.size() <= 255 && std::ranges::all_of(host, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view{"-._:[]"}.find(c) != std::string_view::npos;
    });
}

std::optional<std::uint64_t> plain_number(std::string_view text)
{
    std::uint64_t number = 0;
    if (text.empty() || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) return std::nullopt;
    return number;
}

bool lists(const std::vector<std::string_view>& values, std::string_view word)
{
    for (auto value : values)
        for (auto part : split(value, ','))
            if (lower_ascii(trimmed(part)) == word) return true;
    return false;
}

bool is_safe_verb(std::string_view method) { return method == "GET" || method == "HEAD"; }

/// An address without a port: "1.2.3.4:567" and "[::1]:567" as some proxies write them.
std::string without_port(std::string_view text)
{
    text = trimmed(text);
    if (text.starts_with('[')) return std::string{text.substr(1, text.find(']') - 1)};
    if (std::ranges::count(text, ':') == 1) text = text.substr(0, text.find(':'));
    return std::string{text};
}

bool looks_like_an_address(std::string_view text)
{
    return !text.empty() && text.size() <= 45 && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '.' || c == ':';
    });
}

}  // namespace

std::expected<BodyAhead, int> body_ahead(const RawHead& head)
{
    if (head.version != 10 && head.version != 11) return std::unexpected(505);
    auto hosts = values_of(head, "host"), codings = values_of(head, "transfer-encoding"), lengths = values_of(head, "content-length");
    auto expects = values_of(head, "expect"), connection = values_of(head, "connection");
    if (hosts.size() > 1 || (hosts.empty() && head.version == 11)) return std::unexpected(400);
    if (!hosts.empty() && !is_sound_host(hosts.front())) return std::unexpected(400);
    for (auto name : {"content-type", "authorization", "origin"})
        if (values_of(head, name).size() > 1) return std::unexpected(400);

    BodyAhead body;
    body.keep_alive = head.version == 11 ? !lists(connection, "close") : lists(connection, "keep-alive");
    if (!codings.empty()) {
        if (codings.size() > 1 || lower_ascii(codings.front()) != "chunked" || head.version != 11 || !lengths.empty()) return std::unexpected(400);
        body.chunked = true;
    }
    if (!lengths.empty()) {
        auto length = plain_number(lengths.front());
        if (lengths.size() > 1 || !length) return std::unexpected(400);
        body.length = *length;
    }
    if (body.is_there() && is_safe_verb(head.method)) return std::unexpected(400);
    if (!expects.empty()) {
        if (lower_ascii(expects.front()) != "100-continue") return std::unexpected(417);
        body.asks_to_continue = body.is_there() && head.version == 11;
    }
    return body;
}

std::string address_of(const std::string& peer, const std::vector<Header>& headers, const std::vector<std::string>& trusted)
{
    auto is_trusted = [&](const std::string& address) { return std::ranges::find(trusted, address) != trusted.end(); };
    if (!is_trusted(peer)) return peer;
    std::vector<std::string> chain;
    for (const auto& header : headers) {
        if (header.name != "x-forwarded-for") continue;
        for (auto part : split(header.value, ',')) chain.push_back(without_port(part));
    }
    auto seen = peer;
    // From the nearest outwards: whoever the last trusted proxy saw. What stands further left is the sender's own claim.
    for (auto& address : std::views::reverse(chain)) {
        if (!looks_like_an_address(address)) break;
        seen = address;
        if (!is_trusted(address)) break;
    }
    return seen;
}

std::string http_date(Instant moment)
{
    static constexpr std::array<std::string_view, 7> days{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};  // 1 January 1970 was a Thursday
    static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto seconds = moment.seconds_since_epoch();
    auto date = Date::from_days(static_cast<int>(seconds / 86400));
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days.at(static_cast<std::size_t>(seconds / 86400 % 7)), date.day(),
                       months.at(static_cast<std::size_t>(date.month() - 1)), date.year(), seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
}

std::string head_text(const Response& response, Framing framing, bool keep_alive, Instant now)
{
    auto text = fmt::format("HTTP/1.1 {} {}\r\nDate: {}\r\n", response.status, reason_of(response.status), http_date(now));
    for (const auto& header : response.headers) text += fmt::format("{}: {}\r\n", header.name, header.value);
    bool bodiless = response.status == 304 || response.status == 204;
    if (framing == Framing::length && !bodiless) text += fmt::format("Content-Length: {}\r\n", response.size());
    if (framing == Framing::chunks) text += "Transfer-Encoding: chunked\r\n";
    text += keep_alive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return text;
}

std::string chunk_text(std::string_view text)
{
    if (text.empty()) return {};
    return fmt::format("{:x}\r\n{}\r\n", text.size(), text);
}

}  // namespace kith::web
