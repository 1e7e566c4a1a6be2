// Saved views: what may be saved, and that each account has its own, on both engines.
#include "access/accounts.hpp"
#include "kit/databases.hpp"
#include "kit/test_app.hpp"
#include "profile/saved_view_store.hpp"

#include <gtest/gtest.h>

namespace kith::profile {
namespace {

SavedView view_of(std::string name, std::string path = "/profile", std::string query = {})
{
    return {.name = std::move(name), .path = std::move(path), .query = std::move(query)};
}

TEST(SavedView, IsOfAPageOfTheProfileOnly)
{
    for (const auto* path : {"/profile", "/profile/skills", "/measures/staff", "/compare", "/locality-sheet", "/who-can"}) EXPECT_TRUE(is_page_of_profile(path)) << path;
    for (const auto* path : {"", "/", "/staff", "/profile/", "/profile/nothing", "/measures", "/measures/staff/rows", "/measures/none", "//example.org", "https://example.org/profile", "/profile?x", "/compare.csv", "/sign-out"}) {
        EXPECT_FALSE(is_page_of_profile(path)) << path;
        EXPECT_FALSE(checked(view_of("A", path))) << path;
    }
}

TEST(SavedView, TidiesItsNameAndKeepsItsQuery)
{
    const auto view = checked(view_of("  North   early years ", "/compare", "locality=N&measure=staff&for=a%20b")).value();
    EXPECT_EQ(view.name, "North early years");
    EXPECT_EQ(view.href(), "/compare?locality=N&measure=staff&for=a%20b");
    EXPECT_EQ(checked(view_of("A")).value().href(), "/profile");
    EXPECT_EQ(checked(view_of("   ")).error().field, "name");
    EXPECT_TRUE(checked(view_of(std::string(80, 'a'))));
    EXPECT_EQ(checked(view_of(std::string(81, 'a'))).error().field, "name");
    for (const auto* query : {"a=b#c", "a=b c", "a=\"b", "a=b\r\nX: y", "a=/b"}) EXPECT_FALSE(checked(view_of("A", "/profile", query))) << query;
    EXPECT_FALSE(checked(view_of("A", "/profile", std::string(2001, 'a'))));
}

TEST(SavedView, HasANameOfItsOwnAndRoom)
{
    std::vector<SavedView> held{view_of("Zoë's view")};
    EXPECT_FALSE(fits(view_of("zoe's VIEW"), held));
    EXPECT_TRUE(fits(view_of("another"), held));
    while (held.size() < 49) held.push_back(view_of(std::to_string(held.size())));
    EXPECT_TRUE(fits(view_of("the fiftieth"), held));
    held.push_back(view_of("the fiftieth"));
    EXPECT_FALSE(fits(view_of("one more"), held));
}

class SavedViewStore : public kit::EachEngine {
protected:
    access::AccountId account(std::string email)
    {
        db::Writer writer{database()};
        auto made = access::create_account(writer, {.email = std::move(email), .name = "Ann Example"}, {}, {}, chance_, now()).value().account;
        writer.commit();
        return made;
    }
    Result<SavedView> save(access::AccountId whose, SavedView view)
    {
        db::Writer writer{database()};
        auto saved = save_view(writer, whose, std::move(view), now());
        writer.commit();
        return saved;
    }
    std::vector<std::string> names(access::AccountId whose)
    {
        db::Reader reader{database()};
        std::vector<std::string> all;
        for (const auto& view : saved_views(reader, whose)) all.push_back(view.name);
        return all;
    }

private:
    Chance chance_ = kit::seeded_chance();
};

TEST_P(SavedViewStore, KeepsTheViewsOfEachAccountByName)
{
    const auto ann = account("ann@example.org"), bob = account("bob@example.org");
    for (const auto* name : {"west", "East", "Ärea"}) ASSERT_TRUE(save(ann, view_of(name, "/compare", "by=organisation")));
    EXPECT_EQ(save(ann, view_of("east")).error().field, "name");
    EXPECT_TRUE(save(bob, view_of("East"))) << "names are an account's own";
    EXPECT_EQ(names(ann), (std::vector<std::string>{"Ärea", "East", "west"}));
    db::Reader reader{database()};
    EXPECT_EQ(saved_views(reader, ann)[1].href(), "/compare?by=organisation");
}

TEST_P(SavedViewStore, DeletesOnlyOnesOwn)
{
    const auto ann = account("ann@example.org"), bob = account("bob@example.org");
    const auto view = save(ann, view_of("East")).value();
    {
        db::Writer writer{database()};
        EXPECT_EQ(delete_view(writer, bob, view.public_id).error().kind, ProblemKind::not_found);
        EXPECT_TRUE(delete_view(writer, ann, view.public_id));
        EXPECT_FALSE(delete_view(writer, ann, view.public_id));
        writer.commit();
    }
    EXPECT_TRUE(names(ann).empty());
    EXPECT_TRUE(save(ann, view_of("East"))) << "and can be saved again";
}

TEST_P(SavedViewStore, GoesWithItsAccount)
{
    const auto ann = account("ann@example.org"), bob = account("bob@example.org");
    ASSERT_TRUE(save(ann, view_of("East")));
    ASSERT_TRUE(save(bob, view_of("West")));
    db::Writer writer{database()};
    for (const auto* table : {"account_event", "account_grant", "sign_in_code", "account_session"}) writer.run(std::string{"DELETE FROM "} + table + " WHERE account_id = $1", ann);
    writer.run("DELETE FROM account WHERE id = $1", ann);
    writer.commit();
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM saved_view"), 1);
    EXPECT_EQ(names(bob).size(), 1U);
}

KITH_ON_EACH_ENGINE(SavedViewStore);

}  // namespace
}  // namespace kith::profile
