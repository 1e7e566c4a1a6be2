// The files about what is dated in the partnership, from their bytes to the register and back, with what is wrong with them.
#include "db/change_set.hpp"
#include "intake/dated_kind.hpp"
#include "intake/partnership_kind.hpp"
#include "kit/databases.hpp"
#include "packs/packs.hpp"
#include "partnership/dated_register.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/staff_register.hpp"

#include <gtest/gtest.h>

namespace kith::intake {
namespace {

using namespace std::string_literals;

class DatedFiles : public kit::EachEngine {
protected:
    void SetUp() override
    {
        take(organisations_kind(packs_), "organisation_code,name,kind,ownership,sector\noak,Oak,school,public,education\nelm,Elm,school,public,education\ntrust,Trust,academy,public,education\n");
        take(settings_kind(packs_), "organisation,setting_code,name,kind,locality_code,locality_name\noak,main,Oak site,school,N,North\nelm,main,Elm site,school,N,North\n");
    }
    returns::Checked check(const returns::Kind& kind, std::string text, std::vector<returns::File> beside = {})
    {
        const returns::File file{"file.csv", std::move(text)};
        EXPECT_TRUE(kind.recognise(file.bytes)) << file.bytes;
        db::Reader reader{database()};
        returns::Handed handed{file, {}, {}, Date::of(2026, 11, 1).value(), reader};
        for (const auto& other : beside) handed.beside.push_back(&other);
        return kind.check(handed);
    }
    /// Accepts what can be taken; answers how many rows were written.
    std::int64_t take(const returns::Kind& kind, const std::string& text)
    {
        const returns::File file{"file.csv", text};
        db::Writer writer{database()};
        const auto checked = kind.check({file, {}, {}, Date::of(2026, 11, 1).value(), writer});
        EXPECT_EQ(checked.refusal, "");
        db::ChangeSet changes{writer, now(), {}, "test"};
        const auto accepted = kind.accept(changes, checked, now());
        last_ = changes.id();
        writer.commit();
        return accepted.rows;
    }
    /// The rules that a file breaks, in order.
    std::string rules(const returns::Kind& kind, std::string text)
    {
        std::string rules;
        for (const auto& finding : check(kind, std::move(text)).findings) rules += (rules.empty() ? "" : " ") + finding.rule + "@" + std::to_string(finding.line);
        return rules;
    }

