#include "forecast/run.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace kith::forecast {
namespace {

float next_edge(const auto& edges, std::size_t band) { return band < edges.size() ? edges[band] : std::numeric_limits<float>::infinity(); }

template <class Value>
Value any_of(Draws& draws, const std::vector<Value>& values)
{
    return values[values.size() == 1 ? 0 : static_cast<std::size_t>(draws.uniform() * static_cast<double>(values.size()))];
}

/// Somebody in a post, and what they are being retrained for.
struct Life : Worker {
    const Conversion* conversion = nullptr;
    float converts_at() const { return conversion == nullptr ? std::numeric_limits<float>::infinity() : static_cast<float>(conversion->at); }
};

/// Who of a group is retrained: drawn without putting back. Source: the first steps of a shuffle (Fisher and Yates 1938).
std::unordered_map<std::uint32_t, const Conversion*> draw_who_is_retrained(const Prepared& prepared, std::uint32_t run)
{
    const auto& plan = prepared.plan;
    std::unordered_map<std::uint32_t, const Conversion*> retrained;
    for (std::size_t at = 0; at < plan.conversions.size(); ++at) {
        auto members = prepared.members[at];
        Draws draws{plan.seed, run, at, for_conversions};
        const auto people = std::min(static_cast<std::size_t>(std::llround(plan.conversions[at].people)), members.size());
        for (std::size_t place = 0; place < people; ++place) {
            std::swap(members[place], members[place + static_cast<std::size_t>(draws.uniform() * static_cast<double>(members.size() - place))]);
            retrained.try_emplace(members[place], &plan.conversions[at]);
        }
    }
    return retrained;
}

class Run {
public:
    Run(const Prepared& prepared, std::uint32_t run) : plan_(prepared.plan), prepared_(prepared), rates_(prepared, run), run_(run), end_(static_cast<float>(plan_.months) / months_a_year), ledger_(plan_) {}

    /// False where it was cancelled.
    bool live(const std::stop_token& stop)
    {
        const auto retrained = draw_who_is_retrained(prepared_, run_);
        constexpr std::size_t often = 1U << 16U;
        for (std::size_t at = 0; at < plan_.workers.size(); ++at) {
            if (at % often == 0 && stop.stop_requested()) return false;
            const auto& worker = plan_.workers[at];
            ledger_.begins(worker.group, worker.fte);
            Draws draws{plan_.seed, run_, at, for_workers};
            Life life{worker};
            if (!retrained.empty())
                if (const auto found = retrained.find(static_cast<std::uint32_t>(at)); found != retrained.end()) life.conversion = found->second;
            live_on(draws, life, 0);
        }
        fill_open_posts();
        fill_new_posts();
        take_in_who_is_to_come();
        return true;
    }
    Counted take() && { return std::move(ledger_).close(); }

private:
    /// A post that somebody left for another, with random numbers of its own.
    struct Behind {
        Life left;
        float time;
        std::uint64_t subject;
    };
    /// From `time` on, until nothing more happens: the post is followed, whoever has it, and so are those that were left for others.
    void live_on(Draws& draws, const Life& life, float time)
    {
        follow_post(draws, life, time);
        while (!behind_.empty()) {
            auto [left, since, subject] = behind_.back();
            behind_.pop_back();
            Draws own{plan_.seed, run_, subject, for_posts_behind};
            if (follows(own, left, since)) follow_post(own, left, since);
        }
    }
    void follow_post(Draws& draws, Life life, float time)
    {
        while (wait(draws, life, time)) {
            if (time >= life.converts_at()) retrain(draws, life, time);
            else if (time >= life.until) {
                if (!is_followed(draws, life, time, Flow::ended)) return;
            } else if (!goes_on(draws, life, time)) return;
        }
    }

    /// One of the competing things has happened. False where nobody has the post any more before the end.
    bool goes_on(Draws& draws, Life& life, float& time)
    {
        const auto service = service_band(life.service), age = age_band(life.age), phase = rates_.phase_at(time);
        auto left = draws.uniform() * rates_.all(life, phase, service, age);
        if ((left -= rates_.leaving(life, phase, service, age)) < 0) return is_followed(draws, life, time, Flow::left);
        const auto& group = plan_.groups[life.group];
        const auto moving = rates_.moving(life.group);
        for (std::size_t move = 0; move < moving.size(); ++move)
            if ((left -= moving[move]) < 0) return leave_behind(draws, life, time), moves(life, group.moves[move].to, time), true;
        if ((left -= rates_.changing_hours(life.group)) < 0) {
            const auto fte = any_of(draws, group.hours_after);
            ledger_.happens(life.group, time, Flow::changed_hours, 0, fte - life.fte);
            life.fte = fte;
            return true;
        }
        return is_followed(draws, life, time, Flow::retired);
    }

