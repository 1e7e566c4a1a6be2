// Any bytes into the XML reader, in pieces of any size: told or refused in words, never a fall, and the same whatever the pieces.
#include "files/xml_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {
class Counter : public kith::files::XmlHandler {
public:
    void start(std::string_view name, const kith::files::XmlAttributes& attributes) override { seen += 1 + name.size() + attributes.find("id").size(); }
    void text(std::string_view piece) override { seen += piece.size(); }
    void end(std::string_view name) override { seen += name.size(); }
    std::size_t seen = 0;
};

std::size_t read(std::string_view bytes, std::size_t piece)
{
    Counter counter;
    kith::files::XmlReader reader{counter, {.bytes = 1U << 20U, .depth = 20, .piece_bytes = 4'096}};
    for (std::size_t at = 0; at < bytes.size(); at += piece)
        if (auto fed = reader.feed(bytes.substr(at, piece)); !fed) return fed.error().message.empty() ? (std::abort(), 0) : 0;
    auto finished = reader.finish();
    return finished ? counter.seen : 0;
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view given{reinterpret_cast<const char*>(bytes), size};
    if (read(given, size + 1) != read(given, 7)) std::abort();
    return 0;
}
