#include "partnership/dated_store.hpp"

namespace kith::partnership {

namespace {

std::optional<std::string> told(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional{text};
}

std::string text_of(const db::Row& row, std::string_view column)
{
    return row.get<std::optional<std::string>>(column).value_or("");
}

Span span_of(const db::Row& row)
{
    return {row.get<std::optional<Date>>("from_on"), row.get<std::optional<Date>>("until_on")};
}

db::Values with_span(db::Values values, const Span& span)
{
    values.push_back({"from_on", span.from});
    values.push_back({"until_on", span.until});
    return values;
}

void add_contact(db::Values& values, const WorkContact& contact)
{
    values.push_back({"contact_name", told(contact.name.reveal())});
    values.push_back({"contact_job", told(contact.job)});
    values.push_back({"contact_phone", told(contact.phone.reveal())});
    values.push_back({"contact_email", told(contact.email.reveal())});
}

WorkContact contact_of(const db::Row& row)
{
    return {ContactName{text_of(row, "contact_name")}, text_of(row, "contact_job"), ContactPhone{text_of(row, "contact_phone")},
            ContactEmail{text_of(row, "contact_email")}};
}

constexpr auto number = db::Kind::integer;

}  // namespace

std::string columns_of(const db::RegisterTable& table, std::string_view prefix)
{
    auto columns = fmt::format("{}id", prefix);
    for (const auto& column : table.columns) columns += fmt::format(", {}{}", prefix, column.name);
    return columns;
}

template <>
const db::RegisterTable& Stored<OrganisationLink>::table()
{
    static const db::RegisterTable table{"organisation_link", {{"public_id"}, {"organisation_id", number}, {"kind"}, {"other_id", number}, {"from_on"}, {"until_on"}}};
    return table;
}

template <>
db::Values Stored<OrganisationLink>::values(const OrganisationLink& link)
{
    return with_span({{"public_id", link.public_id}, {"organisation_id", link.organisation}, {"kind", code_of(link.kind)}, {"other_id", link.other}}, link.span);
}

template <>
OrganisationLink Stored<OrganisationLink>::read(const db::Row& row)
{
    return {row.get<OrganisationLinkId>("id"), row.get<PublicId>("public_id"), row.get<OrganisationId>("organisation_id"),
            parse_link_kind(row.get<std::string>("kind")).value_or(LinkKind::parent), row.get<OrganisationId>("other_id"), span_of(row)};
}

template <>
const db::RegisterTable& Stored<RegisterNumber>::table()
{
    static const db::RegisterTable table{"register_number", {{"public_id"}, {"organisation_id", number}, {"setting_id", number}, {"kind"}, {"number"}, {"from_on"}, {"until_on"}}};
    return table;
}

template <>
db::Values Stored<RegisterNumber>::values(const RegisterNumber& one)
{
    return with_span({{"public_id", one.public_id}, {"organisation_id", one.organisation}, {"setting_id", one.setting}, {"kind", one.kind}, {"number", one.number}}, one.span);
}

template <>
RegisterNumber Stored<RegisterNumber>::read(const db::Row& row)
{
    return {row.get<RegisterNumberId>("id"), row.get<PublicId>("public_id"), row.get<OrganisationId>("organisation_id"),
            row.get<std::optional<SettingId>>("setting_id"), row.get<std::string>("kind"), row.get<std::string>("number"), span_of(row)};
}

template <>
const db::RegisterTable& Stored<Cluster>::table()
{
    static const db::RegisterTable table{"cluster", {{"public_id"}, {"code"}, {"name"}, {"locality_id", number}, {"from_on"}, {"until_on"}}};
    return table;
}

template <>
db::Values Stored<Cluster>::values(const Cluster& cluster)
{
    return with_span({{"public_id", cluster.public_id}, {"code", cluster.code}, {"name", cluster.name}, {"locality_id", cluster.locality}}, cluster.span);
}

template <>
Cluster Stored<Cluster>::read(const db::Row& row)
{
    return {row.get<ClusterId>("id"), row.get<PublicId>("public_id"), row.get<std::string>("code"), row.get<std::string>("name"),
            row.get<std::optional<LocalityId>>("locality_id"), span_of(row)};
}

template <>
const db::RegisterTable& Stored<ClusterSetting>::table()
{
    static const db::RegisterTable table{"cluster_setting", {{"public_id"}, {"cluster_id", number}, {"setting_id", number}, {"from_on"}, {"until_on"}}};
    return table;
}

template <>
db::Values Stored<ClusterSetting>::values(const ClusterSetting& one)
{
    return with_span({{"public_id", one.public_id}, {"cluster_id", one.cluster}, {"setting_id", one.setting}}, one.span);
}

template <>
ClusterSetting Stored<ClusterSetting>::read(const db::Row& row)
{
    return {row.get<ClusterSettingId>("id"), row.get<PublicId>("public_id"), row.get<ClusterId>("cluster_id"), row.get<SettingId>("setting_id"), span_of(row)};
}

template <>
const db::RegisterTable& Stored<Team>::table()
{
    static const db::RegisterTable table{"team", {{"public_id"}, {"code"}, {"name"}, {"kind"}, {"led_by", number}, {"locality_id", number}, {"from_on"}, {"until_on"}}};
    return table;
}

template <>
db::Values Stored<Team>::values(const Team& team)
{
    return with_span({{"public_id", team.public_id}, {"code", team.code}, {"name", team.name}, {"kind", team.kind}, {"led_by", team.led_by}, {"locality_id", team.locality}}, team.span);
}

template <>
Team Stored<Team>::read(const db::Row& row)
{
    return {row.get<TeamId>("id"), row.get<PublicId>("public_id"), row.get<std::string>("code"), row.get<std::string>("name"), row.get<std::string>("kind"),
            row.get<std::optional<OrganisationId>>("led_by"), row.get<std::optional<LocalityId>>("locality_id"), span_of(row)};
}

template <>
const db::RegisterTable& Stored<TeamMember>::table()
{
    static const db::RegisterTable table{"team_member", {{"public_id"}, {"team_id", number}, {"standing"}, {"organisation_id", number}, {"staff_record_id", number},
                                         {"contact_name"}, {"contact_job"}, {"contact_phone"}, {"contact_email"}, {"from_on"}, {"until_on"}}};
    return table;
}

template <>
db::Values Stored<TeamMember>::values(const TeamMember& member)
{
    db::Values values{{"public_id", member.public_id}, {"team_id", member.team}, {"standing", code_of(member.standing)},
                      {"organisation_id", member.organisation}, {"staff_record_id", member.record}};
    add_contact(values, member.contact);
    return with_span(std::move(values), member.span);
}

template <>
TeamMember Stored<TeamMember>::read(const db::Row& row)
{
    return {row.get<TeamMemberId>("id"), row.get<PublicId>("public_id"), row.get<TeamId>("team_id"), parse_standing(row.get<std::string>("standing")).value_or(Standing::core),
            row.get<std::optional<OrganisationId>>("organisation_id"), row.get<std::optional<StaffRecordId>>("staff_record_id"), contact_of(row), span_of(row)};
}

template <>
const db::RegisterTable& Stored<NamedLink>::table()
{
    static const db::RegisterTable table{"named_link", {{"public_id"}, {"kind"}, {"organisation_id", number}, {"setting_id", number}, {"cluster_id", number}, {"works_for", number},
                                         {"staff_record_id", number}, {"contact_name"}, {"contact_job"}, {"contact_phone"}, {"contact_email"}, {"from_on"}, {"until_on"}}};
    return table;
}

template <>
db::Values Stored<NamedLink>::values(const NamedLink& link)
{
    db::Values values{{"public_id", link.public_id}, {"kind", link.kind}, {"organisation_id", link.organisation}, {"setting_id", link.setting},
                      {"cluster_id", link.cluster}, {"works_for", link.works_for}, {"staff_record_id", link.record}};
    add_contact(values, link.contact);
    return with_span(std::move(values), link.span);
}

template <>
NamedLink Stored<NamedLink>::read(const db::Row& row)
{
    return {row.get<NamedLinkId>("id"), row.get<PublicId>("public_id"), row.get<std::string>("kind"), row.get<std::optional<OrganisationId>>("organisation_id"),
            row.get<std::optional<SettingId>>("setting_id"), row.get<std::optional<ClusterId>>("cluster_id"), row.get<std::optional<OrganisationId>>("works_for"),
            row.get<std::optional<StaffRecordId>>("staff_record_id"), contact_of(row), span_of(row)};
}

std::vector<NamedLink> links_around(db::Reader& reader, OrganisationId organisation)
{
    return load<NamedLink>(reader, "(organisation_id = $1 OR setting_id IN (SELECT s.id FROM setting s WHERE s.ended_by IS NULL AND s.organisation_id = $1)) ORDER BY id", organisation);
}

std::vector<NamedLink> links_around(db::Reader& reader, ClusterId cluster)
{
    return load<NamedLink>(reader, "(cluster_id = $1 OR setting_id IN (SELECT m.setting_id FROM cluster_setting m WHERE m.ended_by IS NULL AND m.cluster_id = $1)) ORDER BY id", cluster);
}

std::vector<Cluster> clusters_with(db::Reader& reader, SettingId setting)
{
    return load<Cluster>(reader, "id IN (SELECT m.cluster_id FROM cluster_setting m WHERE m.ended_by IS NULL AND m.setting_id = $1) ORDER BY name", setting);
}

}  // namespace kith::partnership
