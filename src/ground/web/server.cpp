#include "web/server.hpp"

#include "base/text.hpp"
#include "web/wire.hpp"
#include "web/worker_pool.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>
#include <unordered_set>

namespace kith::web {
// GCC 12 destroys some temporaries of a co_await expression twice (gcc.gnu.org PR 99576 and its kin), so in coroutines here whatever has a
// destructor is named before it is awaited, and nothing is made with braces inside one.
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;
using Socket = asio::basic_stream_socket<tcp, asio::io_context::executor_type>;
using Acceptor = asio::basic_socket_acceptor<tcp, asio::io_context::executor_type>;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, asio::io_context::executor_type>;
using Parser = http::request_parser<http::buffer_body>;
template <class T>
using Awaitable = asio::awaitable<T, asio::io_context::executor_type>;
constexpr asio::use_awaitable_t<asio::io_context::executor_type> awaited;

constexpr auto sweep_every = std::chrono::milliseconds{100};
constexpr std::size_t piece_bytes = 64 * 1024;
constexpr std::uint64_t slowest = 16 * 1024;  // bytes a second below which a peer is cut off
constexpr std::uint64_t linger_bytes = 4 << 20;
constexpr auto linger_time = std::chrono::seconds{2};
constexpr auto events_for = std::chrono::minutes{10};  // then the browser asks again
constexpr auto event_sign = std::chrono::seconds{15};  // a comment, so that proxies do not take silence for the end

/// One connection and until when it may go on doing what it does. A sweep once in a while is cheaper than a timer for each.
struct Connection {
    Connection(Socket taken, bool metrics) : socket(std::move(taken)), for_metrics(metrics) {}
    Socket socket;
    boost::beast::flat_buffer buffer{256 * 1024};
    Clock::time_point until = Clock::time_point::max();
    bool timed_out = false;
    bool idle = true;
    bool for_metrics = false;
    std::string peer;
};

struct Loop {
    asio::io_context context{1};
    std::optional<Acceptor> acceptor;
    std::optional<Acceptor> metrics_acceptor;
    Timer sweep{context};
    std::unordered_set<Connection*> connections;
    bool stopping = false;
    std::jthread thread;
};

Clock::time_point time_for(std::chrono::milliseconds base, std::uint64_t bytes) { return Clock::now() + base + std::chrono::seconds{bytes / slowest}; }

RawHead raw_head(const Parser& parser)
{
    const auto& message = parser.get();
    RawHead head{.version = static_cast<int>(message.version()), .method = std::string{message.method_string()}, .target = std::string{message.target()}, .headers = {}};
    for (const auto& field : message) head.headers.push_back({lower_ascii({field.name_string().data(), field.name_string().size()}), std::string{field.value()}});
    return head;
}

/// What is wrong with a head that did not parse; 0 where the peer just went away.
int status_of(const Connection& connection, const error_code& error)
{
    if (connection.timed_out) return connection.idle ? 0 : 408;
    if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
    if (error == http::error::bad_version) return 505;
    if (error == http::error::end_of_stream || error == http::error::partial_message) return 0;
    return error.category() == make_error_code(http::error::bad_method).category() ? 400 : 0;
}

}  // namespace

class Server::Works {
public:
    Works(ServerOptions options, Dispatcher& dispatcher) : options_(std::move(options)), dispatcher_(&dispatcher) {}
    void start();
    void stop();
    std::uint16_t port = 0;
    std::uint16_t metrics_port = 0;
    /// Where it was asked to listen, in words.
    std::string wanted() const;

private:
    struct Exchange;
    Awaitable<void> listen(Loop& loop, Acceptor& acceptor, bool for_metrics);
    Awaitable<void> sweep(Loop& loop);
    Awaitable<void> converse(Loop& loop, Socket socket, bool for_metrics);
    Awaitable<bool> exchange(Loop& loop, Connection& connection);
    Awaitable<std::optional<Response>> take_body(Connection& connection, Parser& parser, Exchange& exchange);
    Awaitable<bool> read_pieces(Connection& connection, Parser& parser, const Request& request, BodyReader& body, std::optional<Refusal>& refused);
    Awaitable<Response> answer(Exchange& exchange);
    Response refusal(const Request& request, int status) const { return dispatcher_->refusal(request, Refusal{status, {}}); }
    Awaitable<bool> send(Loop& loop, Connection& connection, Exchange& exchange, Response& response);
    Awaitable<bool> send_stream(Connection& connection, const Response& response, bool chunked, std::uint64_t& sent);
    Awaitable<bool> send_events(Loop& loop, Connection& connection, Events& events, std::uint64_t& sent);
    Awaitable<bool> write(Connection& connection, std::string_view head, std::string_view body);
    Awaitable<bool> on_worker(WorkerPool::Work& work);
    Awaitable<void> linger(Connection& connection);
    void connection_failed(const std::exception& failure) { dispatcher_->house().log.line("connection failed", {{"kind", typeid(failure).name()}}); }
    void refuse_taken_port(asio::io_context& context);
    Acceptor open(asio::io_context& context, const std::string& address, std::uint16_t at);

