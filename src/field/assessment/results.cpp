#include "assessment/results.hpp"

#include "questionnaire/answering.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace kith::assessment {

namespace {

using questionnaire::Instrument;

/// What one sheet is counted under, if it is counted in this split at all. Whoever was not asked whether they lead is of neither side.
std::optional<Group> group_of(const Instrument& instrument, const Sheet& sheet, Split split)
{
    switch (split) {
    case Split::whole: return Group{};
    case Split::viewpoint: return Group{.split = split, .viewpoint = sheet.viewpoint};
    case Split::leaders: return sheet.leader || questionnaire::asks_who_leads(instrument, sheet.viewpoint) ? std::optional{Group{.split = split, .leader = sheet.leader}} : std::nullopt;
    case Split::locality: return sheet.locality ? std::optional{Group{.split = split, .locality = sheet.locality}} : std::nullopt;
    case Split::sector: return sheet.sector.empty() ? std::nullopt : std::optional{Group{.split = split, .sector = sheet.sector}};
    case Split::viewpoint_and_locality:
        return sheet.locality ? std::optional{Group{.split = split, .viewpoint = sheet.viewpoint, .locality = sheet.locality}} : std::nullopt;
    case Split::organisation: return sheet.organisation ? std::optional{Group{.split = split, .organisation = sheet.organisation}} : std::nullopt;
    }
    return {};
}

/// Sheets that are alike in all that they are split by stand in one cell.
struct Cells {
    std::vector<std::size_t> of_sheet;
    std::vector<const Sheet*> one_of;  ///< any sheet of each cell
    std::vector<std::int64_t> sheets;

    explicit Cells(const std::vector<Sheet>& all)
    {
        std::map<std::tuple<std::string_view, bool, std::optional<std::int64_t>, std::optional<std::int64_t>, std::string_view>, std::size_t> known;
        of_sheet.reserve(all.size());
        for (const auto& sheet : all) {
            const auto [found, is_new] = known.try_emplace({sheet.viewpoint, sheet.leader, sheet.organisation, sheet.locality, sheet.sector}, known.size());
            if (is_new) {
                one_of.push_back(&sheet);
                sheets.push_back(0);
            }
            of_sheet.push_back(found->second);
            ++sheets[found->second];
        }
    }
};

/// The groups of all splits, the cells of each, and in which order they are to be shown.
struct Grouping {
    std::vector<Group> groups;
    std::vector<std::vector<std::size_t>> cells;
    std::vector<std::size_t> order;

    Grouping(const Instrument& instrument, const Cells& all, const std::vector<Split>& splits)
    {
        for (const auto split : splits) add(instrument, all, split);
        std::vector<std::int64_t> sheets;
        for (const auto& members : cells) {
            sheets.push_back(0);
            for (const auto cell : members) sheets.back() += all.sheets[cell];
        }
        order.resize(groups.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto rank = [&](std::size_t at) { return std::pair{std::ranges::find(splits, groups[at].split) - splits.begin(), -sheets[at]}; };
        std::ranges::stable_sort(order, {}, rank);
    }

private:
    void add(const Instrument& instrument, const Cells& all, Split split)
    {
        std::map<Group, std::vector<std::size_t>> found;
        for (std::size_t cell = 0; cell < all.one_of.size(); ++cell)
            if (const auto group = group_of(instrument, *all.one_of[cell], split)) found[*group].push_back(cell);
        const auto take = [&](const Group& group) {
            groups.push_back(group);
            const auto members = found.extract(group);
            cells.push_back(members.empty() ? std::vector<std::size_t>{} : std::move(members.mapped()));
        };
        if (split == Split::whole) take({});
        if (split == Split::viewpoint)
            for (const auto& viewpoint : instrument.viewpoints) take({.split = split, .viewpoint = viewpoint.id});
        if (split == Split::leaders)
            for (const bool leader : {true, false}) take({.split = split, .leader = leader});
        while (!found.empty()) take(Group{found.begin()->first});
    }
};

/// What is counted of one measure in one cell or group.
struct Count {
    Sums sums;
    std::int64_t high = 0;
    Unsaid unsaid;

    void add(Said said)
    {
        if (is_value(said)) {
            sums.add(said);
            if (said >= 4 * step) ++high;
        } else {
            unsaid.dont_know += said == dont_know ? 1 : 0;
            unsaid.not_applicable += said == not_applicable ? 1 : 0;
            unsaid.no_answer += said == no_answer ? 1 : 0;
        }
    }
    Count& operator+=(const Count& more)
    {
        sums += more.sums;
        high += more.high;
        unsaid.dont_know += more.unsaid.dont_know;
        unsaid.not_applicable += more.unsaid.not_applicable;
        unsaid.no_answer += more.unsaid.no_answer;
        return *this;
    }
    std::int64_t answered() const { return sums.n; }
    std::int64_t asked() const { return sums.n + unsaid.dont_know + unsaid.not_applicable + unsaid.no_answer; }
};

/// One measure: its counts in each cell, then its results in each group.
class OneMeasure {
public:
    OneMeasure(const Measure& measure, std::size_t cells)
        : measure_(measure), steps_(measure.kind == Measure::Kind::theme ? 0 : measure.steps.size()), counts_(cells), chosen_(cells * steps_)
    {
    }

    void add(std::size_t cell, Said said)
    {
        counts_[cell].add(said);
        if (steps_ == 0 || !is_value(said)) return;
        const auto found = std::ranges::find(measure_.steps, static_cast<int>(said / step));
        if (found != measure_.steps.end()) ++chosen_[cell * steps_ + static_cast<std::size_t>(found - measure_.steps.begin())];
    }

