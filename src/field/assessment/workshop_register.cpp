#include "assessment/workshop_register.hpp"

#include "db/transaction.hpp"

namespace kith::assessment {
namespace {

db::Values values_of(const Workshop& workshop)
{
    return {{"public_id", workshop.public_id}, {"campaign_id", workshop.campaign}, {"held_on", workshop.held_on}, {"facilitator", workshop.facilitator}, {"participants", workshop.participants}};
}

db::Values values_of(const ThemeFinding& finding)
{
    return {{"public_id", finding.public_id}, {"campaign_id", finding.campaign}, {"theme", finding.theme}, {"agreed_halves", finding.agreed ? std::optional{finding.agreed->halves()} : std::nullopt},
            {"reason", finding.reason}, {"strengths", finding.strengths}, {"barriers", finding.barriers}};
}

}  // namespace

const db::RegisterTable& workshop_table()
{
    static const db::RegisterTable table{"workshop", {{"public_id"}, {"campaign_id", db::Kind::integer}, {"held_on"}, {"facilitator"}, {"participants"}}};
    return table;
}

const db::RegisterTable& theme_finding_table()
{
    static const db::RegisterTable table{"theme_finding", {{"public_id"}, {"campaign_id", db::Kind::integer}, {"theme"}, {"agreed_halves", db::Kind::integer}, {"reason"}, {"strengths"}, {"barriers"}}};
    return table;
}

const db::RegisterTable& position_confirmation_table()
{
    static const db::RegisterTable table{"position_confirmation", {{"campaign_id", db::Kind::integer}, {"confirmed_by"}, {"confirmed_on"}}};
    return table;
}

std::optional<Workshop> workshop_of(db::Reader& reader, CampaignId campaign)
{
    const auto row = reader.one("SELECT id, public_id, held_on, facilitator, participants FROM workshop WHERE campaign_id = $1 AND ended_by IS NULL", campaign);
    if (!row) return std::nullopt;
    return Workshop{.id = row->get<WorkshopId>("id"), .public_id = row->get<PublicId>("public_id"), .campaign = campaign, .held_on = row->get<Date>("held_on"),
                    .facilitator = row->get<std::string>("facilitator"), .participants = row->get<std::string>("participants")};
}

std::map<std::string, ThemeFinding> findings_of(db::Reader& reader, CampaignId campaign, std::int64_t change_set)
{
    std::map<std::string, ThemeFinding> findings;
    reader.each("SELECT id, public_id, theme, agreed_halves, reason, strengths, barriers FROM theme_finding WHERE campaign_id = $1 AND made_by <= $2 AND (ended_by IS NULL OR ended_by > $2)",
                [&](const db::Row& row) {
                    ThemeFinding finding{.id = row.get<ThemeFindingId>("id"), .public_id = row.get<PublicId>("public_id"), .campaign = campaign, .theme = row.get<std::string>("theme"), .agreed = {},
                                         .reason = row.get<std::string>("reason"), .strengths = row.get<std::string>("strengths"), .barriers = row.get<std::string>("barriers")};
                    if (const auto halves = row.get<std::optional<std::int64_t>>("agreed_halves")) finding.agreed = AgreedPosition::from_halves(*halves);
                    findings.emplace(finding.theme, std::move(finding));
                }, campaign, change_set);
    return findings;
}

std::optional<Confirmation> confirmation_of(db::Reader& reader, CampaignId campaign)
{
    const auto row = reader.one("SELECT id, confirmed_by, confirmed_on FROM position_confirmation WHERE campaign_id = $1 AND ended_by IS NULL", campaign);
    if (!row) return std::nullopt;
    return Confirmation{.id = row->get<ConfirmationId>("id"), .campaign = campaign, .confirmed_by = row->get<std::string>("confirmed_by"), .confirmed_on = row->get<Date>("confirmed_on")};
}

void keep(db::ChangeSet& changes, Workshop workshop, Instant now)
{
    const auto held = workshop_of(changes.writer(), workshop.campaign);
    workshop.public_id = held ? held->public_id : changes.writer().database().make_public_id(now);
    if (held) changes.replace(workshop_table(), held->id.value(), values_of(workshop));
    else changes.add(workshop_table(), values_of(workshop));
}

void keep(db::ChangeSet& changes, ThemeFinding finding, Instant now)
{
    const auto all = findings_of(changes.writer(), finding.campaign);
    const auto held = all.find(finding.theme);
    finding.public_id = held == all.end() ? changes.writer().database().make_public_id(now) : held->second.public_id;
    if (held == all.end()) changes.add(theme_finding_table(), values_of(finding));
    else changes.replace(theme_finding_table(), held->second.id.value(), values_of(finding));
}

void confirm(db::ChangeSet& changes, const Confirmation& confirmation)
{
    changes.add(position_confirmation_table(), {{"campaign_id", confirmation.campaign}, {"confirmed_by", confirmation.confirmed_by}, {"confirmed_on", confirmation.confirmed_on}});
}

void withdraw(db::ChangeSet& changes, const Confirmation& confirmation)
{
    changes.end(position_confirmation_table(), confirmation.id.value());
}

}  // namespace kith::assessment
