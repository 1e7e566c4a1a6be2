#include "access/invitations.hpp"
#include "db/transaction.hpp"
#include "kit/databases.hpp"

#include <gtest/gtest.h>

namespace kith::access {
namespace {

class Inviting : public kit::EachEngine {
protected:
    const Grant steward{Role::data_steward, Scope::organisation(OrganisationId{3})};
    const Grant manager{Role::manager, Scope::organisation(OrganisationId{3})};

    Invited asked(std::vector<Grant> grants, std::int64_t later = 0)
    {
        db::Writer writer{database()};
        auto invited = invite(writer, {"robin@example.org", "Robin Example", std::move(grants)}, keeper, at(later)).value();
        writer.commit();
        return invited;
    }
    std::string link(InvitationId invitation, std::int64_t later = 0)
    {
        db::Writer writer{database()};
        auto made = make_link(writer, invitation, LinkWay::mail, chance, at(later)).value();
        writer.commit();
        return made;
    }
    Result<SignedIn> accept(std::string_view followed, std::string password = "pony lamp river", std::int64_t later = 0)
    {
        return accept_invitation({database(), hasher, limits, chance, at(later)}, followed, Password{std::move(password)});
    }
    Invitation held(InvitationId invitation)
    {
        db::Reader reader{database()};
        return find_invitation(reader, invitation).value();
    }
    Result<void> withdraw(InvitationId invitation)
    {
        db::Writer writer{database()};
        auto done = withdraw_invitation(writer, invitation, {}, now());
        writer.commit();
        return done;
    }
    Instant at(std::int64_t later) const { return now().plus_seconds(later); }
    AccountId holder(Role role)
    {
        db::Writer writer{database()};
        const auto account = open_account(writer, {std::string{row_of(role).name} + "@example.org", "Kim Example", {{role, Scope::area()}}}, {}, now()).value();
        writer.commit();
        return account;
    }
    static constexpr std::int64_t weeks = std::int64_t{7} * 86400;