    void write(const Grouping& grouping, std::int64_t threshold, disclosure::Rule rule, std::span<Result> results) const
    {
        std::vector<std::vector<std::size_t>> groups;
        for (const auto at : grouping.order) groups.push_back(grouping.cells[at]);
        const auto showing = disclosure::showing_of(rule, people(&Count::answered), groups, threshold);
        for (std::size_t turn = 0; turn < groups.size(); ++turn)
            if (showing[turn] != disclosure::Showing::shown) groups[turn].clear();
        const auto unsaid_shown = disclosure::showing_of(rule, people(&Count::asked), groups, threshold);
        for (std::size_t turn = 0; turn < groups.size(); ++turn) {
            auto& result = results[grouping.order[turn]];
            result.showing = showing[turn];
            if (result.shown()) fill(result, grouping.cells[grouping.order[turn]], unsaid_shown[turn] == disclosure::Showing::shown);
        }
    }

private:
    template <class Of>
    std::vector<std::int64_t> people(Of of) const
    {
        std::vector<std::int64_t> people;
        people.reserve(counts_.size());
        for (const auto& count : counts_) people.push_back((count.*of)());
        return people;
    }

    void fill(Result& result, const std::vector<std::size_t>& cells, bool with_unsaid) const
    {
        Count count;
        result.distribution.assign(steps_, 0);
        for (const auto cell : cells) {
            count += counts_[cell];
            for (std::size_t at = 0; at < steps_; ++at) result.distribution[at] += chosen_[cell * steps_ + at];
        }
        result.sums = count.sums;
        result.mean = mean_of(count.sums);
        result.deviation = deviation_of(count.sums);
        result.interval = interval_of_mean(count.sums);
        if (result.interval && !measure_.steps.empty()) result.interval = result.interval->within(measure_.steps.front(), measure_.steps.back());
        if (measure_.has_high()) result.high = Part{count.high, count.sums.n};
        if (with_unsaid) result.unsaid = count.unsaid;
    }

    const Measure& measure_;
    std::size_t steps_;
    std::vector<Count> counts_;
    std::vector<std::int64_t> chosen_;  ///< by cell, and of each by step
};

/// The last batch that may be counted, of how many have answered in each batch; [0] are those who wait.
std::int64_t last_shown(const std::vector<std::int64_t>& answered, std::int64_t threshold)
{
    std::int64_t last = 0, since = 0, later = std::accumulate(answered.begin(), answered.end(), std::int64_t{0});
    for (std::size_t batch = 1; batch < answered.size(); ++batch) {
        since += answered[batch];
        later -= answered[batch];
        if (since < threshold || later < threshold) continue;
        last = static_cast<std::int64_t>(batch);
        since = 0;
    }
    return last;
}

/// Takes out what is not to be counted yet while sheets wait: as if it had not been asked.
void hold_back(const std::vector<Sheet>& sheets, std::size_t measures, std::int64_t threshold, std::vector<Said>& said)
{
    if (std::ranges::none_of(sheets, [](const Sheet& sheet) { return sheet.batch == 0; })) return;
    const auto batches = static_cast<std::size_t>(std::ranges::max(sheets, {}, &Sheet::batch).batch) + 1;
    std::map<std::string_view, std::size_t> viewpoints;
    std::vector<std::size_t> viewpoint_of;
    for (const auto& sheet : sheets) viewpoint_of.push_back(viewpoints.try_emplace(sheet.viewpoint, viewpoints.size()).first->second);
    for (std::size_t measure = 0; measure < measures; ++measure) {
        std::vector answered(viewpoints.size(), std::vector<std::int64_t>(batches));
        for (std::size_t at = 0; at < sheets.size(); ++at)
            if (is_value(said[at * measures + measure])) ++answered[viewpoint_of[at]][static_cast<std::size_t>(sheets[at].batch)];
        std::vector<std::int64_t> last;
        for (const auto& of_viewpoint : answered) last.push_back(last_shown(of_viewpoint, threshold));
        for (std::size_t at = 0; at < sheets.size(); ++at)
            if (sheets[at].batch == 0 || sheets[at].batch > last[viewpoint_of[at]]) said[at * measures + measure] = not_asked;
    }
}

}  // namespace

std::optional<std::size_t> Results::place_of(const Group& group) const
{
    const auto found = std::ranges::find(groups, group);
    return found == groups.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - groups.begin())};
}

std::optional<std::size_t> Results::place_of(const Measure& measure) const
{
    const auto same = [&](const Measure& one) { return one.kind == measure.kind && one.key == measure.key && one.row == measure.row; };
    const auto found = std::ranges::find_if(measures, same);
    return found == measures.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - measures.begin())};
}

Results results_of(const Instrument& instrument, const std::vector<Sheet>& sheets, std::int64_t threshold, const std::vector<Split>& splits,
                   disclosure::Rule rule)
{
    Results results{.measures = measures_of(instrument)};
    auto said = said_by(instrument, results.measures, sheets);
    hold_back(sheets, results.measures.size(), threshold, said);
    const Cells cells{sheets};
    const Grouping grouping{instrument, cells, splits};
    results.groups = grouping.groups;
    results.results.resize(results.measures.size() * results.groups.size());
    for (std::size_t at = 0; at < results.measures.size(); ++at) {
        OneMeasure measure{results.measures[at], cells.one_of.size()};
        for (std::size_t sheet = 0; sheet < sheets.size(); ++sheet)
            measure.add(cells.of_sheet[sheet], said[sheet * results.measures.size() + at]);
        measure.write(grouping, threshold, rule, std::span{results.results}.subspan(at * results.groups.size(), results.groups.size()));
    }
    return results;
}

}  // namespace kith::assessment
