// Handlers of vacancies: the list, its file, adding and changing one by hand.
#include "base/text.hpp"
#include "partnership/organisation_register.hpp"
#include "ui/words.hpp"
#include "web/page_number.hpp"
#include "workforce/post_rules.hpp"
#include "workforce/staff_pages.hpp"
#include "workforce/vacancy_register.hpp"
#include "workforce/vacancy_views.hpp"
#include "workforce/wanted_pages.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace kith::workforce {

namespace {

using access::Permission;

constexpr int vacancies_a_page = 50;

/// Everything that the list and its file rest on.
struct Listed {
    std::vector<partnership::Organisation> organisations;
    VacancyFilter filter;
    std::vector<VacancyLine> lines;  ///< all that match
    std::int64_t vacant = 0;
    Fte vacant_fte;
    std::vector<std::pair<std::string, std::string>> roles;
};

bool matches(const VacancyFilter& filter, const Vacancy& vacancy, Date today)
{
    const auto state = state_on(vacancy, today);
    if (filter.state == "vacant") return is_vacant_on(vacancy, today) || state == VacancyState::to_come;
    if (filter.state == "filled") return state == VacancyState::filled;
    if (filter.state == "closed") return state == VacancyState::closed;
    return true;
}

Listed listed(web::Visit& visit, const Sources& sources)
{
    Listed list{.organisations = partnership::organisations_within(visit.reader(), visit.reach()), .filter = {}, .lines = {}, .vacant = 0, .vacant_fte = {}, .roles = {}};
    const auto state = visit.request.query("state");
    for (const auto* known : {"vacant", "filled", "closed", "all"})
        if (state == known) list.filter.state = known;
    const auto* organisation = by_code(list.organisations, visit.request.query("organisation"));
    if (organisation != nullptr) list.filter.organisation = organisation->code;
    list.filter.role = visit.request.query("role");
    const auto settings = partnership::all_settings(visit.reader());
    const auto localities = partnership::all_localities(visit.reader());
    const auto may_change = visit.reach(Permission::hand_in_returns);
    std::set<std::pair<std::string, std::string>> roles;
    for (const auto& vacancy : vacancies_within(visit.reader(), visit.reach())) {
        const auto role = label_of(*sources.packs, vacancy.wanted.role_list, vacancy.wanted.role_code);
        roles.emplace(role, vacancy.wanted.role_code);
        if (organisation != nullptr && vacancy.organisation != organisation->id) continue;
        if (!list.filter.role.empty() && vacancy.wanted.role_code != list.filter.role) continue;
        if (is_vacant_on(vacancy, visit.today())) {
            ++list.vacant;
            list.vacant_fte += vacancy.wanted.fte.value_or(Fte{});
        }
        if (!matches(list.filter, vacancy, visit.today())) continue;
        const auto* owner = by_id(list.organisations, vacancy.organisation);
        const auto* setting = vacancy.wanted.setting ? by_id(settings, *vacancy.wanted.setting) : nullptr;
        const auto* locality = vacancy.wanted.locality ? by_id(localities, *vacancy.wanted.locality) : nullptr;
        list.lines.push_back({.id = vacancy.public_id, .reference = vacancy.reference, .organisation = owner == nullptr ? "" : owner->name, .role = role,
                              .place = setting != nullptr ? setting->name : locality != nullptr ? locality->name : "", .fte = vacancy.wanted.fte ? vacancy.wanted.fte->text() : "",
                              .vacant_from = vacancy.vacant_from, .days = days_vacant(vacancy, visit.today()), .state = state_on(vacancy, visit.today()),
                              .hard_to_fill = vacancy.hard_to_fill.empty() ? "" : label_of(*sources.packs, "hard_to_fill_reasons", vacancy.hard_to_fill),
                              .may_change = may_change.covers(vacancy.organisation)});
    }
    for (const auto& [label, code] : roles) list.roles.emplace_back(code, label);
    return list;
}

web::Address address_of(const VacancyFilter& filter)
{
    return web::Address{"/vacancies"}.with("state", filter.state == "vacant" ? "" : filter.state).with("organisation", filter.organisation).with("role", filter.role);
}

/// The vacancy as the form says; problems go onto the form.
Vacancy read_vacancy(web::Form& form, Vacancy vacancy, const WantedChoices& choices, Date today)
{
    auto wrong = [&](std::string field, std::string words) { form.add({ProblemKind::unacceptable, std::move(field), std::move(words)}); };
    vacancy.wanted = read_wanted(form, choices, true);
    if (const auto from = form.date("vacant_from", "Vacant from"); !from) form.add(from.error());
    else vacancy.vacant_from = *from;
    read_day(form, "advertised_on", "Advertised", vacancy.advertised_on);
    read_day(form, "offered_on", "Offered", vacancy.offered_on);
    read_day(form, "filled_on", "Filled", vacancy.filled_on);
    read_day(form, "closed_on", "No longer wanted", vacancy.closed_on);
    vacancy.hard_to_fill = choices.packs.list("hard_to_fill_reasons").find(form.text("hard_to_fill")) == nullptr ? "" : form.text("hard_to_fill");
    if (form.has_problems()) return vacancy;
    for (const auto& fault : faults_of(vacancy, today)) {
        if (fault.is_error) wrong(std::string{fault.field}, fault.words);
    }
    return vacancy;
}

void fill(web::Form& form, const Vacancy& vacancy, const WantedChoices& choices, const std::vector<Post>& posts)
{
    fill_wanted(form, vacancy.wanted, choices);
    form.fill("hard_to_fill", vacancy.hard_to_fill).fill("vacancy_reference", vacancy.reference);
    if (vacancy.post) if (const auto* post = by_id(posts, *vacancy.post)) form.fill("post_reference", post->reference);
    fill_day(form, "vacant_from", vacancy.vacant_from);
    fill_day(form, "advertised_on", vacancy.advertised_on);
    fill_day(form, "offered_on", vacancy.offered_on);
    fill_day(form, "filled_on", vacancy.filled_on);
    fill_day(form, "closed_on", vacancy.closed_on);
}

web::PageParts form_parts(std::string title)
{
    return {.title = std::move(title), .breadcrumbs = {{"Vacancies", "/vacancies"}}, .nav = "/who-works-here"};
}

/// What the post that the form names has against the vacancy: the first of its faults. A post that is not held yet has none.
Result<void> fits_post(web::Visit& visit, const Vacancy& vacancy, const std::string& reference, const std::vector<Vacancy>& held)
{
    if (reference.empty()) return {};
    auto faults = faults_of_post_reference(reference);
    const auto posts = posts_of(visit.writer(), vacancy.organisation);
    if (const auto post = std::ranges::find(posts, reference, &Post::reference); post != posts.end()) {
        std::vector<Vacancy> others;
        std::ranges::copy_if(held, std::back_inserter(others), [&](const Vacancy& other) { return other.post == post->id && other.id != vacancy.id; });
        std::ranges::copy(faults_in_post(vacancy, *post, others, visit.today()), std::back_inserter(faults));
    }
    if (faults.empty()) return {};
    return unacceptable(std::string{faults.front().field}, faults.front().words);
}

/// Saves through a change set of its own; a reference that another vacancy has, or a post that it does not fit, is a problem of the form.
Result<void> save(web::Visit& visit, Vacancy vacancy)
{
    const auto held = vacancies_of(visit.writer(), vacancy.organisation);
    if (vacancy.reference.empty()) vacancy.reference = free_reference(held);
    const auto same = std::ranges::find(held, vacancy.reference, &Vacancy::reference);
    if (same != held.end() && same->id != vacancy.id) return unacceptable("vacancy_reference", "Another vacancy of this organisation has this reference");
    if (vacancy.id.is_set() && std::ranges::find(held, vacancy.id, &Vacancy::id) == held.end()) return conflict("Someone else has taken this vacancy away since you opened it");
    const auto post_reference = visit.form().text("post_reference");
    if (const auto fits = fits_post(visit, vacancy, post_reference, held); !fits) return fits;
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), vacancy.id.is_set() ? "Vacancy changed by hand" : "Vacancy added by hand"};
    apply(changes, {.organisation = vacancy.organisation, .entries = {{vacancy, post_reference}}}, visit.now());
    visit.writer().commit();
    return {};
}

}  // namespace

