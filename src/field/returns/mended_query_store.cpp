#include "returns/mended_query_store.hpp"

#include "base/text.hpp"
#include "returns/asking_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kith::returns {
namespace {

struct OpenQuery {
    EarlierQuery query;
    std::string subject;
    std::string looks_at;
};

/// "1, 2, 3" of the organisations that the return speaks of; empty where it says none.
std::string organisations_in(const HandedIn& handed_in, const Checked& checked)
{
    if (checked.parts.empty()) return handed_in.organisation ? std::to_string(handed_in.organisation->value()) : std::string{};
    std::string list;
    for (const auto& part : checked.parts) list += fmt::format("{}{}", list.empty() ? "" : ", ", part.organisation.value());
    return list;
}

/// Open queries about someone, of the last list of each of the organisations and of what was taken after it.
std::vector<OpenQuery> open_queries(db::Reader& reader, const std::string& organisations)
{
    std::vector<OpenQuery> open;
    const auto sql = fmt::format(
        "WITH l AS ({}) SELECT DISTINCT f.handed_in_id AS handed_in_id, f.number AS number, f.subject AS subject, f.looks_at AS looks_at "
        "FROM l JOIN handed_in_organisation p ON p.organisation_id = l.organisation_id AND p.handed_in_id >= l.list_id "
        "JOIN handed_in h ON h.id = p.handed_in_id JOIN handed_in_finding f ON f.handed_in_id = p.handed_in_id "
        "LEFT JOIN query_answer a ON a.query = f.query LEFT JOIN query_mended m ON m.handed_in_id = f.handed_in_id AND m.number = f.number "
        "WHERE h.state IN ('accepted', 'agreed') AND f.query <> '' AND f.subject <> '' AND a.query IS NULL AND m.mended_by IS NULL "
        "AND l.organisation_id IN ({})", newest_lists(), organisations);
    reader.each(sql, [&open](const db::Row& row) {
        open.push_back({{row.get<ReturnId>("handed_in_id"), row.get<std::int64_t>("number")}, row.get<std::string>("subject"), row.get<std::string>("looks_at")});
    });
    return open;
}

/// As `newest_lists` has it.
bool is_a_list(const HandedIn& handed_in, const Checked& checked)
{
    const bool lists_people = std::ranges::any_of(checked.parts, [](const Part& part) { return part.rows > 0; });
    return lists_people && handed_in.source == Source::file && (handed_in.speaks.act == Act::full || handed_in.rows * 2 >= handed_in.held);
}

}  // namespace

std::vector<EarlierQuery> queries_mended_by(db::Reader& reader, const Kind& kind, const HandedIn& handed_in, const Checked& checked)
{
    const auto organisations = organisations_in(handed_in, checked);
    if (!kind.touches || organisations.empty() || is_a_list(handed_in, checked)) return {};
    const auto open = open_queries(reader, organisations);
    if (open.empty()) return {};
    const auto changes = kind.touches(reader, checked);
    const std::set<Touched> touched{changes.begin(), changes.end()};
    std::vector<EarlierQuery> mended;
    for (const auto& one : open) {
        const auto values = split(one.looks_at, ' ');
        if (std::ranges::any_of(values, [&](const auto value) { return touched.contains({one.subject, std::string{value}}); })) mended.push_back(one.query);
    }
    return mended;
}

void keep_mended(db::Writer& writer, ReturnId by, const std::vector<EarlierQuery>& queries)
{
    for (const auto& query : queries)
        writer.run("INSERT INTO query_mended (handed_in_id, number, mended_by) VALUES ($1, $2, $3)", query.of, query.number, by);
}

void forget_mended(db::Writer& writer, ReturnId by) { writer.run("DELETE FROM query_mended WHERE mended_by = $1", by); }

}  // namespace kith::returns
