#include "app/instrument_verb.hpp"

#include "app/verb.hpp"
#include "app/whole_file.hpp"
#include "base/text.hpp"
#include "questionnaire/instruments.hpp"
#include "questionnaire/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace kith::app {
namespace {

Result<packs::PackFile> file_at(std::string_view path)
{
    auto text = whole_file(std::string{path});
    if (!text) return std::unexpected(text.error());
    return packs::PackFile{std::filesystem::path{path}.filename().string(), std::move(*text)};
}

/// In place of the one of its name, or beside the others.
void put_in(std::vector<packs::PackFile>& files, packs::PackFile file)
{
    const auto same = std::ranges::find(files, file.name, &packs::PackFile::name);
    if (same == files.end()) files.push_back(std::move(file));
    else *same = std::move(file);
}

void describe(const std::string& name, const questionnaire::Instrument& instrument)
{
    fmt::print("{}: {}, version {}: {} of {}\n", name, instrument.id, instrument.version, counted(std::ssize(instrument.items), "question"), counted(std::ssize(instrument.viewpoints), "viewpoint"));
    for (const auto& language : instrument.languages) {
        const auto without = questionnaire::phrases_without(instrument, language);
        fmt::print("  {} ({}){}\n", language.name, language.code, without.empty() ? "" : fmt::format(": shown in English for want of words: {}", fmt::join(without, ", ")));
    }
}

}  // namespace

int check_instruments(const Configuration& configuration, const Arguments& arguments)
{
    auto files = configuration.packs_folder.empty() ? questionnaire::built_in_instrument_files() : questionnaire::instrument_files_with_override(configuration.packs_folder);
    std::vector<packs::PackFile> asked;
    for (const auto& path : arguments.words()) {
        auto file = file_at(path);
        if (!file) return refuse(file.error());
        asked.push_back(*file);
        put_in(files, std::move(*file));
    }
    const auto instruments = questionnaire::Instruments::load(files);
    if (!instruments) {
        for (const auto& problem : instruments.error()) fmt::print("{}, line {}: {}\n", problem.file, problem.line, problem.message);
        return Exit::findings;
    }
    for (const auto& file : asked) {
        const auto instrument = questionnaire::read_instrument(file);
        describe(file.name, *instrument);
    }
    return Exit::clean;
}

}  // namespace kith::app
