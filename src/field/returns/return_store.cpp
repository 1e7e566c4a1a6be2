#include "returns/return_store.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::returns {
namespace {

constexpr std::size_t piece_size = 256 * 1024;

constexpr std::string_view columns =
    "id, public_id, kind, organisation_id, account_id, by_words, handed_in_at, file_name, file_hash, file_size, state, format, "
    "rows_read, can_take, errors, warnings, notes, writes, ends, held, fingerprint, words, mapping, change_set_id, undone_by, job_public_id, version, "
    "act, about_from, about_to, last_day, source, many_end, seem_held, purged_at";

Speaks speaks_of(const db::Row& row)
{
    Speaks speaks{.act = act_of(row.get<std::string>("act")), .about = {}, .last_day = row.get<std::optional<Date>>("last_day")};
    if (const auto from = row.get<std::optional<Date>>("about_from")) speaks.about = Period{*from, row.get<std::optional<Date>>("about_to")};
    return speaks;
}

std::optional<Date> first_of(const Speaks& speaks) { return speaks.about ? std::optional{speaks.about->from} : std::nullopt; }
std::optional<Date> last_of(const Speaks& speaks) { return speaks.about ? speaks.about->to : std::nullopt; }

HandedIn from(const db::Row& row)
{
    using OptionalNumber = std::optional<std::int64_t>;
    return {.id = row.get<ReturnId>("id"),
            .public_id = row.get<PublicId>("public_id"),
            .kind = row.get<std::string>("kind"),
            .organisation = row.get<std::optional<access::OrganisationId>>("organisation_id"),
            .handed_in_by = row.get<std::optional<access::AccountId>>("account_id"),
            .by_words = row.get<std::string>("by_words"),
            .handed_in_at = row.get<Instant>("handed_in_at"),
            .file_name = row.get<std::string>("file_name"),
            .file_hash = row.get<std::string>("file_hash"),
            .file_size = row.get<std::int64_t>("file_size"),
            .state = state_of(row.get<std::string>("state")),
            .format = row.get<std::string>("format"),
            .rows = row.get<std::int64_t>("rows_read"),
            .can_take = row.get<std::int64_t>("can_take"),
            .findings = {row.get<std::int64_t>("errors"), row.get<std::int64_t>("warnings"), row.get<std::int64_t>("notes")},
            .writes = row.get<std::int64_t>("writes"),
            .ends = row.get<std::int64_t>("ends"),
            .held = row.get<std::int64_t>("held"),
            .fingerprint = row.get<std::string>("fingerprint"),
            .words = row.get<std::string>("words"),
            .mapping = row.get<std::optional<std::string>>("mapping").value_or(""),
            .change_set = row.get<OptionalNumber>("change_set_id"),
            .undone_by = row.get<OptionalNumber>("undone_by"),
            .speaks = speaks_of(row),
            .source = source_of(row.get<std::string>("source")),
            .many_end = row.get<std::int64_t>("many_end") != 0,
            .seem_held = row.get<std::int64_t>("seem_held"),
            .job = row.get<std::optional<PublicId>>("job_public_id"),
            .version = row.get<int>("version"),
            .file_deleted_at = row.get<std::optional<Instant>>("purged_at")};
}

/// The condition of a list and its count: reach first, then what the person chose.
std::string where(const access::Reach& reach, const ReturnFilter& filter)
{
    std::string condition = reach.where({.organisation = "organisation_id"});
    // Before the first check, "format" is empty.
    if (filter.own) condition = fmt::format("({} OR (organisation_id IS NULL AND format = '' AND account_id = {}))", condition, filter.own->value());
    if (filter.organisation) condition += fmt::format(" AND organisation_id = {}", filter.organisation->value());
    if (filter.state) condition += fmt::format(" AND state = '{}'", state_id(*filter.state));
    return condition;
}

std::optional<std::string> mapping_or_none(const HandedIn& h) { return h.mapping.empty() ? std::nullopt : std::optional{h.mapping}; }

std::optional<HandedIn> first(std::optional<db::Row> row)
{
    if (!row) return std::nullopt;
    return from(*row);
}

}  // namespace

