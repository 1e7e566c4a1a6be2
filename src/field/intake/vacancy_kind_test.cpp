// The vacancies file from its bytes to the plan, and through the stages of a return.
#include "intake/vacancy_file.hpp"

#include "kit/intake_sample.hpp"

#include <gtest/gtest.h>

namespace kith::intake {
namespace {

constexpr const char* header = "organisation,vacancy_reference,post_reference,role,setting,locality,contract,fte,vacant_from,advertised_on,offered_on,filled_on,closed_on,hard_to_fill\r\n";

struct Read {
    VacancyFile file;
    std::string rules;  ///< "2 V-ROLE-2 " for each finding
};

Read read(const std::string& rows, std::string_view head = header)
{
    static const auto surroundings = kit::sample_area();
    const auto table = files::Table::read(std::string{head} + rows).value();
    Read read{read_vacancies("v.csv", table, surroundings), {}};
    for (const auto& finding : read.file.findings) read.rules += std::to_string(finding.line) + " " + finding.rule + " ";
    return read;
}

TEST(VacancyFile, ReadsRowsByColumnNamesAndCodesByAnyName)
{
    const auto one = read("OAK,V1,P7,Health visitor,OAK-1,NORTH,permanent,0.6,1/9/2026,10/9/2026,,,,Pay is less than elsewhere\r\n");
    EXPECT_EQ(one.rules, "");
    ASSERT_EQ(one.file.rows.size(), 1U);
    const auto& vacancy = one.file.rows[0].vacancy;
    EXPECT_EQ(vacancy.wanted.role_code, "health_visitor");
    EXPECT_EQ(vacancy.hard_to_fill, "pay");
    EXPECT_EQ(vacancy.vacant_from.iso(), "2026-09-01");
    EXPECT_EQ(one.file.rows[0].post_reference, "P7");
    EXPECT_TRUE(vacancy.wanted.setting);
}

TEST(VacancyFile, SaysWhereWhatAndWhatToDo)
{
    EXPECT_EQ(read("NOWHERE,V1,,health_visitor,,,,1,1/9/2026,,,,,\r\n").rules, "2 V-ORG-1 ");
    EXPECT_EQ(read("OAK,V1,,helth_visitor,,,,1,1/9/2026,,,,,\r\n").rules, "2 V-ROLE-2 ");
    EXPECT_NE(read("OAK,V1,,helth_visitor,,,,1,1/9/2026,,,,,\r\n").file.findings[0].message.find("Did you mean health_visitor"), std::string::npos);
    EXPECT_EQ(read("OAK,V1,,health_visitor,ELM-9,,,1,1/9/2026,,,,,\r\n").rules, "2 V-SETTING-1 ");
    EXPECT_EQ(read("OAK,V1,,health_visitor,,,,lots,1/9/2026,,,,,\r\n").rules, "2 V-FTE-3 ");
    EXPECT_EQ(read("OAK,V1,,health_visitor,,,,1,,,,,,\r\n").rules, "2 V-DATE-8 ");
    EXPECT_EQ(read("OAK,V1,,health_visitor,,,,1,31/2/2026,,,,,\r\n").rules, "2 V-DATE-9 ");
    EXPECT_EQ(read("OAK,V1,,health_visitor,,,,1,1/9/2026,,,,,\r\nOAK,v1,,health_visitor,,,,1,1/9/2026,,,,,\r\n").rules, "3 V-REF-3 ");
    EXPECT_EQ(read("OAK,,,health_visitor,,,,1,1/9/2026,,,,,\r\n").rules, "2 V-REF-1 ");
    EXPECT_EQ(read("OAK,V1,,health_visitor,,NOWHERE,sometimes,1,1/9/2026,,,,,unwanted\r\n").rules, "2 V-CONTRACT-1 2 V-HARD-2 2 V-LOCALITY-1 ");
}

TEST(VacancyFile, IsComparedWithWhatIsHeld)
{
    const auto first = read("OAK,V1,,health_visitor,,,,1,1/9/2026,,,,,\r\nOAK,V2,P7,health_visitor,,,,1,1/9/2026,,,,,\r\n");
    const auto oak = first.file.rows[0].organisation->id;
    auto fresh = difference_of(first.file, oak, {});
    EXPECT_EQ(fresh.added, 2);
    HeldVacancies held;
    std::int64_t next = 1;
    for (auto entry : fresh.plan.entries) {
        entry.vacancy.id = workforce::VacancyId{next++};
        if (!entry.post_reference.empty()) {
            held.posts.push_back({.id = workforce::PostId{3}, .organisation = oak, .reference = entry.post_reference});
            entry.vacancy.post = workforce::PostId{3};
        }
        held.vacancies.push_back(entry.vacancy);
    }
    const auto same = difference_of(first.file, oak, held);
    EXPECT_EQ(same.unchanged, 2);
    EXPECT_TRUE(same.plan.entries.empty());
    const auto filled = difference_of(read("OAK,V1,,health_visitor,,,,1,1/9/2026,,,1/10/2026,,\r\n").file, oak, held);
    EXPECT_EQ(filled.changed, 1);
    EXPECT_EQ(filled.plan.entries.at(0).vacancy.id, workforce::VacancyId{1});
}

}  // namespace
}  // namespace kith::intake
