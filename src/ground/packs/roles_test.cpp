// The role list covers every occupation named in figure 2 of the 2008 consultation "Building Brighter Futures" and the youth support
// workforce list of the Newcastle strategy of 2009. The names below are those occupations; what follows is Kith's code for each.
#include "packs/packs.hpp"

#include <gtest/gtest.h>

#include <array>
#include <span>

namespace kith::packs {
namespace {
struct Named {
    std::string_view occupation;
    std::string_view code;
};

constexpr std::array occupations_of_figure_2 = std::to_array<Named>({
    // schools workforce
    {"teacher", "teacher"}, {"head", "headteacher"}, {"deputy head", "deputy_headteacher"}, {"school support staff", "school_support_staff"},
    // children's workforce development council
    {"family centre worker", "family_centre_worker"}, {"family centre manager", "family_centre_manager"}, {"day centre worker", "day_centre_worker"},
    {"day centre manager", "day_centre_manager"}, {"residential children's home worker", "residential_care_worker"},
    {"residential children's home manager", "childrens_home_manager"}, {"registered childminder", "childminder"}, {"nanny", "nanny"},
    {"portage worker", "portage_worker"}, {"foster carer", "foster_carer"}, {"private foster carer", "private_foster_carer"},
    {"outreach worker", "family_support_worker"}, {"family support worker", "family_support_worker"},
    {"children and families social worker", "social_worker"}, {"learning mentor", "learning_mentor"},
    {"behaviour and education support worker", "behaviour_support_worker"}, {"education welfare officer", "education_welfare_officer"},
    {"educational psychologist", "educational_psychologist"}, {"other therapist working with children", "childrens_therapist"},
    {"connexions personal adviser", "personal_adviser"}, {"cafcass family court adviser", "family_court_adviser"},
    {"support worker with children and families", "support_worker"}, {"education support worker", "education_support_worker"},
    {"playgroup manager", "playgroup_manager"}, {"playgroup deputy manager", "playgroup_deputy"}, {"playgroup assistant", "playgroup_assistant"},
    {"playgroup worker", "playgroup_worker"}, {"children's centre manager", "childrens_centre_manager"},
    {"children's centre deputy manager", "childrens_centre_deputy"}, {"children's centre worker", "childrens_centre_worker"},
    {"day nursery manager", "nursery_manager"}, {"day nursery deputy manager", "nursery_deputy_manager"},
    {"day nursery assistant", "nursery_assistant"}, {"day nursery worker", "nursery_worker"}, {"nursery school manager", "nursery_school_manager"},
    {"nursery school worker", "nursery_school_worker"}, {"nursery class worker in a primary school", "nursery_class_worker"},
    {"lead inspector of registered children's services", "lead_inspector"}, {"volunteer with children, not otherwise named", "childrens_volunteer"},
    // justice
    {"young offender institution manager", "young_offender_institution_manager"}, {"young offender institution staff", "young_offender_institution_worker"},
    {"secure training centre manager", "secure_training_centre_manager"}, {"secure training centre worker", "secure_training_centre_worker"},
    {"secure children's home manager", "secure_home_manager"}, {"secure children's home worker", "secure_home_worker"},
    {"youth offending team manager", "youth_justice_manager"}, {"youth offending team worker", "youth_justice_worker"},
    {"police officer in schools", "school_police_officer"}, {"police officer in community liaison", "community_police_officer"},
    {"child protection police officer", "child_protection_police_officer"}, {"policing and law enforcement worker", "police_officer"},
    {"community safety and crime prevention worker", "community_safety_worker"}, {"supervision of offenders worker", "probation_officer"},
    {"community rehabilitation worker", "rehabilitation_worker"}, {"custodial care officer", "custodial_officer"},
    {"detention officer", "custodial_officer"}, {"secure escort officer", "secure_escort"}, {"monitoring services officer", "monitoring_officer"},
    {"prosecution services worker", "prosecutor"}, {"court services worker", "court_officer"},
    // lifelong learning
    {"youth worker", "youth_worker"}, {"parenting education and family learning worker", "family_learning_worker"},
    {"community learning and development worker", "community_learning_worker"}, {"further education worker", "college_lecturer"},
    {"higher education worker", "university_lecturer"}, {"work-based learning trainer", "work_based_trainer"},
    {"library, archive and information worker", "library_worker"},
    // health
    {"health visitor", "health_visitor"}, {"school nurse", "school_nurse"}, {"community children's nurse", "community_childrens_nurse"},
    {"teenage pregnancy worker", "teenage_pregnancy_worker"}, {"community paediatrician", "community_paediatrician"},
    {"camhs practitioner", "camhs_practitioner"}, {"paediatrician", "paediatrician"},
    {"children's allied health professional", "childrens_allied_health_professional"}, {"sick children's nurse", "childrens_nurse"},
    {"child psychologist", "child_psychologist"}, {"gp", "general_practitioner"},
    {"primary and community health practitioner", "community_health_practitioner"}, {"dental practitioner", "dental_practitioner"},
    {"drugs and alcohol worker", "substance_misuse_worker"}, {"sexual health worker", "sexual_health_worker"},
    {"clinical practitioner", "hospital_practitioner"}, {"hospital clinical practitioner", "hospital_practitioner"},
    // active leisure and play
    {"playworker", "playworker"}, {"coach", "sports_coach"}, {"sports official", "sports_official"},
    {"sport and recreation worker", "sports_development_worker"}, {"health and fitness worker", "fitness_instructor"},
    {"outdoor education and recreation worker", "outdoor_education_worker"},
    // creative and cultural
    {"cultural heritage worker", "heritage_worker"}, {"museum and gallery worker", "museum_worker"}, {"archaeology worker", "heritage_worker"},
    {"musician", "musician"}, {"music educator", "music_teacher"}, {"performing artist", "performing_artist"}, {"visual artist", "visual_artist"},
    {"literary artist", "writer"}, {"community artist", "community_artist"}, {"design and crafts worker", "craft_worker"},
});

constexpr std::array youth_support_workforce = std::to_array<Named>({
    {"youth worker", "youth_worker"}, {"unpaid youth worker", "volunteer_youth_worker"}, {"connexions personal adviser", "personal_adviser"},
    {"school and college based learning mentor", "learning_mentor"}, {"education welfare officer", "education_welfare_officer"},
    {"attendance worker", "attendance_worker"}, {"youth justice worker", "youth_justice_worker"}, {"youth support worker", "youth_support_worker"},
    {"substance misuse worker", "substance_misuse_worker"}, {"young people's drugs rehabilitation worker", "young_peoples_drugs_worker"},
    {"housing support worker", "housing_worker"}, {"health and emotional well-being worker", "emotional_wellbeing_worker"},
    {"leaving care worker", "leaving_care_worker"}, {"outdoor sports leader", "outdoor_sports_leader"},
});

void expect_covered(const CodeList& roles, std::span<const Named> occupations)
{
    for (const auto& named : occupations) {
        const auto* code = roles.recognise(named.occupation);
        ASSERT_NE(code, nullptr) << named.occupation;
        EXPECT_EQ(code->code, named.code) << named.occupation;
    }
}
}  // namespace

TEST(Roles, CoverEveryOccupationNamedInFigure2AndTheYouthList)
{
    auto packs = built_in();
    expect_covered(packs.list("roles"), occupations_of_figure_2);
    expect_covered(packs.list("roles"), youth_support_workforce);
}

TEST(Roles, EachHasASectorABreadthAndASource)
{
    auto packs = built_in();
    for (const auto& role : packs.list("roles").codes()) {
        EXPECT_NE(packs.list("sectors").find(role.parent), nullptr) << role.code;
        EXPECT_NE(packs.list("breadth").find(role.attribute("breadth")), nullptr) << role.code;
        EXPECT_FALSE(role.source.empty()) << role.code;
    }
}

}  // namespace kith::packs
