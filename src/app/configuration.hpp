#pragma once
// What one installation is told by its operator: one TOML file, secrets by file. Not what the partnership decides inside Kith.
#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace kith::app {

/// The whole configuration, every field with the value it has when the file leaves it out. Relative paths are read from the
/// folder of the file, so that the program may be started from anywhere.
struct Configuration {
    struct Partnership {
        std::string name = "Children's partnership";
        std::string accent = "#0b5563";       ///< six hexadecimal digits; contrast with white must be 4.5:1 or more
        std::string contact = {};             ///< whom to ask, shown at the foot of pages and on error pages
    } partnership;
    struct Server {
        std::string address = "127.0.0.1";
        std::uint16_t port = 8080;
        std::uint16_t metrics_port = 0;       ///< loopback only; 0 = none
        int threads = 2;                      ///< reading threads; slow work has its own
        int workers = 4;
        std::vector<std::string> trusted_proxies;
        bool secure_cookies = false;          ///< true behind TLS: cookies go over https only, HSTS is sent
        std::int64_t upload_limit_bytes = 50 * 1024 * 1024;
        std::string public_url = {};          ///< how people reach it, for links in mails and letters: "https://kith.example.org"; empty: this machine's own
        std::filesystem::path upload_folder;  ///< where uploads wait while they are read; empty = beside the database
    } server;
    struct Storage {
        std::string url = "sqlite:kith.db";   ///< "sqlite:PATH" or "postgresql://..."; a password comes by file
        std::filesystem::path password_file;
        std::filesystem::path key_file = "kith.key";  ///< 32 bytes that seal National Insurance numbers; keep it apart from backups
    } storage;
    struct Sessions {
        int idle_minutes = 30;
        int longest_hours = 12;
        std::vector<std::string> second_step; ///< roles that give nothing without a second step of signing in: "administrator"
    } sessions;
    struct Mail {
        std::string server;                   ///< "mail.example.org:587"; empty: mail is not set up
        std::string from;                     ///< "kith@example.org"
        std::string security = "starttls";    ///< "starttls", "tls" or "none"
        std::string user;                     ///< empty: the server asks for none
        std::filesystem::path password_file;
    } mail;
    struct Retention {
        bool automatic = false;               ///< the retention rules are carried out every night; false: people carry them out
    } retention;
    std::string era = "now";                  ///< which labels packs show: "2009" or "now"
    std::filesystem::path packs_folder;       ///< the partnership's own packs; empty = those in the program
    bool sample = false;                      ///< the sign-in page offers each role: for the fictional sample only
};

/// Reads and checks `file`. The problem names the line where the file is not TOML, and the key where a value cannot be taken;
/// unknown keys are refused, since a misspelt key that is ignored is the worst kind of setting.
Result<Configuration> read_configuration(const std::filesystem::path& file);

/// The same from text; `folder` is what relative paths start from.
Result<Configuration> parse_configuration(std::string_view text, const std::filesystem::path& folder);

}  // namespace kith::app
