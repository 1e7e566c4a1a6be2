#include "db/transaction.hpp"
#include "jobs/mail.hpp"
#include "jobs/smtp.hpp"
#include "kit/databases.hpp"
#include "kit/smtp_sink.hpp"

#include <gtest/gtest.h>

namespace kith::jobs {
namespace {

Chance no_chance()
{
    return [](std::span<std::uint8_t> bytes) { std::ranges::fill(bytes, std::uint8_t{7}); };
}

class Mailing : public kit::EachEngine {
protected:
    Mailing()
    {
        desk.mailer = std::make_shared<SmtpMailer>(SmtpSettings{.server = sink.server(), .from = "kith@example.org", .from_name = "Westmere", .security = SmtpSecurity::none},
                                                   [this] { return moment; }, no_chance());
        desk.site = "https://kith.example.org";
        desk.partnership = "Westmere children’s partnership";
        desk.address_of = [](db::Reader&, std::int64_t account) { return account == 9 ? std::nullopt : std::optional{"person" + std::to_string(account) + "@example.org"}; };
        desk.now = [this] { return moment; };
    }
    void told(std::int64_t account, Message message)
    {
        db::Writer writer{database()};
        tell(writer, account, message, moment);
        writer.commit();
    }
    int sent() { return send_due_mail(database(), desk, 100); }
    HeldMessage last(std::int64_t account)
    {
        db::Reader reader{database()};
        return list_messages(reader, account, 1, 0).at(0);
    }
    const Message late{.title = "The September return is late", .words = "Hand it in, or confirm that nothing changed.", .link = "/returns/new"};

