#pragma once
// One request on its way through a handler: who asks, what they may reach, the database as it stands, and how to answer.
#include "access/reach.hpp"
#include "base/id.hpp"
#include "web/form.hpp"
#include "web/house.hpp"
#include "web/routes.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::db {
class Writer;
struct Author;
}
namespace kith::ui {
class Html;
}

namespace kith::web {

struct Crumb {
    std::string text;
    std::string href;
};

/// What stands around the content of a page.
struct PageParts {
    std::string title;                    ///< of the page and its h1; no personal data (it stays in browser histories)
    std::optional<std::string> heading;   ///< the h1 where it differs from the title; empty text for none, where the content has its own
    std::string caption;                  ///< small words above the h1
    std::vector<Crumb> breadcrumbs;       ///< from the top down, without the page itself
    std::string back;                     ///< path of a back link, instead of breadcrumbs
    std::string nav;                      ///< href of the main menu's item that this page lies under
    std::string banner;                   ///< a success to tell; redirect(path, banner) is the usual way
    std::string filters;                  ///< in words, for the printed page
    bool wide = false;                    ///< lists and tables that need the whole width
    bool handed_out = false;              ///< on paper to others: who printed it stands nowhere on it
    int refresh_seconds = 0;              ///< the page asks for itself again, for those without scripts; 0 for not
};

struct FormParts {
    std::string action;      ///< path that the form is posted to
    std::string id;          ///< of the form element, where a page has more than one
    bool multipart = false;  ///< has a file
};

/// What whoever loads a page again is told, where it is shown once.
struct Afterwards {
    std::string words;   ///< how to get another
    std::string href;    ///< where
    std::string way_on;  ///< words of that link
};

/// The two hidden answers that every form carries; dispatch checks both before the handler runs.
struct FormSecrets {
    std::string token;  ///< field "_token": this browser's, masked anew on every page
    std::string key;    ///< field "_key": this form's, used once
};

class Visit {
public:
    /// Made by dispatch.
    struct Arrival {
        const Route* route = nullptr;
        Fields parameters;
        access::SessionId session;            ///< unset where nobody is signed in
        std::string browser;                  ///< secret of this browser, from which form tokens are made; empty where it has none yet
        std::string banner;                   ///< left by the visit before
        std::unique_ptr<db::Reader> reader;   ///< where one was opened already
    };
    Visit(const Request& asked, const access::Viewer& who, House& home, Arrival arrival, Instant at);
    ~Visit();
    Visit(const Visit&) = delete;
    Visit& operator=(const Visit&) = delete;

    const Request& request;
    const access::Viewer& viewer;
    House& house;

    Instant now() const { return now_; }
    Date today() const { return now_.date_in_london(); }
    /// The viewer, as who changes the register here.
    db::Author author() const;
    /// One snapshot for the whole visit, opened when first asked for.
    db::Reader& reader();
    /// The one writer, from the first call until commit() or the end of the visit, which rolls back what was not committed. To be called
    /// late: nobody else writes meanwhile.
    db::Writer& writer();

    /// What this viewer may do this route's permission to.
    const access::Reach& reach();
    access::Reach reach(Permission permission) const { return access::reach(viewer, permission); }
    bool may(Permission permission) const { return !reach(permission).is_nothing(); }

    Form& form() { return form_; }
    /// A {named} part of the path, decoded; empty where the route has none of that name.
    std::string parameter(std::string_view name) const;
    /// The same as a public id. Anything else is not found: nobody is told what an id looks like.
    Result<PublicId> public_id(std::string_view name) const;
    const Route& route() const { return *arrival_.route; }

    Response page(const PageParts& parts, ui::Html content, int status = 200);
    /// The form again: 422, error summary from form().problems(), "Error: " before the title. The content shows form().error(name).
    Response try_again(const PageParts& parts, ui::Html content);
    /// A page with what is shown once, such as a code. For posts.
    Response shown_once(const PageParts& parts, ui::Html content, const Afterwards& afterwards);
    /// 303 to a path of this house; the banner is shown once, on the page that follows, and holds no personal data.
    Response redirect(std::string path, std::string banner = {});
    /// 404, 403 or 409 page; an unacceptable one is shown as a page of its own with 422.
    Response problem(const Problem& problem);

    /// A whole form with its two secrets.
    ui::Html in_form(const FormParts& parts, ui::Html inside);
    FormSecrets secrets();

    access::SessionId session() const { return arrival_.session; }
    /// Has this browser keep `token` as its session from now on (Set-Cookie).
    void begin_session(Response& response, std::string token) const;
    void end_session(Response& response) const;
    /// SQL statements run through reader() and writer() so far.
    int statements() const;
    /// Something was written through writer(). For dispatch.
    bool has_committed() const;
    /// Shown on this page, so it is not to be shown again. For dispatch.
    bool banner_is_spent() const { return banner_spent_; }
    /// The secret that this visit gave a browser which had none; empty otherwise. For dispatch.
    const std::string& new_browser() const { return new_browser_; }

private:
    class Committing;
    Response framed(const PageParts& parts, const ui::Html& content, int status, bool with_errors);
    Arrival arrival_;
    Instant now_;
    std::optional<access::Reach> reach_;
    Form form_;
    std::unique_ptr<Committing> writer_;
    bool banner_spent_ = false;
    std::string new_browser_;
};

/// Names of the cookies: with "__Host-" where pages are reached by TLS, so that no neighbour under the same domain can set them.
std::string session_cookie_name(const House& house);
std::string visitor_cookie_name(const House& house);
std::string banner_cookie_name(const House& house);

}  // namespace kith::web
