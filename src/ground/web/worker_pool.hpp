#pragma once
// A fixed number of threads with a bounded queue, for work that must not hold up the threads that read and write sockets.
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kith::web {

class WorkerPool {
public:
    using Work = std::move_only_function<void()>;
    /// `limit`: how much may wait. Work must not throw.
    WorkerPool(int threads, std::size_t limit);
    ~WorkerPool();  ///< finishes what waits, then stops
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False where the queue is full or the pool is stopping: the work was not taken.
    bool submit(Work work);
    void stop();

private:
    void work();
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Work> waiting_;
    std::size_t limit_;
    bool stopping_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace kith::web
