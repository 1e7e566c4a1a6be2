#include "profile/child_population_register.hpp"

#include <fmt/format.h>

namespace kith::profile {
namespace {

db::Values values_of(const ChildCount& count)
{
    return {{"public_id", count.public_id}, {"locality_id", count.locality}, {"characteristic", std::string{code_of(count.characteristic)}}, {"code", count.code},
            {"children", count.children}, {"source", count.source}, {"as_of", count.as_of}};
}

ChildCount count_of(const db::Row& row)
{
    return {.id = row.get<ChildCountId>("id"), .public_id = row.get<PublicId>("public_id"), .locality = row.get<std::optional<partnership::LocalityId>>("locality_id"),
            .characteristic = child_characteristic(row.get<std::string>("characteristic")).value(), .code = row.get<std::string>("code"),
            .children = row.get<std::int64_t>("children"), .source = row.get<std::string>("source"), .as_of = row.get<Date>("as_of")};
}

std::string select_where(std::string_view condition)
{
    return fmt::format("SELECT id, public_id, locality_id, characteristic, code, children, source, as_of FROM child_population WHERE {} "
                       "ORDER BY COALESCE(locality_id, 0), characteristic, code", condition);
}

}  // namespace

const db::RegisterTable& child_population_table()
{
    static const db::RegisterTable table{"child_population", {{"public_id"}, {"locality_id", db::Kind::integer}, {"characteristic"}, {"code"}, {"children", db::Kind::integer},
                                                              {"source"}, {"as_of"}}};
    return table;
}

std::vector<ChildCount> child_counts(db::Reader& reader)
{
    std::vector<ChildCount> counts;
    reader.each(select_where("ended_by IS NULL"), [&](const db::Row& row) { counts.push_back(count_of(row)); });
    return counts;
}

std::vector<ChildCount> child_counts_as_known(db::Reader& reader, std::int64_t change_set)
{
    std::vector<ChildCount> counts;
    reader.each(select_where("made_by <= $1 AND (ended_by IS NULL OR ended_by > $1)"), [&](const db::Row& row) { counts.push_back(count_of(row)); }, change_set);
    return counts;
}

std::int64_t apply(db::ChangeSet& changes, const ChildPopulationPlan& plan, Instant now)
{
    int order = 0;
    for (auto count : plan.added) {
        count.public_id = changes.writer().database().make_public_id(now, order++ % 1000);
        changes.add(child_population_table(), values_of(count));
    }
    for (const auto& count : plan.changed) changes.replace(child_population_table(), count.id.value(), values_of(count));
    return static_cast<std::int64_t>(plan.added.size() + plan.changed.size());
}

}  // namespace kith::profile
