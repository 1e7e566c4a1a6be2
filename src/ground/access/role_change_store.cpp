#include "access/role_changes.hpp"

#include "db/transaction.hpp"

#include <fmt/format.h>

namespace kith::access {

namespace {

struct Condition {
    std::string sql = "e.what IN ('Role given', 'Role ended')";
    std::vector<db::Argument> arguments;
};

Condition condition_of(const RoleChangeFilter& filter)
{
    Condition condition;
    const auto add = [&](std::string_view words, Instant at) {
        condition.arguments.emplace_back(at);
        condition.sql += fmt::format(" AND {} ${}", words, condition.arguments.size());
    };
    if (filter.from) add("e.at >=", *filter.from);
    if (filter.before) add("e.at <", *filter.before);
    return condition;
}

}  // namespace

std::vector<RoleChange> list_role_changes(db::Reader& reader, const RoleChangeFilter& filter, int limit, int offset)
{
    std::vector<RoleChange> changes;
    const auto condition = condition_of(filter);
    reader.each_of(fmt::format("SELECT e.at, COALESCE(b.name, e.by_words) AS by_whom, e.what, e.detail, e.reason, a.public_id, a.name "
                               "FROM account_event e JOIN account a ON a.id = e.account_id LEFT JOIN account b ON b.id = e.by_account "
                               "WHERE {} ORDER BY e.id DESC LIMIT {} OFFSET {}",
                               condition.sql, limit, offset),
                   [&](const db::Row& row) {
                       changes.push_back({{row.get<Instant>("at"), row.get<std::string>("by_whom"), row.get<std::string>("what"),
                                           row.get<std::string>("detail"), row.get<std::string>("reason")},
                                          row.get<PublicId>("public_id"),
                                          row.get<std::string>("name")});
                   },
                   condition.arguments);
    return changes;
}

std::int64_t count_role_changes(db::Reader& reader, const RoleChangeFilter& filter)
{
    const auto condition = condition_of(filter);
    std::int64_t number = 0;
    reader.each_of("SELECT COUNT(*) AS number FROM account_event e WHERE " + condition.sql,
                   [&](const db::Row& row) { number = row.get<std::int64_t>("number"); }, condition.arguments);
    return number;
}

}  // namespace kith::access
