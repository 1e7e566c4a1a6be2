#include "returns/routes.hpp"

#include "returns/return_pages.hpp"

namespace kith::returns {

void add_routes(web::Routes& routes, std::shared_ptr<const Desk> desk)
{
    using enum access::Permission;
    using Page = web::Response (*)(web::Visit&, const Desk&);
    const auto on_desk = [&desk](Page page) { return [desk, page](web::Visit& visit) { return page(visit, *desk); }; };
    const web::RouteFlags slow{.on_worker = true};

    routes.get("/returns", see_returns, on_desk(list_page));
    routes.get("/returns/new", hand_in_returns, on_desk(new_page));
    routes.post("/returns", hand_in_returns, on_desk(hand_in), {.on_worker = true, .upload = true});
    routes.get("/returns/templates/{template}", hand_in_returns, on_desk(template_file), slow);

    routes.get("/returns/{return}", see_returns, on_desk(one_page));
    routes.get("/returns/{return}/whose", hand_in_returns, on_desk(whose_page));
    routes.post("/returns/{return}/whose", hand_in_returns, on_desk(say_whose), slow);
    routes.get("/returns/{return}/findings", see_returns, on_desk(all_findings_page));
    routes.get("/returns/{return}/findings.csv", see_returns, on_desk(findings_file), slow);
    routes.get("/returns/{return}/to-mend", export_staff, on_desk(annotated_file), slow);

    routes.get("/returns/{return}/queries/{rule}", see_returns, on_desk(queries_page));
    routes.post("/returns/{return}/queries/{rule}", hand_in_returns, on_desk(answer_queries_of_rule), slow);
    routes.post("/returns/{return}/queries/{rule}/again", hand_in_returns, on_desk(open_queries_again), slow);

    routes.post("/returns/{return}/accept", hand_in_returns, on_desk(accept), slow);
    routes.post("/returns/{return}/check", hand_in_returns, on_desk(check_again), slow);
    routes.post("/returns/{return}/withdraw", hand_in_returns, on_desk(withdraw), slow);
    routes.get("/returns/{return}/undo", hand_in_returns, on_desk(undo_page), slow);
    routes.post("/returns/{return}/undo", hand_in_returns, on_desk(undo), slow);
}

}  // namespace kith::returns
