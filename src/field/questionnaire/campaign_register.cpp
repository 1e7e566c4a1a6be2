#include "questionnaire/campaign_register.hpp"

#include "db/transaction.hpp"

#include <fmt/format.h>

namespace kith::questionnaire {
namespace {

db::Values values_of(const Campaign& campaign)
{
    const auto& reader = campaign.reader;
    return {{"public_id", campaign.public_id}, {"name", campaign.name}, {"instrument", campaign.instrument}, {"instrument_version", campaign.version},
            {"instrument_digest", campaign.digest}, {"opens_on", campaign.opens_on}, {"closes_on", campaign.closes_on}, {"stage", std::string{name_of(campaign.stage)}},
            {"reader_account", reader ? std::optional{reader->account} : std::nullopt}, {"reader_name", reader ? std::optional{reader->name} : std::nullopt},
            {"reader_days", reader ? std::optional<std::int64_t>{reader->days} : std::nullopt}, {"before_id", campaign.before}, {"report_due_on", campaign.report_due}};
}

Campaign campaign_of(const db::Row& row)
{
    Campaign campaign{.id = row.get<CampaignId>("id"), .public_id = row.get<PublicId>("public_id"), .name = row.get<std::string>("name"), .instrument = row.get<std::string>("instrument"),
                      .version = row.get<int>("instrument_version"), .digest = row.get<std::string>("instrument_digest"), .opens_on = row.get<Date>("opens_on"),
                      .closes_on = row.get<Date>("closes_on"), .stage = stage_named(row.get<std::string>("stage")).value(), .reader = {}, .before = row.get<std::optional<CampaignId>>("before_id"),
                      .report_due = row.get<std::optional<Date>>("report_due_on")};
    if (const auto account = row.get<std::optional<access::AccountId>>("reader_account"))
        campaign.reader = NamedReader{*account, row.get<std::optional<std::string>>("reader_name").value_or(""), row.get<std::optional<int>>("reader_days").value_or(1)};
    return campaign;
}

std::string select_where(std::string_view condition)
{
    return fmt::format("SELECT id, public_id, name, instrument, instrument_version, instrument_digest, opens_on, closes_on, stage, reader_account, reader_name, reader_days, before_id, "
                       "report_due_on FROM campaign WHERE ended_by IS NULL{} ORDER BY opens_on DESC, id DESC", condition);
}

}  // namespace

const db::RegisterTable& campaign_table()
{
    static const db::RegisterTable table{"campaign", {{"public_id"}, {"name"}, {"instrument"}, {"instrument_version", db::Kind::integer}, {"instrument_digest"}, {"opens_on"}, {"closes_on"},
                                                      {"stage"}, {"reader_account", db::Kind::integer}, {"reader_name"}, {"reader_days", db::Kind::integer},
                                                      {"before_id", db::Kind::integer}, {"report_due_on"}}};
    return table;
}

const db::RegisterTable& campaign_quota_table()
{
    static const db::RegisterTable table{"campaign_quota", {{"campaign_id", db::Kind::integer}, {"organisation_id", db::Kind::integer}, {"responses", db::Kind::integer}}};
    return table;
}

std::vector<Campaign> list_campaigns(db::Reader& reader)
{
    std::vector<Campaign> campaigns;
    reader.each(select_where(""), [&](const db::Row& row) { campaigns.push_back(campaign_of(row)); });
    return campaigns;
}

std::optional<Campaign> find_campaign(db::Reader& reader, CampaignId id)
{
    const auto row = reader.one(select_where(" AND id = $1"), id);
    return row ? std::optional{campaign_of(*row)} : std::nullopt;
}

Result<Campaign> find_campaign(db::Reader& reader, const PublicId& id)
{
    const auto row = reader.one(select_where(" AND public_id = $1"), id);
    if (!row) return not_found("Campaign");
    return campaign_of(*row);
}

Campaign add(db::ChangeSet& changes, Campaign campaign, Instant now)
{
    campaign.public_id = changes.writer().database().make_public_id(now);
    campaign.id = CampaignId{changes.add(campaign_table(), values_of(campaign))};
    return campaign;
}

void replace(db::ChangeSet& changes, const Campaign& campaign)
{
    changes.replace(campaign_table(), campaign.id.value(), values_of(campaign));
}

Quotas quotas_of(db::Reader& reader, CampaignId campaign)
{
    Quotas quotas;
    reader.each("SELECT organisation_id, responses FROM campaign_quota WHERE campaign_id = $1 AND ended_by IS NULL",
                [&](const db::Row& row) { quotas.emplace(row.get<access::OrganisationId>("organisation_id"), row.get<std::int64_t>("responses")); }, campaign);
    return quotas;
}

bool set_quotas(db::ChangeSet& changes, CampaignId campaign, const Quotas& wanted)
{
    struct Held { std::int64_t id, responses; };
    std::map<access::OrganisationId, Held> held;
    changes.writer().each("SELECT id, organisation_id, responses FROM campaign_quota WHERE campaign_id = $1 AND ended_by IS NULL",
                          [&](const db::Row& row) { held[row.get<access::OrganisationId>("organisation_id")] = {row.get<std::int64_t>("id"), row.get<std::int64_t>("responses")}; }, campaign);
    bool changed = false;
    for (const auto& [organisation, responses] : wanted) {
        const db::Values values{{"campaign_id", campaign}, {"organisation_id", organisation}, {"responses", responses}};
        const auto found = held.find(organisation);
        if (found == held.end()) changes.add(campaign_quota_table(), values);
        else if (found->second.responses != responses) changes.replace(campaign_quota_table(), found->second.id, values);
        else continue;
        changed = true;
    }
    for (const auto& [organisation, one] : held)
        if (!wanted.contains(organisation)) {
            changes.end(campaign_quota_table(), one.id);
            changed = true;
        }
    return changed;
}

std::vector<std::string> campaigns_without_instrument(db::Reader& reader, const Instruments& instruments)
{
    std::vector<std::string> words;
    for (const auto& campaign : list_campaigns(reader)) {
        if (campaign.stage != Stage::running) continue;
        if (const auto instrument = instrument_of(instruments, campaign); !instrument) words.push_back("campaign \"" + campaign.name + "\": " + instrument.error().message);
    }
    return words;
}

}  // namespace kith::questionnaire
