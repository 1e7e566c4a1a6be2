// What the people of the sample hold, have learnt and were checked for: by role, from tables, with gaps where their employer keeps poor
// records.
#include "app/sample_person.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

namespace kith::app {
namespace {

/// What a role brings along. Codes are of the packs; an empty one is none.
struct RoleFacts {
    std::string_view role;
    std::string_view qualification, level;
    std::string_view other_qualification, other_level;  ///< some have this too
    std::string_view status;                            ///< professional status or registration
    int renewed_every = 0;                              ///< years for which a registration is in force; nought: it does not run out
    std::string_view training;                          ///< beside safeguarding
    std::string_view skill;                             ///< beside those that everyone may have
    std::string_view further_check;
};
constexpr auto of_roles = std::to_array<RoleFacts>({
    {"social_worker", "social_work_degree", "6", "practice_educator", "7", "social_worker", 1, "neglect", "direct_work",
     "required_qualification"},
    {"independent_reviewing_officer", "social_work_degree", "6", "first_line_management", "4", "social_worker", 1, "child_death",
     "chairing", "required_qualification"},
    {"team_supervisor", "social_work_degree", "6", "management_5", "5", "", 0, "supervision", "chairing", ""},
    {"family_support_worker", "family_support_3", "3", "cyp_workforce_3", "3", "", 0, "domestic_abuse", "parenting", ""},
    {"family_centre_manager", "family_support_4", "4", "management_5", "5", "", 0, "leadership", "chairing", ""},
    {"foster_carer", "foster_care_certificate", "", "", "", "", 0, "skills_to_foster", "attachment", ""},
    {"residential_care_worker", "residential_childcare_3", "3", "first_line_management", "4", "", 0, "positive_handling", "behaviour", ""},
    {"childrens_home_manager", "residential_childcare_5", "5", "management_5", "5", "registered_manager", 0, "medicines", "behaviour",
     "required_qualification"},
    {"educational_psychologist", "educational_psychology_doctorate", "8", "pgce", "7", "educational_psychologist", 2, "autism", "send",
     "required_qualification"},
    {"teacher", "pgce", "7", "degree", "6", "qts", 0, "online_safety", "send", "prohibition"},
    {"special_needs_coordinator", "pgce", "7", "nasenco", "7", "qts", 0, "send", "send", "prohibition"},
    {"headteacher", "pgce", "7", "npqh", "7", "qts", 0, "safer_recruitment", "chairing", "section_128"},
    {"deputy_headteacher", "pgce", "7", "npqh", "7", "qts", 0, "safer_recruitment", "behaviour", "section_128"},
    {"teaching_assistant", "teaching_assistant_2", "2", "teaching_assistant_3", "3", "", 0, "send", "early_language", ""},
    {"higher_level_teaching_assistant", "teaching_assistant_3", "3", "hlta_programme", "4", "hlta", 0, "send", "speech_language", ""},
    {"college_lecturer", "cert_ed", "5", "assessor", "3", "qtls", 0, "online_safety", "careers", ""},
    {"nursery_worker", "early_years_educator", "3", "forest_school", "3", "", 0, "eyfs", "play", "childcare_disqualification"},
    {"nursery_assistant", "early_years_practitioner", "2", "english_2", "2", "", 0, "food_hygiene", "baby_room",
     "childcare_disqualification"},
    {"nursery_manager", "early_years_educator", "3", "early_years_lead", "5", "", 0, "safer_recruitment", "early_language",
     "childcare_disqualification"},
    {"nursery_deputy_manager", "early_years_educator", "3", "early_years_senco", "3", "", 0, "allegations", "send",
     "childcare_disqualification"},
    {"early_years_teacher", "early_childhood_degree", "6", "early_years_senco", "3", "eyts", 0, "eyfs", "early_language",
     "childcare_disqualification"},
    {"nursery_nurse", "early_years_educator", "3", "", "", "", 0, "eyfs", "play", "childcare_disqualification"},
    {"playgroup_manager", "early_years_educator", "3", "early_years_lead", "5", "", 0, "eyfs", "play", "childcare_disqualification"},
    {"playgroup_worker", "early_years_educator", "3", "playwork_2", "2", "", 0, "eyfs", "play", "childcare_disqualification"},
    {"childminder", "childminding", "3", "early_years_educator", "3", "childminder", 0, "eyfs", "play", "childcare_disqualification"},
    {"health_visitor", "nursing_degree", "6", "scphn", "7", "health_visitor", 3, "child_death", "parenting", "required_qualification"},
    {"school_nurse", "nursing_degree", "6", "scphn", "7", "school_nurse", 3, "mental_health", "sexual_health", "required_qualification"},
    {"childrens_nurse", "nursing_degree", "6", "", "", "nurse_children", 3, "medicines", "complex_health", "required_qualification"},
    {"midwife", "midwifery_degree", "6", "", "", "midwife", 3, "safe_sleep", "parenting", "required_qualification"},
    {"speech_language_therapist", "allied_health_degree", "6", "", "", "speech_language_therapist", 2, "speech_language", "speech_language",
     "required_qualification"},
    {"occupational_therapist_children", "allied_health_degree", "6", "", "", "occupational_therapist", 2, "moving_handling",
     "moving_handling", "required_qualification"},
    {"physiotherapist_children", "allied_health_degree", "6", "", "", "physiotherapist", 2, "moving_handling", "moving_handling",
     "required_qualification"},
    {"community_paediatrician", "medical_degree", "7", "doctorate", "8", "paediatrician", 1, "child_death", "complex_health",
     "required_qualification"},
    {"general_practitioner", "medical_degree", "7", "", "", "gp", 1, "female_genital_mutilation", "mental_health",
     "required_qualification"},
    {"practice_nurse", "nursing_degree", "6", "", "", "nurse_adult", 3, "infection_control", "", "required_qualification"},
    {"camhs_practitioner", "nursing_degree", "6", "counselling_4", "4", "nurse_mental_health", 3, "suicide_self_harm", "mental_health", ""},
    {"youth_worker", "youth_work_degree", "6", "youth_work_3", "3", "youth_worker", 0, "exploitation", "youth_engagement", ""},
    {"youth_support_worker", "youth_work_2", "2", "youth_work_3", "3", "youth_support_worker", 0, "exploitation", "detached", ""},
    {"youth_justice_worker", "youth_justice_certificate", "5", "degree", "6", "", 0, "exploitation", "restorative", ""},
    {"probation_officer", "probation_diploma", "6", "", "", "", 0, "domestic_abuse", "motivational_interviewing", ""},
    {"child_protection_police_officer", "policing_degree", "6", "", "", "police_officer", 0, "exploitation", "exploitation", ""},
    {"playworker", "playwork_2", "2", "playwork_3", "3", "", 0, "emergency_first_aid", "play", ""},
    {"sports_coach", "sports_coaching_2", "2", "sports_coaching_3", "3", "", 0, "emergency_first_aid", "outdoor", ""},
});
constexpr RoleFacts of_others{"", "other_3", "3", "degree", "6", "", 0, "data_protection", "", ""};

const RoleFacts& known_of(std::string_view role)
{
    const auto found = std::ranges::find(of_roles, role, &RoleFacts::role);
    return found == of_roles.end() ? of_others : *found;
}

constexpr std::array<std::string_view, 12> shared_skills{"child_development",
                                                         "communicating_with_children",
                                                         "multi_agency",
                                                         "information_sharing",
                                                         "safeguarding",
                                                         "assessment",
                                                         "lead_practice",
                                                         "behaviour",
                                                         "autism",
                                                         "domestic_abuse",
                                                         "participation",
                                                         "transitions"};
constexpr std::array<std::string_view, 3> skill_grades{"learning", "competent", "expert"};
constexpr std::array<std::string_view, 4> language_grades{"simple", "professional", "native", "native"};
constexpr std::array<std::string_view, 4> providers{"Westmere safeguarding partnership", "Westmere learning hub", "In house",
                                                    "An outside trainer"};

/// Languages that go with a group more often than with others; the sample's own choice.
std::string_view language_for(Dice& dice, std::string_view ethnicity)
{
    constexpr std::array<std::string_view, 6> any{"french", "german", "spanish", "bsl", "makaton", "welsh"};
    constexpr std::array<std::string_view, 4> european{"polish", "romanian", "portuguese", "lithuanian"};
    constexpr std::array<std::string_view, 3> african{"yoruba", "somali", "arabic"};
    if (ethnicity == "white_other") return dice.one_of(european);
    if (ethnicity == "asian_pakistani") return dice.happens(60) ? "urdu" : "punjabi";
    if (ethnicity == "asian_bangladeshi") return dice.happens(60) ? "bengali" : "sylheti";
    if (ethnicity == "asian_indian") return dice.happens(60) ? "gujarati" : "hindi";
    if (ethnicity == "asian_chinese") return dice.happens(50) ? "mandarin" : "cantonese";
    if (ethnicity == "black_african") return dice.one_of(african);
    if (ethnicity == "arab") return "arabic";
    return dice.one_of(any);
}

/// Nurseries whose people hold less than the rules of the early years ask for.
constexpr std::array<std::string_view, 2> short_of_qualified{"NUR03", "NUR08"};
/// Employers who let training run out and do not meet with their people.
constexpr std::array<std::string_view, 4> behind_with_their_people{"VOL02", "FAM02", "NUR05", "PRI06"};

class Telling
{
public:
    Telling(Dice& dice, const SamplePerson& person, SampleCare care, Date last)
        : dice_(dice),
          person_(person),
          known_(known_of(person.terms.front().role)),
          care_(care),
          last_(last),
          until_(person.ended ? std::min(*person.ended, last) : last),
          recent_(std::max(person.started, last.plus_years(-4)))
    {
    }

