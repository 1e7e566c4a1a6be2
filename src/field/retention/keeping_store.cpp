#include "retention/keeping_store.hpp"

#include "retention/retention_register.hpp"

#include <fmt/format.h>

namespace kith::retention {

namespace {

constexpr std::string_view correction_columns = "id, public_id, owner_id, subject_id, asked_on, asked_by, about, words, state, answered_on, answered_by, answer";

Correction correction_of(const db::Row& row)
{
    return {.id = row.get<CorrectionId>("id"),
            .public_id = row.get<PublicId>("public_id"),
            .organisation = row.get<access::OrganisationId>("owner_id"),
            .record = row.get<access::StaffRecordId>("subject_id"),
            .asked_on = row.get<Date>("asked_on"),
            .asked_by = row.get<access::AccountId>("asked_by"),
            .about = row.get<std::string>("about"),
            .words = row.get<std::string>("words"),
            .state = correction_state(row.get<std::string>("state")).value_or(CorrectionState::asked),
            .answered_on = row.get<std::optional<Date>>("answered_on"),
            .answered_by = row.get<std::optional<access::AccountId>>("answered_by"),
            .answer = row.get<std::optional<std::string>>("answer").value_or("")};
}

db::Values values_of(const Correction& correction)
{
    return {{"public_id", correction.public_id}, {"owner_id", correction.organisation}, {"subject_id", correction.record}, {"asked_on", correction.asked_on},
            {"asked_by", correction.asked_by}, {"about", correction.about}, {"words", correction.words}, {"state", std::string{id_of(correction.state)}},
            {"answered_on", correction.answered_on}, {"answered_by", correction.answered_by},
            {"answer", correction.answer.empty() ? std::optional<std::string>{} : std::optional{correction.answer}}};
}

std::string within(const access::Reach& reach)
{
    return reach.where({.organisation = "owner_id"});
}

/// Who stands behind a change set joined as c and its account as a.
std::string author_of(const db::Row& row)
{
    if (auto name = row.get<std::optional<std::string>>("name")) return *name;
    return row.get<std::string>("actor") == "job" ? "Kith, in the background" : "a file taken in by whoever runs Kith here";
}

}  // namespace

const db::RegisterTable& correction_table()
{
    static const db::RegisterTable table{"correction", {{"public_id"}, {"owner_id", db::Kind::integer}, {"subject_id", db::Kind::integer}, {"asked_on"}, {"asked_by", db::Kind::integer},
                                                        {"about"}, {"words"}, {"state"}, {"answered_on"}, {"answered_by", db::Kind::integer}, {"answer"}}};
    return table;
}

const db::RegisterTable& erasure_table()
{
    static const db::RegisterTable table{"erasure", {{"public_id"}, {"owner_id", db::Kind::integer}, {"subject_id", db::Kind::integer}, {"depth"}, {"ground"}, {"words"},
                                                     {"values_erased", db::Kind::integer}, {"files_deleted", db::Kind::integer}}};
    return table;
}

const db::RegisterTable& retention_run_table()
{
    static const db::RegisterTable table{"retention_run", {{"rule"}, {"period"}, {"before_day"}, {"done", db::Kind::integer}, {"passed_over", db::Kind::integer}}};
    return table;
}

std::vector<ErasureLine> list_erasures(db::Reader& reader, const access::Reach& reach, int limit, int offset)
{
    std::vector<ErasureLine> lines;
    reader.each(fmt::format("SELECT c.made_at, c.actor, a.name, e.owner_id, e.depth, e.ground, e.words, e.values_erased, e.files_deleted FROM erasure e "
                            "JOIN change_set c ON c.id = e.made_by LEFT JOIN account a ON a.id = c.account_id WHERE e.ended_by IS NULL AND {} ORDER BY e.id DESC LIMIT {} OFFSET {}",
                            within(reach), limit, offset), [&](const db::Row& row) {
        lines.push_back({.at = row.get<Instant>("made_at"), .by = author_of(row), .organisation = row.get<access::OrganisationId>("owner_id"), .depth = row.get<std::string>("depth"),
                         .ground = row.get<std::string>("ground"), .words = row.get<std::string>("words"), .values = row.get<std::int64_t>("values_erased"),
                         .files = row.get<std::int64_t>("files_deleted")});
    });
    return lines;
}

std::int64_t count_erasures(db::Reader& reader, const access::Reach& reach)
{
    return reader.one("SELECT COUNT(*) AS n FROM erasure WHERE ended_by IS NULL AND " + within(reach))->get<std::int64_t>("n");
}

std::map<std::string, LastRun> last_runs(db::Reader& reader)
{
    std::map<std::string, LastRun> runs;
    reader.each("SELECT r.rule, c.made_at, c.actor, a.name, r.done, r.passed_over FROM retention_run r JOIN change_set c ON c.id = r.made_by "
                "LEFT JOIN account a ON a.id = c.account_id WHERE r.id IN (SELECT MAX(id) FROM retention_run GROUP BY rule)", [&](const db::Row& row) {
        runs.emplace(row.get<std::string>("rule"), LastRun{.at = row.get<Instant>("made_at"), .by = author_of(row), .done = row.get<std::int64_t>("done"),
                                                           .passed_over = row.get<std::int64_t>("passed_over")});
    });
    return runs;
}

std::vector<Correction> list_corrections(db::Reader& reader, const access::Reach& reach, int limit, int offset)
{
    std::vector<Correction> list;
    reader.each(fmt::format("SELECT {} FROM correction WHERE ended_by IS NULL AND {} ORDER BY CASE WHEN state = 'asked' THEN 0 ELSE 1 END, id DESC LIMIT {} OFFSET {}",
                            correction_columns, within(reach), limit, offset), [&](const db::Row& row) { list.push_back(correction_of(row)); });
    return list;
}

std::int64_t count_corrections(db::Reader& reader, const access::Reach& reach)
{
    return reader.one("SELECT COUNT(*) AS n FROM correction WHERE ended_by IS NULL AND " + within(reach))->get<std::int64_t>("n");
}

std::int64_t count_waiting(db::Reader& reader, const access::Reach& reach)
{
    return reader.one("SELECT COUNT(*) AS n FROM correction WHERE ended_by IS NULL AND state = 'asked' AND " + within(reach))->get<std::int64_t>("n");
}

std::vector<Correction> corrections_of(db::Reader& reader, access::StaffRecordId record)
{
    std::vector<Correction> list;
    reader.each(fmt::format("SELECT {} FROM correction WHERE ended_by IS NULL AND subject_id = $1 ORDER BY id DESC", correction_columns),
                [&](const db::Row& row) { list.push_back(correction_of(row)); }, record);
    return list;
}

Result<Correction> find_correction(db::Reader& reader, const access::Reach& reach, const PublicId& id)
{
    const auto row = reader.one(fmt::format("SELECT {} FROM correction WHERE ended_by IS NULL AND public_id = $1 AND {}", correction_columns, within(reach)), id);
    if (!row) return not_found("Correction");
    return correction_of(*row);
}

Correction add_correction(db::ChangeSet& changes, Correction correction, Instant now)
{
    correction.public_id = changes.writer().database().make_public_id(now);
    correction.id = CorrectionId{changes.add(correction_table(), values_of(correction))};
    return correction;
}

void save_answer(db::ChangeSet& changes, const Correction& correction)
{
    changes.replace(correction_table(), correction.id.value(), values_of(correction));
}

std::map<std::int64_t, Made> change_sets_named(db::Reader& reader, const std::set<std::int64_t>& ids)
{
    std::map<std::int64_t, Made> made;
    if (ids.empty()) return made;
    reader.each(fmt::format("SELECT c.id, c.made_at, c.actor, c.return_id, a.name FROM change_set c LEFT JOIN account a ON a.id = c.account_id WHERE c.id IN ({})", fmt::join(ids, ", ")),
                [&](const db::Row& row) {
                    made.emplace(row.get<std::int64_t>("id"), Made{.at = row.get<Instant>("made_at"), .by = author_of(row), .return_id = row.get<std::optional<std::int64_t>>("return_id")});
                });
    return made;
}

}  // namespace kith::retention
