#include "returns/file_register.hpp"

#include "returns/return_store.hpp"
#include "returns/row_search.hpp"

#include <fmt/format.h>

namespace kith::returns {

namespace {

/// Returns of which bytes are kept, narrowed by `condition`.
std::vector<HandedIn> kept_files(db::Reader& reader, std::string_view condition, const std::vector<db::Argument>& arguments)
{
    std::vector<ReturnId> ids;
    reader.each_of(fmt::format("SELECT h.id FROM handed_in h WHERE h.purged_at IS NULL AND EXISTS (SELECT 1 FROM handed_in_piece p WHERE p.handed_in_id = h.id) AND {}", condition),
                   [&](const db::Row& row) { ids.push_back(row.at<ReturnId>(0)); }, arguments);
    std::vector<HandedIn> files;
    for (auto id : ids) {
        if (auto found = find_return(reader, id)) files.push_back(std::move(*found));
    }
    return files;
}

const std::string decided = "h.state IN ('accepted', 'agreed', 'refused', 'undone', 'withdrawn', 'failed')";

}  // namespace

std::string_view words_for(MayHold why)
{
    switch (why) {
    case MayHold::row: return "it has a row about them";
    case MayHold::change: return "it changed their record";
    case MayHold::cannot_search: return "it cannot be searched, and may have a row about them";
    }
    return {};
}

std::vector<FileThatMayHold> files_that_may_hold(db::Reader& reader, const Traces& traces)
{
    std::vector<FileThatMayHold> found;
    for (auto& file : kept_files(reader, "(h.organisation_id IS NULL OR h.organisation_id = $1) ORDER BY h.id DESC", {db::Argument{traces.organisation}})) {
        std::optional<MayHold> why;
        if (file.change_set && traces.change_sets.contains(*file.change_set)) why = MayHold::change;
        if (!why) {
            const auto search = search_rows(read_bytes(reader, file.id), traces.cells);
            if (search == Search::there) why = MayHold::row;
            if (search == Search::cannot_search) why = MayHold::cannot_search;
        }
        if (why) found.push_back({std::move(file), *why});
    }
    return found;
}

std::int64_t bytes_to_look_through(db::Reader& reader, access::OrganisationId organisation)
{
    return reader.one("SELECT COALESCE(SUM(h.file_size), 0) AS bytes FROM handed_in h WHERE h.purged_at IS NULL AND (h.organisation_id IS NULL OR h.organisation_id = $1) "
                      "AND EXISTS (SELECT 1 FROM handed_in_piece p WHERE p.handed_in_id = h.id)", organisation)->get<std::int64_t>("bytes");
}

std::vector<HandedIn> files_handed_in_before(db::Reader& reader, const access::Reach& reach, Instant before, int limit)
{
    return kept_files(reader, fmt::format("h.handed_in_at < $1 AND {} AND {} ORDER BY h.id LIMIT {}", decided, reach.where({.organisation = "h.organisation_id"}), limit), {db::Argument{before}});
}

std::int64_t count_files_handed_in_before(db::Reader& reader, const access::Reach& reach, Instant before)
{
    return reader.one(fmt::format("SELECT COUNT(*) AS n FROM handed_in h WHERE h.purged_at IS NULL AND h.handed_in_at < $1 AND {} AND {} "
                                  "AND EXISTS (SELECT 1 FROM handed_in_piece p WHERE p.handed_in_id = h.id)", decided, reach.where({.organisation = "h.organisation_id"})), before)->get<std::int64_t>("n");
}

bool is_decided(State state)
{
    return state == State::accepted || state == State::agreed || state == State::refused || state == State::undone || state == State::withdrawn || state == State::failed;
}

Result<void> delete_file(db::Writer& writer, const HandedIn& handed_in, std::string why, const Actor& by, Instant now)
{
    if (!is_decided(handed_in.state)) return conflict(handed_in.file_name + " waits for a decision. Accept or withdraw it first");
    writer.run("DELETE FROM handed_in_piece WHERE handed_in_id = $1", handed_in.id);
    writer.run("DELETE FROM handed_in_sample WHERE handed_in_id = $1", handed_in.id);
    writer.run("UPDATE handed_in SET purged_at = $1, version = version + 1 WHERE id = $2", now, handed_in.id);
    add_event(writer, handed_in.id, {now, by.account, by.words, "File deleted", std::move(why)});
    return {};
}

std::int64_t delete_samples(db::Writer& writer, access::OrganisationId organisation, std::string_view reference)
{
    return writer.run("DELETE FROM handed_in_sample WHERE subject = $1 AND handed_in_id IN (SELECT id FROM handed_in WHERE organisation_id IS NULL OR organisation_id = $2)", reference, organisation);
}

}  // namespace kith::returns
