#include "intake/difference_words.hpp"

#include <gtest/gtest.h>

namespace kith::intake {
namespace {

/// Everything that the difference of one person says.
std::string said(const std::function<void(DifferenceWords&)>& change)
{
    const auto packs = packs::built_in();
    DifferenceWords words{packs};
    StaffRow row;
    row.staff_reference = SaidText::of("A1");
    words.begin(row, {.reference = "A1"});
    change(words);
    words.end();
    std::string text;
    for (const auto& heading : words.difference({}, 1).headings)
        for (const auto& sample : heading.samples) text += sample.words + "\n";
    return text;
}

TEST(DifferenceSamples, SayThatPayChangesAndNotWhatItBecomes)
{
    workforce::EngagementTerms before{.from_on = {}, .pay = Pence{1234}, .pay_period = "hour", .pension_scheme = "lgps"};
    auto after = before;
    after.pay = Pence{5678};
    after.pension_scheme = "teachers";
    const auto text = said([&](DifferenceWords& words) { words.changed_terms({.id = {}, .terms = after, .changed = true, .line = 2, .before = before}); });
    EXPECT_NE(text.find("pay changes, pension scheme changes"), std::string::npos) << text;
    for (const auto* hidden : {"12.34", "56.78", "1234", "5678", "Pension Scheme", "lgps"}) EXPECT_EQ(text.find(hidden), std::string::npos) << text;
}

TEST(DifferenceSamples, SayThatEqualityChangesAndNotWhatItBecomes)
{
    workforce::StaffRecord before{.reference = "A1", .ethnicity = "white_roma", .disability = "disabled"};
    auto after = before;
    after.ethnicity = "white_irish";
    const auto text = said([&](DifferenceWords& words) { words.changed_record(before, after); });
    EXPECT_NE(text.find("ethnic group changes"), std::string::npos) << text;
    for (const auto* hidden : {"Roma", "Irish", "white_"}) EXPECT_EQ(text.find(hidden), std::string::npos) << text;
}

}  // namespace
}  // namespace kith::intake
