#pragma once
// The one table of what can be asked for: verb, path, permission, handler. Readable from top to bottom; no route without a permission.
#include "access/permission.hpp"
#include "web/response.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::web {

class Visit;
using access::Permission;
using Handler = std::function<Response(Visit&)>;

struct RouteFlags {
    bool on_worker = false;  ///< hand over to the worker pool: long queries, password hashing, anything above a millisecond. Posts always are,
                             ///< and so are all but anonymous pages unless Settings::pages_on_workers says otherwise
    bool upload = false;     ///< takes multipart/form-data with files, up to the configured limit; other posts take 1 MB of fields
    bool once = true;        ///< a second send of the same form gets the first one's outcome; false for forms that may be sent again (sign-in)
    bool asks = false;       ///< a post that only asks, so that names stay out of addresses: what was asked is kept for the session and asked again
                             ///< whenever its page is loaded or gone back to. A page of the same path shows the empty form; its query has "shown" where
                             ///< what was asked is no longer kept. `once` means nothing here
    bool anonymous = false;  ///< the same for everyone: who asks is not looked up. Public pages only
    bool apart = false;      ///< whoever asks is not looked up and not shown, though they may be signed in: pages on which people answer without their name.
                             ///< Their forms go by a cookie of the browser's own. Public pages only
    std::size_t upload_limit = 0;  ///< bytes; the configured limit where 0
};

struct Route {
    Verb verb = Verb::get;
    std::string pattern;  ///< "/organisations/{organisation}"
    Permission permission = Permission::public_page;
    Handler handler;
    RouteFlags flags;
    std::vector<std::string> parts;  ///< the pattern's segments
};

/// What a path led to.
struct Match {
    const Route* route = nullptr;  ///< nullptr where the path has no such verb
    Fields parameters;             ///< {"organisation", "06fz..."}
    std::string allowed;           ///< where the path exists but not for this verb: "GET, HEAD"; empty where the path does not exist
};

class Routes {
public:
    /// A page. HEAD comes with it. Throws std::logic_error where a route of the same verb and shape is there already, or the pattern is not sound.
    void get(std::string pattern, Permission permission, Handler handler, RouteFlags flags = {});
    /// A form's action. Throws as get() does.
    void post(std::string pattern, Permission permission, Handler handler, RouteFlags flags = {});

    const std::vector<Route>& all() const { return routes_; }
    /// The route for a request: a segment that is spelt out wins over a {named} one.
    Match match(Verb verb, const Target& target) const;

private:
    void add(Verb verb, std::string pattern, Permission permission, Handler handler, RouteFlags flags);
    std::vector<Route> routes_;
};

}  // namespace kith::web
