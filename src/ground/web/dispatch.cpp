#include "web/dispatch.hpp"

#include "access/read_log.hpp"
#include "access/token.hpp"
#include "db/error.hpp"
#include "db/transaction.hpp"
#include "web/compression.hpp"
#include "web/frame.hpp"
#include "web/security.hpp"
#include "web/visit.hpp"
#include "web/way_back.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <system_error>
#include <typeinfo>

namespace kith::web {
namespace {

constexpr std::string_view stale_form =
    "You signed in again since it was opened, or this browser does not keep cookies. Nothing was saved. Open the page again and send the form once more.";
constexpr std::string_view foreign_form = "This form was sent from another site's page, so nothing was done.";
constexpr std::string_view signed_out = "Nobody used this page for a while, or you signed out in another window. What you sent just now was not saved and has to be entered again.";
constexpr std::string_view sent_before =
    "This form was sent before, and it is not known whether it was dealt with. Look whether what you asked for was done.";
constexpr std::string_view dealt_with = "What you asked for was done when the form was sent the first time. It was not done again.";
constexpr std::string_view no_longer_kept =
    "What you sent a form with, and what it was answered with, is kept for half an hour while you are signed in. What you saved is saved; what you only looked at or had "
    "not finished was not.";
constexpr std::string_view to_the_form = "Go back to the form";

bool is_key(std::string_view text)
{
    return text.size() >= 20 && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    });
}

constexpr std::string_view reading_not_written =
    "Who looks at what is written down, and just now it could not be, so the page is not shown. Wait a moment, then try again; if it happens again, tell whoever looks after this system.";

std::string loggable(const std::exception& error)
{
    return dynamic_cast<const access::ReadNotRecorded*>(&error) ? error.what() : db::loggable(error);
}

int status_for(const std::exception& error)
{
    if (auto* database = dynamic_cast<const db::DatabaseError*>(&error)) {
        if (database->kind() == db::Failure::disk_full) return 507;
        if (database->kind() == db::Failure::busy) return 503;
    }
    if (auto* system = dynamic_cast<const std::system_error*>(&error); system && system->code() == std::errc::no_space_on_device) return 507;
    return dynamic_cast<const access::ReadNotRecorded*>(&error) ? 503 : 500;
}

/// A whole page of markup: not a redirect, a file or a stream.
bool is_page(const Response& response)
{
    return response.status != 303 && !response.body.empty() && !response.stream && !response.events && response.header("Content-Type").value_or("").starts_with("text/html");
}

/// True of what programs read: what stands in their way is told as JSON, and nobody is led to where people sign in.
bool is_for_programs(const Request& request)
{
    return !request.target.segments.empty() && request.target.segments.front() == "api";
}

/// A problem as programs have it (RFC 9457), with the headers of its page.
Response as_problem_json(Response response, const Request& request)
{
    boost::json::object json{{"type", "about:blank"}, {"title", reason_of(response.status)}, {"status", response.status}};
    if (response.status == 401) json["detail"] = "Sign in, and send the cookie of the session.";
    if (response.status == 403) json["detail"] = "Your roles do not let you see this.";
    if (response.status >= 500) json["instance"] = request.reference;
    response.fixed = {};
    response.body = boost::json::serialize(json);
    response.set("Content-Type", "application/problem+json");
    return response;
}

}  // namespace

/// Who came, before it is decided whether they may.
struct Dispatcher::Guest {
    access::Viewer viewer;
    access::SessionId session;
    std::string browser;
    std::string banner_key;
    std::unique_ptr<db::Reader> reader;
    Instant now;
    /// Names the browser among keys and kept answers without giving its secret away.
    std::string owner() const { return access::hash_of("form owner", browser); }
};

Dispatcher::Dispatcher(const Routes& routes, House& house)
    : routes_(&routes), house_(&house), once_(house.database), kept_({.seconds = house.settings.sessions.idle_seconds}), sessions_(house.database, house.settings.sessions), times_(std::make_unique<Histogram[]>(routes.all().size() + 1))
{
    std::array<std::uint8_t, sizeof start_> bytes{};
    house.chance(bytes);
    std::memcpy(&start_, bytes.data(), sizeof start_);
}

std::string Dispatcher::new_reference() { return fmt::format("{:08x}-{:x}", start_, ++count_); }

Course Dispatcher::course_for(Request& request, std::string_view target) const
{
    Course course;
    auto parsed = parse_target(target);
    course.sound = parsed.has_value();
    if (!parsed) return course;
    request.target = std::move(*parsed);
    course.match = routes_->match(request.verb, request.target);
    if (const auto* route = course.match.route)
        course.on_worker = route->flags.on_worker || (house_->settings.pages_on_workers && !route->flags.anonymous);
    else  // who is signed in keeps the menu on a page that says there is none; whoever is not costs no look into the database
        course.on_worker = house_->settings.pages_on_workers && request.cookie(session_cookie_name(*house_)).has_value();
    return course;
}

