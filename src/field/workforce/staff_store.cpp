#include "workforce/staff_store.hpp"

#include "base/text.hpp"
#include "workforce/staff_register.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::workforce {

namespace {

/// "t.reference, t.started_on" of the names given.
std::string columns_of(std::string_view table, std::initializer_list<std::string_view> names)
{
    std::string columns;
    for (auto name : names) columns += fmt::format("{}{}{}", columns.empty() ? "" : ", ", table, name);
    return columns;
}

std::string text_of(const db::Row& row, std::string_view column)
{
    return row.get<std::optional<std::string>>(column).value_or("");
}

}  // namespace

std::string record_columns(std::string_view table)
{
    return columns_of(table, {"reference", "given_name", "family_name", "birth_date", "sex", "ethnicity", "disability"});
}

std::string engagement_columns(std::string_view table)
{
    return columns_of(table, {"reference", "started_on", "ended_on", "origin", "reason_for_leaving", "destination"});
}

std::string terms_columns(std::string_view table)
{
    return columns_of(table, {"from_on", "setting_id", "locality_id", "role_list", "role_code", "sector", "breadth", "contract", "fte", "hours", "pattern",
                              "pay", "pay_period", "terms_set", "pension_scheme", "manager", "caseload", "seconded_from", "seconded_to"});
}

std::string fact_columns(std::string_view table)
{
    return columns_of(table, {"kind", "list", "code", "detail", "on_day", "until_day", "number", "words"});
}

Engagement engagement_of(const db::Row& row)
{
    return {.reference = row.get<std::string>("reference"),
            .started_on = row.get<Date>("started_on"),
            .ended_on = row.get<std::optional<Date>>("ended_on"),
            .origin = text_of(row, "origin"),
            .reason_for_leaving = text_of(row, "reason_for_leaving"),
            .destination = text_of(row, "destination")};
}

EngagementTerms terms_of(const db::Row& row)
{
    return {.from_on = row.get<Date>("from_on"),
            .setting = row.get<std::optional<SettingId>>("setting_id"),
            .locality = row.get<std::optional<LocalityId>>("locality_id"),
            .role_list = row.get<std::string>("role_list"),
            .role_code = row.get<std::string>("role_code"),
            .sector = row.get<std::string>("sector"),
            .breadth = row.get<std::string>("breadth"),
            .contract = row.get<std::string>("contract"),
            .fte = row.get<std::optional<Fte>>("fte"),
            .hours = row.get<std::optional<int>>("hours"),
            .pattern = text_of(row, "pattern"),
            .pay = row.get<std::optional<Pence>>("pay"),
            .pay_period = text_of(row, "pay_period"),
            .terms_set = text_of(row, "terms_set"),
            .pension_scheme = text_of(row, "pension_scheme"),
            .manager = text_of(row, "manager"),
            .caseload = row.get<std::optional<int>>("caseload"),
            .seconded_from = text_of(row, "seconded_from"),
            .seconded_to = text_of(row, "seconded_to")};
}

StaffRecord record_of(const db::Row& row)
{
    return {.reference = row.get<std::string>("reference"),
            .given_name = row.get<std::optional<PersonName>>("given_name").value_or(PersonName{}),
            .family_name = row.get<std::optional<PersonName>>("family_name").value_or(PersonName{}),
            .birth_date = row.get<std::optional<DateOfBirth>>("birth_date"),
            .national_insurance = {},
            .sex = text_of(row, "sex"),
            .ethnicity = text_of(row, "ethnicity"),
            .disability = text_of(row, "disability")};
}

Fact fact_of(const db::Row& row)
{
    return {.kind = fact_kind_named(row.get<std::string>("kind")).value(),
            .list = text_of(row, "list"),
            .code = text_of(row, "code"),
            .detail = text_of(row, "detail"),
            .on = row.get<std::optional<Date>>("on_day"),
            .until = row.get<std::optional<Date>>("until_day"),
            .number = text_of(row, "number"),
            .words = text_of(row, "words")};
}

