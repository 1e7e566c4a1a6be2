#include "jobs/smtp.hpp"

#include <curl/curl.h>
#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>

namespace kith::jobs {

namespace {

struct Curl {
    CURL* handle = curl_easy_init();
    curl_slist* recipients = nullptr;
    Curl()
    {
        if (handle == nullptr) throw std::runtime_error("libcurl could not start");
    }
    Curl(const Curl&) = delete;
    Curl& operator=(const Curl&) = delete;
    ~Curl()
    {
        curl_slist_free_all(recipients);
        curl_easy_cleanup(handle);
    }
    template <class Value>
    void set(CURLoption option, Value value)
    {
        if (curl_easy_setopt(handle, option, value) != CURLE_OK) throw std::runtime_error("libcurl cannot do what mail needs");
    }
};

void start_curl()
{
    static const bool started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (!started) throw std::runtime_error("libcurl could not start");
}

/// What libcurl asks for while it sends.
struct Unsent {
    std::string_view text;
    static std::size_t take(char* buffer, std::size_t size, std::size_t count, void* self)
    {
        auto& rest = static_cast<Unsent*>(self)->text;
        const auto piece = std::min(size * count, rest.size());
        std::memcpy(buffer, rest.data(), piece);
        rest.remove_prefix(piece);
        return piece;
    }
};

std::string one_line(std::string_view text)
{
    std::string line;
    for (char c : text) line += c == '\r' || c == '\n' || c == '\0' ? ' ' : c;
    return line;
}

std::string base64(std::string_view bytes)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

/// A header's text: as it is where it is ASCII, else encoded words (RFC 2047), each within 75 characters and never cutting a character.
std::string header_words(std::string_view text)
{
    const auto line = one_line(text);
    if (std::ranges::all_of(line, [](unsigned char c) { return c >= 0x20 && c < 0x7f; })) return line;
    std::string out;
    std::string piece;
    const auto flush = [&] {
        if (piece.empty()) return;
        out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(piece) + "?=";
        piece.clear();
    };
    for (std::size_t at = 0; at < line.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(line[at]) & 0xc0U) != 0x80U;
        if (begins && piece.size() >= 40) flush();
        piece += line[at];
    }
    flush();
    return out;
}

/// Quoted-printable (RFC 2045), lines at most 76 characters.
std::string quoted_printable(std::string_view text)
{
    std::string out;
    std::size_t column = 0;
    const auto add = [&](std::string_view piece) {
        if (column + piece.size() > 75) {
            out += "=\r\n";
            column = 0;
        }
        out += piece;
        column += piece.size();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c == '\r') continue;
        if (c == '\n') {
            out += "\r\n";
            column = 0;
            continue;
        }
        const bool at_end = at + 1 == text.size() || text[at + 1] == '\n' || text[at + 1] == '\r';
        const bool plain = (c > 0x20 && c < 0x7f && c != '=' && !(c == '.' && column == 0)) || (c == ' ' && !at_end);
        add(plain ? std::string(1, static_cast<char>(c)) : fmt::format("={:02X}", c));
    }
    return out;
}

/// "Sun, 22 Nov 2026 03:50:00 +0000" (RFC 5322).
std::string mail_date(Instant now)
{
    static constexpr std::array<std::string_view, 7> days{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
    static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto seconds = now.seconds_since_epoch();
    const auto date = Date::from_days(static_cast<int>(seconds / 86400));
    const auto rest = seconds % 86400;
    return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} +0000", days[static_cast<std::size_t>(seconds / 86400 % 7)], date.day(),
                       months[static_cast<std::size_t>(date.month() - 1)], date.year(), rest / 3600, rest / 60 % 60, rest % 60);
}

Delivery outcome_of(CURLcode code, long answer)
{
    using enum Delivery::Outcome;
    if (code == CURLE_OK) return {sent, {}};
    if (answer >= 500 && code != CURLE_LOGIN_DENIED) return {refused, fmt::format("The mail server refused it ({})", answer)};
    if (answer >= 400 && answer < 500) return {later, fmt::format("The mail server would not take it yet ({})", answer)};
    return {away, fmt::format("The mail server could not be used: {}", curl_easy_strerror(code))};
}

}  // namespace

std::string message_text(const SmtpSettings& settings, const Letter& letter, Instant now, std::string_view id)
{
    const auto at = settings.from.find('@');
    const auto domain = at == std::string::npos ? std::string{"localhost"} : settings.from.substr(at + 1);
    return fmt::format("Date: {}\r\nFrom: {} <{}>\r\nTo: <{}>\r\nSubject: {}\r\nMessage-ID: <{}@{}>\r\nMIME-Version: 1.0\r\n"
                       "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
                       "Auto-Submitted: auto-generated\r\n\r\n{}",
                       mail_date(now), header_words(settings.from_name), one_line(settings.from), one_line(letter.to), header_words(letter.subject), id,
                       one_line(domain), quoted_printable(letter.text));
}

SmtpMailer::SmtpMailer(SmtpSettings settings, std::function<Instant()> now, Chance chance)
    : settings_(std::move(settings)), now_(std::move(now)), chance_(std::move(chance))
{
}

Delivery SmtpMailer::send(const Letter& letter)
{
    start_curl();
    std::array<std::uint8_t, 12> bytes{};
    chance_(bytes);
    std::string id;
    for (auto byte : bytes) id += fmt::format("{:02x}", byte);
    const auto text = message_text(settings_, letter, now_(), id);
    Unsent unsent{text};
    Curl curl;
    const auto url = (settings_.security == SmtpSecurity::tls ? "smtps://" : "smtp://") + settings_.server;
    const auto from = "<" + settings_.from + ">";
    const auto to = "<" + one_line(letter.to) + ">";
    curl.recipients = curl_slist_append(nullptr, to.c_str());
    curl.set(CURLOPT_URL, url.c_str());
    curl.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl.set(CURLOPT_MAIL_FROM, from.c_str());
    curl.set(CURLOPT_MAIL_RCPT, curl.recipients);
    curl.set(CURLOPT_UPLOAD, 1L);
    curl.set(CURLOPT_READFUNCTION, &Unsent::take);
    curl.set(CURLOPT_READDATA, &unsent);
    curl.set(CURLOPT_NOSIGNAL, 1L);
    curl.set(CURLOPT_PROXY, "");
    curl.set(CURLOPT_CONNECTTIMEOUT, 10L);
    curl.set(CURLOPT_TIMEOUT, settings_.patience_seconds);
    if (settings_.security != SmtpSecurity::none) curl.set(CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    if (!settings_.user.empty()) {
        curl.set(CURLOPT_USERNAME, settings_.user.c_str());
        curl.set(CURLOPT_PASSWORD, settings_.password.c_str());
    }
    const auto code = curl_easy_perform(curl.handle);
    long answer = 0;
    curl_easy_getinfo(curl.handle, CURLINFO_RESPONSE_CODE, &answer);
    return outcome_of(code, answer);
}

}  // namespace kith::jobs
