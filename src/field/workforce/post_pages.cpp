// Handlers of posts: the list, one post with its history, adding and changing one by hand.
#include "partnership/organisation_register.hpp"
#include "ui/words.hpp"
#include "web/page_number.hpp"
#include "workforce/post_rules.hpp"
#include "workforce/post_views.hpp"
#include "workforce/staff_pages.hpp"
#include "workforce/vacancy_register.hpp"
#include "workforce/wanted_pages.hpp"

#include <algorithm>
#include <unordered_map>

namespace kith::workforce {
namespace {

using access::Permission;

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
            .is_vacant = is_vacant_on(post, vacancies, today)};
}

std::unordered_map<PostId, std::vector<Vacancy>> by_post(std::vector<Vacancy> vacancies)
{
    std::unordered_map<PostId, std::vector<Vacancy>> of;
    for (auto& vacancy : vacancies)
        if (vacancy.post) of[*vacancy.post].push_back(std::move(vacancy));
    return of;
}

web::PageParts form_parts(std::string title)
{
    return {.title = std::move(title), .breadcrumbs = {{"Vacancies", "/vacancies"}, {"Posts", "/posts"}}, .nav = "/who-works-here"};
}

std::string path_of(const Post& post, std::string_view below = {}) { return "/posts/" + post.public_id.text() + std::string{below}; }

/// The post as the form says; what cannot be read is a problem of the form.
Post read_post(web::Form& form, Post post, const WantedChoices& choices)
{
    post.reference = form.text("post_reference");
    post.wanted = read_wanted(form, choices, false);
    post.opened_on = post.closed_on = std::nullopt;
    read_day(form, "opened_on", "Opened", post.opened_on);
    read_day(form, "closed_on", "Last day", post.closed_on);
    return post;
}

void fill(web::Form& form, const Post& post, const WantedChoices& choices)
{
    form.fill("post_reference", post.reference);
    fill_wanted(form, post.wanted, choices);
    fill_day(form, "opened_on", post.opened_on);
    fill_day(form, "closed_on", post.closed_on);
}

/// Judges the post beside what the writer holds, and saves it through a change set of its own; its faults are problems of the form.
Result<void> save(web::Visit& visit, const Post& post)
{
    const auto held = posts_of(visit.writer(), post.organisation);
    if (post.id.is_set() && std::ranges::find(held, post.id, &Post::id) == held.end()) return conflict("Someone else has taken this post away since you opened it");
    const auto its = post.id.is_set() ? by_post(vacancies_of(visit.writer(), post.organisation))[post.id] : std::vector<Vacancy>{};
    auto& form = visit.form();
    for (const auto& fault : faults_of(post, held, its, visit.today())) form.add({ProblemKind::unacceptable, std::string{fault.field}, fault.words});
    if (form.has_problems()) return {};
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), post.id.is_set() ? "Post changed by hand" : "Post added by hand"};
    apply(changes, {.organisation = post.organisation, .entries = {}, .posts = {post}}, visit.now());
    visit.writer().commit();
    return {};
}

/// Saves what the form says and goes on, or shows the form again with what is wrong.
web::Response saved(web::Visit& visit, const WantedChoices& choices, const Post& post, const std::string& title, const std::string& action, const std::string& then, const std::string& banner)
{
    auto& form = visit.form();
    const auto stands = post.organisation.is_set() ? save(visit, post) : Result<void>{};
    if (!stands) form.add(stands.error());
    if (!form.has_problems()) return visit.redirect(then, banner);
    return visit.try_again(form_parts(title), ui::two_thirds(visit.in_form({.action = action}, post_fields(form, choices))));
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
                                 .address = web::Address{"/posts"}, .add_href = visit.may(Permission::hand_in_returns) ? "/posts/new" : ""}));
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
                                 .opened = post->opened_on ? post->opened_on->in_words() : "", .closed = post->closed_on ? post->closed_on->in_words() : "",
                                 .days_vacant = days_vacant_in_all(*post, vacancies, visit.today()), .at_once = at_once_in(vacancies), .left_open = faults_left_open(*post, vacancies, visit.today()),
                                 .may_change = visit.reach(Permission::hand_in_returns).covers(post->organisation), .today = visit.today()}));
}

web::Response show_new_post(web::Visit& visit, const Sources& sources)
{
    const auto choices = choices_for(visit, sources, {});
    return visit.page(form_parts("Add a post"), ui::two_thirds(visit.in_form({.action = "/posts/new"}, post_fields(visit.form(), choices))));
}

web::Response add_post(web::Visit& visit, const Sources& sources)
{
    const auto choices = choices_for(visit, sources, {});
    const auto* owner = owner_in(visit.form(), choices);
    const auto post = read_post(visit.form(), {.organisation = owner == nullptr ? OrganisationId{} : owner->id}, choices);
    return saved(visit, choices, post, "Add a post", "/posts/new", "/posts", "Post added");
}

web::Response edit_post(web::Visit& visit, const Sources& sources)
{
    const auto id = visit.public_id("post");
    const auto post = id ? find_post(visit.reader(), visit.reach(), *id) : std::unexpected(id.error());
    if (!post) return visit.problem(post.error());
    const auto choices = choices_for(visit, sources, post->organisation);
    fill(visit.form(), *post, choices);
    return visit.page(form_parts("Change a post"), ui::two_thirds(visit.in_form({.action = path_of(*post, "/edit")}, post_fields(visit.form(), choices))));
}

web::Response change_post(web::Visit& visit, const Sources& sources)
{
    const auto id = visit.public_id("post");
    const auto held = id ? find_post(visit.reader(), visit.reach(), *id) : std::unexpected(id.error());
    if (!held) return visit.problem(held.error());
    const auto choices = choices_for(visit, sources, held->organisation);
    return saved(visit, choices, read_post(visit.form(), *held, choices), "Change a post", path_of(*held, "/edit"), path_of(*held), "Post changed");
}

}  // namespace kith::workforce
