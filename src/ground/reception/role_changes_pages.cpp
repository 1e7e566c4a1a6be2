#include "reception/role_changes_pages.hpp"

#include "access/role_changes.hpp"
#include "db/transaction.hpp"
#include "files/csv_writer.hpp"
#include "reception/account_views.hpp"
#include "reception/days_asked.hpp"
#include "reception/fields_views.hpp"
#include "ui/navigation.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"
#include "web/page_number.hpp"
#include "web/target.hpp"

namespace kith::reception {

namespace {

const web::PageParts change_parts{.title = "Who gave which role", .breadcrumbs = {{"Home", "/"}, {"Accounts", "/accounts"}}, .nav = "/accounts", .wide = true};

std::string query_of(const DaysAsked& days)
{
    return "from=" + web::percent_encoded(days.from_text) + "&to=" + web::percent_encoded(days.to_text);
}

ui::Html filter(web::Visit& visit, const DaysAsked& days)
{
    auto& form = visit.form();
    form.fill("from", days.from_text).fill("to", days.to_text);
    ui::FilterPanel panel{.action = "/accounts/changes", .clear_href = "/accounts/changes"};
    panel.fields = text_field(form, {.name = "from", .label = "Date from (earliest)", .hint = "For example, 27/3/2026", .classes = "govuk-input--width-10"}) +
                   text_field(form, {.name = "to", .label = "Date to (latest)", .hint = "For example, 27/3/2026", .classes = "govuk-input--width-10"});
    return ui::filter_panel(panel);
}

}  // namespace

web::Response list_role_changes(web::Visit& visit, const Desk& desk)
{
    const auto days = days_asked(visit);
    if (visit.form().has_problems()) return visit.try_again(change_parts, filter(visit, days));
    const access::RoleChangeFilter wanted{days.from, days.before};
    const auto all = access::count_role_changes(visit.reader(), wanted);
    const auto number = web::page_asked_for(visit.request, all, 50);
    ScopeWords words{visit.reader(), desk.places};
    const auto changes = access::list_role_changes(visit.reader(), wanted, number.limit, number.offset);
    return visit.page(change_parts, filter(visit, days) + role_change_list(changes, words, all) +
                                        ui::pagination_of(number.page, number.pages, "/accounts/changes?" + query_of(days) + "&page=") +
                                        ui::not_in_print(ui::paragraph(ui::link("Download these changes (CSV)", "/accounts/changes.csv?" + query_of(days)))));
}

web::Response download_role_changes(web::Visit& visit, const Desk& desk)
{
    constexpr int most = 100'000;
    const auto days = days_asked(visit);
    ScopeWords words{visit.reader(), desk.places};
    files::CsvWriter csv{{.byte_order_mark = true}};
    csv.row(std::vector<std::string>{"when", "whose", "account", "what", "role", "by", "why"});
    for (const auto& [event, account, name] : access::list_role_changes(visit.reader(), {days.from, days.before}, most, 0)) {
        csv.row(std::vector<std::string>{event.at.iso(), name, account.text(), event.what, words.of_journal(event.detail), event.by, event.reason});
    }
    return web::Response::file("changes-of-role.csv", "text/csv; charset=utf-8", std::move(csv).text());
}

}  // namespace kith::reception
