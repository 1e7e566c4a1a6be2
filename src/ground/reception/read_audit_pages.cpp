#include "reception/read_audit_pages.hpp"

#include "access/accounts.hpp"
#include "access/read_log.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "files/csv_writer.hpp"
#include "reception/days_asked.hpp"
#include "reception/read_audit_views.hpp"
#include "ui/choices.hpp"
#include "ui/navigation.hpp"
#include "ui/notices.hpp"
#include "ui/words.hpp"
#include "web/page_number.hpp"

#include <algorithm>
#include <set>

namespace kith::reception {

namespace {

const web::PageParts audit_parts{.title = "Who has looked at what", .breadcrumbs = {{"Home", "/"}}, .nav = "/read-audit", .wide = true};

struct Asked {
    AuditFilter shown;
    access::ReadLog::Filter filter;
    std::vector<Place> organisations;
};

void ask_account(web::Visit& visit, Asked& asked)
{
    const auto id = PublicId::parse(visit.request.query("account"));
    const auto account = id ? access::find_account(visit.reader(), *id) : Result<access::Account>{not_found("Account")};
    if (!account) return;
    asked.shown.account = account->public_id.text();
    asked.shown.account_name = account->name;
    asked.filter.account = account->id;
}

/// The record that organisation and reference name together.
void ask_record(web::Visit& visit, const Desk& desk, Asked& asked)
{
    const auto refuse = [&](std::string field, std::string words) { visit.form().add({ProblemKind::unacceptable, std::move(field), std::move(words)}); };
    auto& shown = asked.shown;
    shown.reference = trimmed(visit.request.query("reference"));
    const auto key = visit.request.query("organisation");
    const auto place = std::ranges::find_if(asked.organisations, [&](const Place& one) { return std::to_string(one.key) == key; });
    if (place != asked.organisations.end()) {
        shown.organisation = key;
        shown.organisation_name = place->name;
    }
    if (shown.reference.empty() && shown.organisation.empty()) return;
    if (shown.organisation.empty()) return refuse("organisation", "Choose the organisation whose reference this is");
    if (shown.reference.empty()) return refuse("reference", "Enter the staff reference at this organisation");
    const auto record = desk.places.record_called(visit.reader(), access::OrganisationId{place->key}, shown.reference);
    if (!record) return refuse("reference", "This organisation has had no staff record with this reference. Check it with its data steward");
    asked.filter.staff_record = record->text();
}

Asked asked_for(web::Visit& visit, const Desk& desk)
{
    Asked asked;
    asked.organisations = desk.places.organisations(visit.reader());
    ask_account(visit, asked);
    ask_record(visit, desk, asked);
    const auto days = days_asked(visit);
    asked.shown.from = days.from_text;
    asked.shown.to = days.to_text;
    asked.filter.from = days.from;
    asked.filter.before = days.before;
    return asked;
}

Readers readers_of(web::Visit& visit, const std::vector<access::LoggedRead>& reads)
{
    std::set<access::AccountId> accounts;
    for (const auto& read : reads) accounts.insert(read.entry.account);
    return access::names_of(visit.reader(), accounts);
}

/// "Nobody has looked", "14 times, by 3 people on this page".
std::string answer(std::int64_t all, const Readers& readers, std::size_t shown)
{
    if (all == 0) return "Nobody has looked at anything that this covers.";
    auto text = counted(all, "read");
    if (static_cast<std::int64_t>(shown) == all) text += ", by " + counted(static_cast<std::int64_t>(readers.size()), "person", "people");
    return text + ".";
}

}  // namespace

web::Response show_read_audit(web::Visit& visit, const Desk& desk)
{
    if (!visit.house.reads) return visit.problem(not_found("Page").error());
    const auto asked = asked_for(visit, desk);
    const auto filter = audit_filter(asked.shown, asked.organisations, visit.form());
    if (visit.form().has_problems()) return visit.try_again(audit_parts, filter);

    auto& log = *visit.house.reads;
    const auto all = log.count(asked.filter);
    const auto number = web::page_asked_for(visit.request, all, 50);
    const auto reads = log.list(asked.filter, number.limit, number.offset);
    const auto readers = readers_of(visit, reads);
    ScopeWords words{visit.reader(), desk.places};
    const auto check = visit.in_form({.action = "/read-audit/check"},
                                     ui::button({.text = "Check that nothing was changed", .classes = "govuk-button--secondary"}));
    auto content = filter + ui::paragraph(answer(all, readers, reads.size()));
    if (!reads.empty()) content += audit_table(reads, readers, words, desk) + ui::pagination_of(number.page, number.pages, "/read-audit?" + asked.shown.query() + "&page=");
    if (all > 0) content += ui::not_in_print(ui::paragraph(ui::link("Download these reads (CSV)", "/read-audit.csv?" + asked.shown.query())));
    auto parts = audit_parts;
    parts.filters = asked.shown.in_words();
    return visit.page(parts, content + ui::not_in_print(check));
}

web::Response download_read_audit(web::Visit& visit, const Desk& desk)
{
    if (!visit.house.reads) return visit.problem(not_found("Page").error());
    constexpr int most = 50'000;
    const auto asked = asked_for(visit, desk);
    if (visit.form().has_problems()) return visit.redirect("/read-audit?" + asked.shown.query());
    const auto reads = visit.house.reads->list(asked.filter, most, 0);
    const auto readers = readers_of(visit, reads);
    ScopeWords words{visit.reader(), desk.places};
    files::CsvWriter csv{{.byte_order_mark = true}};
    csv.row(std::vector<std::string>{"when", "who", "looked_at", "covered", "entry"});
    for (const auto& [number, entry] : reads) {
        const auto reader = readers.find(entry.account);
        csv.row(std::vector<std::string>{entry.at.iso(), reader == readers.end() ? "" : reader->second, read_words(entry, desk.page_name(entry.route)),
                                         covered_words(entry, words), std::to_string(number)});
    }
    return web::Response::file("who-has-looked.csv", "text/csv; charset=utf-8", std::move(csv).text());
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
