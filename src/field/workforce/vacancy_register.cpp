#include "workforce/vacancy_register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace kith::workforce {

namespace {

constexpr std::string_view vacancy_columns = "v.id, v.public_id, v.organisation_id, v.reference, v.post_id, v.setting_id, v.locality_id, v.role_list, v.role_code, v.contract, v.fte, "
                                             "v.vacant_from, v.advertised_on, v.offered_on, v.filled_on, v.closed_on, v.hard_to_fill";

Wanted wanted_of(const db::Row& row)
{
    return {.setting = row.get<std::optional<SettingId>>("setting_id"),
            .locality = row.get<std::optional<LocalityId>>("locality_id"),
            .role_list = row.get<std::string>("role_list"),
            .role_code = row.get<std::string>("role_code"),
            .contract = row.get<std::string>("contract"),
            .fte = row.get<std::optional<Fte>>("fte")};
}

Vacancy vacancy_of(const db::Row& row)
{
    return {.id = row.get<VacancyId>("id"),
            .public_id = row.get<PublicId>("public_id"),
            .organisation = row.get<OrganisationId>("organisation_id"),
            .reference = row.get<std::string>("reference"),
            .post = row.get<std::optional<PostId>>("post_id"),
            .wanted = wanted_of(row),
            .vacant_from = row.get<Date>("vacant_from"),
            .advertised_on = row.get<std::optional<Date>>("advertised_on"),
            .offered_on = row.get<std::optional<Date>>("offered_on"),
            .filled_on = row.get<std::optional<Date>>("filled_on"),
            .closed_on = row.get<std::optional<Date>>("closed_on"),
            .hard_to_fill = row.get<std::string>("hard_to_fill")};
}

Post post_of(const db::Row& row)
{
    return {.id = row.get<PostId>("id"),
            .public_id = row.get<PublicId>("public_id"),
            .organisation = row.get<OrganisationId>("organisation_id"),
            .reference = row.get<std::string>("reference"),
            .wanted = wanted_of(row),
            .opened_on = row.get<std::optional<Date>>("opened_on"),
            .closed_on = row.get<std::optional<Date>>("closed_on")};
}

db::Values values_of(const Post& post)
{
    const auto& w = post.wanted;
    return {{"public_id", post.public_id}, {"organisation_id", post.organisation}, {"reference", post.reference}, {"setting_id", w.setting}, {"locality_id", w.locality},
            {"role_list", w.role_list}, {"role_code", w.role_code}, {"contract", w.contract}, {"fte", w.fte}, {"opened_on", post.opened_on}, {"closed_on", post.closed_on}};
}

db::Values values_of(const Vacancy& v)
{
    const auto& w = v.wanted;
    return {{"public_id", v.public_id}, {"organisation_id", v.organisation}, {"reference", v.reference}, {"post_id", v.post}, {"setting_id", w.setting}, {"locality_id", w.locality},
            {"role_list", w.role_list}, {"role_code", w.role_code}, {"contract", w.contract}, {"fte", w.fte}, {"vacant_from", v.vacant_from}, {"advertised_on", v.advertised_on},
            {"offered_on", v.offered_on}, {"filled_on", v.filled_on}, {"closed_on", v.closed_on}, {"hard_to_fill", v.hard_to_fill}};
}

constexpr std::string_view post_columns = "v.id, v.public_id, v.organisation_id, v.reference, v.setting_id, v.locality_id, v.role_list, v.role_code, v.contract, v.fte, v.opened_on, v.closed_on";

/// The access decision on vacancies and posts: by organisation, or by the locality they are in, their own or their setting's.
std::string within(const access::Reach& reach)
{
    return reach.where({.organisation = "v.organisation_id",
                        .locality = "COALESCE(v.locality_id, (SELECT s.locality_id FROM setting s WHERE s.id = v.setting_id AND s.ended_by IS NULL)) IN ({})", .staff_record = {}});
}

std::vector<db::Column> columns_of(const db::Values& values)
{
    std::vector<db::Column> columns;
    for (const auto& value : values) columns.push_back({value.name, value.value.kind() == db::Kind::integer ? db::Kind::integer : db::Kind::text});
    return columns;
}

}  // namespace

const db::RegisterTable& post_table()
{
    static const db::RegisterTable table{"post", columns_of(values_of(Post{}))};
    return table;
}

const db::RegisterTable& vacancy_table()
{
    static const db::RegisterTable table{"vacancy", columns_of(values_of(Vacancy{}))};
    return table;
}

