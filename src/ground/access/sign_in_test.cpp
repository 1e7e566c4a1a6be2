#include "access/accounts.hpp"
#include "access/form_key.hpp"
#include "access/housekeeping.hpp"
#include "access/reach.hpp"
#include "access/sessions.hpp"
#include "db/transaction.hpp"
#include "kit/databases.hpp"

#include <gtest/gtest.h>

namespace kith::access {
namespace {

const Password right{"three quiet words"};
const Password wrong{"three quiet worms"};
constexpr std::string_view address = "192.0.2.7";

class SigningIn : public kit::EachEngine {
protected:
    SigningIn()
    {
        db::Writer writer{database()};
        opened = create_account(writer, {"robin@example.org", "Robin Example", {{Role::data_steward, Scope::organisation(OrganisationId{3})}}}, {},
                                limits, chance, now())
                     .value();
        writer.commit();
    }
    void choose_password()
    {
        db::Writer writer{database()};
        set_password_hash(writer, opened.account, hasher.hash(right), {}, now());
        writer.commit();
    }
    SignInHouse house(std::int64_t later = 0) { return {database(), hasher, limits, chance, now().plus_seconds(later)}; }
    Result<SignedIn> attempt(std::string_view email, const Password& password, std::int64_t later = 0)
    {
        return sign_in(house(later), email, password, address);
    }
    bool is_signed_in(std::string_view token, std::int64_t later = 0)
    {
        db::Reader reader{database()};
        return sessions.viewer_of(reader, token, now().plus_seconds(later)).is_signed_in();
    }

