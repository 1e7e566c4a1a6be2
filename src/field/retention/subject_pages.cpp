// Handlers of what is held about someone: finding the record, the page, its files.
#include "access/accounts.hpp"
#include "access/read_log.hpp"
#include "base/text.hpp"
#include "partnership/organisation_register.hpp"
#include "retention/retention_pages.hpp"
#include "retention/retention_views.hpp"
#include "ui/words.hpp"
#include "workforce/record_history.hpp"
#include "workforce/staff_register.hpp"
#include "workforce/full_name.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

namespace kith::retention {

namespace {

using access::Permission;
using access::ReadKind;

constexpr int readings_shown = 200;

std::string label_of(const packs::Packs& packs, std::string_view list, std::string_view code)
{
    const auto* found = packs.has_list(list) ? packs.list(list).find(code) : nullptr;
    return found == nullptr ? std::string{code} : found->label;
}

/// Lists of the packs by the column that holds their codes.
std::string_view list_of(std::string_view column)
{
    static const std::map<std::string_view, std::string_view> lists{
        {"sector", "sectors"}, {"contract", "contracts"}, {"breadth", "breadth"}, {"sex", "sex"}, {"ethnicity", "ethnicities"}, {"disability", "disability"}, {"origin", "starter_origins"},
        {"reason_for_leaving", "leaving_reasons"}, {"destination", "leaver_destinations"}, {"terms_set", "terms_sets"}, {"pension_scheme", "pension_schemes"}};
    const auto found = lists.find(column);
    return found == lists.end() ? std::string_view{} : found->second;
}

std::int64_t number_of(std::string_view text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string other_value(const workforce::HeldRow& row, std::string_view column)
{
    const auto found = std::ranges::find(row.values, column, &workforce::HeldValue::column);
    return found == row.values.end() ? std::string{} : found->value;
}

/// What one value is called, where it is more than itself.
std::string plain_value(const packs::Packs& packs, std::string_view column, std::string_view value, const workforce::HeldRow& row)
{
    if (column == "kind") {
        if (const auto kind = workforce::fact_kind_named(value)) return std::string{workforce::row_of(*kind).label};
    }
    if (column == "detail") {
        const auto kind = workforce::fact_kind_named(other_value(row, "kind"));
        return kind ? label_of(packs, workforce::row_of(*kind).detail_list, value) : std::string{value};
    }
    if (column == "hours") return workforce::hours_text(static_cast<int>(number_of(value))) + " a week";
    if (column == "pay") return workforce::pay_words({.pay = Pence{number_of(value)}, .pay_period = other_value(row, "pay_period")});
    if (column == "pattern") {
        workforce::RecordWords words;
        words.label = [&packs](std::string_view list, std::string_view code) { return label_of(packs, list, code); };
        return workforce::pattern_words(value, words);
    }
    if (const auto list = list_of(column); !list.empty()) return label_of(packs, list, value);
    if (column == "role_code") return label_of(packs, other_value(row, "role_list"), value);
    if (column == "code") return label_of(packs, other_value(row, "list"), value);
    if (column == "fte") return Fte::thousandths(static_cast<int>(number_of(value))).text();
    if (column == "about") return title_of_topic(value);
    if (column == "ground") return title_of_ground(value);
    if (column == "state") return std::string{words_of(correction_state(value).value_or(CorrectionState::asked))};
    if (column.ends_with("_on") || column.ends_with("_date") || column.ends_with("_day") || column == "on" || column == "until") {
        if (const auto day = Date::parse_any(value)) return day->in_words();
    }
    return std::string{value};
}

/// "ENG-1, from 1 September 2024": which engagement something belongs to, as its latest version says.
std::string engagement_words(const workforce::HeldRow& row)
{
    const auto reference = other_value(row, "reference");
    const auto started = Date::parse_any(other_value(row, "started_on"));
    if (!started) return reference;
    const auto from = "from " + started->in_words();
    return reference.empty() || reference.starts_with("from-") ? "The one " + from : reference + ", " + from;
}

bool is_own(const web::Visit& visit)
{
    return visit.route().permission == Permission::see_own_record;
}

/// What stands in place of a value that this viewer may not see: the person may, and the organisation's steward gives it to them.
constexpr std::string_view not_for_you = "Held. You may not see it; the organisation's data steward may";

/// The permission that a column, or a fact of this kind, has of its own; none where seeing the record is enough.
std::optional<Permission> permission_of(std::string_view column, const workforce::HeldRow& row)
{
    if (column == "ethnicity" || column == "disability") return Permission::see_equality;
    if (column == "birth_date") return Permission::see_birth_dates;
    if (column == "national_insurance") return Permission::see_national_insurance;
    if (column == "pay" || column == "pay_period" || column == "pension_scheme") return Permission::see_pay;
    if (column != "kind" && other_value(row, "kind") == "check") return Permission::see_checks;
    if (column != "kind" && other_value(row, "kind") == "absence") return Permission::see_absence;
    return std::nullopt;
}

/// A sealed number as the key opens it.
std::string opened_number(const workforce::NumberKeeper& numbers, const workforce::HeldRow& row)
{
    const auto found = std::ranges::find(row.values, "national_insurance", &workforce::HeldValue::column);
    if (found == row.values.end() || !found->sealed) return {};
    const auto number = numbers.open ? numbers.open(*found->sealed) : std::nullopt;
    return number ? number->reveal() : "Held, sealed. The key that opens it is not at hand";
}

SubjectWords words_for(web::Visit& visit, const Sources& sources, const workforce::Subject& subject, const std::string& organisation, const std::vector<workforce::HeldTable>& held)
{
    std::map<std::string, std::string> places;
    for (const auto& setting : partnership::settings_of(visit.reader(), subject.organisation)) places["setting_id " + std::to_string(setting.id.value())] = setting.name;
    for (const auto& locality : partnership::all_localities(visit.reader())) places["locality_id " + std::to_string(locality.id.value())] = locality.name;
    for (const auto& table : held) {
        if (table.name != "engagement") continue;
        for (const auto& row : table.rows) places["engagement_id " + std::to_string(row.id)] = engagement_words(row);
    }
    places["organisation_id " + std::to_string(subject.organisation.value())] = organisation;
    std::set<Permission> missing;
    for (const auto permission : {Permission::see_equality, Permission::see_birth_dates, Permission::see_pay, Permission::see_checks, Permission::see_absence, Permission::see_national_insurance}) {
        if (!is_own(visit) && !visit.reach(permission).covers(subject.organisation)) missing.insert(permission);
    }
    auto value = [places = std::move(places), missing = std::move(missing), &packs = *sources.packs, &numbers = sources.numbers](std::string_view column, std::string_view text, const workforce::HeldRow& row) {
        if (const auto permission = permission_of(column, row); permission && missing.contains(*permission)) return std::string{not_for_you};
        if (column == "national_insurance") return opened_number(numbers, row);
        if (!column.ends_with("_id") || column == "public_id") return plain_value(packs, column, text, row);
        const auto found = places.find(std::string{column} + " " + std::string{text});
        return found == places.end() ? std::string{"No longer listed"} : found->second;
    };
    return {.value = std::move(value), .change_sets = change_sets_named(visit.reader(), workforce::change_sets_of(held))};
}

/// Files are looked through at once up to so many bytes: a second's work. Above it the page offers to.
constexpr std::int64_t bytes_at_once = 20'000'000;

std::vector<FileShown> files_of(db::Reader& reader, const workforce::Subject& subject)
{
    std::vector<FileShown> shown;
    const auto plan = plan_erasure(reader, subject);
    for (const auto* files : {&plan.waiting, &plan.files}) {
        for (const auto& [file, why] : *files) shown.push_back({.name = file.file_name, .handed_in = file.handed_in_at.in_words(), .state = std::string{returns::state_words(file.state)}});
    }
    return shown;
}

std::string words_of(ReadKind kind)
{
    switch (kind) {
    case ReadKind::page: return "A page that shows the record";
    case ReadKind::export_file: return "A file that holds it";
    case ReadKind::search: return "A search that found it";
    case ReadKind::count: return "A figure that counts it";
    case ReadKind::api: return "Another program";
    }
    return "A page";
}

/// The accounts that looked, in words: for which organisation, and in which role.
class Readers {
public:
    Readers(web::Visit& visit, const std::set<access::AccountId>& accounts) : visit_(visit)
    {
        for (const auto account : accounts) grants_.emplace(account, access::list_grants(visit.reader(), account));
    }

    /// "Data steward of Oak Trust": by the roles that the account held on that day.
    std::string words_of(access::AccountId account, Date on)
    {
        if (is_own(visit_) && account == visit_.viewer.account) return "You";
        std::string words;
        std::string_view between;
        for (const auto& held : grants_.at(account)) {
            if (!held.period.contains(on)) continue;
            words += std::string{between} + words_of(held.grant);
            between = "; ";
        }
        return words.empty() ? "An account whose roles are no longer known" : words;
    }

private:
    std::string words_of(const access::Grant& grant)
    {
        const std::string role{access::row_of(grant.role).label};
        switch (grant.scope.kind) {
        case access::ScopeKind::own_record: return role;
        case access::ScopeKind::area: return role + " of the whole area";
        case access::ScopeKind::organisation: break;
        case access::ScopeKind::locality: {
            if (localities_.empty()) localities_ = partnership::all_localities(visit_.reader());
            const auto found = std::ranges::find(localities_, access::LocalityId{grant.scope.key}, &partnership::Locality::id);
            return role + " of " + (found == localities_.end() ? std::string{"a locality that is no longer listed"} : found->name);
        }
        }
        const auto [known, is_new] = organisations_.try_emplace(grant.scope.key);
        if (is_new) known->second = organisation_name(visit_, access::OrganisationId{grant.scope.key});
        return role + " of " + known->second;
    }

    web::Visit& visit_;
    std::map<access::AccountId, std::vector<access::HeldGrant>> grants_;
    std::map<std::int64_t, std::string> organisations_;
    std::vector<partnership::Locality> localities_;
};

/// Who looked, as the audit of reads knows. The person learns of which organisation and in which role, which is what they are entitled to
/// (UK GDPR, article 15(1)(c)), and not who: a name is about the one who looked. So does whoever prints it for them; names stand in the audit of reads.
void add_readings(web::Visit& visit, SubjectFile& file, const PublicId& record)
{
    if (visit.house.reads == nullptr) return;
    const access::ReadLog::Filter filter{.staff_record = record.text()};
    const auto reads = visit.house.reads->list(filter, readings_shown, 0);
    file.readings_in_all = visit.house.reads->count(filter);
    std::set<access::AccountId> accounts;
    for (const auto& read : reads) accounts.insert(read.entry.account);
    Readers readers{visit, accounts};
    for (const auto& read : reads)
        file.readings.push_back({.at = read.entry.at.in_words(), .by = readers.words_of(read.entry.account, read.entry.at.date_in_london()), .what = words_of(read.entry.kind)});
}

/// `whole`: files are looked through whatever they weigh.
SubjectFile file_of(web::Visit& visit, const Sources& sources, const workforce::Subject& subject, bool whole)
{
    const auto held = workforce::everything_held(visit.reader(), subject.id);
    SubjectFile file{.organisation = organisation_name(visit, subject.organisation), .reference = subject.reference, .name = {}, .made_on = visit.today().in_words()};
    file.name = workforce::full_name(subject.given_name, subject.family_name);
    file.sections = sections_of(held, words_for(visit, sources, subject, file.organisation, held));
    file.looked_through_files = whole || returns::bytes_to_look_through(visit.reader(), subject.organisation) <= bytes_at_once;
    if (file.looked_through_files) file.files = files_of(visit.reader(), subject);
    add_readings(visit, file, subject.public_id);
    return file;
}

std::string held_path(const web::Visit& visit, const workforce::Subject& subject)
{
    return (is_own(visit) ? "/my-record/" : "/staff/") + subject.public_id.text() + "/held";
}

std::vector<Choice> organisations_in_reach(web::Visit& visit)
{
    std::vector<Choice> choices;
    for (const auto& organisation : partnership::organisations_within(visit.reader(), visit.reach())) choices.push_back({organisation.public_id.text(), organisation.name});
    return choices;
}

const web::PageParts whom_parts{.title = "What is held about someone", .breadcrumbs = {{"Home", "/"}}};

ui::Html whom_form(web::Visit& visit)
{
    return ui::two_thirds(ui::paragraph("Everyone may ask to see what is held about them (UK GDPR, article 15). Find their record by the organisation that reported it and its own reference. "
                                        "By name, search the staff list and open the record.") +
                          visit.in_form({.action = "/subject-access"}, whom_fields(visit.form(), organisations_in_reach(visit))));
}

/// The record that the form names within reach; problems go onto the form.
std::optional<PublicId> named_record(web::Visit& visit)
{
    auto& form = visit.form();
    const auto id = PublicId::parse(form.text("organisation"));
    const auto organisation = id ? partnership::find_organisation(visit.reader(), *id) : not_found("Organisation");
    const auto reference = form.text("reference");
    if (!organisation || !visit.reach().covers(organisation->id)) form.add({ProblemKind::unacceptable, "organisation", "Choose an organisation"});
    if (reference.empty()) form.add({ProblemKind::unacceptable, "reference", "Enter a staff reference"});
    if (form.has_problems()) return std::nullopt;
    const auto record = workforce::find_staff_record(visit.reader(), organisation->id, reference);
    const auto subject = record ? workforce::find_subject(visit.reader(), *record, visit.today()) : not_found("Staff record");
    if (!subject) form.add({ProblemKind::unacceptable, "reference", "This organisation has reported nobody under that staff reference. Check both"});
    return subject ? std::optional{subject->public_id} : std::nullopt;
}

}  // namespace

returns::Actor actor_of(const web::Visit& visit)
{
    return {.account = visit.viewer.account, .words = visit.viewer.name};
}

void record_read(web::Visit& visit, const workforce::Subject& subject, ReadKind kind, std::string purpose)
{
    if (visit.house.reads == nullptr) return;
    access::ReadEntry entry{.account = visit.viewer.account, .at = visit.now(), .kind = kind, .route = visit.route().pattern, .organisations = {subject.organisation},
                            .staff_records = {subject.public_id.text()}, .count = 1, .purpose = std::move(purpose)};
    kind == ReadKind::export_file ? visit.house.reads->record_at_once(std::move(entry)) : visit.house.reads->record(std::move(entry));
}

Result<workforce::Subject> subject_in_path(web::Visit& visit)
{
    const auto id = visit.public_id("record");
    if (!id) return std::unexpected(id.error());
    auto subject = workforce::find_subject(visit.reader(), *id, visit.today());
    if (subject && !visit.reach().covers({.organisation = subject->organisation, .staff_record = subject->id})) return not_found("Staff record");
    return subject;
}

std::string organisation_name(web::Visit& visit, access::OrganisationId organisation)
{
    const auto found = partnership::find_organisation(visit.reader(), organisation);
    return found ? found->name : "An organisation that is no longer listed";
}

web::Response ask_whom(web::Visit& visit, const Sources&)
{
    return visit.page(whom_parts, whom_form(visit));
}

web::Response find_whom(web::Visit& visit, const Sources&)
{
    if (const auto record = named_record(visit)) return visit.redirect("/staff/" + record->text() + "/held");
    return visit.try_again(whom_parts, whom_form(visit));
}

web::Response show_held(web::Visit& visit, const Sources& sources)
{
    const auto subject = subject_in_path(visit);
    if (!subject) return visit.problem(subject.error());
    record_read(visit, *subject, ReadKind::page, "everything held");
    const auto file = file_of(visit, sources, *subject, visit.request.query("files") == "look");
    const bool own = is_own(visit);
    const bool may_erase = !own && visit.reach(Permission::erase_people).covers(subject->organisation);
    web::PageParts parts{.title = own ? "Everything held about you" : "Everything held about someone", .nav = own ? "/my-record" : "/staff"};
    if (own) parts.breadcrumbs = {{"My record", "/my-record"}};
    else parts.breadcrumbs = {{"Staff", "/staff"}, {"Staff record", "/staff/" + subject->public_id.text()}};
    return visit.page(parts, held_page({.file = file, .path = held_path(visit, *subject), .own = own, .erase_href = may_erase ? "/staff/" + subject->public_id.text() + "/erase" : ""}));
}

web::Response held_csv(web::Visit& visit, const Sources& sources)
{
    const auto subject = subject_in_path(visit);
    if (!subject) return visit.problem(subject.error());
    record_read(visit, *subject, ReadKind::export_file, "everything held");
    return web::Response::file("everything-held.csv", "text/csv; charset=utf-8", subject_csv(file_of(visit, sources, *subject, true)));
}

web::Response held_json(web::Visit& visit, const Sources& sources)
{
    const auto subject = subject_in_path(visit);
    if (!subject) return visit.problem(subject.error());
    record_read(visit, *subject, ReadKind::export_file, "everything held");
    return web::Response::file("everything-held.json", "application/json", subject_json(file_of(visit, sources, *subject, true)));
}

}  // namespace kith::retention
