#pragma once
// Workbooks made part by part, as other programs make them and as no program should: for tests of the reader. For well-made ones there is
// files/xlsx_writer.hpp.
#include <zip.h>

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace kith::kit {

/// A zip archive of these parts, packed.
inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts)
{
    auto* source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    auto* zip = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    if (zip == nullptr) throw std::runtime_error("no archive");
    zip_source_keep(source);
    for (const auto& [name, text] : parts) zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), ZIP_FL_ENC_UTF_8);
    zip_close(zip);
    zip_stat_t known;
    zip_source_stat(source, &known);
    std::string bytes(known.size, '\0');
    zip_source_open(source);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

struct Sheet {
    std::string name;
    std::string rows;   ///< XML within sheetData
    std::string after;  ///< XML after it
    bool hidden = false;
};

struct Parts {
    std::string styles;
    std::string shared;
    bool from_1904 = false;
    std::string workbook_prolog;
};

inline std::string workbook(const std::vector<Sheet>& sheets, const Parts& with = {})
{
    constexpr auto relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const auto relation = [&](const std::string& id, const std::string& kind, const std::string& target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + relationships + "/" + kind + "\" Target=\"" + target + "\"/>";
    };
    std::string book = with.workbook_prolog + "<workbook xmlns:r=\"" + relationships + "\">" + (with.from_1904 ? "<workbookPr date1904=\"1\"/>" : "") + "<sheets>";
    std::string relations = "<Relationships>";
    std::vector<std::pair<std::string, std::string>> parts{{"[Content_Types].xml", "<Types/>"}};
    parts.emplace_back("_rels/.rels", "<Relationships>" + relation("rId1", "officeDocument", "/xl/workbook.xml") + "</Relationships>");
    for (std::size_t at = 0; at < sheets.size(); ++at) {
        const auto number = std::to_string(at + 1);
        book += "<sheet name=\"" + sheets[at].name + "\" sheetId=\"" + number + "\" r:id=\"r" + number + "\"" + (sheets[at].hidden ? " state=\"hidden\"" : "") + "/>";
        relations += relation("r" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        parts.emplace_back("xl/worksheets/sheet" + number + ".xml", "<worksheet><sheetData>" + sheets[at].rows + "</sheetData>" + sheets[at].after + "</worksheet>");
    }
    if (!with.styles.empty()) {
        relations += relation("styles", "styles", "styles.xml");
        parts.emplace_back("xl/styles.xml", with.styles);
    }
    if (!with.shared.empty()) {
        relations += relation("shared", "sharedStrings", "sharedStrings.xml");
        parts.emplace_back("xl/sharedStrings.xml", with.shared);
    }
    parts.emplace_back("xl/workbook.xml", book + "</sheets></workbook>");
    parts.emplace_back("xl/_rels/workbook.xml.rels", relations + "</Relationships>");
    return zip_of(parts);
}

/// The archive with a part said to unpack to `size` bytes, in its directory: how a bomb hides.
inline std::string with_declared_size(std::string archive, const std::string& part, std::uint32_t size)
{
    for (std::size_t at = archive.find("PK\x01\x02"); at != archive.npos; at = archive.find("PK\x01\x02", at + 1))
        if (archive.compare(at + 46, part.size(), part) == 0) std::memcpy(archive.data() + at + 24, &size, sizeof size);
    return archive;
}

}  // namespace kith::kit
