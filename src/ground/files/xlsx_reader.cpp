#include "files/xlsx_reader.hpp"

#include "files/xlsx_parts.hpp"

#include <algorithm>

namespace kith::files {
namespace {
/// Why a package is no workbook that Kith reads; empty where it may be one.
std::string stranger(const ZipPackage& package)
{
    if (package.has("mimetype")) {
        const auto type = package.whole("mimetype", 1'000);
        if (type && type->find("opendocument.spreadsheet") != type->npos)
            return "This is an OpenDocument spreadsheet (.ods). Open it, choose Save as, and save it as an Excel workbook (.xlsx) or as CSV.";
        return "This is an OpenDocument file and no spreadsheet. Hand in an Excel workbook (.xlsx) or a CSV file.";
    }
    if (package.has_under("Index/") || package.has("Index.zip"))
        return "This is a Numbers spreadsheet. Open it in Numbers, choose File, Export to, and Excel or CSV, and hand in that file.";
    if (package.has("xl/workbook.bin"))
        return "This is an Excel binary workbook (.xlsb). Open it, choose Save as, and save it as an Excel workbook (.xlsx) or as CSV.";
    if (package.has_under("word/")) return "This is a Word document. Hand in an Excel workbook (.xlsx) or a CSV file.";
    if (package.has_under("ppt/")) return "This is a PowerPoint presentation. Hand in an Excel workbook (.xlsx) or a CSV file.";
    if (!package.has("[Content_Types].xml")) return "This is a compressed (zip) file. Open it and hand in the workbook or CSV file inside.";
    return {};
}

std::unexpected<Problem> no_workbook()
{
    return unacceptable("file", "This file is named like an Excel workbook and has no sheets of cells inside. Save it again from Excel, or as CSV.");
}

const Relation* first_of(const std::vector<Relation>& relations, std::string_view kind)
{
    const auto found = std::ranges::find_if(relations, [&](const Relation& relation) { return relation.is(kind); });
    return found == relations.end() ? nullptr : &*found;
}
}  // namespace

std::string column_letters(std::size_t column)
{
    std::string letters;
    for (++column; column > 0; column = (column - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

std::string MergedArea::name() const
{
    return column_letters(first_column) + std::to_string(first_row) + ":" + column_letters(last_column) + std::to_string(last_row);
}

XlsxWorkbook::XlsxWorkbook(std::unique_ptr<const std::string> bytes, ZipPackage package, XlsxLimits limits)
    : bytes_(std::move(bytes)), package_(std::move(package)), limits_(limits)
{
}
XlsxWorkbook::XlsxWorkbook(XlsxWorkbook&&) noexcept = default;
XlsxWorkbook& XlsxWorkbook::operator=(XlsxWorkbook&&) noexcept = default;
XlsxWorkbook::~XlsxWorkbook() = default;

Result<XlsxWorkbook> XlsxWorkbook::open(std::string bytes, XlsxLimits limits)
{
    auto held = std::make_unique<const std::string>(std::move(bytes));
    auto package = ZipPackage::open(*held, limits.package);
    if (!package) return std::unexpected(package.error());
    if (auto words = stranger(*package); !words.empty()) return unacceptable("file", std::move(words));
    XlsxWorkbook workbook{std::move(held), std::move(*package), limits};
    if (auto read = workbook.read_parts(); !read) return std::unexpected(read.error());
    return workbook;
}

Result<void> XlsxWorkbook::read_parts()
{
    const auto of_package = relations_of(package_, "");
    if (!of_package) return std::unexpected(of_package.error());
    const auto* document = first_of(*of_package, "/officeDocument");
    if (document == nullptr || !package_.has(document->target)) return no_workbook();
    const auto relations = relations_of(package_, document->target);
    if (!relations) return std::unexpected(relations.error());
    auto book = read_workbook_part(package_, document->target);
    if (!book) return std::unexpected(book.error());
    from_1904_ = book->from_1904;
    for (auto& sheet : book->sheets) {
        const auto relation = std::ranges::find(*relations, sheet.part, &Relation::id);
        if (relation == relations->end() || !relation->is("/worksheet") || !package_.has(relation->target)) continue;  // charts and dialogues
        sheet.part = relation->target;
        sheets_.push_back(std::move(sheet));
    }
    if (sheets_.empty()) return no_workbook();
    if (const auto* styles = first_of(*relations, "/styles"); styles != nullptr && package_.has(styles->target)) {
        auto formats = read_styles(package_, styles->target);
        if (!formats) return std::unexpected(formats.error());
        formats_ = std::move(*formats);
    }
    const auto* texts = first_of(*relations, "/sharedStrings");
    texts_ = std::make_unique<SharedTexts>(package_, texts != nullptr && package_.has(texts->target) ? texts->target : std::string{}, limits_);
    return {};
}

Result<std::vector<MergedArea>> XlsxWorkbook::read(const XlsxSheet& sheet, TextStore& store, const std::function<bool(const XlsxRow&)>& take) const
{
    return read_sheet(package_, sheet.part, *texts_, formats_, from_1904_, limits_, store, take);
}

}  // namespace kith::files
