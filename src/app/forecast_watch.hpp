#pragma once
// Watches a forecast while it runs: how far it is, on a terminal, and Ctrl-C.
#include <atomic>
#include <stop_token>
#include <thread>

namespace kith::app {

/// As long as it lives, Ctrl-C asks the forecast to stop instead of ending the program, and a terminal on standard error is told how many of `runs` are done. One at a time.
class ForecastWatch {
public:
    explicit ForecastWatch(int runs);
    ~ForecastWatch();
    ForecastWatch(const ForecastWatch&) = delete;
    ForecastWatch& operator=(const ForecastWatch&) = delete;

    std::stop_token stop() const { return stop_.get_token(); }
    std::atomic<int>* runs_done() { return &done_; }

private:
    void watch(const std::stop_token& over);

    int runs_;
    std::atomic<int> done_ = 0;
    std::stop_source stop_;
    void (*before_)(int) = nullptr;
    std::jthread thread_;
};

}  // namespace kith::app
