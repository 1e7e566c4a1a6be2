#include "app/sample.hpp"

#include "app/sample_calendar.hpp"
#include "app/sample_children.hpp"
#include "app/sample_faults.hpp"
#include "app/sample_sector_files.hpp"
#include "app/sample_strategy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace kith::app {
namespace {

/// Text for a cell: the sample's own values hold no quotes or line ends, some hold commas.
std::string cell(const std::string& text) { return text.find(',') == text.npos ? text : '"' + text + '"'; }

std::string lower(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

bool is_before_census(Date day) { return day.month() == 10 && day.day() == 8; }

returns::Speaks speaks_of(Date day, bool everyone)
{
    const auto month = Month::containing(day);
    return {
        .act = everyone ? returns::Act::full : returns::Act::changes, .about = Period{month.first_day(), month.last_day()}, .last_day = {}};
}

class Composer
{
public:
    Composer(std::uint64_t seed, Date today, SampleSize size) : dice_(seed), today_(today), size_(size)
    {
        sample_.seed = seed;
        sample_.localities = static_cast<int>(sample_localities(size).size());
    }

    Sample compose()
    {
        make_employers();
        add_first_files();
        for (auto& one : hand_in_) add_returns(one);
        add_partnership_files();
        sample_.children = children_file(sample_.seed, size_);
        std::ranges::stable_sort(sample_.files, {}, &SampleFile::on);
        sample_.organisations = static_cast<int>(employers_.size() + care_.size());
        return std::move(sample_);
    }

private:
    void make_employers();
    void add_first_files();
    void add_care_providers();
    SampleEmployer employer(const OrganisationPattern& pattern, int number);
    std::string organisation_row(const SampleHandsIn& one);
    std::string setting_rows(const SampleEmployer& employer);
    std::string what_it_offers(const SampleEmployer& employer);
    void add_returns(const SampleHandsIn& one);
    void add_staff_return(const SampleHandsIn& one, const SampleKnown& known, bool is_last);
    void add_facts(const SampleHandsIn& one, const SampleKnown& known);
    void add_census(const SampleHandsIn& one);
    void add_partnership_files();
    void add(std::string name, std::string organisation, std::string text, Date on, returns::Speaks speaks = {})
    {
        sample_.files.push_back(
            {.name = std::move(name), .organisation = std::move(organisation), .text = std::move(text), .on = on, .speaks = speaks});
    }

    Dice dice_;
    Date today_;
    SampleSize size_;
    Sample sample_;
    std::vector<SampleEmployer> employers_;
    std::vector<SampleHandsIn> hand_in_;
    std::vector<CareProvider> care_;
    std::set<std::string> names_;
    int next_locality_ = 0;
};

SampleEmployer Composer::employer(const OrganisationPattern& pattern, int number)
{
    const auto named = [&] {
        return fmt::format("{} {}", pattern.how_many <= 2 && number == 1 ? "Westmere" : composed_place_name(dice_), pattern.ending);
    };
    auto name = named();
    while (!names_.insert(name).second) name = named();
    SampleEmployer made{fmt::format("{}{:02}", pattern.prefix, number), std::move(name), &pattern, {}};
    for (int i = 1; i <= pattern.settings_each; ++i)
        made.settings.push_back(
            {fmt::format("{}-{}", made.code, i),
             std::string{sample_localities(size_)[static_cast<std::size_t>(next_locality_++ % sample_.localities)].code}});
    return made;
}

void Composer::make_employers()
{
    for (const auto& pattern : organisation_patterns(size_))
        for (int i = 1; i <= pattern.how_many; ++i) employers_.push_back(employer(pattern, i));
    std::map<std::string_view, int> of_kind;
    for (const auto& one : employers_) {
        const auto number = static_cast<int>(hand_in_.size()) + 1;
        auto& made = hand_in_.emplace_back(handing_in_of(size_, one, number, ++of_kind[one.pattern->prefix], today_));
        made.staff = compose_staff(dice_, one, sample_history_begins(size_, today_), today_, made.care);
        const auto last = made.format == SampleFormat::nothing_yet ? Date{} : made.days.back();
        sample_.staff += static_cast<int>(
            std::ranges::count_if(made.staff.people, [last](const SamplePerson& person) { return person.is_known_on(last); }));
        sample_.in_post += made.staff.in_post;
    }
    add_care_providers();
}

void Composer::add_care_providers()
{
    const auto recent = today_.plus_days(-20);
    care_.push_back(compose_care_provider(dice_, "CAR1", "Harbour Lane", true, 2, recent, today_));
    if (size_ == SampleSize::large) {
        care_.push_back(compose_care_provider(dice_, "CAR2", "Tide House", false, 3, recent.plus_days(-9), today_));
        care_.push_back(compose_care_provider(dice_, "CAR3", "Lantern Court", false, 2, recent.plus_days(-30), today_));
        care_.push_back(compose_care_provider(dice_, "CAR4", "Fellside", true, 3, recent.plus_days(-12), today_));
    }
    for (const auto& one : care_) {
        sample_.staff += one.in_post;
        sample_.in_post += one.in_post;
    }
}

std::string Composer::organisation_row(const SampleHandsIn& one)
{
    const auto& pattern = *one.employer->pattern;
    // Most say rightly how many they are; some said it long ago.
    const auto expected = one.number % 11 == 3 ? one.staff.in_post * 13 / 10 + 1 : one.staff.in_post;
    const auto opened = today_.plus_years(-dice_.between(15, 40)).plus_days(-dice_.between(0, 364)).iso();
    return fmt::format("{},{},{},{},{},{},{},{}\n", one.employer->code, cell(one.employer->name), pattern.kind, pattern.ownership,
                       pattern.sector, expected, opened, sample_contact(dice_, *one.employer));
}

/// Tier, places and deprivation band of one of its settings.
std::string Composer::what_it_offers(const SampleEmployer& employer)
{
    const auto kind = employer.pattern->setting_kind;
    const auto tier = kind == "school" || kind == "day_nursery" || kind == "college" || kind == "preschool" ? "universal"
                      : kind == "family_centre" || kind == "youth_centre"                                   ? "targeted"
                                                                                                            : "";
    const auto places = kind == "school"        ? std::to_string(30 * dice_.between(4, 30))
                        : kind == "day_nursery" ? std::to_string(dice_.between(24, 90))
                                                : "";
    return fmt::format("{},{},{}", tier, places, dice_.between(1, 10));
}

std::string Composer::setting_rows(const SampleEmployer& employer)
{
    std::string rows;
    for (const auto& place : employer.settings) {
        const auto& locality = *std::ranges::find(sample_localities(size_), std::string_view{place.locality}, &SampleLocality::code);
        const auto name = employer.settings.size() == 1 ? employer.name : fmt::format("{} ({})", employer.name, locality.name);
        rows += fmt::format("{},{},{},{},{},{},{},{}\n", employer.code, place.code, cell(name), employer.pattern->setting_kind,
                            locality.code, locality.name, composed_postcode(dice_), what_it_offers(employer));
    }
    return rows;
}

void Composer::add_first_files()
{
    std::string organisations =
        "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on,contact_name,contact_job,contact_phone,contact_email\n";
    std::string settings = "organisation,setting_code,name,kind,locality_code,locality_name,postcode,tier,places,deprivation_band\n";
    for (const auto& one : hand_in_) {
        organisations += organisation_row(one);
        settings += setting_rows(*one.employer);
    }
    for (const auto& one : care_)
        organisations += fmt::format("{},{} Care Ltd,care_provider,pvi,social_family_community,{},{},,,,\n", one.employer.code, one.name,
                                     one.expected, today_.plus_years(-19).iso());
    const auto first = sample_history_begins(size_, today_);
    add("organisations.csv", {}, std::move(organisations), first);
    add("settings.csv", {}, std::move(settings), first);
    for (auto& one : care_) std::ranges::move(one.files, std::back_inserter(sample_.files));
}

void Composer::add_staff_return(const SampleHandsIn& one, const SampleKnown& known, bool is_last)
{
    const bool is_first = known.on == one.days.front();
    const auto cells = staff_cells(one.format, known);
    const auto kept = [&](const SampleKnown& by) { return staff_cells(one.format, by).rows.empty(); };
    auto changes = known;
    changes.changes = true;
    const bool says_nothing_new = !is_first && (one.tells_changes || one.staff.people.size() < 15) && kept(changes);
    const auto stem = lower(one.employer->code) + "-staff";
    const auto name = is_last ? stem : fmt::format("{}-{}-{:02}", stem, known.on.year(), known.on.month());
    if (says_nothing_new) return add(name, one.employer->code, {}, known.on);
    const bool is_workbook = one.format == SampleFormat::workbook;
    add(name + (is_workbook ? ".xlsx" : ".csv"), one.employer->code, is_workbook ? as_workbook(cells) : as_csv(cells), known.on,
        speaks_of(known.on, !is_first && !one.tells_changes));
}

void Composer::add_facts(const SampleHandsIn& one, const SampleKnown& known)
{
    const auto cells = fact_cells(known);
    if (!cells.rows.empty())
        add(fmt::format("{}-facts-{}-{:02}.csv", lower(one.employer->code), known.on.year(), known.on.month()), one.employer->code,
            as_csv(cells), known.on);
}

void Composer::add_returns(const SampleHandsIn& one)
{
    if (one.format == SampleFormat::nothing_yet) return;
    if (const auto* layout = layout_of(one.format)) {
        const auto name = one.format == SampleFormat::school ? "School staff list"
                          : one.format == SampleFormat::nhs  ? "Electronic staff record"
                                                             : "Payroll extract";
        sample_.layouts.push_back({one.employer->code, name, layout});
    }
    const bool has_facts_apart = one.format != SampleFormat::kith_wide && one.format != SampleFormat::workbook;
    SampleKnown known{.employer = *one.employer, .staff = one.staff, .since = sample_history_begins(size_, today_).plus_days(-1), .on = {}};
    auto facts_since = known.since;
    for (const auto day : one.days) {
        const bool is_first = day == one.days.front(), is_last = day == one.days.back();
        known.on = day;
        known.changes = one.tells_changes && !is_first;
        add_staff_return(one, known, is_last);
        if (has_facts_apart && (is_first || is_last || is_before_census(day) || facts_since.plus_days(330) < day)) {
            auto facts = known;
            facts.since = facts_since;
            facts.changes = !is_first;
            add_facts(one, facts);
            facts_since = day;
        }
        known.since = day;
    }
    known.changes = false;
    if (const auto vacancies = vacancy_cells(known); !vacancies.rows.empty() && one.number_of_kind <= 12)
        add(lower(one.employer->code) + "-vacancies.csv", one.employer->code, as_csv(vacancies), one.days.back());
    if (one.employer->pattern->kind == "council") add_census(one);
    add_faults(sample_, one, size_);
}

/// Handed in on 10 October, for the year to 30 September.
void Composer::add_census(const SampleHandsIn& one)
{
    for (auto year = today_.year() - 3; year <= today_.year(); ++year) {
        const auto on = *Date::of(year, 10, 10);
        if (on < one.days.front().plus_days(30) || today_ <= on) continue;
        add(fmt::format("{}-social-work-census-{}.xml", lower(one.employer->code), year), one.employer->code,
            census_file(*one.employer, one.staff, *Date::of(year, 9, 30)), on);
    }
}

/// What hangs together is told once everybody's staff are known.
void Composer::add_partnership_files()
{
    for (auto& file : strategy_files(today_)) sample_.files.push_back(std::move(file));
    const auto on = today_.plus_days(-2);
    for (auto& file : partnership_files(sample_.seed, today_, size_, hand_in_)) {
        file.on = on;
        sample_.files.push_back(std::move(file));
    }
    for (const auto& person : hand_in_.front().staff.people)
        if (person.works_on(today_) && person.terms.front().role == "social_worker" && person.terms.front().contract == "permanent") {
            sample_.worker = person.reference;
            sample_.worker_name = person.given_name + " " + person.family_name;
            return;
        }
}

}  // namespace

Sample compose_sample(std::uint64_t seed, Date today, SampleSize size) { return Composer{seed, today, size}.compose(); }

}  // namespace kith::app
