#include "returns/kind.hpp"

namespace kith::returns {

const Kind* recognise(const Kinds& kinds, std::string_view bytes)
{
    constexpr std::size_t enough_for_a_header = 64 * 1024;
    const auto start = bytes.substr(0, enough_for_a_header);
    for (const auto& kind : kinds) {
        if (kind.recognise && kind.recognise(start)) return &kind;
    }
    return nullptr;
}

const Kind* find_kind(const Kinds& kinds, std::string_view id)
{
    for (const auto& kind : kinds) {
        if (kind.id == id) return &kind;
    }
    return nullptr;
}

}  // namespace kith::returns
