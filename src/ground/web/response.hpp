#pragma once
// What goes back: a page, a redirect, a file, a stream. Says nothing of sockets; the server sends it.
#include "web/request.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::web {

/// Server-sent events: `next` is asked every so often, on a worker, until it answers nothing.
struct Events {
    /// One event, framed (see event_text), or empty where there is nothing new; nothing ends the stream.
    std::function<std::optional<std::string>()> next;
    std::chrono::milliseconds every{500};
};

struct Response {
    int status = 200;
    std::vector<Header> headers;
    std::string body;
    /// Sent instead of `body`, without copying: assets, which live as long as the program.
    std::string_view fixed;
    /// Sent instead of `body`: appends the next part (say 64 KB) and is true until there are no more. Runs on a worker, as `on_worker` routes do.
    std::function<bool(std::string& part)> stream;
    std::shared_ptr<Events> events;
    std::string banner;  ///< shown once on the next page that this browser opens; dispatch keeps it
    std::string afterwards;  ///< of a page that is shown once: the page that whoever loads it again is shown instead
    bool changed_nothing = false;  ///< nothing was written: the form may be sent again; dispatch finds it out

    static Response html(std::string text, int status = 200);
    static Response text(std::string text, int status = 200);
    static Response redirect(std::string path);  ///< 303 to a path of this house
    /// A file to keep: `name` as the browser should call it, `content_type` such as "text/csv; charset=utf-8".
    static Response file(std::string name, std::string content_type, std::string content);
    /// The same, made as it is sent.
    static Response file_stream(std::string name, std::string content_type, std::function<bool(std::string& part)> stream);

    /// Sets `name`, replacing one already there. A line break or control character in either is a bug and throws std::invalid_argument.
    void set(std::string name, std::string value);
    /// As set(), beside those already there: Set-Cookie.
    void add(std::string name, std::string value);
    std::optional<std::string_view> header(std::string_view name) const;  ///< name in any case
    std::size_t size() const { return fixed.empty() ? body.size() : fixed.size(); }
};

/// The reason that goes with a status: 404 → "Not Found".
std::string_view reason_of(int status);

/// "event: progress\ndata: ...\n\n", one data line for each line of `text`.
std::string event_text(std::string_view event, std::string_view text);

struct Cookie {
    std::string name;
    std::string value;
    bool secure = false;
    std::optional<int> seconds;  ///< how long the browser keeps it; until it closes where unset, 0 takes it away
};
/// Value for Set-Cookie: HttpOnly, SameSite=Lax, Path=/.
std::string cookie_text(const Cookie& cookie);

}  // namespace kith::web