    void leave_behind(Draws& draws, const Life& life, float time)
    {
        if (life.is_cover) return;
        const std::uint64_t high = draws.next();
        behind_.push_back({life, time, high << 32U | draws.next()});
        behind_.back().left.conversion = nullptr;
    }
    void moves(Life& life, std::uint16_t to, float time)
    {
        ledger_.happens(life.group, time, Flow::moved_out, -1, -life.fte);
        ledger_.happens(to, time, Flow::moved_in, 1, life.fte);
        life.group = to;
    }
    void retrain(Draws& draws, Life& life, float time)
    {
        const auto& conversion = *std::exchange(life.conversion, nullptr);
        if (life.group != conversion.from || draws.uniform() >= conversion.probability) return;
        if (conversion.is_followed) leave_behind(draws, life, time);
        moves(life, conversion.to, time);
    }

    /// Somebody goes, and the post is filled again, or is not before the end.
    bool is_followed(Draws& draws, Life& life, float& time, Flow flow)
    {
        ledger_.happens(life.group, time, flow, -1, -life.fte);
        return !life.is_cover && follows(draws, life, time);
    }
    /// Who comes into a post that has fallen free, on the same terms.
    bool follows(Draws& draws, Life& life, float& time)
    {
        if (draws.uniform() >= plan_.groups[life.group].refill.share * prepared_.from_outside[life.group] * rates_.kept(life.group, time)) return false;
        for (const auto& redesign : plan_.redesigns)
            if (redesign.from == life.group && static_cast<float>(redesign.at) <= time && draws.uniform() < redesign.share) {
                life.group = redesign.to;
                break;
            }
        return comes(draws, life, time, 0);
    }
    /// After the stages that are left somebody comes, for as many hours as those who come work unless it is known; false where that is not before the end.
    bool comes(Draws& draws, Life& life, float& time, std::size_t stage, std::uint16_t fte = 0)
    {
        const auto& stages = plan_.groups[life.group].refill.stages;
        for (; stage < stages.size(); ++stage) time -= static_cast<float>(stages.at(stage) * std::log(draws.uniform()));
        if (time >= end_) return false;
        life = newcomer(draws, life.group, life.terms);
        if (fte > 0) life.fte = fte;
        ledger_.happens(life.group, time, Flow::joined, 1, life.fte);
        return true;
    }
    Life newcomer(Draws& draws, std::uint16_t group, Terms terms) const
    {
        Life life;
        life.group = group, life.fte = any_of(draws, plan_.groups[group].hours), life.terms = terms, life.age = any_of(draws, plan_.groups[group].joining_ages);
        return life;
    }

    /// Moves on to the next event; false where the end comes before it. One exponential draw is spent over all bands on the way.
    bool wait(Draws& draws, Life& life, float& time)
    {
        auto left = -std::log(draws.uniform());
        while (true) {
            const auto service = service_band(life.service), age = age_band(life.age), phase = rates_.phase_at(time);
            const auto rate = rates_.all(life, phase, service, age);
            const auto known = std::min(life.until, life.converts_at());
            auto stretch = std::min({end_ - time, next_edge(service_edges, service) - life.service, rates_.end_of(phase) - time, known - time});
            if (age < age_edges.size()) stretch = std::min(stretch, age_edges[age] - life.age);
            const bool happens_now = left <= rate * static_cast<double>(stretch);
            if (happens_now) stretch = static_cast<float>(left / rate);
            time += stretch, life.service += stretch, life.age += stretch;
            if (happens_now) return time < end_;
            if (time >= end_) return false;
            if (time >= known) return true;
            left -= rate * static_cast<double>(stretch);
            to_the_edge(life, service, age);
        }
    }
    /// Sums of small floats may stop a hair before an edge and would never pass it.
    static void to_the_edge(Worker& worker, std::size_t service, std::size_t age)
    {
        constexpr float hair = 1e-4F;
        if (service < service_edges.size() && service_edges[service] - worker.service < hair) worker.service = service_edges[service];
        if (age < age_edges.size() && age_edges[age] - worker.age < hair) worker.age = age_edges[age];
    }

