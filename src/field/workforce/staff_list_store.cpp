// The staff list: whom it holds, in order of name, a page at a time.
#include "base/text.hpp"
#include "workforce/staff_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kith::workforce {

namespace {

struct Condition {
    std::string sql;
    std::vector<db::Argument> arguments;
    std::string next(const db::Argument& value)
    {
        arguments.push_back(value);
        return fmt::format("${}", arguments.size());
    }
};

/// Letters that LIKE reads as more than themselves are not in a folded key's words; they are dropped from what is asked for.
std::string like_word(std::string_view word)
{
    std::string plain;
    for (char c : word) {
        if (c != '%' && c != '_' && c != '\\') plain += c;
    }
    return plain;
}

Condition condition_of(const Whose& whose, const StaffFilter& filter, Date today)
{
    Condition condition;
    condition.sql = "r.ended_by IS NULL AND " + staff_within(whose, today);
    if (filter.organisation) condition.sql += " AND r.organisation_id = " + condition.next(*filter.organisation);
    auto asked = trimmed(filter.search);
    if (asked.empty()) return condition;
    std::string names;
    const auto key = folded(asked);
    for (auto word : split(key, ' ')) {
        auto plain = like_word(word);
        if (plain.empty()) continue;
        names += (names.empty() ? "" : " AND ") + std::string{"r.name_key LIKE "} + condition.next("% " + plain + "%");
    }
    auto reference = "r.reference = " + condition.next(asked);
    condition.sql += names.empty() ? " AND " + reference : fmt::format(" AND (({}) OR {})", names, reference);
    return condition;
}

StaffLine line_of(const db::Row& row)
{
    return {.id = row.get<StaffRecordId>("id"),
            .public_id = row.get<PublicId>("public_id"),
            .organisation = row.get<OrganisationId>("organisation_id"),
            .organisation_name = row.get<std::optional<std::string>>("organisation_name").value_or(""),
            .reference = row.get<std::string>("reference"),
            .given_name = row.get<std::optional<PersonName>>("given_name").value_or(PersonName{}),
            .family_name = row.get<std::optional<PersonName>>("family_name").value_or(PersonName{})};
}

/// People without a name come last: their key is two spaces, or none once it was erased. Must stand as the index staff_record_in_order has it.
constexpr std::string_view in_order = "CASE WHEN r.name_key > '  ' THEN 0 ELSE 1 END, r.name_key, r.id";

/// The page is cut from ids alone, which the index holds, and only its rows are looked up: a deep page costs little more than the first.
void load_lines(db::Reader& reader, StaffPage& list, const Condition& condition, int a_page)
{
    const auto sql = fmt::format(
        "SELECT r.id, r.public_id, r.organisation_id, o.name AS organisation_name, r.reference, r.given_name, r.family_name "
        "FROM (SELECT r.id FROM staff_record r WHERE {1} ORDER BY {0} LIMIT {2} OFFSET {3}) p "
        "JOIN staff_record r ON r.id = p.id AND r.ended_by IS NULL "
        "LEFT JOIN organisation o ON o.id = r.organisation_id AND o.ended_by IS NULL ORDER BY {0}",
        in_order, condition.sql, a_page, (list.page - 1) * a_page);
    reader.each_of(sql, [&](const db::Row& row) { list.lines.push_back(line_of(row)); }, condition.arguments);
}

StaffPage page_of(std::int64_t total, int page, int a_page)
{
    StaffPage list{.lines = {}, .total = total};
    list.pages = static_cast<int>(std::max<std::int64_t>(1, (total + a_page - 1) / a_page));
    list.page = page >= 1 && page <= list.pages ? page : 1;
    return list;
}

/// The ids of one page of `people` in order of name, from the ids of everyone in that order, read a stretch at a time.
std::vector<std::int64_t> page_in_order(db::Reader& reader, std::span<const std::int64_t> people, std::size_t first, std::size_t count)
{
    constexpr int stretch = 5000;
    std::vector<std::int64_t> ids;
    std::size_t met = 0;
    for (int offset = 0; ids.size() < count; offset += stretch) {
        int read = 0;
        reader.each(fmt::format("SELECT r.id FROM staff_record r WHERE r.ended_by IS NULL ORDER BY {} LIMIT {} OFFSET {}", in_order, stretch, offset), [&](const db::Row& row) {
            ++read;
            const auto id = row.at<std::int64_t>(0);
            if (std::ranges::binary_search(people, id) && met++ >= first && ids.size() < count) ids.push_back(id);
        });
        if (read < stretch) break;
    }
    return ids;
}

}  // namespace

StaffPage list_staff(db::Reader& reader, const Whose& whose, const StaffFilter& filter, Date today, int page, int a_page)
{
    const auto condition = condition_of(whose, filter, today);
    const auto total = reader.all_of("SELECT COUNT(*) AS n FROM staff_record r WHERE " + condition.sql, condition.arguments).front().get<std::int64_t>("n");
    auto list = page_of(total, page, a_page);
    load_lines(reader, list, condition, a_page);
    return list;
}

StaffPage list_people(db::Reader& reader, const Whose& whose, std::span<const std::int64_t> people, Date today, int page, int a_page)
{
    constexpr std::size_t few = 500;  // so many ids stand in a statement; beyond, the order of all names is walked
    auto list = page_of(static_cast<std::int64_t>(people.size()), page, a_page);
    if (people.empty()) return list;
    Condition condition{.sql = "r.ended_by IS NULL AND " + staff_within(whose, today), .arguments = {}};
    if (people.size() <= few) {
        condition.sql += fmt::format(" AND r.id IN ({})", fmt::join(people, ", "));
        load_lines(reader, list, condition, a_page);
        return list;
    }
    const auto ids = page_in_order(reader, people, static_cast<std::size_t>(list.page - 1) * static_cast<std::size_t>(a_page), static_cast<std::size_t>(a_page));
    if (ids.empty()) return list;
    condition.sql += fmt::format(" AND r.id IN ({})", fmt::join(ids, ", "));
    const int number = std::exchange(list.page, 1);
    load_lines(reader, list, condition, a_page);
    list.page = number;
    return list;
}

std::unordered_map<std::int64_t, std::string> load_setting_names(db::Reader& reader, std::span<const std::int64_t> settings)
{
    std::unordered_map<std::int64_t, std::string> names;
    const std::set<std::int64_t> keys(settings.begin(), settings.end());
    if (keys.empty()) return names;
    reader.each(fmt::format("SELECT id, name FROM setting WHERE ended_by IS NULL AND id IN ({})", fmt::join(keys, ", ")),
                [&](const db::Row& row) { names.emplace(row.at<std::int64_t>(0), row.at<std::string>(1)); });
    return names;
}

std::vector<StaffLine> staff_lines(db::Reader& reader, const Whose& whose, const std::vector<StaffRecordId>& records, Date today)
{
    std::vector<StaffLine> lines;
    if (records.empty()) return lines;
    std::vector<std::int64_t> ids;
    for (auto record : records) ids.push_back(record.value());
    reader.each(fmt::format("SELECT r.id, r.public_id, r.organisation_id, NULL AS organisation_name, r.reference, r.given_name, r.family_name FROM staff_record r WHERE r.ended_by IS NULL AND r.id IN ({}) AND {}",
                            fmt::join(ids, ", "), staff_within(whose, today)),
                [&](const db::Row& row) {
                    lines.push_back(line_of(row));
                });
    return lines;
}

}  // namespace kith::workforce
