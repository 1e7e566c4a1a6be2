#include "web/visit.hpp"

#include "access/token.hpp"
#include "db/change_set.hpp"
#include "db/transaction.hpp"
#include "ui/html.hpp"
#include "ui/words.hpp"
#include "web/frame.hpp"
#include "web/security.hpp"
#include "web/way_back.hpp"

namespace kith::web {
namespace {

std::string cookie_name(const House& house, std::string_view name) { return (house.settings.secure ? "__Host-" : "") + std::string{name}; }

int status_of(ProblemKind kind)
{
    switch (kind) {
        case ProblemKind::unacceptable: return 422;
        case ProblemKind::not_found: return 404;
        case ProblemKind::forbidden: return 403;
        case ProblemKind::conflict: return 409;
    }
    return 500;
}

Fields without_secrets(Fields fields)
{
    std::erase_if(fields, [](const auto& field) { return field.first == "_token" || field.first == "_key"; });
    return fields;
}

}  // namespace

std::string session_cookie_name(const House& house) { return cookie_name(house, "kith_session"); }
std::string visitor_cookie_name(const House& house) { return cookie_name(house, "kith_visitor"); }
std::string banner_cookie_name(const House& house) { return cookie_name(house, "kith_banner"); }

/// The writer of a visit, which says whether it was committed.
class Visit::Committing : public db::Writer {
public:
    using db::Writer::Writer;
    bool has_committed() const { return is_finished(); }
};

Visit::Visit(const Request& asked, const access::Viewer& who, House& home, Arrival arrival, Instant at)
    : request(asked), viewer(who), house(home), arrival_(std::move(arrival)), now_(at), form_(without_secrets(asked.fields), asked.files)
{
}

Visit::~Visit() = default;

db::Reader& Visit::reader()
{
    if (!arrival_.reader) arrival_.reader = std::make_unique<db::Reader>(house.database);
    return *arrival_.reader;
}

db::Writer& Visit::writer()
{
    if (!writer_) writer_ = std::make_unique<Committing>(house.database);
    return *writer_;
}

const access::Reach& Visit::reach()
{
    if (!reach_) reach_ = reach(arrival_.route->permission);
    return *reach_;
}

std::string Visit::parameter(std::string_view name) const { return std::string{first(arrival_.parameters, name).value_or("")}; }

Result<PublicId> Visit::public_id(std::string_view name) const
{
    auto id = PublicId::parse(parameter(name));
    if (!id) return not_found("Page");
    return *id;
}

Response Visit::framed(const PageParts& parts, const ui::Html& content, int status, bool with_errors)
{
    auto full = parts;
    if (full.banner.empty() && !arrival_.banner.empty()) full.banner = arrival_.banner;
    banner_spent_ = banner_spent_ || !arrival_.banner.empty();
    auto problems = with_errors ? form_.problems() : std::vector<Problem>{};
    for (auto& problem : problems)  // of a date's three boxes the summary leads to the first
        if (!problem.field.empty() && form_.has(problem.field + "-day")) problem.field += "-day";
    const bool explains = house.explain && viewer.is_signed_in() && status == Response{}.status;
    return Response::html(framed_page(house, viewer, now_, full, explains ? content + house.explain(*this, content) : content, problems), status);
}

Response Visit::page(const PageParts& parts, ui::Html content, int status) { return framed(parts, content, status, true); }

Response Visit::try_again(const PageParts& parts, ui::Html content) { return framed(parts, content, 422, true); }

Response Visit::shown_once(const PageParts& parts, ui::Html content, const Afterwards& afterwards)
{
    auto response = page(parts, std::move(content));
    const ProblemParts again{.status = 410, .title = "This was shown once", .words = afterwards.words, .href = afterwards.href, .way_on = afterwards.way_on};
    response.afterwards = problem_page(house, viewer, now_, again).body;
    return response;
}

Response Visit::redirect(std::string path, std::string banner)
{
    auto response = Response::redirect(local_path_or(path, "/"));
    response.banner = std::move(banner);
    return response;
}

db::Author Visit::author() const
{
    return {.account = viewer.account.value()};
}

Response Visit::problem(const Problem& problem)
{
    // "Organisation not found" says more than the usual words only where it is more than that
    auto words = problem.kind == ProblemKind::not_found ? std::string_view{} : std::string_view{problem.message};
    const auto from = request.verb == Verb::post ? came_from(request) : std::string{};
    return problem_page(house, viewer, now_, {.status = status_of(problem.kind), .words = words, .href = from, .way_on = "Go back to the page you came from"});
}

FormSecrets Visit::secrets()
{
    if (arrival_.browser.empty()) arrival_.browser = new_browser_ = access::new_token(house.chance);
    return {form_token(arrival_.browser, house.chance), access::new_token(house.chance)};
}

ui::Html Visit::in_form(const FormParts& parts, ui::Html inside)
{
    auto [token, key] = secrets();
    return ui::form({.action = parts.action, .multipart = parts.multipart, .hidden = {{"_token", token}, {"_key", key}}, .content = std::move(inside), .id = parts.id});
}

void Visit::begin_session(Response& response, std::string token) const
{
    response.add("Set-Cookie", cookie_text({.name = session_cookie_name(house), .value = std::move(token), .secure = house.settings.secure}));
}

void Visit::end_session(Response& response) const
{
    response.add("Set-Cookie", cookie_text({.name = session_cookie_name(house), .secure = house.settings.secure, .seconds = 0}));
}

bool Visit::has_committed() const { return writer_ && writer_->has_committed(); }

int Visit::statements() const { return (arrival_.reader ? arrival_.reader->statements() : 0) + (writer_ ? writer_->statements() : 0); }

}  // namespace kith::web
