#include "scorecards/scorecard.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace kith::scorecards {
namespace {

constexpr auto fields = std::to_array<AskedField>({
    {Asked::name, "name", "name", true, "A record cannot be found or matched without it"},
    {Asked::birth_date, "birth_date", "date of birth", true, "Ages and retirements cannot be worked out"},
    {Asked::role, "role", "role", true, "Nobody knows what the person does"},
    {Asked::fte, "fte", "full-time equivalent or hours", true, "Full-time equivalents cannot be summed"},
    {Asked::contract, "contract", "kind of contract", true, "Permanent staff cannot be told from agency and bank staff"},
    {Asked::place, "place", "setting or locality", true, "Localities cannot be compared"},
    {Asked::qualification, "qualification", "qualification", true, "Levels cannot be held against what settings need"},
    {Asked::ethnicity, "ethnicity", "ethnicity", false, "The workforce cannot be compared with the children it serves"},
    {Asked::checks, "checks", "safer recruitment checks", false, "Nobody can see who may work with children"},
    {Asked::training, "training", "training", false, "Safeguarding training cannot be shown to be in date"},
});

const std::array<Headline, 8> all_headlines{{
    {"staff", "How many staff there are", {}},
    {"fte", "Full-time equivalent", {Asked::fte}},
    {"roles", "Who does what", {Asked::role}},
    {"localities", "Where they work", {Asked::place}},
    {"contracts", "Permanent, agency and bank staff", {Asked::contract}},
    {"retirements", "Ages and retirements", {Asked::birth_date}},
    {"qualifications", "Levels of qualification", {Asked::qualification}},
    {"diversity", "The workforce against the children it serves", {Asked::ethnicity}},
}};

template <class Stretch>
Period span_of(Date day)
{
    const auto stretch = Stretch::containing(day);
    return {stretch.first_day(), stretch.last_day()};
}

Period funding_term(Date day)
{
    const auto first = [&](int month) { return Date::of(day.year(), month, 1).value_or(day); };
    if (day.month() < 4) return {first(1), first(4).plus_days(-1)};
    if (day.month() < 9) return {first(4), first(9).plus_days(-1)};
    return {first(9), first(12).plus_days(30)};
}

/// The share in whole per cent, rounded down so that no limit is reached by rounding.
std::int64_t whole_percent(const Share& share) { return share.whole == 0 ? 0 : 100 * share.part / share.whole; }

Light light_of(const Share& share, std::int64_t green, std::int64_t amber)
{
    if (share.whole == 0) return Light::grey;
    const auto percent = whole_percent(share);
    return percent >= green ? Light::green : percent >= amber ? Light::amber : Light::red;
}

std::string from_percent(std::int64_t green, std::int64_t amber) { return fmt::format("Green from {}%, amber from {}%, red below", green, amber); }

Test coverage_test(const Scorecard& card, const packs::Limits& limits)
{
    Test test{.id = "coverage", .name = "Coverage", .light = Light::grey, .value = "It has not said how many staff it expects", .rule = {}};
    const auto green = limits.value("coverage_green"), amber = limits.value("coverage_amber"), over = limits.value("coverage_over");
    test.rule = fmt::format("{}; amber over {}%", from_percent(green, amber), over);
    if (card.headcount.whole == 0) return test;
    test.value = fmt::format("{} of {} expected staff recorded", with_commas(card.headcount.part), with_commas(card.headcount.whole));
    test.light = whole_percent(card.headcount) > over ? Light::amber : light_of(card.headcount, green, amber);
    return test;
}

Test share_test(std::string_view id, std::string_view name, const Share& share, std::string_view of, const packs::Limits& limits)
{
    const auto green = limits.value(std::string{id} + "_green"), amber = limits.value(std::string{id} + "_amber");
    return {.id = id, .name = name, .light = light_of(share, green, amber),
            .value = share.whole == 0 ? "Nothing to go by yet" : share.in_words() + std::string{of}, .rule = from_percent(green, amber)};
}

Test freshness_test(const Scorecard& card)
{
    Test test{.id = "freshness", .name = "Freshness", .light = Light::grey, .value = std::string{words_for(card.due.punctuality)}, .rule = "Green where this period's return is in, amber while it is due, red once it is overdue"};
    switch (card.due.punctuality) {
    case Punctuality::handed_in: test.light = Light::green; break;
    case Punctuality::due: test.light = Light::amber; break;
    case Punctuality::overdue: test.light = Light::red; break;
    case Punctuality::not_expected: return test;
    }
    if (card.standing.last_confirmed) test.value += ", confirmed up to " + card.standing.last_confirmed->in_words();
    else test.value += ", nothing handed in yet";
    return test;
}

Test queries_test(const Scorecard& card, const packs::Limits& limits)
{
    const auto amber = limits.value("queries_amber"), red = limits.value("queries_red"), open = card.standing.open_queries;
    return {.id = "queries", .name = "Open queries", .light = open >= red ? Light::red : open >= amber ? Light::amber : Light::green,
            .value = with_commas(open), .rule = fmt::format("Amber from {}, red from {}", amber, red)};
}

/// Staff of an organisation for whom all that is needed is known; the field known of fewest bounds it from above, which is what is counted.
std::int64_t known_for(const Headline& headline, const Standing& standing)
{
    auto known = standing.in_post;
    for (auto field : headline.needs) known = std::min(known, standing.known[static_cast<std::size_t>(field)]);
    return known;
}

std::int64_t expected_of(const Standing& standing) { return std::max(standing.expected.value_or(0), standing.in_post); }

void add_mends(const Scorecard& card, std::vector<Mend>& mends)
{
    const auto& standing = card.standing;
    const auto missing = standing.expected.value_or(0) - standing.in_post;
    if (standing.is_expected_to_hand_in && missing > 0) {
        auto words = card.due.punctuality == Punctuality::overdue ? "Hand in the return that is overdue: {} of {} expected staff are not recorded" : "Hand in everyone: {} of {} expected staff are not recorded";
        mends.push_back({standing.organisation, "coverage", fmt::format(fmt::runtime(words), with_commas(missing), with_commas(*standing.expected)), missing});
    } else if (card.due.punctuality == Punctuality::overdue) {
        mends.push_back({standing.organisation, "freshness", fmt::format("Confirm that {} still hold", counted(standing.in_post, "record", "records")), standing.in_post});
    }
    for (const auto& field : fields) {
        const auto unknown = standing.in_post - standing.known[static_cast<std::size_t>(field.field)];
        if (field.counts && unknown > 0)
            mends.push_back({standing.organisation, "completeness", fmt::format("Report {} for {} staff", field.words, with_commas(unknown)), unknown});
    }
    if (standing.open_queries > 0)
        mends.push_back({standing.organisation, "queries", "Answer " + counted(standing.open_queries, "open query", "open queries"), standing.open_queries});
}

}  // namespace

