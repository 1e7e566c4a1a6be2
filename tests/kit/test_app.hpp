#pragma once
// The house in process: real routes, real SQL on a throw-away SQLite file (or the engine given), a clock that stands still. Requests take
// the same path as from a socket, but for the socket. Each answer says how many SQL statements it took.
#include "access/accounts.hpp"
#include "access/read_log.hpp"
#include "access/session.hpp"
#include "access/token.hpp"
#include "jobs/queue.hpp"
#include "kit/databases.hpp"
#include "web/dispatch.hpp"
#include "web/security.hpp"
#include "web/visit.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace kith::kit {

/// Bytes that look like chance and are the same on every run.
inline Chance seeded_chance(std::uint64_t seed = 1)
{
    auto engine = std::make_shared<std::mt19937_64>(seed);
    auto mutex = std::make_shared<std::mutex>();
    return [engine, mutex](std::span<std::uint8_t> bytes) {
        std::lock_guard lock{*mutex};
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>((*engine)());
    };
}

/// The text of a piece of markup: tags dropped, the five escapes undone, white space single.
inline std::string text_of(std::string_view markup)
{
    std::string plain;
    bool in_tag = false;
    for (char c : markup) {
        if (c == '<') in_tag = true;
        if (!in_tag) plain += c;
        if (c == '>') in_tag = false;
    }
    for (auto [escape, character] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&#x27;", "'"}, {"&amp;", "&"}})
        for (auto at = plain.find(escape); at != std::string::npos; at = plain.find(escape, at + 1)) plain.replace(at, std::string_view{escape}.size(), character);
    std::istringstream words{plain};
    std::string word, out;
    while (words >> word) out += (out.empty() ? "" : " ") + word;
    return out;
}

/// What came back.
struct Answer {
    int status = 0;
    std::string body;  ///< streams are read to their end
    std::vector<web::Header> headers;
    std::vector<std::string> errors;  ///< of the error summary, in order
    int statements = 0;               ///< SQL statements, the session's included

    std::string header(std::string_view name) const
    {
        web::Response response{.headers = headers};
        return std::string{response.header(name).value_or("")};
    }
    std::string location() const { return header("Location"); }
    bool shows(std::string_view words) const { return text().find(words) != std::string::npos || body.find(words) != std::string::npos; }
    std::string text() const { return text_of(body); }
    /// Between <title> and </title>.
    std::string title() const { return between("<title>", "</title>"); }
    /// The value of the input or hidden field `name`, as the page shows it.
    std::string value(std::string_view name) const
    {
        auto at = body.find("name=\"" + std::string{name} + "\"");
        if (at == std::string::npos) return {};
        auto start = body.rfind('<', at), end = body.find('>', at);
        auto tag = body.substr(start, end - start);
        if (tag.starts_with("<textarea")) return text_of(body.substr(end + 1, body.find("</textarea>", end) - end - 1));
        auto value = tag.find("value=\"");
        if (value == std::string::npos) return {};
        value += 7;
        return text_of(tag.substr(value, tag.find('"', value) - value));
    }
    std::string between(std::string_view from, std::string_view to) const
    {
        auto start = body.find(from);
        if (start == std::string::npos) return {};
        start += from.size();
        return text_of(body.substr(start, body.find(to, start) - start));
    }
};

struct PostOptions {
    std::string key;                   ///< one-use key to send; empty: a new one
    bool without_token = false;        ///< as another site's form would be
    std::vector<web::Header> headers;  ///< instead of those that a browser on our own page sends
    std::string from;                  ///< path of the page that the form stands on, where that matters
    bool stay = false;                 ///< the answer to the post itself, where a browser goes on to the page that shows what came of it
};

struct AppOptions {
    Instant now = frozen_now();
    web::Settings settings = {};
    db::Engine engine = db::Engine::sqlite;
    TestDatabase::State state = TestDatabase::State::migrated;  ///< empty: for what is loaded into it
};

class TestApp {
public:
    /// `add_routes` takes (web::Routes&) or (web::Routes&, TestApp&) and adds the routes of one or more rooms.
    template <class AddRoutes>
    explicit TestApp(AddRoutes add_routes, AppOptions options = {})
        : now_(options.now), database_(options.engine, options.state), read_database_(db::Database::open({.url = "sqlite:" + (database_.folder() / "reads.sqlite").string(), .durable = false})),
          log_(log_text_, [this] { return now_; }), reads_(read_database_), queue_(*database_, queue_options()),
          house_{.database = *database_, .clock = [this] { return now_; }, .chance = chance_, .log = log_, .settings = std::move(options.settings), .queue = &queue_, .reads = &reads_}
    {
        house_.settings.spool = database_.folder().path();
        if constexpr (std::is_invocable_v<AddRoutes, web::Routes&, TestApp&>) add_routes(routes_, *this);
        else add_routes(routes_);
        dispatcher_ = std::make_unique<web::Dispatcher>(routes_, house_);
    }

    db::Database& database() { return *database_; }
    web::House& house() { return house_; }
    web::Routes& routes() { return routes_; }
    web::Dispatcher& dispatcher() { return *dispatcher_; }
    access::ReadLog& reads() { return reads_; }
    jobs::Queue& queue() { return queue_; }  ///< not started: app.queue().run_all() works off what is due
    const Chance& chance() const { return chance_; }
    Instant now() const { return now_; }
    Date today() const { return now_.date_in_london(); }
    void advance(std::int64_t seconds) { now_ = now_.plus_seconds(seconds); }
    std::string log() const { return log_text_.str(); }

    /// A new account with one role from today on, signed in as the browser of all that follows.
    access::AccountId sign_in(access::Role role, access::Scope scope, std::string name = "Ann Example") { return sign_in(std::vector<access::Grant>{{role, scope}}, std::move(name)); }
    access::AccountId sign_in(std::vector<access::Grant> grants, std::string name = "Ann Example")
    {
        db::Writer writer{*database_};
        auto account = access::create_account(writer, {.email = fmt::format("person{}@example.org", ++accounts_), .name = std::move(name), .grants = std::move(grants)}, {}, {}, chance_, now_).value().account;
        auto token = access::start_session(writer, account, chance_, now_);
        writer.commit();
        cookies_.clear();
        cookies_[web::session_cookie_name(house_)] = token;
        return account;
    }
    /// The browser forgets everything.
    void sign_out() { cookies_.clear(); }
    std::map<std::string, std::string>& cookies() { return cookies_; }

    Answer get(std::string_view target) { return ask(web::Verb::get, target, {}, std::nullopt); }
    Answer head(std::string_view target) { return ask(web::Verb::head, target, {}, std::nullopt); }
    /// Sends a form with a fresh token and key. Dates are sent in three fields: {"left-day", "27"}, ...
    Answer post(std::string_view target, const web::Fields& fields, const PostOptions& options = {})
    {
        std::string body;
        for (const auto& [name, value] : with_secrets(target, fields, options)) body += (body.empty() ? "" : "&") + web::percent_encoded(name) + "=" + web::percent_encoded(value);
        return shown(ask(web::Verb::post, target, sent_headers(options, "application/x-www-form-urlencoded"), body), options);
    }
    /// Sends a form with one file in `field`.
    Answer upload(std::string_view target, std::string_view field, std::string_view file_name, std::string_view content, const web::Fields& fields = {}, const PostOptions& options = {})
    {
        std::string body;
        for (const auto& [name, value] : with_secrets(target, fields, options)) body += fmt::format("--KITH\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{}\r\n", name, value);
        body += fmt::format("--KITH\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: text/csv\r\n\r\n", field, file_name);
        body += content;
        body += "\r\n--KITH--\r\n";
        return shown(ask(web::Verb::post, target, sent_headers(options, "multipart/form-data; boundary=KITH"), body), options);
    }
    /// The page that an answer redirects to; the answer itself where it does not.
    Answer follow(const Answer& answer) { return answer.status == 303 ? get(answer.location()) : answer; }
    std::string new_key() { return access::new_token(chance_); }

private:
    jobs::Queue::Options queue_options()
    {
        return {.now = [this] { return now_; }, .failed = [](const std::string&, const std::string&, const std::string&) {}};
    }

    /// What the form's token is made from: of a page that looks nobody up, a secret of the browser's own.
    std::string browser_secret(std::string_view target)
    {
        const auto path = web::parse_target(target);
        const auto match = path ? routes_.match(web::Verb::post, *path) : web::Match{};
        const bool apart = match.route != nullptr && match.route->flags.apart;
        auto session = apart ? cookies_.end() : cookies_.find(web::session_cookie_name(house_));
        if (session != cookies_.end()) return session->second;
        auto& visitor = cookies_[web::visitor_cookie_name(house_)];
        if (visitor.empty()) visitor = access::new_token(chance_);
        return visitor;
    }

    web::Fields with_secrets(std::string_view target, web::Fields fields, const PostOptions& options)
    {
        if (!options.without_token) fields.emplace_back("_token", web::form_token(browser_secret(target), chance_));
        fields.emplace_back("_key", options.key.empty() ? new_key() : options.key);
        return fields;
    }

    /// What a form was answered with, where that is kept as a page of its own.
    Answer shown(Answer answer, const PostOptions& options)
    {
        if (options.stay || answer.status != 303 || answer.location().find("shown=") == std::string::npos) return answer;
        auto page = get(answer.location());
        page.statements = std::max(page.statements, answer.statements);
        return page;
    }

    static std::vector<web::Header> sent_headers(const PostOptions& options, std::string_view content_type)
    {
        auto headers = options.headers;
        if (headers.empty()) headers = {{"origin", "http://kith.test"}, {"sec-fetch-site", "same-origin"}};
        if (!options.from.empty()) headers.push_back({"referer", "http://kith.test" + options.from});
        headers.push_back({"content-type", std::string{content_type}});
        return headers;
    }

    Answer ask(web::Verb verb, std::string_view target, std::vector<web::Header> headers, const std::optional<std::string>& body)
    {
        web::Request request{.verb = verb, .headers = std::move(headers), .address = "192.0.2.1", .reference = dispatcher_->new_reference()};
        request.headers.push_back({"host", "kith.test"});
        std::string jar;
        for (const auto& [name, value] : cookies_) jar += (jar.empty() ? "" : "; ") + name + "=" + value;
        if (!jar.empty()) request.headers.push_back({"cookie", jar});
        auto course = dispatcher_->course_for(request, target);
        auto response = body ? with_body(request, course, *body) : dispatcher_->answer(request, course);
        dispatcher_->record(request, course, response.status, 0, response.size());
        dispatcher_->tend();
        return taken(std::move(response), course);
    }

    web::Response with_body(web::Request& request, web::Course& course, const std::string& body)
    {
        auto reader = dispatcher_->body_reader(request, course);
        if (!reader) return dispatcher_->refusal(request, reader.error());
        if (body.size() > reader->limit()) return dispatcher_->refusal(request, reader->too_large());
        if (auto away = reader->spools() ? dispatcher_->turned_away(request, course) : std::nullopt) return std::move(*away);
        if (auto fed = reader->feed(body); !fed) return dispatcher_->refusal(request, fed.error());
        if (auto finished = reader->finish(request); !finished) return dispatcher_->refusal(request, finished.error());
        return dispatcher_->answer(request, course);
    }

    Answer taken(web::Response response, const web::Course& course)
    {
        keep_cookies(response);
        Answer answer{.status = response.status, .body = response.fixed.empty() ? response.body : std::string{response.fixed}, .headers = response.headers, .statements = course.statements};
        if (response.stream)
            while (response.stream(answer.body)) {}
        auto list = answer.body.find("govuk-error-summary__list");
        auto end = list == std::string::npos ? list : answer.body.find("</ul>", list);
        while (list != std::string::npos && (list = answer.body.find("<li", list)) < end) {
            auto stop = answer.body.find("</li>", list);
            answer.errors.push_back(text_of(std::string_view{answer.body}.substr(list, stop - list)));
            list = stop;
        }
        return answer;
    }

    void keep_cookies(const web::Response& response)
    {
        for (const auto& header : response.headers) {
            if (header.name != "Set-Cookie") continue;
            auto equals = header.value.find('='), end = header.value.find(';');
            auto name = header.value.substr(0, equals);
            if (header.value.find("Max-Age=0") != std::string::npos) cookies_.erase(name);
            else cookies_[name] = header.value.substr(equals + 1, end - equals - 1);
        }
    }

    Instant now_;
    Chance chance_ = seeded_chance();
    TestDatabase database_;
    db::Database read_database_;
    std::ostringstream log_text_;
    web::Log log_;
    access::ReadLog reads_;
    jobs::Queue queue_;
    web::House house_;
    web::Routes routes_;
    std::unique_ptr<web::Dispatcher> dispatcher_;
    std::map<std::string, std::string> cookies_;
    int accounts_ = 0;
};

}  // namespace kith::kit
