// The main job from end to end, on both engines: files through the stages of a return into the registers, and back again.
#include "intake/kinds.hpp"
#include "kit/databases.hpp"
#include "kit/intake_sample.hpp"
#include "partnership/organisation_register.hpp"
#include "returns/file_import.hpp"
#include "returns/return_standing.hpp"

namespace kith::intake {
namespace {

constexpr const char* organisations = "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on\r\n"
                                      "OAK,Oak Trust,nursery,pvi,early_years,,\r\nELM,Elm Trust,nursery,pvi,early_years,,\r\n";
constexpr const char* settings = "organisation,setting_code,name,kind,locality_code,locality_name,postcode\r\n"
                                 "OAK,OAK-1,Oak Nursery,day_nursery,NORTH,North,\r\n";

class WholeWay : public kit::EachEngine {
protected:
    WholeWay()
    {
        desk_.kinds = kinds_with({}, std::make_shared<const packs::Packs>(packs::built_in()), {});
        desk_.organisations.list = [](db::Reader&, const access::Reach&) { return std::vector<returns::OrganisationName>{}; };
        desk_.organisations.find = [](db::Reader& reader, std::string_view code) -> std::optional<returns::OrganisationName> {
            const auto found = partnership::find_organisation_with_code(reader, code);
            if (!found) return std::nullopt;
            return returns::OrganisationName{found->id, found->public_id, found->code, found->name};
        };
    }

