#pragma once
// A plain socket to a loopback port, for speaking HTTP byte by byte. Gives up after five seconds of silence.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace kith::kit {

class Wire {
public:
    explicit Wire(std::uint16_t port) : descriptor_(socket(AF_INET, SOCK_STREAM, 0))
    {
        timeval patience{.tv_sec = 5, .tv_usec = 0};
        setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        setsockopt(descriptor_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
            close(descriptor_);
            throw std::runtime_error("nobody listens");
        }
    }
    Wire(Wire&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)), read_(std::move(other.read_)) {}
    Wire& operator=(Wire&&) = delete;
    ~Wire()
    {
        if (descriptor_ >= 0) close(descriptor_);
    }

    Wire& send(std::string_view text) &
    {
        try_send(text);
        return *this;
    }
    Wire send(std::string_view text) &&
    {
        try_send(text);
        return std::move(*this);
    }
    /// False where the other end no longer takes it.
    bool try_send(std::string_view text)
    {
        while (!text.empty()) {
            auto sent = ::send(descriptor_, text.data(), text.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            text.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    /// All that comes until the other end closes.
    std::string read_to_end()
    {
        while (read_more()) {}
        return std::exchange(read_, {});
    }
    /// One answer with its Content-Length.
    std::string read_answer()
    {
        std::size_t end;
        while ((end = read_.find("\r\n\r\n")) == std::string::npos)
            if (!read_more()) return std::exchange(read_, {});
        auto at = read_.find("Content-Length: ");
        auto size = end + 4 + (at < end ? std::stoul(read_.substr(at + 16)) : 0);
        return read_some(size);
    }
    std::string read_some(std::size_t size)
    {
        while (read_.size() < size && read_more()) {}
        auto text = read_.substr(0, size);
        read_.erase(0, text.size());
        return text;
    }

private:
    bool read_more()
    {
        std::array<char, 65536> piece;
        auto got = recv(descriptor_, piece.data(), piece.size(), 0);
        if (got > 0) read_.append(piece.data(), static_cast<std::size_t>(got));
        return got > 0;
    }
    int descriptor_;
    std::string read_;
};

inline bool refuses_connections(std::uint16_t port)
{
    for (int i = 0; i < 50; ++i) {
        try {
            Wire wire{port};
        } catch (const std::runtime_error&) {
            return true;
        }
        usleep(10'000);
    }
    return false;
}

}  // namespace kith::kit
