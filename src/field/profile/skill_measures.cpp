// Skills and languages: how many hold each, and who may be found through whom.
#include "profile/held.hpp"
#include "profile/measure.hpp"

namespace kith::profile {

namespace {

Panel languages(const Ground& ground) { return staff_by_fact(ground, workforce::FactKind::language, "Language"); }
Panel skills(const Ground& ground) { return staff_by_fact(ground, workforce::FactKind::skill, "Skill"); }

}  // namespace

std::vector<MeasureRow> skill_measures()
{
    constexpr std::string_view everyone = "Staff with an engagement in force on the day";
    constexpr std::string_view source = "Children's workforce minimum data set (IDeA, Walsall): skills and languages, as employers report them";
    return {
        {.measure = {.id = "profile.languages", .name = "Languages", .formula = "Staff who are reported to speak or sign each language; someone with two is in both", .population = everyone, .source = source},
         .section = "skills", .needs = "Languages", .missing = "Not taken as none: who reports nothing is counted beside it", .panel = languages},
        {.measure = {.id = "profile.skills", .name = "Skills", .formula = "Staff who are reported to have each skill; someone with two is in both", .population = everyone, .source = source},
         .section = "skills", .needs = "Skills", .missing = "Not taken as none: who reports nothing is counted beside it", .panel = skills},
    };
}

}  // namespace kith::profile