    Viewer keeper{holder(Role::administrator), "Kim Example", {{Role::administrator, Scope::area()}}};
    Viewer lead{holder(Role::workforce_lead), "Lee Example", {{Role::workforce_lead, Scope::area()}}};
    Hasher hasher{{.passes = 1, .memory_bytes = 8192}};
    SignInLimits limits;
    Chance chance = db::secure_random;
};

KITH_ON_EACH_ENGINE(Inviting);

TEST_P(Inviting, OpensAnAccountThatItsHolderComesIntoByALinkThatWorksOnce)
{
    const auto invited = asked({steward});
    ASSERT_TRUE(invited.invitation);
    const auto first = link(*invited.invitation);
    const auto second = link(*invited.invitation);
    EXPECT_EQ(accept(first, "short").error().field, "password") << "and the link still works";
    const auto in = accept(second).value();
    EXPECT_EQ(in.account, invited.account);
    EXPECT_FALSE(in.token.empty());
    EXPECT_EQ(held(*invited.invitation).state(now()), InvitationState::accepted);
    EXPECT_EQ(accept(second).error().kind, ProblemKind::not_found);
    EXPECT_EQ(accept(first).error().kind, ProblemKind::not_found) << "nor any other link of it";
    EXPECT_TRUE(sign_in({database(), hasher, limits, chance, now()}, "robin@example.org", Password{"pony lamp river"}, "192.0.2.7"));
}

TEST_P(Inviting, KeepsNoLinkOnlyItsHash)
{
    const auto made = link(*asked({steward}).invitation);
    db::Reader reader{database()};
    EXPECT_FALSE(reader.one("SELECT token_hash FROM invitation_link WHERE token_hash = $1", made));
    EXPECT_TRUE(reader.one("SELECT token_hash FROM invitation_link WHERE token_hash = $1", hash_of("invitation", made)));
}

TEST_P(Inviting, SaysTheSameOfWrongUsedExpiredAndWithdrawnLinks)
{
    const auto invited = asked({steward});
    const auto made = link(*invited.invitation);
    const auto wrong = accept("made up").error();
    EXPECT_EQ(accept(made, "pony lamp river", 3 * weeks).error(), wrong) << "ran out";
    EXPECT_EQ(held(*invited.invitation).state(at(3 * weeks)), InvitationState::expired);
    link(*invited.invitation, 3 * weeks);
    EXPECT_EQ(held(*invited.invitation).state(at(3 * weeks)), InvitationState::waiting) << "a reminder lets it run again";
    ASSERT_TRUE(withdraw(*invited.invitation));
    EXPECT_EQ(accept(made).error(), wrong);
    EXPECT_FALSE(withdraw(*invited.invitation));
    db::Reader reader{database()};
    EXPECT_FALSE(find_account(reader, invited.account)->is_open()) << "the account that nobody used is closed";
}

TEST_P(Inviting, DoesNotLetALinkChangeAPasswordThatWasChosenOtherwise)
{
    const auto invited = asked({steward});
    const auto made = link(*invited.invitation);
    db::Writer writer{database()};
    set_password_hash(writer, invited.account, hasher.hash(Password{"three quiet words"}), {}, now());
    writer.commit();
    EXPECT_EQ(accept(made).error().kind, ProblemKind::not_found);
}

TEST_P(Inviting, GivesWhoIsInAlreadyTheRolesTheyLack)
{
    accept(link(*asked({steward}).invitation)).value();
    const auto again = asked({steward, manager});
    EXPECT_FALSE(again.invitation);
    EXPECT_EQ(again.roles_given, 1);
    EXPECT_EQ(asked({steward, manager}).roles_given, 0);
}

TEST_P(Inviting, InvitesAgainWhoWasWithdrawnAndKeepsOneInvitationOfWhoWaits)
{
    const auto first = asked({steward});
    EXPECT_EQ(asked({manager}).invitation, first.invitation);
    ASSERT_TRUE(withdraw(*first.invitation));
    const auto second = asked({steward});
    EXPECT_EQ(second.account, first.account);
    EXPECT_NE(second.invitation, first.invitation);
    EXPECT_TRUE(accept(link(*second.invitation)));
    db::Reader reader{database()};
    const auto counts = count_invitations(reader, {}, now());
    EXPECT_EQ(counts, (InvitationCounts{0, 0, 1, 1}));
    EXPECT_EQ(list_invitations(reader, {.state = InvitationState::accepted}, 10, 0, now()).size(), 1U);
    EXPECT_EQ(list_invitations(reader, {}, 10, 0, now()).size(), 2U);
    EXPECT_EQ(list_invitations(reader, {.state = InvitationState::waiting}, 10, 0, now()).size(), 0U);
}

TEST_P(Inviting, IsNoWayForALeadIntoARoleOverTheWholeArea)
{
    const auto invited = asked({{Role::administrator, Scope::area()}, steward});
    db::Writer writer{database()};
    EXPECT_EQ(invite(writer, {"robin@example.org", "Robin Example", {manager}}, lead, now()).error().kind, ProblemKind::forbidden);
    EXPECT_EQ(invite(writer, {"sam@example.org", "Sam Example", {{Role::administrator, Scope::area()}}}, lead, now()).error().kind, ProblemKind::forbidden);
    EXPECT_FALSE(may_handle_invitation(writer, lead, invited.account, now().date_in_london()));
    EXPECT_TRUE(may_handle_invitation(writer, keeper, invited.account, now().date_in_london()));
    EXPECT_EQ(list_invitations(writer, {.area_roles = false}, 10, 0, now()).size(), 0U);
    EXPECT_EQ(count_invitations(writer, {.area_roles = false}, now()), InvitationCounts{});
}

TEST_P(Inviting, LeavesAClosedAccountClosed)
{
    const auto invited = asked({steward});
    accept(link(*invited.invitation)).value();
    db::Writer writer{database()};
    ASSERT_TRUE(close_account(writer, invited.account, {}, now()));
    EXPECT_EQ(invite(writer, {"robin@example.org", "Robin Example", {steward}}, keeper, now()).error().kind, ProblemKind::conflict);
}

TEST(MayInvite, LetsALeadInviteToOrganisationsAndLocalitiesOnly)
{
    const Viewer lead{AccountId{1}, "Lee", {{Role::workforce_lead, Scope::area()}}};
    const Viewer keeper{AccountId{2}, "Kim", {{Role::administrator, Scope::area()}}};
    EXPECT_TRUE(may_invite_to(lead, Role::data_steward));
    EXPECT_TRUE(may_invite_to(lead, Role::locality_lead));
    EXPECT_FALSE(may_invite_to(lead, Role::administrator));
    EXPECT_FALSE(may_invite_to(lead, Role::workforce_lead));
    EXPECT_TRUE(may_invite_to(keeper, Role::administrator));
    EXPECT_FALSE(may_invite_to(keeper, Role::practitioner));
    EXPECT_FALSE(may_invite_to({}, Role::data_steward));
}

}  // namespace
}  // namespace kith::access
