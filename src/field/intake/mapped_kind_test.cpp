// An extract from payroll on its whole way, on both engines: unknown, asked about, mapped, checked, taken, known again, changed, undone.
#include "intake/mapped_kind.hpp"

#include "intake/kinds.hpp"
#include "intake/mapping_draft.hpp"
#include "intake/mapping_register.hpp"
#include "kit/databases.hpp"
#include "kit/intake_sample.hpp"
#include "partnership/organisation_register.hpp"
#include "returns/file_import.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::intake {
namespace {

constexpr const char* places = "organisation,setting_code,name,kind,locality_code,locality_name,postcode\r\nOAK,OAK-1,Oak Nursery,day_nursery,NORTH,North,\r\n";
constexpr const char* owners = "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on\r\nOAK,Oak Trust,nursery,pvi,early_years,40,\r\n";
const std::string payroll = "Pay No,Employee Name,DOB,Post,Basis,Hrs,Location,Started,Tax Code\r\n"
                            "1001,\"Example, Ann\",23/04/1984,Nursery nurse,Perm,37,Oak Nursery,01/09/2019,1257L\r\n"
                            "1002,\"Sample, Bob\",03/04/1990,Nursery nurse,Perm,18.5,Oak Nursery,15/01/2021,1257L\r\n";

class MappedKind : public kit::EachEngine {
protected:
    MappedKind()
    {
        packs_ = std::make_shared<const packs::Packs>(packs::built_in());
        desk_.kinds = kinds_with({}, packs_, {});
        desk_.organisations.list = [](db::Reader&, const access::Reach&) { return std::vector<returns::OrganisationName>{}; };
        desk_.organisations.find = [](db::Reader& reader, std::string_view code) -> std::optional<returns::OrganisationName> {
            const auto found = partnership::find_organisation_with_code(reader, code);
            if (!found) return std::nullopt;
            return returns::OrganisationName{found->id, found->public_id, found->code, found->name};
        };
        EXPECT_EQ(import({{"settings.csv", places}, {"organisations.csv", owners}}, {}, true).exit_code, 0);
    }
    returns::ImportAnswer import(std::vector<returns::File> files, std::string mapping = {}, bool accept = false)
    {
        const bool is_places = files.size() > 1;
        return returns::import_files(database(), desk_, {.files = std::move(files), .mapping = std::move(mapping), .organisation = is_places ? "" : "OAK", .accept = accept},
                                     [this] { return now(); });
    }
    /// What a person who trusts every guess would save.
    ColumnMapping guessed(const std::string& bytes)
    {
        db::Reader reader{database()};
        const auto owner = partnership::find_organisation_with_code(reader, "OAK").value();
        const Surroundings around{*packs_, now().date_in_london(), partnership::all_organisations(reader), partnership::all_settings(reader), partnership::all_localities(reader), owner.id};
        const auto table = files::CsvTable::read(bytes).value();
        auto mapping = begin_draft(table, around, {}, {}, "Payroll").mapping();
        mapping.organisation = owner.id;
        return mapping;
    }
    ColumnMapping told(const std::string& bytes)
    {
        auto mapping = guessed(bytes);
        db::Writer writer{database()};
        db::ChangeSet changes{writer, now(), {.account = {}, .actor = "command line"}, "A test"};
        mapping = add(changes, std::move(mapping), now()).value();
        writer.commit();
        return mapping;
    }
    std::size_t records()
    {
        db::Reader reader{database()};
        return workforce::load_view(reader, partnership::find_organisation_with_code(reader, "OAK")->id, {}).records.size();
    }
    std::shared_ptr<const packs::Packs> packs_;
    returns::Desk desk_;
};

TEST_P(MappedKind, AsksWhatUnknownColumnsMean)
{
    const auto answer = import({{"payroll.csv", payroll}});
    EXPECT_EQ(answer.exit_code, 2);
    EXPECT_THAT(answer.files[0].refusal, testing::HasSubstr("tell it once what the columns mean"));
    EXPECT_EQ(answer.files[0].checked.rows, 2);
    const auto kept = import({{"payroll.csv", payroll}}, {}, true);
    EXPECT_FALSE(kept.files[0].taken);
}

TEST_P(MappedKind, IsTakenOnceToldAndKnownAgain)
{
    const auto mapping = told(payroll);
    const auto answer = import({{"payroll.csv", payroll}}, {}, true);
    ASSERT_TRUE(answer.files[0].taken) << answer.text;
    EXPECT_EQ(records(), 2U);
    EXPECT_EQ(answer.files[0].checked.mapping, reference_of(mapping));
    EXPECT_THAT(answer.files[0].checked.format, testing::HasSubstr("“Payroll”, version 1"));
    const auto again = import({{"payroll.csv", payroll}});
    EXPECT_EQ(again.files[0].checked.difference.writes, 0) << "the same file twice changes nothing";
    db::Reader reader{database()};
    const auto view = workforce::load_view(reader, mapping.organisation.value(), {});
    EXPECT_EQ(view.records[0].record.family_name.reveal(), "Example");
    EXPECT_EQ(view.records[1].engagements[0].terms[0].terms.fte->text(), "0.5");
}

TEST_P(MappedKind, TakesTheMappingThatIsNamed)
{
    told(payroll);
    EXPECT_EQ(import({{"payroll.csv", payroll}}, "payroll").files[0].refusal, "");
    EXPECT_THAT(import({{"payroll.csv", payroll}}, "Personnel").files[0].refusal, testing::HasSubstr("no mapping in use called Personnel"));
}

TEST_P(MappedKind, SaysWhatChangedInTheHeader)
{
    told(payroll);
    auto changed = payroll;
    changed.replace(changed.find("Hrs"), 3, "Weekly hours worked");
    const auto answer = import({{"payroll.csv", changed}});
    EXPECT_THAT(answer.files[0].refusal, testing::AllOf(testing::HasSubstr("New: Weekly hours worked."), testing::HasSubstr("No longer there: Hrs.")));
}

TEST_P(MappedKind, LeavesOtherFormatsToTheirOwnKinds)
{
    const auto is = [&](std::string_view bytes) {
        const auto* kind = returns::recognise(desk_.kinds, bytes);
        return kind == nullptr ? std::string{} : kind->id;
    };
    EXPECT_EQ(is(payroll), "extract");
    EXPECT_EQ(is(kit::staff_file({{}})), "staff");
    EXPECT_EQ(is(owners), "organisations");
    EXPECT_EQ(is(std::string("\x89PNG\r\n\x1a\n\0\0\0", 11)), "");
    EXPECT_EQ(is(""), "");
    EXPECT_EQ(is("one column\r\n1\r\n"), "");
}

TEST_P(MappedKind, RefusesAHeaderWithTheSameNameTwice)
{
    const auto answer = import({{"payroll.csv", "Pay No,Notes,Notes\r\n1,a,b\r\n"}});
    EXPECT_EQ(answer.exit_code, 2);
    EXPECT_THAT(answer.files[0].refusal, testing::HasSubstr("Notes"));
}

KITH_ON_EACH_ENGINE(MappedKind);

}  // namespace
}  // namespace kith::intake
