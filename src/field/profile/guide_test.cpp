// The guide for the workforce lead explains every measure by its name.
#include "profile/measure.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace kith::profile {
namespace {

TEST(Guide, ExplainsEveryMeasureAndNamesEverySection)
{
    std::ifstream file{std::string{KITH_SOURCE_DIR} + "/docs/guide-workforce-lead.md"};
    std::stringstream text;
    text << file.rdbuf();
    const auto guide = text.str();
    ASSERT_GT(guide.size(), 1000U);
    for (const auto& row : measures()) EXPECT_NE(guide.find("**" + std::string{row.measure.name} + "**"), std::string::npos) << "docs/guide-workforce-lead.md does not explain " << row.measure.name;
    for (const auto& section : sections()) EXPECT_NE(guide.find("### " + std::string{section.title}), std::string::npos) << section.title;
}

}  // namespace
}  // namespace kith::profile