web::Response list_vacancies(web::Visit& visit, const Sources& sources)
{
    auto list = listed(visit, sources);
    const auto total = static_cast<std::int64_t>(list.lines.size());
    const auto page = web::page_asked_for(visit.request, total, vacancies_a_page);
    return visit.page({.title = "Vacancies", .nav = "/who-works-here", .wide = true},
                      vacancy_list({.lines = page.part_of(std::move(list.lines)), .total = total, .vacant = list.vacant, .vacant_fte = list.vacant_fte, .page = page.page, .pages = page.pages,
                                    .filter = list.filter, .organisations = list.organisations, .roles = list.roles, .address = address_of(list.filter),
                                    .add_href = visit.may(Permission::hand_in_returns) ? "/vacancies/new" : "", .today = visit.today()}));
}

web::Response list_vacancies_csv(web::Visit& visit, const Sources& sources)
{
    return web::Response::file("vacancies-" + visit.today().iso() + ".csv", "text/csv; charset=utf-8", vacancies_csv(listed(visit, sources).lines));
}

web::Response show_new_vacancy(web::Visit& visit, const Sources& sources)
{
    const auto choices = choices_for(visit, sources, {});
    return visit.page(form_parts("Add a vacancy"), ui::two_thirds(visit.in_form({.action = "/vacancies/new"}, vacancy_fields(visit.form(), choices))));
}

