#include "access/invitations.hpp"

#include "access/housekeeping.hpp"

#include "access/account_store.hpp"
#include "access/invitation_store.hpp"
#include "access/password.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"

#include <algorithm>

namespace kith::access {

namespace {

std::string link_hash(std::string_view link)
{
    return hash_of("invitation", link);
}

/// Gives what the account lacks; answers how many.
Result<int> give_missing(db::Writer& writer, AccountId account, const std::vector<Grant>& wanted, const By& by, Instant now)
{
    const auto today = now.date_in_london();
    int given = 0;
    for (const auto& grant : wanted) {
        const auto held = grants_on(writer, account, today);
        if (std::ranges::find(held, grant) != held.end()) continue;
        if (auto gave = give_role(writer, account, grant, Period{today, std::nullopt}, by, now); !gave) return std::unexpected(gave.error());
        ++given;
    }
    return given;
}

/// The account that has this address, made ready for an invitation.
Result<Invited> invite_known(db::Writer& writer, const Account& known, const NewAccount& wanted, const Viewer& inviter, Instant now)
{
    const By by{inviter.account, inviter.name};
    if (!known.has_password && !may_handle_invitation(writer, inviter, known.id, now.date_in_london())) {
        return forbidden("They are invited to another role already. Ask an administrator to add this one");
    }
    if (!known.is_open()) {
        if (known.has_password) return conflict("The account with this email address is closed. An administrator can open it again");
        if (auto open = reopen_account(writer, known.id, by, now); !open) return std::unexpected(open.error());
    }
    const auto given = give_missing(writer, known.id, wanted.grants, by, now);
    if (!given) return std::unexpected(given.error());
    Invited invited{.account = known.id, .invitation = {}, .roles_given = *given};
    if (known.has_password) return invited;
    invited.invitation = find_open_invitation(writer, known.id);
    if (!invited.invitation) invited.invitation = insert_invitation(writer, known.id, by, now);
    extend_invitation(writer, *invited.invitation, now);
    return invited;
}

}  // namespace

bool may_handle_invitation(db::Reader& reader, const Viewer& inviter, AccountId account, Date today)
{
    return std::ranges::all_of(list_grants(reader, account), [&](const HeldGrant& held) {
        const bool over = held.period.to && *held.period.to < today;
        return over || may_invite_to(inviter, held.grant.role);
    });
}

Result<Invited> invite(db::Writer& writer, const NewAccount& wanted, const Viewer& inviter, Instant now)
{
    const By by{inviter.account, inviter.name};
    const auto may = [&](const Grant& grant) { return may_invite_to(inviter, grant.role); };
    if (!std::ranges::all_of(wanted.grants, may)) return forbidden("You may not invite anyone to this role. Ask an administrator");
    const auto email = EmailAddress::parse(wanted.email);
    if (!email) return std::unexpected(email.error());
    if (const auto known = find_account_by_email(writer, *email)) return invite_known(writer, *known, wanted, inviter, now);
    const auto account = open_account(writer, wanted, by, now);
    if (!account) return std::unexpected(account.error());
    const auto invitation = insert_invitation(writer, *account, by, now);
    extend_invitation(writer, invitation, now);
    insert_event(writer, *account, by, "Invited", "", now);
    return Invited{*account, invitation, static_cast<int>(wanted.grants.size())};
}

Result<std::string> make_link(db::Writer& writer, InvitationId invitation, LinkWay way, const Chance& chance, Instant now)
{
    const auto found = find_invitation(writer, invitation);
    if (!found) return std::unexpected(found.error());
    const auto state = found->state(now);
    if (state == InvitationState::accepted) return conflict(found->name + " has accepted this invitation already");
    if (state == InvitationState::withdrawn) return conflict("This invitation was withdrawn. Invite " + found->name + " again");
    auto link = new_token(chance);
    insert_link(writer, invitation, link_hash(link), way, now);
    extend_invitation(writer, invitation, now);
    return link;
}

Result<void> withdraw_invitation(db::Writer& writer, InvitationId invitation, const By& by, Instant now)
{
    const auto found = find_invitation(writer, invitation);
    if (!found) return std::unexpected(found.error());
    const auto state = found->state(now);
    if (state == InvitationState::accepted) return conflict(found->name + " has accepted already. Close the account instead");
    if (state == InvitationState::withdrawn) return conflict("This invitation was withdrawn already");
    end_invitation(writer, invitation, now);
    insert_event(writer, found->account, by, "Invitation withdrawn", "", now);
    const auto account = find_account(writer, found->account);
    if (account && account->is_open() && !account->has_password) return close_account(writer, found->account, by, now);
    return {};
}

std::optional<Invitation> invitation_of_link(db::Reader& reader, std::string_view link, Instant now)
{
    auto found = find_invitation_with_link(reader, link_hash(link));
    if (!found || found->state(now) != InvitationState::waiting) return std::nullopt;
    const auto account = find_credentials(reader, found->account);
    // Whoever chose a password otherwise, with a code, needs the link no more: it must not change that password.
    if (!account || !account->open || !account->password_hash.empty()) return std::nullopt;
    return found;
}

Result<SignedIn> accept_invitation(const SignInHouse& house, std::string_view link, const Password& password)
{
    std::optional<Invitation> found;
    {
        db::Reader reader{house.database};
        found = invitation_of_link(reader, link, house.now);
    }
    if (!found) return not_found("Invitation");
    if (auto good = check_password(password, found->email, found->name, "password"); !good) return std::unexpected(good.error());
    const auto hash = house.hasher.hash(password);
    db::Writer writer{house.database};
    if (!invitation_of_link(writer, link, house.now)) return not_found("Invitation");
    const By holder{found->account, found->name};
    set_password_hash(writer, found->account, hash, holder, house.now);
    store_accepted(writer, found->id, house.now);
    insert_event(writer, found->account, holder, "Invitation accepted", "", house.now);
    store_signed_in_at(writer, found->account, house.now);
    SignedIn signed_in{.account = found->account, .token = start_session(writer, found->account, house.chance, house.now), .half = {}};
    writer.commit();
    return signed_in;
}

std::int64_t forget_invitations(db::Writer& writer, Instant before, Instant now)
{
    const auto spent = find_spent_invitations(writer, before);
    for (const auto id : spent) {
        const auto withdrawn = withdraw_invitation(writer, id, {}, now);
        if (!withdrawn && withdrawn.error().kind != ProblemKind::conflict) continue;
        delete_invitation(writer, id);
    }
    return std::ssize(spent);
}

}  // namespace kith::access
