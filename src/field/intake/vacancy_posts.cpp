// Whether the vacancies of a file fit their posts. A row is judged with everything that would be held after the file: what it leaves alone and what
// its other rows say. Where a row is not taken, the rest is judged again without it.
#include "intake/vacancy_file.hpp"
#include "workforce/post_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace kith::intake {
namespace {

/// A vacancy in a post, as it would be.
struct Placed {
    workforce::Vacancy vacancy;
    VacancyRow* row = nullptr;  ///< none: it is held, and the file does not name it
};

/// A post as it would be, with its vacancies.
struct Place {
    workforce::Post post;
    VacancyRow* opened_by = nullptr;  ///< the row that says the day
    VacancyRow* closed_by = nullptr;
    std::vector<Placed> vacancies;
};
using Places = std::map<std::string, Place>;

class PostJudge {
public:
    PostJudge(VacancyFile& file, access::OrganisationId organisation, const HeldVacancies& held, Date today) : file_(file), organisation_(organisation), held_(held), today_(today) {}

    void judge()
    {
        do {
            refused_ = false;
            auto places = placed();
            for (auto& [reference, place] : places) judge(place);
        } while (refused_);
        for (const auto& [reference, place] : placed()) say_left_open(place);
    }

private:
    bool is_taken(const VacancyRow& row) const { return row.taken && row.organisation != nullptr && row.organisation->id == organisation_; }

    void refuse(VacancyRow& row, std::string_view rule, std::string_view column, std::string words)
    {
        if (!row.taken) return;
        file_.findings.push_back({file_.name, row.line, std::string{column}, std::string{rule}, returns::Severity::error, std::move(words)});
        row.taken = false;
        refused_ = true;
    }

    const workforce::Post* held_post(const std::optional<workforce::PostId>& id) const
    {
        const auto found = id ? std::ranges::find(held_.posts, *id, &workforce::Post::id) : held_.posts.end();
        return found == held_.posts.end() ? nullptr : &*found;
    }

    /// One day of a post as a row says it; a second row that says another one is refused.
    void say_day(VacancyRow& row, const std::optional<Date>& said, std::string_view column, std::optional<Date>& day, VacancyRow*& by)
    {
        if (!said || !row.taken) return;
        if (by != nullptr && day != said) return refuse(row, "V-POST-8", column, fmt::format("Line {} says another day for the same post. Enter one day", by->line));
        day = said;
        if (by == nullptr) by = &row;
    }

    Places placed()
    {
        Places places;
        for (const auto& post : held_.posts) places[post.reference].post = post;
        std::map<std::string_view, const workforce::Vacancy*> left_alone;
        for (const auto& vacancy : held_.vacancies) left_alone.emplace(vacancy.reference, &vacancy);
        for (auto& row : file_.rows) {
            if (!is_taken(row)) continue;
            const auto same = left_alone.find(row.vacancy.reference);
            const auto* before = same == left_alone.end() ? nullptr : same->second;
            const auto* kept = before == nullptr || !row.post_reference.empty() ? nullptr : held_post(before->post);
            if (same != left_alone.end()) left_alone.erase(same);
            const auto reference = kept != nullptr ? kept->reference : row.post_reference;
            if (reference.empty()) continue;
            auto& place = places[reference];
            say_day(row, row.post_opened_on, "post_opened_on", place.post.opened_on, place.opened_by);
            say_day(row, row.post_closed_on, "post_closed_on", place.post.closed_on, place.closed_by);
            place.vacancies.push_back({row.vacancy, &row});
        }
        for (const auto& [reference, vacancy] : left_alone)
            if (const auto* post = held_post(vacancy->post)) places[post->reference].vacancies.push_back({*vacancy, nullptr});
        return places;
    }

    /// The days that rows give a post, with what is held of it and the file leaves alone.
    void judge_days(Place& place)
    {
        if (place.opened_by == nullptr && place.closed_by == nullptr) return;
        std::vector<workforce::Vacancy> held;
        for (const auto& one : place.vacancies)
            if (one.row == nullptr) held.push_back(one.vacancy);
        for (const auto& fault : workforce::faults_of(place.post, {}, held, today_)) {
            auto* by = fault.field == "opened_on" ? place.opened_by : fault.field == "closed_on" ? place.closed_by : nullptr;
            if (fault.rule == "V-POST-4" && by == nullptr) by = place.opened_by;
            if (by != nullptr) refuse(*by, fault.rule, fault.field == "opened_on" ? "post_opened_on" : "post_closed_on", fault.words);
        }
    }

    /// What the file leaves alone, and time has put out of order.
    void say_left_open(const Place& place)
    {
        std::vector<workforce::Vacancy> held;
        for (const auto& one : place.vacancies)
            if (one.row == nullptr) held.push_back(one.vacancy);
        for (auto& fault : workforce::faults_left_open(place.post, held, today_))
            file_.findings.push_back({file_.name, 0, std::string{fault.field}, std::string{fault.rule}, returns::Severity::warning, std::move(fault.words)});
    }

    void judge(Place& place)
    {
        judge_days(place);
        for (auto& one : place.vacancies) {
            if (one.row == nullptr || !one.row->taken) continue;
            std::vector<workforce::Vacancy> others;  // of two rows the later one is refused
            for (const auto& other : place.vacancies)
                if (&other != &one && (other.row == nullptr || (other.row->taken && other.row->line < one.row->line))) others.push_back(other.vacancy);
            const auto faults = workforce::faults_in_post(one.vacancy, place.post, others, today_);
            if (!faults.empty()) refuse(*one.row, faults.front().rule, faults.front().field, faults.front().words);
        }
    }

    VacancyFile& file_;
    access::OrganisationId organisation_;
    const HeldVacancies& held_;
    Date today_;
    bool refused_ = false;
};

}  // namespace

void judge_posts(VacancyFile& file, access::OrganisationId organisation, const HeldVacancies& held, Date today)
{
    PostJudge{file, organisation, held, today}.judge();
}

}  // namespace kith::intake
