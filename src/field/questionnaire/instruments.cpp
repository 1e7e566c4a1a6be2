#include "questionnaire/instruments.hpp"

#include "access/token.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <tuple>

namespace kith::questionnaire {

std::expected<Instruments, std::vector<packs::PackProblem>> Instruments::load(const std::vector<packs::PackFile>& files)
{
    std::vector<packs::PackProblem> problems;
    std::vector<std::pair<Instrument, std::string>> read;
    for (const auto& file : files) {
        auto instrument = read_instrument(file);
        if (instrument) {
            instrument->digest = access::hash_of("instrument", file.text);
            read.emplace_back(std::move(*instrument), file.name);
        }
        else problems.insert(problems.end(), instrument.error().begin(), instrument.error().end());
    }
    std::ranges::stable_sort(read, {}, [](const auto& entry) { return std::tie(entry.first.id, entry.first.version); });
    for (std::size_t i = 1; i < read.size(); ++i) {
        const auto& [earlier, earlier_file] = read[i - 1];
        const auto& [later, file] = read[i];
        if (later.id != earlier.id) continue;
        if (later.version == earlier.version)
            problems.push_back({file, 1, "version " + std::to_string(later.version) + " of \"" + later.id + "\" is in " + earlier_file + " too"});
        else
            for (auto& message : later.breaks_with(earlier)) problems.push_back({file, 1, "against version " + std::to_string(earlier.version) + ": " + message});
    }
    if (!problems.empty()) return std::unexpected(std::move(problems));
    Instruments instruments;
    for (auto& entry : read) instruments.instruments_.push_back(std::move(entry.first));
    return instruments;
}

const Instrument* Instruments::latest(std::string_view id) const
{
    auto found = std::find_if(instruments_.rbegin(), instruments_.rend(), [&](const Instrument& entry) { return entry.id == id; });
    return found == instruments_.rend() ? nullptr : &*found;
}

const Instrument* Instruments::find(std::string_view id, int version) const
{
    auto found = std::ranges::find_if(instruments_, [&](const Instrument& entry) { return entry.id == id && entry.version == version; });
    return found == instruments_.end() ? nullptr : &*found;
}

std::vector<packs::PackFile> instrument_files_with_override(const std::filesystem::path& folder)
{
    auto files = built_in_instrument_files();
    const auto own_folder = folder / "instruments";
    if (!std::filesystem::is_directory(own_folder)) return files;
    std::vector<std::filesystem::path> own;
    for (const auto& entry : std::filesystem::directory_iterator{own_folder})
        if (entry.path().extension() == ".toml") own.push_back(entry.path());
    std::ranges::sort(own);
    for (const auto& path : own) {
        std::ifstream in{path, std::ios::binary};
        std::ostringstream text;
        text << in.rdbuf();
        auto name = path.filename().string();
        std::erase_if(files, [&](const packs::PackFile& file) { return file.name == name; });
        files.push_back({std::move(name), std::move(text).str()});
    }
    return files;
}

}  // namespace kith::questionnaire