std::span<const AskedField, asked_number> asked_fields()
{
    static_assert(fields.size() == asked_number);
    return fields;
}

std::span<const Headline> headlines() { return all_headlines; }

std::string_view words_for(Punctuality punctuality)
{
    switch (punctuality) {
    case Punctuality::handed_in: return "Handed in";
    case Punctuality::due: return "Due";
    case Punctuality::overdue: return "Overdue";
    case Punctuality::not_expected: break;
    }
    return "No return expected";
}

std::string_view words_for(Light light)
{
    switch (light) {
    case Light::green: return "Can be relied on";
    case Light::amber: return "Use with care";
    case Light::red: return "Not to be relied on";
    case Light::grey: break;
    }
    return "Nothing to go by";
}

std::optional<ReturnPeriods> return_periods(std::string_view every, Date today)
{
    Period (*holding)(Date) = nullptr;
    if (every == "monthly") holding = span_of<Month>;
    else if (every == "quarterly") holding = span_of<Quarter>;
    else if (every == "termly") holding = funding_term;
    else if (every == "yearly") holding = span_of<FinancialYear>;
    else return std::nullopt;
    const auto now = holding(today);
    const auto before = holding(now.from.plus_days(-1));
    return ReturnPeriods{.now = now, .before = before, .earlier = holding(before.from.plus_days(-1))};
}

