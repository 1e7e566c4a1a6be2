#pragma once
// The instruments in use: those that the program carries and those of the area, every version of each.
#include "questionnaire/instrument_reader.hpp"

#include <filesystem>

namespace kith::questionnaire {

/// A value: whoever needs it is handed it.
class Instruments {
public:
    /// The instruments of these files, or everything that is wrong with any of them; also where one version is there twice, or a later
    /// version breaks with an earlier one.
    static std::expected<Instruments, std::vector<packs::PackProblem>> load(const std::vector<packs::PackFile>& files);

    /// The latest version; null where there is none of that id.
    const Instrument* latest(std::string_view id) const;
    const Instrument* find(std::string_view id, int version) const;
    /// By id, and of each the earliest version first.
    const std::vector<Instrument>& all() const { return instruments_; }

private:
    std::vector<Instrument> instruments_;
};

/// The files built into the program from packs/instruments/.
std::vector<packs::PackFile> built_in_instrument_files();
/// The same with those of `folder`/instruments (its *.toml) in place of, or beside, them.
std::vector<packs::PackFile> instrument_files_with_override(const std::filesystem::path& folder);

}  // namespace kith::questionnaire
