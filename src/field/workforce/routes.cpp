#include "workforce/routes.hpp"

#include "partnership/organisation_register.hpp"
#include "tally/query.hpp"
#include "web/visit.hpp"
#include "workforce/check_feed.hpp"
#include "workforce/check_pages.hpp"
#include "workforce/head_count.hpp"
#include "workforce/sharing_pages.hpp"
#include "workforce/staff_pages.hpp"
#include "workforce/staff_register.hpp"

namespace kith::workforce {

void add_routes(web::Routes& routes, Sources given)
{
    using enum access::Permission;
    if (!given.packs) given.packs = std::make_shared<const packs::Packs>(packs::built_in());
    if (!given.feed) given.feed = std::make_shared<TallyFeed>(role_mapping(given.packs));
    if (!given.checks) given.checks = std::make_shared<CheckFeed>(given.packs);
    auto sources = std::make_shared<const Sources>(std::move(given));
    auto with = [sources](auto handler) { return [sources, handler](web::Visit& visit) { return handler(visit, *sources); }; };

    routes.get("/who-works-here", see_workforce_figures, with(who_works_here), {.on_worker = true});
    routes.get("/who-works-here.csv", see_workforce_figures, with(who_works_here_csv), {.on_worker = true});
    routes.get("/staff", see_staff, with(list_staff_page), {.on_worker = true});
    routes.get("/staff/search", search_staff, with(show_search));
    routes.post("/staff/search", search_staff, with(search_staff_page), {.on_worker = true, .asks = true});
    routes.get("/staff/export.csv", access::Permission::export_staff, with(workforce::export_staff), {.on_worker = true});
    routes.get("/staff/{record}", see_staff, with(show_record), {.on_worker = true});
    routes.get("/vacancies", see_workforce_figures, with(list_vacancies), {.on_worker = true});
    routes.get("/posts", see_workforce_figures, with(list_posts), {.on_worker = true});
    routes.get("/posts/{post}", see_workforce_figures, with(show_post), {.on_worker = true});
    routes.get("/posts/new", hand_in_returns, with(show_new_post), {.on_worker = true});
    routes.post("/posts/new", hand_in_returns, with(workforce::add_post), {.on_worker = true});
    routes.get("/posts/{post}/edit", hand_in_returns, with(edit_post), {.on_worker = true});
    routes.post("/posts/{post}/edit", hand_in_returns, with(change_post), {.on_worker = true});
    routes.get("/vacancies.csv", see_workforce_figures, with(list_vacancies_csv), {.on_worker = true});
    routes.get("/vacancies/new", hand_in_returns, with(show_new_vacancy), {.on_worker = true});
    routes.post("/vacancies/new", hand_in_returns, with(workforce::add_vacancy), {.on_worker = true});
    routes.get("/vacancies/{vacancy}/edit", hand_in_returns, with(show_vacancy), {.on_worker = true});
    routes.post("/vacancies/{vacancy}/edit", hand_in_returns, with(change_vacancy), {.on_worker = true});
    routes.get("/checks", see_checks, with(list_checks), {.on_worker = true});
    routes.get("/checks/settings/{setting}", see_checks, with(checks_of_setting), {.on_worker = true});
    routes.get("/checks/organisations/{organisation}", see_checks, with(checks_of_organisation), {.on_worker = true});
    routes.get("/sharing", see_sharing, with(list_sharing));
    routes.get("/sharing/new", manage_sharing, with(new_sharing));
    routes.post("/sharing/new", manage_sharing, with(create_sharing));
    routes.get("/sharing/{agreement}", see_sharing, with(show_sharing));
    routes.get("/sharing/{agreement}/end", manage_sharing, with(ask_to_end_sharing));
    routes.post("/sharing/{agreement}/end", manage_sharing, with(end_sharing));
    routes.get("/my-record", see_own_record, with(show_own_record), {.on_worker = true});
    routes.get("/my-record/{record}", see_own_record, with(show_own_record), {.on_worker = true});
}

constexpr std::string_view roles = "roles";  // Kith's own list

RoleMapping role_mapping(std::shared_ptr<const packs::Packs> packs)
{
    return [packs = std::move(packs)](std::string_view list, std::string_view code) -> MappedRole {
        const auto* mapping = list == roles ? nullptr : packs->mapping_between(list, roles);
        const auto* role = packs->list(roles).find(list == roles ? code : mapping == nullptr ? std::string_view{} : mapping->apply(code));
        if (role == nullptr) return {};
        return {.role = role->code, .sector = role->parent, .breadth = std::string{role->attribute("breadth")}};
    };
}

partnership::Sources partnership_sources(std::shared_ptr<const packs::Packs> packs, std::shared_ptr<TallyFeed> feed)
{
    partnership::Sources sources{.packs = std::move(packs), .recorded = {}, .staff = {}, .last_return = {}};
    sources.recorded = [feed](db::Reader& reader, Date today) {
        std::unordered_map<OrganisationId, partnership::Recorded> recorded;
        const auto snapshot = feed->up_to_date(reader);
        const auto in_post = people_in_post(snapshot->table, today);
        for (const auto& [organisation, state] : snapshot->organisations) {
            const auto people = in_post.find(organisation);
            recorded.emplace(organisation, partnership::Recorded{.records = state.records, .in_post = people == in_post.end() ? 0 : people->second, .last_at = state.last_at});
        }
        return recorded;
    };
    sources.staff = [feed](web::Visit& visit, const partnership::Organisation& organisation) -> std::optional<partnership::StaffCount> {
        const auto reach = visit.reach(access::Permission::see_workforce_figures);
        if (!reach.covers(organisation.id)) return std::nullopt;
        const auto snapshot = feed->up_to_date(visit.reader());
        if (!snapshot->organisations.contains(organisation.id)) return std::nullopt;
        tally::Query query{.on = visit.today(), .scope = scope_of(reach, snapshot->table), .filters = {}, .by = {}};
        auto code = snapshot->table.dictionary(tally::Column::organisation).find(tally_text(organisation.id));
        query.keep(tally::Column::organisation, code ? std::vector{*code} : std::vector<tally::Code>{});
        const auto total = tally::count(snapshot->table, query).total;
        return partnership::StaffCount{.people = total.records, .fte = total.fte, .href = "/who-works-here?organisation=" + web::percent_encoded(organisation.code)};
    };
    sources.staff_names = names_for_partnership;
    sources.find_staff = [](db::Reader& reader, OrganisationId organisation, std::string_view reference) { return find_staff_record(reader, organisation, reference); };
    return sources;
}

void add_home(web::Home& home)
{
    home.add_provider([](web::Visit& visit) {
        const auto reach = visit.reach(access::Permission::hand_in_returns);
        if (reach.is_nothing() || !partnership::has_organisations(visit.reader()) || has_records(visit.reader(), reach)) return std::vector<web::HomeItem>{};
        return std::vector<web::HomeItem>{{.title = "Hand in your staff for the first time", .words = "As a file, an extract of your payroll, or one person at a time", .href = "/returns/new",
                                           .urgency = web::Urgency::today}};
    });
    home.add_links([](web::Visit& visit) {
        using enum access::Permission;
        std::vector<web::HomeLink> links;
        if (visit.may(see_workforce_figures)) links.push_back({.title = "Who works here", .words = "Staff and full-time equivalent on any day", .href = "/who-works-here", .needs = see_workforce_figures});
        if (visit.may(see_staff)) links.push_back({.title = "Staff", .words = "Records within your reach", .href = "/staff", .needs = see_staff});
        if (visit.may(see_workforce_figures)) links.push_back({.title = "Vacancies", .words = "Posts that nobody does today, and how long", .href = "/vacancies", .needs = see_organisations});
        if (visit.may(see_staff) && visit.may(see_checks)) links.push_back({.title = "Checks", .words = "Who may start, who may start supervised, and checks to be done again", .href = "/checks", .needs = see_checks});
        if (visit.may(see_sharing)) links.push_back({.title = "Sharing agreements", .words = "Who sees whose staff records, and what for", .href = "/sharing", .needs = see_sharing});
        if (visit.may(see_own_record)) links.push_back({.title = "My record", .words = "What organisations hold of you", .href = "/my-record", .needs = see_own_record});
        return links;
    });
}

}  // namespace kith::workforce
