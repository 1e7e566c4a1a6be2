#include "app/forecast_watch.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <chrono>
#include <csignal>

namespace kith::app {
namespace {

volatile std::sig_atomic_t is_interrupted = 0;
extern "C" void interrupt(int) { is_interrupted = 1; }

}  // namespace

ForecastWatch::ForecastWatch(int runs) : runs_(runs)
{
    is_interrupted = 0;
    before_ = std::signal(SIGINT, interrupt);
    thread_ = std::jthread{[this](const std::stop_token& over) { watch(over); }};
}

ForecastWatch::~ForecastWatch()
{
    thread_.request_stop();
    thread_.join();
    std::signal(SIGINT, before_);
}

void ForecastWatch::watch(const std::stop_token& over)
{
    constexpr std::chrono::milliseconds often{50};
    constexpr int before_telling = 20;  // a forecast of less than a second needs no words
    const bool is_seen = isatty(STDERR_FILENO) == 1;
    int looked = 0;
    for (; !over.stop_requested(); ++looked) {
        std::this_thread::sleep_for(often);
        if (is_interrupted != 0) stop_.request_stop();
        if (is_seen && looked >= before_telling) fmt::print(stderr, "\r{} of {} runs done; Ctrl-C stops", done_.load(), runs_);
    }
    if (is_seen && looked > before_telling) fmt::print(stderr, "\r{:40}\r", "");
}

}  // namespace kith::app