    ServerOptions options_;
    Dispatcher* dispatcher_;
    std::unique_ptr<WorkerPool> workers_;
    std::vector<std::unique_ptr<Loop>> loops_;
    std::mutex mutex_;
    std::condition_variable all_gone_;
    int open_ = 0;  // connections of all loops
};

/// One request and its answer on their way.
struct Server::Works::Exchange {
    Request request;
    BodyAhead body;
    Course course;
    bool keep_alive = false;
    bool old = false;  ///< HTTP/1.0: no chunks
    Clock::time_point begun = Clock::now();
};

Acceptor Server::Works::open(asio::io_context& context, const std::string& address, std::uint16_t at)
{
    Acceptor acceptor{context};
    tcp::endpoint endpoint{asio::ip::make_address(address), at};
    acceptor.open(endpoint.protocol());
    acceptor.set_option(asio::socket_base::reuse_address{true});
    // SO_REUSEPORT: the kernel spreads connections over the event loops
    acceptor.set_option(asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>{true});
    acceptor.bind(endpoint);
    acceptor.listen(1024);
    return acceptor;
}

/// With SO_REUSEPORT a second program of the same user would share the port unseen: one try without it finds out.
void Server::Works::refuse_taken_port(asio::io_context& context)
{
    tcp::endpoint endpoint{asio::ip::make_address(options_.address), options_.port};
    Acceptor acceptor{context};
    acceptor.open(endpoint.protocol());
    acceptor.set_option(asio::socket_base::reuse_address{true});
    acceptor.bind(endpoint);
}

std::string Server::Works::wanted() const
{
    auto words = options_.address + " port " + std::to_string(options_.port);
    if (options_.metrics_port) words += " or 127.0.0.1 port " + std::to_string(*options_.metrics_port);
    return words;
}

void Server::Works::start()
{
    workers_ = std::make_unique<WorkerPool>(options_.workers, options_.waiting);
    port = options_.port;
    for (int i = 0; i < std::max(1, options_.threads); ++i) {
        auto& loop = *loops_.emplace_back(std::make_unique<Loop>());
        if (i == 0 && options_.port != 0) refuse_taken_port(loop.context);
        loop.acceptor = open(loop.context, options_.address, port);
        port = loop.acceptor->local_endpoint().port();
        asio::co_spawn(loop.context, listen(loop, *loop.acceptor, false), asio::detached);
        asio::co_spawn(loop.context, sweep(loop), asio::detached);
    }
    if (options_.metrics_port) {
        auto& loop = *loops_.front();
        loop.metrics_acceptor = open(loop.context, "127.0.0.1", *options_.metrics_port);
        metrics_port = loop.metrics_acceptor->local_endpoint().port();
        asio::co_spawn(loop.context, listen(loop, *loop.metrics_acceptor, true), asio::detached);
    }
    for (auto& loop : loops_) loop->thread = std::jthread{[&context = loop->context] { context.run(); }};
}

void Server::Works::stop()
{
    if (!workers_) return;
    for (auto& loop : loops_)
        asio::post(loop->context, [&loop = *loop] {
            loop.stopping = true;
            error_code ignored;
            if (loop.acceptor) loop.acceptor->close(ignored);
            if (loop.metrics_acceptor) loop.metrics_acceptor->close(ignored);
            for (auto* connection : loop.connections)
                if (connection->idle) connection->socket.cancel(ignored);
        });
    {
        std::unique_lock lock{mutex_};
        all_gone_.wait_for(lock, options_.stop_time, [this] { return open_ == 0; });
    }
    for (auto& loop : loops_)
        asio::post(loop->context, [&loop = *loop] {
            error_code ignored;
            for (auto* connection : loop.connections) connection->socket.close(ignored);
            loop.sweep.cancel();
        });
    for (auto& loop : loops_)
        if (loop->thread.joinable()) loop->thread.join();  // a handler still at work is waited for: its worker holds what the loop owns
    workers_->stop();
    loops_.clear();
    workers_.reset();
}

