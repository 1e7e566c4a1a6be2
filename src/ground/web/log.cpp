#include "web/log.hpp"

#include <fmt/format.h>

#include <mutex>
#include <string>

namespace kith::web {
namespace {

/// JSON text, ASCII only, so that no reader of logs stumbles over what an error message held.
std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (char c : text) {
        auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte > 0x7e) {
            out += fmt::format("\\u{:04x}", byte);
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::string shown(const Fact::Value& value)
{
    if (auto* number = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *number);
    if (auto* number = std::get_if<double>(&value)) return fmt::format("{:.3f}", *number);
    return quoted(std::get<std::string_view>(value));
}

std::mutex& one_line_at_a_time()
{
    static std::mutex mutex;
    return mutex;
}

}  // namespace

void Log::line(std::string_view event, std::initializer_list<Fact> facts)
{
    auto text = fmt::format("{{\"time\":\"{}\",\"event\":{}", clock_().iso(), quoted(event));
    for (const auto& fact : facts) text += fmt::format(",{}:{}", quoted(fact.name), shown(fact.value));
    text += "}\n";
    std::lock_guard lock{one_line_at_a_time()};
    out_->write(text.data(), static_cast<std::streamsize>(text.size()));
    out_->flush();
}

}  // namespace kith::web
