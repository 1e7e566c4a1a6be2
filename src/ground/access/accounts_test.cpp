#include "access/accounts.hpp"
#include "access/reach.hpp"
#include "access/sessions.hpp"
#include "db/transaction.hpp"
#include "kit/databases.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace kith::access {
namespace {

const By console{};

class Accounts : public kit::EachEngine {
protected:
    Opened opened(std::string email, std::vector<Grant> grants = {}, std::string name = "Robin Example")
    {
        db::Writer writer{database()};
        auto made = create_account(writer, {std::move(email), std::move(name), std::move(grants)}, console, limits, chance, now());
        writer.commit();
        return made.value();
    }
    template <class Change>
    auto changed(Change change)
    {
        db::Writer writer{database()};
        auto outcome = change(writer);
        if (outcome) writer.commit();
        return outcome;
    }
    std::vector<std::string> journal(AccountId account)
    {
        db::Reader reader{database()};
        std::vector<std::string> lines;
        for (const auto& event : list_events(reader, account)) lines.push_back(event.by + ": " + event.what + " " + event.detail);
        return lines;
    }
    std::vector<Grant> grants_at(AccountId account, Date day)
    {
        db::Reader reader{database()};
        return grants_on(reader, account, day);
    }

    SignInLimits limits;
    Chance chance = db::secure_random;
    Date today() { return now().date_in_london(); }
};

KITH_ON_EACH_ENGINE(Accounts);

const Grant administrator{Role::administrator, Scope::area()};
const Grant steward{Role::data_steward, Scope::organisation(OrganisationId{12})};

TEST_P(Accounts, AreOpenedWithTheirRolesAndACode)
{
    const auto made = opened("Robin@Example.org", {steward});
    EXPECT_EQ(made.code.size(), 19U);
    db::Reader reader{database()};
    const auto account = find_account(reader, made.public_id).value();
    EXPECT_EQ(account.email.reveal(), "robin@example.org");
    EXPECT_EQ(account.name, "Robin Example");
    EXPECT_FALSE(account.has_password);
    EXPECT_EQ(grants_on(reader, account.id, today()), std::vector{steward});
    EXPECT_EQ(journal(account.id), (std::vector<std::string>{"command line: Role given data_steward in organisation 12",
                                                             "command line: Account opened "}));
}

TEST_P(Accounts, AreRefusedWithTheFieldThatIsWrong)
{
    opened("robin@example.org");
    const auto field_of = [&](NewAccount wanted) {
        return changed([&](db::Writer& writer) { return create_account(writer, wanted, console, limits, chance, now()); }).error().field;
    };
    EXPECT_EQ(field_of({"ROBIN@example.org", "Another", {}}), "email");
    EXPECT_EQ(field_of({"robin", "Another", {}}), "email");
    EXPECT_EQ(field_of({"another@example.org", "  ", {}}), "name");
    EXPECT_EQ(field_of({"another@example.org", "Another", {{Role::data_steward, Scope::area()}}}), "role");
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM account"), 1);
}

TEST_P(Accounts, KeepOnlyTheHashOfACode)
{
    const auto made = opened("robin@example.org");
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM sign_in_code WHERE code_hash = $1", made.code), 0);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM sign_in_code WHERE code_hash = $1", hash_of("code", made.code)), 1);
}

TEST_P(Accounts, HoldARoleFromItsFirstDayToItsLast)
{
    const auto account = opened("robin@example.org").account;
    const Period period{today().plus_days(2), today().plus_days(4)};
    ASSERT_TRUE(changed([&](db::Writer& writer) { return give_role(writer, account, steward, period, console, now()); }));
    EXPECT_TRUE(grants_at(account, today().plus_days(1)).empty());
    EXPECT_EQ(grants_at(account, today().plus_days(2)).size(), 1U);
    EXPECT_EQ(grants_at(account, today().plus_days(4)).size(), 1U);
    EXPECT_TRUE(grants_at(account, today().plus_days(5)).empty());
}

