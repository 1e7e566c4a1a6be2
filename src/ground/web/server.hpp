#pragma once
// The HTTP server: sockets, time limits, workers, stopping. One thread with its own event loop per listener. The only file that knows
// Beast and Asio is server.cpp.
#include "web/dispatch.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kith::web {

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;                   ///< 0: any that is free
    std::optional<std::uint16_t> metrics_port;   ///< on loopback only, whatever `address` says; none: no metrics
    int threads = 2;                             ///< event loops
    int workers = 4;                             ///< threads for handlers on workers
    std::size_t waiting = 256;                   ///< requests that may wait for a worker; above it 503
    std::size_t connections = 2000;              ///< open at once on each event loop; above it new ones are closed
    std::vector<std::string> trusted_proxies;    ///< addresses whose X-Forwarded-For is believed
    std::uint32_t header_bytes = 16 * 1024;      ///< of one request: request line and headers
    std::chrono::milliseconds header_time{10'000};  ///< from the first byte of a request to the end of its headers
    std::chrono::milliseconds idle_time{60'000};    ///< between requests
    std::chrono::milliseconds body_time{30'000};    ///< of a body, beside a second for each 16 KB of it
    std::chrono::milliseconds send_time{30'000};    ///< of an answer, likewise
    std::chrono::milliseconds stop_time{10'000};    ///< how long requests under way may take once stop() was called
};

class Server {
public:
    /// Nothing listens before start().
    Server(ServerOptions options, Dispatcher& dispatcher);
    ~Server();  ///< stops
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Listens and returns. Throws std::system_error where the port is taken.
    void start();
    std::uint16_t port() const;
    std::uint16_t metrics_port() const;
    /// Takes no new connections, lets requests under way finish (at most stop_time), closes the rest and returns.
    void stop();

private:
    class Works;
    std::unique_ptr<Works> works_;
};

}  // namespace kith::web
