#include "access/one_time_code.hpp"
#include "access/second_step.hpp"
#include "access/sessions.hpp"
#include "db/transaction.hpp"
#include "kit/databases.hpp"

#include <gtest/gtest.h>

#include <array>

namespace kith::access {
namespace {

constexpr std::string_view address = "192.0.2.7";

TEST(OneTimeCode, IsThatOfTheStandardsExamples)
{
    // RFC 6238, appendix B, the last six of its eight digits.
    const std::string secret = "12345678901234567890";
    EXPECT_EQ(code_of_step(secret, step_at(Instant{59})), "287082");
    EXPECT_EQ(code_of_step(secret, step_at(Instant{1111111109})), "081804");
    EXPECT_EQ(code_of_step(secret, step_at(Instant{20000000000})), "353130");
    EXPECT_EQ(step_of_code(secret, "081 804", Instant{1111111109 + 30}), step_at(Instant{1111111109}));
    EXPECT_FALSE(step_of_code(secret, "081804", Instant{1111111109 + 90}));
    EXPECT_EQ(in_base32(secret), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    EXPECT_EQ(app_link(secret, "Elm & Oak", "a@b.org"), "otpauth://totp/Elm%20%26%20Oak:a%40b.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Elm%20%26%20Oak");
}

class SecondStep : public kit::EachEngine {
protected:
    SecondStep()
    {
        db::Writer writer{database()};
        account = create_account(writer, {"robin@example.org", "Robin Example", {{Role::administrator, Scope::area()}}}, {}, limits, chance, now())->account;
        set_password_hash(writer, account, hasher.hash(right), {}, now());
        writer.commit();
    }
    Result<SignedIn> attempt(std::int64_t later = 0) { return sign_in(house(later), "robin@example.org", right, address); }
    SignInHouse house(std::int64_t later = 0) { return {database(), hasher, limits, chance, now().plus_seconds(later)}; }
    /// The secret that waits, as bytes: what a phone would hold.
    std::string secret()
    {
        db::Reader reader{database()};
        const auto row = reader.one("SELECT secret FROM second_step WHERE account_id = $1", account);
        return key.open(row->get<db::Bytes>("secret"), "second_step.secret").value();
    }
    std::string code(std::int64_t later = 0) { return code_of_step(secret(), step_at(now().plus_seconds(later))); }
    Result<SignedIn> pass(const std::string& half, std::string_view typed, std::int64_t later = 0)
    {
        const auto sign_in_house = house(later);
        return pass_second_step({sign_in_house, &key}, half, typed, address);
    }
    SessionId session_of(const std::string& token)
    {
        db::Reader reader{database()};
        return find_session(reader, token, now())->session.id;
    }
    std::vector<std::string> turned_on()
    {
        const auto sign_in_house = house();
        const SecondStepHouse step{sign_in_house, &key};
        const auto session = session_of(attempt()->token);
        EXPECT_TRUE(begin_second_step(step, account, right));
        return confirm_second_step(step, account, session, code()).value();
    }
    SecondStepState state()
    {
        db::Reader reader{database()};
        return second_step_of(reader, account);
    }

    const Password right{"three quiet words"};
    Hasher hasher{{.passes = 1, .memory_bytes = 8192}};
    SignInLimits limits;
    Chance chance = db::secure_random;
    db::SealingKey key = db::SealingKey::from_bytes(std::array<unsigned char, 32>{1, 2, 3}).value();
    AccountId account;
};

KITH_ON_EACH_ENGINE(SecondStep);

TEST_P(SecondStep, IsAskedForOnceAFirstCodeWasTyped)
{
    const auto sign_in_house = house();
    const SecondStepHouse step{sign_in_house, &key};
    const auto session = session_of(attempt()->token);
    EXPECT_EQ(begin_second_step(step, account, Password{"not this one at all"}).error().field, "present");
    ASSERT_TRUE(begin_second_step(step, account, right));
    EXPECT_TRUE(state().begun);
    EXPECT_FALSE(attempt()->token.empty()) << "not asked for before it was confirmed";
    EXPECT_EQ(confirm_second_step(step, account, session, "000000").error().field, "code");
    const auto codes = confirm_second_step(step, account, session, code()).value();
    EXPECT_EQ(codes.size(), 10U);
    EXPECT_TRUE(state().on);
    const auto half = attempt(60).value();
    EXPECT_TRUE(half.token.empty());
    ASSERT_FALSE(half.half.empty());
    EXPECT_FALSE(pass(half.half, code(60), 60)->token.empty());
    EXPECT_FALSE(waiting_secret(*std::make_unique<db::Reader>(database()), step, account, "Kith")) << "the secret is shown no more";
}

TEST_P(SecondStep, TakesNoCodeTwice)
{
    turned_on();
    const auto half = attempt(5)->half;
    EXPECT_FALSE(pass(half, code(), 5)) << "the code that turned it on";
    const auto next = code(60);
    EXPECT_TRUE(pass(half, next, 60));
    EXPECT_FALSE(pass(half, code(90), 90)) << "nor the same step twice";
    EXPECT_FALSE(pass(attempt(61)->half, next, 61)) << "nor a code within its minute";
    EXPECT_FALSE(pass(attempt(62)->half, code(30), 62)) << "nor an older one";
}

TEST_P(SecondStep, TakesARecoveryCodeOnce)
{
    const auto codes = turned_on();
    EXPECT_TRUE(pass(attempt()->half, codes[3]));
    EXPECT_EQ(state().recovery_codes_left, 9);
    EXPECT_FALSE(pass(attempt()->half, codes[3]));
    db::Reader reader{database()};
    EXPECT_EQ(list_events(reader, account).front().what, "Recovery code used");
    EXPECT_FALSE(reader.one("SELECT id FROM recovery_code WHERE code_hash = $1", codes[0])) << "only hashes are kept";
}

TEST_P(SecondStep, RunsOutAfterMinutes)
{
    turned_on();
    const auto half = attempt()->half;
    EXPECT_EQ(pass(half, code(601), 601).error().kind, ProblemKind::conflict);
    EXPECT_EQ(pass("made up", code(60), 60).error().kind, ProblemKind::conflict);
}

TEST_P(SecondStep, SlowsDownGuessingEvenForWhoHasThePassword)
{
    turned_on();
    for (int tries = 0; tries < 5; ++tries) EXPECT_FALSE(pass(attempt()->half, "000000"));
    const auto half = attempt()->half;
    EXPECT_TRUE(pass(half, code(5), 5).error().message.starts_with("There were too many tries"));
    EXPECT_TRUE(pass(half, code(60), 60));
}

TEST_P(SecondStep, CanBeTakenAwayByAnAdministratorAndTurnedOffByItsHolder)
{
    turned_on();
    const auto token = pass(attempt()->half, code(30), 30)->token;
    {
        db::Writer writer{database()};
        ASSERT_TRUE(remove_second_step(writer, account, {}, now()));
        EXPECT_FALSE(remove_second_step(writer, account, {}, now()));
        EXPECT_EQ(list_events(writer, account).front().what, "Second step removed");
        writer.commit();
    }
    db::Reader reader{database()};
    EXPECT_FALSE(find_session(reader, token, now()));
    EXPECT_FALSE(attempt()->token.empty());
    turned_on();
    const auto sign_in_house = house();
    const SecondStepHouse step{sign_in_house, &key};
    EXPECT_EQ(end_second_step(step, account, right, true).error().kind, ProblemKind::conflict) << "a role needs it";
    EXPECT_TRUE(end_second_step(step, account, right, false));
    EXPECT_FALSE(state().on);
}

TEST_P(SecondStep, LeavesRolesThatNeedItWithNothingUntilItWasPassed)
{
    Sessions sessions{database(), {.second_step = {Role::administrator}}};
    const auto viewer_of = [&](const std::string& token) {
        db::Reader reader{database()};
        return sessions.viewer_of(reader, token, now());
    };
    const auto before = attempt()->token;
    EXPECT_TRUE(viewer_of(before).grants.empty());
    EXPECT_TRUE(viewer_of(before).awaits_second_step);
    turned_on();
    const auto after = pass(attempt()->half, code(30), 30)->token;
    EXPECT_FALSE(viewer_of(after).grants.empty());
    EXPECT_FALSE(viewer_of(after).awaits_second_step);
}

}  // namespace
}  // namespace kith::access
