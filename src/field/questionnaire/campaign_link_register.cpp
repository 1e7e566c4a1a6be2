#include "questionnaire/campaign_link_register.hpp"

#include "access/token.hpp"

#include <fmt/format.h>

namespace kith::questionnaire {
namespace {

constexpr std::string_view purpose = "campaign_link";

CampaignLink link_of(const db::Row& row)
{
    CampaignLink link{.id = row.get<CampaignLinkId>("id"), .public_id = row.get<PublicId>("public_id"), .campaign = row.get<CampaignId>("campaign_id"),
                      .way = link_way_named(row.get<std::string>("way")).value(),
                      .for_whom = {.viewpoint = row.get<std::string>("viewpoint"), .leader = row.get<std::optional<bool>>("leader"),
                                   .organisation = row.get<std::optional<access::OrganisationId>>("organisation_id"),
                                   .locality = row.get<std::optional<access::LocalityId>>("locality_id"), .formal = row.get<bool>("formal")},
                      .words = row.get<std::string>("words"), .email = {}, .account = row.get<std::optional<access::AccountId>>("account_id"),
                      .state = link_state_named(row.get<std::string>("state")).value(), .made_on = row.get<Instant>("made_at").date_in_london(), .sent_on = row.get<std::optional<Date>>("sent_on"),
                      .reminded_on = row.get<std::optional<Date>>("reminded_on")};
    if (const auto email = row.get<std::optional<std::string>>("email"))
        if (auto parsed = EmailAddress::parse(*email)) link.email = *parsed;
    return link;
}

std::string select_where(std::string_view condition)
{
    return fmt::format("SELECT id, public_id, campaign_id, way, viewpoint, leader, organisation_id, locality_id, formal, words, email, account_id, state, made_at, sent_on, reminded_on "
                       "FROM campaign_link WHERE {} ORDER BY id", condition);
}

}  // namespace

std::pair<CampaignLink, std::string> make_link(db::Writer& writer, CampaignLink link, const Chance& chance, Instant now)
{
    link.public_id = writer.database().make_public_id(now);
    link.made_on = now.date_in_london();
    const auto leader = link.for_whom.leader ? std::optional<std::int64_t>{*link.for_whom.leader ? 1 : 0} : std::nullopt;
    const auto email = link.email ? std::optional{link.email->reveal()} : std::nullopt;
    link.id = CampaignLinkId{writer.insert(
        "INSERT INTO campaign_link (public_id, campaign_id, way, viewpoint, leader, organisation_id, locality_id, formal, words, email, account_id, state, made_at, sent_on) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id",
        link.public_id, link.campaign, name_of(link.way), link.for_whom.viewpoint, leader, link.for_whom.organisation, link.for_whom.locality,
        link.for_whom.formal ? 1 : 0, link.words, email, link.account, name_of(link.state), now, link.sent_on)};
    auto secret = another_secret(writer, link.id, chance);
    return {std::move(link), std::move(secret)};
}

std::string another_secret(db::Writer& writer, CampaignLinkId link, const Chance& chance)
{
    auto secret = access::new_token(chance);
    writer.run("INSERT INTO campaign_link_secret (token_hash, link_id) VALUES ($1, $2)", access::hash_of(purpose, secret), link);
    return secret;
}

std::string renew_link(db::Writer& writer, CampaignLinkId link, const Chance& chance)
{
    writer.run("DELETE FROM campaign_link_secret WHERE link_id = $1", link);
    return another_secret(writer, link, chance);
}

Result<CampaignLink> link_with_secret(db::Reader& reader, std::string_view secret)
{
    const auto row = reader.one(select_where("id = (SELECT link_id FROM campaign_link_secret WHERE token_hash = $1)"), access::hash_of(purpose, secret));
    if (!row) return not_found("Link");
    return link_of(*row);
}

Result<CampaignLink> find_link(db::Reader& reader, const PublicId& id)
{
    const auto row = reader.one(select_where("public_id = $1"), id);
    if (!row) return not_found("Link");
    return link_of(*row);
}

std::optional<CampaignLink> find_link(db::Reader& reader, CampaignLinkId id)
{
    const auto row = reader.one(select_where("id = $1"), id);
    return row ? std::optional{link_of(*row)} : std::nullopt;
}

std::optional<CampaignLink> link_of_account(db::Reader& reader, CampaignId campaign, access::AccountId account)
{
    const auto row = reader.one(select_where("campaign_id = $1 AND account_id = $2"), campaign, account);
    return row ? std::optional{link_of(*row)} : std::nullopt;
}

std::vector<CampaignLink> links_of(db::Reader& reader, CampaignId campaign)
{
    std::vector<CampaignLink> links;
    reader.each(select_where("campaign_id = $1"), [&](const db::Row& row) { links.push_back(link_of(row)); }, campaign);
    return links;
}

bool use_link(db::Writer& writer, CampaignLinkId link)
{
    return writer.run("UPDATE campaign_link SET state = 'used' WHERE id = $1 AND state = 'open'", link) == 1;
}

void withdraw_link(db::Writer& writer, CampaignLinkId link)
{
    writer.run("UPDATE campaign_link SET state = 'withdrawn' WHERE id = $1 AND state = 'open'", link);
}

void mark_sent(db::Writer& writer, CampaignLinkId link, Date today, bool reminder)
{
    writer.run(reminder ? "UPDATE campaign_link SET reminded_on = $1 WHERE id = $2" : "UPDATE campaign_link SET sent_on = $1 WHERE id = $2", today, link);
}

void forget_addresses(db::Writer& writer, CampaignId campaign)
{
    writer.run("UPDATE campaign_link SET email = NULL WHERE campaign_id = $1 AND email IS NOT NULL", campaign);
    writer.run("UPDATE campaign_link SET words = '' WHERE campaign_id = $1 AND way = 'group'", campaign);
}

std::vector<HandedOut> handed_out(db::Reader& reader, CampaignId campaign)
{
    std::vector<HandedOut> all;
    reader.each("SELECT viewpoint, organisation_id, locality_id, formal, SUM(CASE WHEN way = 'one_use' THEN 1 ELSE 0 END) AS links, "
                "SUM(CASE WHEN way = 'one_use' AND state = 'used' THEN 1 ELSE 0 END) AS used FROM campaign_link "
                "WHERE campaign_id = $1 AND way IN ('one_use', 'open') AND state <> 'withdrawn' GROUP BY viewpoint, organisation_id, locality_id, formal",
                [&](const db::Row& row) {
                    all.push_back({.for_whom = {.viewpoint = row.get<std::string>("viewpoint"), .leader = {}, .organisation = row.get<std::optional<access::OrganisationId>>("organisation_id"),
                                                .locality = row.get<std::optional<access::LocalityId>>("locality_id"), .formal = row.get<bool>("formal")},
                                   .links = row.get<std::int64_t>("links"), .used = row.get<std::int64_t>("used")});
                },
                campaign);
    return all;
}

}  // namespace kith::questionnaire
