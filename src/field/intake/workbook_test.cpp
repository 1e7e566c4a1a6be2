// Workbooks as returns: the template that explains itself, every kind taken from a sheet, findings by sheet and row, and the sheet handed back.
#include "intake/annotated_file.hpp"
#include "intake/partnership_kind.hpp"
#include "intake/profile.hpp"
#include "intake/staff_check.hpp"
#include "intake/staff_return_kind.hpp"
#include "intake/staff_workbook.hpp"
#include "files/xlsx_writer.hpp"
#include "intake/workplace.hpp"
#include "kit/intake_sample.hpp"
#include "kit/workbook_parts.hpp"
#include "partnership/organisation_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace kith::intake {
namespace {
using kit::sample_packs;

/// The CSV text as one sheet of a workbook, cells as texts.
std::string as_workbook(std::string csv, std::string_view sheet = "Staff")
{
    auto table = files::Table::read(std::move(csv)).value();
    files::XlsxWriter writer;
    writer.sheet("Notes").text("Ours").end_row();
    writer.sheet(sheet);
    for (auto name : table.header()) writer.text(name);
    writer.end_row();
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (std::size_t column = 0; column < table.header().size(); ++column) writer.text(table.cell(row, column));
        writer.end_row();
    }
    return std::move(writer).bytes();
}

std::vector<std::string> rules_in(const returns::Findings& findings)
{
    std::vector<std::string> rules;
    for (const auto& finding : findings) rules.push_back(finding.rule);
    return rules;
}

std::string cell(const std::string& place, const std::string& text) { return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>"; }
const std::string header = "<row r=\"1\">" + cell("A1", "staff_reference") + cell("B1", "role") + cell("C1", "start_date") + cell("D1", "fte") + "</row>";
}  // namespace

TEST(StaffWorkbook, OpensAsAStaffReturnWhoseExamplesAreLeftOut)
{
    auto area = kit::sample_area();
    auto bytes = staff_workbook(sample_packs());
    EXPECT_EQ(recognise_start(bytes), &kith_staff_profile());
    auto alone = check_staff("staff-return.xlsx", bytes, area);
    EXPECT_THAT(alone.refusal, testing::HasSubstr("nobody but the made-up people"));
    auto table = files::Table::read(bytes, {.limits = {}, .wanted = [](const auto& names) { return recognise(names) != nullptr; }, .sheet = {}}).value();
    EXPECT_EQ(table.origin().sheet, "Staff");
    EXPECT_THAT(table.origin().other_sheets, testing::ElementsAre("Read me first", "Codes"));
    EXPECT_EQ(table.cell(0, *table.column("role")), "Health visitor");
    EXPECT_EQ(table.kind(0, *table.column("start_date")), files::CellKind::date);
}

TEST(StaffWorkbook, OffersEveryCodeOfTheLiveListsByANameThatTheReaderKnows)
{
    auto codes = files::Table::read(staff_workbook(sample_packs()), {.limits = {}, .wanted = {}, .sheet = "Codes"}).value();
    const auto& roles = sample_packs().list("roles");
    auto place = codes.column(roles.title());
    ASSERT_TRUE(place);
    for (std::size_t row = 0; row < roles.codes().size(); ++row) EXPECT_EQ(roles.recognise(codes.cell(row, *place)), &roles.codes()[row]);
}