std::expected<BodyReader, Refusal> Dispatcher::body_reader(const Request& request, const Course& course) const
{
    const auto* route = course.match.route;
    std::uint64_t limit = 0;
    if (route && route->flags.upload) limit = route->flags.upload_limit > 0 ? route->flags.upload_limit : house_->settings.upload_limit;
    return BodyReader::of(request.header("content-type").value_or(""), limit, [this] {
        return house_->settings.spool / ("kith-upload-" + access::new_token(house_->chance));
    });
}

Dispatcher::Guest Dispatcher::greet(const Request& request, const Course& course)
{
    Guest guest{.now = house_->clock()};
    guest.browser = request.cookie(visitor_cookie_name(*house_)).value_or("");
    guest.banner_key = request.cookie(banner_cookie_name(*house_)).value_or("");
    auto token = request.cookie(session_cookie_name(*house_)).value_or("");
    if (token.empty() || (course.match.route && course.match.route->flags.apart)) return guest;
    guest.reader = std::make_unique<db::Reader>(house_->database);
    auto visitor = sessions_.visitor_of(*guest.reader, token, guest.now);
    if (!visitor) return guest;
    guest.viewer = std::move(visitor->viewer);
    guest.session = visitor->session.id;
    guest.browser = token;
    return guest;
}

std::optional<Response> Dispatcher::turned_away(Request& request, Course& course)
{
    if (!course.match.route) return finished(request, problem({}, course.match.allowed.empty() ? 404 : 405));
    try {
        auto guest = greet(request, course);
        if (auto refused = not_admitted(request, course, guest.viewer)) return finished(request, std::move(*refused));
        if (!is_from_own_pages(request)) return finished(request, problem(guest.viewer, 403, foreign_form));
        return std::nullopt;
    } catch (const std::exception& error) {
        return finished(request, failure(request, error));
    }
}

Response Dispatcher::answer(Request& request, Course& course)
{
    try {
        return finished(request, walk(request, course));
    } catch (const std::exception& error) {
        return finished(request, failure(request, error));
    }
}

Response Dispatcher::refusal(const Request& request, const Refusal& refused) const
{
    const auto from = came_from(request);
    return finished(request, problem_page(*house_, {}, house_->clock(), {.status = refused.status, .words = refused.words, .href = from, .way_on = to_the_form}));
}

Response Dispatcher::walk(Request& request, Course& course)
{
    if (!course.sound) return problem({}, 400);
    if (!course.match.route) {
        auto response = problem(greet(request, course).viewer, course.match.allowed.empty() ? 404 : 405);
        if (!course.match.allowed.empty()) response.set("Allow", course.match.allowed);
        return response;
    }
    auto guest = course.match.route->flags.anonymous ? Guest{.now = house_->clock()} : greet(request, course);
    if (auto refused = not_admitted(request, course, guest.viewer)) return std::move(*refused);
    if (request.verb == Verb::post) return take_form(request, course, std::move(guest));
    if (const auto key = request.query(shown_name); !key.empty() && guest.session.is_set()) return shown_again(request, course, std::move(guest), key);
    return act(request, course, std::move(guest));
}

Response Dispatcher::take_form(Request& request, Course& course, Guest guest)
{
    if (auto refused = form_refused(request, course, guest.viewer, guest.browser)) return std::move(*refused);
    guest.reader.reset();  // what the handler reads must not be older than the sending it may have waited for
    const auto& flags = course.match.route->flags;
    if (flags.asks) return ask(request, course, std::move(guest));
    if (!flags.once) return act(request, course, std::move(guest));
    auto key = first(request.fields, "_key").value_or("");
    if (!is_key(key)) return problem(guest.viewer, 403, stale_form);
    auto viewer = guest.viewer;
    const auto owner = guest.owner();
    auto response = once_.act_once({.owner = owner, .key = key, .now = guest.now}, [&] { return act(request, course, std::move(guest)); });
    if (response) return std::move(*response);
    const bool done = response.error() == Once::Unanswered::dealt_with;
    return way_on(request, course, viewer, 409, done ? "This was done already" : "This was sent before", done ? dealt_with : sent_before);
}

