#pragma once
// Queries of a return and what people answered: "yes, it is so, because". An answer belongs to the query's hash, so that it stands for every
// return in which the same rule asks the same about the same values. Private to this room.
#include "returns/return_store.hpp"

#include <map>

namespace kith::returns {

struct QueryAnswer {
    std::string words;
    Instant at;
    std::optional<access::AccountId> account;
    std::string by_words;
    bool operator==(const QueryAnswer&) const = default;
};

/// A finding that asks, and what was answered; none where nobody has.
struct Query {
    std::int64_t number = 0;  ///< of the finding within its return
    Finding finding;
    std::optional<QueryAnswer> answer;
    bool is_mended = false;  ///< by a later return: nobody is asked any more
    bool is_open() const { return !answer && !is_mended; }
};

/// How many queries of one rule are open, how many answered, and how many a later return has mended.
struct RuleQueries {
    std::int64_t open = 0;
    std::int64_t answered = 0;
    std::int64_t mended = 0;
    std::optional<QueryAnswer> latest;  ///< the latest answer to any of them
};

/// By rule, for a return's page. One statement.
std::map<std::string, RuleQueries> count_queries(db::Reader& reader, ReturnId id);
/// Of one rule, open ones first and then in file order.
std::vector<Query> list_queries(db::Reader& reader, ReturnId id, std::string_view rule, Stretch stretch);
/// Findings of one severity, or all, in file order, each with its answer where it has one.
std::vector<Query> list_with_answers(db::Reader& reader, ReturnId id, std::optional<Severity> severity, Stretch stretch);

/// Answers the open queries of `rule`: those of these numbers, or every one where `numbers` is empty; and with them what the rule
/// asked of the same people in earlier returns. How many of this return were answered.
std::int64_t answer_queries(db::Writer& writer, ReturnId id, std::string_view rule, const std::vector<std::int64_t>& numbers, const QueryAnswer& answer);
/// Opens the answered queries of `rule` again. How many.
std::int64_t open_again(db::Writer& writer, ReturnId id, std::string_view rule);

}  // namespace kith::returns
