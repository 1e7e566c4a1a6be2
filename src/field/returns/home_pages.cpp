// What the home page says of returns.
#include "base/text.hpp"
#include "returns/return_store.hpp"
#include "returns/routes.hpp"
#include "web/visit.hpp"

namespace kith::returns {
namespace {

void add_waiting(std::vector<web::HomeItem>& items, std::int64_t number)
{
    if (number == 0) return;
    items.push_back({.title = counted(number, "return waits", "returns wait") + " for your decision",
                     .words = "Checked against the register. Nothing changes until someone accepts",
                     .href = "/returns?state=checked",
                     .urgency = web::Urgency::today});
}

void add_asking(std::vector<web::HomeItem>& items, std::int64_t number)
{
    if (number == 0) return;
    items.push_back({.title = counted(number, "return waits", "returns wait") + " for an answer of yours",
                     .words = "Kith needs to be told what the columns mean, or whose the return is",
                     .href = "/returns?state=asking",
                     .urgency = web::Urgency::today});
}

void add_failed(std::vector<web::HomeItem>& items, std::int64_t number)
{
    if (number == 0) return;
    items.push_back({.title = counted(number, "return was", "returns were") + " not finished",
                     .words = "Kith stopped before it was done, and nothing was changed. Start the check again",
                     .href = "/returns?state=failed",
                     .urgency = web::Urgency::today});
}

std::vector<web::HomeItem> waiting(web::Visit& visit)
{
    std::vector<web::HomeItem> items;
    const auto reach = visit.reach(access::Permission::hand_in_returns);
    if (reach.is_nothing()) return items;
    const auto counts = count_by_state(visit.reader(), reach, {State::checked, State::failed, State::asking});
    add_waiting(items, counts[0]);
    add_asking(items, counts[2]);
    add_failed(items, counts[1]);
    return items;
}

std::vector<web::HomeLink> links(web::Visit& visit)
{
    if (!visit.may(access::Permission::hand_in_returns)) return {};
    return {{.title = "Hand in a return", .words = "A file of staff, settings or organisations. Kith checks it before anything changes",
             .href = "/returns/new", .needs = access::Permission::hand_in_returns}};
}

}  // namespace

void add_to_home(web::Home& home)
{
    home.add_provider(waiting);
    home.add_links(links);
}

}  // namespace kith::returns
