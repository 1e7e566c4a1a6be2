// Handlers of the pages of a record.
#include "workforce/staff_pages.hpp"

#include "access/read_log.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/history_store.hpp"
#include "workforce/record_views.hpp"

#include <algorithm>

namespace kith::workforce {

namespace {

using access::Permission;
using access::ReadKind;

RecordWords words_for(const packs::Packs& packs, std::vector<partnership::Setting> settings, std::vector<partnership::Locality> localities)
{
    auto label = [&packs](std::string_view list, std::string_view code) {
        const auto* found = packs.has_list(list) ? packs.list(list).find(code) : nullptr;
        return found == nullptr ? std::string{code} : found->label;
    };
    auto name_in = [](const auto& things, auto id) {
        auto found = std::ranges::find_if(things, [&](const auto& thing) { return thing.id == id; });
        return found == things.end() ? std::string{"No longer listed"} : found->name;
    };
    return {.role = [label](const EngagementTerms& terms) { return label(terms.role_list, terms.role_code); },
            .sector = [label](std::string_view code) { return label("sectors", code); },
            .contract = [label](std::string_view code) { return label("contracts", code); },
            .setting = [name_in, settings = std::move(settings)](SettingId id) { return name_in(settings, id); },
            .locality = [name_in, localities = std::move(localities)](LocalityId id) { return name_in(localities, id); },
            .label = label};
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

web::Response record_response(web::Visit& visit, const Sources& sources, const PublicId& id, bool own)
{
    auto record = find_full_record(visit.reader(), visit.reach(), id, visit.today());
    if (!record) return visit.problem(record.error());
    auto organisation = partnership::find_organisation(visit.reader(), record->organisation);
    if (!organisation) return visit.problem(organisation.error());
    const auto versions = load_versions(visit.reader(), record->id);
    const auto words = words_for(*sources.packs, partnership::settings_of(visit.reader(), record->organisation), partnership::all_localities(visit.reader()));
    const auto history = history_of(versions, words);
    std::vector<std::int64_t> sets;
    for (const auto& event : history) sets.push_back(event.change_set);
    const auto entries = load_change_sets(visit.reader(), sets);
    const StaffLine line{.id = record->id, .public_id = record->public_id, .organisation = record->organisation, .organisation_name = {}, .reference = {}, .given_name = {}, .family_name = {}};
    record_read(visit, ReadKind::page, {line}, own ? "own record" : "");
    RecordView view{.record = *record, .organisation = *organisation, .words = words, .history = history, .change_sets = entries,
                    .source = [&](const db::ChangeSetEntry& entry) { return source_of(visit, sources, entry, record->organisation); },
                    .today = visit.today(), .own = own};
    if (sources.beside_record) view.beside = sources.beside_record(visit, record->id, record->public_id, record->organisation, own);
    web::PageParts parts{.title = own ? "My record" : "Staff record", .nav = own ? "/my-record" : "/staff"};
    if (!own) parts.breadcrumbs = {{.text = "Staff", .href = "/staff"}};
    return visit.page(parts, record_page(view));
}

}  // namespace

web::Response show_record(web::Visit& visit, const Sources& sources)
{
    auto id = visit.public_id("record");
    if (!id) return visit.problem(id.error());
    return record_response(visit, sources, *id, false);
}

web::Response show_own_record(web::Visit& visit, const Sources& sources)
{
    const auto records = own_records(visit.reader(), visit.reach());
    if (records.empty()) return visit.problem(Problem{ProblemKind::not_found, {}, "No organisation has reported a record of you yet"});
    if (visit.parameter("record").empty()) return record_response(visit, sources, records.front(), true);
    const auto asked = visit.public_id("record");
    if (!asked) return visit.problem(asked.error());
    return record_response(visit, sources, *asked, true);
}

}  // namespace kith::workforce
