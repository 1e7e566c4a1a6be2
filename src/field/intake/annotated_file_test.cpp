#include "intake/annotated_file.hpp"

#include "files/csv_table.hpp"
#include "intake/staff_check.hpp"
#include "kit/intake_sample.hpp"

#include <gtest/gtest.h>

namespace kith::intake {

TEST(AnnotatedFile, HandsBackEveryRowWithWhatToMend)
{
    auto bytes = kit::staff_file({{.family_name = "\"=cmd()\"", .role = "helth visitor"}, {.staff_reference = "A2", .date_of_birth = "1990-01-01"}});
    auto area = kit::sample_area();
    auto check = check_staff("staff.csv", bytes, area);
    auto back = files::CsvTable::read(annotated({"staff.csv", bytes}, check.findings));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->rows(), 2U);
    EXPECT_EQ(back->header().back(), mend_column);
    EXPECT_EQ(back->cell(0, *back->column("what to mend")),
              "role: The role is not in the list of roles. Did you mean health_visitor (Health visitor)? The template's guide lists them all. The value is left out.");
    EXPECT_EQ(back->cell(1, *back->column("what to mend")), "");
    EXPECT_EQ(back->cells(0)[*back->column("family_name")], "'=cmd()");
    EXPECT_EQ(back->cell(0, *back->column("family_name")), "=cmd()");
}

TEST(AnnotatedFile, HandedInAgainSaysTheSameAndGrowsNoSecondColumn)
{
    auto bytes = kit::staff_file({{.fte = "60"}});
    auto area = kit::sample_area();
    auto first = check_staff("staff.csv", bytes, area);
    auto once = annotated({"staff.csv", bytes}, first.findings);
    auto second = check_staff("staff.csv", once, area);
    EXPECT_EQ(second.findings, first.findings);
    EXPECT_EQ(annotated({"staff.csv", once}, second.findings), once);
}

TEST(AnnotatedFile, IsEmptyForWhatIsNoCsv)
{
    EXPECT_EQ(annotated({"staff.xlsx", "PK\x03\x04xl/"}, {}), "");
}

}  // namespace kith::intake
