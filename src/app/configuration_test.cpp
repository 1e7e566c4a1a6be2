#include "app/configuration.hpp"

#include <gtest/gtest.h>

namespace kith::app {

TEST(Configuration, HasAValueForEverythingThatTheFileLeavesOut)
{
    auto configuration = parse_configuration("", "/srv/kith");
    ASSERT_TRUE(configuration);
    EXPECT_EQ(configuration->server.port, 8080);
    EXPECT_EQ(configuration->storage.url, "sqlite:/srv/kith/kith.db");
    EXPECT_EQ(configuration->storage.key_file, "/srv/kith/kith.key");
    EXPECT_FALSE(configuration->sample);
}

TEST(Configuration, ReadsEverySection)
{
    auto configuration = parse_configuration(R"(
era = "2009"
[partnership]
name = "Westmere Children's Partnership"
accent = "#0b5563"
[server]
port = 9000
upload_limit_mb = 10
trusted_proxies = ["127.0.0.1"]
secure_cookies = true
[sessions]
idle_minutes = 15
)", "/srv/kith");
    ASSERT_TRUE(configuration) << configuration.error().message;
    EXPECT_EQ(configuration->era, "2009");
    EXPECT_EQ(configuration->server.upload_limit_bytes, 10 * 1024 * 1024);
    EXPECT_EQ(configuration->server.trusted_proxies, std::vector<std::string>{"127.0.0.1"});
    EXPECT_EQ(configuration->sessions.idle_minutes, 15);
}

TEST(Configuration, RefusesWhatItDoesNotKnowAndSaysWhere)
{
    auto misspelt = parse_configuration("[server]\nprot = 1\n", "/");
    ASSERT_FALSE(misspelt);
    EXPECT_EQ(misspelt.error().message, "server.prot (line 2) is not a setting of Kith; look for a misspelling");
    EXPECT_EQ(parse_configuration("[server]\nport = \"x\"", "/").error().message, "server.port must be a whole number from 0 to 65535");
    EXPECT_TRUE(parse_configuration("a = [", "/").error().message.starts_with("Line 1: "));
    EXPECT_EQ(parse_configuration("era = \"1997\"", "/").error().message, "era must be \"2009\" or \"now\"");
}

TEST(Configuration, RefusesAnAccentThatPeopleCannotRead)
{
    auto pale = parse_configuration("[partnership]\naccent = \"#8fd3dd\"", "/");
    ASSERT_FALSE(pale);
    EXPECT_EQ(pale.error().field, "partnership.accent");
}

}  // namespace kith::app