std::vector<Post> posts_of(db::Reader& reader, OrganisationId organisation)
{
    std::vector<Post> posts;
    reader.each("SELECT id, public_id, organisation_id, reference, setting_id, locality_id, role_list, role_code, contract, fte, opened_on, closed_on FROM post "
                "WHERE ended_by IS NULL AND organisation_id = $1 ORDER BY reference", [&](const db::Row& row) { posts.push_back(post_of(row)); }, organisation);
    return posts;
}

std::vector<Vacancy> vacancies_of(db::Reader& reader, OrganisationId organisation)
{
    std::vector<Vacancy> all;
    reader.each(fmt::format("SELECT {} FROM vacancy v WHERE v.ended_by IS NULL AND v.organisation_id = $1 ORDER BY v.reference", vacancy_columns),
                [&](const db::Row& row) { all.push_back(vacancy_of(row)); }, organisation);
    return all;
}

std::vector<Vacancy> vacancies_within(db::Reader& reader, const access::Reach& reach)
{
    std::vector<Vacancy> all;
    reader.each(fmt::format("SELECT {} FROM vacancy v WHERE v.ended_by IS NULL AND {} ORDER BY v.vacant_from DESC, v.id DESC", vacancy_columns, within(reach)),
                [&](const db::Row& row) { all.push_back(vacancy_of(row)); });
    return all;
}

Result<Vacancy> find_vacancy(db::Reader& reader, const access::Reach& reach, const PublicId& id)
{
    const auto row = reader.one(fmt::format("SELECT {} FROM vacancy v WHERE v.ended_by IS NULL AND v.public_id = $1 AND {}", vacancy_columns, within(reach)), id);
    if (!row) return not_found("Vacancy");
    return vacancy_of(*row);
}

std::vector<Post> posts_within(db::Reader& reader, const access::Reach& reach)
{
    std::vector<Post> posts;
    reader.each(fmt::format("SELECT {} FROM post v WHERE v.ended_by IS NULL AND {} ORDER BY v.organisation_id, v.reference", post_columns, within(reach)),
                [&](const db::Row& row) { posts.push_back(post_of(row)); });
    return posts;
}

Result<Post> find_post(db::Reader& reader, const access::Reach& reach, const PublicId& id)
{
    const auto row = reader.one(fmt::format("SELECT {} FROM post v WHERE v.ended_by IS NULL AND v.public_id = $1 AND {}", post_columns, within(reach)), id);
    if (!row) return not_found("Post");
    return post_of(*row);
}

VacanciesApplied apply(db::ChangeSet& changes, const VacancyPlan& plan, Instant now)
{
    VacanciesApplied applied;
    auto& database = changes.writer().database();
    std::map<std::string, PostId> posts;
    for (const auto& post : posts_of(changes.writer(), plan.organisation)) posts.emplace(post.reference, post.id);
    int order = 0;
    auto new_id = [&] { return database.make_public_id(now, order++ % 1000); };
    for (auto post : plan.posts) {
        post.organisation = plan.organisation;
        if (post.id.is_set()) {
            changes.replace(post_table(), post.id.value(), values_of(post));
            ++applied.posts_changed;
        } else {
            post.public_id = new_id();
            post.id = PostId{changes.add(post_table(), values_of(post))};
            ++applied.posts_added;
        }
        posts.insert_or_assign(post.reference, post.id);
    }
    for (auto entry : plan.entries) {
        auto& vacancy = entry.vacancy;
        vacancy.organisation = plan.organisation;
        if (!entry.post_reference.empty()) {
            auto [post, is_new] = posts.try_emplace(entry.post_reference);
            if (is_new) {
                post->second = PostId{changes.add(post_table(), values_of(Post{.public_id = new_id(), .organisation = plan.organisation, .reference = entry.post_reference, .wanted = vacancy.wanted}))};
                ++applied.posts_added;
            }
            vacancy.post = post->second;
        }
        if (vacancy.id.is_set()) {
            changes.replace(vacancy_table(), vacancy.id.value(), values_of(vacancy));
            ++applied.changed;
        } else {
            vacancy.public_id = new_id();
            changes.add(vacancy_table(), values_of(vacancy));
            ++applied.added;
        }
    }
    return applied;
}

std::string free_reference(const std::vector<Vacancy>& held)
{
    for (int number = 1;; ++number) {
        auto reference = "V" + std::to_string(number);
        if (std::ranges::find(held, reference, &Vacancy::reference) == held.end()) return reference;
    }
}

}  // namespace kith::workforce
