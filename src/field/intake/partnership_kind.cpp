#include "intake/partnership_kind.hpp"

#include "base/text.hpp"
#include "db/change_set.hpp"
#include "files/table.hpp"
#include "intake/annotated_file.hpp"
#include "intake/staff_check.hpp"
#include "intake/beside.hpp"
#include "intake/workplace.hpp"
#include "partnership/organisation_file.hpp"
#include "partnership/organisation_plan.hpp"
#include "partnership/organisation_register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace kith::intake {
namespace {

using partnership::PartnershipPlan;

returns::Severity severity_of(partnership::FileSeverity severity)
{
    switch (severity) {
    case partnership::FileSeverity::error: return returns::Severity::error;
    case partnership::FileSeverity::warning: return returns::Severity::warning;
    case partnership::FileSeverity::note: break;
    }
    return returns::Severity::note;
}

void take_findings(returns::Checked& checked, const std::string& file, const std::vector<partnership::FileFinding>& findings)
{
    std::set<std::int64_t> lines_with_errors;
    for (const auto& finding : findings) {
        checked.findings.push_back({file, finding.line, finding.column, finding.rule, severity_of(finding.severity), finding.message});
        if (finding.severity == partnership::FileSeverity::error) lines_with_errors.insert(finding.line);
    }
    checked.can_take = checked.rows - static_cast<std::int64_t>(lines_with_errors.size());
}

returns::DifferenceHeading heading(std::string id, std::string words, std::size_t number, std::string meaning)
{
    return {std::move(id), std::move(words), static_cast<std::int64_t>(number), std::move(meaning), {}};
}

std::string day(const std::optional<Date>& date) { return date ? date->iso() : ""; }

std::string written_out(const partnership::Organisation& o)
{
    return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}\n", o.id.value(), o.code, o.name, o.sector, o.kind, code_of(o.ownership), o.expected_headcount.value_or(-1),
                       day(o.opened_on), day(o.closed_on), o.returns_every, o.contact.name.reveal(), o.contact.job, o.contact.phone.reveal(), o.contact.email.reveal());
}

std::string written_out(const PartnershipPlan::PlannedSetting& s)
{
    return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}\n", s.setting.id.value(), s.organisation_code, s.setting.code, s.setting.name, s.setting.kind, s.locality_code,
                       s.setting.postcode, day(s.setting.opened_on), day(s.setting.closed_on), s.setting.tier, s.setting.places.value_or(-1), s.setting.deprivation_band);
}

/// Every value that the plan would write: its hash is the fingerprint.
std::string written_out(const PartnershipPlan& plan)
{
    std::string text;
    for (const auto* localities : {&plan.new_localities, &plan.changed_localities}) {
        for (const auto& locality : *localities) text += fmt::format("{}|{}|{}\n", locality.id.value(), locality.code, locality.name);
    }
    for (const auto* organisations : {&plan.new_organisations, &plan.changed_organisations}) {
        for (const auto& organisation : *organisations) text += written_out(organisation);
    }
    for (const auto* settings : {&plan.new_settings, &plan.changed_settings}) {
        for (const auto& setting : *settings) text += written_out(setting);
    }
    return text + plan.dated.written;
}

std::int64_t writes_of(const PartnershipPlan& plan)
{
    return static_cast<std::int64_t>(plan.new_localities.size() + plan.changed_localities.size() + plan.new_organisations.size() +
                                     plan.changed_organisations.size() + plan.new_settings.size() + plan.changed_settings.size()) + plan.dated.writes();
}

