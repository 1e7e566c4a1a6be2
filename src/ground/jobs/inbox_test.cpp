#include "db/transaction.hpp"
#include "jobs/inbox.hpp"
#include "kit/databases.hpp"

#include <gtest/gtest.h>

namespace kith::jobs {
namespace {

class Inbox : public kit::EachEngine {};
KITH_ON_EACH_ENGINE(Inbox);

TEST_P(Inbox, KeepsMessagesUntilTheyAreRead)
{
    db::Writer writer{database()};
    tell(writer, 7, {.title = "The September return has been checked", .words = "Three rows need a look.", .link = "/returns/1"}, now());
    const auto last = tell(writer, 7, {.title = "The October return has been checked", .words = "", .link = "/returns/2"}, now());
    EXPECT_EQ(unread(writer, 7).size(), 2U);
    EXPECT_TRUE(unread(writer, 8).empty());
    mark_read(writer, 7, "/returns/1", now());
    ASSERT_EQ(unread(writer, 7).size(), 1U);
    EXPECT_EQ(unread(writer, 7).at(0).message.link, "/returns/2");
    mark_all_read(writer, 7, last, now());
    EXPECT_TRUE(unread(writer, 7).empty());
    EXPECT_EQ(count_messages(writer, 7), 2);
    EXPECT_EQ(list_messages(writer, 7, 1, 1).at(0).message.words, "Three rows need a look.");
    EXPECT_TRUE(list_messages(writer, 7, 1, 1).at(0).read_at);
}

TEST_P(Inbox, MailsUnlessItsHolderChoseTheInboxOnly)
{
    db::Writer writer{database()};
    EXPECT_TRUE(wants_mail(writer, 7));
    tell(writer, 7, {.title = "One", .words = "", .link = "/"}, now());
    choose_mail(writer, 7, false);
    EXPECT_FALSE(wants_mail(writer, 7));
    tell(writer, 7, {.title = "Two", .words = "", .link = "/"}, now());
    choose_mail(writer, 7, true);
    tell(writer, 7, {.title = "Three", .words = "", .link = "/"}, now());
    const auto held = list_messages(writer, 7, 10, 0);
    EXPECT_EQ(held.at(0).mail, MailState::waiting);
    EXPECT_EQ(held.at(1).mail, MailState::none);
    EXPECT_EQ(held.at(2).mail, MailState::waiting);
}

}  // namespace
}  // namespace kith::jobs