Awaitable<void> Server::Works::listen(Loop& loop, Acceptor& acceptor, bool for_metrics)
{
    while (acceptor.is_open()) {
        error_code error;
        auto socket = co_await acceptor.async_accept(asio::redirect_error(awaited, error));
        if (loop.stopping) co_return;
        if (error) {  // no more file descriptors, say: wait rather than spin
            Timer pause{loop.context, sweep_every};
            co_await pause.async_wait(asio::redirect_error(awaited, error));
            continue;
        }
        if (loop.connections.size() >= options_.connections) continue;  // closes it
        asio::co_spawn(loop.context, converse(loop, std::move(socket), for_metrics), asio::detached);
    }
}

Awaitable<void> Server::Works::sweep(Loop& loop)
{
    while (!loop.stopping || !loop.connections.empty()) {
        loop.sweep.expires_after(sweep_every);
        error_code error;
        co_await loop.sweep.async_wait(asio::redirect_error(awaited, error));
        auto now = Clock::now();
        for (auto* connection : loop.connections) {
            if (connection->until > now) continue;
            connection->timed_out = true;
            connection->until = Clock::time_point::max();
            connection->socket.cancel(error);
        }
    }
}

Awaitable<void> Server::Works::converse(Loop& loop, Socket socket, bool for_metrics)
{
    Connection connection{std::move(socket), for_metrics};
    error_code error;
    connection.socket.set_option(tcp::no_delay{true}, error);
    auto peer = connection.socket.remote_endpoint(error);
    if (error) co_return;
    connection.peer = peer.address().to_string();
    loop.connections.insert(&connection);
    {
        std::lock_guard lock{mutex_};
        ++open_;
    }
    try {
        for (bool more = true; more;) more = co_await exchange(loop, connection);
    } catch (const std::exception& failure) {
        connection_failed(failure);
    }
    connection.socket.close(error);
    loop.connections.erase(&connection);
    std::lock_guard lock{mutex_};
    if (--open_ == 0) all_gone_.notify_all();
}

/// One request and its answer. True where the connection goes on.
Awaitable<bool> Server::Works::exchange(Loop& loop, Connection& connection)
{
    error_code error;
    connection.idle = true;
    connection.until = Clock::now() + options_.idle_time;
    if (connection.buffer.size() == 0) {
        if (loop.stopping) co_return false;
        co_await connection.socket.async_wait(Socket::wait_read, asio::redirect_error(awaited, error));
        if (error) co_return false;
    }
    connection.idle = false;
    connection.until = Clock::now() + options_.header_time;
    Parser parser;
    parser.header_limit(options_.header_bytes);
    parser.body_limit(boost::none);  // the limits are ours: they depend on the route
    co_await http::async_read_header(connection.socket, connection.buffer, parser, asio::redirect_error(awaited, error));

    Exchange exchange;
    exchange.request.reference = dispatcher_->new_reference();
    std::optional<Response> refused;
    if (error) {
        int status = status_of(connection, error);
        if (status == 0) co_return false;
        exchange.course.sound = false;
        refused = refusal(exchange.request, status);
    } else {
        auto head = raw_head(parser);
        auto body = body_ahead(head);
        exchange.request.verb = verb_named(head.method);
        exchange.old = head.version == 10;
        exchange.request.address = address_of(connection.peer, head.headers, options_.trusted_proxies);
        exchange.request.headers = std::move(head.headers);
        if (!body) {
            exchange.course.sound = false;
            refused = refusal(exchange.request, body.error());
        } else {
            exchange.body = *body;
            exchange.keep_alive = body->keep_alive && !loop.stopping;
            exchange.course = dispatcher_->course_for(exchange.request, head.target);
            if (!exchange.course.sound) exchange.keep_alive = false;
            if (body->is_there()) refused = co_await take_body(connection, parser, exchange);
        }
    }
    if (refused) exchange.keep_alive = false;
    if (connection.timed_out && !refused) co_return false;
    connection.until = Clock::time_point::max();  // a handler takes the time that it takes
    Response response;
    if (refused) response = std::move(*refused);
    else if (connection.for_metrics) response = Response::text(dispatcher_->metrics());
    else response = co_await answer(exchange);
    bool sent = co_await send(loop, connection, exchange, response);
    if (sent && !exchange.keep_alive) co_await linger(connection);
    co_return sent && exchange.keep_alive;
}

