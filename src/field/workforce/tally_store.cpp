#include "workforce/tally_store.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::workforce {

namespace {

constexpr std::size_t at_a_time = 500;  // records that one statement names

/// The condition that a version of `alias` was known.
std::string known(std::string_view alias, KnownAt at)
{
    if (!at) return fmt::format("{}.ended_by IS NULL", alias);
    return fmt::format("{0}.made_by <= {1} AND ({0}.ended_by IS NULL OR {0}.ended_by > {1})", alias, *at);
}

/// Rows come record by record, which is the order of the index; within one in any order, since sorting all of them costs more than sorting each.
std::string terms_query(KnownAt at, std::string_view more)
{
    return fmt::format(
        "SELECT r.id, r.organisation_id, e.id AS engagement_id, e.started_on, e.ended_on, t.from_on, t.setting_id, t.locality_id, "
        "t.role_list, t.role_code, t.sector, t.breadth, t.contract, t.pattern, "
        "t.pay_period, t.terms_set, t.pension_scheme, t.seconded_from, t.seconded_to, e.origin, e.reason_for_leaving, e.destination, "
        "r.sex, r.ethnicity, r.disability, t.fte, t.hours, t.pay, t.caseload, r.birth_date "
        "FROM staff_record r JOIN engagement e ON e.staff_record_id = r.id AND {} "
        "LEFT JOIN engagement_terms t ON t.engagement_id = e.id AND {} "
        "WHERE {} {} ORDER BY r.id", known("e", at), known("t", at), known("r", at), more);
}

/// What the rows take from settings: few, so that they are read once and not beside every row.
struct SettingTold {
    std::optional<LocalityId> locality;
    std::string tier;
};
using SettingsTold = std::unordered_map<SettingId, SettingTold>;

SettingsTold settings_told(db::Reader& reader, KnownAt at)
{
    SettingsTold told;
    reader.each(fmt::format("SELECT s.id, s.locality_id, COALESCE(s.tier, '') AS tier FROM setting s WHERE {}", known("s", at)), [&](const db::Row& row) {
        told.emplace(row.at<SettingId>(0), SettingTold{row.at<std::optional<LocalityId>>(1), row.at<std::string>(2)});
    });
    return told;
}

/// A text without a copy of it; empty where there is none. Holds as long as the row.
std::string_view text_at(const db::Row& row, std::size_t place)
{
    const auto* text = std::get_if<std::string>(&row.values()[place]);
    return text == nullptr ? std::string_view{} : std::string_view{*text};
}

/// Reads a row of terms_query by place, since there may be millions.
class TermsReading {
public:
    TermsReading(const db::Row& row, const SettingsTold& settings) : row_(row), settings_(settings) {}

    TermsRow whole() const
    {
        TermsRow terms{.record = row_.at<StaffRecordId>(0), .organisation = row_.at<OrganisationId>(1), .engagement = row_.at<EngagementId>(2),
                       .started_on = row_.at<Date>(3), .ended_on = row_.at<std::optional<Date>>(4), .from_on = row_.at<std::optional<Date>>(5),
                       .setting = row_.at<std::optional<SettingId>>(6), .locality = row_.at<std::optional<LocalityId>>(7),
                       .role_list = text(8), .role_code = text(9), .sector = text(10), .breadth = text(11), .contract = text(12), .tier = {},
                       .pattern = text(13), .pay_period = text(14), .terms_set = text(15), .pension_scheme = text(16), .seconded_from = text(17),
                       .seconded_to = text(18), .origin = text(19), .reason = text(20), .destination = text(21), .sex = text(22), .ethnicity = text(23),
                       .disability = text(24), .numbers = {}};
        if (const auto setting = terms.setting ? settings_.find(*terms.setting) : settings_.end(); setting != settings_.end()) {
            if (!terms.locality) terms.locality = setting->second.locality;
            terms.tier = setting->second.tier;
        }
        set(terms, tally::Number::fte, 25);
        set(terms, tally::Number::hours, 26);
        set(terms, tally::Number::pay, 27);
        set(terms, tally::Number::caseload, 28);
        terms.numbers.set(tally::Number::started, terms.started_on.days_since_epoch());
        if (const auto born = row_.at<std::optional<Date>>(29)) terms.numbers.set(tally::Number::born, born->days_since_epoch());
        return terms;
    }

private:
    std::string_view text(std::size_t place) const { return text_at(row_, place); }
    void set(TermsRow& terms, tally::Number number, std::size_t place) const
    {
        if (const auto value = row_.at<std::optional<std::int64_t>>(place)) terms.numbers.set(number, *value);
    }

