// Handlers of posts: the list, and one post with its history.
#include "partnership/organisation_register.hpp"
#include "web/page_number.hpp"
#include "workforce/post_views.hpp"
#include "workforce/staff_pages.hpp"
#include "workforce/vacancy_register.hpp"

#include <algorithm>
#include <unordered_map>

namespace kith::workforce {
namespace {

constexpr int posts_a_page = 50;

/// What posts' codes and keys are called.
struct Names {
    const packs::Packs& packs;
    std::unordered_map<OrganisationId, std::string> organisations;
    std::unordered_map<SettingId, std::string> settings;
    std::unordered_map<LocalityId, std::string> localities;
};

template <class Key>
std::string named(const std::unordered_map<Key, std::string>& names, const std::optional<Key>& key)
{
    const auto found = key ? names.find(*key) : names.end();
    return found == names.end() ? std::string{} : found->second;
}

std::string label_of(const packs::Packs& packs, std::string_view list, std::string_view code)
{
    const auto* found = packs.has_list(list) ? packs.list(list).find(code) : nullptr;
    return found == nullptr ? std::string{code} : found->label;
}

/// Three statements.
Names names_for(web::Visit& visit, const Sources& sources)
{
    Names names{*sources.packs, {}, {}, {}};
    for (const auto& one : partnership::all_organisations(visit.reader())) names.organisations.emplace(one.id, one.name);
    for (const auto& one : partnership::all_settings(visit.reader())) names.settings.emplace(one.id, one.name);
    for (const auto& one : partnership::all_localities(visit.reader())) names.localities.emplace(one.id, one.name);
    return names;
}

PostLine line_of(const Post& post, const std::vector<Vacancy>& vacancies, const Names& names, Date today)
{
    const auto& wanted = post.wanted;
    const auto setting = named(names.settings, wanted.setting);
    return {.id = post.public_id, .reference = post.reference, .organisation = named(names.organisations, std::optional{post.organisation}),
            .role = label_of(names.packs, wanted.role_list, wanted.role_code), .place = setting.empty() ? named(names.localities, wanted.locality) : setting,
            .fte = wanted.fte ? wanted.fte->text() : "", .standing = standing_words(post, vacancies, today),
            .is_vacant = std::ranges::any_of(vacancies, [&](const auto& vacancy) { return is_vacant_on(vacancy, today); })};
}

std::unordered_map<PostId, std::vector<Vacancy>> by_post(std::vector<Vacancy> vacancies)
{
    std::unordered_map<PostId, std::vector<Vacancy>> of;
    for (auto& vacancy : vacancies)
        if (vacancy.post) of[*vacancy.post].push_back(std::move(vacancy));
    return of;
}

}  // namespace

web::Response list_posts(web::Visit& visit, const Sources& sources)
{
    const auto names = names_for(visit, sources);
    auto vacancies = by_post(vacancies_within(visit.reader(), visit.reach()));
    std::vector<PostLine> lines;
    for (const auto& post : posts_within(visit.reader(), visit.reach())) lines.push_back(line_of(post, vacancies[post.id], names, visit.today()));
    std::ranges::stable_sort(lines, std::ranges::greater{}, &PostLine::is_vacant);
    const auto vacant = std::ranges::count(lines, true, &PostLine::is_vacant);
    const auto total = static_cast<std::int64_t>(lines.size());
    const auto page = web::page_asked_for(visit.request, total, posts_a_page);
    return visit.page({.title = "Posts", .breadcrumbs = {{"Vacancies", "/vacancies"}}, .nav = "/who-works-here", .wide = true},
                      post_list({.lines = page.part_of(std::move(lines)), .total = total, .vacant = vacant, .page = page.page, .pages = page.pages,
                                 .address = web::Address{"/posts"}}));
}

web::Response show_post(web::Visit& visit, const Sources& sources)
{
    const auto id = visit.public_id("post");
    const auto post = id ? find_post(visit.reader(), visit.reach(), *id) : std::unexpected(id.error());
    if (!post) return visit.problem(post.error());
    const auto names = names_for(visit, sources);
    auto vacancies = by_post(vacancies_of(visit.reader(), post->organisation))[post->id];
    const auto line = line_of(*post, vacancies, names, visit.today());
    return visit.page({.title = "Post", .breadcrumbs = {{"Vacancies", "/vacancies"}, {"Posts", "/posts"}}, .nav = "/who-works-here"},
                      post_page({.post = line, .spells = spells_of(*post, vacancies), .contract = label_of(names.packs, "contracts", post->wanted.contract),
                                 .opened = post->opened_on ? post->opened_on->in_words() : "", .days_vacant = days_vacant_in_all(vacancies, visit.today()),
                                 .may_change = visit.reach(access::Permission::hand_in_returns).covers(post->organisation), .today = visit.today()}));
}

}  // namespace kith::workforce
