#include "intake/dated_kind.hpp"

#include "base/text.hpp"
#include "db/change_set.hpp"
#include "files/csv_table.hpp"
#include "files/csv_writer.hpp"
#include "intake/annotated_file.hpp"
#include "intake/beside.hpp"
#include "intake/staff_check.hpp"
#include "partnership/organisation_plan.hpp"
#include "workforce/staff_register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

namespace kith::intake {
namespace {

using partnership::DatedPlanner;
using partnership::PartnershipPlan;

/// What differs between the six.
struct DatedFormat {
    std::string id;
    std::string title;
    std::string things;  ///< "register numbers"
    std::string guidance;
    bool (*is_such)(const files::CsvTable&);
    std::string (*header)();
    /// Reads the table and plans its rows; answers how many rows it has and puts findings in the second list.
    std::function<std::int64_t(const files::CsvTable&, DatedPlanner&, std::vector<partnership::FileFinding>&, const partnership::StaffFinder&)> take;
    /// Added, changed and unchanged, as the difference counts them.
    std::function<std::array<std::int64_t, 3>(const partnership::DatedPlan&)> counts;
    std::function<std::size_t(const partnership::HeldDated&)> held;
};

/// A format's `take`, for rows that need no staff record.
template <class Row>
auto taking(partnership::DatedFile<Row> (*read)(const files::CsvTable&))
{
    return [read](const files::CsvTable& table, DatedPlanner& planner, std::vector<partnership::FileFinding>& findings, const partnership::StaffFinder& staff) {
        const auto file = read(table);
        findings = file.findings;
        for (const auto& row : file.taken) {
            if constexpr (requires { planner.take(row); }) planner.take(row);
            else planner.take(row, staff);
        }
        return file.rows;
    };
}

template <class T>
std::array<std::int64_t, 3> counts_of(const partnership::Planned<T>& planned)
{
    return {static_cast<std::int64_t>(planned.added.size()), static_cast<std::int64_t>(planned.changed.size()), planned.unchanged};
}

/// Clusters and teams of files handed in at the same time count as there: with --check they are not in the register yet.
partnership::HeldDated held_for(const returns::Handed& handed, const packs::Packs& packs)
{
    auto held = partnership::load_held_dated(handed.reader);
    held.places = held_with(handed.beside, std::move(held.places), packs, held.last_id);
    for (const auto* beside : handed.beside) {
        const auto table = files::CsvTable::read(beside->bytes);
        if (!table || (!partnership::is_cluster_file(*table) && !partnership::is_team_file(*table))) continue;
        std::vector<partnership::FileFinding> theirs;
        partnership::DatedPlan plan;
        DatedPlanner planner{std::move(held), packs, theirs, plan};
        if (partnership::is_cluster_file(*table)) {
            for (const auto& row : partnership::read_clusters(*table).taken) planner.take(row);
        } else {
            for (const auto& row : partnership::read_teams(*table).taken) planner.take(row);
        }
        held = planner.held();
    }
    return held;
}

void take_findings(returns::Checked& checked, const std::string& name, std::vector<partnership::FileFinding> findings)
{
    std::ranges::stable_sort(findings, {}, &partnership::FileFinding::line);
    std::set<std::int64_t> lines_with_errors;
    for (const auto& finding : findings) {
        using enum partnership::FileSeverity;
        const auto severity = finding.severity == error ? returns::Severity::error : finding.severity == warning ? returns::Severity::warning : returns::Severity::note;
        checked.findings.push_back({name, finding.line, finding.column, finding.rule, severity, finding.message});
        if (finding.severity == error) lines_with_errors.insert(finding.line);
    }
    checked.can_take = checked.rows - static_cast<std::int64_t>(lines_with_errors.size());
}

returns::Difference difference_of(const DatedFormat& format, const PartnershipPlan& plan, std::size_t held)
{
    const auto [added, changed, unchanged] = format.counts(plan.dated);
    const auto stay = std::max<std::int64_t>(0, static_cast<std::int64_t>(held) - changed - unchanged);
    returns::Difference difference;
    difference.headings = {{"new", "New " + format.things, added, "They are added", {}},
                           {"changed", "Changed " + format.things, changed, "What changed is added to their history", {}},
                           {"unchanged", "Unchanged " + format.things, unchanged, "Nothing happens to them", {}},
                           {"absent", "In the register and not in this file: " + format.things, stay, "They stay as they are", {}}};
    if (const auto clusters = plan.dated.clusters.added.size() + plan.dated.clusters.changed.size(); clusters > 0 && format.id == "clusters") {
        difference.headings.push_back({"clusters", "Clusters added or renamed", static_cast<std::int64_t>(clusters), "They are added, or take their new name", {}});
    }
    difference.writes = plan.dated.writes();
    difference.held = static_cast<std::int64_t>(held);
    difference.fingerprint = returns::hash_of(plan.dated.written);
    return difference;
}

returns::Checked check(const DatedFormat& format, const returns::Handed& handed, const packs::Packs& packs)
{
    returns::Checked checked;
    checked.format = "Kith " + format.things + " file";
    const auto table = files::Table::read(handed.file.bytes, files::TableReading{.limits = {}, .wanted = format.is_such, .sheet = {}});
    if (!table) {
        checked.refusal = table.error().message;
        return checked;
    }
    const partnership::StaffFinder staff = [&handed](partnership::OrganisationId organisation, std::string_view reference) {
        return workforce::find_staff_record(handed.reader, organisation, reference);
    };
    auto held = held_for(handed, packs);
    const auto many = format.held(held);
    PartnershipPlan plan;
    std::vector<partnership::FileFinding> findings;
    DatedPlanner planner{std::move(held), packs, plan.findings, plan.dated};
    checked.rows = format.take(*table, planner, findings, staff);
    findings.insert(findings.end(), plan.findings.begin(), plan.findings.end());
    take_findings(checked, place_name(handed.file.name, *table), std::move(findings));
    say_what_stands_above(checked.findings, place_name(handed.file.name, *table), *table);
    checked.difference = difference_of(format, plan, many);
    checked.plan = std::move(plan);
    return checked;
}

returns::Kind kind_of(DatedFormat format, std::shared_ptr<const packs::Packs> packs)
{
    returns::Kind kind;
    kind.id = format.id;
    kind.title = format.title;
    kind.guidance = format.guidance;
    kind.for_one_organisation = false;
    kind.recognise = [is_such = format.is_such](std::string_view start) { return files::has_header(start, is_such); };
    kind.check = [format, packs](const returns::Handed& handed) { return check(format, handed, *packs); };
    kind.accept = [things = format.things](db::ChangeSet& changes, const returns::Checked& checked, Instant now) -> returns::Accepted {
        const auto done = partnership::carry_out(changes, std::any_cast<const PartnershipPlan&>(checked.plan), now);
        if (!done) throw std::logic_error("a plan made within this writer was out of date");
        return {checked.difference.writes, counted(checked.difference.writes, "change") + " made to " + things};
    };
    kind.annotate = annotated;
    kind.templates = {{format.id + ".csv", "text/csv; charset=utf-8", format.title + " template (CSV)", [header = format.header](db::Reader&) { return header(); }}};
    return kind;
}

}  // namespace

returns::Kind organisation_links_kind(std::shared_ptr<const packs::Packs> packs)
{
    return kind_of({.id = "organisation-links", .title = "Parents, mergers and splits", .things = "links between organisations",
                    .guidance = "One row for each parent of an organisation, and for each merger or split that has happened, with its day. It records them; "
                                "settings are moved from the organisation's own page.",
                    .is_such = partnership::is_link_file, .header = partnership::link_template, .take = taking(partnership::read_links),
                    .counts = [](const auto& plan) { return counts_of(plan.links); }, .held = [](const auto& held) { return held.links.size(); }}, std::move(packs));
}

returns::Kind register_numbers_kind(std::shared_ptr<const packs::Packs> packs)
{
    auto kind = kind_of({.id = "register-numbers", .title = "Register numbers", .things = "register numbers",
                         .guidance = "One row for each number of an organisation or setting in a public register: URN, charity number, ODS code and the like.",
                         .is_such = partnership::is_number_file, .header = partnership::number_template, .take = taking(partnership::read_numbers),
                         .counts = [](const auto& plan) { return counts_of(plan.numbers); }, .held = [](const auto& held) { return held.numbers.size(); }}, packs);
    kind.templates.push_back({"partnership-codes.csv", "text/csv; charset=utf-8", "Codes for the files of the partnership (CSV)",
                              [packs](db::Reader&) { return partnership_codes(*packs); }});
    return kind;
}

returns::Kind clusters_kind(std::shared_ptr<const packs::Packs> packs)
{
    return kind_of({.id = "clusters", .title = "Clusters", .things = "settings in clusters",
                    .guidance = "One row for each setting of a cluster. The first row of a cluster names it.",
                    .is_such = partnership::is_cluster_file, .header = partnership::cluster_template, .take = taking(partnership::read_clusters),
                    .counts = [](const auto& plan) { return counts_of(plan.cluster_settings); }, .held = [](const auto& held) { return held.cluster_settings.size(); }}, std::move(packs));
}

returns::Kind teams_kind(std::shared_ptr<const packs::Packs> packs)
{
    return kind_of({.id = "teams", .title = "Teams", .things = "teams", .guidance = "One row for each team, with the organisation that leads it.",
                    .is_such = partnership::is_team_file, .header = partnership::team_template, .take = taking(partnership::read_teams),
                    .counts = [](const auto& plan) { return counts_of(plan.teams); }, .held = [](const auto& held) { return held.teams.size(); }}, std::move(packs));
}

returns::Kind team_members_kind(std::shared_ptr<const packs::Packs> packs)
{
    return kind_of({.id = "team-members", .title = "Members of teams", .things = "members of teams",
                    .guidance = "One row for each member: a staff reference of the organisation that employs them, or a name, or a job. Hand in the teams first.",
                    .is_such = partnership::is_member_file, .header = partnership::member_template, .take = taking(partnership::read_members),
                    .counts = [](const auto& plan) { return counts_of(plan.members); }, .held = [](const auto& held) { return held.members.size(); }}, std::move(packs));
}

returns::Kind named_links_kind(std::shared_ptr<const packs::Packs> packs)
{
    return kind_of({.id = "named-links", .title = "Named links", .things = "named links",
                    .guidance = "One row for each person to ring about one thing, such as early help, for an organisation, a setting or a cluster.",
                    .is_such = partnership::is_named_link_file, .header = partnership::named_link_template, .take = taking(partnership::read_named_links),
                    .counts = [](const auto& plan) { return counts_of(plan.named_links); }, .held = [](const auto& held) { return held.named_links.size(); }}, std::move(packs));
}

std::string partnership_codes(const packs::Packs& packs)
{
    files::CsvWriter writer{{.byte_order_mark = true}};
    writer.row(std::vector<std::string_view>{"list", "code", "meaning", "looks_like"});
    for (const auto* list : {"sectors", "organisation_kinds", "ownership", "return_frequencies", "setting_kinds", "tiers", "deprivation_bands", "register_number_kinds", "team_kinds", "named_link_kinds"}) {
        for (const auto& code : packs.list(list).codes()) writer.row(std::vector<std::string_view>{list, code.code, code.label, code.attribute("example")});
    }
    return std::move(writer).text();
}

}  // namespace kith::intake