TEST(StaffWorkbook, IsTakenAsTheSameFileInCsvIs)
{
    auto area = kit::sample_area();
    auto csv = kit::staff_file({{.role = "helth visitor"}, {.staff_reference = "A2", .family_name = "Okafor", .date_of_birth = "1990-01-01", .fte = "0.6", .start_date = "01/04/2019"}});
    auto from_csv = check_staff("staff.csv", csv, area);
    auto from_sheet = check_staff("staff.xlsx", as_workbook(csv), area);
    EXPECT_EQ(from_sheet.can_take, from_csv.can_take);
    auto view = workforce::RegisterView{.organisation = kit::oak, .records = {}};
    EXPECT_EQ(fingerprint_of(difference_of(*from_sheet.file, view, sample_packs(), area.today()).plan),
              fingerprint_of(difference_of(*from_csv.file, view, sample_packs(), area.today()).plan));
    const auto of = [&](std::string_view rule) { return std::ranges::find(from_sheet.findings, rule, &returns::Finding::rule); };
    ASSERT_NE(of("K-SHEET-1"), from_sheet.findings.end());
    EXPECT_EQ(of("K-SHEET-1")->message, "Of this workbook the sheet Staff was read. Not read: Notes.");
    ASSERT_NE(of("K-ROLE-2"), from_sheet.findings.end());
    EXPECT_EQ(of("K-ROLE-2")->file, "staff.xlsx, sheet Staff");
    EXPECT_EQ(of("K-ROLE-2")->line, 2);
}

TEST(StaffWorkbook, TellsMergedCellsErrorsUnworkedFormulasHiddenRowsAndStrayCells)
{
    auto area = kit::sample_area();
    const std::string rest = "<c r=\"D3\"><v>0.6</v></c></row>";
    auto check = check_staff("s.xlsx", kit::workbook({{"Main", "<row r=\"1\">" + cell("A1", "Our staff") + "</row>" +
        "<row r=\"2\">" + cell("A2", "staff_reference") + cell("B2", "role") + cell("C2", "start_date") + cell("D2", "fte") + "</row>" +
        "<row r=\"3\">" + cell("A3", "1") + cell("B3", "teacher") + cell("C3", "2019-04-01") + rest +
        "<row r=\"4\" hidden=\"1\">" + cell("A4", "2") + cell("C4", "2019-04-01") + cell("F4", "stray") + "</row>" +
        "<row r=\"5\">" + cell("A5", "3") + "<c r=\"B5\" t=\"e\"><f>X</f><v>#N/A</v></c>" + cell("C5", "2019-04-01") + "</row>" +
        "<row r=\"6\">" + cell("A6", "4") + cell("B6", "teacher") + "<c r=\"C6\"><f>TODAY()</f></c></row>",
        "<mergeCells><mergeCell ref=\"B3:B4\"/></mergeCells>"}}), area);
    EXPECT_THAT(rules_in(check.findings), testing::IsSupersetOf({"K-SHEET-2", "K-SHEET-3", "K-SHEET-4", "K-SHEET-5", "K-SHEET-6", "K-SHEET-7"}));
    EXPECT_TRUE(check.file->rows[1].taken);
    EXPECT_EQ((*check.file->rows[1].role)->code, "teacher");
    EXPECT_FALSE(check.file->rows[2].taken);
    EXPECT_FALSE(check.file->rows[3].taken);
    EXPECT_EQ(check.can_take, 2);
}

TEST(StaffWorkbook, SaysOfEachTroubledCellItsColumnAndNothingElse)
{
    auto area = kit::sample_area();
    auto check = check_staff("s.xlsx", kit::workbook({{"Main", "<row r=\"1\">" + cell("A1", "staff_reference") + cell("B1", "family_name") + cell("C1", "start_date") + cell("D1", "fte") + cell("E1", "role") + "</row>" +
        "<row r=\"2\">" + cell("A2", "1") + "<c r=\"B2\" t=\"str\"><f>X</f></c>" + cell("C2", "2019-04-01") + cell("D2", "1") + cell("E2", "teacher") + "</row>" +
        "<row r=\"3\">" + cell("A3", "2") + cell("B3", "Vale") + "<c r=\"C3\"><f>TODAY()</f></c>" + cell("D3", "1") + cell("E3", "teacher") + "</row>" +
        "<row r=\"4\">" + cell("A4", "3") + "<c r=\"B4\" t=\"str\"><f>\"\"</f><v></v></c>" + cell("C4", "2019-04-01") + cell("D4", "half") + cell("E4", "teacher") + "</row>"}}), area);
    std::vector<std::tuple<std::int64_t, std::string, std::string>> said;
    for (const auto& finding : check.findings)
        if (finding.rule.starts_with("K-SHEET") || finding.rule.starts_with("K-START") || finding.rule.starts_with("K-FTE")) said.emplace_back(finding.line, finding.rule, finding.column);
    using Said = std::tuple<std::int64_t, std::string, std::string>;
    EXPECT_THAT(said, testing::UnorderedElementsAre(Said{2, "K-SHEET-4", "family_name"}, Said{3, "K-SHEET-4", "start_date"}, Said{4, "K-FTE-1", "fte"}));
    EXPECT_FALSE(check.file->rows[0].taken);
}

