#pragma once
// What a rule says of a row of a partnership file: a finding of the returns room without the file's name, since that room stands beside this.
#include <cstdint>
#include <string>

namespace kith::partnership {

enum class FileSeverity : std::uint8_t { error, warning, note };

struct FileFinding {
    std::int64_t line = 0;
    std::string column;
    std::string rule;  ///< stable: "P-ORG-1"
    FileSeverity severity = FileSeverity::error;
    std::string message;
    bool operator==(const FileFinding&) const = default;
};

}  // namespace kith::partnership
