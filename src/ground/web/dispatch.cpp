#include "web/dispatch.hpp"

#include "access/read_log.hpp"
#include "access/token.hpp"
#include "db/error.hpp"
#include "db/transaction.hpp"
#include "web/compression.hpp"
#include "web/frame.hpp"
#include "web/security.hpp"
#include "web/visit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <system_error>
#include <typeinfo>

namespace kith::web {
namespace {

constexpr std::string_view stale_form =
    "This page was open for too long, or in a browser that does not keep cookies. Go back, load the page again and send it once more.";
constexpr std::string_view foreign_form = "This form was sent from another site's page, so nothing was done.";
constexpr std::string_view signed_out = "You are signed out, so nothing was saved. Copy what you wrote if you need it, then sign in and open the page again.";
constexpr std::string_view sent_before =
    "This form was sent before, and it is not known whether it was dealt with. Look whether what you asked for was done.";

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

std::string path_and_query(const Target& target)
{
    auto text = target.path();
    char sign = '?';
    for (const auto& [name, value] : target.query) {
        text += fmt::format("{}{}={}", sign, percent_encoded(name), percent_encoded(value));
        sign = '&';
    }
    return text;
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
};

Dispatcher::Dispatcher(const Routes& routes, House& house)
    : routes_(&routes), house_(&house), once_(house.database), sessions_(house.database, house.settings.sessions), times_(std::make_unique<Histogram[]>(routes.all().size() + 1))
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

Dispatcher::Guest Dispatcher::greet(const Request& request)
{
    Guest guest{.now = house_->clock()};
    guest.browser = request.cookie(visitor_cookie_name(*house_)).value_or("");
    guest.banner_key = request.cookie(banner_cookie_name(*house_)).value_or("");
    auto token = request.cookie(session_cookie_name(*house_)).value_or("");
    if (token.empty()) return guest;
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
        auto guest = greet(request);
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
    return finished(request, problem({}, refused.status, refused.words));
}

Response Dispatcher::walk(Request& request, Course& course)
{
    if (!course.sound) return problem({}, 400);
    if (!course.match.route) {
        auto response = problem(greet(request).viewer, course.match.allowed.empty() ? 404 : 405);
        if (!course.match.allowed.empty()) response.set("Allow", course.match.allowed);
        return response;
    }
    auto guest = course.match.route->flags.anonymous ? Guest{.now = house_->clock()} : greet(request);
    if (auto refused = not_admitted(request, course, guest.viewer)) return std::move(*refused);
    if (request.verb != Verb::post) return act(request, course, std::move(guest));
    if (auto refused = form_refused(request, guest.viewer, guest.browser)) return std::move(*refused);
    guest.reader.reset();  // what the handler reads must not be older than the sending it may have waited for
    if (!course.match.route->flags.once) return act(request, course, std::move(guest));
    auto key = first(request.fields, "_key").value_or("");
    if (!is_key(key)) return problem(guest.viewer, 403, stale_form);
    auto viewer = guest.viewer;
    auto owner = access::hash_of("form owner", guest.browser);
    auto response = once_.act_once({.owner = owner, .key = key, .now = guest.now}, [&] { return act(request, course, std::move(guest)); });
    return response ? std::move(*response) : problem(viewer, 409, sent_before);
}

std::optional<Response> Dispatcher::not_admitted(const Request& request, const Course& course, const access::Viewer& viewer) const
{
    if (!access::reach(viewer, course.match.route->permission).is_nothing()) return std::nullopt;
    if (viewer.is_signed_in()) return problem(viewer, 403);
    if (request.verb == Verb::post) return problem(viewer, 403, signed_out);
    return Response::redirect(house_->settings.sign_in + "?return=" + percent_encoded(path_and_query(request.target)));
}

std::optional<Response> Dispatcher::form_refused(const Request& request, const access::Viewer& viewer, std::string_view browser) const
{
    if (!is_from_own_pages(request)) return problem(viewer, 403, foreign_form);
    if (!is_form_token(browser, first(request.fields, "_token").value_or(""))) return problem(viewer, 403, stale_form);
    return std::nullopt;
}

Response Dispatcher::act(const Request& request, Course& course, Guest guest)
{
    Visit::Arrival arrival{.route = course.match.route, .parameters = course.match.parameters, .session = guest.session, .browser = guest.browser,
                           .banner = guest.banner_key.empty() ? std::string{} : banners_.find(guest.banner_key), .reader = std::move(guest.reader)};
    Visit visit{request, guest.viewer, *house_, std::move(arrival), guest.now};
    auto response = course.match.route->handler(visit);
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
    return response;
}

Response Dispatcher::finished(const Request& request, Response response) const
{
    if (response.events) {
        response.set("Content-Type", "text/event-stream; charset=utf-8");
        response.set("X-Accel-Buffering", "no");  // asks nginx to pass events on as they come
    }
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
    return problem_page(*house_, viewer, house_->clock(), status, words, reference);
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