namespace {

std::optional<NationalInsuranceNumber> opened(const db::Row& row, const NumberKeeper& numbers)
{
    auto sealed = row.get<std::optional<db::Bytes>>("national_insurance");
    if (!sealed || !numbers.open) return std::nullopt;
    return numbers.open(*sealed);
}

/// Current staff records on which `condition` holds. Asked for inside IN, so that SQLite, which keeps no statistics, goes from these few records
/// to what hangs on them: of a join it makes a walk through all jobs of the house, once for every organisation.
std::string records_where(std::string_view condition)
{
    return fmt::format("(SELECT r.id FROM staff_record r WHERE r.ended_by IS NULL AND {})", condition);
}

/// Puts engagements under their records and terms under their engagements, by key.
void fill_engagements(db::Reader& reader, std::string_view record_condition, const std::vector<db::Argument>& key,
                      const std::function<HeldStaffRecord*(StaffRecordId)>& record)
{
    std::unordered_map<EngagementId, std::pair<StaffRecordId, std::size_t>> places;
    const auto records = records_where(record_condition);
    const auto engagements = fmt::format("SELECT e.id, e.staff_record_id, {} FROM engagement e WHERE e.ended_by IS NULL AND e.staff_record_id IN {} "
                                         "ORDER BY e.staff_record_id, e.started_on, e.id", engagement_columns("e."), records);
    reader.each_of(engagements, [&](const db::Row& row) {
        auto owner = row.get<StaffRecordId>("staff_record_id");
        auto* held = record(owner);
        if (held == nullptr) return;
        places.emplace(row.get<EngagementId>("id"), std::pair{owner, held->engagements.size()});
        held->engagements.push_back({.id = row.get<EngagementId>("id"), .engagement = engagement_of(row), .terms = {}});
    }, key);
    const auto terms = fmt::format("SELECT t.id, t.engagement_id, {} FROM engagement_terms t WHERE t.ended_by IS NULL AND t.engagement_id IN "
                                   "(SELECT e.id FROM engagement e WHERE e.ended_by IS NULL AND e.staff_record_id IN {}) "
                                   "ORDER BY t.engagement_id, t.from_on", terms_columns("t."), records);
    reader.each_of(terms, [&](const db::Row& row) {
        auto place = places.find(row.get<EngagementId>("engagement_id"));
        if (place == places.end()) return;
        auto& engagement = record(place->second.first)->engagements[place->second.second];
        engagement.terms.push_back({.id = row.get<TermsId>("id"), .terms = terms_of(row)});
    }, key);
}

/// Puts facts under their records, in the order of the kinds, then by code, then by day.
void fill_facts(db::Reader& reader, std::string_view record_condition, const std::vector<db::Argument>& key,
                const std::function<HeldStaffRecord*(StaffRecordId)>& record)
{
    const auto facts = fmt::format("SELECT f.id, f.staff_record_id, {} FROM staff_fact f WHERE f.ended_by IS NULL AND f.staff_record_id IN {} "
                                   "ORDER BY f.staff_record_id, f.id", fact_columns("f."), records_where(record_condition));
    std::vector<HeldStaffRecord*> filled;
    reader.each_of(facts, [&](const db::Row& row) {
        auto* held = record(row.get<StaffRecordId>("staff_record_id"));
        if (held == nullptr) return;
        if (held->facts.empty()) filled.push_back(held);
        held->facts.push_back({.id = row.get<FactId>("id"), .fact = fact_of(row)});
    }, key);
    for (auto* held : filled) std::ranges::stable_sort(held->facts, {}, [](const HeldFact& entry) { return identity_of(entry.fact); });
}

/// Whether a record's person works in one of the localities on a day: by the terms in force then, or where they name no locality by
/// that of their setting.
std::string works_in_on(Date day)
{
    // Terms are in force where none begins later by that day, or where all begin after it and none sooner. The locality is asked for first:
    // it leaves a fraction of the terms to be looked at.
    return fmt::format(
        "r.id IN (SELECT e.staff_record_id FROM engagement_terms t JOIN engagement e ON e.id = t.engagement_id AND e.ended_by IS NULL "
        "WHERE t.ended_by IS NULL AND COALESCE(t.locality_id, (SELECT s.locality_id FROM setting s WHERE s.id = t.setting_id AND s.ended_by IS NULL)) "
        "IN ({{}}) AND e.started_on <= '{0}' AND (e.ended_on IS NULL OR e.ended_on >= '{0}') "
        "AND NOT EXISTS (SELECT 1 FROM engagement_terms o WHERE o.engagement_id = t.engagement_id AND o.ended_by IS NULL "
        "AND ((o.from_on > t.from_on AND o.from_on <= '{0}') OR (t.from_on > '{0}' AND o.from_on < t.from_on))))", day.iso());
}

}  // namespace

