#include "app/sample_person.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace kith::app {
namespace {

/// A value and how many of a thousand have it.
struct Weighed {
    std::string_view code;
    int weight;
};

template <std::size_t size>
std::string_view weighed(Dice& dice, const std::array<Weighed, size>& list)
{
    int all = 0;
    for (const auto& entry : list) all += entry.weight;
    int left = dice.between(1, all);
    for (const auto& entry : list)
        if ((left -= entry.weight) <= 0) return entry.code;
    return list.back().code;
}

/// England by ethnic group, in thousandths: Office for National Statistics, Census 2021, ethnic group by upper tier local authority (summed
/// over the authorities of England).
constexpr std::array<Weighed, 19> population{{{"white_british", 735},
                                              {"white_irish", 9},
                                              {"white_gypsy_traveller", 1},
                                              {"white_roma", 2},
                                              {"white_other", 64},
                                              {"mixed_white_black_caribbean", 9},
                                              {"mixed_white_black_african", 4},
                                              {"mixed_white_asian", 8},
                                              {"mixed_other", 8},
                                              {"asian_indian", 33},
                                              {"asian_pakistani", 28},
                                              {"asian_bangladeshi", 11},
                                              {"asian_chinese", 8},
                                              {"asian_other", 17},
                                              {"black_african", 26},
                                              {"black_caribbean", 11},
                                              {"black_other", 5},
                                              {"arab", 6},
                                              {"other", 16}}};

/// Children and family social workers: White 76.1 %, Mixed 3.8 %, Asian 5.9 %, Black 13.3 %, other 0.9 % of those known (Department for
/// Education, children's social work workforce 2022, England). Within each group as above.
constexpr std::array<Weighed, 17> social_workers{{{"white_british", 694},
                                                  {"white_irish", 9},
                                                  {"white_other", 58},
                                                  {"mixed_white_black_caribbean", 12},
                                                  {"mixed_white_black_african", 5},
                                                  {"mixed_white_asian", 11},
                                                  {"mixed_other", 10},
                                                  {"asian_indian", 20},
                                                  {"asian_pakistani", 17},
                                                  {"asian_bangladeshi", 7},
                                                  {"asian_chinese", 5},
                                                  {"asian_other", 10},
                                                  {"black_african", 82},
                                                  {"black_caribbean", 35},
                                                  {"black_other", 16},
                                                  {"arab", 2},
                                                  {"other", 7}}};

constexpr std::array<Weighed, 12> origins{{{"newly_qualified", 120},
                                           {"first_job", 110},
                                           {"local_authority", 130},
                                           {"same_profession", 150},
                                           {"agency", 50},
                                           {"school", 90},
                                           {"early_years", 80},
                                           {"health", 60},
                                           {"other_sector", 110},
                                           {"returner", 30},
                                           {"not_working", 40},
                                           {"not_known", 30}}};
constexpr std::array<Weighed, 9> reasons{{{"resigned", 640},
                                          {"retired", 110},
                                          {"end_of_contract", 80},
                                          {"moved_internally", 50},
                                          {"voluntary_redundancy", 20},
                                          {"dismissed", 20},
                                          {"ill_health", 15},
                                          {"other", 35},
                                          {"not_known", 30}}};
constexpr std::array<Weighed, 10> destinations{{{"local_authority", 150},
                                                {"same_profession", 250},
                                                {"agency", 90},
                                                {"school", 100},
                                                {"health", 70},
                                                {"voluntary", 40},
                                                {"other_sector", 140},
                                                {"not_working", 50},
                                                {"study", 30},
                                                {"not_known", 80}}};

/// What is usual in a role. Pay, women of a hundred and leavers of a hundred a year are the sample's own plausible figures where nothing is
/// said.
struct RoleHabits {
    std::string_view role;
    int women;
    int leavers;      ///< a year, of a hundred
    int days_vacant;  ///< on average
    int pay;          ///< pounds a year, full time
    std::string_view terms_set;
    std::string_view pension;
    int part_time;  ///< of a hundred
};
constexpr auto habits = std::to_array<RoleHabits>({
    // Turnover 15.4 %, vacancy rate 16.7 % of in post and vacant (Department for Education, children's social work workforce 2021,
    // England).
    {"social_worker", 86, 15, 300, 42'000, "green_book", "lgps", 18},
    {"family_support_worker", 86, 14, 90, 29'000, "green_book", "lgps", 30},
    {"teacher", 76, 9, 40, 43'000, "teachers_pay", "teachers", 24},
    {"headteacher", 68, 8, 60, 74'000, "teachers_pay", "teachers", 3},
    {"deputy_headteacher", 70, 8, 60, 60'000, "teachers_pay", "teachers", 5},
    {"special_needs_coordinator", 86, 8, 50, 46'000, "teachers_pay", "teachers", 40},
    {"teaching_assistant", 90, 13, 50, 24'500, "green_book", "lgps", 72},
    {"higher_level_teaching_assistant", 90, 9, 50, 27'500, "green_book", "lgps", 60},
    {"nursery_worker", 97, 17, 70, 26'500, "own", "nest", 38},
    {"nursery_assistant", 96, 24, 60, 25'300, "own", "nest", 45},
    {"nursery_manager", 97, 9, 60, 36'000, "own", "nest", 8},
    {"nursery_deputy_manager", 97, 10, 60, 31'000, "own", "nest", 15},
    {"early_years_teacher", 95, 14, 120, 31'000, "own", "nest", 20},
    {"health_visitor", 97, 11, 150, 43'500, "agenda_for_change", "nhs", 48},
    {"school_nurse", 97, 11, 120, 41'000, "agenda_for_change", "nhs", 50},
    {"midwife", 99, 9, 90, 42'500, "agenda_for_change", "nhs", 50},
    {"speech_language_therapist", 96, 11, 120, 42'000, "agenda_for_change", "nhs", 45},
    {"community_paediatrician", 60, 7, 200, 105'000, "medical", "nhs", 35},
    {"general_practitioner", 58, 6, 120, 98'000, "medical", "nhs", 45},
    {"educational_psychologist", 84, 10, 200, 54'000, "soulbury", "lgps", 35},
    {"residential_care_worker", 66, 22, 60, 28'500, "green_book", "lgps", 15},
    {"youth_worker", 58, 13, 70, 31'000, "youth_community", "lgps", 40},
    {"youth_support_worker", 60, 18, 60, 25'600, "youth_community", "lgps", 60},
    {"college_lecturer", 54, 11, 60, 37'000, "further_education", "teachers", 30},
    {"childrens_director", 60, 10, 90, 150'000, "chief_officers", "lgps", 0},
    {"childrens_service_manager", 72, 9, 80, 62'000, "green_book", "lgps", 5},
    {"team_supervisor", 80, 11, 90, 50'000, "green_book", "lgps", 8},
    {"child_protection_police_officer", 45, 8, 30, 44'000, "police_officers", "police", 8},
    {"school_police_officer", 40, 8, 30, 41'000, "police_officers", "police", 5},
    {"foster_carer", 72, 8, 1, 0, "none", "none", 0},
    {"childminder", 98, 6, 1, 0, "none", "none", 0},
});
constexpr RoleHabits usual{"", 80, 13, 60, 28'500, "own", "workplace", 35};

const RoleHabits& habits_of(std::string_view role)
{
    const auto found = std::ranges::find(habits, role, &RoleHabits::role);
    return found == habits.end() ? usual : *found;
}

bool is_unpaid(std::string_view role) { return role.find("volunteer") != role.npos; }
bool works_for_self(std::string_view role) { return role == "childminder" || role == "foster_carer"; }

std::string_view contract_for(Dice& dice, std::string_view role)
{
    if (is_unpaid(role)) return "volunteer";
    if (role == "foster_carer") return "foster_carer";
    if (works_for_self(role)) return "self_employed";
    if (role.ends_with("manager") || role.ends_with("headteacher")) return "permanent";
    // Agency 15.5 % of children's social workers (Department for Education, 2021, England).
    if (role == "social_worker" && dice.happens(15)) return "agency";
    if (role == "nursery_assistant" && dice.happens(30)) return "apprentice";
    return dice.happens(86) ? "permanent" : dice.happens(65) ? "fixed_term" : "bank";
}

/// How likely of a hundred it is that a value is missing from the records.
int missing(SampleCare care, int slack, int poor) { return care == SampleCare::careful ? 0 : care == SampleCare::slack ? slack : poor; }

class Staffing
{
public:
    Staffing(Dice& dice, const SampleEmployer& employer, Date first, Date last, SampleCare care)
        : dice_(dice), employer_(employer), first_(first), last_(last), care_(care)
    {
    }

    SampleStaff compose() &&
    {
        for (const auto& mix : employer_.pattern->roles)
            for (int left = dice_.between(mix.least, mix.most); left > 0; --left) fill_post(mix.role);
        set_managers();
        lend();
        for (auto& person : staff_.people) {
            person.facts = person.is_bare ? std::vector<SampleFact>{} : compose_facts(dice_, person, care_, last_);
            staff_.in_post += person.works_on(last_) ? 1 : 0;
        }
        return std::move(staff_);
    }

private:
    /// One post from holder to holder.
    void fill_post(std::string_view role)
    {
        const auto& place = dice_.one_of(employer_.settings);
        const auto& habit = habits_of(role);
        auto started = first_.plus_days(-dice_.between(20, 365 * 14));
        const auto first_held = started;
        ++posts_;
        while (true) {
            auto& person = add_person(role, started, place);
            const auto leaves = leaving_day(person, habit);
            if (!leaves) return;
            leave(person, *leaves);
            const auto next = leaves->plus_days(dice_.between(habit.days_vacant / 3 + 1, habit.days_vacant * 5 / 3 + 1));
            if (!works_for_self(role) && !is_unpaid(role))
                staff_.vacancies.push_back({fmt::format("V{}-{:03}", employer_.code, staff_.vacancies.size() + 1), role, "permanent",
                                            person.terms.back().fte, &place, leaves->plus_days(1),
                                            next <= last_ ? std::optional{next} : std::nullopt, posts_, first_held});
            if (next > last_) return;
            started = next;
        }
    }

    std::optional<Date> leaving_day(const SamplePerson& person, const RoleHabits& habit)
    {
        const auto likely = person.terms.front().contract == "agency" ? 100 : habit.leavers;
        for (auto year = std::max(person.started, first_); year < last_; year = year.plus_years(1)) {
            if (!dice_.happens(likely)) continue;
            const auto day = year.plus_days(dice_.between(40, 364));
            return day < last_ ? std::optional{day} : std::nullopt;
        }
        return std::nullopt;
    }

    SamplePerson& add_person(std::string_view role, Date started, const SamplePlace& place)
    {
        const auto& habit = habits_of(role);
        auto contract = contract_for(dice_, role);
        // Supply teachers and bank nurses of an agency, in a few places.
        const bool takes_agency = employer_.code == "SEC01" || employer_.code == "SEC02" || employer_.code == "NHS01";
        if (takes_agency && (role == "teacher" || role == "health_visitor") && staff_.people.size() % 9 == 4) contract = "agency";
        if (contract == "agency") started = std::max(started, first_.plus_days(-dice_.between(5, 80)));
        if (contract == "fixed_term" && started < last_.plus_years(-2)) contract = "permanent";
        auto& person = staff_.people.emplace_back();
        person.reference = fmt::format("{}-{:04}", employer_.code, staff_.people.size());
        person.family_name = composed_family_name(dice_);
        person.given_name = composed_given_name(dice_);
        person.started = started;
        person.place = &place;
        const auto age = age_at_start(dice_.between(19, 45));
        const auto born = born_so_that_nobody_is_too_old(started.plus_years(-age).plus_days(-dice_.between(0, 364)));
        if (!dice_.happens(missing(care_, 3, 18))) person.born = born;
        person.sex = dice_.happens(missing(care_, 2, 15)) ? "" : dice_.happens(habit.women) ? "female" : "male";
        if (!dice_.happens(missing(care_, 14, 45)))
            person.ethnicity = dice_.happens(6)          ? "refused"
                               : role == "social_worker" ? weighed(dice_, social_workers)
                                                         : weighed(dice_, population);
        if (!dice_.happens(missing(care_, 20, 60)))
            person.disability = dice_.happens(5) ? "not_stated" : dice_.happens(6) ? "disabled" : "not_disabled";
        if (!dice_.happens(missing(care_, 4, 25))) person.origin = works_for_self(role) ? "other_sector" : weighed(dice_, origins);
        person.is_bare = dice_.happens(missing(care_, 4, 20));
        set_terms(person, role, contract, habit);
        if (contract == "fixed_term") person.ended = last_.plus_days(dice_.between(30, 400));
        return person;
    }

    /// Most begin a job by forty; of those who begin one late some are near their pension.
    static int age_at_start(int drawn) { return drawn <= 40 ? drawn : 46 + (drawn - 41) * 3; }

    /// Nobody works past 68: who would is one of those in their late fifties instead.
    Date born_so_that_nobody_is_too_old(Date born) const { return born < last_.plus_years(-68) ? born.plus_years(8) : born; }

    void set_terms(SamplePerson& person, std::string_view role, std::string_view contract, const RoleHabits& habit)
    {
        constexpr std::array parts{400, 500, 500, 600, 600, 700, 800, 800};
        const auto share = is_unpaid(role) ? 100 : contract != "apprentice" && dice_.happens(habit.part_time) ? dice_.one_of(parts) : 1000;
        person.terms.push_back({person.started, role, contract, Fte::thousandths(share)});
        const auto changes = std::max(person.started, first_).plus_days(dice_.between(60, 900));
        if (changes < last_ && share == 1000 && contract == "permanent" && dice_.happens(9))
            person.terms.push_back({changes, role, contract, Fte::thousandths(600)});
        if (changes < last_ && role == "teaching_assistant" && dice_.happens(6))
            person.terms.push_back({changes.plus_days(1), "higher_level_teaching_assistant", contract, person.terms.back().fte});
        if (person.terms.back().from >= last_) person.terms.pop_back();
        const bool is_paid = habit.pay > 0 && !is_unpaid(role) && !dice_.happens(missing(care_, 20, 60));
        if (is_paid) person.yearly_pay = habit.pay * dice_.between(93, 112) / 100 / 50 * 50;
        person.terms_set = is_paid ? habit.terms_set : "none";
        person.pension = is_paid ? habit.pension : "none";
        person.is_paid_by_hour = is_paid && (contract == "bank" || role == "nursery_assistant" || role == "playworker" || role == "sports_coach");
        const bool of_school = employer_.pattern->setting_kind == "school";
        person.pattern = share >= 1000  ? (of_school ? "mon;tue;wed;thu;fri;term_time" : "mon;tue;wed;thu;fri;all_year")
                         : share >= 500 ? (of_school ? "mon;tue;wed;term_time" : "mon;tue;thu;flexible")
                                        : "thu;fri;evenings";
        if (role == "residential_care_worker") person.pattern = "shifts;nights;weekends;all_year";
        if (role == "social_worker" && dice_.happens(62)) person.caseload = dice_.between(10, 23);
    }

    void leave(SamplePerson& person, Date day)
    {
        person.ended = day;
        while (person.terms.back().from > day) person.terms.pop_back();
        person.caseload = 0;
        if (dice_.happens(missing(care_, 6, 30))) return;
        const bool is_old = person.born && whole_years(*person.born, day) >= 58;
        person.reason = is_old ? "retired" : weighed(dice_, reasons);
        if (person.reason == "retired" && !is_old) person.reason = "resigned";
        if (person.terms.front().contract == "agency") person.reason = "end_of_placement";
        if (person.terms.front().contract == "fixed_term") person.reason = "end_of_contract";
        person.destination = person.reason == "retired"            ? "retirement"
                             : person.reason == "moved_internally" ? "internal"
                                                                   : weighed(dice_, destinations);
    }

    /// Everyone answers to the first person who leads there and has done so all the while.
    void set_managers()
    {
        std::vector<const SamplePerson*> leads;
        for (const auto& person : staff_.people) {
            const auto role = person.terms.front().role;
            const bool leads_here = role.ends_with("manager") || role.ends_with("headteacher") || role == "team_supervisor";
            if (leads_here && !person.ended && person.started < first_) leads.push_back(&person);
        }
        if (leads.empty()) return;
        std::size_t next = 0;
        for (auto& person : staff_.people) {
            const auto& lead = *leads[next++ % leads.size()];
            if (lead.reference != person.reference && lead.manager != person.reference) person.manager = lead.reference;
        }
    }

    /// The council lends a few to the family centre and the health trust.
    void lend()
    {
        if (employer_.pattern->kind != "council") return;
        int supporters = 0, workers = 0;
        for (auto& person : staff_.people) {
            const auto role = person.terms.front().role;
            const bool stays = !person.ended && person.terms.front().contract == "permanent";
            if (stays && role == "family_support_worker" && ++supporters % 7 == 3) person.seconded_to = "FAM01";
            if (stays && role == "social_worker" && ++workers % 11 == 5) person.seconded_to = "NHS01";
        }
    }

    Dice& dice_;
    const SampleEmployer& employer_;
    Date first_, last_;
    SampleCare care_;
    SampleStaff staff_;
    int posts_ = 0;  ///< begun so far
};

}  // namespace

SampleStaff compose_staff(Dice& dice, const SampleEmployer& employer, Date first, Date last, SampleCare care)
{
    return Staffing{dice, employer, first, last, care}.compose();
}

}  // namespace kith::app
