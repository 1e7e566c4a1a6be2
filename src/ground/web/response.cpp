#include "web/response.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace kith::web {
namespace {

void refuse_line_breaks(std::string_view text)
{
    for (char c : text)
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f) throw std::invalid_argument("control character in a header");
}

/// RFC 6266: a plain ASCII name for old readers, and the whole name in UTF-8.
std::string disposition(std::string_view name)
{
    std::string plain;
    for (char c : name) plain.push_back(static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || static_cast<unsigned char>(c) > 0x7e ? '_' : c);
    return fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}", plain, percent_encoded(name));
}

}  // namespace

Response Response::html(std::string text, int status)
{
    Response response{.status = status, .body = std::move(text)};
    response.set("Content-Type", "text/html; charset=utf-8");
    return response;
}

Response Response::text(std::string text, int status)
{
    Response response{.status = status, .body = std::move(text)};
    response.set("Content-Type", "text/plain; charset=utf-8");
    return response;
}

Response Response::redirect(std::string path)
{
    Response response{.status = 303};
    response.set("Location", std::move(path));
    return response;
}

Response Response::file(std::string name, std::string content_type, std::string content)
{
    Response response{.body = std::move(content)};
    response.set("Content-Type", std::move(content_type));
    response.set("Content-Disposition", disposition(name));
    return response;
}

Response Response::file_stream(std::string name, std::string content_type, std::function<bool(std::string&)> stream)
{
    auto response = file(std::move(name), std::move(content_type), {});
    response.stream = std::move(stream);
    return response;
}

void Response::set(std::string name, std::string value)
{
    auto lower = lower_ascii(name);
    std::erase_if(headers, [&](const Header& header) { return lower_ascii(header.name) == lower; });
    add(std::move(name), std::move(value));
}

void Response::add(std::string name, std::string value)
{
    refuse_line_breaks(name);
    refuse_line_breaks(value);
    headers.push_back({std::move(name), std::move(value)});
}

std::optional<std::string_view> Response::header(std::string_view name) const
{
    auto lower = lower_ascii(name);
    for (const auto& header : headers)
        if (lower_ascii(header.name) == lower) return header.value;
    return std::nullopt;
}

std::string_view reason_of(int status)
{
    static constexpr auto reasons = std::to_array<std::pair<int, std::string_view>>({
        {200, "OK"}, {507, "Insufficient Storage"}, {204, "No Content"}, {303, "See Other"}, {304, "Not Modified"}, {400, "Bad Request"}, {403, "Forbidden"},
        {404, "Not Found"}, {405, "Method Not Allowed"}, {408, "Request Timeout"}, {409, "Conflict"}, {410, "Gone"}, {411, "Length Required"},
        {413, "Content Too Large"}, {415, "Unsupported Media Type"}, {417, "Expectation Failed"}, {422, "Unprocessable Content"},
        {429, "Too Many Requests"}, {431, "Request Header Fields Too Large"}, {500, "Internal Server Error"}, {501, "Not Implemented"},
        {503, "Service Unavailable"}, {505, "HTTP Version Not Supported"},
    });
    for (const auto& [number, words] : reasons)
        if (number == status) return words;
    return "Unknown";
}

std::string event_text(std::string_view event, std::string_view text)
{
    auto out = fmt::format("event: {}\n", event);
    for (auto line : split(text, '\n')) out += fmt::format("data: {}\n", line);
    return out + "\n";
}

std::string cookie_text(const Cookie& cookie)
{
    auto text = fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax", cookie.name, cookie.value);
    if (cookie.seconds) text += fmt::format("; Max-Age={}", *cookie.seconds);
    if (cookie.secure) text += "; Secure";
    return text;
}

}  // namespace kith::web
