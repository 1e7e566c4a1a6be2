#pragma once
// The packs: code lists, mappings and limits read from TOML files, checked as a whole before anything uses them. A folder may replace files
// that the program carries. Nothing here knows what a list is for.
#include "packs/code_list.hpp"
#include "packs/limits.hpp"

#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kith::packs {

/// Codes of one list as codes of another, by a named and dated decision. Figures name the mapping they used.
struct Mapping {
    std::string id;
    std::string title;
    std::string source;
    Date dated;
    std::string from;  ///< id of the list that the codes are of
    std::string to;    ///< id of the list that they become
    std::unordered_map<std::string, std::string> pairs;
    std::vector<std::string> rest;  ///< codes of `from` that nothing in `to` answers
    /// The code it becomes; empty where it is of the rest or not of the list.
    std::string_view apply(std::string_view code) const;
    /// "Adult social care main job roles 2019 to roles, 1 November 2026", as figures name it.
    std::string name_and_day() const;
};

/// A pack file that is not as it must be; `line` is 0 where the file as a whole is meant.
struct PackProblem {
    std::string file;
    int line = 0;
    std::string message;
    bool operator==(const PackProblem&) const = default;
};

struct PackFile {
    std::string name;  ///< "roles.toml"
    std::string text;
};

/// All packs in use. A value: whoever needs it is handed it.
class Packs {
public:
    /// The packs of these files, or everything that is wrong with them: unknown or missing keys, codes twice, parents and mapped codes
    /// that are not there, codes of a mapped list that a mapping forgets.
    static std::expected<Packs, std::vector<PackProblem>> load(const std::vector<PackFile>& files);

    /// The list of that id. It throws std::out_of_range where there is none, since which lists there must be is the program's own affair.
    const CodeList& list(std::string_view id) const;
    const Mapping& mapping(std::string_view id) const;
    /// The limits of that id with what they inherit. It throws std::out_of_range where there are none.
    const Limits& limits(std::string_view id) const;
    bool has_list(std::string_view id) const { return lists_.contains(id); }
    /// The mapping from one list to another, the latest dated; null where there is none.
    const Mapping* mapping_between(std::string_view from, std::string_view to) const;
    const std::map<std::string, CodeList, std::less<>>& lists() const { return lists_; }
    const std::map<std::string, Mapping, std::less<>>& mappings() const { return mappings_; }
    const std::map<std::string, Limits, std::less<>>& all_limits() const { return limits_; }

private:
    std::map<std::string, CodeList, std::less<>> lists_;
    std::map<std::string, Mapping, std::less<>> mappings_;
    std::map<std::string, Limits, std::less<>> limits_;
};

/// The files built into the program from packs/.
std::vector<PackFile> built_in_files();
/// The built-in files with those of `folder` (its *.toml) in place of, or beside, them.
std::vector<PackFile> files_with_override(const std::filesystem::path& folder);
/// The packs built into the program. A test holds that they load.
Packs built_in();

}  // namespace kith::packs
