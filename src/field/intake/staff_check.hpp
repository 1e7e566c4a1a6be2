#pragma once
// Checking a staff file: bytes in, typed rows and findings out, or a refusal in a sentence. A pure function of the file and its
// surroundings; it compares with nothing held and writes nothing.
#include "intake/file_index.hpp"
#include "intake/rule.hpp"

#include <memory>

namespace kith::intake {

struct StaffCheck {
    std::string format;           ///< the profile's title; empty where the file could not be read at all
    std::string refusal;          ///< why the whole file cannot be taken; empty where it can
    std::shared_ptr<StaffFile> file;
    std::shared_ptr<const FileIndex> index;  ///< of the file; null where it was refused
    returns::Findings findings;   ///< by line, the file's own first
    std::int64_t rows = 0;
    std::int64_t can_take = 0;
};

/// The rows point into `surroundings`, which must outlive them. `workplaces_beside`: LOCALESTIDs, in small letters, of a workplace file
/// handed in at the same time.
StaffCheck check_staff(std::string file_name, std::string bytes, const Surroundings& surroundings,
                       std::unordered_set<std::string> workplaces_beside = {});
StaffCheck check_staff(std::string, std::string, Surroundings&&, std::unordered_set<std::string> = {}) = delete;

/// What the rules say of a staff file that was read already, and what of it can be taken.
void judge(StaffCheck& check, const Surroundings& surroundings, std::unordered_set<std::string> workplaces_beside = {});

/// Reads any file that may be a staff or workplace file: its table and profile, or why not.
struct Recognised {
    files::Table table;
    const Profile* profile = nullptr;
    std::size_t examples = 0;            ///< made-up people of the template that were left out
    std::vector<std::size_t> totals{};   ///< lines of totals that were left out
};
Result<Recognised> read_and_recognise(std::string bytes);

/// The name under which findings stand: the file's, and its sheet's where it is a workbook.
std::string place_name(std::string file_name, const files::Table& table);
std::string sheet_name_of(const std::string& file_name, const std::string& sheet);

/// "lines 1, 2 (the names stand on line 4)": what was left out above the column names; empty where nothing was.
std::string above_the_names(const files::Table& table);
/// Says of a file without row rules which lines above its column names were left out.
void say_what_stands_above(returns::Findings& findings, const std::string& name, const files::Table& table);

/// Why a file of this profile cannot be taken as a whole: columns it needs, or rows; empty where it can.
std::string refusal_of(const StaffFile& file);

/// A file of any profile as rows of lines and cells only, nothing read of them; and what the rules of the file's shape say of it.
StaffFile shape_of(std::string name, files::Table table, const Profile& profile);
returns::Findings judge_shape(StaffFile& file, const Surroundings& surroundings);

}  // namespace kith::intake
