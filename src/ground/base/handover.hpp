#pragma once
// One thread makes things, another takes them one by one in the same order, and only so many wait in between. Not a job queue: nothing outlives
// the call.
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace kith {

template <class Thing>
class Handover {
public:
    using Give = std::function<void(Thing)>;

    /// Calls `make` on a thread beside, and here `take` with each thing that it gives. At most `ahead` things wait. What either throws ends the
    /// other and comes out here, once both have stopped.
    static void run(std::size_t ahead, const std::function<void(const Give&)>& make, const std::function<void(Thing)>& take)
    {
        Handover between{ahead};
        std::jthread maker{[&] { between.make_all(make); }};
        try {
            while (auto thing = between.next()) take(std::move(*thing));
        } catch (...) {
            between.stop(nullptr);
            throw;
        }
    }

private:
    struct Stopped {};  ///< unwinds the maker where nobody takes any more

    explicit Handover(std::size_t ahead) : ahead_(ahead) {}

    void make_all(const std::function<void(const Give&)>& make)
    {
        try {
            make([this](Thing thing) { give(std::move(thing)); });
            stop(nullptr);
        } catch (const Stopped&) {
            return;
        } catch (...) {
            stop(std::current_exception());
        }
    }

    void give(Thing thing)
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return stopped_ || waiting_.size() < ahead_; });
        if (stopped_) throw Stopped{};
        waiting_.push_back(std::move(thing));
        changed_.notify_all();
    }

    /// None once the maker has stopped and all was taken.
    std::optional<Thing> next()
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return stopped_ || !waiting_.empty(); });
        if (thrown_) std::rethrow_exception(thrown_);
        if (waiting_.empty()) return std::nullopt;
        std::optional<Thing> thing{std::move(waiting_.front())};
        waiting_.pop_front();
        changed_.notify_all();
        return thing;
    }

    void stop(std::exception_ptr thrown)
    {
        const std::lock_guard lock{mutex_};
        stopped_ = true;
        thrown_ = std::move(thrown);
        changed_.notify_all();
    }

    std::size_t ahead_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Thing> waiting_;
    bool stopped_ = false;
    std::exception_ptr thrown_;
};

}  // namespace kith