returns::Difference difference_of(const PartnershipPlan& plan, std::string_view things, std::size_t held)
{
    returns::Difference difference;
    const auto is_settings = things == "settings";
    const auto added = is_settings ? plan.new_settings.size() : plan.new_organisations.size();
    const auto changed = is_settings ? plan.changed_settings.size() : plan.changed_organisations.size();
    difference.headings = {heading("new", fmt::format("New {}", things), added, "They are added"),
                           heading("changed", fmt::format("Changed {}", things), changed, "What changed is added to their history"),
                           heading("unchanged", fmt::format("Unchanged {}", things), static_cast<std::size_t>(plan.unchanged), "Nothing happens to them")};
    const auto named = changed + static_cast<std::size_t>(plan.unchanged);
    difference.headings.push_back(heading("absent", fmt::format("In the register and not in this file: {}", things), held > named ? held - named : 0,
                                          "They stay as they are"));
    if (is_settings) {
        difference.headings.push_back(heading("new_localities", "New localities", plan.new_localities.size(), "They are added"));
        difference.headings.push_back(heading("changed_localities", "Localities with a new name", plan.changed_localities.size(), "They take the new name"));
    }
    const auto also = [&](std::string id, std::string words, const auto& planned) {
        const auto many = planned.added.size() + planned.changed.size();
        if (many > 0) difference.headings.push_back(heading(std::move(id), std::move(words), many, "They are added, or changed where they are held already"));
    };
    also("numbers", "Register numbers", plan.dated.numbers);
    also("parents", "Parents of organisations", plan.dated.links);
    difference.writes = writes_of(plan);
    difference.held = static_cast<std::int64_t>(held);
    difference.fingerprint = returns::hash_of(written_out(plan));
    return difference;
}

returns::Checked refused(std::string format, std::string words)
{
    returns::Checked checked;
    checked.format = std::move(format);
    checked.refusal = std::move(words);
    return checked;
}

files::TableReading wanting(bool (*is_such)(const files::Table&))
{
    return {.limits = {}, .wanted = is_such, .sheet = {}};
}

/// The files beside a settings file that may bring its organisations: another settings file has no say in what this one adds.
std::vector<const returns::File*> organisation_files(const std::vector<const returns::File*>& beside)
{
    std::vector<const returns::File*> found;
    for (const auto* file : beside) {
        const auto table = files::Table::read(file->bytes, wanting(partnership::is_organisation_file));
        if (table && partnership::is_organisation_file(*table)) found.push_back(file);
    }
    return found;
}

/// Findings of the file and of the plan, in the order of the lines.
void take_all_findings(returns::Checked& checked, const std::string& name, std::vector<partnership::FileFinding> findings, const PartnershipPlan& plan)
{
    findings.insert(findings.end(), plan.findings.begin(), plan.findings.end());
    std::ranges::stable_sort(findings, {}, &partnership::FileFinding::line);
    take_findings(checked, name, findings);
}

returns::Checked check_organisations(const returns::Handed& handed, const packs::Packs& packs)
{
    const auto table = files::Table::read(handed.file.bytes, wanting(partnership::is_organisation_file));
    if (!table) return refused("Kith organisations file", table.error().message);
    const auto file = partnership::read_organisations(*table, known_codes(packs));
    auto held = partnership::load_held_dated(handed.reader);
    const auto many = held.places.organisations.size();
    auto plan = partnership::plan_for(file, held.places);
    held.places = partnership::expected_after(std::move(held.places), plan, held.last_id);
    partnership::DatedPlanner planner{std::move(held), packs, plan.findings, plan.dated};
    for (const auto& row : file.numbers) planner.take(row);
    for (const auto& row : file.parents) planner.take(row);
    returns::Checked checked{.format = "Kith organisations file", .rows = file.rows};
    take_all_findings(checked, place_name(handed.file.name, *table), file.findings, plan);
    say_what_stands_above(checked.findings, place_name(handed.file.name, *table), *table);
    checked.difference = difference_of(plan, "organisations", many);
    checked.plan = std::move(plan);
    return checked;
}

returns::Checked check_settings(const returns::Handed& handed, const packs::Packs& packs)
{
    const auto table = files::Table::read(handed.file.bytes, wanting(partnership::is_setting_file));
    if (!table) return refused("Kith settings file", table.error().message);
    auto file = partnership::read_settings(*table, known_codes(packs));
    auto held = partnership::load_held_dated(handed.reader);
    const auto many = held.places.settings.size();
    held.places = held_with(organisation_files(handed.beside), std::move(held.places), packs, held.last_id);
    auto plan = partnership::plan_for(file, held.places);
    held.places = partnership::expected_after(std::move(held.places), plan, held.last_id);
    partnership::DatedPlanner planner{std::move(held), packs, plan.findings, plan.dated};
    for (const auto& row : file.numbers) planner.take(row);
    returns::Checked checked{.format = "Kith settings file", .rows = file.rows};
    take_all_findings(checked, place_name(handed.file.name, *table), file.findings, plan);
    say_what_stands_above(checked.findings, place_name(handed.file.name, *table), *table);
    checked.difference = difference_of(plan, "settings", many);
    checked.plan = std::move(plan);
    return checked;
}

