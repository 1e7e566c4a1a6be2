// Any bytes as an urlencoded form. Holds that what is read encodes to something that reads the same.
#include "web/target.hpp"

#include "base/text.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace kith;
    auto fields = web::parse_urlencoded({reinterpret_cast<const char*>(bytes), size}, 100);
    if (!fields) return 0;
    std::string again;
    for (const auto& [name, value] : *fields) {
        if (!is_utf8(name) || !is_utf8(value)) std::abort();
        again += (again.empty() ? "" : "&") + web::percent_encoded(name) + "=" + web::percent_encoded(value);
    }
    if (web::parse_urlencoded(again, 100) != fields) std::abort();
    return 0;
}
