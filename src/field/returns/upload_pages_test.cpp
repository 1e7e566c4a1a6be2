// Files that cannot be taken as they come: by name, by size, by what they hold, and where the disk is full.
#include "returns/test_return_pages.hpp"

namespace kith::returns {
namespace {

TEST_F(ReturnPages, RefuseFilesByNameAndKeepNothing)
{
    sign_in_steward();
    const std::map<std::string, std::string> strangers{
        {"", "Select the file to hand in"},
        {"<?xml version=\"1.0\"?>\n<Mesage>\n<Header></Mesage>", "This is an XML file, and it cannot be read. Line 3, column"},
        {"<Toys><Toy/></Toys>", "This is an XML file of no kind that Kith knows"},
        {"name,colour\nbear,brown\n", "Kith looked for column names in the first 20 lines and found none that it knows"},
        {"name,name\nbear,brown\n", ""},
        {std::string("PK\x03\x04\x14\0\0\0\0\0", 10), ""},
        {std::string(64, '\0'), ""},
        {"name,\"colour\nbear,brown\n", ""}};
    for (const auto& [bytes, words] : strangers) {
        const auto answer = app_.upload("/returns", "file", bytes.empty() ? "" : "a.csv", bytes);
        EXPECT_EQ(answer.status, 422) << answer.text();
        ASSERT_EQ(answer.errors.size(), 1U);
        EXPECT_TRUE(answer.errors[0].starts_with(words)) << answer.errors[0];
        EXPECT_TRUE(answer.title().starts_with("Error: ")) << answer.title();
    }
    EXPECT_TRUE(app_.get("/returns").shows("No returns have been handed in yet."));
}

TEST_F(ReturnPages, OfAFileThatCannotBeReadSayWhatAndWhere)
{
    sign_in_steward();
    const auto path = checked("reference,amount\nbear,\"1\n");
    const auto page = app_.get(path);
    EXPECT_TRUE(page.shows("This file cannot be taken, and nothing was changed")) << page.text();
    EXPECT_EQ(page.value("seen"), "") << "there is nothing to accept";
    EXPECT_NE(app_.post(path + "/accept", {}).status, 303);
}

class SmallUploads : public ReturnPages {
protected:
    SmallUploads() : ReturnPages({.settings = {.upload_limit = 4096}}) {}
};

TEST_F(SmallUploads, AreHeldToTheLimitByAClearPage)
{
    sign_in_steward();
    const auto refused = hand_in(std::string(8000, 'a'));
    EXPECT_EQ(refused.status, 413);
    EXPECT_NE(refused.text().size(), 0U);
    EXPECT_TRUE(app_.get("/returns").shows("No returns have been handed in yet."));
    EXPECT_TRUE(app_.get("/returns/new").shows("at most 4 KB"));
}

class FullDisk : public ReturnPages {};

TEST_F(FullDisk, IsSaidOnAPageOfItsOwnAndNothingIsKept)
{
    sign_in_steward();
    {
        std::vector<std::unique_ptr<db::Reader>> connections;  // all that a request may be given: the limit is the connection's
        for (int number = 0; number < 6; ++number) connections.push_back(std::make_unique<db::Reader>(app_.database()));
        for (auto& connection : connections) connection->connection().script("PRAGMA max_page_count = 1");
    }
    std::string bytes = "reference,amount\n";
    while (bytes.size() < 3'000'000) bytes += "bear,1\n";
    const auto answer = hand_in(bytes);
    EXPECT_EQ(answer.status, 507) << answer.text();
    EXPECT_TRUE(answer.shows("The disk that holds Kith's database is full, so the file was not kept"));
    EXPECT_TRUE(app_.get("/returns").shows("No returns have been handed in yet."));
}

}  // namespace
}  // namespace kith::returns
