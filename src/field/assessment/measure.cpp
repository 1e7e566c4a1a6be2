#include "assessment/measure.hpp"

#include "questionnaire/routing.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>

namespace kith::assessment {

namespace {

using questionnaire::Answer;
using questionnaire::Instrument;
using questionnaire::Item;
using questionnaire::ItemKind;
using questionnaire::Unsaid;

std::vector<int> steps_of(const Instrument& instrument, const Item& item)
{
    std::vector<int> steps;
    if (const auto* scale = instrument.scale(item.scale))
        for (const auto& one : scale->steps) steps.push_back(one.value);
    return steps;
}

Said said_of(Unsaid unsaid)
{
    switch (unsaid) {
    case Unsaid::dont_know: return dont_know;
    case Unsaid::not_applicable: return not_applicable;
    case Unsaid::no_answer: break;
    }
    return no_answer;
}

Said parts_of(questionnaire::Step answered)
{
    return static_cast<Said>(answered.value * step);
}

Said said_of(const questionnaire::Cell& cell)
{
    if (const auto* answered = std::get_if<questionnaire::Step>(&cell)) return parts_of(*answered);
    return said_of(std::get<Unsaid>(cell));
}

/// The mean of what was said of some things; or what stands for them where none has a value.
class Mean {
public:
    void add(Said said)
    {
        if (is_value(said)) {
            sum_ += said;
            ++n_;
        } else {
            nothing_ = std::max(nothing_, rank(said));
        }
    }
    Said said() const
    {
        if (n_ == 0) return std::array{not_asked, no_answer, not_applicable, dont_know}[nothing_];
        const auto doubled = 2 * sum_ + (sum_ < 0 ? -n_ : n_);  // to the nearest part, halves away from nought
        return static_cast<Said>(doubled / (2 * n_));
    }

private:
    static std::size_t rank(Said said) { return said == dont_know ? 3 : said == not_applicable ? 2 : said == no_answer ? 1 : 0; }
    std::int64_t sum_ = 0, n_ = 0;
    std::size_t nothing_ = 0;
};

/// Which items are asked of a sheet. Where routing looks at nothing but who answers, that is worked out once for each kind of respondent.
class Asked {
public:
    explicit Asked(const Instrument& instrument)
        : instrument_(instrument), by_answers_(std::ranges::any_of(instrument.items, [](const Item& item) { return item.show_if.has_value(); }))
    {
    }
    const std::vector<const Item*>& of(const Sheet& sheet)
    {
        if (by_answers_) return now_ = questionnaire::asked(instrument_, {sheet.viewpoint, sheet.leader}, sheet.answers);
        auto [found, is_new] = known_.try_emplace({sheet.viewpoint, sheet.leader});
        if (is_new) found->second = questionnaire::asked(instrument_, {sheet.viewpoint, sheet.leader}, {});
        return found->second;
    }

private:
    const Instrument& instrument_;
    bool by_answers_;
    std::map<std::pair<std::string, bool>, std::vector<const Item*>> known_;
    std::vector<const Item*> now_;
};

/// Where the measures of each item stand.
class Places {
public:
    Places(const Instrument& instrument, const std::vector<Measure>& measures) : instrument_(instrument), of_item_(instrument.items.size())
    {
        for (std::size_t at = 0; at < measures.size(); ++at) {
            const auto& measure = measures[at];
            if (measure.kind == Measure::Kind::theme) continue;
            const auto* item = instrument.item(measure.key);
            auto& place = of_item_[index(*item)];
            if (place.rows == 0) place.first = at;
            ++place.rows;
        }
        for (std::size_t at = 0; at < measures.size(); ++at)
            if (measures[at].kind == Measure::Kind::theme) add_theme(measures[at].key, at);
    }

    /// Writes what a sheet says of one item, to be followed by `finish` once all of them are written.
    void write(const Item& item, const Answer* answer, std::span<Said> row, const std::vector<Measure>& measures)
    {
        const auto& place = of_item_[index(item)];
        if (place.rows == 0) return;
        Mean whole;
        for (std::size_t at = place.first; at < place.first + place.rows; ++at) {
            row[at] = said(item, answer, measures[at]);
            whole.add(row[at]);
        }
        for (const auto theme : place.themes) themes_[theme].add(whole.said());
    }

    void finish(std::span<Said> row)
    {
        for (auto& [place, mean] : themes_) {
            row[place] = mean.said();
            mean = {};
        }
    }

private:
    struct Place {
        std::size_t first = 0, rows = 0;
        std::vector<std::size_t> themes;
    };
    std::size_t index(const Item& item) const { return static_cast<std::size_t>(&item - instrument_.items.data()); }

    void add_theme(const std::string& theme, std::size_t at)
    {
        themes_.emplace(at, Mean{});
        for (const auto& score : instrument_.scores)
            if (score.theme == theme)
                for (const auto& key : score.items)
                    if (const auto* item = instrument_.item(key)) of_item_[index(*item)].themes.push_back(at);
    }

    static Said said(const Item& item, const Answer* answer, const Measure& measure)
    {
        if (answer == nullptr) return no_answer;
        if (const auto* unsaid = std::get_if<Unsaid>(&answer->value)) return said_of(*unsaid);
        if (item.kind == ItemKind::scale) {
            const auto* answered = std::get_if<questionnaire::Step>(&answer->value);
            return answered == nullptr ? no_answer : parts_of(*answered);
        }
        const auto* grid = std::get_if<questionnaire::Grid>(&answer->value);
        if (grid == nullptr) return no_answer;
        const auto cell = grid->rows.find(measure.row);
        return cell == grid->rows.end() ? no_answer : said_of(cell->second);
    }

    const Instrument& instrument_;
    std::vector<Place> of_item_;
    std::map<std::size_t, Mean> themes_;
};

}  // namespace

std::vector<Measure> measures_of(const Instrument& instrument)
{
    std::vector<Measure> measures;
    for (const auto& item : instrument.items) {
        if (item.retired) continue;
        if (item.kind == ItemKind::scale) measures.push_back({.kind = Measure::Kind::item, .key = item.key, .steps = steps_of(instrument, item)});
        if (item.kind != ItemKind::matrix) continue;
        for (const auto& row : item.rows)
            measures.push_back({.kind = Measure::Kind::row, .key = item.key, .row = row.code, .steps = steps_of(instrument, item)});
    }
    for (const auto& score : instrument.scores) {
        std::vector<int> steps;
        for (const auto& key : score.items)
            if (const auto* item = instrument.item(key); item != nullptr && steps.empty()) steps = steps_of(instrument, *item);
        measures.push_back({.kind = Measure::Kind::theme, .key = score.theme, .steps = std::move(steps)});
    }
    return measures;
}

std::vector<Said> said_by(const Instrument& instrument, const std::vector<Measure>& measures, const std::vector<Sheet>& sheets)
{
    std::vector<Said> all(sheets.size() * measures.size(), not_asked);
    Asked asked{instrument};
    Places places{instrument, measures};
    for (std::size_t sheet = 0; sheet < sheets.size(); ++sheet) {
        const auto row = std::span{all}.subspan(sheet * measures.size(), measures.size());
        for (const auto* item : asked.of(sheets[sheet])) {
            const auto answer = sheets[sheet].answers.find(item->key);
            places.write(*item, answer == sheets[sheet].answers.end() ? nullptr : &answer->second, row, measures);
        }
        places.finish(row);
    }
    return all;
}

}  // namespace kith::assessment
