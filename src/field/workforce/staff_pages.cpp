// Handlers of the staff list, its search and export, and the pages of a record.
#include "workforce/staff_pages.hpp"

#include "access/read_log.hpp"
#include "base/text.hpp"
#include "partnership/organisation_register.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"
#include "workforce/history_store.hpp"
#include "workforce/record_views.hpp"
#include "workforce/record_words.hpp"
#include "workforce/sharing_register.hpp"
#include "workforce/staff_export.hpp"
#include "workforce/full_name.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace kith::workforce {

namespace {

using access::Permission;
using access::ReadKind;


void veil(FullRecord& full, const Sight& sight)
{
    workforce::veil(full.record, sight);
    workforce::veil(full.facts, sight);
    if (!sight.sees(Part::national_insurance)) full.sealed_number.reset();
    if (!sight.sees(Part::work)) full.engagements.clear();
    for (auto& held : full.engagements) {
        workforce::veil(held.engagement, sight);
        for (auto& entry : held.terms) workforce::veil(entry.terms, sight);
    }
}

EventSource source_of(web::Visit& visit, const Sources& sources, const db::ChangeSetEntry& entry, OrganisationId organisation)
{
    EventSource source{.by = entry.author.actor == "job" ? "Kith, in the background" : "someone at the command line", .from = {}};
    if (entry.author.account) {
        auto name = sources.account_name ? sources.account_name(visit.reader(), *entry.author.account) : std::nullopt;
        source.by = name.value_or("an account that is no longer held");
    }
    if (entry.return_id && sources.return_link && visit.reach(Permission::see_returns).covers(organisation)) {
        source.from = sources.return_link(visit, *entry.return_id);
    }
    return source;
}

/// Everything that one record's page needs, read and veiled for this viewer.
Result<ui::Html> record_html(web::Visit& visit, const Sources& sources, const PublicId& id, bool own)
{
    const auto whose = whose_records(visit);
    auto record = find_full_record(visit.reader(), whose, id, visit.today());
    if (!record) return std::unexpected(record.error());
    auto organisation = partnership::find_organisation(visit.reader(), record->organisation);
    if (!organisation) return std::unexpected(organisation.error());
    const auto settings = partnership::settings_of(visit.reader(), record->organisation);
    const auto sight = sight_of(visit.viewer, whose, {.organisation = record->organisation,
                                                      .localities = localities_on(record->engagements, settings, visit.today()),
                                                      .staff_record = record->id});
    if (!sight) return not_found("Staff record");
    veil(*record, *sight);
    const auto words = record_words(*sources.packs, settings, partnership::all_localities(visit.reader()));
    std::vector<RecordEvent> history;
    std::map<std::int64_t, db::ChangeSetEntry> entries;
    if (sight->sees(Part::history)) {
        auto versions = load_versions(visit.reader(), record->id);
        veil(versions, *sight);
        history = sight->is_whole() ? history_of(versions, words) : history_of(versions, words, "Nothing that you see changed");
        std::vector<std::int64_t> sets;
        for (const auto& event : history) sets.push_back(event.change_set);
        entries = load_change_sets(visit.reader(), sets);
    }
    record_read(visit, ReadKind::page, {StaffLine{.id = record->id, .public_id = record->public_id, .organisation = record->organisation}}, own ? "own record" : "");
    std::optional<NationalInsuranceNumber> number;
    if (sight->sees(Part::national_insurance) && record->sealed_number && sources.numbers.open) number = sources.numbers.open(*record->sealed_number);
    auto html = record_page({.record = *record, .sight = *sight, .organisation = *organisation, .words = words, .history = history, .change_sets = entries,
                        .source = [&](const db::ChangeSetEntry& entry) { return own ? EventSource{.by = organisation->name, .from = {}} : source_of(visit, sources, entry, record->organisation); },
                        .today = visit.today(), .number = number ? number->reveal() : std::string{}, .own = own, .shared = !sight->sees(Part::history),
                             .beside = sources.beside_record ? sources.beside_record(visit, record->id, record->public_id, record->organisation, own) : ui::Html{}});
    if (!own) html += upkeep_buttons(visit, sources, record->organisation, &record->public_id);
    return html;
}

}  // namespace

Whose whose_records(web::Visit& visit)
{
    return {visit.reach(), shared_with(visit.reader(), visit.reach().organisations(), visit.today())};
}

ui::Html upkeep_buttons(web::Visit& visit, const Sources& sources, std::optional<OrganisationId> organisation, const PublicId* record)
{
    if (!sources.upkeep) return {};
    std::vector<ui::Html> buttons;
    for (const auto& link : sources.upkeep(visit, organisation, record)) {
        buttons.push_back(ui::button({.text = link.words, .href = link.href, .classes = "govuk-button--secondary"}));
    }
    return buttons.empty() ? ui::Html{} : ui::not_in_print(ui::button_group(buttons));
}

web::Response show_record(web::Visit& visit, const Sources& sources)
{
    auto id = visit.public_id("record");
    if (!id) return visit.problem(id.error());
    const auto html = record_html(visit, sources, *id, false);
    if (!html) return visit.problem(html.error());
    return visit.page({.title = "Staff record", .breadcrumbs = {{.text = "Staff", .href = "/staff"}}, .nav = "/staff"}, *html);
}

web::Response show_own_record(web::Visit& visit, const Sources& sources)
{
    auto records = own_records(visit.reader(), visit.reach());
    if (records.empty()) return visit.problem(Problem{ProblemKind::not_found, {}, "No organisation has reported a record of you yet"});
    if (!visit.parameter("record").empty()) {
        const auto asked = visit.public_id("record");
        if (!asked) return visit.problem(asked.error());
        records = {*asked};
    }
    ui::Html content;
    for (const auto& id : records) {
        const auto html = record_html(visit, sources, id, true);
        if (!html) return visit.problem(html.error());
        content += *html;
    }
    return visit.page({.title = "My record", .nav = "/my-record"}, content);
}

std::unordered_map<StaffRecordId, partnership::StaffName> names_for_partnership(web::Visit& visit, const std::vector<StaffRecordId>& records)
{
    const auto reach = visit.reach(Permission::see_staff);
    std::unordered_map<StaffRecordId, partnership::StaffName> names;
    if (records.empty() || reach.is_nothing()) return names;
    const Whose whose{reach, shared_with(visit.reader(), reach.organisations(), visit.today())};
    const auto lines = staff_lines(visit.reader(), whose, records, visit.today());
    if (!lines.empty()) record_read(visit, ReadKind::page, lines, "Named on a page of the partnership");
    for (const auto& line : lines)
        names.emplace(line.id, partnership::StaffName{full_name(line.given_name, line.family_name), {}, "/staff/" + line.public_id.text()});
    return names;
}

}  // namespace kith::workforce
