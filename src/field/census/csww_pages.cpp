#include "census/csww_pages.hpp"

#include "access/read_log.hpp"
#include "census/csww_kind.hpp"
#include "census/csww_views.hpp"
#include "partnership/organisation_register.hpp"
#include "web/address.hpp"
#include "web/visit.hpp"
#include "workforce/staff_register.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::census {
namespace {

/// What the address asks for, read; problems go into the visit's form.
struct Asked {
    CensusPage page;
    std::optional<partnership::Organisation> organisation;
    CensusOrder order;
};

std::optional<std::int64_t> hundredths_of(std::string_view text)
{
    const auto number = Fte::parse(text);  // the same digits: a number with at most three decimals
    return number && number->thousandths() % 10 == 0 ? std::optional{number->thousandths() / 10} : std::nullopt;
}

/// The file holds dates of birth and ethnic groups, each of which has a permission of its own.
bool may_be_said_all_of(web::Visit& visit, partnership::OrganisationId organisation)
{
    return visit.reach(access::Permission::see_birth_dates).covers(organisation) && visit.reach(access::Permission::see_equality).covers(organisation) &&
           visit.reach(access::Permission::see_absence).covers(organisation);
}

Asked asked_by(web::Visit& visit)
{
    const auto given = [&](std::string_view name) { return std::string{visit.request.query(name)}; };
    Asked asked;
    auto& page = asked.page;
    page.organisations = partnership::organisations_within(visit.reader(), visit.reach());
    std::erase_if(page.organisations, [&](const partnership::Organisation& one) { return one.kind != returns_census || !may_be_said_all_of(visit, one.id); });
    page.organisation = given("organisation"), page.year = given("year"), page.authority = given("authority"), page.vacancies = given("vacancies");
    asked.order = {.census_day = last_census_day(visit.today()), .authority = page.authority, .vacancies = {}, .made_at = visit.now()};
    if (page.year.empty()) page.year = std::to_string(asked.order.census_day.year());
    if (page.organisation.empty()) return asked;
    const auto found = std::ranges::find_if(page.organisations, [&](const auto& one) { return one.public_id.text() == page.organisation; });
    if (found == page.organisations.end()) visit.form().add({ProblemKind::unacceptable, "organisation", "Choose the local authority whose census it is"});
    else asked.organisation = *found;
    if (auto day = census_day_in(page.year, visit.today()); day) asked.order.census_day = *day;
    else visit.form().add(day.error());
    if (!page.authority.empty() && (page.authority.size() != 3 || page.authority.find_first_not_of("0123456789") != std::string::npos))
        visit.form().add({ProblemKind::unacceptable, "authority", "The number of a local authority has three digits"});
    if (!page.vacancies.empty()) {
        asked.order.vacancies = hundredths_of(page.vacancies);
        if (!asked.order.vacancies) visit.form().add({ProblemKind::unacceptable, "vacancies", "Enter a number with at most two decimals, such as 3.5"});
    }
    return asked;
}

/// Writes the census of what was asked for; a problem goes into the visit's form.
void answer(web::Visit& visit, Asked& asked, const packs::Packs& packs, access::ReadKind kind)
{
    if (!asked.organisation || visit.form().has_problems()) return;
    const auto view = workforce::load_view(visit.reader(), asked.organisation->id, {});
    auto census = census_of(view, packs, asked.order);
    if (!census) {
        visit.form().add(census.error());
        return;
    }
    auto& page = asked.page;
    page.name = asked.organisation->name;
    page.census_day = asked.order.census_day;
    page.query = web::Address{""}.with("organisation", page.organisation).with("year", page.year).with("authority", page.authority).with("vacancies", page.vacancies).text();
    page.census = std::move(*census);
    if (visit.house.reads == nullptr) return;
    access::ReadEntry entry{.account = visit.viewer.account, .at = visit.now(), .kind = kind, .route = visit.route().pattern, .organisations = {asked.organisation->id},
                            .staff_records = {}, .count = page.census->workers, .purpose = "social work census"};
    for (const auto& [record, id] : workforce::public_ids_of(visit.reader(), asked.organisation->id)) entry.staff_records.push_back(id.text());
    kind == access::ReadKind::export_file ? visit.house.reads->record_at_once(std::move(entry)) : visit.house.reads->record(std::move(entry));
}

const web::PageParts& parts()
{
    static const web::PageParts parts{.title = "Social work census", .back = "/returns/new", .nav = "/returns", .wide = true};
    return parts;
}

web::Response page_of(web::Visit& visit, Asked& asked)
{
    asked.page.form = &visit.form();
    return visit.form().has_problems() ? visit.try_again(parts(), census_page(asked.page)) : visit.page(parts(), census_page(asked.page));
}

}  // namespace

web::Response show_census(web::Visit& visit, const packs::Packs& packs)
{
    auto asked = asked_by(visit);
    answer(visit, asked, packs, access::ReadKind::page);
    return page_of(visit, asked);
}

web::Response census_file(web::Visit& visit, const packs::Packs& packs)
{
    auto asked = asked_by(visit);
    answer(visit, asked, packs, access::ReadKind::export_file);
    if (!asked.page.census) return page_of(visit, asked);
    return web::Response::file(fmt::format("social-work-census-{}.xml", asked.order.census_day.year()), "application/xml", std::move(asked.page.census->xml));
}

web::Response census_losses(web::Visit& visit, const packs::Packs& packs)
{
    auto asked = asked_by(visit);
    answer(visit, asked, packs, access::ReadKind::export_file);
    if (!asked.page.census) return page_of(visit, asked);
    return web::Response::file(fmt::format("social-work-census-{}-losses.csv", asked.order.census_day.year()), "text/csv; charset=utf-8", losses_csv(*asked.page.census));
}

}  // namespace kith::census