/// Reads the body into the request; a page where it is turned away, with the rest of it unread.
Awaitable<std::optional<Response>> Server::Works::take_body(Connection& connection, Parser& parser, Exchange& exchange)
{
    auto& request = exchange.request;
    bool wanted = request.verb == Verb::post && exchange.course.sound && !connection.for_metrics;
    if (!wanted) co_return refusal(request, request.verb == Verb::post ? 400 : 405);
    auto body = dispatcher_->body_reader(request, exchange.course);
    if (!body) co_return dispatcher_->refusal(request, body.error());
    if (exchange.body.length > body->limit()) co_return dispatcher_->refusal(request, body->too_large());
    if (body->spools() || exchange.body.length > piece_bytes) {  // nobody sends a large body who may not
        std::optional<Response> away;
        WorkerPool::Work look = [&] { away = dispatcher_->turned_away(request, exchange.course); };
        if (!co_await on_worker(look)) co_return refusal(request, 503);
        if (away) co_return std::move(away);
    }
    if (exchange.body.asks_to_continue) co_await write(connection, "HTTP/1.1 100 Continue\r\n\r\n", {});
    connection.until = time_for(options_.body_time, exchange.body.chunked ? body->limit() : exchange.body.length);
    std::optional<Refusal> refused;
    bool whole = co_await read_pieces(connection, parser, request, *body, refused);
    if (refused) co_return dispatcher_->refusal(request, *refused);
    if (!whole) {
        connection.timed_out = true;  // gone, or too slow to be waited for
        co_return refusal(request, 408);
    }
    if (auto finished = body->finish(request); !finished) co_return dispatcher_->refusal(request, finished.error());
    co_return std::nullopt;
}

Awaitable<bool> Server::Works::read_pieces(Connection& connection, Parser& parser, const Request& request, BodyReader& body, std::optional<Refusal>& refused)
{
    std::vector<char> piece(piece_bytes);
    while (!parser.is_done()) {
        auto& target = parser.get().body();
        target.data = piece.data();
        target.size = piece.size();
        error_code error;
        co_await http::async_read(connection.socket, connection.buffer, parser, asio::redirect_error(awaited, error));
        if (error == http::error::need_buffer) error = {};
        if (error && error.category() == make_error_code(http::error::bad_method).category() && error != http::error::partial_message) {
            refused = Refusal{400, {}};
            co_return false;
        }
        if (error) co_return false;
        std::string_view got{piece.data(), piece.size() - target.size};
        std::expected<void, Refusal> fed;
        WorkerPool::Work feed = [&] {
            try {
                fed = body.feed(got);
            } catch (const std::exception& fault) {  // the spool folder is full or gone
                fed = std::unexpected(dispatcher_->not_kept(request, fault));
            }
        };
        if (!body.spools()) feed();
        else if (!co_await on_worker(feed)) fed = std::unexpected(Refusal{503, {}});
        if (!fed) {
            refused = fed.error();
            co_return false;
        }
    }
    co_return true;
}

Awaitable<Response> Server::Works::answer(Exchange& exchange)
{
    if (!exchange.course.on_worker) co_return dispatcher_->answer(exchange.request, exchange.course);
    std::optional<Response> response;
    WorkerPool::Work work = [&] { response = dispatcher_->answer(exchange.request, exchange.course); };
    if (!co_await on_worker(work))
        co_return refusal(exchange.request, 503);
    co_return std::move(*response);
}

/// Runs `work`, which stays the caller's, on a worker and comes back to this event loop. False where the workers' queue is full: nothing
/// was run.
Awaitable<bool> Server::Works::on_worker(WorkerPool::Work& work)
{
    auto start = [this, &work](auto handler) {
        auto executor = asio::get_associated_executor(handler);
        auto back = std::make_shared<decltype(handler)>(std::move(handler));
        auto resume = [executor, back](bool taken) { asio::post(executor, [back, taken] { (*back)(taken); }); };
        bool taken = workers_->submit([&work, resume] {
            work();
            resume(true);
        });
        if (!taken) resume(false);
    };
    bool ran = co_await asio::async_initiate<decltype(awaited), void(bool)>(start, awaited);
    co_return ran;
}

Awaitable<bool> Server::Works::write(Connection& connection, std::string_view head, std::string_view body)
{
    connection.until = time_for(options_.send_time, head.size() + body.size());
    std::array<asio::const_buffer, 2> both{asio::buffer(head), asio::buffer(body)};
    error_code error;
    co_await asio::async_write(connection.socket, both, asio::redirect_error(awaited, error));
    co_return !error;
}