/// A form that only asks: its question is kept, and asked on the page that this leads to.
Response Dispatcher::ask(const Request& request, Course& course, Guest guest)
{
    KeptAnswer question{.permission = course.match.route->permission, .page = {}, .asks = true, .fields = request.fields};
    std::erase_if(question.fields, [](const auto& field) { return field.first.starts_with('_'); });
    const auto key = guest.session.is_set() ? kept_.keep(guest.owner(), std::move(question), guest.now, house_->chance) : std::nullopt;
    if (!key) return act(request, course, std::move(guest));
    return Response::redirect(fmt::format("{}?{}={}", request.target.path(), shown_name, *key));
}

/// What a form was answered with, or what it asked, once more.
Response Dispatcher::shown_again(Request& request, Course& course, Guest guest, const std::string& key)
{
    auto answer = kept_.find(guest.owner(), key, guest.now, request.verb != Verb::head);
    if (!answer) {
        const auto match = routes_->match(Verb::post, request.target);
        if (match.route && match.route->flags.asks) return act(request, course, std::move(guest));  // its page says so
        return way_on(request, course, guest.viewer, 410, {}, no_longer_kept);
    }
    if (access::reach(guest.viewer, answer->permission).is_nothing()) return problem(guest.viewer, 403);
    if (!answer->asks) return std::move(answer->page);
    course.match = routes_->match(Verb::post, request.target);
    request.fields = std::move(answer->fields);
    return act(request, course, std::move(guest));
}

/// Of a post's page: kept for whoever sent the form, who is led to it, so that it can be loaded again and gone back to.
Response Dispatcher::kept(const Request& request, const Course& course, const Guest& guest, Response response)
{
    const bool new_session = std::ranges::any_of(response.headers, [&](const Header& header) { return header.value.starts_with(session_cookie_name(*house_) + "="); });
    if (new_session) kept_.forget(guest.owner());
    if (request.verb != Verb::post || new_session || !guest.session.is_set() || !is_page(response)) return response;
    const auto page = form_page(request, course);
    if (!page_of(page)) return response;
    auto without_cookies = response;
    std::erase_if(without_cookies.headers, [](const Header& header) { return header.name == "Set-Cookie"; });
    const auto key = kept_.keep(guest.owner(), {.permission = course.match.route->permission, .page = std::move(without_cookies)}, guest.now, house_->chance);
    if (!key) return response;
    auto target = as_found(page);
    target.query.emplace_back(shown_name, *key);
    auto led = Response::redirect(path_and_query(target));
    led.changed_nothing = response.changed_nothing;
    std::ranges::copy_if(response.headers, std::back_inserter(led.headers), [](const Header& header) { return header.name == "Set-Cookie"; });
    return led;
}

/// The route that shows `target` to whoever is signed in; nullptr where none does.
const Route* Dispatcher::page_of(const Target& target) const
{
    const auto* route = routes_->match(Verb::get, target).route;
    return route && !route->flags.anonymous ? route : nullptr;
}

/// The page that a form stands on: the one that the browser names, else the page of the form's own path.
Target Dispatcher::form_page(const Request& request, const Course& course) const
{
    if (auto from = parse_target(came_from(request)); from && page_of(*from)) return std::move(*from);
    const auto* own = page_of(request.target);
    return own && own->pattern == course.match.route->pattern ? request.target : Target{};
}

std::optional<Response> Dispatcher::not_admitted(const Request& request, const Course& course, const access::Viewer& viewer) const
{
    if (!access::reach(viewer, course.match.route->permission).is_nothing()) return std::nullopt;
    if (viewer.is_signed_in()) return problem(viewer, 403);
    if (is_for_programs(request)) {
        auto nobody = problem(viewer, 401);
        nobody.set("WWW-Authenticate", "Session realm=\"Kith\"");
        return nobody;
    }
    const auto sign_in = [&](const Target& target) { return house_->settings.sign_in + "?return=" + percent_encoded(path_and_query(as_found(target))); };
    if (request.verb != Verb::post) return Response::redirect(sign_in(request.target));
    const auto href = sign_in(form_page(request, course));
    return problem_page(*house_, viewer, house_->clock(), {.status = 403, .title = "You are signed out", .words = signed_out, .href = href, .way_on = "Sign in and go back to the form"});
}

std::optional<Response> Dispatcher::form_refused(const Request& request, const Course& course, const access::Viewer& viewer, std::string_view browser) const
{
    if (!is_from_own_pages(request)) return problem(viewer, 403, foreign_form);
    if (!is_form_token(browser, first(request.fields, "_token").value_or(""))) return way_on(request, course, viewer, 403, "This page was open for too long", stale_form);
    return std::nullopt;
}

