#pragma once
// Six files by which what is dated in the partnership comes in: links between organisations, register numbers, clusters, teams, their members,
// named links. Here: what each row says. What taking it would change is dated_plan.hpp. Pure: no SQL, no pages.
#include "files/csv_table.hpp"
#include "partnership/file_finding.hpp"
#include "partnership/named_link.hpp"
#include "partnership/organisation_link.hpp"

#include <string>
#include <vector>

namespace kith::partnership {

/// A parent, merger or split; organisations by their codes.
struct LinkRow {
    std::int64_t line = 0;
    std::string organisation;
    std::string other;
    LinkKind kind = LinkKind::parent;
    Span span;
    std::string column = "other";  ///< the column that names the other organisation
};

struct NumberRow {
    std::int64_t line = 0;
    std::string organisation;
    std::string setting;  ///< empty: the organisation as a whole
    std::string kind;     ///< as written: a code, a label or another name of it
    std::string number;
    Span span;
    bool only_one = false;  ///< from a column of the organisations or settings file: in place of the one of its kind that is held
    std::string column = "number";
};

/// A setting in a cluster; the cluster itself is made or renamed by its first row. Without a setting the row is about the cluster only.
struct ClusterRow {
    std::int64_t line = 0;
    std::string code;
    std::string name;
    std::string locality;
    std::string organisation;
    std::string setting;
    Span span;
};

struct TeamRow {
    std::int64_t line = 0;
    Team team;  ///< with its kind as written
    std::string led_by;
    std::string locality;
};

struct MemberRow {
    std::int64_t line = 0;
    std::string team;
    std::string organisation;
    std::string reference;  ///< of the staff record in that organisation; empty where the person is named
    TeamMember member;
};

struct NamedLinkRow {
    std::int64_t line = 0;
    std::string kind;  ///< as written
    std::string organisation;
    std::string setting;
    std::string cluster;
    std::string works_for;
    std::string reference;  ///< of the staff record in `works_for`
    WorkContact contact;
    Span span;
};

/// Rows without an error, and the findings.
template <class Row>
struct DatedFile {
    std::int64_t rows = 0;
    std::vector<Row> taken;
    std::vector<FileFinding> findings;
};

/// Names of the columns of each file, those it must have first.
bool is_link_file(const files::CsvTable& table);
bool is_number_file(const files::CsvTable& table);
bool is_cluster_file(const files::CsvTable& table);
bool is_team_file(const files::CsvTable& table);
bool is_member_file(const files::CsvTable& table);
bool is_named_link_file(const files::CsvTable& table);

DatedFile<LinkRow> read_links(const files::CsvTable& table);
DatedFile<NumberRow> read_numbers(const files::CsvTable& table);
DatedFile<ClusterRow> read_clusters(const files::CsvTable& table);
DatedFile<TeamRow> read_teams(const files::CsvTable& table);
DatedFile<MemberRow> read_members(const files::CsvTable& table);
DatedFile<NamedLinkRow> read_named_links(const files::CsvTable& table);

/// The header of each, to start from.
std::string link_template();
std::string number_template();
std::string cluster_template();
std::string team_template();
std::string member_template();
std::string named_link_template();

}  // namespace kith::partnership
