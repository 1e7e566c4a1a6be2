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

TEST(Configuration, KeepsTheSamplesOpenDoorToThisMachine)
{
    EXPECT_TRUE(parse_configuration("sample = true", "/srv/kith"));
    const auto refused = parse_configuration("sample = true\n[server]\naddress = \"0.0.0.0\"", "/srv/kith");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "sample");
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

TEST(Configuration, KnowsMailAndWhoNeedsASecondStep)
{
    const std::string site = "[server]\npublic_url = \"https://kith.example.org\"\n";
    auto whole = parse_configuration(site + "[mail]\nserver = \"mail.example.org:587\"\nfrom = \"kith@example.org\"\n[sessions]\nsecond_step = [\"administrator\"]\n", "/");
    ASSERT_TRUE(whole) << whole.error().message;
    EXPECT_EQ(whole->mail.security, "starttls");
    EXPECT_EQ(whole->sessions.second_step, std::vector<std::string>{"administrator"});
    auto refused = [&](const std::string& text) { return parse_configuration(text, "/").error().field; };
    EXPECT_EQ(refused("[sessions]\nsecond_step = [\"emperor\"]"), "sessions.second_step");
    EXPECT_EQ(refused("[mail]\nserver = \"mail.example.org:587\"\nfrom = \"kith@example.org\""), "server.public_url");
    EXPECT_EQ(refused(site + "[mail]\nserver = \"smtp://mail.example.org\"\nfrom = \"kith@example.org\""), "mail.server");
    EXPECT_EQ(refused(site + "[mail]\nserver = \"mail.example.org:587\"\nfrom = \"kith\""), "mail.from");
    EXPECT_EQ(refused(site + "[mail]\nserver = \"mail.example.org:25\"\nfrom = \"k@example.org\"\nsecurity = \"none\"\nuser = \"k\"\npassword_file = \"p\""), "mail.security");
    EXPECT_EQ(refused("[server]\npublic_url = \"kith.example.org/\""), "server.public_url");
}

TEST(Configuration, RefusesAnAccentThatPeopleCannotRead)
{
    auto pale = parse_configuration("[partnership]\naccent = \"#8fd3dd\"", "/");
    ASSERT_FALSE(pale);
    EXPECT_EQ(pale.error().field, "partnership.accent");
}

}  // namespace kith::app