ReturnId add_return(db::Writer& writer, const HandedIn& h, std::string_view bytes)
{
    const auto id = writer.insert(
        "INSERT INTO handed_in (public_id, kind, organisation_id, account_id, by_words, handed_in_at, file_name, file_hash, file_size, "
        "state, format, rows_read, can_take, errors, warnings, notes, writes, ends, held, fingerprint, words, mapping, job_public_id, version, "
        "act, about_from, about_to, last_day, source, many_end) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', 0, 0, 0, 0, 0, 0, 0, 0, '', '', $11, $12, 1, $13, $14, $15, $16, $17, 0) RETURNING id",
        h.public_id, h.kind, h.organisation, h.handed_in_by, h.by_words, h.handed_in_at, h.file_name, hash_of(bytes),
        static_cast<std::int64_t>(bytes.size()), state_id(h.state), mapping_or_none(h), h.job, act_id(h.speaks.act),
        first_of(h.speaks), last_of(h.speaks), h.speaks.last_day, source_id(h.source));
    for (std::size_t at = 0, number = 0; at < bytes.size(); at += piece_size, ++number) {
        const auto piece = bytes.substr(at, piece_size);
        writer.run("INSERT INTO handed_in_piece (handed_in_id, number, bytes) VALUES ($1, $2, $3)", id, number,
                   db::Bytes(piece.begin(), piece.end()));
    }
    return ReturnId{id};
}

Result<HandedIn> find_return(db::Reader& reader, const PublicId& public_id, const access::Reach& reach, std::optional<access::AccountId> own)
{
    const ReturnFilter filter{.organisation = {}, .state = {}, .own = own};
    const auto row = reader.one(fmt::format("SELECT {} FROM handed_in WHERE public_id = $1 AND {}", columns, where(reach, filter)), public_id);
    if (!row) return not_found("Return");
    return from(*row);
}

Result<HandedIn> find_return(db::Reader& reader, ReturnId id)
{
    const auto row = reader.one(fmt::format("SELECT {} FROM handed_in WHERE id = $1", columns), id);
    if (!row) return not_found("Return");
    return from(*row);
}

std::vector<HandedIn> list_returns(db::Reader& reader, const access::Reach& reach, const ReturnFilter& filter, Stretch stretch)
{
    std::vector<HandedIn> list;
    const auto sql = fmt::format("SELECT {} FROM handed_in WHERE {} ORDER BY id DESC LIMIT $1 OFFSET $2", columns, where(reach, filter));
    for (const auto& row : reader.all(sql, stretch.size, stretch.from)) list.push_back(from(row));
    return list;
}

std::int64_t count_returns(db::Reader& reader, const access::Reach& reach, const ReturnFilter& filter)
{
    return reader.one(fmt::format("SELECT COUNT(*) AS counted FROM handed_in WHERE {}", where(reach, filter)))->get<std::int64_t>("counted");
}

std::vector<std::int64_t> count_by_state(db::Reader& reader, const access::Reach& reach, const std::vector<State>& states)
{
    std::vector<std::int64_t> counts(states.size(), 0);
    const auto sql = fmt::format("SELECT state, COUNT(*) AS counted FROM handed_in WHERE {} GROUP BY state", where(reach, {}));
    for (const auto& row : reader.all(sql)) {
        const auto found = std::find(states.begin(), states.end(), state_of(row.get<std::string>("state")));
        if (found != states.end()) counts[static_cast<std::size_t>(found - states.begin())] = row.get<std::int64_t>("counted");
    }
    return counts;
}

std::optional<PublicId> newest_with_mapping(db::Reader& reader, const access::Reach& reach, std::string_view mapping)
{
    const auto found = reader.one(fmt::format("SELECT public_id FROM handed_in WHERE mapping LIKE $1 AND {} AND EXISTS (SELECT 1 FROM handed_in_piece p "
                                              "WHERE p.handed_in_id = handed_in.id) ORDER BY id DESC LIMIT 1",
                                              where(reach, {})),
                                  std::string{mapping} + "/%");
    return found ? std::optional{found->get<PublicId>("public_id")} : std::nullopt;
}

