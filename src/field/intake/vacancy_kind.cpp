#include "intake/vacancy_kind.hpp"

#include "base/text.hpp"
#include "db/change_set.hpp"
#include "intake/annotated_file.hpp"
#include "intake/organisations_named.hpp"
#include "intake/staff_check.hpp"
#include "intake/vacancy_file.hpp"
#include "partnership/organisation_register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kith::intake {
namespace {

using Plans = std::vector<workforce::VacancyPlan>;

returns::DifferenceHeading heading(std::string id, std::string words, std::int64_t number, std::string meaning)
{
    return {std::move(id), std::move(words), number, std::move(meaning), {}};
}

/// The organisations that the file's rows speak of, and whether it is one throughout.
std::set<access::OrganisationId> organisations_of(const VacancyFile& file)
{
    std::set<access::OrganisationId> organisations;
    for (const auto& row : file.rows) {
        if (row.organisation != nullptr) organisations.insert(row.organisation->id);
    }
    return organisations;
}

returns::Checked check(const returns::Handed& handed, const packs::Packs& packs)
{
    returns::Checked checked{.format = "Kith vacancies file"};
    const auto table = files::Table::read(handed.file.bytes, {.limits = {}, .wanted = is_vacancy_file, .sheet = {}});
    if (!table) {
        checked.refusal = table.error().message;
        return checked;
    }
    const Surroundings surroundings{packs, handed.today, partnership::all_organisations(handed.reader), partnership::all_settings(handed.reader), partnership::all_localities(handed.reader),
                                    handed.organisation};
    auto file = read_vacancies(handed.file.name, *table, surroundings);
    checked.rows = static_cast<std::int64_t>(file.rows.size());
    const auto organisations = organisations_of(file);
    const bool all_named = std::ranges::none_of(file.rows, [](const VacancyRow& row) { return row.organisation == nullptr; });
    if (organisations.size() == 1 && all_named) checked.only_organisation = *organisations.begin();
    Plans plans;
    std::int64_t added = 0, changed = 0, unchanged = 0, posts = 0;
    std::string written;
    for (const auto organisation : organisations) {
        const HeldVacancies held{workforce::vacancies_of(handed.reader, organisation), workforce::posts_of(handed.reader, organisation)};
        judge_posts(file, organisation, held, handed.today);
        auto part = difference_of(file, organisation, held);
        added += part.added;
        changed += part.changed;
        unchanged += part.unchanged;
        posts += part.posts;
        checked.difference.held += static_cast<std::int64_t>(held.vacancies.size());
        for (const auto& change : part.changes) written += fmt::format("{}:{}", organisation.value(), change);
        if (!part.plan.entries.empty() || !part.plan.posts.empty()) plans.push_back(std::move(part.plan));
    }
    checked.difference.headings = {heading("new", "New vacancies", added, "They are added"), heading("changed", "Changed vacancies", changed, "What changed is added to their history"),
                                   heading("unchanged", "Unchanged vacancies", unchanged, "Nothing happens to them"),
                                   heading("absent", "In the register and not in this file", std::max<std::int64_t>(0, checked.difference.held - changed - unchanged), "They stay as they are")};
    if (posts > 0) checked.difference.headings.push_back(heading("posts", "Posts whose days are new or change", posts, "They are added, or their days set"));
    checked.difference.writes = added + changed + posts;
    checked.can_take = file.can_take();
    std::ranges::stable_sort(file.findings, {}, &returns::Finding::line);
    checked.difference.fingerprint = returns::hash_of(written);
    checked.findings = std::move(file.findings);
    say_what_stands_above(checked.findings, handed.file.name, *table);
    checked.plan = std::move(plans);
    return checked;
}

returns::Accepted carry_out(db::ChangeSet& changes, const returns::Checked& checked, Instant now)
{
    workforce::VacanciesApplied whole;
    for (const auto& plan : std::any_cast<const Plans&>(checked.plan)) {
        const auto part = workforce::apply(changes, plan, now);
        whole.added += part.added;
        whole.changed += part.changed;
        whole.posts_added += part.posts_added;
        whole.posts_changed += part.posts_changed;
    }
    auto words = counted(whole.added, "vacancy", "vacancies") + " added, " + std::to_string(whole.changed) + " changed";
    if (whole.posts_added > 0) words += ", " + counted(whole.posts_added, "post", "posts") + " added";
    if (whole.posts_changed > 0) words += ", " + counted(whole.posts_changed, "post", "posts") + " changed";
    return {whole.rows(), std::move(words)};
}

}  // namespace

returns::Kind vacancies_kind(std::shared_ptr<const packs::Packs> packs)
{
    returns::Kind kind;
    kind.id = "vacancies";
    kind.title = "Vacancies";
    kind.guidance = "One row for each vacancy, with the days on which it fell vacant, was advertised, offered, filled or closed. Vacancies that the file does not name stay as they are. Where a row names its post, it may give the day the post opened and its last day.";
    kind.recognise = [](std::string_view start) { return files::has_header(start, is_vacancy_file); };
    kind.names_organisations = [](const returns::File& file) { return organisations_named(file.bytes, is_vacancy_file, "organisation"); };
    kind.check = [packs](const returns::Handed& handed) { return check(handed, *packs); };
    kind.accept = carry_out;
    kind.annotate = annotated;
    kind.templates = {{"vacancies.csv", "text/csv; charset=utf-8", "Vacancies template (CSV)", [packs](db::Reader&) { return vacancy_template(*packs); }}};
    return kind;
}

}  // namespace kith::intake
