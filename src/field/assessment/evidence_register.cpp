#include "assessment/evidence_register.hpp"

#include "db/transaction.hpp"

#include <fmt/format.h>

namespace kith::assessment {
namespace {

db::Values values_of(const Evidence& evidence)
{
    const auto& figure = evidence.figure;
    return {{"public_id", evidence.public_id}, {"campaign_id", evidence.campaign}, {"theme", evidence.theme}, {"kind", std::string{choice_of(evidence_kinds(), evidence.kind).name}},
            {"title", evidence.title}, {"shows", evidence.shows}, {"bearing", std::string{choice_of(bearings(), evidence.bearing).name}}, {"strength", std::string{choice_of(strengths(), evidence.strength).name}},
            {"confidentiality", std::string{choice_of(confidentialities(), evidence.confidentiality).name}}, {"source", evidence.source}, {"dated_on", evidence.dated_on},
            {"figure_path", figure ? std::optional{figure->path} : std::nullopt}, {"figure_value", figure ? std::optional{figure->value} : std::nullopt}, {"figure_as_of", figure ? std::optional{figure->as_of} : std::nullopt}};
}

Evidence evidence_of(const db::Row& row)
{
    Evidence evidence{.id = row.get<EvidenceId>("id"), .public_id = row.get<PublicId>("public_id"), .campaign = row.get<CampaignId>("campaign_id"), .theme = row.get<std::string>("theme"),
                      .kind = choice_named(evidence_kinds(), row.get<std::string>("kind")).value(), .title = row.get<std::string>("title"), .shows = row.get<std::string>("shows"),
                      .bearing = choice_named(bearings(), row.get<std::string>("bearing")).value(), .strength = choice_named(strengths(), row.get<std::string>("strength")).value(),
                      .confidentiality = choice_named(confidentialities(), row.get<std::string>("confidentiality")).value(), .source = row.get<std::string>("source"),
                      .dated_on = row.get<std::optional<Date>>("dated_on"), .figure = {}};
    if (auto path = row.get<std::optional<std::string>>("figure_path"))
        evidence.figure = PinnedFigure{std::move(*path), row.get<std::optional<std::string>>("figure_value").value_or(""), row.get<std::optional<Date>>("figure_as_of").value_or(Date{})};
    return evidence;
}

std::string select_where(std::string_view condition)
{
    return fmt::format("SELECT id, public_id, campaign_id, theme, kind, title, shows, bearing, strength, confidentiality, source, dated_on, figure_path, figure_value, figure_as_of "
                       "FROM evidence WHERE {} ORDER BY id", condition);
}

}  // namespace

const db::RegisterTable& evidence_table()
{
    static const db::RegisterTable table{"evidence", {{"public_id"}, {"campaign_id", db::Kind::integer}, {"theme"}, {"kind"}, {"title"}, {"shows"}, {"bearing"}, {"strength"}, {"confidentiality"}, {"source"},
                                                      {"dated_on"}, {"figure_path"}, {"figure_value"}, {"figure_as_of"}}};
    return table;
}

std::vector<Evidence> evidence_of(db::Reader& reader, CampaignId campaign)
{
    std::vector<Evidence> all;
    reader.each(select_where("campaign_id = $1 AND ended_by IS NULL"), [&](const db::Row& row) { all.push_back(evidence_of(row)); }, campaign);
    return all;
}

kith::Result<Evidence> find_evidence(db::Reader& reader, CampaignId campaign, const PublicId& id)
{
    const auto row = reader.one(select_where("campaign_id = $1 AND ended_by IS NULL AND public_id = $2"), campaign, id);
    if (!row) return not_found("Evidence");
    return evidence_of(*row);
}

std::optional<Evidence> evidence_on(db::Reader& reader, const PublicId& id, std::int64_t change_set)
{
    const auto row = reader.one(select_where("public_id = $1 AND made_by <= $2 AND (ended_by IS NULL OR ended_by > $2)"), id, change_set);
    return row ? std::optional{evidence_of(*row)} : std::nullopt;
}

Evidence add(db::ChangeSet& changes, Evidence evidence, Instant now)
{
    evidence.public_id = changes.writer().database().make_public_id(now);
    evidence.id = EvidenceId{changes.add(evidence_table(), values_of(evidence))};
    return evidence;
}

void replace(db::ChangeSet& changes, const Evidence& evidence) { changes.replace(evidence_table(), evidence.id.value(), values_of(evidence)); }
void take_away(db::ChangeSet& changes, const Evidence& evidence) { changes.end(evidence_table(), evidence.id.value()); }

}  // namespace kith::assessment