    std::vector<SampleFact> tell() &&
    {
        qualifications();
        status();
        skills();
        checks();
        trainings();
        meetings();
        days_lost();
        std::ranges::stable_sort(facts_, {}, [](const SampleFact& fact) { return fact.on.value_or(Date{}); });
        return std::move(facts_);
    }

private:
    bool is_missing(int slack, int poor)
    {
        return dice_.happens(care_ == SampleCare::careful ? 0 : care_ == SampleCare::slack ? slack : poor);
    }

    bool is_of(std::span<const std::string_view> employers) const
    {
        return std::ranges::any_of(employers, [&](auto code) { return person_.reference.starts_with(std::string{code} + "-"); });
    }

    /// A day of the adult life before the job, where the day of birth is known.
    Date before_the_job(int most_years)
    {
        const auto day = person_.started.plus_days(-dice_.between(30, 365 * most_years));
        return person_.born ? std::max(day, person_.born->plus_years(18)) : day;
    }

    void qualifications()
    {
        if (is_missing(8, 35) || known_.qualification.empty() || dice_.happens(5)) return;
        if (is_of(short_of_qualified) && person_.terms.front().role.starts_with("nursery")) {
            facts_.push_back({.kind = "qualification", .code = "other_1", .detail = "1", .on = before_the_job(9)});
            return;
        }
        facts_.push_back(
            {.kind = "qualification", .code = known_.qualification, .detail = std::string{known_.level}, .on = before_the_job(9)});
        if (known_.other_qualification.empty() || !dice_.happens(28)) return;
        facts_.push_back({.kind = "qualification",
                          .code = known_.other_qualification,
                          .detail = std::string{known_.other_level},
                          .on = before_the_job(4)});
    }

