#pragma once
// What `kith import FILE...` does, by the same stages as the pages: check and say, or with accept take. Prints nothing and exits
// nothing itself: the answer is a value that the command line shows.
#include "returns/return_register.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kith::returns {

struct ImportOrder {
    std::vector<File> files;
    std::string mapping = {};   ///< name of the mapping that reads the columns; empty: each file's own header decides
    std::string organisation;   ///< code or public id; empty: the files say
    bool accept = false;        ///< false: check only, keep nothing
    bool confirm_ends = false;  ///< the tick that more than one record in twenty may end
    bool confirm_others = false;  ///< the tick that new people who seem to be held already are other people
    Speaks speaks = {};         ///< whether each file lists everyone, and which month or term it is for
    bool json = false;          ///< machine-readable answer
    Actor by{.account = {}, .words = "someone at the command line", .kind = "command line"};
};

/// What became of one file.
struct ImportedFile {
    std::string file;
    std::string kind;  ///< title; empty where no kind recognised it
    Checked checked;   ///< without its plan
    bool taken = false;
    std::string refusal;  ///< why nothing of it was or could be taken; empty otherwise
    std::optional<PublicId> return_id;
};

struct ImportAnswer {
    std::vector<ImportedFile> files;
    std::string text;   ///< for standard output, as text or JSON
    int exit_code = 0;  ///< 0 clean, 1 findings to mend or check (notes do not count), 2 something was refused
};

/// Reads files from disk. A problem names the first that cannot be read.
Result<std::vector<File>> read_files(const std::vector<std::filesystem::path>& paths);

/// Files are walked in the order of the kinds, so that organisations come before the staff who work for them.
ImportAnswer import_files(db::Database& database, const Desk& desk, const ImportOrder& order, const std::function<Instant()>& now);

/// The answer as `--json` gives it: {"files": [...], "findings": [{file, line, column, rule, severity, message}]}.
std::string import_json(const std::vector<ImportedFile>& files);
/// The answer for a person: what was read, what to mend by rule with the first lines, what accepting does or did.
std::string import_text(const std::vector<ImportedFile>& files, bool accept);

/// The findings as a CSV file that no spreadsheet runs: file, line, column, rule, severity, message.
std::string findings_csv(const Findings& findings);

}  // namespace kith::returns