    std::shared_ptr<const packs::Packs> packs_ = std::make_shared<const packs::Packs>(packs::built_in());
    std::int64_t last_ = 0;
};

TEST_P(DatedFiles, OrganisationsComeInFullAndAgainWithoutChange)
{
    const auto kind = organisations_kind(packs_);
    const auto text = "organisation_code,name,kind,ownership,sector,returns_every,contact_name,contact_job,contact_phone,contact_email,parent,parent_from,urn,charity\n"
                      "oak,Oak,school,public,education,monthly,Robin Vale,Office manager,01632 960001,office@oak.example,trust,1/9/2025,100001,\n"
                      "new,New,charity,pvi,education,,,,,,trust,,,1000001\n"s;
    EXPECT_EQ(rules(kind, text), "");
    EXPECT_EQ(take(kind, text), 6);
    EXPECT_EQ(take(kind, text), 0);
    db::Reader reader{database()};
    const auto oak = partnership::find_organisation_with_code(reader, "oak").value();
    EXPECT_EQ(oak.returns_every, "monthly");
    EXPECT_EQ(oak.contact.phone.reveal(), "01632 960001");
    EXPECT_EQ(partnership::all_organisation_links(reader).size(), 2u);
    EXPECT_EQ(partnership::find_organisation_with_number(reader, "urn", "100001", Date::of(2026, 1, 1).value()), oak.id);
    EXPECT_TRUE(partnership::find_organisation_with_number(reader, "charity", "1000001", Date::of(2026, 1, 1).value()));
}

TEST_P(DatedFiles, AnOrganisationMovesToAnotherParentOnADay)
{
    const auto kind = organisations_kind(packs_);
    const auto file = [](std::string parent, std::string from) { return "organisation_code,name,kind,ownership,sector,parent,parent_from\noak,Oak,school,public,education," + parent + "," + from + "\n"; };
    EXPECT_EQ(take(kind, file("trust", "1/9/2024")), 1);
    EXPECT_EQ(rules(kind, file("elm", "")), "P-LNK-6@2");
    EXPECT_EQ(rules(kind, file("oak", "1/9/2026")), "P-LNK-5@2");
    EXPECT_EQ(rules(kind, file("nowhere", "")), "P-LNK-4@2");
    EXPECT_EQ(take(kind, file("elm", "1/9/2026")), 2);
    db::Reader reader{database()};
    const auto links = partnership::all_organisation_links(reader);
    ASSERT_EQ(links.size(), 2u);
    EXPECT_EQ(links[0].span.until, Date::of(2026, 8, 31).value());
    EXPECT_EQ(links[1].span.from, Date::of(2026, 9, 1).value());
}

TEST_P(DatedFiles, SettingsComeInFull)
{
    const auto text = "organisation,setting_code,name,kind,tier,places,deprivation_band,ofsted_urn\noak,main,Oak site,school,targeted,40,3,EY999001\noak,two,Oak two,school,heavenly,many,11,12\n"s;
    EXPECT_EQ(rules(settings_kind(packs_), text), "P-SET-9@3 P-SET-10@3 P-SET-9@3 P-NUM-6@3");
    EXPECT_EQ(take(settings_kind(packs_), text), 3);
    db::Reader reader{database()};
    const auto oak = partnership::find_organisation_with_code(reader, "oak").value();
    const auto site = partnership::settings_of(reader, oak.id).at(0);
    EXPECT_EQ(site.tier, "targeted");
    EXPECT_EQ(site.places, 40);
    EXPECT_EQ(partnership::all_register_numbers(reader).at(0).setting, site.id);
    EXPECT_EQ(take(settings_kind(packs_), text), 0);
}

TEST_P(DatedFiles, LinksRefuseCirclesAndTwoParents)
{
    const auto kind = organisation_links_kind(packs_);
    EXPECT_EQ(rules(kind, "organisation,link,other,from,until\noak,parent,elm,,\nelm,parent,trust,,\ntrust,parent,oak,,\n"), "P-LNK-5@4");
    EXPECT_EQ(rules(kind, "organisation,link,other,from,until\noak,parent,elm,,\noak,parent,trust,1/1/2020,\n"), "P-LNK-5@3");
    EXPECT_EQ(rules(kind, "organisation,link,other,from,until\noak,married,elm,,\n,parent,elm,,\noak,parent,elm,31/2/2026,\noak,parent,elm,1/2/2026,1/1/2026\noak,merged_into,elm,,\nash,parent,elm,,\n"),
              "P-LNK-2@2 P-LNK-1@3 P-LNK-3@4 P-LNK-3@5 P-LNK-5@6 P-LNK-4@7");
    const auto good = "organisation,link,other,from,until\noak,parent,trust,1/9/2020,31/8/2024\nelm,merged_into,oak,1/9/2024,\n"s;
    EXPECT_EQ(take(kind, good), 2);
    EXPECT_EQ(take(kind, good), 0);
    EXPECT_EQ(rules(kind, "organisation,link,other,from,until\noak,merged_into,elm,1/9/2025,\n"), "P-LNK-5@2");
}

TEST_P(DatedFiles, ANumberClaimedByTwoIsFoundOut)
{
    const auto kind = register_numbers_kind(packs_);
    const auto header = "organisation,setting_code,number_kind,number,from,until\n"s;
    EXPECT_EQ(rules(kind, header + "oak,,urn,100001,,\nelm,,urn,100001,,\n"), "P-NUM-7@3");
    EXPECT_EQ(rules(kind, header + "oak,,School URN,12,,\noak,,passport,1,,\noak,attic,urn,100001,,\nash,,urn,100001,,\noak,,,,,\n"),
              "P-NUM-6@2 P-NUM-5@3 P-NUM-4@4 P-NUM-3@5 P-NUM-1@6 P-NUM-1@6");
    const auto good = header + "oak,,URN,100 001,,31/8/2025\noak,main,urn,100001,,\nelm,,urn,100002,,\n";
    EXPECT_EQ(take(kind, good), 3);
    EXPECT_EQ(take(kind, good), 0);
    EXPECT_EQ(rules(kind, header + "elm,,urn,100001,1/1/2024,\n"), "P-NUM-7@2");
    for (const auto& finding : check(kind, header + "oak,,urn,9876543,,\n").findings) EXPECT_EQ(finding.message.find("9876543"), std::string::npos);
}

TEST_P(DatedFiles, ClustersComeWithTheirSettingsOnceEach)
{
    const auto kind = clusters_kind(packs_);
    const auto header = "cluster_code,cluster_name,locality_code,organisation,setting_code,from,until\n"s;
    const auto good = header + "north,North cluster,N,oak,main,1/9/2024,\nnorth,,,elm,main,1/9/2024,\n";
    EXPECT_EQ(take(kind, good), 3);
    EXPECT_EQ(take(kind, good), 0);
    EXPECT_EQ(rules(kind, header + "north,,,oak,main,1/9/2025,\n"), "P-CLU-7@2") << "it is in it already at that time";
    EXPECT_EQ(rules(kind, header + "south,,,oak,main,,\nnorth,,Q,oak,,,\n,x,,,,,\nnorth,,,ash,main,,\nnorth,,,oak,attic,,\n"), "P-CLU-5@2 P-CLU-2@3 P-CLU-1@4 P-CLU-6@5 P-CLU-6@6");
    EXPECT_EQ(take(kind, header + "north,The north,,,,,\n"), 1);
    db::Reader reader{database()};
    EXPECT_EQ(partnership::all_clusters(reader).at(0).name, "The north");
    EXPECT_EQ(partnership::all_cluster_settings(reader).size(), 2u);
}

TEST_P(DatedFiles, TeamsAndTheirMembersComeAndOverlapsAreFoundOut)
{
    const auto teams = "team_code,name,team_kind,led_by,locality_code,from,until\nearly,Early help north,early_help_team,oak,N,1/9/2024,\n"s;
    EXPECT_EQ(take(teams_kind(packs_), teams), 1);
    EXPECT_EQ(take(teams_kind(packs_), teams), 0);
    EXPECT_EQ(rules(teams_kind(packs_), "team_code,name,team_kind,led_by,locality_code\n,a,panel,,\nb,B,choir,,\nc,C,panel,ash,\nd,D,panel,,Q\ne,E,panel,,\ne,E2,panel,,\n"),
              "P-TEA-1@2 P-TEA-2@3 P-TEA-4@4 P-TEA-5@5 P-TEA-6@7");
    const auto header = "team_code,standing,organisation,staff_reference,contact_name,contact_job,contact_phone,contact_email,from,until\n"s;
    const auto kind = team_members_kind(packs_);
    const auto good = header + "early,core,oak,,Robin Vale,Team leader,01632 960001,,1/9/2024,\nearly,virtual,elm,,,Health visitor,,,,\n";
    EXPECT_EQ(take(kind, good), 2);
    EXPECT_EQ(take(kind, good), 0);
    EXPECT_EQ(rules(kind, header + "early,core,oak,,robin vale,,,,1/9/2025,\n"), "P-MEM-9@2") << "a member already";
    EXPECT_EQ(rules(kind, header + "late,core,oak,,A,,,,,\nearly,half,oak,,A,,,,,\nearly,core,,,,,,,,\nearly,core,oak,X-1,,,,,,\nearly,core,oak,,B,,ask,,,\nearly,core,ash,,C,,,,,\n"),
              "P-MEM-6@2 P-MEM-2@3 P-MEM-5@4 P-MEM-8@5 P-MEM-4@6 P-MEM-7@7");
}

TEST_P(DatedFiles, NamedLinksComeForOrganisationsSettingsAndClusters)
{
    take(clusters_kind(packs_), "cluster_code,cluster_name,locality_code,organisation,setting_code,from,until\nnorth,North,N,oak,main,,\n");
    const auto kind = named_links_kind(packs_);
    const auto header = "link_kind,organisation,setting_code,cluster_code,contact_name,contact_job,contact_phone,contact_email,works_for,staff_reference,from,until\n"s;
    const auto good = header + "caf_link,oak,main,,Robin Vale,,01632 960001,,elm,,1/9/2024,\nSENCO,oak,,,Jo Marsh,,,jo@oak.example,,,,\ncluster_coordinator,,,north,Ash Lane,,01632 960002,,,,,\n";
    EXPECT_EQ(rules(kind, good), "");
    EXPECT_EQ(take(kind, good), 3);
    EXPECT_EQ(take(kind, good), 0);
    EXPECT_EQ(rules(kind, header + "caf_link,,,,A,,1234,,,,,\ncaf_lonk,oak,,,A,,1234,,,,,\ncaf_link,oak,,,,,,,,,,\ncaf_link,oak,,,A,,,,,,,\ncaf_link,,,south,A,,1234,,,,,\ncaf_link,oak,main,,Robin Vale,,01632 960001,,,,1/1/2026,\n"),
              "P-NAM-2@2 P-NAM-6@3 P-NAM-5@4 P-NAM-5@5 P-NAM-7@6 P-NAM-9@7");
    db::Writer writer{database()};
    ASSERT_TRUE(db::undo(writer, {.change_set = last_, .now = now(), .author = {}, .reason = "again"}));
}

TEST_P(DatedFiles, AWholeNewAreaIsCheckedInOneGo)
{
    const returns::File organisations{"o.csv", "organisation_code,name,kind,ownership,sector\nash,Ash,school,public,education\n"};
    const returns::File settings{"s.csv", "organisation,setting_code,name,kind\nash,main,Ash site,school\n"};
    const returns::File clusters{"c.csv", "cluster_code,cluster_name,organisation,setting_code\nsouth,South,ash,main\n"};
    const auto checked = check(named_links_kind(packs_), "link_kind,organisation,setting_code,cluster_code,contact_name,contact_phone\ncaf_link,ash,main,,Robin Vale,1234\ncaf_link,,,south,Robin Vale,1234\n",
                               {organisations, settings, clusters});
    EXPECT_TRUE(checked.findings.empty());
    EXPECT_EQ(checked.difference.writes, 2);
}

TEST_P(DatedFiles, TemplatesAndCodesAreThoseOfThePacks)
{
    for (const auto& kind : {organisation_links_kind(packs_), register_numbers_kind(packs_), clusters_kind(packs_), teams_kind(packs_), team_members_kind(packs_), named_links_kind(packs_), organisations_kind(packs_), settings_kind(packs_)}) {
        db::Reader reader{database()};
        EXPECT_TRUE(kind.recognise(kind.templates.at(0).bytes(reader))) << kind.id;
    }
    EXPECT_NE(partnership_codes(*packs_).find("register_number_kinds,ukprn"), std::string::npos);
}

KITH_ON_EACH_ENGINE(DatedFiles);

}  // namespace
}  // namespace kith::intake
