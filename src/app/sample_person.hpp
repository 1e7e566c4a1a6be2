#pragma once
// The people of the fictional area: who held which post when, on which terms, and what their employer knows of them. Composed whole first;
// files are what was known of them on a day. Only the sample uses it.
#include "app/dice.hpp"
#include "app/sample_partnership.hpp"
#include "base/date.hpp"
#include "base/quantity.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::app {

/// Terms of the one job from a day on.
struct SampleTerms {
    Date from;
    std::string_view role;
    std::string_view contract;
    Fte fte;
};

/// One fact as a file of facts has it. Codes are of the packs.
struct SampleFact {
    std::string_view kind;
    std::string_view code;
    std::string detail = {};
    std::optional<Date> on = {};
    std::optional<Date> until = {};
    std::string number = {};
    std::string_view words = {};
};

struct SamplePerson {
    std::string reference;
    std::string family_name, given_name;
    std::optional<Date> born;                     ///< none: the employer does not know it
    std::string_view sex, ethnicity, disability;  ///< empty: not asked
    std::string_view origin, reason, destination;
    Date started;
    std::optional<Date> ended;
    std::vector<SampleTerms> terms;  ///< the first from `started`
    const SamplePlace* place = nullptr;
    std::string_view pattern, terms_set, pension;
    int yearly_pay = 0;   ///< pounds, for full time; nought: unpaid or not told
    bool is_paid_by_hour = false;
    std::string_view seconded_to;  ///< code of who has borrowed them, or empty
    std::string manager;  ///< reference, or empty
    int caseload = 0;
    bool is_bare = false;           ///< the employer knows nothing of qualifications and checks
    std::vector<SampleFact> facts;  ///< by day

    bool is_known_on(Date day) const { return started <= day; }
    bool works_on(Date day) const { return started <= day && (!ended || day <= *ended); }
    const SampleTerms& terms_on(Date day) const
    {
        const SampleTerms* held = &terms.front();
        for (const auto& one : terms)
            if (one.from <= day) held = &one;
        return *held;
    }
    const SampleFact* latest(std::string_view kind, std::string_view code, Date day) const
    {
        const SampleFact* found = nullptr;
        for (const auto& fact : facts)
            if (fact.kind == kind && (code.empty() || fact.code == code) && (!fact.on || *fact.on <= day)) found = &fact;
        return found;
    }
};

/// How well an employer keeps its records.
enum class SampleCare { careful, slack, poor };

/// A post that stood empty, as a vacancies file has it.
struct SampleVacancy {
    std::string reference;
    std::string_view role;
    std::string_view contract;
    Fte fte;
    const SamplePlace* place = nullptr;
    Date from;
    std::optional<Date> filled;
    int post = 0;     ///< number of the post among its employer's
    Date first_held;  ///< since when the first holder that is known was in it
};

/// An employer's staff through the years.
struct SampleStaff {
    std::vector<SamplePerson> people;
    std::vector<SampleVacancy> vacancies;
    int in_post = 0;
};

/// Everyone who holds one of the employer's posts on a day from `first` to `last`. `careful` employers leave nothing out.
SampleStaff compose_staff(Dice& dice, const SampleEmployer& employer, Date first, Date last, SampleCare care);

/// What someone in that role holds, has learnt and was checked for, by day, up to `last`.
std::vector<SampleFact> compose_facts(Dice& dice, const SamplePerson& person, SampleCare care, Date last);

}  // namespace kith::app