Response Dispatcher::act(const Request& request, Course& course, Guest guest)
{
    Visit::Arrival arrival{.route = course.match.route, .parameters = course.match.parameters, .session = guest.session, .browser = guest.browser,
                           .banner = guest.banner_key.empty() ? std::string{} : banners_.find(guest.banner_key), .reader = std::move(guest.reader)};
    Visit visit{request, guest.viewer, *house_, std::move(arrival), guest.now};
    auto response = course.match.route->handler(visit);
    response.changed_nothing = response.status >= 400 || (is_page(response) && !visit.has_committed());
    course.statements = visit.statements();
    bool secure = house_->settings.secure;
    if (!visit.new_browser().empty())
        response.add("Set-Cookie", cookie_text({.name = visitor_cookie_name(*house_), .value = visit.new_browser(), .secure = secure}));
    if (visit.banner_is_spent() && request.verb != Verb::head) {
        banners_.forget(guest.banner_key);
        response.add("Set-Cookie", cookie_text({.name = banner_cookie_name(*house_), .secure = secure, .seconds = 0}));
    }
    if (!response.banner.empty()) {
        auto key = banners_.keep(response.banner, house_->chance);
        response.add("Set-Cookie", cookie_text({.name = banner_cookie_name(*house_), .value = key, .secure = secure}));
    }
    return kept(request, course, guest, std::move(response));
}

Response Dispatcher::finished(const Request& request, Response response) const
{
    if (response.events) {
        response.set("Content-Type", "text/event-stream; charset=utf-8");
        response.set("X-Accel-Buffering", "no");  // asks nginx to pass events on as they come
    }
    if (is_for_programs(request) && response.status >= 400 && is_page(response)) response = as_problem_json(std::move(response), request);
    add_security_headers(response, house_->settings.secure);
    compress(response, request);
    return response;
}

Response Dispatcher::failure(const Request& request, const std::exception& error) const
{
    auto status = status_for(error);
    house_->log.line("failure", {{"reference", request.reference}, {"kind", typeid(error).name()}, {"what", loggable(error)}, {"status", status}});
    const bool of_reading = dynamic_cast<const access::ReadNotRecorded*>(&error) != nullptr;
    return problem({}, status, of_reading ? reading_not_written : std::string_view{}, request.reference);
}

Refusal Dispatcher::not_kept(const Request& request, const std::exception& error) const
{
    const auto status = status_for(error);
    house_->log.line("upload not kept", {{"reference", request.reference}, {"kind", typeid(error).name()}, {"what", loggable(error)}, {"status", status}});
    return {status, {}};
}

Response Dispatcher::problem(const access::Viewer& viewer, int status, std::string_view words, std::string_view reference) const
{
    return problem_page(*house_, viewer, house_->clock(), {.status = status, .words = words, .reference = reference});
}

/// A page that leads on to the one that the form stands on.
Response Dispatcher::way_on(const Request& request, const Course& course, const access::Viewer& viewer, int status, std::string_view title, std::string_view words) const
{
    const auto page = as_found(request.verb == Verb::post ? form_page(request, course) : request.target);
    const auto href = path_and_query(page);
    return problem_page(*house_, viewer, house_->clock(), {.status = status, .title = title, .words = words, .href = page.segments.empty() ? std::string_view{} : href, .way_on = "Open the page"});
}

std::string Dispatcher::no_route_name(const Course& course) const { return course.sound ? "no such path" : "unsound"; }

void Dispatcher::record(const Request& request, const Course& course, int status, std::uint64_t microseconds, std::uint64_t bytes)
{
    const auto& all = routes_->all();
    const auto* route = course.match.route;
    auto index = route ? static_cast<std::size_t>(route - all.data()) : all.size();
    times_[index].record(microseconds);
    auto pattern = route ? route->pattern : no_route_name(course);
    house_->log.line("request", {{"reference", request.reference}, {"method", name_of(request.verb)}, {"route", pattern}, {"status", status},
                                 {"ms", static_cast<double>(microseconds) / 1000.0}, {"bytes", bytes}});
}

void Dispatcher::tend()
{
    try {
        sessions_.write_down();
    } catch (const std::exception& error) {
        house_->log.line("sessions not written down", {{"kind", typeid(error).name()}, {"what", loggable(error)}});
    }
}

std::string Dispatcher::metrics() const
{
    std::vector<std::pair<std::string, const Histogram*>> named;
    const auto& all = routes_->all();
    for (std::size_t i = 0; i < all.size(); ++i) named.emplace_back(fmt::format("{} {}", name_of(all[i].verb), all[i].pattern), &times_[i]);
    named.emplace_back("none", &times_[all.size()]);
    return metrics_text(named);
}

}  // namespace kith::web