Awaitable<bool> Server::Works::send(Loop& loop, Connection& connection, Exchange& exchange, Response& response)
{
    bool streamed = response.stream || response.events;
    bool bodiless = exchange.request.verb == Verb::head;
    if (streamed && exchange.old) exchange.keep_alive = false;
    auto framing = !streamed ? Framing::length : exchange.old ? Framing::until_close : Framing::chunks;
    auto now = dispatcher_->house().clock();
    auto head = head_text(response, framing, exchange.keep_alive, now);
    std::string_view body = response.fixed.empty() ? std::string_view{response.body} : response.fixed;
    if (bodiless || streamed || response.status == 304) body = {};
    auto spent = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - exchange.begun).count();
    std::uint64_t sent = head.size() + body.size();
    bool whole = co_await write(connection, head, body);
    if (whole && !bodiless && response.stream) whole = co_await send_stream(connection, response, !exchange.old, sent);
    if (whole && !bodiless && response.events) whole = co_await send_events(loop, connection, *response.events, sent);
    if (!connection.for_metrics) dispatcher_->record(exchange.request, exchange.course, response.status, static_cast<std::uint64_t>(spent), sent);
    co_return whole;
}

Awaitable<bool> Server::Works::send_stream(Connection& connection, const Response& response, bool chunked, std::uint64_t& sent)
{
    for (bool more = true; more;) {
        std::string part;
        bool broke = false;
        WorkerPool::Work work = [&] {
            try {
                more = response.stream(part);
            } catch (const std::exception& error) {
                broke = true;  // what was sent cannot be called back: the missing end tells the browser that the file is not whole
                dispatcher_->house().log.line("stream failed", {{"kind", typeid(error).name()}});
            }
        };
        bool taken = co_await on_worker(work);
        if (!taken || broke) co_return false;
        auto text = chunked ? chunk_text(part) : std::move(part);
        sent += text.size();
        bool taken_on = co_await write(connection, text, {});
        if (!taken_on) co_return false;
    }
    if (!chunked) co_return true;
    bool ended = co_await write(connection, "0\r\n\r\n", {});
    co_return ended;
}

Awaitable<bool> Server::Works::send_events(Loop& loop, Connection& connection, Events& events, std::uint64_t& sent)
{
    auto end = Clock::now() + events_for;
    auto last = Clock::now();
    Timer timer{loop.context};
    while (Clock::now() < end && !loop.stopping) {
        std::optional<std::string> next;
        WorkerPool::Work work = [&] {
            try {
                next = events.next();
            } catch (const std::exception& error) {
                dispatcher_->house().log.line("events failed", {{"kind", typeid(error).name()}});
            }
        };
        bool taken = co_await on_worker(work);
        if (taken && !next) break;
        if (next && next->empty() && Clock::now() - last > event_sign) next = ": still here\n\n";
        if (next && !next->empty()) {
            auto text = chunk_text(*next);
            sent += text.size();
            last = Clock::now();
            if (!co_await write(connection, text, {})) co_return false;
        }
        connection.until = Clock::time_point::max();
        timer.expires_after(events.every);
        error_code error;
        co_await timer.async_wait(asio::redirect_error(awaited, error));
    }
    bool ended = co_await write(connection, "0\r\n\r\n", {});
    co_return ended;
}

/// Lets the peer read the answer before the socket goes: closing with bytes unread would reset the connection and take the page with it.
Awaitable<void> Server::Works::linger(Connection& connection)
{
    error_code error;
    connection.socket.shutdown(Socket::shutdown_send, error);
    connection.until = Clock::now() + linger_time;
    std::vector<char> unread(piece_bytes);
    for (std::uint64_t total = 0; total < linger_bytes && !error && !connection.timed_out;)
        total += co_await connection.socket.async_read_some(asio::buffer(unread), asio::redirect_error(awaited, error));
}

Server::Server(ServerOptions options, Dispatcher& dispatcher) : works_(std::make_unique<Works>(std::move(options), dispatcher)) {}
Server::~Server() { stop(); }
void Server::start()
{
    try {
        works_->start();
    } catch (const boost::system::system_error& error) {
        throw std::system_error(error.code(), "cannot listen on " + works_->wanted());
    }
}
void Server::stop() { works_->stop(); }
std::uint16_t Server::port() const { return works_->port; }
std::uint16_t Server::metrics_port() const { return works_->metrics_port; }

}  // namespace kith::web
