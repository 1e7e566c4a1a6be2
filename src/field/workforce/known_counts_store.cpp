#include "workforce/known_counts.hpp"

#include "db/transaction.hpp"

#include <array>
#include <string>

namespace kith::workforce {
namespace {

/// What each count asks, of the record r, its engagements in force w, and its facts f.
struct Count {
    std::int64_t KnownCounts::* member;
    const char* name;
    const char* condition;
};

constexpr std::array<Count, 10> counts{{
    {&KnownCounts::name, "name", "COALESCE(r.family_name, '') <> ''"},
    {&KnownCounts::birth_date, "birth_date", "r.birth_date IS NOT NULL"},
    {&KnownCounts::role, "role", "w.role = 1"},
    {&KnownCounts::fte, "fte", "w.fte = 1"},
    {&KnownCounts::contract, "contract", "w.contract = 1"},
    {&KnownCounts::place, "place", "w.place = 1"},
    {&KnownCounts::qualification, "qualification", "f.qualification = 1"},
    {&KnownCounts::ethnicity, "ethnicity", "COALESCE(r.ethnicity, '') <> ''"},
    {&KnownCounts::checks, "checks", "f.checks = 1"},
    {&KnownCounts::training, "training", "f.training = 1"},
}};

std::string statement()
{
    std::string text = "SELECT r.organisation_id AS organisation, count(*) AS in_post";
    for (const auto& one : counts) text.append(", count(CASE WHEN ").append(one.condition).append(" THEN 1 END) AS ").append(one.name);
    return text +
           " FROM staff_record r JOIN ("
           "SELECT e.staff_record_id AS record,"
           " max(CASE WHEN t.role_code <> '' THEN 1 ELSE 0 END) AS role,"
           " max(CASE WHEN t.fte IS NOT NULL OR t.hours IS NOT NULL THEN 1 ELSE 0 END) AS fte,"
           " max(CASE WHEN t.contract <> '' THEN 1 ELSE 0 END) AS contract,"
           " max(CASE WHEN t.setting_id IS NOT NULL OR t.locality_id IS NOT NULL THEN 1 ELSE 0 END) AS place"
           " FROM engagement e JOIN engagement_terms t ON t.engagement_id = e.id AND t.ended_by IS NULL"
           " WHERE e.ended_by IS NULL AND e.started_on <= $1 AND (e.ended_on IS NULL OR e.ended_on >= $1)"
           " GROUP BY e.staff_record_id) w ON w.record = r.id"
           " LEFT JOIN ("
           "SELECT staff_record_id AS record,"
           " max(CASE WHEN kind = 'qualification' THEN 1 ELSE 0 END) AS qualification,"
           " max(CASE WHEN kind = 'check' THEN 1 ELSE 0 END) AS checks,"
           " max(CASE WHEN kind = 'training' THEN 1 ELSE 0 END) AS training"
           " FROM staff_fact WHERE ended_by IS NULL GROUP BY staff_record_id) f ON f.record = r.id"
           " WHERE r.ended_by IS NULL GROUP BY r.organisation_id";
}

}  // namespace

std::map<OrganisationId, KnownCounts> known_counts(db::Reader& reader, Date on)
{
    static const auto sql = statement();
    std::map<OrganisationId, KnownCounts> answer;
    for (const auto& row : reader.all(sql, on)) {
        auto& known = answer[row.get<OrganisationId>("organisation")];
        known.in_post = row.get<std::int64_t>("in_post");
        for (const auto& one : counts) known.*one.member = row.get<std::int64_t>(one.name);
    }
    return answer;
}

}  // namespace kith::workforce