TEST(StaffWorkbook, ReadsDaysOfA1904WorkbookFourYearsLater)
{
    auto area = kit::sample_area();
    const std::string styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    const std::string rows = header + "<row r=\"2\">" + cell("A2", "1") + cell("B2", "teacher") + "<c r=\"C2\" s=\"1\"><v>42094</v></c><c r=\"D2\"><v>1</v></c></row>";
    auto check = check_staff("s.xlsx", kit::workbook({{"S", rows}}, {.styles = styles, .from_1904 = true}), area);
    EXPECT_EQ(check.file->rows[0].start_date->iso(), "2019-04-01");
}

TEST(StaffWorkbook, RefusesABombInWords)
{
    auto area = kit::sample_area();
    auto bomb = kit::workbook({{"S", header + "<row r=\"2\">" + cell("A2", std::string(30'000'000, '7')) + "</row>"}});
    EXPECT_THAT(check_staff("s.xlsx", bomb, area).refusal, testing::HasSubstr("unpacks to far more"));
    EXPECT_EQ(recognise_start(bomb), nullptr);
}

TEST(AnnotatedWorkbook, HandsTheSheetBackWithEachRowAtItsNumber)
{
    auto area = kit::sample_area();
    auto bytes = kit::workbook({{"Main", "<row r=\"2\">" + cell("A2", "staff_reference") + cell("B2", "role") + cell("C2", "start_date") + cell("D2", "fte") + "</row>" +
        "<row r=\"5\">" + cell("A5", "007") + cell("B5", "helth visitor") + cell("C5", "2019-04-01") + "<c r=\"D5\"><v>0.6</v></c></row>"}});
    auto first = check_staff("s.xlsx", bytes, area);
    auto back = annotated({"s.xlsx", bytes}, first.findings);
    auto table = files::Table::read(back).value();
    EXPECT_EQ(table.origin().sheet, "Main");
    EXPECT_EQ(table.header_line(), 2U);
    ASSERT_EQ(table.rows(), 1U);
    EXPECT_EQ(table.line(0), 5U);
    EXPECT_EQ(table.cell(0, 0), "007");
    EXPECT_EQ(table.kind(0, 3), files::CellKind::number);
    EXPECT_THAT(std::string{table.cell(0, *table.column(mend_column))}, testing::HasSubstr("role: The role is not in the list of roles. Did you mean health_visitor"));
    auto again = check_staff("s.xlsx", back, area);
    EXPECT_EQ(again.findings, first.findings);
}