    const db::Row& row_;
    const SettingsTold& settings_;
};

/// The condition that records are of that range.
std::string within(RecordRange range, std::string_view column)
{
    std::string condition;
    if (range.first) condition += fmt::format("AND {} >= {} ", column, *range.first);
    if (range.before) condition += fmt::format("AND {} < {} ", column, *range.before);
    return condition;
}

/// Calls `read(condition on column)` for some records at a time.
template <class Read>
void in_portions(std::span<const std::int64_t> records, std::string_view column, Read read)
{
    for (std::size_t first = 0; first < records.size(); first += at_a_time) {
        read(fmt::format("AND {} IN ({})", column, fmt::join(records.subspan(first, std::min(at_a_time, records.size() - first)), ", ")));
    }
}

std::string facts_query(KnownAt at, std::string_view more)
{
    return fmt::format("SELECT f.staff_record_id, f.kind, f.list, f.code, f.detail, f.on_day, f.until_day FROM staff_fact f WHERE {} {} "
                       "ORDER BY f.staff_record_id", known("f", at), more);
}

FactRow fact_row_of(const db::Row& row)
{
    auto text = [&](std::size_t place) { return text_at(row, place); };
    return {.record = row.at<StaffRecordId>(0), .kind = fact_kind_named(text(1)).value(), .list = text(2), .code = text(3), .detail = text(4),
            .on = row.at<std::optional<Date>>(5), .until = row.at<std::optional<Date>>(6)};
}

void add_claims(db::Reader& reader, const std::string& query, std::vector<identity::Claim>& claims)
{
    reader.each(query, [&](const db::Row& row) {
        const auto index = row.at<db::Bytes>(1);
        claims.push_back({.record = row.at<std::int64_t>(0), .identifier = "national_insurance:" + std::string{index.begin(), index.end()},
                          .birth_date = row.at<std::optional<Date>>(2)});
    });
}

}  // namespace

void each_terms_row(db::Reader& reader, KnownAt known_at, RecordRange range, const std::function<void(const TermsRow&)>& take)
{
    const auto settings = settings_told(reader, known_at);
    reader.each(terms_query(known_at, within(range, "r.id")), [&](const db::Row& row) { take(TermsReading{row, settings}.whole()); });
}

void each_terms_row(db::Reader& reader, std::span<const std::int64_t> records, const std::function<void(const TermsRow&)>& take)
{
    const auto settings = settings_told(reader, {});
    in_portions(records, "r.id", [&](const std::string& of_these) {
        reader.each(terms_query({}, of_these), [&](const db::Row& row) { take(TermsReading{row, settings}.whole()); });
    });
}

void each_fact_row(db::Reader& reader, KnownAt known_at, RecordRange range, const std::function<void(const FactRow&)>& take)
{
    reader.each(facts_query(known_at, within(range, "f.staff_record_id")), [&](const db::Row& row) { take(fact_row_of(row)); });
}

void each_fact_row(db::Reader& reader, std::span<const std::int64_t> records, const std::function<void(const FactRow&)>& take)
{
    in_portions(records, "f.staff_record_id", [&](const std::string& of_these) {
        reader.each(facts_query({}, of_these), [&](const db::Row& row) { take(fact_row_of(row)); });
    });
}

std::vector<identity::Claim> claims(db::Reader& reader, KnownAt known_at)
{
    std::vector<identity::Claim> claims;
    add_claims(reader, fmt::format("SELECT r.id, r.national_insurance_index, r.birth_date FROM staff_record r WHERE {} AND r.national_insurance_index IN "
                                   "(SELECT o.national_insurance_index FROM staff_record o WHERE {} AND o.national_insurance_index IS NOT NULL "
                                   "GROUP BY o.national_insurance_index HAVING COUNT(*) > 1)", known("r", known_at), known("o", known_at)), claims);
    return claims;
}

std::vector<identity::Claim> claims(db::Reader& reader, std::span<const std::int64_t> records)
{
    std::vector<identity::Claim> claims;
    in_portions(records, "o.id", [&](const std::string& of_these) {
        add_claims(reader, fmt::format("SELECT r.id, r.national_insurance_index, r.birth_date FROM staff_record r WHERE r.ended_by IS NULL AND r.national_insurance_index IN "
                                       "(SELECT o.national_insurance_index FROM staff_record o WHERE o.ended_by IS NULL AND o.national_insurance_index IS NOT NULL {})", of_these), claims);
    });
    return claims;
}

