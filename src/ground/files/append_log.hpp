#pragma once
// A file of lines that is only ever added to: what was acknowledged is on disk, and what was torn by a crash is told from what was damaged.
#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace kith::files {

/// Each line stands after a check number of itself and of all lines before it, so that a line that was changed, left out or moved is found. One program at a time may have it open. Says nothing about what lines mean.
class AppendLog {
public:
    /// Opens the file, or makes it, and gives every line from the first. A last line without its end is cut off: it was never acknowledged. Refuses, and leaves as it is, what is no such file, one that another program has open, and a line
    /// that is damaged, naming it; and whatever `take` refuses.
    static Result<AppendLog> open(const std::string& path, const std::function<Result<void>(std::string_view line)>& take);
    AppendLog(AppendLog&& other) noexcept;
    AppendLog& operator=(AppendLog&&) = delete;
    ~AppendLog();

    /// Puts a line at the end, in memory. It may not hold a line end.
    void append(std::string_view line);
    /// Writes what was put and returns when it is on disk: only then may it be acknowledged. Refuses where the disk does, and ever after: what is half written must not be written over.
    Result<void> sync();

private:
    AppendLog(std::string path, int file) : path_(std::move(path)), file_(file) {}
    Result<void> begin();
    Result<void> replay(const std::function<Result<void>(std::string_view)>& take);
    std::string path_;
    int file_ = -1;
    std::uint64_t check_ = 0;
    std::string waiting_;
    bool is_broken_ = false;
};

}  // namespace kith::files