    Hasher hasher{{.passes = 1, .memory_bytes = 8192}};
    SignInLimits limits;
    Chance chance = db::secure_random;
    Opened opened;
    Sessions sessions{database(), {}};
};

KITH_ON_EACH_ENGINE(SigningIn);

TEST_P(SigningIn, WithTheRightPasswordGivesASessionWithTheHoldersGrants)
{
    choose_password();
    const auto signed_in = attempt(" Robin@Example.org ", right).value();
    db::Reader reader{database()};
    const auto viewer = sessions.viewer_of(reader, signed_in.token, now());
    EXPECT_EQ(viewer.account, opened.account);
    EXPECT_EQ(viewer.name, "Robin Example");
    EXPECT_EQ(reach(viewer, Permission::hand_in_returns), Reach::within({OrganisationId{3}}));
    EXPECT_EQ(reader.statements(), 2);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM account_session WHERE token_hash = $1", signed_in.token), 0) << "only its hash is kept";
}

TEST_P(SigningIn, SaysTheSameAndDoesTheSameWorkForKnownAndUnknownAccounts)
{
    choose_password();
    const auto work = [&](std::string_view email) {
        const auto before = hasher.hashes_made();
        const auto refused = attempt(email, wrong).error();
        return std::pair{refused, hasher.hashes_made() - before};
    };
    const auto known = work("robin@example.org");
    EXPECT_EQ(known.second, 1U);
    EXPECT_EQ(known, work("nobody@example.org"));
    EXPECT_EQ(known, work("not an address"));
    db::Writer writer{database()};
    ASSERT_TRUE(close_account(writer, opened.account, {}, now()));
    writer.commit();
    EXPECT_EQ(known, work("robin@example.org"));
    EXPECT_FALSE(attempt("robin@example.org", right)) << "a closed account";
}

TEST_P(SigningIn, SaysWhatToEnterWhereSomethingIsLeftOut)
{
    EXPECT_EQ(attempt(" ", right).error().message, "Enter your email address");
    EXPECT_EQ(attempt("robin@example.org", Password{}).error().message, "Enter your password");
}

TEST_P(SigningIn, IsRefusedUntilAPasswordHasBeenChosen)
{
    EXPECT_FALSE(attempt("robin@example.org", Password{"nobody signs in with this"}));
}

TEST_P(SigningIn, WaitsLongerAfterEachFailureForKnownAndUnknownAlike)
{
    choose_password();
    for (const auto* email : {"robin@example.org", "nobody@example.org"}) {
        for (int tries = 0; tries < 5; ++tries) EXPECT_TRUE(attempt(email, wrong).error().message.starts_with("The email address or password"));
        EXPECT_EQ(attempt(email, right).error().message, "There were too many tries to sign in. Wait 1 minute, then try again");
        EXPECT_TRUE(attempt(email, wrong, 31).error().message.starts_with("The email address or password"));
        EXPECT_EQ(attempt(email, right, 31).error().message, "There were too many tries to sign in. Wait 1 minute, then try again");
        EXPECT_TRUE(attempt(email, wrong, 31 + 61).error().message.starts_with("The email address or password"));
        EXPECT_EQ(attempt(email, right, 31 + 61).error().message, "There were too many tries to sign in. Wait 2 minutes, then try again");
    }
    EXPECT_TRUE(attempt("robin@example.org", right, 31 + 61 + 121));
}

TEST_P(SigningIn, ForgetsFailuresOnceItSucceeds)
{
    choose_password();
    for (int tries = 0; tries < 4; ++tries) EXPECT_FALSE(attempt("robin@example.org", wrong));
    EXPECT_TRUE(attempt("robin@example.org", right));
    for (int tries = 0; tries < 4; ++tries) EXPECT_FALSE(attempt("robin@example.org", wrong));
    EXPECT_TRUE(attempt("robin@example.org", right));
}

TEST_P(SigningIn, IsSlowedForAnAddressThatTriesManyAccounts)
{
    choose_password();
    for (int tries = 0; tries < 30; ++tries) EXPECT_FALSE(attempt("someone" + std::to_string(tries) + "@example.org", wrong));
    EXPECT_TRUE(attempt("robin@example.org", right).error().message.starts_with("There were too many tries"));
    EXPECT_TRUE(sign_in(house(), "robin@example.org", right, "192.0.2.8")) << "from elsewhere";
}

TEST_P(SigningIn, IsNotSlowedForAnOfficeWhereManySignIn)
{
    choose_password();
    for (int tries = 0; tries < 40; ++tries) EXPECT_TRUE(attempt("robin@example.org", right)) << tries;
}

TEST_P(SigningIn, GivesEachSignInATokenOfItsOwn)
{
    choose_password();
    const auto first = attempt("robin@example.org", right).value().token;
    const auto second = attempt("robin@example.org", right).value().token;
    EXPECT_NE(first, second);
    EXPECT_TRUE(is_signed_in(first));
    EXPECT_TRUE(is_signed_in(second));
}

TEST_P(SigningIn, ByCodeChoosesThePasswordOnceOnly)
{
    const auto by_code = [&](std::string_view code, const Password& password, std::int64_t later = 0) {
        return sign_in_with_code(house(later), "robin@example.org", code, password, address);
    };
    EXPECT_EQ(by_code(opened.code, Password{"short"}).error().field, "password");
    EXPECT_EQ(by_code("0000-0000-0000-0000", right).error().field, "code");
    EXPECT_EQ(by_code(opened.code, right, 24 * 60 * 60).error().field, "code") << "run out";
    EXPECT_EQ(sign_in_with_code(house(), "other@example.org", opened.code, right, address).error(),
              by_code("0000-0000-0000-0000", right).error());
    const auto signed_in = by_code(opened.code, right);
    ASSERT_TRUE(signed_in);
    EXPECT_TRUE(is_signed_in(signed_in->token));
    EXPECT_TRUE(attempt("robin@example.org", right));
    EXPECT_EQ(by_code(opened.code, right).error().field, "code") << "used";
}

TEST_P(SigningIn, ChangingThePasswordEndsEveryOtherSession)
{
    choose_password();
    const auto here = attempt("robin@example.org", right).value().token;
    const auto elsewhere = attempt("robin@example.org", right).value().token;
    SessionId kept;
    {
        db::Reader reader{database()};
        kept = find_session(reader, here, now())->session.id;
    }
    const Password next{"four quite new words"};
    EXPECT_EQ(change_password(house(), opened.account, kept, wrong, next).error().field, "present");
    EXPECT_EQ(change_password(house(), opened.account, kept, right, Password{"short"}).error().field, "password");
    EXPECT_TRUE(is_signed_in(elsewhere));
    ASSERT_TRUE(change_password(house(), opened.account, kept, right, next));
    EXPECT_TRUE(is_signed_in(here));
    EXPECT_FALSE(is_signed_in(elsewhere));
    EXPECT_FALSE(attempt("robin@example.org", right));
    EXPECT_TRUE(attempt("robin@example.org", next));
}

TEST_P(SigningIn, HashesAgainWhereTheCostHasChanged)
{
    choose_password();
    Hasher dearer{{.passes = 2, .memory_bytes = 16384}};
    ASSERT_TRUE(sign_in({database(), dearer, limits, chance, now()}, "robin@example.org", right, address));
    db::Reader reader{database()};
    const auto stored = reader.one("SELECT password_hash FROM account")->get<std::string>("password_hash");
    EXPECT_FALSE(dearer.is_outdated(stored));
}

TEST_P(SigningIn, LastsUntilSignOut)
{
    choose_password();
    const auto token = attempt("robin@example.org", right).value().token;
    db::Writer writer{database()};
    sign_out(writer, find_session(writer, token, now())->session.id);
    writer.commit();
    EXPECT_FALSE(is_signed_in(token));
    EXPECT_FALSE(is_signed_in(""));
    EXPECT_FALSE(is_signed_in("made up"));
}

TEST_P(SigningIn, LastsUntilHalfAnHourOfIdleness)
{
    choose_password();
    const auto token = attempt("robin@example.org", right).value().token;
    EXPECT_TRUE(is_signed_in(token, 29 * 60));
    EXPECT_TRUE(is_signed_in(token, 58 * 60)) << "use starts the half hour anew, before it is written down";
    sessions.write_down();
    EXPECT_TRUE(is_signed_in(token, 87 * 60)) << "and after";
    EXPECT_FALSE(is_signed_in(token, 117 * 60));
    EXPECT_FALSE(is_signed_in(token, 117 * 60 + 1)) << "asking did not bring it back";
}

TEST_P(SigningIn, LastsHalfADayHoweverBusy)
{
    choose_password();
    const auto token = attempt("robin@example.org", right).value().token;
    for (int minutes = 20; minutes < 12 * 60; minutes += 20) EXPECT_TRUE(is_signed_in(token, minutes * 60)) << minutes;
    EXPECT_FALSE(is_signed_in(token, 12 * 60 * 60));
}

TEST_P(SigningIn, EndsWhenTheAccountIsClosed)
{
    choose_password();
    const auto token = attempt("robin@example.org", right).value().token;
    db::Writer writer{database()};
    ASSERT_TRUE(close_account(writer, opened.account, {}, now()));
    writer.commit();
    EXPECT_FALSE(is_signed_in(token));
}

TEST_P(SigningIn, LeavesNothingBehindThatIsOfNoUse)
{
    choose_password();
    ASSERT_TRUE(attempt("robin@example.org", right));
    ASSERT_FALSE(attempt("nobody@example.org", wrong));
    db::Writer writer{database()};
    claim_form_key(writer, "browser", "key", now());
    EXPECT_EQ(tidy(writer, {}, limits, now()), 0);
    EXPECT_GE(tidy(writer, {}, limits, now().plus_seconds(32 * 24 * 60 * 60)), 4);
    writer.commit();
    for (const auto* table : {"account_session", "form_key", "sign_in_failure", "sign_in_code"}) {
        EXPECT_EQ(scalar(std::string{"SELECT COUNT(*) FROM "} + table), 0) << table;
    }
}

TEST_P(SigningIn, LetsAFormActOnceAndTellsTheSecondSendingTheOutcome)
{
    db::Writer writer{database()};
    EXPECT_EQ(claim_form_key(writer, "browser", "key", now()).use, FormKeyUse::first);
    EXPECT_EQ(claim_form_key(writer, "browser", "key", now()).use, FormKeyUse::in_progress);
    EXPECT_EQ(claim_form_key(writer, "another browser", "key", now()).use, FormKeyUse::first);
    release_form_key(writer, "browser", "key");
    EXPECT_EQ(claim_form_key(writer, "browser", "key", now()).use, FormKeyUse::first);
    finish_form_key(writer, "browser", "key", "/returns/1");
    const auto again = claim_form_key(writer, "browser", "key", now());
    EXPECT_EQ(again.use, FormKeyUse::finished);
    EXPECT_EQ(again.outcome, "/returns/1");
}

TEST(Throttle, DoublesUpToItsLongestWait)
{
    const ThrottleRule rule;
    EXPECT_EQ(wait_after(rule, 4), 0);
    EXPECT_EQ(wait_after(rule, 5), 30);
    EXPECT_EQ(wait_after(rule, 6), 60);
    EXPECT_EQ(wait_after(rule, 11), 1920);
    EXPECT_EQ(wait_after(rule, 12), 3600);
    EXPECT_EQ(wait_after(rule, 100000), 3600);
}

}  // namespace
}  // namespace kith::access