TEST_P(Accounts, LoseARoleAtOnceWhenItEnds)
{
    const auto account = opened("robin@example.org", {steward}).account;
    db::Reader before{database()};
    const auto grant = list_grants(before, account).at(0).id;
    ASSERT_TRUE(changed([&](db::Writer& writer) { return end_role(writer, account, grant, console, now()); }));
    EXPECT_TRUE(grants_at(account, today()).empty());
    EXPECT_EQ(journal(account).at(0), "command line: Role ended data_steward in organisation 12");
    const auto again = changed([&](db::Writer& writer) { return end_role(writer, account, grant, console, now()); });
    EXPECT_EQ(again.error().kind, ProblemKind::conflict);
    ASSERT_TRUE(changed([&](db::Writer& writer) { return give_role(writer, account, steward, {today(), {}}, console, now()); }))
        << "a role that ended can be given again the same day";
}

TEST_P(Accounts, AreNotGivenARoleTwiceOrOneThatDoesNotFit)
{
    const auto account = opened("robin@example.org", {steward}).account;
    const auto give = [&](Grant grant) {
        return changed([&](db::Writer& writer) { return give_role(writer, account, grant, {today(), {}}, console, now()); });
    };
    EXPECT_EQ(give(steward).error().message, "This account holds this role there already");
    EXPECT_EQ(give({Role::manager, Scope::area()}).error().field, "role");
    EXPECT_TRUE(give({Role::data_steward, Scope::organisation(OrganisationId{13})}));
}

TEST_P(Accounts, KeepTheLastAdministrator)
{
    const auto first = opened("first@example.org", {administrator}).account;
    const auto close = [&](AccountId account) {
        return changed([&](db::Writer& writer) { return close_account(writer, account, console, now()); });
    };
    db::Reader reader{database()};
    const auto grant = list_grants(reader, first).at(0).id;
    EXPECT_EQ(close(first).error().kind, ProblemKind::conflict);
    EXPECT_EQ(changed([&](db::Writer& writer) { return end_role(writer, first, grant, console, now()); }).error().kind, ProblemKind::conflict);
    const auto second = opened("second@example.org", {administrator}).account;
    EXPECT_TRUE(close(first));
    EXPECT_EQ(close(second).error().message, "This is the last administrator. Make another account an administrator first");
    EXPECT_EQ(close(first).error().message, "This account is closed already");
    EXPECT_TRUE(changed([&](db::Writer& writer) { return reopen_account(writer, first, console, now()); }));
}

TEST_P(Accounts, EndTheirSessionsAndOldCodesWhenReset)
{
    const auto made = opened("robin@example.org");
    db::Writer starting{database()};
    start_session(starting, made.account, chance, now());
    starting.commit();
    const auto again = changed([&](db::Writer& writer) { return reset_account(writer, made.account, console, limits, chance, now()); }).value();
    EXPECT_NE(again.code, made.code);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM account_session"), 0);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM sign_in_code WHERE used_at IS NULL"), 1);
}

TEST_P(Accounts, AreListedByNameAPageAtATime)
{
    opened("c@example.org", {}, "Cleo");
    opened("a@example.org", {}, "Ash");
    opened("b@example.org", {}, "Bo");
    db::Reader reader{database()};
    EXPECT_EQ(count_accounts(reader), 3);
    const auto page = list_accounts(reader, 2, 1);
    ASSERT_EQ(page.size(), 2U);
    EXPECT_EQ(page.at(0).name, "Bo");
    EXPECT_EQ(page.at(1).name, "Cleo");
}

TEST_P(Accounts, GiveNothingForARoleOfALaterVersion)
{
    const auto account = opened("robin@example.org", {steward}).account;
    db::Writer writer{database()};
    writer.run("UPDATE account_grant SET role = 'emperor'");
    writer.commit();
    const Viewer viewer{account, "Robin", grants_at(account, today())};
    for (const auto& row : permission_table()) {
        EXPECT_EQ(reach(viewer, row.permission).is_nothing(), row.openness == Openness::by_role) << row.name;
    }
}

}  // namespace
}  // namespace kith::access