std::optional<HandedIn> return_of_change_set(db::Reader& reader, std::int64_t change_set)
{
    return first(reader.one(fmt::format("SELECT {} FROM handed_in WHERE change_set_id = $1", columns), change_set));
}

std::optional<HandedIn> same_file_before(db::Reader& reader, const HandedIn& h)
{
    return first(reader.one(
        fmt::format("SELECT {} FROM handed_in WHERE file_hash = $1 AND state IN ('accepted', 'agreed') AND id < $2 AND organisation_id = $3 "
                    "ORDER BY id DESC LIMIT 1",
                    columns),
        h.file_hash, h.id, h.organisation));
}

Before before_of(db::Reader& reader, const std::optional<access::OrganisationId>& organisation, std::string_view kind)
{
    const auto row = reader.one("SELECT about_from, about_to, handed_in_at FROM handed_in WHERE organisation_id = $1 AND kind = $2 AND about_from IS NOT NULL "
                                "AND state IN ('accepted', 'agreed') ORDER BY about_from DESC, id DESC LIMIT 1", organisation, kind);
    if (!row) return {};
    return {Period{row->get<Date>("about_from"), row->get<std::optional<Date>>("about_to")}, row->get<Instant>("handed_in_at").date_in_london()};
}

std::optional<HandedIn> last_taken(db::Reader& reader, access::OrganisationId organisation)
{
    return first(reader.one(fmt::format("SELECT {} FROM handed_in WHERE organisation_id = $1 AND source = 'file' AND state IN ('accepted', 'agreed') "
                                        "ORDER BY id DESC LIMIT 1", columns), organisation));
}

Result<void> save_return(db::Writer& writer, const HandedIn& h)
{
    const auto changed = writer.run(
        "UPDATE handed_in SET kind = $1, state = $2, format = $3, rows_read = $4, can_take = $5, errors = $6, warnings = $7, notes = $8, "
        "writes = $9, ends = $10, held = $11, fingerprint = $12, words = $13, change_set_id = $14, undone_by = $15, job_public_id = $16, "
        "mapping = $17, many_end = $18, organisation_id = $19, seem_held = $20, version = version + 1 WHERE id = $21 AND version = $22",
        h.kind, state_id(h.state), h.format, h.rows, h.can_take, h.findings.errors, h.findings.warnings, h.findings.notes, h.writes, h.ends,
        h.held, h.fingerprint, h.words, h.change_set, h.undone_by, h.job, mapping_or_none(h), h.many_end ? 1 : 0, h.organisation, h.seem_held, h.id, h.version);
    if (changed == 0) return conflict("Someone else has changed this return since you opened it. Look at it again");
    return {};
}

std::string read_bytes(db::Reader& reader, ReturnId id)
{
    std::string bytes;
    reader.each(
        "SELECT bytes FROM handed_in_piece WHERE handed_in_id = $1 ORDER BY number",
        [&bytes](const db::Row& row) {
            const auto piece = row.get<db::Bytes>("bytes");
            bytes.append(piece.begin(), piece.end());
        },
        id);
    return bytes;
}

void add_event(db::Writer& writer, ReturnId id, const Event& event)
{
    writer.run("INSERT INTO handed_in_event (handed_in_id, number, happened_at, account_id, by_words, title, words) "
               "SELECT $1, COUNT(*), $2, $3, $4, $5, $6 FROM handed_in_event WHERE handed_in_id = $1",
               id, event.at, event.account, event.by_words, event.title, event.words);
}

std::vector<Event> list_events(db::Reader& reader, ReturnId id)
{
    std::vector<Event> events;
    for (const auto& row : reader.all("SELECT happened_at, account_id, by_words, title, words FROM handed_in_event "
                                      "WHERE handed_in_id = $1 ORDER BY number DESC", id)) {
        events.push_back({row.get<Instant>("happened_at"), row.get<std::optional<access::AccountId>>("account_id"),
                          row.get<std::string>("by_words"), row.get<std::string>("title"), row.get<std::string>("words")});
    }
    return events;
}

}  // namespace kith::returns