    /// Registrations that run out are renewed on one day for everybody; some were not, or nobody told.
    void status()
    {
        if (known_.status.empty() || is_missing(5, 25)) return;
        SampleFact fact{.kind = "professional_status", .code = known_.status};
        const bool is_numbered = known_.renewed_every > 0 || known_.status == "qts";
        if (known_.status == "social_worker")
            fact.number = fmt::format("SW99{:08}", dice_.next() % 100'000'000);
        else if (is_numbered)
            fact.number = fmt::format("99{}{:05}", known_.status.substr(0, 1), dice_.next() % 100'000);
        if (known_.renewed_every > 0) {
            const auto ends = *Date::of(last_.year() + dice_.between(0, known_.renewed_every - 1), 11, 30);
            fact.until = ends < last_ ? ends.plus_years(1) : ends;
            if (is_missing(2, 8)) fact.until = last_.plus_days(-dice_.between(20, 200));
        }
        if (known_.renewed_every == 0 || person_.works_on(last_))
            facts_.push_back(std::move(fact));
        else
            facts_.push_back({.kind = "professional_status", .code = known_.status, .number = fact.number});
    }

    void skills()
    {
        if (is_missing(15, 60)) return;
        if (!known_.skill.empty())
            facts_.push_back({.kind = "skill", .code = known_.skill, .detail = std::string{dice_.one_of(skill_grades)}});
        const auto start = static_cast<std::size_t>(dice_.between(0, static_cast<int>(shared_skills.size()) - 1));
        for (std::size_t i = 0; i < static_cast<std::size_t>(dice_.between(1, 3)); ++i) {
            const auto code = shared_skills[(start + i * 5) % shared_skills.size()];
            if (code != known_.skill) facts_.push_back({.kind = "skill", .code = code, .detail = std::string{dice_.one_of(skill_grades)}});
        }
        const bool is_likely = !person_.ethnicity.empty() && person_.ethnicity != "white_british" && person_.ethnicity != "refused";
        if (dice_.happens(is_likely ? 45 : 5))
            facts_.push_back(
                {.kind = "language", .code = language_for(dice_, person_.ethnicity), .detail = std::string{dice_.one_of(language_grades)}});
    }

    void check(std::string_view code, int days_before, std::string number = {})
    {
        facts_.push_back(
            {.kind = "check", .code = code, .detail = "clear", .on = person_.started.plus_days(-days_before), .number = std::move(number)});
    }

    std::string certificate() { return fmt::format("99{:010}", dice_.next() % 10'000'000'000U); }

    void checks()
    {
        if (is_missing(7, 30)) return;
        const auto before = dice_.between(4, 40);
        const bool is_employed = person_.terms.front().contract != "volunteer" && person_.terms.front().contract != "self_employed";
        check("identity", before + 6);
        if (is_employed) check("right_to_work", before + 6);
        if (!is_missing(6, 25)) check("references", before + 3);
        if (!is_missing(2, 12)) criminal_record(before);
        check("barred_list", before);
        if (!known_.further_check.empty() && !is_missing(6, 25)) check(known_.further_check, before + 2);
        if (known_.further_check == "section_128") check("prohibition", before + 2);
        if (dice_.happens(5)) check("overseas", before + 8);
        check_again();
    }

    /// The certificate; of some who have only begun it has not come yet, and they work supervised until it does.
    void criminal_record(int before)
    {
        auto number = certificate();
        if (person_.started <= last_.plus_days(-70) || person_.started.day() % 2 != 0) return check("criminal_record", before, std::move(number));
        facts_.push_back({.kind = "check", .code = "criminal_record", .detail = "pending", .on = person_.started.plus_days(-before)});
        check("risk_assessment", 1);
    }

    /// Local policy: the certificate is looked at again every three years, the declaration about childcare each year. Some are late.
    void check_again()
    {
        auto day = person_.started;
        while ((day = day.plus_years(3)) < until_)
            if (day > last_.plus_years(-4) && !dice_.happens(9))
                facts_.push_back({.kind = "check", .code = "criminal_record", .detail = "clear", .on = day, .number = certificate()});
        if (known_.further_check != "childcare_disqualification") return;
        const auto again = last_.plus_days(-dice_.between(10, 400));
        if (again > person_.started && again < until_)
            facts_.push_back({.kind = "check", .code = known_.further_check, .detail = "clear", .on = again});
    }

    void training(std::string_view code, int good_for)
    {
        auto day = recent_.plus_days(dice_.between(3, 300));
        const auto last_taught = is_of(behind_with_their_people) ? until_.plus_years(-2) : until_;
        for (; day <= last_taught; day = day.plus_years(std::max(good_for, 1)).plus_days(dice_.between(-40, 60))) {
            if (dice_.happens(12)) continue;
            facts_.push_back({.kind = "training",
                              .code = code,
                              .on = day,
                              .until = good_for > 0 ? std::optional{day.plus_years(good_for)} : std::nullopt,
                              .words = dice_.one_of(providers)});
            if (good_for == 0) return;
        }
    }

    void trainings()
    {
        if (is_missing(12, 50)) return;
        const auto role = person_.terms.front().role;
        const bool leads =
            role.ends_with("headteacher") || role.ends_with("manager") || role == "social_worker" || role == "health_visitor";
        training(leads                                                        ? "safeguarding_3"
                 : role.ends_with("support_staff") || role == "administrator" ? "safeguarding_1"
                                                                              : "safeguarding_2",
                 3);
        training("induction", 0);
        if (known_.training != "data_protection" || dice_.happens(50)) training(known_.training, 0);
        if (known_.further_check == "childcare_disqualification" && dice_.happens(85)) training("paediatric_first_aid", 3);
        if (dice_.happens(30)) training("prevent", 0);
        if (dice_.happens(15)) training("integrated_working", 0);
    }

    /// Supervision every six weeks or so and an appraisal a year: the last two of each are told.
    void meetings()
    {
        const auto role = person_.terms.front().role;
        const bool is_supervised = role.find("social") != role.npos || role.find("care") != role.npos ||
                                   role.find("support") != role.npos || role.find("nurs") != role.npos || role.find("youth") != role.npos ||
                                   role.find("health") != role.npos;
        if (is_missing(15, 60)) return;
        const auto longer_ago = is_of(behind_with_their_people) ? 260 : 0;
        for (const auto ago : {dice_.between(4, 60), dice_.between(80, 160)})
            if (const auto day = until_.plus_days(-ago - longer_ago); is_supervised && day > person_.started)
                facts_.push_back({.kind = "supervision", .code = {}, .on = day});
        for (const auto ago : {dice_.between(10, 360), dice_.between(380, 700)})
            if (const auto day = until_.plus_days(-ago - longer_ago); day > person_.started)
                facts_.push_back({.kind = "appraisal", .code = {}, .on = day});
    }

    /// Working days lost to sickness in each whole quarter of the last fifteen months, as employers that keep their records tell them. Of social workers the
    /// census tells. Dice of its own, so that nothing else of the area depends on them.
    void days_lost()
    {
        const auto role = person_.terms.front().role;
        const auto contract = person_.terms.front().contract;
        if (care_ == SampleCare::poor || role == "social_worker" || contract == "agency" || contract == "volunteer" || contract == "self_employed" || contract == "foster_carer") return;
        auto dice = dice_;
        auto quarter = *Date::of(last_.year() - 1, 1 + (last_.month() - 1) / 3 * 3, 1);
        for (auto next = quarter.plus_days(93); next <= last_; next = quarter.plus_days(93)) {
            next = *Date::of(next.year(), next.month(), 1);
            const auto from = std::max(quarter, person_.started), to = std::min(next.plus_days(-1), until_);
            quarter = next;
            if (to.plus_days(-30) < from) continue;  // a few weeks are not told
            const auto most = (to.days_since_epoch() - from.days_since_epoch()) * 10 / 7;  // half days of five days a week
            const auto halves = std::min(most, dice.happens(3) ? dice.between(40, 90) : dice.happens(35) ? dice.between(1, 12) : 0);
            facts_.push_back({.kind = "absence", .code = "sickness", .detail = halves % 2 == 0 ? std::to_string(halves / 2) : fmt::format("{}.5", halves / 2), .on = from, .until = to});
        }
    }

    Dice& dice_;
    const SamplePerson& person_;
    const RoleFacts& known_;
    SampleCare care_;
    Date last_, until_, recent_;
    std::vector<SampleFact> facts_;
};

}  // namespace

std::vector<SampleFact> compose_facts(Dice& dice, const SamplePerson& person, SampleCare care, Date last)
{
    return Telling{dice, person, care, last}.tell();
}

}  // namespace kith::app
