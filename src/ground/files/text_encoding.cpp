#include "files/text_encoding.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace kith::files {
namespace {
struct Stranger {
    std::string_view start;
    std::string_view words;
};

/// Files people pick by mistake, by their first bytes.
constexpr std::array<Stranger, 11> strangers{{
    {"%PDF", "This is a PDF. Open the spreadsheet it was made from and save that as an Excel workbook (.xlsx) or as CSV."},
    {"\xD0\xCF\x11\xE0", "This is an older Excel workbook (.xls) or Office file. Open it, choose Save as, and save it as an Excel workbook (.xlsx) or as CSV."},
    {"\x1F\x8B", "This is a compressed file. Open it and hand in the workbook or CSV file inside."},
    {"Rar!", "This is a compressed file. Open it and hand in the workbook or CSV file inside."},
    {"7z\xBC\xAF", "This is a compressed file. Open it and hand in the workbook or CSV file inside."},
    {"\x89PNG", "This is a picture. Hand in an Excel workbook (.xlsx) or a CSV file."},
    {"\xFF\xD8\xFF", "This is a picture. Hand in an Excel workbook (.xlsx) or a CSV file."},
    {"{\\rtf", "This is a word-processor document. Hand in an Excel workbook (.xlsx) or a CSV file."},
    {"<?xml", "This is an XML file of no kind that Kith takes. Hand in an Excel workbook (.xlsx) or a CSV file."},
    {"\x3C!DOCTYPE", "This is a web page, often a sign-in page saved in place of a download. Download the file again."},
    {"<html", "This is a web page, often a sign-in page saved in place of a download. Download the file again."},
}};

Result<void> refuse_strangers(std::string_view bytes)
{
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
        return unacceptable("file", "This is a workbook or another packed (zip) file, and no text.");
    constexpr std::string_view encrypted{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32};
    if (bytes.starts_with("\xD0\xCF\x11\xE0") && bytes.find(encrypted) != bytes.npos)
        return unacceptable("file", "This workbook is protected with a password, so Kith cannot read it. Open it, remove the password "
                                    "(in Excel: File, Info, Protect Workbook, Encrypt with Password) and hand in the file saved without it.");
    for (const auto& stranger : strangers)
        if (bytes.starts_with(stranger.start)) return unacceptable("file", std::string{stranger.words});
    return {};
}

void append(std::string& out, char32_t point)
{
    auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (point < 0x80) return put(point);
    if (point < 0x800) {
        put(0xC0U | (point >> 6U));
        return put(0x80U | (point & 0x3FU));
    }
    if (point < 0x10000) {
        put(0xE0U | (point >> 12U));
    } else {
        put(0xF0U | (point >> 18U));
        put(0x80U | ((point >> 12U) & 0x3FU));
    }
    put(0x80U | ((point >> 6U) & 0x3FU));
    put(0x80U | (point & 0x3FU));
}

/// UTF-16 after its mark; halves of pairs that stand alone, and an odd last byte, become U+FFFD.
DecodedText from_utf16(std::string_view bytes, bool big_endian)
{
    DecodedText decoded{.text = {}, .encoding = big_endian ? "UTF-16 big-endian" : "UTF-16 little-endian"};
    decoded.text.reserve(bytes.size() / 2 + bytes.size() / 8);
    auto unit = [&](std::size_t at) {
        auto first = static_cast<unsigned char>(bytes[at]);
        auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(big_endian ? first * 256U + second : second * 256U + first);
    };
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        auto point = unit(at);
        if (point >= 0xD800 && point < 0xDC00 && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
            point = 0x10000 + ((point - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
            at += 2;
        } else if (point >= 0xD800 && point < 0xE000) {
            point = 0xFFFD;
            ++decoded.doubtful_characters;
        }
        append(decoded.text, point);
    }
    if (at < bytes.size()) {
        append(decoded.text, 0xFFFD);
        ++decoded.doubtful_characters;
    }
    return decoded;
}

std::size_t undefined_in_windows_1252(std::string_view bytes)
{
    return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) {
        auto byte = static_cast<unsigned char>(c);
        return byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
    }));
}
}  // namespace

Result<DecodedText> decode(std::string bytes)
{
    std::string_view view = bytes;
    DecodedText decoded;
    if (view.starts_with("\xFF\xFE")) {
        decoded = from_utf16(view.substr(2), false);
    } else if (view.starts_with("\xFE\xFF")) {
        decoded = from_utf16(view.substr(2), true);
    } else {
        if (auto known = refuse_strangers(view); !known) return std::unexpected(known.error());
        bool marked = view.starts_with("\xEF\xBB\xBF");
        if (marked) bytes.erase(0, 3);
        if (is_utf8(bytes)) decoded = {std::move(bytes), "UTF-8", 0};
        else decoded = {utf8_from_windows_1252(bytes), "Windows-1252", undefined_in_windows_1252(bytes)};
    }
    if (auto nul = decoded.text.find('\0'); nul != std::string::npos) {
        auto line = 1 + std::count(decoded.text.begin(), decoded.text.begin() + static_cast<std::ptrdiff_t>(nul), '\n');
        return unacceptable("file", "This is not a text file: line " + std::to_string(line) +
                                        " holds a NUL byte, which text never does. Save the spreadsheet as CSV and hand in that file.");
    }
    return decoded;
}

}  // namespace kith::files
