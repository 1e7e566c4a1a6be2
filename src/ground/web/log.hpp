#pragma once
// JSON lines for whoever keeps the house running. Takes numbers and words chosen by the programmer; a personal value does not compile
// here, and no caller may pass a URL, a query or what a user typed.
#include "base/instant.hpp"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <ostream>
#include <string_view>
#include <type_traits>
#include <variant>

namespace kith::web {

/// One named value of a line.
struct Fact {
    using Value = std::variant<std::int64_t, double, std::string_view>;
    std::string_view name;
    Value value;

    template <class T>
        requires std::is_integral_v<T>
    Fact(std::string_view fact, T number) : name(fact), value(static_cast<std::int64_t>(number)) {}
    Fact(std::string_view fact, double number) : name(fact), value(number) {}
    Fact(std::string_view fact, std::string_view words) : name(fact), value(words) {}
};

class Log {
public:
    /// Lines go to `out`, which must live as long; `clock` says when.
    Log(std::ostream& out, std::function<Instant()> clock) : out_(&out), clock_(std::move(clock)) {}
    /// {"time":"...","event":"request","route":"/organisations",...}; safe from any thread, one line at a time.
    void line(std::string_view event, std::initializer_list<Fact> facts);

private:
    std::ostream* out_;
    std::function<Instant()> clock_;
};

}  // namespace kith::web
