#include "files/zip_package.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <array>
#include <new>

namespace kith::files {
namespace {
std::unexpected<Problem> damaged()
{
    return unacceptable("file", "The file is damaged or was cut short: it cannot be unpacked. Save the workbook again and hand in the new file.");
}

std::unexpected<Problem> bomb()
{
    return unacceptable("file", "The file unpacks to far more than a workbook of staff ever holds, so Kith does not open it. "
                                "Copy the rows into a new workbook, or save the sheet as CSV, and hand that in.");
}

Result<void> judge(const zip_stat_t& part, const ZipLimits& limits, std::uint64_t& total)
{
    if ((part.valid & ZIP_STAT_SIZE) == 0 || (part.valid & ZIP_STAT_COMP_SIZE) == 0) return damaged();
    if ((part.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && part.encryption_method != ZIP_EM_NONE)
        return unacceptable("file", "The file is protected with a password, so Kith cannot read it. Save it without the password and hand in that file.");
    if ((part.valid & ZIP_STAT_COMP_METHOD) != 0 && part.comp_method != ZIP_CM_STORE && part.comp_method != ZIP_CM_DEFLATE) return damaged();
    total += part.size;
    bool inflated = part.size > limits.small_bytes && part.size / limits.ratio > part.comp_size;
    if (part.size > limits.part_bytes || total > limits.total_bytes || inflated) return bomb();
    return {};
}
}  // namespace

struct ZipPackage::Archive {
    zip_t* zip = nullptr;
    ZipLimits limits;
    Archive(zip_t* opened, ZipLimits held) : zip(opened), limits(held) {}
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    ~Archive() { zip_discard(zip); }
};

struct ZipPackage::Part::Open {
    std::shared_ptr<Archive> archive;
    zip_file_t* file = nullptr;
    std::uint64_t declared = 0;
    std::uint64_t read = 0;
    std::array<char, 64 * 1024> piece{};
    Open(std::shared_ptr<Archive> of, zip_file_t* opened, std::uint64_t size) : archive(std::move(of)), file(opened), declared(size) {}
    Open(const Open&) = delete;
    Open& operator=(const Open&) = delete;
    ~Open() { zip_fclose(file); }
};

bool is_zip(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

Result<ZipPackage> ZipPackage::open(std::string_view bytes, ZipLimits limits)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) throw std::bad_alloc();
    auto* zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (zip == nullptr) {
        zip_source_free(source);
        zip_error_fini(&error);
        return damaged();
    }
    zip_error_fini(&error);
    auto archive = std::make_shared<Archive>(zip, limits);
    const auto parts = static_cast<std::uint64_t>(zip_get_num_entries(zip, 0));
    if (parts > limits.parts) return bomb();
    std::uint64_t total = 0;
    for (std::uint64_t at = 0; at < parts; ++at) {
        zip_stat_t part;
        if (zip_stat_index(zip, at, 0, &part) != 0) return damaged();
        if (auto judged = judge(part, limits, total); !judged) return std::unexpected(judged.error());
    }
    return ZipPackage{std::move(archive)};
}

bool ZipPackage::has(const std::string& name) const
{
    return zip_name_locate(archive_->zip, name.c_str(), ZIP_FL_NOCASE) >= 0;
}

bool ZipPackage::has_under(std::string_view start) const
{
    const auto parts = static_cast<std::uint64_t>(zip_get_num_entries(archive_->zip, 0));
    for (std::uint64_t at = 0; at < parts; ++at)
        if (const char* name = zip_get_name(archive_->zip, at, 0); name != nullptr && std::string_view{name}.starts_with(start)) return true;
    return false;
}

Result<ZipPackage::Part> ZipPackage::part(const std::string& name) const
{
    const auto at = zip_name_locate(archive_->zip, name.c_str(), ZIP_FL_NOCASE);
    if (at < 0) return damaged();
    zip_stat_t known;
    if (zip_stat_index(archive_->zip, static_cast<std::uint64_t>(at), 0, &known) != 0) return damaged();
    auto* file = zip_fopen_index(archive_->zip, static_cast<std::uint64_t>(at), 0);
    if (file == nullptr) return damaged();
    return Part{std::make_shared<Part::Open>(archive_, file, known.size)};
}

Result<std::string_view> ZipPackage::Part::next()
{
    auto& open = *open_;
    const auto read = zip_fread(open.file, open.piece.data(), open.piece.size());
    if (read < 0) return damaged();
    open.read += static_cast<std::uint64_t>(read);
    if (open.read > open.declared) return bomb();
    return std::string_view{open.piece.data(), static_cast<std::size_t>(read)};
}

Result<std::string> ZipPackage::whole(const std::string& name, std::size_t most) const
{
    auto opened = part(name);
    if (!opened) return std::unexpected(opened.error());
    std::string text;
    for (;;) {
        auto piece = opened->next();
        if (!piece) return std::unexpected(piece.error());
        if (piece->empty()) return text;
        text += *piece;
        if (text.size() > most) return bomb();
    }
}

}  // namespace kith::files