std::vector<TalliedVacancy> load_vacancies(db::Reader& reader, KnownAt known_at, const RoleMapping& roles)
{
    std::vector<TalliedVacancy> vacancies;
    reader.each(fmt::format("SELECT v.organisation_id, v.setting_id, COALESCE(v.locality_id, s.locality_id) AS locality_id, v.role_list, v.role_code, v.contract, "
                            "v.fte, v.vacant_from, v.filled_on, v.closed_on, v.hard_to_fill FROM vacancy v LEFT JOIN setting s ON s.id = v.setting_id AND {} "
                            "WHERE {} ORDER BY v.id", known("s", known_at), known("v", known_at)),
                [&](const db::Row& row) {
                    const auto list = row.get<std::string>("role_list");
                    const auto code = row.get<std::string>("role_code");
                    const auto mapped = roles && !code.empty() ? roles(list, code) : MappedRole{};
                    auto ends = row.get<std::optional<Date>>("filled_on");
                    bool is_filled = ends.has_value();
                    if (const auto closed = row.get<std::optional<Date>>("closed_on"); closed && (!ends || *closed < *ends)) ends = closed, is_filled = false;
                    vacancies.push_back({.organisation = row.get<OrganisationId>("organisation_id"), .setting = row.get<std::optional<SettingId>>("setting_id"),
                                         .locality = row.get<std::optional<LocalityId>>("locality_id"), .role = mapped.role.empty() && !code.empty() ? list + ":" + code : mapped.role,
                                         .sector = mapped.sector, .contract = row.get<std::string>("contract"), .fte = row.get<std::optional<Fte>>("fte"),
                                         .from = row.get<Date>("vacant_from"), .to = ends ? std::optional{ends->plus_days(-1)} : std::nullopt, .is_filled = is_filled,
                                         .hard_to_fill = row.get<std::string>("hard_to_fill")});
                });
    return vacancies;
}

std::optional<std::vector<std::int64_t>> records_changed_since(db::Reader& reader, std::int64_t change_set)
{
    if (reader.one("SELECT 1 AS found FROM setting WHERE made_by > $1 UNION ALL SELECT 1 AS found FROM setting WHERE ended_by > $1", change_set)) return std::nullopt;
    if (last_erasure(reader) > change_set) return std::nullopt;
    std::vector<std::int64_t> records;
    reader.each(
        "SELECT id FROM staff_record WHERE made_by > $1 UNION SELECT id FROM staff_record WHERE ended_by > $1 "
        "UNION SELECT staff_record_id FROM engagement WHERE made_by > $1 UNION SELECT staff_record_id FROM engagement WHERE ended_by > $1 "
        "UNION SELECT staff_record_id FROM staff_fact WHERE made_by > $1 UNION SELECT staff_record_id FROM staff_fact WHERE ended_by > $1 "
        "UNION SELECT e.staff_record_id FROM engagement_terms t JOIN engagement e ON e.id = t.engagement_id WHERE t.made_by > $1 "
        "UNION SELECT e.staff_record_id FROM engagement_terms t JOIN engagement e ON e.id = t.engagement_id WHERE t.ended_by > $1",
        [&](const db::Row& row) { records.push_back(row.at<std::int64_t>(0)); }, change_set);
    std::ranges::sort(records);
    return records;
}

std::int64_t last_erasure(db::Reader& reader)
{
    return reader.one("SELECT COALESCE(MAX(erased_by), 0) AS last FROM erased_value")->get<std::int64_t>("last");
}

std::unordered_map<OrganisationId, OrganisationState> load_organisation_states(db::Reader& reader, KnownAt known_at, RecordRange* records)
{
    std::unordered_map<OrganisationId, OrganisationState> states;
    const auto known_then = known_at ? fmt::format("WHERE r.made_by <= {}", *known_at) : std::string{};
    reader.each(
        fmt::format("SELECT l.organisation_id, l.records, c.made_at, l.least, l.most FROM (SELECT r.organisation_id, "
                    "SUM(CASE WHEN {} THEN 1 ELSE 0 END) AS records, MAX(r.made_by) AS last_set, MIN(r.id) AS least, MAX(r.id) AS most "
                    "FROM staff_record r {} GROUP BY r.organisation_id) l JOIN change_set c ON c.id = l.last_set", known("r", known_at), known_then),
        [&](const db::Row& row) {
            const auto least = row.at<std::int64_t>(3), most = row.at<std::int64_t>(4);
            if (records != nullptr) *records = {.first = std::min(least, records->first.value_or(least)), .before = std::max(most + 1, records->before.value_or(0))};
            states.emplace(row.get<OrganisationId>("organisation_id"),
                           OrganisationState{.records = row.get<std::int64_t>("records"), .last_at = row.get<Instant>("made_at")});
        });
    return states;
}

}  // namespace kith::workforce