    Instant moment = kit::frozen_now();
    kit::SmtpSink sink;
    MailDesk desk;
};

KITH_ON_EACH_ENGINE(Mailing);

TEST_P(Mailing, SendsWhatWasNotReadWithinTenMinutes)
{
    told(7, late);
    told(8, late);
    {
        db::Writer writer{database()};
        mark_read(writer, 8, "/returns/new", moment);
        writer.commit();
    }
    EXPECT_EQ(sent(), 0);
    moment = moment.plus_seconds(600);
    EXPECT_EQ(sent(), 1);
    ASSERT_EQ(sink.mails().size(), 1U);
    const auto mail = sink.mails()[0];
    EXPECT_TRUE(mail.from.starts_with("<kith@example.org>"));
    EXPECT_EQ(mail.to, "<person7@example.org>");
    EXPECT_NE(mail.text.find("Subject: The September return is late\n"), std::string::npos);
    EXPECT_NE(mail.text.find("https://kith.example.org/returns/new"), std::string::npos);
    EXPECT_EQ(sent(), 0) << "once";
    EXPECT_EQ(last(7).mail, MailState::sent);
    EXPECT_EQ(last(8).mail, MailState::none);
}

TEST_P(Mailing, TriesAgainLaterAndGivesUpAfterSixTimes)
{
    sink.answer_recipients("451 Come back later");
    told(7, late);
    desk.composers["letter"] = [](db::Writer&, std::int64_t subject, Instant) { return std::optional{Composed{"Come in", "It is " + std::to_string(subject)}}; };
    told(8, {.title = "Come in", .words = "", .link = "/", .kind = "letter", .subject = 42});
    int rounds = 0;
    for (; last(8).mail == MailState::waiting && rounds < 1000; ++rounds) {
        sent();
        moment = moment.plus_seconds(600);
    }
    EXPECT_EQ(last(8).mail, MailState::failed);
    db::Reader reader{database()};
    EXPECT_EQ(mail_progress(reader, "letter").at(42).tries, 6);
    EXPECT_EQ(mail_progress(reader, "letter").at(42).words, "The mail server would not take it yet (451)");
    EXPECT_TRUE(sink.mails().empty());
}

TEST_P(Mailing, GivesUpAtOnceWhereTheServerRefusesForGood)
{
    sink.answer_recipients("550 No such person");
    told(7, late);
    moment = moment.plus_seconds(600);
    EXPECT_EQ(sent(), 0);
    EXPECT_EQ(last(7).mail, MailState::failed);
}

TEST_P(Mailing, WaitsForAServerThatIsAwayWithoutTryingEachLetter)
{
    desk.mailer = std::make_shared<SmtpMailer>(SmtpSettings{.server = "127.0.0.1:1", .from = "kith@example.org", .security = SmtpSecurity::none, .patience_seconds = 2},
                                               [this] { return moment; }, no_chance());
    told(7, late);
    told(8, late);
    moment = moment.plus_seconds(600);
    EXPECT_EQ(sent(), 0);
    EXPECT_EQ(last(7).mail, MailState::waiting);
    db::Reader reader{database()};
    EXPECT_EQ(reader.one("SELECT SUM(mail_tries) AS tries FROM inbox_message")->get<std::int64_t>("tries"), 1);
    EXPECT_EQ(count_mails(reader, moment).waiting, 2);
}

TEST_P(Mailing, LetsAComposerWriteAtTheMomentOfSendingAndHoldBack)
{
    int written = 0;
    desk.composers["letter"] = [&](db::Writer&, std::int64_t subject, Instant) {
        ++written;
        return subject == 1 ? std::optional{Composed{"Come in", "Here is your link"}} : std::nullopt;
    };
    for (const std::int64_t subject : {1, 2, 3}) told(7, {.title = "Come in", .words = "", .link = "/", .kind = "letter", .subject = subject});
    {
        db::Writer writer{database()};
        keep_back(writer, "letter", 3);
        writer.commit();
    }
    EXPECT_EQ(sent(), 1);
    EXPECT_EQ(written, 2);
    EXPECT_NE(sink.mails().at(0).text.find("Here is your link"), std::string::npos);
    EXPECT_EQ(sink.mails().at(0).text.find("chose so"), std::string::npos);
}

TEST_P(Mailing, WritesToNobodyWhoseAccountIsClosed)
{
    told(9, late);
    moment = moment.plus_seconds(600);
    EXPECT_EQ(sent(), 0);
    EXPECT_EQ(last(9).mail, MailState::none);
}

TEST_P(Mailing, GoesThroughTheQueueAndLeavesNoTraceWhenThereIsNone)
{
    Queue queue{database(), {.now = [this] { return moment; }}};
    add_mail(queue, std::make_shared<MailDesk>(desk));
    queue.run_all();
    {
        db::Reader reader{database()};
        EXPECT_EQ(count_jobs(reader, 0), 0);
    }
    told(7, late);
    moment = moment.plus_seconds(600);
    queue.run_all();
    EXPECT_EQ(sink.mails().size(), 1U);
    db::Reader reader{database()};
    EXPECT_EQ(list_jobs(reader, 0, 1, 0).at(0).words, "1 mail handed to the mail server");
}

TEST(MessageText, CannotBeGivenHeadersByWhatItSays)
{
    const auto text = message_text({.from = "kith@example.org", .from_name = "Elm\r\nBcc: all@example.org"},
                                   {.to = "a@example.org\r\nBcc: b@example.org", .subject = "One\nBcc: c@example.org", .text = "Zoë = 1\n.\n"}, Instant{}, "id");
    EXPECT_EQ(text.find("\nBcc:"), std::string::npos);
    EXPECT_NE(text.find("Zo=C3=AB =3D 1\r\n=2E\r\n"), std::string::npos);
    EXPECT_NE(text.find("Date: Thu, 1 Jan 1970 00:00:00 +0000\r\n"), std::string::npos);
    const auto accented = message_text({.from = "k@example.org", .from_name = "K"}, {.to = "a@example.org", .subject = "Für Zoë", .text = ""}, Instant{}, "id");
    EXPECT_NE(accented.find("Subject: =?UTF-8?B?RsO8ciBab8Or?=\r\n"), std::string::npos);
}

}  // namespace
}  // namespace kith::jobs
