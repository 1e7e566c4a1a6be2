#include "workforce/sharing_register.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kith::workforce {

namespace {

constexpr std::string_view columns = "a.id, a.public_id, a.owner_id, a.with_id, a.parts, a.purpose, a.from_on, a.until_on";

SharingAgreement agreement_of(const db::Row& row)
{
    return {.id = row.get<SharingAgreementId>("id"),
            .public_id = row.get<PublicId>("public_id"),
            .owner = row.get<OrganisationId>("owner_id"),
            .with = row.get<OrganisationId>("with_id"),
            .parts = parts_of(row.get<std::string>("parts")),
            .purpose = row.get<std::string>("purpose"),
            .from_on = row.get<Date>("from_on"),
            .until_on = row.get<std::optional<Date>>("until_on")};
}

db::Values values_of(const SharingAgreement& agreement)
{
    return {{"public_id", agreement.public_id}, {"owner_id", agreement.owner}, {"with_id", agreement.with},       {"parts", text_of(agreement.parts)},
            {"purpose", agreement.purpose},     {"from_on", agreement.from_on}, {"until_on", agreement.until_on}};
}

/// Both sides see an agreement.
std::string within(const access::Reach& reach)
{
    return fmt::format("({} OR {})", reach.where({.organisation = "a.owner_id", .locality = {}, .staff_record = {}}),
                       reach.where({.organisation = "a.with_id", .locality = {}, .staff_record = {}}));
}

}  // namespace

const db::RegisterTable& sharing_agreement_table()
{
    static const db::RegisterTable table{"sharing_agreement",
                                         {{"public_id"},
                                          {"owner_id", db::Kind::integer},
                                          {"with_id", db::Kind::integer},
                                          {"parts"},
                                          {"purpose"},
                                          {"from_on"},
                                          {"until_on"}}};
    return table;
}

Result<SharingAgreement> add(db::ChangeSet& changes, SharingAgreement agreement, Instant now)
{
    if (auto good = check(agreement); !good) return std::unexpected(good.error());
    agreement.public_id = changes.writer().database().make_public_id(now, 0);
    agreement.id = SharingAgreementId{changes.add(sharing_agreement_table(), values_of(agreement))};
    return agreement;
}

Result<void> end_agreement(db::ChangeSet& changes, const SharingAgreement& agreement, Date last_day)
{
    if (agreement.until_on && *agreement.until_on <= last_day) return conflict("The agreement has ended already");
    auto ended = agreement;
    ended.until_on = last_day;
    changes.replace(sharing_agreement_table(), agreement.id.value(), values_of(ended));
    return {};
}

std::vector<SharingAgreement> list_agreements(db::Reader& reader, const access::Reach& reach)
{
    std::vector<SharingAgreement> agreements;
    reader.each(fmt::format("SELECT {} FROM sharing_agreement a WHERE a.ended_by IS NULL AND {} ORDER BY a.from_on DESC, a.id DESC", columns, within(reach)),
                [&](const db::Row& row) { agreements.push_back(agreement_of(row)); });
    return agreements;
}

Result<SharingAgreement> find_agreement(db::Reader& reader, const access::Reach& reach, const PublicId& id)
{
    auto row = reader.one(fmt::format("SELECT {} FROM sharing_agreement a WHERE a.ended_by IS NULL AND a.public_id = $1 AND {}", columns, within(reach)), id);
    if (!row) return not_found("Sharing agreement");
    return agreement_of(*row);
}

std::vector<SharedRecords> shared_with(db::Reader& reader, std::span<const OrganisationId> organisations, Date day)
{
    std::vector<SharedRecords> shared;
    if (organisations.empty()) return shared;
    std::vector<std::int64_t> ids;
    for (auto id : organisations) ids.push_back(id.value());
    reader.each(fmt::format("SELECT {} FROM sharing_agreement a WHERE a.ended_by IS NULL AND a.with_id IN ({})", columns, fmt::join(ids, ", ")),
                [&](const db::Row& row) {
                    const auto agreement = agreement_of(row);
                    if (agreement.holds_on(day)) shared.push_back({agreement.owner, agreement.with, agreement.parts});
                });
    return shared;
}

}  // namespace kith::workforce