TEST(AnnotatedWorkbook, KeepsEverySheetAsItCame)
{
    auto area = kit::sample_area();
    const auto staff = "<row r=\"1\">" + cell("A1", "Our school") + "</row>" + "<row r=\"3\">" + cell("A3", "staff_reference") + cell("B3", "role") + cell("C3", "start_date") + "</row>" +
                       "<row r=\"4\">" + cell("A4", "007") + cell("B4", "helth visitor") + cell("C4", "2019-04-01") + "</row>";
    const auto notes = "<row r=\"2\">" + cell("B2", "Kept by the office") + "<c r=\"D2\"><v>12.5</v></c></row>";
    const auto bytes = kit::workbook({{"Notes", notes}, {"Staff", staff}, {.name = "Lists", .rows = "<row r=\"1\">" + cell("A1", "teacher") + "</row>", .hidden = true}});
    const auto first = check_staff("s.xlsx", bytes, area);
    const auto back = files::XlsxWorkbook::open(annotated({"s.xlsx", bytes}, first.findings)).value();
    ASSERT_EQ(back.sheets().size(), 3U);
    EXPECT_EQ(back.sheets()[0].name, "Notes");
    EXPECT_EQ(back.sheets()[1].name, "Staff");
    EXPECT_EQ(back.sheets()[2].name, "Lists");
    EXPECT_TRUE(back.sheets()[2].hidden);
    std::vector<std::string> seen;
    files::TextStore texts;
    for (const auto& sheet : back.sheets()) {
        ASSERT_TRUE(back.read(sheet, texts, [&](const files::XlsxRow& row) {
            for (const auto& one : row.cells) seen.push_back(sheet.name + files::column_letters(one.column) + std::to_string(row.number) + "=" + std::string{one.text});
            return true;
        }));
    }
    EXPECT_THAT(seen, testing::ElementsAre("NotesB2=Kept by the office", "NotesD2=12.5", "StaffA1=Our school", "StaffA3=staff_reference", "StaffB3=role", "StaffC3=start_date",
                                           "StaffD3=" + std::string{mend_column}, "StaffA4=007", "StaffB4=helth visitor", "StaffC4=2019-04-01", testing::AllOf(testing::StartsWith("StaffD4="), testing::HasSubstr("role: The role is not")), "ListsA1=teacher"));
}

TEST(AnnotatedWorkbook, SaysWhatToMendOnTheSheetThatWasChecked)
{
    const auto sheet = [](const std::string& reference) {
        return "<row r=\"1\">" + cell("A1", "Pay No") + cell("B1", "Post") + "</row><row r=\"2\">" + cell("A2", reference) + cell("B2", "Cook") + "</row>";
    };
    const auto bytes = kit::workbook({{"Old", sheet("1")}, {"New", sheet("2")}});
    const returns::Findings findings{{.file = "pay.xlsx, sheet New", .line = 2, .column = "Post", .rule = "K-ROLE-1", .severity = returns::Severity::warning, .message = "Mend this."}};
    const auto back = annotated({"pay.xlsx", bytes}, findings);
    const auto old = files::Table::read(back, {.limits = {}, .wanted = {}, .sheet = "Old"}).value(), fresh = files::Table::read(back, {.limits = {}, .wanted = {}, .sheet = "New"}).value();
    EXPECT_FALSE(old.column(mend_column));
    ASSERT_TRUE(fresh.column(mend_column));
    EXPECT_EQ(fresh.cell(0, *fresh.column(mend_column)), "Post: Mend this.");
}

TEST(EveryKind, TakesAWorkbook)
{
    auto packs = std::make_shared<const packs::Packs>(packs::built_in());
    const auto organisations = organisations_kind(packs);
    const auto settings = settings_kind(packs);
    const auto workplaces = workplaces_kind(packs);
    const auto of = as_workbook(partnership::organisation_template(), "Partners");
    EXPECT_TRUE(organisations.recognise(of));
    EXPECT_FALSE(settings.recognise(of));
    EXPECT_TRUE(settings.recognise(as_workbook(partnership::setting_template())));
    const auto places = as_workbook("LOCALESTID,STATUS,ESTNAME\r\nW1,NEW,Ash House\r\n");
    EXPECT_TRUE(workplaces.recognise(places));
    EXPECT_EQ(check_workplaces("w.xlsx", places, kit::sample_area()).can_take, 1);
    EXPECT_THAT(workplaces_named_in(places), testing::ElementsAre("w1"));
}

}  // namespace kith::intake
