#include "app/retention_verb.hpp"

#include "app/clock.hpp"
#include "app/installation.hpp"
#include "app/rooms.hpp"
#include "base/quantity.hpp"
#include "retention/retention_register.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::app {

namespace {

int say_what_is_due(db::Database& database, access::ReadLog& reads, const std::vector<retention::RetentionRule>& rules)
{
    db::Reader reader{database};
    std::int64_t all = 0;
    for (const auto& due : retention::due_now(reader, &reads, access::Reach::everything(), rules, now())) {
        fmt::print("{:12} {:>8} due, from before {}: {}\n", due.rule.id, with_commas(due.count), due.before.in_words(), due.rule.in_words());
        all += due.count;
    }
    if (all > 0) fmt::print("Nothing was changed. Run again with --run RULE, or --run all, to delete it. It cannot be undone.\n");
    return all > 0 ? Exit::findings : Exit::clean;
}

}  // namespace

int keep_retention(const Configuration& configuration, const Arguments& arguments)
{
    const auto packs = load_packs(configuration);
    if (!packs) return refuse(packs.error());
    auto rules = retention::rules_of((*packs)->limits("retention"));
    const auto wanted = arguments.option("run");
    if (wanted && *wanted != "all" && retention::find_rule(rules, *wanted) == nullptr) {
        return refuse({ProblemKind::unacceptable, "run", fmt::format("\"{}\" is no retention rule. Say one that this verb lists, or all", *wanted)});
    }
    auto database = open_current_database(configuration);
    auto log_database = open_read_log_database(configuration);
    access::ReadLog reads{log_database};
    if (!wanted) return say_what_is_due(database, reads, rules);
    if (*wanted != "all") std::erase_if(rules, [&](const auto& rule) { return rule.id != *wanted; });
    for (const auto& rule : rules) {
        const retention::RunOrder order{.reach = access::Reach::everything(), .author = {.account = {}, .actor = "command line"},
                                        .actor = {.account = {}, .words = "the command line", .kind = "command line"}, .now = now(), .progress = {}};
        fmt::print("{}: {}\n", rule.title, retention::run_rule(database, &reads, rule, order).in_words(rule));
    }
    return Exit::clean;
}

}  // namespace kith::app
