// The verb that takes in how many children live where, on a database file of its own.
#include "app/child_population_verb.hpp"
#include "app/installation.hpp"
#include "kit/databases.hpp"
#include "profile/child_population_register.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace kith::app {
namespace {

TEST(ChildPopulationVerb, ChecksAFileAndTakesItWhenToldTo)
{
    const kit::TemporaryFolder folder;
    Configuration configuration;
    configuration.storage.url = "sqlite:" + (folder / "kith.db").string();
    configuration.storage.key_file = folder / "kith.key";
    auto database = open_current_database(configuration);
    const auto path = (folder / "children.csv").string();
    const auto run = [&](const std::string& rows, std::vector<std::string> words) {
        std::ofstream{path} << profile::child_population_template() << rows;
        words.insert(words.begin(), path);
        testing::internal::CaptureStdout();
        const auto code = take_child_population(configuration, *Arguments::read(words, {.switches = {"check", "accept"}, .least = 1, .most = 1}));
        return std::pair{code, testing::internal::GetCapturedStdout()};
    };
    const auto held = [&] {
        db::Reader reader{database};
        return profile::child_counts(reader).size();
    };
    const std::string good = ",sex,female,4900,Census 2021,21/3/2021\n,sex,male,5100,Census 2021,21/3/2021\n";
    EXPECT_EQ(run(good, {}), std::pair(0, std::string{"2 rows: 2 new, 0 changed, 0 as held, 0 left out\nNothing was changed. Run again with --accept to take them.\n"}));
    EXPECT_EQ(held(), 0U);
    EXPECT_EQ(run(good, {"--accept"}), std::pair(0, std::string{"2 rows: 2 new, 0 changed, 0 as held, 0 left out\nTaken.\n"}));
    EXPECT_EQ(held(), 2U);
    const auto [code, said] = run("NOWHERE,sex,female,1,Census 2021,21/3/2021\n,sex,male,5100,Census 2021,21/3/2021\n", {"--accept"});
    EXPECT_EQ(code, 1);
    EXPECT_THAT(said, testing::HasSubstr("line 2, locality: There is no locality with the code or name NOWHERE. Leave it empty for the whole area (P-CHILD-1)\n"
                                         "2 rows: 0 new, 0 changed, 1 as held, 1 left out\n"));
    std::ofstream{path} << "some,other,file\n1,2,3\n";
    EXPECT_EQ(take_child_population(configuration, *Arguments::read({path}, {.least = 1, .most = 1})), 2);
}

}  // namespace
}  // namespace kith::app