returns::Checked check_workplaces_file(const returns::Handed& handed, const packs::Packs& packs)
{
    const Surroundings surroundings{packs, handed.today, partnership::all_organisations(handed.reader), partnership::all_settings(handed.reader),
                                    partnership::all_localities(handed.reader), handed.organisation};
    std::optional<StaffCounts> staff_beside;
    for (const auto* beside : handed.beside) {
        if (auto counts = staff_counts_in(beside->bytes, handed.today)) staff_beside = std::move(counts);
    }
    auto check = check_workplaces(handed.file.name, handed.file.bytes, surroundings, staff_beside);
    returns::Checked checked{.format = check.format, .rows = static_cast<std::int64_t>(check.rows.size()), .can_take = check.can_take,
                             .findings = check.findings, .refusal = check.refusal};
    if (!checked.refusal.empty()) return checked;
    const auto held = partnership::load_held(handed.reader);
    const auto* organisation = handed.organisation ? surroundings.organisation(*handed.organisation) : nullptr;
    auto plan = plan_for(check, held, packs, organisation);
    const auto spoken_of = std::ranges::count_if(held.settings, [&](const auto& one) { return organisation == nullptr || one.first.first == organisation->code; });
    checked.difference = difference_of(plan, "settings", static_cast<std::size_t>(spoken_of));
    if (!plan.new_organisations.empty()) {
        checked.difference.headings.push_back(heading("new_organisations", "New organisations", plan.new_organisations.size(), "They are added"));
    }
    checked.plan = std::move(plan);
    return checked;
}

returns::Accepted carry_out(db::ChangeSet& changes, const returns::Checked& checked, Instant now)
{
    const auto done = partnership::carry_out(changes, std::any_cast<const PartnershipPlan&>(checked.plan), now);
    if (!done) throw std::logic_error("a plan made within this writer was out of date");
    return {checked.difference.writes, counted(checked.difference.writes, "change") + " made to organisations, settings and localities"};
}

bool is_workplaces(const Profile* profile) { return profile != nullptr && profile->of == FileOf::workplaces; }

}  // namespace

returns::Kind organisations_kind(std::shared_ptr<const packs::Packs> packs)
{
    returns::Kind kind;
    kind.id = "organisations";
    kind.title = "Organisations";
    kind.guidance = "One row for each organisation of the partnership. Handed in by the partnership, for the whole area.";
    kind.for_one_organisation = false;
    kind.recognise = [](std::string_view start) { return files::has_header(start, partnership::is_organisation_file); };
    kind.check = [packs](const returns::Handed& handed) { return check_organisations(handed, *packs); };
    kind.accept = carry_out;
    kind.annotate = annotated;
    kind.templates = {{"organisations.csv", "text/csv; charset=utf-8", "Organisations template (CSV)",
                       [packs](db::Reader&) { return partnership::organisation_template(known_codes(*packs)); }}};
    return kind;
}

returns::Kind settings_kind(std::shared_ptr<const packs::Packs> packs)
{
    returns::Kind kind;
    kind.id = "settings";
    kind.title = "Settings";
    kind.guidance = "One row for each setting, with the organisation that runs it and its locality. Hand in the organisations first.";
    kind.for_one_organisation = false;
    kind.recognise = [](std::string_view start) { return files::has_header(start, partnership::is_setting_file); };
    kind.check = [packs](const returns::Handed& handed) { return check_settings(handed, *packs); };
    kind.accept = carry_out;
    kind.annotate = annotated;
    kind.templates = {{"settings.csv", "text/csv; charset=utf-8", "Settings template (CSV)",
                       [packs](db::Reader&) { return partnership::setting_template(known_codes(*packs)); }}};
    return kind;
}

returns::Kind workplaces_kind(std::shared_ptr<const packs::Packs> packs)
{
    returns::Kind kind;
    kind.id = "workplaces";
    kind.title = "Workplaces";
    kind.guidance = "The workplace file of the adult social care workforce data set, in the layout in use or that of 2019. Hand it in before the staff file.";
    kind.recognise = [](std::string_view start) { return is_workplaces(recognise_start(start)); };
    kind.check = [packs](const returns::Handed& handed) { return check_workplaces_file(handed, *packs); };
    kind.accept = carry_out;
    kind.annotate = annotated;
    return kind;
}

}  // namespace kith::intake
