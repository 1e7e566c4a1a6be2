#pragma once
// A mail server on loopback for tests: speaks enough SMTP to be sent to, keeps what it was sent, and answers as it is told to.
#include "kit/sockets.hpp"

#include <atomic>
#include <mutex>
#include <poll.h>
#include <thread>
#include <vector>

namespace kith::kit {

class SmtpSink {
public:
    struct Mail {
        std::string from;
        std::string to;
        std::string text;
    };

    SmtpSink() : listener_(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        if (bind(listener_, reinterpret_cast<sockaddr*>(&address), length) != 0 || listen(listener_, 8) != 0) throw std::runtime_error("cannot listen");
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length);
        port_ = ntohs(address.sin_port);
        thread_ = std::jthread{[this](const std::stop_token& stop) { serve(stop); }};
    }
    SmtpSink(const SmtpSink&) = delete;
    SmtpSink& operator=(const SmtpSink&) = delete;
    ~SmtpSink()
    {
        thread_.request_stop();
        thread_.join();
        close(listener_);
    }

    std::string server() const { return "127.0.0.1:" + std::to_string(port_); }
    /// What RCPT TO is answered with from now on: "250 Yes", "550 No such person", "451 Later".
    void answer_recipients(std::string line)
    {
        const std::lock_guard lock{mutex_};
        recipients_ = std::move(line);
    }
    std::vector<Mail> mails()
    {
        const std::lock_guard lock{mutex_};
        return mails_;
    }

private:
    void serve(const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            pollfd waiting{.fd = listener_, .events = POLLIN, .revents = 0};
            if (poll(&waiting, 1, 20) <= 0) continue;
            const int client = accept(listener_, nullptr, nullptr);
            if (client < 0) continue;
            talk(client);
            close(client);
        }
    }
    void say(int client, const std::string& line)
    {
        const auto bytes = line + "\r\n";
        if (send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0) return;
    }
    /// One line without its end; false at the end of the conversation.
    bool hear(int client, std::string& line)
    {
        line.clear();
        for (char c = 0; recv(client, &c, 1, 0) == 1;) {
            if (c == '\n') return true;
            if (c != '\r') line += c;
        }
        return false;
    }
    void talk(int client)
    {
        Mail mail;
        std::string line;
        say(client, "220 sink.example ready");
        while (hear(client, line)) {
            if (line.starts_with("EHLO") || line.starts_with("HELO")) say(client, "250 sink.example");
            else if (line.starts_with("MAIL FROM:")) mail.from = line.substr(10), say(client, "250 Yes");
            else if (line.starts_with("RCPT TO:")) mail.to = line.substr(8), say(client, recipients());
            else if (line == "DATA") take(client, mail), say(client, "250 Taken");
            else if (line == "QUIT") return say(client, "221 Bye");
            else say(client, "500 Not known");
        }
    }
    void take(int client, Mail& mail)
    {
        say(client, "354 Go on");
        std::string line;
        while (hear(client, line) && line != ".") mail.text += line + "\n";
        const std::lock_guard lock{mutex_};
        mails_.push_back(mail);
    }
    std::string recipients()
    {
        const std::lock_guard lock{mutex_};
        return recipients_;
    }

    int listener_;
    std::uint16_t port_ = 0;
    std::mutex mutex_;
    std::string recipients_ = "250 Yes";
    std::vector<Mail> mails_;
    std::jthread thread_;
};

}  // namespace kith::kit