std::string staff_within(const Whose& whose, Date today)
{
    auto sql = whose.reach.where({.organisation = "r.organisation_id", .locality = works_in_on(today), .staff_record = "r.id"});
    std::vector<std::int64_t> owners;
    for (const auto& shared : whose.shared) {
        if (whose.reach.covers(shared.with)) owners.push_back(shared.owner.value());
    }
    return owners.empty() ? sql : fmt::format("({} OR r.organisation_id IN ({}))", sql, fmt::join(owners, ", "));
}

bool has_records(db::Reader& reader, const access::Reach& reach)
{
    return reader.one("SELECT 1 AS found FROM staff_record r WHERE r.ended_by IS NULL AND " + reach.where({.organisation = "r.organisation_id", .locality = {}, .staff_record = {}}) + " LIMIT 1").has_value();
}

RegisterView load_view(db::Reader& reader, OrganisationId organisation, const NumberKeeper& numbers)
{
    RegisterView view{.organisation = organisation, .records = {}, .secrets_readable = numbers.has_key()};
    std::unordered_map<StaffRecordId, std::size_t> places;
    reader.each(
        fmt::format("SELECT id, {}, national_insurance FROM staff_record WHERE ended_by IS NULL AND organisation_id = $1 AND reference <> 'erased' ORDER BY reference", record_columns()),
        [&](const db::Row& row) {
            auto id = row.get<StaffRecordId>("id");
            places.emplace(id, view.records.size());
            view.records.push_back({.id = id, .record = record_of(row), .engagements = {}});
            view.records.back().record.national_insurance = opened(row, numbers);
        },
        organisation);
    auto of_id = [&](StaffRecordId id) {
        auto place = places.find(id);
        return place == places.end() ? nullptr : &view.records[place->second];
    };
    // 'erased' is left out in words, as above: the index of references leaves it out too, and is used only where the words are the same.
    const auto of_organisation = "r.organisation_id = $1 AND r.reference <> 'erased'";
    fill_engagements(reader, of_organisation, {organisation}, of_id);
    fill_facts(reader, of_organisation, {organisation}, of_id);
    return view;
}

std::unordered_map<StaffRecordId, Kept> load_kept(db::Reader& reader, std::span<const std::int64_t> ids)
{
    constexpr std::size_t at_a_time = 500;
    std::unordered_map<StaffRecordId, Kept> kept;
    for (std::size_t first = 0; first < ids.size(); first += at_a_time) {
        auto some = ids.subspan(first, std::min(at_a_time, ids.size() - first));
        auto sql = fmt::format("SELECT id, public_id, national_insurance, national_insurance_index FROM staff_record "
                               "WHERE ended_by IS NULL AND id IN ({})", fmt::join(some, ", "));
        reader.each(sql, [&](const db::Row& row) {
            kept.emplace(row.get<StaffRecordId>("id"), Kept{.public_id = row.get<PublicId>("public_id"),
                                                            .number = {row.get<std::optional<db::Bytes>>("national_insurance"),
                                                                       row.get<std::optional<db::Bytes>>("national_insurance_index")}});
        });
    }
    return kept;
}

std::int64_t count_records(db::Reader& reader, OrganisationId organisation)
{
    return reader.one("SELECT COUNT(*) AS n FROM staff_record WHERE ended_by IS NULL AND organisation_id = $1", organisation)
        ->get<std::int64_t>("n");
}

