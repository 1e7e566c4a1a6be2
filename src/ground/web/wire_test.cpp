#include "web/wire.hpp"

#include <gtest/gtest.h>

using namespace kith;
using web::RawHead;

namespace {

RawHead post(std::vector<web::Header> headers)
{
    headers.insert(headers.begin(), {"host", "kith.example"});
    return {.method = "POST", .target = "/", .headers = std::move(headers)};
}

}  // namespace

TEST(Head, NeedsExactlyOneSoundHost)
{
    EXPECT_EQ(web::body_ahead({.method = "GET", .target = "/"}).error(), 400);
    EXPECT_EQ(web::body_ahead({.method = "GET", .headers = {{"host", "a"}, {"host", "a"}}}).error(), 400);
    for (auto host : {"", " ", "a b", "a/b", "a@b", "a,b", "a\"b", "a<b"})
        EXPECT_EQ(web::body_ahead({.method = "GET", .headers = {{"host", host}}}).error(), 400) << host;
    for (auto host : {"kith.example", "127.0.0.1:8080", "[::1]:8080"}) EXPECT_TRUE(web::body_ahead({.method = "GET", .headers = {{"host", host}}})) << host;
    EXPECT_TRUE(web::body_ahead({.version = 10, .method = "GET", .target = "/"}));
}

TEST(Head, TakesNoTransferEncodingButChunked)
{
    EXPECT_TRUE(web::body_ahead(post({{"transfer-encoding", "Chunked"}}))->chunked);
    for (auto coding : {"xchunked", "chunked, chunked", "gzip, chunked", "identity", "", "chunked;q=1", "\"chunked\"", "chunked,"})
        EXPECT_EQ(web::body_ahead(post({{"transfer-encoding", coding}})).error(), 400) << coding;
    EXPECT_EQ(web::body_ahead(post({{"transfer-encoding", "chunked"}, {"transfer-encoding", "chunked"}})).error(), 400);
    EXPECT_EQ(web::body_ahead(post({{"transfer-encoding", "chunked"}, {"content-length", "3"}})).error(), 400);
    auto old = post({{"transfer-encoding", "chunked"}});
    old.version = 10;
    EXPECT_EQ(web::body_ahead(old).error(), 400);
}

TEST(Head, TakesNoLengthButOnePlainNumber)
{
    EXPECT_EQ(web::body_ahead(post({{"content-length", "42"}}))->length, 42u);
    for (auto length : {"", "+1", "-1", "1,1", "0x1", "1 1", "1.0", "99999999999999999999999"})
        EXPECT_EQ(web::body_ahead(post({{"content-length", length}})).error(), 400) << length;
    EXPECT_EQ(web::body_ahead(post({{"content-length", "1"}, {"content-length", "1"}})).error(), 400);
}

TEST(Head, TakesNoBodyWhereNothingReadsIt)
{
    EXPECT_EQ(web::body_ahead({.method = "GET", .headers = {{"host", "a"}, {"content-length", "5"}}}).error(), 400);
    EXPECT_TRUE(web::body_ahead({.method = "GET", .headers = {{"host", "a"}, {"content-length", "0"}}}));
}

TEST(Head, SaysWhetherTheConnectionStaysAndWhetherTheBodyWaits)
{
    EXPECT_TRUE(web::body_ahead(post({}))->keep_alive);
    EXPECT_FALSE(web::body_ahead(post({{"connection", "Keep-Alive, Close"}}))->keep_alive);
    EXPECT_FALSE(web::body_ahead({.version = 10, .method = "GET"})->keep_alive);
    EXPECT_TRUE(web::body_ahead({.version = 10, .method = "GET", .headers = {{"connection", "keep-alive"}}})->keep_alive);
    EXPECT_TRUE(web::body_ahead(post({{"content-length", "5"}, {"expect", "100-Continue"}}))->asks_to_continue);
    EXPECT_EQ(web::body_ahead(post({{"content-length", "5"}, {"expect", "cake"}})).error(), 417);
    EXPECT_EQ(web::body_ahead({.version = 20, .method = "GET"}).error(), 505);
}

TEST(Address, BelievesForwardedHeadersOfTrustedProxiesOnly)
{
    std::vector<web::Header> headers{{"x-forwarded-for", "6.6.6.6, 203.0.113.9, 10.0.0.2"}};
    EXPECT_EQ(web::address_of("198.51.100.1", headers, {"10.0.0.1"}), "198.51.100.1");
    EXPECT_EQ(web::address_of("10.0.0.1", headers, {"10.0.0.1", "10.0.0.2"}), "203.0.113.9");
    EXPECT_EQ(web::address_of("10.0.0.1", {{"x-forwarded-for", "<script>"}}, {"10.0.0.1"}), "10.0.0.1");
    EXPECT_EQ(web::address_of("10.0.0.1", {{"x-forwarded-for", "203.0.113.9:4711"}}, {"10.0.0.1"}), "203.0.113.9");
}

TEST(Wire, WritesDatesAsHttpDoes)
{
    EXPECT_EQ(web::http_date(*Instant::parse("1994-11-06T08:49:37Z")), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(web::http_date(*Instant::parse("2024-02-29T00:00:00Z")), "Thu, 29 Feb 2024 00:00:00 GMT");
}

TEST(Wire, FramesBodies)
{
    auto response = web::Response::text("hello");
    auto text = web::head_text(response, web::Framing::length, true, Instant{});
    EXPECT_NE(text.find("HTTP/1.1 200 OK\r\n"), std::string::npos);
    EXPECT_NE(text.find("\r\nContent-Length: 5\r\n"), std::string::npos);
    EXPECT_TRUE(text.ends_with("\r\n\r\n"));
    EXPECT_EQ(web::chunk_text("0123456789abcdef"), "10\r\n0123456789abcdef\r\n");
    EXPECT_EQ(web::chunk_text(""), "");
}

TEST(Response, TakesNoLineBreakIntoAHeader)
{
    web::Response response;
    EXPECT_THROW(response.set("Location", "/a\r\nSet-Cookie: x=1"), std::invalid_argument);
    EXPECT_THROW(web::Response::redirect("/a\nb"), std::invalid_argument);
    auto file = web::Response::file("staff\r\n\"x\" é.csv", "text/csv", "");
    EXPECT_EQ(file.header("content-disposition"), "attachment; filename=\"staff___x_ __.csv\"; filename*=UTF-8''staff%0D%0A%22x%22%20%C3%A9.csv");
}
