#include "base/text.hpp"
#include "returns/entering_register.hpp"
#include "returns/query_store.hpp"

namespace kith::returns {

std::int64_t answer_open_queries(db::Writer& writer, const HandedIn& handed_in, const std::string& words, const Actor& by, Instant now)
{
    std::int64_t all = 0;
    for (const auto& [rule, queries] : count_queries(writer, handed_in.id)) {
        if (queries.open == 0) continue;
        const auto answered = answer_queries(writer, handed_in.id, rule, {}, {words, now, by.account, by.words});
        add_event(writer, handed_in.id, {now, by.account, by.words, "Answered " + counted(answered, "query", "queries") + " of rule " + rule, words});
        all += answered;
    }
    return all;
}

}  // namespace kith::returns
