#include "files/append_log.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <cerrno>
#include <filesystem>
#include <utility>

namespace kith::files {
namespace {

constexpr std::size_t check_digits = 16;
constexpr std::string_view head = "kith append log 1\n";  // so that no other file is taken for a log

/// FNV-1a (Fowler, Noll and Vo), begun with the check of the line before. Against accidents, not against an attacker.
std::uint64_t check_of(std::uint64_t before, std::string_view line)
{
    auto check = before ^ 0xcbf29ce484222325ULL;
    for (const unsigned char c : line) check = (check ^ c) * 0x100000001b3ULL;
    return check;
}

Result<std::string> whole_of(int file, const std::string& path)
{
    struct stat about {};
    if (fstat(file, &about) != 0) return unacceptable("log", path + " cannot be read");
    std::string text(static_cast<std::size_t>(about.st_size), '\0');
    for (std::size_t done = 0; done < text.size();) {
        const auto got = pread(file, text.data() + done, text.size() - done, static_cast<off_t>(done));
        if (got <= 0) return unacceptable("log", path + " cannot be read");
        done += static_cast<std::size_t>(got);
    }
    return text;
}

}  // namespace

Result<AppendLog> AppendLog::open(const std::string& path, const std::function<Result<void>(std::string_view)>& take)
{
    constexpr int for_owner = 0600;  // a log may hold personal data
    const auto file = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, for_owner);
    if (file < 0) return unacceptable("log", path + " cannot be opened. Check its name and who may write there");
    AppendLog log{path, file};
    if (flock(file, LOCK_EX | LOCK_NB) != 0) return unacceptable("log", path + " is open in another program");
    if (const auto done = log.replay(take); !done) return std::unexpected(done.error());
    return log;
}

AppendLog::AppendLog(AppendLog&& other) noexcept : path_(std::move(other.path_)), file_(std::exchange(other.file_, -1)), check_(other.check_), waiting_(std::move(other.waiting_)), is_broken_(other.is_broken_) {}

AppendLog::~AppendLog()
{
    if (file_ >= 0) close(file_);
}

/// A new file is there for good once its folder is on disk too.
Result<void> AppendLog::begin()
{
    auto folder = std::filesystem::path{path_}.parent_path();
    if (folder.empty()) folder = ".";
    const auto place = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool is_there = ftruncate(file_, 0) == 0 && write(file_, head.data(), head.size()) == static_cast<ssize_t>(head.size()) && fdatasync(file_) == 0 && place >= 0 && fsync(place) == 0;
    if (place >= 0) close(place);
    if (!is_there) return unacceptable("log", path_ + " cannot be written");
    return {};
}

Result<void> AppendLog::replay(const std::function<Result<void>(std::string_view)>& take)
{
    const auto text = whole_of(file_, path_);
    if (!text) return std::unexpected(text.error());
    if (text->size() < head.size() && head.starts_with(*text)) return begin();
    if (!text->starts_with(head)) return unacceptable("log", path_ + " is no log that Kith keeps. Name one, or a new file");
    std::size_t begin = head.size();
    for (std::size_t number = 2; begin < text->size(); ++number) {
        const auto end = text->find('\n', begin);
        const auto line = std::string_view{*text}.substr(begin, end == std::string::npos ? std::string::npos : end - begin);
        std::uint64_t check = 0;
        const auto read = line.size() > check_digits && line[check_digits] == ' ' ? std::from_chars(line.data(), line.data() + check_digits, check, 16) : std::from_chars_result{line.data(), std::errc::invalid_argument};
        const auto is_whole = end != std::string::npos && read.ec == std::errc{} && read.ptr == line.data() + check_digits && check == check_of(check_, line.substr(check_digits + 1));
        if (!is_whole) {
            if (end != std::string::npos) return unacceptable("log", fmt::format("{}, line {} is damaged: what stands after it cannot be relied on. Put a copy in its place", path_, number));
            if (ftruncate(file_, static_cast<off_t>(begin)) != 0 || fdatasync(file_) != 0) return unacceptable("log", path_ + " cannot be written");
            return {};
        }
        check_ = check;
        if (auto taken = take(line.substr(check_digits + 1)); !taken) {
            taken.error().message = fmt::format("{}, line {}: {}", path_, number, taken.error().message);
            return taken;
        }
        begin = end + 1;
    }
    return {};
}

void AppendLog::append(std::string_view line)
{
    check_ = check_of(check_, line);
    fmt::format_to(std::back_inserter(waiting_), "{:016x} {}\n", check_, line);
}

Result<void> AppendLog::sync()
{
    if (is_broken_) return unacceptable("log", path_ + " could not be written before, and is not written any more. Open it again");
    is_broken_ = true;  // until all of it is on disk
    for (std::size_t done = 0; done < waiting_.size();) {
        const auto put = write(file_, waiting_.data() + done, waiting_.size() - done);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return unacceptable("log", path_ + " cannot be written: the disk may be full. What was not acknowledged is not kept");
        done += static_cast<std::size_t>(put);
    }
    waiting_.clear();
    if (fdatasync(file_) != 0) return unacceptable("log", path_ + " cannot be written: the disk refuses. What was not acknowledged is not kept");
    is_broken_ = false;
    return {};
}

}  // namespace kith::files
