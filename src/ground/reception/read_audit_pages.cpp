#include "reception/read_audit_pages.hpp"

#include "access/accounts.hpp"
#include "access/read_log.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "reception/page_number.hpp"
#include "reception/read_audit_views.hpp"
#include "ui/choices.hpp"
#include "ui/navigation.hpp"
#include "ui/words.hpp"

#include <set>

namespace kith::reception {

namespace {

const web::PageParts audit_parts{.title = "Who has looked at what", .breadcrumbs = {{"Home", "/"}}, .nav = "/read-audit", .wide = true};

/// Midnight in London at the start of `day`: in summer an hour before midnight UTC.
Instant start_of(Date day)
{
    const Instant utc{std::int64_t{86400} * day.days_since_epoch()};
    const auto hour_before = utc.plus_seconds(-3600);
    return hour_before.date_in_london() == day ? hour_before : utc;
}

struct Asked {
    AuditFilter shown;
    access::ReadLog::Filter filter;
};

std::optional<Date> day_in(web::Visit& visit, std::string_view field, const std::string& text, std::string_view label)
{
    if (text.empty()) return std::nullopt;
    const auto day = Date::parse_any(text);
    if (!day) visit.form().add({ProblemKind::unacceptable, std::string{field}, std::string{label} + " must be a real date, for example 27/3/2026"});
    return day ? std::optional{*day} : std::nullopt;
}

Asked asked_for(web::Visit& visit)
{
    Asked asked{.shown = {.account = visit.request.query("account"),
                          .record = std::string{trimmed(visit.request.query("record"))},
                          .from = std::string{trimmed(visit.request.query("from"))},
                          .to = std::string{trimmed(visit.request.query("to"))}},
                .filter = {}};
    if (const auto id = PublicId::parse(asked.shown.account)) {
        if (const auto account = access::find_account(visit.reader(), *id)) {
            asked.shown.account_name = account->name;
            asked.filter.account = account->id;
        }
    }
    if (asked.shown.account_name.empty()) asked.shown.account.clear();
    if (!asked.shown.record.empty()) {
        const auto id = PublicId::parse(asked.shown.record);
        if (id) asked.filter.staff_record = id->text();
        else visit.form().add({ProblemKind::unacceptable, "record", "Staff record must be 26 letters and digits"});
    }
    if (const auto day = day_in(visit, "from", asked.shown.from, "Date from")) asked.filter.from = start_of(*day);
    if (const auto day = day_in(visit, "to", asked.shown.to, "Date to")) asked.filter.before = start_of(day->plus_days(1));
    return asked;
}

}  // namespace

web::Response show_read_audit(web::Visit& visit, const Desk& desk)
{
    if (!visit.house.reads) return visit.problem(not_found("Page").error());
    const auto asked = asked_for(visit);
    if (visit.form().has_problems()) return visit.try_again(audit_parts, audit_filter(asked.shown, visit.form()));

    auto& log = *visit.house.reads;
    const auto all = log.count(asked.filter);
    const auto number = page_asked_for(visit, all, 50);
    const auto reads = log.list(asked.filter, number.limit, number.offset);
    std::set<access::AccountId> accounts;
    for (const auto& read : reads) accounts.insert(read.entry.account);
    ScopeWords words{visit.reader(), desk.places};
    const auto check = visit.in_form({.action = "/read-audit/check"},
                                     ui::button({.text = "Check that nothing was changed", .classes = "govuk-button--secondary"}));
    return visit.page(audit_parts, audit_filter(asked.shown, visit.form()) +
                                       audit_table(reads, access::names_of(visit.reader(), accounts), words, all) +
                                       ui::pagination_of(number.page, number.pages, "/read-audit?" + asked.shown.query() + "&page=") +
                                       ui::not_in_print(check));
}

web::Response check_read_audit(web::Visit& visit)
{
    if (!visit.house.reads) return visit.problem(not_found("Page").error());
    visit.house.reads->flush();
    const auto verified = visit.house.reads->verify();
    return visit.page({.title = verified.whole ? "The log is whole" : "The log was changed", .back = "/read-audit", .nav = "/read-audit"},
                      ui::two_thirds(audit_outcome(verified)));
}

}  // namespace kith::reception
