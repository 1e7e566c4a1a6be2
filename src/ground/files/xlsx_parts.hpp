#pragma once
// Inside of the workbook reader: the parts of a workbook beside its sheets. Nothing outside this room includes it.
#include "files/number_format.hpp"
#include "files/text_store.hpp"
#include "files/xlsx_reader.hpp"
#include "files/xml_reader.hpp"
#include "files/zip_package.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kith::files {

/// A part's XML into a reader, to its end or until the reader's handler has had enough.
Result<void> read_part(const ZipPackage& package, const std::string& name, XmlReader& reader);

/// A relation of a part to another: what sort of part, and where it stands in the package.
struct Relation {
    std::string id, type, target;
    bool is(std::string_view kind) const { return type.ends_with(kind); }
};
/// The relations of a part ("" for the package itself); none where it has no list of them.
Result<std::vector<Relation>> relations_of(const ZipPackage& package, const std::string& part);

/// What the workbook part says of its sheets; `part` is then the relation's id, not yet a name.
struct WorkbookPart {
    std::vector<XlsxSheet> sheets;
    bool from_1904 = false;
};
Result<WorkbookPart> read_workbook_part(const ZipPackage& package, const std::string& part);

/// How each style shows numbers.
Result<std::vector<NumberFormat>> read_styles(const ZipPackage& package, const std::string& part);

/// "_x000D_" as the character it stands for.
std::string unescaped_text(std::string text);

/// The texts that cells share, read only as far as someone has asked for.
class SharedTexts {
public:
    /// `part` empty: the workbook shares none.
    SharedTexts(const ZipPackage& package, std::string part, XlsxLimits limits);
    ~SharedTexts();
    /// Text number `at`; a problem where there is none, or where the part cannot be read.
    Result<std::string_view> at(std::size_t number);

private:
    struct Reading;
    Result<void> read_to(std::size_t number);

    const ZipPackage package_;
    std::string part_;
    XlsxLimits limits_;
    TextStore store_;
    std::vector<std::string_view> texts_;
    std::unique_ptr<Reading> reading_;
    bool ended_ = false;
};

/// Reads the rows of one sheet.
Result<std::vector<MergedArea>> read_sheet(const ZipPackage& package, const std::string& part, SharedTexts& texts, const std::vector<NumberFormat>& formats,
                                           bool from_1904, const XlsxLimits& limits, TextStore& store, const std::function<bool(const XlsxRow&)>& take);

}  // namespace kith::files