web::Response add_vacancy(web::Visit& visit, const Sources& sources)
{
    const auto choices = choices_for(visit, sources, {});
    auto& form = visit.form();
    const auto* owner = owner_in(form, choices);
    auto vacancy = read_vacancy(form, {.organisation = owner == nullptr ? OrganisationId{} : owner->id, .reference = form.text("vacancy_reference").empty() ? "new" : form.text("vacancy_reference")}, choices, visit.today());
    if (form.text("vacancy_reference").empty()) vacancy.reference.clear();
    if (!form.has_problems()) {
        const auto saved = save(visit, vacancy);
        if (saved) return visit.redirect("/vacancies", "Vacancy added");
        form.add(saved.error());
    }
    return visit.try_again(form_parts("Add a vacancy"), ui::two_thirds(visit.in_form({.action = "/vacancies/new"}, vacancy_fields(form, choices))));
}

web::Response show_vacancy(web::Visit& visit, const Sources& sources)
{
    const auto id = visit.public_id("vacancy");
    const auto vacancy = id ? find_vacancy(visit.reader(), visit.reach(), *id) : std::unexpected(id.error());
    if (!vacancy) return visit.problem(vacancy.error());
    const auto choices = choices_for(visit, sources, vacancy->organisation);
    fill(visit.form(), *vacancy, choices, posts_of(visit.reader(), vacancy->organisation));
    return visit.page(form_parts("Change a vacancy"), ui::two_thirds(visit.in_form({.action = "/vacancies/" + vacancy->public_id.text() + "/edit"}, vacancy_fields(visit.form(), choices))));
}

web::Response change_vacancy(web::Visit& visit, const Sources& sources)
{
    const auto id = visit.public_id("vacancy");
    const auto held = id ? find_vacancy(visit.reader(), visit.reach(), *id) : std::unexpected(id.error());
    if (!held) return visit.problem(held.error());
    const auto choices = choices_for(visit, sources, held->organisation);
    auto& form = visit.form();
    auto before = *held;
    before.advertised_on = before.offered_on = before.filled_on = before.closed_on = std::nullopt;
    before.post.reset();
    if (const auto reference = form.text("vacancy_reference"); !reference.empty()) before.reference = reference;
    const auto vacancy = read_vacancy(form, before, choices, visit.today());
    if (!form.has_problems()) {
        const auto saved = save(visit, vacancy);
        if (saved) return visit.redirect("/vacancies", "Vacancy changed");
        form.add(saved.error());
    }
    return visit.try_again(form_parts("Change a vacancy"), ui::two_thirds(visit.in_form({.action = "/vacancies/" + held->public_id.text() + "/edit"}, vacancy_fields(form, choices))));
}

}  // namespace kith::workforce