Result<StaffRecordId> find_staff_record(db::Reader& reader, const PublicId& id)
{
    auto row = reader.one("SELECT id FROM staff_record WHERE public_id = $1 AND ended_by IS NULL", id);
    if (!row) return not_found("Staff record");
    return row->get<StaffRecordId>("id");
}

std::optional<StaffRecordId> find_staff_record(db::Reader& reader, OrganisationId organisation, std::string_view reference)
{
    auto row = reader.one("SELECT id FROM staff_record WHERE ended_by IS NULL AND organisation_id = $1 AND reference = $2 AND reference <> 'erased'", organisation, reference);
    if (!row) return std::nullopt;
    return row->get<StaffRecordId>("id");
}

Result<PublicId> public_id_of(db::Reader& reader, OrganisationId organisation, std::string_view reference)
{
    auto row = reader.one("SELECT public_id FROM staff_record WHERE organisation_id = $1 AND reference = $2 ORDER BY row_id DESC LIMIT 1", organisation, reference);
    if (!row) return not_found("Staff record");
    return row->get<PublicId>("public_id");
}

Result<FullRecord> find_full_record(db::Reader& reader, const Whose& whose, const PublicId& id, Date today)
{
    auto row = reader.one(fmt::format("SELECT r.id, r.public_id, r.organisation_id, {}, r.national_insurance FROM staff_record r "
                                      "WHERE r.ended_by IS NULL AND r.public_id = $1 AND {}", record_columns("r."), staff_within(whose, today)), id);
    if (!row) return not_found("Staff record");
    HeldStaffRecord held{.id = row->get<StaffRecordId>("id"), .record = record_of(*row), .engagements = {}};
    fill_engagements(reader, "r.id = $1", {held.id}, [&](StaffRecordId) { return &held; });
    fill_facts(reader, "r.id = $1", {held.id}, [&](StaffRecordId) { return &held; });
    std::ranges::reverse(held.engagements);
    return FullRecord{.id = held.id,
                      .public_id = row->get<PublicId>("public_id"),
                      .organisation = row->get<OrganisationId>("organisation_id"),
                      .record = std::move(held.record),
                      .sealed_number = row->get<std::optional<db::Bytes>>("national_insurance"),
                      .engagements = std::move(held.engagements),
                      .facts = std::move(held.facts)};
}

std::vector<HeldStaffRecord> load_records(db::Reader& reader, std::span<const StaffRecordId> ids)
{
    constexpr std::size_t at_a_time = 1000;
    std::vector<HeldStaffRecord> records;
    records.reserve(ids.size());
    for (std::size_t first = 0; first < ids.size(); first += at_a_time) {
        std::vector<std::int64_t> some;
        for (auto id : ids.subspan(first, std::min(at_a_time, ids.size() - first))) some.push_back(id.value());
        std::unordered_map<StaffRecordId, std::size_t> places;
        for (auto id : some) {
            places.emplace(StaffRecordId{id}, records.size());
            records.push_back({.id = StaffRecordId{id}, .record = {}, .engagements = {}});
        }
        const auto these = fmt::format("r.id IN ({})", fmt::join(some, ", "));
        auto of_id = [&](StaffRecordId id) { return &records[places.at(id)]; };
        reader.each(fmt::format("SELECT r.id, {} FROM staff_record r WHERE r.ended_by IS NULL AND {}", record_columns("r."), these),
                    [&](const db::Row& row) { of_id(row.get<StaffRecordId>("id"))->record = record_of(row); });
        fill_engagements(reader, these, {}, of_id);
        fill_facts(reader, these, {}, of_id);
    }
    return records;
}

std::vector<PublicId> own_records(db::Reader& reader, const access::Reach& reach)
{
    std::vector<PublicId> ids;
    reader.each("SELECT r.public_id FROM staff_record r WHERE r.ended_by IS NULL AND "
                    + reach.where({.organisation = {}, .locality = {}, .staff_record = "r.id"}) + " ORDER BY r.id LIMIT 20",
                [&](const db::Row& row) { ids.push_back(row.get<PublicId>("public_id")); });
    return ids;
}

}  // namespace kith::workforce