    returns::ImportAnswer import(std::vector<returns::File> files, bool accept = true, std::string organisation = {})
    {
        return returns::import_files(database(), desk_, {.files = std::move(files), .organisation = std::move(organisation), .accept = accept},
                                     [this] { return now(); });
    }
    void have_the_area()
    {
        const auto answer = import({{"settings.csv", settings}, {"organisations.csv", organisations}});
        ASSERT_EQ(answer.exit_code, 0) << answer.text;
    }
    access::OrganisationId oak()
    {
        db::Reader reader{database()};
        return partnership::find_organisation_with_code(reader, "OAK")->id;
    }
    /// What the register holds of OAK, without keys: they differ from set to set, the rest must not.
    std::vector<std::string> held()
    {
        db::Reader reader{database()};
        std::vector<std::string> lines;
        for (const auto& held : workforce::load_view(reader, oak(), {}).records) {
            for (const auto& job : held.engagements) {
                for (const auto& terms : job.terms) {
                    lines.push_back(fmt::format("{} {} {} {} {} {} {} {}", held.record.reference, held.record.family_name.reveal(), job.engagement.reference,
                                                job.engagement.started_on.iso(), job.engagement.ended_on ? job.engagement.ended_on->iso() : "-",
                                                terms.terms.from_on.iso(), terms.terms.role_code, terms.terms.fte ? terms.terms.fte->text() : "-"));
                }
            }
        }
        return lines;
    }
    Result<returns::HandedIn> try_undo(const PublicId& return_id)
    {
        db::Writer writer{database()};
        const auto handed_in = returns::find_handed_in(writer, return_id, access::Reach::everything()).value();
        auto undone = returns::undo_return(writer, desk_, handed_in, "A test", {.account = {}, .words = "A test"}, now());
        if (undone) writer.commit();
        return undone;
    }
    void undo(const PublicId& return_id)
    {
        const auto undone = try_undo(return_id);
        ASSERT_TRUE(undone) << undone.error().message;
    }
    returns::Desk desk_;
};

std::string staff_of_three()
{
    return kit::staff_file({{.staff_reference = "A1"}, {.staff_reference = "A2", .family_name = "Okafor", .fte = "1"},
                            {.staff_reference = "A3", .family_name = "Lind", .fte = "0.25"}});
}

TEST_P(WholeWay, OrganisationsSettingsAndStaffComeInByTheirFiles)
{
    have_the_area();
    const auto answer = import({{"staff.csv", staff_of_three()}});
    EXPECT_EQ(answer.exit_code, 0) << answer.text;
    EXPECT_TRUE(answer.files.at(0).taken);
    EXPECT_EQ(answer.files[0].checked.rows, 3);
    ASSERT_EQ(held().size(), 3U);
    EXPECT_EQ(held()[0], "A1 Reyes from-2019-04-01 2019-04-01 - 2019-04-01 health_visitor 0.6");
}

TEST_P(WholeWay, TheSameFileTwiceWritesNothing)
{
    have_the_area();
    import({{"staff.csv", staff_of_three()}});
    const auto before = held();
    const auto again = import({{"staff.csv", staff_of_three()}});
    EXPECT_EQ(again.files.at(0).checked.difference.writes, 0) << again.text;
    EXPECT_EQ(held(), before);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM staff_record"), 3);
    const auto places = import({{"organisations.csv", organisations}, {"settings.csv", settings}});
    for (const auto& file : places.files) EXPECT_EQ(file.checked.difference.writes, 0) << places.text;
}

TEST_P(WholeWay, ASmallFileMendsWhatTheListWasAskedAbout)
{
    workforce::NumberKeeper numbers;
    numbers.mark = [](std::string_view text) { return "+" + returns::hash_of(text).substr(0, 32); };
    desk_.kinds = kinds_with({}, std::make_shared<const packs::Packs>(packs::built_in()), numbers);
    have_the_area();
    const auto open = [this] {
        db::Reader reader{database()};
        return returns::standings(reader).at(oak()).open_queries;
    };
    const std::string header = "organisation,staff_reference,family_name,date_of_birth,role,contract,fte,hours,start_date\r\n";
    import({{"list.csv", header + "OAK,A1,Reyes,,health_visitor,permanent,0.6,22.2,01/04/2019\r\nOAK,A2,Okafor,03/02/1980,health_visitor,permanent,1,10,01/04/2019\r\n"
                                  "OAK,A3,Lind,04/02/1981,health_visitor,permanent,1,37,01/04/2019\r\nOAK,A4,Moss,05/02/1982,health_visitor,permanent,1,37,01/04/2019\r\n"
                                  "OAK,A5,Hale,06/02/1983,health_visitor,permanent,1,37,01/04/2019\r\n"}});
    const auto asked = open();
    ASSERT_GE(asked, 2) << "a birth date that is missing, and hours that are not the FTE's";
    import({{"few.csv", "organisation,staff_reference,role,fte,start_date\r\nOAK,A1,health_visitor,0.6,01/04/2019\r\n"}});
    EXPECT_EQ(open(), asked) << "nothing was changed";
    const auto mended = import({{"mended.csv", "organisation,staff_reference,role,date_of_birth,start_date\r\nOAK,A1,health_visitor,02/02/1979,01/04/2019\r\n"}});
    ASSERT_TRUE(mended.files.at(0).taken) << mended.text;
    EXPECT_EQ(open(), asked - 1) << "the birth date";
    import({{"hours.csv", "organisation,staff_reference,role,hours,start_date\r\nOAK,A2,health_visitor,37,01/04/2019\r\n"}});
    EXPECT_EQ(open(), asked - 2) << "the hours";
}

TEST_P(WholeWay, AnUndoneReturnLeavesTheRegisterAsItWas)
{
    have_the_area();
    import({{"staff.csv", staff_of_three()}});
    const auto before = held();
    const auto changed = kit::staff_file({{.staff_reference = "A1", .fte = "0.8", .terms_from = "2026-09-01"}, {.staff_reference = "A2", .family_name = "Okafor",
                                          .fte = "1", .end_date = "2026-08-31"}, {.staff_reference = "A4", .family_name = "Moss"}});
    auto order = returns::ImportOrder{.files = {{"staff.csv", changed}}, .accept = true, .confirm_ends = true};
    const auto answer = returns::import_files(database(), desk_, order, [this] { return now(); });
    ASSERT_TRUE(answer.files.at(0).taken) << answer.text;
    EXPECT_NE(held(), before);
    undo(*answer.files[0].return_id);
    EXPECT_EQ(held(), before);
}

TEST_P(WholeWay, TheSamePeopleUnderNewReferencesStopTheReturn)
{
    have_the_area();
    import({{"staff.csv", staff_of_three()}});
    const auto renumbered = kit::staff_file({{.staff_reference = "701"}, {.staff_reference = "702", .family_name = "Okafor", .fte = "1"},
                                             {.staff_reference = "703", .family_name = "Lind", .fte = "0.25"}});
    returns::ImportOrder order{.files = {{"staff.csv", renumbered}}, .accept = true, .confirm_ends = true};
    const auto stopped = returns::import_files(database(), desk_, order, [this] { return now(); });
    EXPECT_FALSE(stopped.files.at(0).taken);
    EXPECT_EQ(stopped.files.at(0).checked.difference.seem_held, 3) << stopped.text;
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM staff_record"), 3);
    order.confirm_others = true;
    EXPECT_TRUE(returns::import_files(database(), desk_, order, [this] { return now(); }).files.at(0).taken);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM staff_record"), 6);
}

TEST_P(WholeWay, PlacesThatStaffWorkInAreNotUndoneUnderThem)
{
    const auto places = import({{"organisations.csv", organisations}, {"settings.csv", settings}});
    ASSERT_EQ(places.exit_code, 0) << places.text;
    const auto staff = import({{"staff.csv", staff_of_three()}});
    const auto refused = try_undo(*places.files.at(0).return_id);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("or builds on them: "), std::string::npos) << refused.error().message;
    undo(*staff.files.at(0).return_id);
    undo(*places.files.at(1).return_id);
    undo(*places.files.at(0).return_id);
}

TEST_P(WholeWay, AReturnBelongsToTheOneOrganisationThatItsRowsName)
{
    have_the_area();
    const auto of = [this](const returns::ImportAnswer& answer) {
        db::Reader reader{database()};
        return returns::find_handed_in(reader, *answer.files.at(0).return_id, access::Reach::everything())->organisation;
    };
    EXPECT_EQ(of(import({{"staff.csv", staff_of_three()}})), oak());
    const auto elsewhere = kit::staff_file({{.staff_reference = "A1"}, {.organisation = "NOWHERE", .staff_reference = "A9"}});
    EXPECT_EQ(of(import({{"staff.csv", elsewhere}})), std::nullopt) << "a row names one that is not known";
}

TEST_P(WholeWay, AFileThatLeavesPeopleOutEndsNobody)
{
    have_the_area();
    import({{"staff.csv", staff_of_three()}});
    const auto answer = import({{"staff.csv", kit::staff_file({{.staff_reference = "A1"}})}});
    EXPECT_EQ(answer.files.at(0).checked.difference.ends, 0);
    EXPECT_EQ(held().size(), 3U);
}

TEST_P(WholeWay, FaultyRowsStayOutAndTheOthersComeIn)
{
    have_the_area();
    const auto answer = import({{"staff.csv", kit::staff_file({{.staff_reference = "A1"}, {.staff_reference = "A2", .start_date = "31/02/2020"}})}});
    EXPECT_EQ(answer.exit_code, 1) << answer.text;
    EXPECT_TRUE(answer.files.at(0).taken);
    EXPECT_EQ(held().size(), 1U);
}

TEST_P(WholeWay, ACheckAloneWritesNothing)
{
    const auto answer = import({{"settings.csv", settings}, {"organisations.csv", organisations}}, false);
    EXPECT_EQ(answer.exit_code, 0) << "settings find the organisations beside them: " << answer.text;
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM organisation"), 0);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM handed_in"), 0);
}

