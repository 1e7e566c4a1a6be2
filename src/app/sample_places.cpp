#include "app/sample_places.hpp"

#include <fmt/format.h>

namespace kith::app {
namespace {
constexpr std::array given_starts{"Ad", "Bel", "Cor", "Da", "El", "Far", "Gwen", "Han", "Is", "Jo", "Kai", "Lu", "Ma", "Na", "Or",
                                  "Per", "Ra", "Sa", "Tam", "Vi", "Yas", "Zan"};
constexpr std::array given_ends{"a", "an", "da", "el", "en", "ia", "in", "ina", "is", "la", "lin", "mir", "nor", "ra", "ran", "ri", "tha", "ya"};
constexpr std::array family_starts{"Ash", "Brack", "Cop", "Dun", "Ever", "Fal", "Green", "Hol", "Ing", "Kel", "Lang", "Mar", "Nor",
                                   "Oak", "Pen", "Rad", "Sel", "Thorn", "Wen", "Yar", "Okon", "Patar", "Rahim", "Kowal"};
constexpr std::array family_ends{"bridge", "by", "combe", "den", "field", "ford", "grove", "ham", "ley", "more", "shaw", "stone", "wood", "worth", "well"};
constexpr std::array place_starts{"Alder", "Beacon", "Chapel", "Dove", "Elm", "Fern", "Gorse", "Hazel", "Kingfisher", "Larch", "Meadow",
                                  "Orchard", "Priory", "Quarry", "Rowan", "Silver", "Tanner's", "Willow", "Abbot's", "Mill"};
constexpr std::array place_ends{"Bank", "Brook", "Cross", "Edge", "Gate", "Green", "Hill", "Lane", "Moor", "Park", "Rise", "Road", "Vale", "View"};
}  // namespace

const std::vector<OrganisationPattern>& organisation_patterns()
{
    static const std::vector<OrganisationPattern> patterns{
        {"COU", "council", "public", "social_family_community", "Council children's services", "office", 1, 5,
         {{"social_worker", 34, 38}, {"family_support_worker", 20, 24}, {"educational_psychologist", 5, 6}, {"education_welfare_officer", 5, 6},
          {"youth_worker", 10, 12}, {"residential_care_worker", 12, 14}, {"foster_carer", 14, 16}, {"childrens_director", 1, 1},
          {"childrens_service_manager", 8, 9}}},
        {"PRI", "school", "public", "education", "Primary School", "school", 8, 1,
         {{"headteacher", 1, 1}, {"teacher", 5, 8}, {"teaching_assistant", 4, 7}, {"administrator", 1, 2}, {"school_support_staff", 1, 3}}},
        {"SEC", "academy", "public", "education", "High School", "school", 2, 1,
         {{"headteacher", 1, 1}, {"teacher", 22, 26}, {"teaching_assistant", 8, 10}, {"learning_mentor", 2, 3}, {"administrator", 3, 4}}},
        {"COL", "college", "public", "education", "College", "college", 1, 1, {{"college_lecturer", 8, 10}, {"learning_mentor", 2, 3}}},
        {"NHS", "health_trust", "public", "health", "Community Health NHS Trust", "clinic", 1, 4,
         {{"health_visitor", 22, 26}, {"school_nurse", 8, 10}, {"midwife", 10, 12}, {"speech_language_therapist", 5, 6},
          {"community_paediatrician", 3, 4}}},
        {"POL", "police", "public", "justice", "Police", "police_station", 1, 1, {{"child_protection_police_officer", 5, 6}}},
        {"YJS", "youth_justice", "public", "justice", "Youth Offending Team", "office", 1, 1,
         {{"youth_justice_worker", 6, 8}, {"social_worker", 1, 2}}},
        {"NUR", "nursery", "pvi", "early_years", "Nursery", "day_nursery", 13, 1,
         {{"nursery_manager", 1, 1}, {"nursery_worker", 5, 9}, {"early_years_teacher", 0, 1}, {"nursery_assistant", 1, 2}}},
        {"CHM", "childminder", "pvi", "early_years", "Childminding", "home_based", 5, 1, {{"childminder", 1, 1}}},
        {"VOL", "charity", "pvi", "youth", "Youth Project", "youth_centre", 3, 1,
         {{"youth_worker", 2, 3}, {"youth_support_worker", 2, 4}, {"volunteer_youth_worker", 2, 4}}},
        {"FAM", "charity", "pvi", "social_family_community", "Family Centre", "family_centre", 2, 1,
         {{"family_support_worker", 4, 6}, {"playworker", 1, 2}, {"childrens_volunteer", 1, 3}}},
        {"SPO", "sport_club", "pvi", "sport_culture", "Sports Trust", "sports_venue", 1, 1, {{"sports_coach", 5, 6}}},
    };
    return patterns;
}

const std::vector<SampleLocality>& sample_localities()
{
    static const std::vector<SampleLocality> localities{
        {"L1", "Northgate"}, {"L2", "Eastmoor"}, {"L3", "Southwick Vale"}, {"L4", "Westfield"}, {"L5", "Central"}};
    return localities;
}

std::string composed_given_name(Dice& dice) { return fmt::format("{}{}", dice.one_of(given_starts), dice.one_of(given_ends)); }
std::string composed_family_name(Dice& dice) { return fmt::format("{}{}", dice.one_of(family_starts), dice.one_of(family_ends)); }
std::string composed_place_name(Dice& dice) { return fmt::format("{} {}", dice.one_of(place_starts), dice.one_of(place_ends)); }

std::string composed_postcode(Dice& dice)
{
    constexpr std::string_view letters = "ABDEFGHJLNPQRSTUWXYZ";
    return fmt::format("ZZ{} {}{}{}", dice.between(1, 9), dice.between(1, 9), dice.one_of(letters), dice.one_of(letters));
}

}  // namespace kith::app
