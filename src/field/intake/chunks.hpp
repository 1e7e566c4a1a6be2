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

/// Calls `work(first, past the last, chunk)` once for each chunk of `count` things; chunks run at the same time and in any order. The first
/// exception of any is thrown once all have stopped.
inline void in_chunks(std::size_t count, const std::function<void(std::size_t, std::size_t, std::size_t)>& work)
{
    const auto chunks = chunks_of(count);
    std::atomic<std::size_t> next{0};
    std::exception_ptr thrown;
    std::mutex guard;
    const auto run = [&] {
        try {
            for (auto chunk = next++; chunk < chunks; chunk = next++)
                work(chunk * rows_in_a_chunk, std::min(count, (chunk + 1) * rows_in_a_chunk), chunk);
        } catch (...) {
            const std::scoped_lock lock{guard};
            if (!thrown) thrown = std::current_exception();
            next = chunks;
        }
    };
    constexpr std::size_t most_threads = 8;
    const auto threads = std::min({most_threads, chunks, std::max<std::size_t>(1, std::thread::hardware_concurrency())});
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < threads; ++i) others.emplace_back(run);
        run();
    }
    if (thrown) std::rethrow_exception(thrown);
}

}  // namespace kith::intake
