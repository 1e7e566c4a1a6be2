#include "partnership/dated_file.hpp"

#include "base/text.hpp"
#include "partnership/row_reader.hpp"

namespace kith::partnership {

namespace {

using files::CsvTable;

/// Every row through `read`, which gives a row or finds why not.
template <class Row, class Read>
DatedFile<Row> read_rows(const CsvTable& table, Read read)
{
    DatedFile<Row> file{.rows = static_cast<std::int64_t>(table.rows()), .taken = {}, .findings = {}};
    for (std::size_t place = 0; place < table.rows(); ++place) {
        RowReader row{table, place, file.findings};
        auto value = read(row);
        value.line = row.line();
        if (row.is_good()) file.taken.push_back(std::move(value));
    }
    return file;
}

/// The cell, or a finding that it is needed.
std::string needed(RowReader& row, std::string_view column, std::string_view what, const std::string& rule)
{
    auto text = row.text(column);
    if (text.empty()) row.error(std::string{column}, rule, fmt::format("Enter {}", what));
    return text;
}

}  // namespace

bool is_link_file(const CsvTable& table) { return has_columns(table, {"organisation", "link", "other"}); }
bool is_number_file(const CsvTable& table) { return has_columns(table, {"organisation", "number_kind", "number"}); }
bool is_cluster_file(const CsvTable& table) { return has_columns(table, {"cluster_code", "cluster_name"}) && !table.column("link_kind"); }
bool is_team_file(const CsvTable& table) { return has_columns(table, {"team_code", "name", "team_kind"}); }
bool is_member_file(const CsvTable& table) { return has_columns(table, {"team_code", "standing"}); }
bool is_named_link_file(const CsvTable& table) { return has_columns(table, {"link_kind", "contact_name"}); }

DatedFile<LinkRow> read_links(const CsvTable& table)
{
    return read_rows<LinkRow>(table, [](RowReader& row) {
        LinkRow link{.organisation = needed(row, "organisation", "the code of the organisation", "P-LNK-1"),
                     .other = needed(row, "other", "the code of the other organisation", "P-LNK-1")};
        if (auto kind = parse_link_kind(row.text("link"))) link.kind = *kind;
        else row.error("link", "P-LNK-2", "Link must be parent, merged_into or split_from");
        link.span = row.span("P-LNK-3");
        return link;
    });
}

DatedFile<NumberRow> read_numbers(const CsvTable& table)
{
    return read_rows<NumberRow>(table, [](RowReader& row) {
        NumberRow number{.organisation = needed(row, "organisation", "the code of the organisation", "P-NUM-1"), .setting = row.text("setting_code"),
                         .kind = needed(row, "number_kind", "the kind of number", "P-NUM-1"), .number = needed(row, "number", "the number", "P-NUM-1")};
        number.span = row.span("P-NUM-2");
        return number;
    });
}

DatedFile<ClusterRow> read_clusters(const CsvTable& table)
{
    return read_rows<ClusterRow>(table, [](RowReader& row) {
        ClusterRow cluster{.code = needed(row, "cluster_code", "the code of the cluster", "P-CLU-1"), .name = row.text("cluster_name"), .locality = row.text("locality_code"),
                           .organisation = row.text("organisation"), .setting = row.text("setting_code")};
        if (cluster.organisation.empty() != cluster.setting.empty()) {
            row.error("setting_code", "P-CLU-2", "Enter both the organisation's code and the setting's, or neither where the row is about the cluster only");
        }
        cluster.span = row.span("P-CLU-3");
        return cluster;
    });
}

DatedFile<TeamRow> read_teams(const CsvTable& table)
{
    return read_rows<TeamRow>(table, [](RowReader& row) {
        TeamRow team{.team = {.code = row.text("team_code"), .name = row.text("name"), .kind = row.text("team_kind"), .span = row.span("P-TEA-3")},
                     .led_by = row.text("led_by"), .locality = row.text("locality_code")};
        if (auto good = checked(team.team); !good && good.error().field != "until") {
            const auto field = good.error().field;
            row.error(field == "code" ? "team_code" : field == "kind" ? "team_kind" : field, "P-TEA-1", good.error().message);
        }
        return team;
    });
}

DatedFile<MemberRow> read_members(const CsvTable& table)
{
    return read_rows<MemberRow>(table, [](RowReader& row) {
        MemberRow member{.team = needed(row, "team_code", "the code of the team", "P-MEM-1"), .organisation = row.text("organisation"), .reference = row.text("staff_reference")};
        if (auto standing = parse_standing(row.text("standing"))) member.member.standing = *standing;
        else row.error("standing", "P-MEM-2", "Standing must be core or virtual");
        member.member.contact = row.contact("P-MEM-4");
        member.member.span = row.span("P-MEM-3");
        const auto& contact = member.member.contact;
        if (member.reference.empty() && contact.name.reveal().empty() && contact.job.empty()) {
            row.error("contact_name", "P-MEM-5", "Say who or what post it is: a staff reference, a name, or a job");
        }
        if (!member.reference.empty() && member.organisation.empty()) row.error("organisation", "P-MEM-5", "Enter the code of the organisation whose staff reference this is");
        return member;
    });
}

DatedFile<NamedLinkRow> read_named_links(const CsvTable& table)
{
    return read_rows<NamedLinkRow>(table, [](RowReader& row) {
        NamedLinkRow link{.kind = needed(row, "link_kind", "what they are to be rung about", "P-NAM-1"), .organisation = row.text("organisation"),
                          .setting = row.text("setting_code"), .cluster = row.text("cluster_code"), .works_for = row.text("works_for"), .reference = row.text("staff_reference"),
                          .contact = row.contact("P-NAM-4"), .span = row.span("P-NAM-3")};
        if (link.organisation.empty() == link.cluster.empty()) {
            row.error("organisation", "P-NAM-2", "Say for which organisation (and, if for one setting of it, which) or for which cluster they are to be rung: one of the two");
        }
        if (!link.setting.empty() && link.organisation.empty()) row.error("organisation", "P-NAM-2", "Enter the code of the organisation whose setting this is");
        if (!link.reference.empty() && link.works_for.empty()) row.error("works_for", "P-NAM-5", "Enter the code of the organisation whose staff reference this is");
        const auto& contact = link.contact;
        if (link.reference.empty() && contact.name.reveal().empty()) row.error("contact_name", "P-NAM-5", "Enter the name of the person to ring");
        else if (link.reference.empty() && contact.phone.reveal().empty() && contact.email.reveal().empty()) {
            row.error("contact_phone", "P-NAM-5", "Enter a telephone number or an e-mail address, so that they can be reached");
        }
        return link;
    });
}

std::string link_template() { return "organisation,link,other,from,until\r\n"; }
std::string number_template() { return "organisation,setting_code,number_kind,number,from,until\r\n"; }
std::string cluster_template() { return "cluster_code,cluster_name,locality_code,organisation,setting_code,from,until\r\n"; }
std::string team_template() { return "team_code,name,team_kind,led_by,locality_code,from,until\r\n"; }
std::string member_template() { return "team_code,standing,organisation,staff_reference,contact_name,contact_job,contact_phone,contact_email,from,until\r\n"; }
std::string named_link_template()
{
    return "link_kind,organisation,setting_code,cluster_code,contact_name,contact_job,contact_phone,contact_email,works_for,staff_reference,from,until\r\n";
}

}  // namespace kith::partnership