Due due(const std::optional<Date>& last_confirmed, const ReturnPeriods& periods, Date today, std::int64_t days_of_grace, const OpenDays& open)
{
    const auto& [now, before, earlier] = periods;
    const auto this_end = now.to.value_or(today), last_end = before.to.value_or(today);
    const auto is_expected = [&](const Period& period) { return (!open.first || !period.to || *open.first <= *period.to) && (!open.last || period.from <= *open.last); };
    const auto is_confirmed = [&](const Period& period) { return last_confirmed && *last_confirmed >= period.from; };
    if (is_confirmed(now)) {
        const bool has_next = !open.last || this_end < *open.last;
        return {.punctuality = Punctuality::handed_in, .by = has_next ? std::optional{this_end.plus_days(1)} : std::nullopt, .days_late = 0};
    }
    if (is_confirmed(before) || !is_expected(before))
        return is_expected(now) ? Due{.punctuality = Punctuality::due, .by = this_end, .days_late = 0} : Due{};
    const auto late = today.days_since_epoch() - last_end.days_since_epoch();
    const bool missed_more = is_expected(earlier) && !is_confirmed(earlier);
    return {.punctuality = missed_more || late > days_of_grace ? Punctuality::overdue : Punctuality::due, .by = last_end, .days_late = late};
}

std::optional<Date> confirmed_up_to(std::string_view every, const std::optional<Date>& confirmed_on, const std::optional<Period>& about)
{
    if (every != "termly" || !confirmed_on || !about) return confirmed_on;
    return std::min(*confirmed_on, funding_term(about->from).to.value_or(*confirmed_on));
}

Scorecard scorecard(const Standing& standing, const Due& due, const packs::Limits& limits)
{
    Scorecard card{.standing = standing, .due = standing.is_expected_to_hand_in ? due : Due{}, .headcount = {standing.in_post, standing.expected.value_or(0)},
                   .completeness = {}, .validity = {standing.rows_taken, standing.rows}, .tests = {}};
    for (const auto& field : fields) {
        if (!field.counts) continue;
        card.completeness.part += standing.known[static_cast<std::size_t>(field.field)];
        card.completeness.whole += standing.in_post;
    }
    card.tests.push_back(coverage_test(card, limits));
    card.tests.push_back(share_test("completeness", "Completeness", card.completeness, " of the fields asked for", limits));
    card.tests.push_back(share_test("validity", "Validity", card.validity, " of the rows of the last list of staff taken", limits));
    card.tests.push_back(freshness_test(card));
    card.tests.push_back(queries_test(card, limits));
    auto worst = [](Light one, Light other) { return other == Light::grey ? one : one == Light::grey ? other : std::max(one, other); };
    for (const auto& test : card.tests) card.light = worst(card.light, test.light);
    if (!standing.is_expected_to_hand_in && standing.in_post == 0) card.light = Light::grey;
    return card;
}

std::vector<Mend> what_to_mend_first(std::span<const Scorecard> scorecards)
{
    std::vector<Mend> mends;
    for (const auto& card : scorecards) add_mends(card, mends);
    std::ranges::stable_sort(mends, std::ranges::greater{}, &Mend::staff);
    return mends;
}

ExpectedOrHeld expected_or_held(std::span<const Standing> standings)
{
    ExpectedOrHeld sum;
    for (const auto& standing : standings) {
        const auto beyond = expected_of(standing) - standing.expected.value_or(0);
        sum.expected += standing.expected.value_or(0);
        (standing.expected ? sum.beyond : sum.unsaid) += beyond;
        if (standing.expected && beyond > 0) ++sum.organisations_beyond;
    }
    return sum;
}

std::vector<Readiness> readiness(std::span<const Standing> standings, const packs::Limits& limits)
{
    std::vector<Readiness> answers;
    for (const auto& headline : all_headlines) {
        Readiness answer{.headline = &headline, .known = {}, .light = Light::grey, .gaps = {}};
        for (const auto& standing : standings) {
            const auto known = known_for(headline, standing), expected = expected_of(standing);
            answer.known.part += known;
            answer.known.whole += expected;
            if (expected > known) answer.gaps.push_back({standing.organisation, expected - known});
        }
        std::ranges::stable_sort(answer.gaps, std::ranges::greater{}, &Readiness::Gap::staff);
        answer.light = light_of(answer.known, limits.value("ready_green"), limits.value("ready_amber"));
        answers.push_back(std::move(answer));
    }
    return answers;
}

}  // namespace kith::scorecards
