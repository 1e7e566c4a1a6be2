#pragma once
// Handing letters to a mail server by SMTP (RFC 5321), over libcurl. One letter a connection: this house sends hundreds, not thousands.
#include "base/chance.hpp"
#include "jobs/mail.hpp"

#include <string>

namespace kith::jobs {

enum class SmtpSecurity {
    starttls,  ///< begins in the clear and must turn to TLS before anything is said: port 587
    tls,       ///< TLS from the first byte: port 465
    none,      ///< for a server on this machine or network
};

struct SmtpSettings {
    std::string server;  ///< "mail.example.org:587"; empty: mail is not set up
    std::string from;    ///< "kith@example.org"
    std::string from_name;
    SmtpSecurity security = SmtpSecurity::starttls;
    std::string user;    ///< empty: none is asked for
    std::string password;
    long patience_seconds = 30;  ///< for one letter, from connecting to the server's last word
};

/// A letter as it goes over the wire: headers and text as quoted-printable, lines ending in CRLF. What stands in a header cannot end its line.
std::string message_text(const SmtpSettings& settings, const Letter& letter, Instant now, std::string_view id);

class SmtpMailer final : public Mailer {
public:
    SmtpMailer(SmtpSettings settings, std::function<Instant()> now, Chance chance);
    Delivery send(const Letter& letter) override;

private:
    SmtpSettings settings_;
    std::function<Instant()> now_;
    Chance chance_;
};

}  // namespace kith::jobs
