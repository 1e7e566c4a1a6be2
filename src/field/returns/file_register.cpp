#include "returns/file_register.hpp"

#include "base/text.hpp"
#include "returns/return_store.hpp"

#include <fmt/format.h>

#include <algorithm>

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

/// A workbook or anything else that is packed: what is in it cannot be looked for in its bytes.
bool is_packed(std::string_view bytes)
{
    return bytes.starts_with("PK") || bytes.substr(0, 4096).find('\0') != std::string_view::npos;
}

/// True where `cell` stands in the line with no letter or digit at either side.
bool has_cell(std::string_view line, std::string_view cell)
{
    auto part_of_a_word = [&](std::size_t place) {
        const auto c = static_cast<unsigned char>(line[place]);
        return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    };
    for (auto at = line.find(cell); at != std::string_view::npos; at = line.find(cell, at + 1)) {
        const auto end = at + cell.size();
        if ((at == 0 || !part_of_a_word(at - 1)) && (end == line.size() || !part_of_a_word(end))) return true;
    }
    return false;
}

/// True where one line of the text holds all cells of the set. The longest is looked for in the whole text first, since a file may hold a
/// million lines and seldom that cell.
bool holds_a_row(std::string_view small, const std::vector<std::string>& cells)
{
    const auto& rarest = *std::ranges::max_element(cells, {}, &std::string::size);
    for (auto at = small.find(rarest); at != std::string_view::npos; at = small.find(rarest, at)) {
        const auto begin = small.rfind('\n', at) + 1;  // npos + 1 is the beginning of the text
        const auto end = std::min(small.find('\n', at), small.size());
        const auto line = small.substr(begin, end - begin);
        if (std::ranges::all_of(cells, [&](const std::string& cell) { return has_cell(line, cell); })) return true;
        at = end;
    }
    return false;
}

bool holds_a_row(std::string_view bytes, const std::vector<std::vector<std::string>>& sets)
{
    const auto small = lower_ascii(bytes);
    return std::ranges::any_of(sets, [&](const auto& cells) { return holds_a_row(small, cells); });
}

std::vector<std::vector<std::string>> in_small_letters(std::vector<std::vector<std::string>> sets)
{
    std::erase_if(sets, [](const auto& cells) { return cells.empty() || std::ranges::any_of(cells, [](const auto& cell) { return cell.empty(); }); });
    for (auto& cells : sets)
        for (auto& cell : cells) cell = lower_ascii(cell);
    return sets;
}

const std::string decided = "h.state IN ('accepted', 'refused', 'undone', 'withdrawn', 'failed')";

}  // namespace

std::vector<HandedIn> files_that_may_hold(db::Reader& reader, const Traces& traces)
{
    auto files = kept_files(reader, "(h.organisation_id IS NULL OR h.organisation_id = $1) ORDER BY h.id DESC", {db::Argument{traces.organisation}});
    const auto cells = in_small_letters(traces.cells);
    std::erase_if(files, [&](const HandedIn& file) {
        if (file.change_set && traces.change_sets.contains(*file.change_set)) return false;
        const auto bytes = read_bytes(reader, file.id);
        return !is_packed(bytes) && !holds_a_row(bytes, cells);
    });
    return files;
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
    return state == State::accepted || state == State::refused || state == State::undone || state == State::withdrawn || state == State::failed;
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