TEST_P(WholeWay, AWholeNewAreaIsCheckedInOneGo)
{
    const auto staff = kit::staff_file({{.staff_reference = "A1"}, {.staff_reference = "A2", .family_name = "Okafor", .setting = "OAK-2"}});
    const auto answer = import({{"staff.csv", staff}, {"settings.csv", settings}, {"organisations.csv", organisations}}, false);
    const auto& checked = answer.files.at(2).checked;
    EXPECT_EQ(checked.rows, 2) << answer.text;
    EXPECT_EQ(checked.can_take, 2) << answer.text;
    ASSERT_EQ(checked.findings.size(), 1U) << answer.text;
    EXPECT_EQ(checked.findings[0].rule, "K-SETTING-1") << "of a setting that no file beside would add";
    EXPECT_EQ(checked.difference.headings.at(0).count, 2);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM organisation"), 0);
}

TEST_P(WholeWay, ANewSettingOfAnOldOrganisationIsSeenBesideItsStaff)
{
    have_the_area();
    const std::string more = "organisation,setting_code,name,kind,locality_code,locality_name,postcode\r\nOAK,OAK-2,Oak Annexe,day_nursery,SOUTH,South,\r\n";
    const auto staff = kit::staff_file({{.staff_reference = "A1", .setting = "OAK-2", .locality = ""}});
    const auto answer = import({{"staff.csv", staff}, {"settings.csv", more}}, false);
    EXPECT_EQ(answer.exit_code, 0) << answer.text;
    EXPECT_EQ(answer.files.at(1).checked.difference.headings.at(0).count, 1);
}

TEST_P(WholeWay, WorkplacesAndTheirStaffAreCheckedInOneGo)
{
    const std::string workplaces = "LOCALESTID,STATUS,ESTNAME,POSTCODE,ESTTYPE,MAINSERVICE\r\nASH,NEW,Ash House,LS1 2RP,6,23\r\n";
    const std::string staff = "LOCALESTID,UNIQUEWORKERID,DOB,STARTDATE,EMPLSTATUS,MAINJOBROLE,CONTHOURS\r\nASH,w1,27/03/1984,01/04/2019,1,8,37\r\n";
    const auto answer = import({{"workers.csv", staff}, {"workplaces.csv", workplaces}}, false);
    EXPECT_EQ(answer.files.at(1).checked.can_take, 1) << answer.text;
    EXPECT_EQ(answer.files.at(1).checked.difference.headings.at(0).count, 1) << answer.text;
}

TEST_P(WholeWay, AnyBytesAreRefusedInWordsOrFoundFaulty)
{
    have_the_area();
    const auto sound = staff_of_three();
    for (std::size_t cut = 0; cut < sound.size(); cut += 37) {
        const auto answer = import({{"staff.csv", sound.substr(0, cut)}}, false, "OAK");
        EXPECT_NE(answer.text, "");
        EXPECT_EQ(answer.exit_code == 2, !answer.files.at(0).refusal.empty()) << cut;
    }
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM staff_record"), 0);
}

KITH_ON_EACH_ENGINE(WholeWay);

}  // namespace
}  // namespace kith::intake