    /// Posts that nobody has today are somewhere between advert and start: in each stage as likely as it is long. Source: a process seen at any moment (renewal theory; Cox 1962).
    void fill_open_posts()
    {
        for (std::size_t at = 0; at < plan_.open_posts.size(); ++at) {
            const auto& open = plan_.open_posts[at];
            const auto& refill = plan_.groups[open.group].refill;
            Draws draws{plan_.seed, run_, at, for_open_posts};
            auto time = 0.0F;
            if (draws.uniform() >= refill.share * rates_.kept(open.group, time)) continue;
            auto place = draws.uniform() * (refill.stages[0] + refill.stages[1] + refill.stages[2]);
            std::size_t stage = 0;
            while (stage + 1 < refill.stages.size() && (place -= refill.stages.at(stage)) >= 0) ++stage;
            Life life;
            life.group = open.group;
            if (comes(draws, life, time, stage, open.fte)) live_on(draws, life, time);
        }
    }
    /// Each post has random numbers of its own: a longer forecast says the same of the months that a shorter one has.
    void fill_new_posts()
    {
        for (std::size_t group = 0; group < plan_.groups.size(); ++group) {
            auto subject = static_cast<std::uint64_t>(group) << 32U;
            for (std::size_t year = 0; year < prepared_.years(); ++year) {
                const auto made = rates_.made(group, year);
                if (made <= 0) continue;
                Draws rounding{plan_.seed, run_, subject++, for_new_posts};
                for (auto post = static_cast<std::size_t>(made + rounding.uniform()); post > 0; --post) {  // whole ones, right in the mean
                    Draws draws{plan_.seed, run_, subject++, for_new_posts};
                    auto time = static_cast<float>(static_cast<double>(year) + draws.uniform());
                    Life life;
                    life.group = static_cast<std::uint16_t>(group);
                    if (time < end_ && comes(draws, life, time, 0)) live_on(draws, life, time);
                }
            }
        }
    }

    struct Coming {
        float time;
        const Intake* intake;
        std::uint64_t subject;
    };
    void take_in_who_is_to_come()
    {
        std::vector<Coming> coming;
        std::uint64_t subject = 0;
        for (const auto& intake : plan_.intakes) {
            const auto all = static_cast<std::size_t>(std::llround(intake.people * (intake.for_years > 0 ? intake.for_years : 1)));
            for (std::size_t at = 0; at < all; ++at) {
                const auto spread = intake.for_years * (static_cast<double>(at) + 0.5) / static_cast<double>(all);
                coming.push_back({static_cast<float>(intake.from + spread + intake.lag), &intake, subject++});
            }
        }
        std::ranges::stable_sort(coming, {}, &Coming::time);
        for (const auto& one : coming) {
            const auto& intake = *one.intake;
            Draws draws{plan_.seed, run_, one.subject, for_intakes};
            if (draws.uniform() >= intake.probability || one.time >= end_ || is_full(intake, one.time)) continue;
            auto life = newcomer(draws, intake.group, Terms::lasting);
            life.until = one.time + static_cast<float>(intake.stays), life.is_cover = std::isfinite(intake.stays);
            ledger_.happens(life.group, one.time, Flow::came_by_plan, 1, life.fte);
            live_on(draws, life, one.time);
        }
    }
    /// Everybody who came before has lived through the run already, so what is counted up to the month is who is there.
    bool is_full(const Intake& intake, float time) const
    {
        return std::isfinite(intake.most_in_post) && static_cast<double>(ledger_.heads_at(intake.group, time)) + 1 > intake.most_in_post;
    }

    const Plan& plan_;
    const Prepared& prepared_;
    RunRates rates_;
    std::uint32_t run_;
    float end_;
    Ledger ledger_;
    std::vector<Behind> behind_;
};

}  // namespace

std::optional<Counted> live_through(const Prepared& prepared, std::uint32_t run, const std::stop_token& stop)
{
    Run one{prepared, run};
    if (!one.live(stop)) return std::nullopt;
    return std::move(one).take();
}

}  // namespace kith::forecast
