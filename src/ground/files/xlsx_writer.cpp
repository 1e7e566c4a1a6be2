#include "files/xlsx_writer.hpp"

#include "base/text.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <system_error>

namespace kith::files {
namespace {
constexpr lxw_color_t teal = 0x0B5563;
constexpr lxw_color_t yellow = 0xFFE699;
constexpr lxw_color_t grey = 0x505A5F;

/// A folder of this process's own, gone with it: a workbook of staff is for nobody else to read while it is made.
class PrivateFolder {
public:
    PrivateFolder()
    {
        auto name = (std::filesystem::temp_directory_path() / "kith-workbook-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder can be made for a workbook");
        path_ = name;
    }
    ~PrivateFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

std::string sheet_name(std::string_view wanted)
{
    std::string name;
    for (char c : clipped(wanted, 31)) name += std::string_view{"[]:*?/\\"}.find(c) == std::string_view::npos ? c : ' ';
    while (name.starts_with('\'')) name.erase(0, 1);
    while (name.ends_with('\'')) name.pop_back();
    return name.empty() ? "Sheet" : name;
}
}  // namespace

struct XlsxWriter::Book {
    PrivateFolder folder;
    std::string file = (folder.path() / "workbook.xlsx").string();
    lxw_workbook* workbook = nullptr;
    lxw_worksheet* sheet = nullptr;
    std::map<XlsxLook, lxw_format*> formats;
    lxw_row_t row = 0;
    lxw_col_t column = 0;

    Book()
    {
        auto folder_name = folder.path().string();
        lxw_workbook_options options{.constant_memory = LXW_TRUE, .tmpdir = folder_name.data(), .use_zip64 = LXW_FALSE};
        workbook = workbook_new_opt(file.c_str(), &options);
        if (workbook == nullptr) throw std::bad_alloc();
    }
    ~Book()
    {
        if (workbook != nullptr) lxw_workbook_free(workbook);
    }

    lxw_format* format(XlsxLook look)
    {
        if (look == XlsxLook{}) return nullptr;
        auto [place, fresh] = formats.emplace(look, nullptr);
        if (fresh) place->second = made(look);
        return place->second;
    }

    lxw_format* made(XlsxLook look) const
    {
        auto* format = workbook_add_format(workbook);
        if (look.heading) {
            format_set_font_color(format, LXW_COLOR_WHITE);
            format_set_bg_color(format, teal);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        }
        if (look.strong || look.heading || look.large) format_set_bold(format);
        if (look.large) format_set_font_size(format, 16);
        if (look.wrapped) {
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        }
        if (look.faint) {
            format_set_italic(format);
            format_set_font_color(format, grey);
        }
        if (look.highlighted) format_set_bg_color(format, yellow);
        if (look.day) format_set_num_format(format, "dd/mm/yyyy");
        if (look.percent) format_set_num_format(format, "0.0%");
        if (look.as_text) format_set_num_format(format, "@");
        return format;
    }
};

XlsxWriter::XlsxWriter() : book_(std::make_unique<Book>()) {}
XlsxWriter::~XlsxWriter() = default;

XlsxWriter& XlsxWriter::sheet(std::string_view name)
{
    auto tab = sheet_name(name);
    if (workbook_validate_sheet_name(book_->workbook, tab.c_str()) != LXW_NO_ERROR) tab = "Sheet" + std::to_string(book_->workbook->num_sheets + 1);
    book_->sheet = workbook_add_worksheet(book_->workbook, tab.c_str());
    if (book_->sheet == nullptr) throw std::bad_alloc();
    book_->row = 0;
    book_->column = 0;
    return *this;
}

XlsxWriter& XlsxWriter::columns(std::size_t first, std::size_t last, double width, XlsxLook look)
{
    worksheet_set_column(book_->sheet, static_cast<lxw_col_t>(first), static_cast<lxw_col_t>(last), width, book_->format(look));
    return *this;
}

XlsxWriter& XlsxWriter::freeze(std::size_t rows)
{
    worksheet_freeze_panes(book_->sheet, static_cast<lxw_row_t>(rows), 0);
    return *this;
}

XlsxWriter& XlsxWriter::text(std::string_view text, XlsxLook look)
{
    constexpr std::size_t longest = 32'767;
    const std::string held{clipped(text, longest)};
    worksheet_write_string(book_->sheet, book_->row, book_->column++, held.c_str(), book_->format(look));
    return *this;
}

XlsxWriter& XlsxWriter::number(double value, XlsxLook look)
{
    worksheet_write_number(book_->sheet, book_->row, book_->column++, value, book_->format(look));
    return *this;
}

XlsxWriter& XlsxWriter::day(Date date, XlsxLook look)
{
    if (date.year() < 1901) return text(date.uk(), look);  // before the days that workbooks count
    look.day = true;
    lxw_datetime day{.year = date.year(), .month = date.month(), .day = date.day(), .hour = 0, .min = 0, .sec = 0};
    worksheet_write_datetime(book_->sheet, book_->row, book_->column++, &day, book_->format(look));
    return *this;
}

XlsxWriter& XlsxWriter::blank(XlsxLook look)
{
    auto* format = book_->format(look);
    if (format != nullptr) worksheet_write_blank(book_->sheet, book_->row, book_->column, format);
    ++book_->column;
    return *this;
}

XlsxWriter& XlsxWriter::end_row()
{
    ++book_->row;
    book_->column = 0;
    return *this;
}

XlsxWriter& XlsxWriter::height(double points)
{
    worksheet_set_row(book_->sheet, book_->row, points, nullptr);
    return *this;
}

XlsxWriter& XlsxWriter::note(std::size_t row, std::size_t column, std::string_view words)
{
    lxw_comment_options options{};
    options.x_scale = 2.2;
    options.y_scale = 1 + static_cast<double>(words.size()) / 160;
    const std::string held{words};
    worksheet_write_comment_opt(book_->sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), held.c_str(), &options);
    return *this;
}

XlsxWriter& XlsxWriter::choice(const XlsxChoice& choice)
{
    auto range = choice.range;
    auto title = std::string{clipped(choice.title, 32)};
    auto words = std::string{clipped(choice.words, 255)};
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.ignore_blank = LXW_VALIDATION_ON;
    validation.show_input = LXW_VALIDATION_ON;
    validation.show_error = LXW_VALIDATION_ON;
    validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;  // Kith says it again; a list in a workbook may be older than Kith's
    validation.value_formula = range.data();
    validation.error_title = title.data();
    validation.error_message = words.data();
    const auto column = static_cast<lxw_col_t>(choice.column);
    worksheet_data_validation_range(book_->sheet, static_cast<lxw_row_t>(choice.first_row), column, static_cast<lxw_row_t>(choice.last_row), column, &validation);
    return *this;
}

XlsxWriter& XlsxWriter::hide_sheet()
{
    worksheet_hide(book_->sheet);
    return *this;
}

std::string XlsxWriter::bytes() &&
{
    if (book_->workbook->num_sheets == 0) sheet("Sheet1");
    const auto error = workbook_close(std::exchange(book_->workbook, nullptr));
    if (error != LXW_NO_ERROR) throw std::runtime_error(std::string{"a workbook could not be written: "} + lxw_strerror(error));
    std::ifstream stream{book_->file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

}  // namespace kith::files
