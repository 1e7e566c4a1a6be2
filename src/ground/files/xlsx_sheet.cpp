// The rows of one sheet of a workbook, from its XML.
#include "files/xlsx_parts.hpp"

#include "base/quantity.hpp"

#include <fmt/format.h>

#include <charconv>

namespace kith::files {
namespace {
constexpr std::size_t most_rows = 1'048'576;  // of a sheet, as of Excel 2007
constexpr std::size_t most_columns = 16'384;

/// "BC12" as row 12, column 54; row 0 where the text gives none, column `most_columns` where it is no such place.
struct Place {
    std::size_t row = 0;
    std::size_t column = most_columns;
};

Place place_of(std::string_view text)
{
    Place place;
    std::size_t letters = 0;
    std::size_t column = 0;
    while (letters < text.size() && letters < 3 && text[letters] >= 'A' && text[letters] <= 'Z') column = column * 26 + static_cast<std::size_t>(text[letters++] - 'A' + 1);
    if (letters == 0 || column > most_columns) return place;
    place.column = column - 1;
    std::from_chars(text.data() + letters, text.data() + text.size(), place.row);
    return place;
}

class SheetHandler : public XmlHandler {
public:
    SheetHandler(SharedTexts& texts, const std::vector<NumberFormat>& formats, bool from_1904, const XlsxLimits& limits, TextStore& store,
                 const std::function<bool(const XlsxRow&)>& take)
        : texts_(texts), formats_(formats), from_1904_(from_1904), limits_(limits), store_(store), take_(take)
    {
    }

    void use(XmlReader& reader) { reader_ = &reader; }
    std::vector<MergedArea> merged;
    std::string trouble;  // why the shared texts could not be read: said as it is

    void start(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name == "c") return start_cell(attributes);
        if (name == "v") capture_ = has_value_ = true;
        else if (name == "t") capture_ = inline_ && !phonetic_;
        else if (name == "rPh") phonetic_ = true;
        else if (name == "f") has_formula_ = true;
        else if (name == "row") start_row(attributes);
        else if (name == "mergeCell") take_merged(attributes.find("ref"));
    }

    void text(std::string_view piece) override
    {
        if (!capture_) return;
        value_ += piece;
        if (value_.size() > limits_.cell_bytes) reader_->refuse(fmt::format("row {} holds a cell longer than {} characters", row_.number, with_commas(static_cast<std::int64_t>(limits_.cell_bytes))));
    }

    void end(std::string_view name) override
    {
        if (name == "c") return end_cell();
        if (name == "v" || name == "t") capture_ = false;
        else if (name == "rPh") phonetic_ = false;
        else if (name == "row" && !take_(row_)) reader_->stop();
    }

private:
    void start_row(const XmlAttributes& attributes)
    {
        const auto written = attributes.find("r");
        std::size_t number = 0;
        std::from_chars(written.data(), written.data() + written.size(), number);
        row_.number = number > 0 ? number : row_.number + 1;
        if (row_.number > most_rows) return reader_->refuse("the sheet has more rows than a workbook can have");
        const auto hidden = attributes.find("hidden");
        row_.hidden = hidden == "1" || hidden == "true";
        row_.cells.clear();
        next_column_ = 0;
    }

    void start_cell(const XmlAttributes& attributes)
    {
        const auto written = attributes.find("r");
        column_ = written.empty() ? next_column_ : place_of(written).column;
        if (column_ >= most_columns) return reader_->refuse(fmt::format("row {} has a cell that stands in no column", row_.number));
        next_column_ = column_ + 1;
        type_ = attributes.find("t");
        inline_ = type_ == "inlineStr";
        std::size_t style = formats_.size();
        const auto styled = attributes.find("s");
        std::from_chars(styled.data(), styled.data() + styled.size(), style);
        format_ = style < formats_.size() ? formats_[style] : NumberFormat{};
        value_.clear();
        has_formula_ = has_value_ = capture_ = phonetic_ = false;
    }

