#include "returns/query_store.hpp"

#include <fmt/format.h>

namespace kith::returns {
namespace {

QueryAnswer answer_of(const db::Row& row)
{
    return {row.get<std::string>("answer_words"), row.get<Instant>("answered_at"), row.get<std::optional<access::AccountId>>("account_id"),
            row.get<std::string>("by_words")};
}

bool is_mended(const db::Row& row) { return row.get<std::optional<std::int64_t>>("mended_by").has_value(); }

bool is_answered(const db::Row& row) { return row.get<std::optional<std::string>>("answer_words").has_value(); }

/// "f.number IN (1, 2)"; everything where there are none.
std::string among(const std::vector<std::int64_t>& numbers)
{
    if (numbers.empty()) return "1 = 1";
    std::string list;
    for (const auto number : numbers) list += fmt::format("{}{}", list.empty() ? "" : ", ", number);
    return "f.number IN (" + list + ")";
}

const std::string select_with_answers =
    "SELECT f.number AS number, f.file AS file, f.line AS line, f.column_name AS column_name, f.rule AS rule, f.severity AS severity, "
    "f.message AS message, f.query AS query, a.words AS answer_words, a.answered_at AS answered_at, a.account_id AS account_id, "
    "a.by_words AS by_words, m.mended_by AS mended_by FROM handed_in_finding f LEFT JOIN query_answer a ON a.query = f.query "
    "LEFT JOIN query_mended m ON m.handed_in_id = f.handed_in_id AND m.number = f.number WHERE f.handed_in_id = $1 AND ";

std::vector<Query> queries_of(const std::vector<db::Row>& rows)
{
    std::vector<Query> queries;
    for (const auto& row : rows) {
        Query query{.number = row.get<std::int64_t>("number"),
                    .finding = {row.get<std::string>("file"), row.get<std::int64_t>("line"), row.get<std::string>("column_name"),
                                row.get<std::string>("rule"), severity_of(row.get<std::string>("severity")), row.get<std::string>("message"),
                                row.get<std::string>("query")},
                    .answer = {}};
        if (is_answered(row)) query.answer = answer_of(row);
        else query.is_mended = is_mended(row);
        queries.push_back(std::move(query));
    }
    return queries;
}

}  // namespace

std::map<std::string, RuleQueries> count_queries(db::Reader& reader, ReturnId id)
{
    std::map<std::string, RuleQueries> rules;
    reader.each(
        "SELECT f.rule AS rule, a.words AS answer_words, a.answered_at AS answered_at, a.account_id AS account_id, a.by_words AS by_words, "
        "MAX(m.mended_by) AS mended_by, COUNT(*) AS counted FROM handed_in_finding f LEFT JOIN query_answer a ON a.query = f.query "
        "LEFT JOIN query_mended m ON m.handed_in_id = f.handed_in_id AND m.number = f.number WHERE f.handed_in_id = $1 AND f.query <> '' "
        "GROUP BY f.rule, a.words, a.answered_at, a.account_id, a.by_words, CASE WHEN m.mended_by IS NULL THEN 0 ELSE 1 END",
        [&rules](const db::Row& row) {
            auto& rule = rules[row.get<std::string>("rule")];
            const auto counted = row.get<std::int64_t>("counted");
            if (!is_answered(row)) {
                (is_mended(row) ? rule.mended : rule.open) += counted;
                return;
            }
            rule.answered += counted;
            auto answer = answer_of(row);
            if (!rule.latest || rule.latest->at < answer.at) rule.latest = std::move(answer);
        },
        id);
    return rules;
}

std::vector<Query> list_queries(db::Reader& reader, ReturnId id, std::string_view rule, Stretch stretch)
{
    return queries_of(reader.all(select_with_answers + "f.rule = $2 AND f.query <> '' ORDER BY CASE WHEN a.query IS NULL AND m.mended_by IS NULL THEN 0 ELSE 1 END, f.line, "
                                                       "f.number LIMIT $3 OFFSET $4", id, rule, stretch.size, stretch.from));
}

std::vector<Query> list_with_answers(db::Reader& reader, ReturnId id, std::optional<Severity> severity, Stretch stretch)
{
    const auto wanted = severity ? fmt::format("f.severity = '{}'", severity_id(*severity)) : std::string{"1 = 1"};
    return queries_of(reader.all(select_with_answers + wanted + " ORDER BY f.line, f.number LIMIT $2 OFFSET $3", id, stretch.size, stretch.from));
}

std::int64_t answer_queries(db::Writer& writer, ReturnId id, std::string_view rule, const std::vector<std::int64_t>& numbers, const QueryAnswer& answer)
{
    const auto answered = writer.run(
        "INSERT INTO query_answer (query, rule, words, answered_at, account_id, by_words, handed_in_id) "
        "SELECT f.query, f.rule, $1, $2, $3, $4, f.handed_in_id FROM handed_in_finding f "
        "WHERE f.handed_in_id = $5 AND f.rule = $6 AND f.query <> '' AND f.query NOT IN (SELECT query FROM query_answer) AND NOT EXISTS "
        "(SELECT 1 FROM query_mended m WHERE m.handed_in_id = f.handed_in_id AND m.number = f.number) AND " + among(numbers) +
            " GROUP BY f.query, f.rule, f.handed_in_id",
        answer.words, answer.at, answer.account, answer.by_words, id, rule);
    // What the rule asked of the same person before, in a file with other columns, is the same question: had the value changed since, it were mended.
    writer.run("INSERT INTO query_answer (query, rule, words, answered_at, account_id, by_words, handed_in_id) "
               "SELECT e.query, e.rule, $1, $2, $3, $4, f.handed_in_id FROM handed_in_finding f JOIN handed_in_finding e ON e.subject = f.subject AND e.rule = f.rule "
               "WHERE f.handed_in_id = $5 AND f.rule = $6 AND f.subject <> '' AND f.query IN (SELECT query FROM query_answer) AND e.handed_in_id < f.handed_in_id "
               "AND e.query <> '' AND e.query NOT IN (SELECT query FROM query_answer) AND " + among(numbers) + " GROUP BY e.query, e.rule, f.handed_in_id",
               answer.words, answer.at, answer.account, answer.by_words, id, rule);
    return answered;
}

std::int64_t open_again(db::Writer& writer, ReturnId id, std::string_view rule)
{
    return writer.run("DELETE FROM query_answer WHERE query IN (SELECT query FROM handed_in_finding WHERE handed_in_id = $1 AND rule = $2 AND query <> '')",
                      id, rule);
}

std::int64_t key_queries(db::Writer& writer, const std::function<std::string(std::string_view)>& mark)
{
    struct Unkeyed {
        ReturnId of;
        std::int64_t number;
        std::string query;
    };
    std::vector<Unkeyed> unkeyed;
    writer.each("SELECT handed_in_id, number, query FROM handed_in_finding WHERE length(query) = 32", [&unkeyed](const db::Row& row) {
        unkeyed.push_back({row.get<ReturnId>("handed_in_id"), row.get<std::int64_t>("number"), row.get<std::string>("query")});
    });
    for (const auto& one : unkeyed)
        writer.run("UPDATE handed_in_finding SET query = $1 WHERE handed_in_id = $2 AND number = $3", mark(one.query), one.of, one.number);
    std::vector<std::string> answered;
    writer.each("SELECT query FROM query_answer WHERE length(query) = 32", [&answered](const db::Row& row) { answered.push_back(row.get<std::string>("query")); });
    for (const auto& query : answered) writer.run("UPDATE query_answer SET query = $1 WHERE query = $2", mark(query), query);
    return std::ssize(unkeyed) + std::ssize(answered);
}

}  // namespace kith::returns
