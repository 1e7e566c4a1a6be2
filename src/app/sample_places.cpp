#include "app/sample_places.hpp"

#include <fmt/format.h>

namespace kith::app {
namespace {
constexpr std::array<SampleLocality, 15> localities{{{"L1", "Northgate"}, {"L2", "Eastmoor"}, {"L3", "Southwick Vale"}, {"L4", "Westfield"}, {"L5", "Central"},
                                                     {"L6", "Harbourside"}, {"L7", "Castle Hill"}, {"L8", "Longmead"}, {"L9", "Riverbank"}, {"L10", "Stonecross"},
                                                     {"L11", "Upper Dene"}, {"L12", "Lower Dene"}, {"L13", "Saltmarsh"}, {"L14", "Parkside"}, {"L15", "Weir End"}}};

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

static const std::vector<OrganisationPattern>& small_patterns()
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

/// About 6,000 posts of 296 organisations; the four providers of adult social care come on top.
static const std::vector<OrganisationPattern>& large_patterns()
{
    static const std::vector<OrganisationPattern> patterns{
        {"COU", "council", "public", "social_family_community", "Council children's services", "office", 1, 15,
         {{"childrens_director", 1, 1}, {"childrens_service_manager", 38, 40}, {"team_supervisor", 44, 48}, {"social_worker", 330, 340},
          {"social_work_assistant", 38, 42}, {"family_support_worker", 150, 160}, {"leaving_care_worker", 24, 26}, {"independent_reviewing_officer", 15, 17},
          {"parenting_practitioner", 15, 17}, {"educational_psychologist", 17, 19}, {"education_welfare_officer", 19, 22}, {"portage_worker", 6, 7},
          {"youth_worker", 48, 52}, {"youth_support_worker", 38, 42}, {"residential_care_worker", 68, 74}, {"childrens_home_manager", 4, 4},
          {"foster_carer", 170, 190}, {"administrator", 76, 84}}},
        {"PRI", "school", "public", "education", "Primary School", "school", 62, 1,
         {{"headteacher", 1, 1}, {"deputy_headteacher", 1, 1}, {"teacher", 7, 12}, {"special_needs_coordinator", 0, 1}, {"teaching_assistant", 7, 11},
          {"higher_level_teaching_assistant", 0, 2}, {"administrator", 1, 2}, {"school_support_staff", 2, 4}}},
        {"SEC", "academy", "public", "education", "High School", "school", 12, 1,
         {{"headteacher", 1, 1}, {"deputy_headteacher", 2, 3}, {"teacher", 38, 50}, {"special_needs_coordinator", 1, 1}, {"teaching_assistant", 12, 18},
          {"higher_level_teaching_assistant", 2, 4}, {"learning_mentor", 3, 4}, {"attendance_worker", 1, 1}, {"administrator", 5, 7}}},
        {"SPE", "school", "public", "education", "Special School", "special_school", 3, 1,
         {{"headteacher", 1, 1}, {"deputy_headteacher", 1, 1}, {"teacher", 12, 15}, {"teaching_assistant", 26, 32}, {"administrator", 2, 3}}},
        {"COL", "college", "public", "education", "College", "college", 2, 1, {{"college_lecturer", 16, 20}, {"learning_mentor", 4, 6}}},
        {"NHS", "health_trust", "public", "health", "Community Health NHS Trust", "clinic", 2, 8,
         {{"senior_manager", 3, 4}, {"health_visitor", 80, 90}, {"school_nurse", 22, 26}, {"midwife", 36, 42}, {"nursery_nurse", 26, 30},
          {"childrens_nurse", 20, 24}, {"speech_language_therapist", 20, 24}, {"occupational_therapist_children", 7, 9}, {"physiotherapist_children", 7, 9},
          {"camhs_practitioner", 16, 20}, {"community_paediatrician", 9, 11}, {"child_health_support_worker", 12, 15}}},
        {"GPS", "general_practice", "public", "health", "Surgery", "clinic", 10, 1, {{"general_practitioner", 2, 4}, {"practice_nurse", 1, 2}}},
        {"POL", "police", "public", "justice", "Police", "police_station", 1, 1, {{"child_protection_police_officer", 16, 18}, {"school_police_officer", 5, 6}}},
        {"YJS", "youth_justice", "public", "justice", "Youth Justice Service", "office", 1, 1, {{"youth_justice_manager", 2, 2}, {"youth_justice_worker", 26, 30}}},
        {"PRB", "probation", "public", "justice", "Probation Service", "office", 1, 1, {{"probation_officer", 7, 9}}},
        {"NUR", "nursery", "pvi", "early_years", "Nursery", "day_nursery", 88, 1,
         {{"nursery_manager", 1, 1}, {"nursery_deputy_manager", 0, 1}, {"nursery_worker", 6, 10}, {"early_years_teacher", 0, 1}, {"nursery_assistant", 1, 3}}},
        {"PRE", "preschool", "pvi", "early_years", "Pre-school", "preschool", 26, 1, {{"playgroup_manager", 1, 1}, {"playgroup_worker", 3, 5}, {"playgroup_assistant", 1, 2}}},
        {"CHM", "childminder", "pvi", "early_years", "Childminding", "home_based", 48, 1, {{"childminder", 1, 1}}},
        {"VOL", "charity", "pvi", "youth", "Youth Project", "youth_centre", 12, 1,
         {{"youth_worker", 2, 3}, {"youth_support_worker", 2, 4}, {"volunteer_youth_worker", 2, 4}}},
        {"FAM", "charity", "pvi", "social_family_community", "Family Centre", "family_centre", 6, 1,
         {{"family_centre_manager", 1, 1}, {"family_support_worker", 4, 6}, {"playworker", 1, 2}, {"childrens_volunteer", 1, 3}}},
        {"CHH", "childrens_home", "pvi", "social_family_community", "House", "childrens_home", 5, 1, {{"childrens_home_manager", 1, 1}, {"residential_care_worker", 11, 14}}},
        {"FOS", "fostering_agency", "pvi", "social_family_community", "Fostering", "office", 2, 1, {{"social_worker", 4, 5}, {"foster_carer", 8, 12}}},
        {"SPO", "sport_club", "pvi", "sport_culture", "Sports Trust", "sports_venue", 6, 1, {{"sports_coach", 5, 6}}},
        {"ART", "arts_body", "pvi", "sport_culture", "Arts", "library_museum", 3, 1, {{"library_worker", 2, 3}, {"music_teacher", 2, 3}}},
        {"HOU", "housing", "pvi", "social_family_community", "Homes", "community", 3, 1, {{"housing_worker", 4, 6}}},
        {"COM", "community_group", "pvi", "social_family_community", "Community Group", "community", 2, 1, {{"childrens_volunteer", 3, 5}}},
    };
    return patterns;
}

const std::vector<OrganisationPattern>& organisation_patterns(SampleSize size) { return size == SampleSize::small ? small_patterns() : large_patterns(); }

std::span<const SampleLocality> sample_localities(SampleSize size)
{
    constexpr std::size_t small = 5;
    return size == SampleSize::small ? std::span{localities}.first(small) : std::span{localities};
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