    void end_cell()
    {
        if (column_ >= most_columns) return;
        XlsxCell cell{.column = column_, .text = {}, .kind = CellKind::text};
        if (value_.empty()) {
            if (!has_formula_) return;
            if (type_ != "str" || !has_value_) cell.kind = CellKind::unworked;  // a formula that came to an empty text has its type and a value beside it
        } else {
            fill(cell);
        }
        if (reader_->stopped() || (cell.text.empty() && cell.kind != CellKind::unworked)) return;
        if (cell.column >= limits_.columns)
            return reader_->refuse(fmt::format("row {} holds something in column {}, beyond the {} columns that Kith reads", row_.number,
                                               column_letters(cell.column), with_commas(static_cast<std::int64_t>(limits_.columns))));
        row_.cells.push_back(cell);
    }

    void fill(XlsxCell& cell)
    {
        if (type_ == "s") return share(cell);
        if (type_ == "b") {
            cell.kind = CellKind::boolean;
            cell.text = value_ == "1" || value_ == "true" ? "TRUE" : "FALSE";
        } else if (type_ == "e") {
            cell.kind = CellKind::error;
            cell.text = store_.keep(value_);
        } else if (type_ == "d") {
            cell.kind = CellKind::date;
            cell.text = store_.keep(std::string_view{value_}.substr(0, value_.find('T')));
        } else if (type_ == "str" || inline_) {
            if (value_.find("_x") != value_.npos) value_ = unescaped_text(std::move(value_));
            cell.text = store_.keep(value_);
        } else {
            fill_number(cell);
        }
    }

    void fill_number(XlsxCell& cell)
    {
        cell.kind = CellKind::number;
        if (format_.shown != Shown::number) {
            double serial = 0;
            const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), serial);
            if (error == std::errc{} && end == value_.data() + value_.size()) cell.text = store_.keep(date_text(serial, format_.shown, from_1904_));
            if (!cell.text.empty()) cell.kind = CellKind::date;
        }
        if (cell.text.empty()) cell.text = store_.keep(number_text(value_, format_));
    }

    void share(XlsxCell& cell)
    {
        std::size_t number = static_cast<std::size_t>(-1);
        std::from_chars(value_.data(), value_.data() + value_.size(), number);
        auto text = texts_.at(number);
        if (text) {
            cell.text = *text;
            return;
        }
        trouble = text.error().message;
        reader_->stop();
    }

    void take_merged(std::string_view area)
    {
        const auto colon = area.find(':');
        if (colon == area.npos) return;
        const auto first = place_of(area.substr(0, colon));
        const auto last = place_of(area.substr(colon + 1));
        if (first.row == 0 || last.row < first.row || last.row > most_rows || last.column >= most_columns || last.column < first.column) return;
        if (merged.size() >= limits_.merged_areas) return reader_->refuse("the sheet has more merged cells than Kith follows; unmerge them");
        merged.push_back({first.row, last.row, first.column, last.column});
    }

    SharedTexts& texts_;
    const std::vector<NumberFormat>& formats_;
    bool from_1904_;
    const XlsxLimits& limits_;
    TextStore& store_;
    const std::function<bool(const XlsxRow&)>& take_;
    XmlReader* reader_ = nullptr;
    XlsxRow row_;
    std::size_t next_column_ = 0;
    std::size_t column_ = 0;
    std::string type_;
    NumberFormat format_;
    std::string value_;
    bool has_formula_ = false;
    bool has_value_ = false;  // an element for it, be it empty
    bool inline_ = false;
    bool capture_ = false;
    bool phonetic_ = false;
};
}  // namespace

Result<std::vector<MergedArea>> read_sheet(const ZipPackage& package, const std::string& part, SharedTexts& texts, const std::vector<NumberFormat>& formats,
                                           bool from_1904, const XlsxLimits& limits, TextStore& store, const std::function<bool(const XlsxRow&)>& take)
{
    SheetHandler handler{texts, formats, from_1904, limits, store, take};
    XmlReader reader{handler, {.bytes = limits.package.part_bytes}};
    handler.use(reader);
    if (auto read = read_part(package, part, reader); !read) return std::unexpected(read.error());
    if (!handler.trouble.empty()) return unacceptable("file", handler.trouble);
    return std::move(handler.merged);
}

}  // namespace kith::files
