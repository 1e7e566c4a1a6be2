// The real server on a loopback port, spoken to byte by byte.
#include "web/server.hpp"

#include "kit/sockets.hpp"
#include "kit/test_app.hpp"
#include "web/wire.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <latch>

using namespace kith;
using namespace std::chrono_literals;
using kit::Wire;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using web::Permission;
using web::Visit;

using namespace std::string_literals;

namespace {

struct Served : testing::Test {
    std::latch slow_begun{1};
    std::atomic<bool> let_go = false;
    std::atomic<int> waiting_inside = 0;
    kit::TestApp app{[this](web::Routes& routes) {
        routes.get("/hello", Permission::public_page, [](Visit&) { return web::Response::text("hello"); });
        routes.get("/long", Permission::public_page, [](Visit&) { return web::Response::text(std::string(100'000, 'x')); });
        routes.get("/slow", Permission::public_page, [this](Visit&) {
            slow_begun.count_down();
            while (!let_go) std::this_thread::sleep_for(1ms);
            return web::Response::text("slow");
        }, {.on_worker = true});
        routes.get("/wait", Permission::public_page, [this](Visit&) {
            ++waiting_inside;
            while (!let_go) std::this_thread::sleep_for(1ms);
            return web::Response::text("waited");
        }, {.on_worker = true});
        routes.get("/stream", Permission::public_page, [](Visit&) {
            return web::Response::file_stream("all.csv", "text/csv", [n = 0](std::string& part) mutable {
                part += fmt::format("line {}\n", ++n);
                return n < 3;
            });
        });
        routes.get("/torn", Permission::public_page, [](Visit&) {
            return web::Response::file_stream("all.csv", "text/csv", [n = 0](std::string& part) mutable -> bool {
                if (++n > 1) throw std::runtime_error("torn");
                part = "first";
                return true;
            });
        });
        routes.get("/events", Permission::public_page, [](Visit&) {
            web::Response response;
            response.events = std::make_shared<web::Events>();
            response.events->every = 5ms;
            response.events->next = [n = 0]() mutable -> std::optional<std::string> {
                if (++n > 3) return std::nullopt;
                return web::event_text("progress", fmt::format("{}", n));
            };
            return response;
        });
        routes.post("/echo", Permission::public_page, [](Visit& visit) { return web::Response::text(visit.form().text("a")); });
        routes.post("/file", Permission::public_page, [](Visit& visit) {
            return web::Response::text(fmt::format("{}", visit.form().file("f")->size()));
        }, {.upload = true, .upload_limit = 8 << 20});
    }};
    std::optional<web::Server> server;

    web::ServerOptions options() { return {.port = 0, .metrics_port = 0, .threads = 2, .workers = 2, .waiting = 2}; }
    void start(web::ServerOptions with) { server.emplace(std::move(with), app.dispatcher()).start(); }
    void SetUp() override { start(options()); }
    void TearDown() override
    {
        let_go = true;
        server.reset();
    }
    Wire connect() { return Wire{server->port()}; }
    std::string ask(std::string_view text) { return connect().send(text).read_to_end(); }
    std::string secrets() { return "_token=" + web::form_token("visitor-cookie-of-this-test", app.chance()) + "&_key=" + app.new_key(); }
    std::string form(std::string_view body, std::string_view more = "Connection: close\r\n")
    {
        return fmt::format("POST /echo HTTP/1.1\r\nHost: a\r\nCookie: kith_visitor=visitor-cookie-of-this-test\r\nContent-Type: application/x-www-form-urlencoded\r\n{}Content-Length: {}\r\n\r\n{}",
                           more, body.size(), body);
    }
    std::string upload_head(std::string_view length)
    {
        return fmt::format("POST /file HTTP/1.1\r\nHost: a\r\nCookie: kith_visitor=visitor-cookie-of-this-test\r\nContent-Type: multipart/form-data; boundary=XX\r\n{}\r\n\r\n", length);
    }
    std::string upload_body(std::size_t bytes)
    {
        return fmt::format("--XX\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n{}\r\n--XX\r\nContent-Disposition: form-data; name=\"_key\"\r\n\r\n{}\r\n"
                           "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.csv\"\r\n\r\n{}\r\n--XX--\r\n",
                           web::form_token("visitor-cookie-of-this-test", app.chance()), app.new_key(), std::string(bytes, 'y'));
    }
};

}  // namespace

TEST_F(Served, AnswersAndKeepsTheConnection)
{
    auto wire = connect();
    for (int i = 0; i < 3; ++i) {
        auto answer = wire.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n").read_answer();
        EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\n"));
        EXPECT_THAT(answer, HasSubstr("\r\nDate: "));
        EXPECT_THAT(answer, HasSubstr("\r\n\r\nhello"));
    }
}

TEST_F(Served, AnswersPipelinedRequestsInOrder)
{
    auto answer = ask("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n" + form("a=posted&" + secrets(), "") + "GET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    auto first = answer.find("200 OK"), second = answer.find("\r\n\r\nposted"), third = answer.find("404 Not Found");
    EXPECT_LT(first, second);
    EXPECT_LT(second, third);
    EXPECT_NE(third, std::string::npos);
}

TEST_F(Served, AnswersHeadWithoutABody)
{
    auto answer = ask("HEAD /long HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(answer, HasSubstr("Content-Length: 100000\r\n"));
    EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

TEST_F(Served, ClosesAfterHttp10)
{
    EXPECT_THAT(ask("GET /hello HTTP/1.0\r\n\r\n"), HasSubstr("Connection: close"));
    auto stream = ask("GET /stream HTTP/1.0\r\n\r\n");
    EXPECT_TRUE(stream.ends_with("\r\n\r\nline 1\nline 2\nline 3\n")) << stream;
}

TEST_F(Served, RefusesMalformedRequests)
{
    const std::string form_type = "Content-Type: application/x-www-form-urlencoded\r\n";
    for (const std::string& request : {
             std::string{"GET /hello HTTP/1.1\r\n\r\n"},                                                  // no Host
             std::string{"GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"},                            // two
             std::string{"GET /hello HTTP/1.1\r\nHost: a b\r\n\r\n"},
             "POST /echo HTTP/1.1\r\nHost: a\r\n" + form_type + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
             "POST /echo HTTP/1.1\r\nHost: a\r\n" + form_type + "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n",
             "POST /echo HTTP/1.1\r\nHost: a\r\n" + form_type + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
             "POST /echo HTTP/1.1\r\nHost: a\r\n" + form_type + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
             "POST /echo HTTP/1.1\r\nHost: a\r\n" + form_type + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
             "POST /echo HTTP/1.1\r\nHost: a\r\n" + form_type + "Content-Length: +3\r\n\r\nabc",
             "POST /echo HTTP/1.1\r\nHost: a\r\n" + form_type + "Content-Length: -1\r\n\r\n",
             "POST /echo HTTP/1.1\r\nHost: a\r\n" + form_type + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
             "POST /echo HTTP/1.1\r\nHost: a\r\n" + form_type + "Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
             std::string{"GET /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"},               // a body nobody reads
             std::string{"GET /hello HTTP/1.1\r\nHost : a\r\n\r\n"},                                      // space before the colon
             std::string{"GET  /hello HTTP/1.1\r\nHost: a\r\n\r\n"},
             std::string{"GET hello HTTP/1.1\r\nHost: a\r\n\r\n"},
             std::string{"GET /a/../hello HTTP/1.1\r\nHost: a\r\n\r\n"},
             std::string{"GET /%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n"},
             std::string{"GET /hello%00 HTTP/1.1\r\nHost: a\r\n\r\n"},
             "GET /hello HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n"s,
             std::string{"G\x01T /hello HTTP/1.1\r\nHost: a\r\n\r\n"},
             std::string{"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11},                             // TLS to a plain port
             form("a=%zz&" + secrets()),
         }) {
        auto answer = ask(request);
        EXPECT_THAT(answer, StartsWith("HTTP/1.1 400 ")) << request;
        EXPECT_THAT(answer, HasSubstr("Connection: close")) << request;
        EXPECT_THAT(answer, HasSubstr("Content-Security-Policy")) << request;
    }
    EXPECT_THAT(ask("GET /hello HTTP/1.1\nHost: a\n\n"), StartsWith("HTTP/1.1 505 "));  // bare line feeds: no version ends so
    EXPECT_THAT(ask("GET /hello HTTP/2.0\r\nHost: a\r\n\r\n"), StartsWith("HTTP/1.1 505 "));
    EXPECT_THAT(ask("DELETE /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"), StartsWith("HTTP/1.1 405 "));
}

TEST_F(Served, AnswersNothingAfterARequestItRefused)
{
    // what follows a head that is read differently by different readers must not be taken for a request
    auto answer = ask("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 400 "));
    EXPECT_THAT(answer, Not(HasSubstr("200 OK")));
}

TEST_F(Served, RefusesHeadersThatAreTooLarge)
{
    EXPECT_THAT(ask("GET /hello HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n"), StartsWith("HTTP/1.1 431 "));
    EXPECT_THAT(ask("GET /" + std::string(20'000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n"), StartsWith("HTTP/1.1 431 "));
}

TEST_F(Served, LosesPatienceWithSlowHeadersAndBodies)
{
    auto quick = options();
    quick.header_time = 100ms;
    quick.body_time = 100ms;
    quick.idle_time = 100ms;
    start(quick);
    EXPECT_THAT(connect().send("GET /hello HTTP/1.1\r\nHo").read_to_end(), StartsWith("HTTP/1.1 408 "));
    auto body = form("a=1&" + secrets());
    EXPECT_THAT(connect().send(body.substr(0, body.size() - 3)).read_to_end(), StartsWith("HTTP/1.1 408 "));
    EXPECT_EQ(connect().read_to_end(), "");  // idle: closed without a word
}

TEST_F(Served, ReadsFormsByLengthAndByChunks)
{
    EXPECT_TRUE(ask(form("a=b+c&" + secrets())).ends_with("\r\n\r\nb c"));
    auto fields = "a=chunked&" + secrets();
    auto head = form("", "Connection: close\r\nTransfer-Encoding: chunked\r\n");
    head.replace(head.find("Content-Length: 0\r\n"), 19, "");
    EXPECT_TRUE(ask(head + web::chunk_text(fields.substr(0, 7)) + web::chunk_text(fields.substr(7)) + "0\r\nHost: b\r\n\r\n").ends_with("\r\n\r\nchunked"));
}

TEST_F(Served, AsksForBodiesThatWait)
{
    auto body = "a=waited&" + secrets();
    auto whole = form(body, "Connection: close\r\nExpect: 100-continue\r\n");
    auto wire = connect();
    wire.send(std::string_view{whole}.substr(0, whole.size() - body.size()));
    EXPECT_EQ(wire.read_some(25), "HTTP/1.1 100 Continue\r\n\r\n");
    EXPECT_TRUE(wire.send(body).read_to_end().ends_with("waited"));
}

TEST_F(Served, RefusesAnUploadOfAGigabyteUnread)
{
    auto wire = connect();
    wire.send(upload_head("Content-Length: 1073741824"));
    auto answer = wire.read_answer();
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 413 "));
    EXPECT_THAT(answer, HasSubstr("This is too large"));
    auto waiting = connect().send(upload_head("Content-Length: 1073741824\r\nExpect: 100-continue")).read_answer();
    EXPECT_THAT(waiting, StartsWith("HTTP/1.1 413 "));
}

TEST_F(Served, StopsAnUploadInChunksAtTheLimit)
{
    auto wire = connect();
    wire.send(upload_head("Transfer-Encoding: chunked"));
    wire.send(web::chunk_text("--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.csv\"\r\n\r\n"));
    auto piece = web::chunk_text(std::string(1 << 20, 'y'));
    for (int i = 0; i < 20 && wire.try_send(piece); ++i) {}
    EXPECT_THAT(wire.read_answer(), StartsWith("HTTP/1.1 413 "));
    for (const auto& entry : std::filesystem::directory_iterator{app.house().settings.spool})
        EXPECT_FALSE(entry.path().filename().string().starts_with("kith-upload")) << entry.path();
}

TEST_F(Served, TakesUploadsUpToTheLimit)
{
    auto body = upload_body(7 << 20);
    auto answer = ask(upload_head(fmt::format("Connection: close\r\nContent-Length: {}", body.size())) + body);
    EXPECT_TRUE(answer.ends_with(fmt::format("\r\n\r\n{}", 7 << 20))) << answer.substr(0, 500);
}

TEST_F(Served, StreamsInChunks)
{
    auto answer = ask("GET /stream HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(answer, HasSubstr("Transfer-Encoding: chunked\r\n"));
    EXPECT_TRUE(answer.ends_with("7\r\nline 1\n\r\n7\r\nline 2\n\r\n7\r\nline 3\n\r\n0\r\n\r\n")) << answer;
}

TEST_F(Served, LeavesATornStreamWithoutItsEnd)
{
    auto answer = ask("GET /torn HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_THAT(answer, HasSubstr("5\r\nfirst\r\n"));
    EXPECT_THAT(answer, Not(HasSubstr("0\r\n\r\n")));
}

TEST_F(Served, SendsEventsAsTheyCome)
{
    auto answer = ask("GET /events HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(answer, HasSubstr("Content-Type: text/event-stream"));
    EXPECT_THAT(answer, HasSubstr("event: progress\ndata: 1\n\n"));
    EXPECT_THAT(answer, HasSubstr("event: progress\ndata: 3\n\n"));
    EXPECT_TRUE(answer.ends_with("0\r\n\r\n"));
}

TEST_F(Served, SaysThatItIsBusyWhenTooManyWait)
{
    std::vector<Wire> waiting;
    auto send_one = [&] { waiting.push_back(connect().send("GET /wait HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")); };
    for (int i = 0; i < 2; ++i) send_one();
    while (waiting_inside < 2) std::this_thread::sleep_for(1ms);  // both workers are at it
    for (int i = 0; i < 6; ++i) send_one();                        // two wait, four are told to come back
    std::this_thread::sleep_for(100ms);
    let_go = true;
    int busy = 0;
    for (auto& wire : waiting) {
        auto answer = wire.read_to_end();
        if (!answer.starts_with("HTTP/1.1 503 ")) continue;
        ++busy;
        EXPECT_THAT(answer, HasSubstr("Retry-After: 5\r\n"));
    }
    EXPECT_EQ(busy, 4);
}

TEST_F(Served, FinishesWhatIsUnderWayBeforeItStops)
{
    auto idle = connect();
    idle.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n").read_answer();
    auto wire = connect();
    wire.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    slow_begun.wait();
    auto port = server->port();
    std::thread stopping{[this] { server->stop(); }};
    EXPECT_EQ(idle.read_to_end(), "");
    EXPECT_TRUE(kit::refuses_connections(port));
    let_go = true;
    auto answer = wire.read_to_end();
    stopping.join();
    EXPECT_TRUE(answer.ends_with("\r\n\r\nslow")) << answer;
}

TEST_F(Served, DoesNotShareItsPort)
{
    auto same = options();
    same.port = server->port();
    web::Server second{same, app.dispatcher()};
    EXPECT_THROW(second.start(), std::system_error);
}

TEST_F(Served, ShowsHowLongRequestsTookOnItsOwnPort)
{
    ask("GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    auto metrics = Wire{server->metrics_port()}.send("GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").read_to_end();
    EXPECT_THAT(metrics, HasSubstr("kith_request_seconds_count{route=\"GET /hello\"} 1\n"));
    EXPECT_THAT(metrics, HasSubstr("kith_request_milliseconds{route=\"all\",quantile=\"0.99\"}"));
    EXPECT_THAT(ask("GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"), StartsWith("HTTP/1.1 404 "));
}
