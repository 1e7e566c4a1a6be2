#include "web/worker_pool.hpp"

namespace kith::web {

WorkerPool::WorkerPool(int threads, std::size_t limit) : limit_(limit)
{
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() { stop(); }

bool WorkerPool::submit(Work work)
{
    {
        std::lock_guard lock{mutex_};
        if (stopping_ || waiting_.size() >= limit_) return false;
        waiting_.push_back(std::move(work));
    }
    wake_.notify_one();
    return true;
}

void WorkerPool::stop()
{
    {
        std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    wake_.notify_all();
    threads_.clear();
}

void WorkerPool::work()
{
    for (;;) {
        Work next;
        {
            std::unique_lock lock{mutex_};
            wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            next = std::move(waiting_.front());
            waiting_.pop_front();
        }
        next();
    }
}

}  // namespace kith::web
