#pragma once
// Work over many rows on as many threads as are worth it, in chunks that are the same whatever the machine, so that what they give can be put
// together in the order of the file. Not for work that waits.
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kith::intake {

inline constexpr std::size_t rows_in_a_chunk = 16'384;

inline std::size_t chunks_of(std::size_t count) { return (count + rows_in_a_chunk - 1) / rows_in_a_chunk; }

/// Calls `work(number)` once for each number below `count`, at the same time and in any order, on as many threads as there are cores and at most
/// `most_threads`. The first exception of any is thrown once all have stopped.
inline void in_parallel(std::size_t count, std::size_t most_threads, const std::function<void(std::size_t)>& work)
{
    std::atomic<std::size_t> next{0};
    std::exception_ptr thrown;
    std::mutex guard;
    const auto run = [&] {
        try {
            for (auto number = next++; number < count; number = next++) work(number);
        } catch (...) {
            const std::scoped_lock lock{guard};
            if (!thrown) thrown = std::current_exception();
            next = count;
        }
    };
    const auto threads = std::min({most_threads, count, std::max<std::size_t>(1, std::thread::hardware_concurrency())});
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < threads; ++i) others.emplace_back(run);
        run();
    }
    if (thrown) std::rethrow_exception(thrown);
}

/// The same with `work(first, past the last, chunk)` for each chunk of `count` things.
inline void in_chunks(std::size_t count, const std::function<void(std::size_t, std::size_t, std::size_t)>& work)
{
    constexpr std::size_t most_threads = 8;
    in_parallel(chunks_of(count), most_threads, [&](std::size_t chunk) {
        work(chunk * rows_in_a_chunk, std::min(count, (chunk + 1) * rows_in_a_chunk), chunk);
    });
}

}  // namespace kith::intake
