#include "access/invitation_store.hpp"

#include "db/transaction.hpp"

#include <fmt/format.h>

namespace kith::access {

namespace {

constexpr std::string_view selected = "SELECT i.id, i.public_id, i.account_id, a.public_id AS account_public_id, a.name, a.email, "
                                      "COALESCE(b.name, 'command line') AS invited_by, i.invited_at, i.ends_at, i.accepted_at, i.withdrawn_at "
                                      "FROM invitation i JOIN account a ON a.id = i.account_id LEFT JOIN account b ON b.id = i.invited_by ";

Invitation invitation_of(const db::Row& row)
{
    Invitation invitation;
    invitation.id = row.get<InvitationId>("id");
    invitation.public_id = row.get<PublicId>("public_id");
    invitation.account = row.get<AccountId>("account_id");
    invitation.account_public_id = row.get<PublicId>("account_public_id");
    invitation.name = row.get<std::string>("name");
    invitation.email = EmailAddress::parse(row.get<std::string>("email")).value_or(EmailAddress{});
    invitation.invited_by = row.get<std::string>("invited_by");
    invitation.invited_at = row.get<Instant>("invited_at");
    invitation.ends_at = row.get<Instant>("ends_at");
    invitation.accepted_at = row.get<std::optional<Instant>>("accepted_at");
    invitation.withdrawn_at = row.get<std::optional<Instant>>("withdrawn_at");
    return invitation;
}

Result<Invitation> found(const std::optional<db::Row>& row)
{
    if (!row) return not_found("Invitation");
    return invitation_of(*row);
}

/// As Invitation::state, with now as $1.
std::string_view condition_of(InvitationState state)
{
    switch (state) {
    case InvitationState::waiting: return "i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.ends_at > $1";
    case InvitationState::expired: return "i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.ends_at <= $1";
    case InvitationState::accepted: return "i.accepted_at IS NOT NULL AND i.withdrawn_at IS NULL AND i.ends_at <> $1";
    case InvitationState::withdrawn: return "i.withdrawn_at IS NOT NULL AND i.ends_at <> $1";
    }
    return "";
}

std::string narrowed(const InvitationFilter& filter)
{
    if (filter.area_roles) return {};
    return " AND NOT EXISTS (SELECT 1 FROM account_grant g WHERE g.account_id = i.account_id AND g.scope_kind NOT IN ('organisation', 'locality'))";
}

}  // namespace

InvitationId insert_invitation(db::Writer& writer, AccountId account, const By& by, Instant now)
{
    const auto by_account = by.account.is_set() ? std::optional{by.account.value()} : std::nullopt;
    return InvitationId{writer.insert("INSERT INTO invitation (public_id, account_id, invited_by, invited_at, ends_at) "
                                      "VALUES ($1, $2, $3, $4, $4) RETURNING id",
                                      writer.database().make_public_id(now), account, by_account, now)};
}

void extend_invitation(db::Writer& writer, InvitationId invitation, Instant now)
{
    writer.run("UPDATE invitation SET ends_at = $1 WHERE id = $2", now.plus_seconds(std::int64_t{invitation_days} * 86400), invitation);
}

void store_accepted(db::Writer& writer, InvitationId invitation, Instant now)
{
    writer.run("UPDATE invitation SET accepted_at = $1 WHERE id = $2", now, invitation);
    writer.run("DELETE FROM invitation_link WHERE invitation_id = $1", invitation);
}

void end_invitation(db::Writer& writer, InvitationId invitation, Instant now)
{
    writer.run("UPDATE invitation SET withdrawn_at = $1 WHERE id = $2", now, invitation);
    writer.run("DELETE FROM invitation_link WHERE invitation_id = $1", invitation);
}

std::optional<InvitationId> find_open_invitation(db::Reader& reader, AccountId account)
{
    const auto row = reader.one("SELECT id FROM invitation WHERE account_id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL "
                                "ORDER BY id DESC LIMIT 1",
                                account);
    return row ? std::optional{row->get<InvitationId>("id")} : std::nullopt;
}

void insert_link(db::Writer& writer, InvitationId invitation, const std::string& hash, LinkWay way, Instant now)
{
    writer.run("INSERT INTO invitation_link (token_hash, invitation_id, made_at, way) VALUES ($1, $2, $3, $4)", hash, invitation, now, name_of(way));
}

std::optional<Invitation> find_invitation_with_link(db::Reader& reader, const std::string& hash)
{
    const auto row = reader.one(std::string{selected} + "JOIN invitation_link l ON l.invitation_id = i.id WHERE l.token_hash = $1", hash);
    return row ? std::optional{invitation_of(*row)} : std::nullopt;
}

Result<Invitation> find_invitation(db::Reader& reader, const PublicId& id)
{
    return found(reader.one(std::string{selected} + "WHERE i.public_id = $1", id));
}

Result<Invitation> find_invitation(db::Reader& reader, InvitationId id)
{
    return found(reader.one(std::string{selected} + "WHERE i.id = $1", id));
}

std::vector<Invitation> list_invitations(db::Reader& reader, const InvitationFilter& filter, int limit, int offset, Instant now)
{
    std::vector<Invitation> invitations;
    const auto condition = filter.state ? condition_of(*filter.state) : std::string_view{"i.ends_at <> $1"};
    reader.each(fmt::format("{} WHERE {}{} ORDER BY i.id DESC LIMIT {} OFFSET {}", selected, condition, narrowed(filter), limit, offset),
                [&](const db::Row& row) { invitations.push_back(invitation_of(row)); }, now);
    return invitations;
}

InvitationCounts count_invitations(db::Reader& reader, const InvitationFilter& filter, Instant now)
{
    InvitationCounts counts{};
    reader.each("SELECT CASE WHEN withdrawn_at IS NOT NULL THEN 3 WHEN accepted_at IS NOT NULL THEN 2 WHEN ends_at <= $1 THEN 1 ELSE 0 END AS state, "
                "COUNT(*) AS number FROM invitation i WHERE 1 = 1" + narrowed(filter) + " GROUP BY 1",
                [&](const db::Row& row) { counts.at(static_cast<std::size_t>(row.get<std::int64_t>("state"))) = row.get<std::int64_t>("number"); }, now);
    return counts;
}

std::vector<MadeLink> links_of(db::Reader& reader, InvitationId invitation)
{
    std::vector<MadeLink> links;
    reader.each("SELECT made_at, way FROM invitation_link WHERE invitation_id = $1 ORDER BY made_at",
                [&](const db::Row& row) { links.push_back({row.get<Instant>("made_at"), row.get<std::string>("way")}); }, invitation);
    return links;
}

std::vector<InvitationId> find_spent_invitations(db::Reader& reader, Instant before)
{
    std::vector<InvitationId> spent;
    reader.each("SELECT id FROM invitation WHERE accepted_at IS NULL AND (ends_at < $1 OR withdrawn_at < $1)",
                [&spent](const db::Row& row) { spent.push_back(row.get<InvitationId>("id")); }, before);
    return spent;
}

void delete_invitation(db::Writer& writer, InvitationId invitation)
{
    writer.run("DELETE FROM invitation_link WHERE invitation_id = $1", invitation);
    writer.run("DELETE FROM invitation WHERE id = $1", invitation);
}

}  // namespace kith::access
