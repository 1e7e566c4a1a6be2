#pragma once
// The rules of HTTP/1.1 that the parser leaves open, and how a response reads on the wire. Pure: no sockets, so that each rule has a test.
#include "base/instant.hpp"
#include "web/response.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::web {

/// A request's head as the parser hands it over, names in lower case.
struct RawHead {
    int version = 11;  ///< 10 or 11
    std::string method;
    std::string target;
    std::vector<Header> headers;
};

/// What is known of the body before it is read.
struct BodyAhead {
    bool chunked = false;
    std::uint64_t length = 0;      ///< as Content-Length says; 0 where chunked
    bool keep_alive = true;
    bool asks_to_continue = false; ///< "Expect: 100-continue": waits before sending the body
    bool is_there() const { return chunked || length > 0; }
};

/// The body that follows, or the status (400, 417, 505) with which this head is turned away: HTTP/1.1 without exactly one sound Host,
/// Transfer-Encoding other than "chunked", both lengths at once, a length that is not one plain number, a body on GET or HEAD, a name
/// that comes twice where it must not. Each is a way in which two readers of one request can part ways (request smuggling).
std::expected<BodyAhead, int> body_ahead(const RawHead& head);

/// The address of whoever asks, seen through the proxies that are trusted. `peer` is the socket's other end; only where it is among `trusted`
/// is X-Forwarded-For believed: its last address that is not trusted itself.
std::string address_of(const std::string& peer, const std::vector<Header>& headers, const std::vector<std::string>& trusted);

/// "Sun, 22 Nov 2026 00:30:00 GMT" (RFC 9110 5.6.7).
std::string http_date(Instant moment);

enum class Framing { length, chunks, until_close };
/// Status line and headers up to the empty line. Content-Length where `framing` says so.
std::string head_text(const Response& response, Framing framing, bool keep_alive, Instant now);
/// One chunk with its frame; empty text gives nothing, since an empty chunk would end the body.
std::string chunk_text(std::string_view text);

}  // namespace kith::web
