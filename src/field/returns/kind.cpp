#include "returns/kind.hpp"

#include "files/zip_package.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <array>

namespace kith::returns {

std::string called(const Sample& sample)
{
    return sample.name.empty() ? sample.subject : sample.name + " (" + sample.subject + ")";
}

std::string hash_of(std::string_view bytes)
{
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
    std::string text;
    for (const auto byte : hash) text += fmt::format("{:02x}", byte);
    return text;
}

FileFormat format_of(std::string_view bytes)
{
    if (files::is_zip(bytes)) return {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"};
    if (bytes.starts_with('<')) return {"xml", "application/xml", "XML"};
    return {"csv", "text/csv; charset=utf-8", "CSV"};
}

const Kind* recognise(const Kinds& kinds, std::string_view bytes)
{
    constexpr std::size_t enough_for_a_header = 64 * 1024;
    const auto start = files::is_zip(bytes) ? bytes : bytes.substr(0, enough_for_a_header);  // a workbook's directory stands at its end
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
