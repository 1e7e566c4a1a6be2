// Answering queries, saying what a return is, and two people at one return: by real routes and SQL in process, with a toy kind.
#include "returns/test_return_pages.hpp"

namespace kith::returns {
namespace {

class QueryPages : public ReturnPages {
protected:
    QueryPages() { sign_in_steward(); }
    void sign_in_steward(std::string name = "Robin Hale") { app_.sign_in(Role::data_steward, Scope::organisation(acorn), std::move(name)); }
    std::size_t toys()
    {
        db::Reader reader{app_.database()};
        return kit::toys_held(reader, acorn.value()).size();
    }
};

TEST_F(QueryPages, LetQueriesBeAnsweredAndShowWhoDid)
{
    const auto path = checked("reference,amount\nbear,500\nball,200\nkite,300\n");
    EXPECT_TRUE(app_.get(path).shows("Answer these 3 queries")) << app_.get(path).text();
    const auto asked = app_.get(path + "/queries/T-2");
    EXPECT_TRUE(asked.shows("All 3 of this rule"));
    const auto empty = app_.post(path + "/queries/T-2", {});
    EXPECT_EQ(empty.status, 422);
    EXPECT_EQ(empty.errors, (std::vector<std::string>{"Select the lines that are as they should be", "Enter why it is so"}));
    EXPECT_EQ(app_.post(path + "/queries/T-2", {{"query", "all"}, {"words", "A crate was delivered"}}).status, 303);
    const auto page = app_.get(path);
    EXPECT_TRUE(page.shows("Answered by Robin Hale on")) << page.text();
    EXPECT_TRUE(page.shows("A crate was delivered"));
    EXPECT_TRUE(app_.get(path + "/findings?severity=warning").shows("A crate was delivered"));
    EXPECT_EQ(app_.post(path + "/queries/T-2/again", {}).status, 303);
    EXPECT_TRUE(app_.get(path).shows("Answer these 3 queries"));
    EXPECT_EQ(app_.get(path + "/queries/T-9").status, 404);
}

TEST_F(QueryPages, AskNothingOfWhatIsUndoneAndOfferAnotherFile)
{
    const auto path = checked("reference,amount\nbear,500\n");
    const auto waiting = app_.get(path);
    EXPECT_NE(waiting.body.find("href=\"#decide\""), std::string::npos) << "the way to decide, before the long lists";
    EXPECT_TRUE(waiting.shows("They are added"));
    app_.post(path + "/accept", {{"seen", waiting.value("seen")}});
    app_.queue().run_all();
    EXPECT_FALSE(app_.get(path).shows("Hand in another file"));
    EXPECT_EQ(app_.post(path + "/undo", {{"reason", "Last year's"}}).status, 303);
    const auto undone = app_.get(path);
    EXPECT_TRUE(undone.shows("Hand in another file")) << undone.text();
    EXPECT_FALSE(undone.shows("Answer this query"));
    EXPECT_FALSE(undone.shows("They are added"));
    EXPECT_FALSE(app_.get(path + "/queries/T-2").shows("Yes, it is so, because"));
    const auto late = app_.post(path + "/queries/T-2", {{"query", "all"}, {"words", "A crate"}});
    EXPECT_EQ(late.status, 409);
    EXPECT_NE(late.body.find("href=\"" + path + "\""), std::string::npos) << "a refusal leads to the return that it speaks of";
    const auto withdrawn = checked("reference,amount\nball,1\n");
    app_.post(withdrawn + "/withdraw", {});
    EXPECT_TRUE(app_.get(withdrawn).shows("Hand in another file"));
    const auto again = app_.post(withdrawn + "/withdraw", {});
    EXPECT_EQ(again.status, 409);
    EXPECT_NE(again.body.find("href=\"" + withdrawn + "\""), std::string::npos);
}

TEST_F(QueryPages, OfferTheFileToMendOnlyWhereSomethingIsToMend)
{
    EXPECT_FALSE(app_.get(checked("reference,amount\nbear,1\n")).shows("with what to mend"));
    EXPECT_TRUE(app_.get(checked(three)).shows("with what to mend"));
}

TEST_F(QueryPages, LetOnlyOneOfTwoStewardsDecide)
{
    const auto path = checked("reference,amount\nbear,1\n");
    const auto seen = app_.get(path).value("seen");
    sign_in_steward("Sam Reed");
    EXPECT_EQ(app_.post(path + "/accept", {{"seen", seen}}).status, 303);
    sign_in_steward();
    const auto late = app_.post(path + "/accept", {{"seen", seen}});
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(app_.post(path + "/withdraw", {}).status, 409) << "it is being accepted";
    app_.queue().run_all();
    EXPECT_EQ(toys(), 1U);
    EXPECT_EQ(app_.post(path + "/accept", {{"seen", seen}}).status, 409);
}

TEST_F(QueryPages, AskWhetherTheFileListsEveryone)
{
    EXPECT_TRUE(app_.get("/returns/new").shows("Yes, everyone"));
    const auto path = checked(three, {{"act", "full"}, {"about", "2023-10"}});
    EXPECT_TRUE(app_.get(path).shows("Everyone: jobs it leaves out end on")) << app_.get(path).text();
    EXPECT_TRUE(app_.get(path).shows("October 2023"));
    const auto wrong = hand_in(three, {{"act", "full"}, {"last_day-day", "31"}, {"last_day-month", "2"}, {"last_day-year", "2023"}});
    EXPECT_EQ(wrong.status, 422);
    ASSERT_EQ(wrong.errors.size(), 2U);
    EXPECT_EQ(wrong.errors[1], "Choose toys.csv again: it was not handed in, and browsers forget which file was chosen");
}

}  // namespace
}  // namespace kith::returns
