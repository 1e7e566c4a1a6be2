#pragma once
// What happens to a request between the socket and the handler and back: route, viewer, access decision, form checks, errors, headers.
// Knows nothing of sockets, so that tests drive the very same path in process.
#include "access/sessions.hpp"
#include "web/banners.hpp"
#include "web/body.hpp"
#include "web/histogram.hpp"
#include "web/house.hpp"
#include "web/kept_answers.hpp"
#include "web/once.hpp"
#include "web/routes.hpp"

#include <atomic>
#include <memory>
#include <optional>
#include <string>

namespace kith::web {

/// Where a request goes, found from its head.
struct Course {
    Match match;
    bool sound = true;       ///< false: the target cannot be read, 400
    bool on_worker = false;  ///< the answer is to be worked out on the worker pool
    int statements = 0;      ///< SQL statements the answer took; set by answer()
};

class Dispatcher {
public:
    /// Both must live as long. Throws std::logic_error where the table cannot be served.
    Dispatcher(const Routes& routes, House& house);

    /// "7f3a2c-1b": names one request in the log and on its error page.
    std::string new_reference();
    /// Reads the target into `request` and finds its route.
    Course course_for(Request& request, std::string_view target) const;
    /// How the body of this post is to be read, or why it is not.
    std::expected<BodyReader, Refusal> body_reader(const Request& request, const Course& course) const;
    /// For an upload, before its body is read: the page that turns it away where the viewer may not send it. Runs SQL.
    std::optional<Response> turned_away(Request& request, Course& course);
    /// The answer, whatever happens on the way. Ready to be sent.
    Response answer(Request& request, Course& course);
    /// The page for a request that is turned away before or instead of a handler. Without a request's headers no gzip.
    Response refusal(const Request& request, const Refusal& refused) const;
    /// What an upload that could not be kept is answered with: no room, or a fault; the log says which.
    Refusal not_kept(const Request& request, const std::exception& error) const;

    /// Counts the time and writes the log line once the answer is sent.
    void record(const Request& request, const Course& course, int status, std::uint64_t microseconds, std::uint64_t bytes);
    std::string metrics() const;
    House& house() const { return *house_; }
    /// Housekeeping that may wait for the writer: writes down which sessions are in use. To be called every half minute, on a thread that serves no page.
    void tend();

private:
    struct Guest;
    Guest greet(const Request& request, const Course& course);
    Response walk(Request& request, Course& course);
    std::optional<Response> not_admitted(const Request& request, const Course& course, const access::Viewer& viewer) const;
    std::optional<Response> form_refused(const Request& request, const Course& course, const access::Viewer& viewer, std::string_view browser) const;
    Response take_form(Request& request, Course& course, Guest guest);
    Response ask(const Request& request, Course& course, Guest guest);
    Response shown_again(Request& request, Course& course, Guest guest, const std::string& key);
    Response act(const Request& request, Course& course, Guest guest);
    Response kept(const Request& request, const Course& course, const Guest& guest, Response response);
    const Route* page_of(const Target& target) const;
    Target form_page(const Request& request, const Course& course) const;
    Response finished(const Request& request, Response response) const;
    Response failure(const Request& request, const std::exception& error) const;
    Response problem(const access::Viewer& viewer, int status, std::string_view words = {}, std::string_view reference = {}) const;
    Response way_on(const Request& request, const Course& course, const access::Viewer& viewer, int status, std::string_view title, std::string_view words) const;
    std::string no_route_name(const Course& course) const;

    const Routes* routes_;
    House* house_;
    Banners banners_;
    Once once_;
    KeptAnswers kept_;
    access::Sessions sessions_;
    std::atomic<std::uint64_t> count_{0};
    std::uint32_t start_;
    std::unique_ptr<Histogram[]> times_;  ///< one a route, in the table's order, and one for requests without a route
};

}  // namespace kith::web
