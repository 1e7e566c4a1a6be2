#include "web/form.hpp"

#include <gtest/gtest.h>

using namespace kith;
using web::Form;

namespace {

Form with_date(std::string day, std::string month, std::string year)
{
    return Form{{{"left-day", day}, {"left-month", month}, {"left-year", year}}, {}};
}

std::string problem_of(const Form& form) { return form.date("left", "Leaving date").error().message; }

}  // namespace

TEST(Form, KeepsAnswersAsGivenAndReadsThemTrimmed)
{
    Form form{{{"name", "  Oak House "}, {"sector", "health"}, {"sector", "youth"}}, {}};
    EXPECT_EQ(form.text("name"), "Oak House");
    EXPECT_EQ(form.as_given("name"), "  Oak House ");
    EXPECT_EQ(form.all("sector"), (std::vector<std::string>{"health", "youth"}));
    EXPECT_FALSE(form.has("role"));
    EXPECT_EQ(form.text("role"), "");
}

TEST(Form, ReadsADateFromThreeBoxes)
{
    EXPECT_EQ(with_date("27", "3", " 2026 ").date("left", "Leaving date")->iso(), "2026-03-27");
}

TEST(Form, SaysWhatADateLacks)
{
    EXPECT_EQ(problem_of(with_date("", "", "")), "Enter leaving date");
    EXPECT_EQ(problem_of(with_date("27", "3", "")), "Leaving date must include a year");
    EXPECT_EQ(problem_of(with_date("", "", "2026")), "Leaving date must include a day and a month");
    EXPECT_EQ(problem_of(with_date("27", "3", "26")), "Leaving date must have a year of 4 numbers");
    EXPECT_EQ(problem_of(with_date("31", "2", "2026")), "Leaving date must be a real date, for example 27 3 2026");
    EXPECT_EQ(problem_of(with_date("x", "2", "2026")), "Leaving date must be a real date, for example 27 3 2026");
    EXPECT_EQ(Form{}.date("check", "DBS date").error().message, "Enter DBS date");
}

TEST(Form, TakesAnEmptyDateWhereItMayBeLeftOut)
{
    auto date = Form{}.optional_date("left", "Leaving date");
    ASSERT_TRUE(date);
    EXPECT_FALSE(date->has_value());
}

TEST(Form, FillsOnlyWhatWasNotAnswered)
{
    Form form{{{"name", ""}}, {}};
    form.fill("name", "stored").fill("town", "Westfield");
    EXPECT_EQ(form.text("name"), "");
    EXPECT_EQ(form.text("town"), "Westfield");
}

TEST(Form, ShowsTheFirstProblemOfAField)
{
    Form form;
    form.add({.field = "name", .message = "Enter a name"}).add({.field = "name", .message = "Second"});
    EXPECT_EQ(form.error("name"), "Enter a name");
    EXPECT_FALSE(form.error("town"));
}
