#include "packs/packs.hpp"

#include "base/text.hpp"
#include "packs/pack_reader.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace kith::packs {

std::string_view Mapping::apply(std::string_view code) const
{
    auto found = pairs.find(std::string{code});
    return found == pairs.end() ? std::string_view{} : std::string_view{found->second};
}

std::string Mapping::name_and_day() const
{
    return title + ", " + dated.in_words();
}

const CodeList& Packs::list(std::string_view id) const
{
    auto found = lists_.find(id);
    if (found == lists_.end()) throw std::out_of_range("no code list " + std::string{id});
    return found->second;
}

const Mapping& Packs::mapping(std::string_view id) const
{
    auto found = mappings_.find(id);
    if (found == mappings_.end()) throw std::out_of_range("no mapping " + std::string{id});
    return found->second;
}

const Limits& Packs::limits(std::string_view id) const
{
    auto found = limits_.find(id);
    if (found == limits_.end()) throw std::out_of_range("no limits " + std::string{id});
    return found->second;
}

const Mapping* Packs::mapping_between(std::string_view from, std::string_view to) const
{
    const Mapping* latest = nullptr;
    for (const auto& [id, mapping] : mappings_)
        if (mapping.from == from && mapping.to == to && (latest == nullptr || latest->dated < mapping.dated)) latest = &mapping;
    return latest;
}

std::expected<Packs, std::vector<PackProblem>> Packs::load(const std::vector<PackFile>& files)
{
    std::vector<PackProblem> problems;
    Drafts drafts;
    for (const auto& file : files) read_pack(file, drafts, problems);
    check_together(drafts, problems);
    if (!problems.empty()) return std::unexpected(std::move(problems));
    Packs packs;
    for (const auto& draft : drafts.limits)
        packs.limits_.emplace(draft.id, Limits{draft.id, draft.title, draft.source, draft.dated, with_inherited(draft, drafts.limits),
                                               choices_with_inherited(draft, drafts.limits)});
    for (auto& draft : drafts.lists)
        packs.lists_.emplace(draft.id, CodeList{draft.id, draft.title, draft.source, draft.dated, std::move(draft.codes)});
    for (auto& draft : drafts.mappings) packs.mappings_.emplace(draft.mapping.id, std::move(draft.mapping));
    return packs;
}

std::vector<PackFile> files_with_override(const std::filesystem::path& folder)
{
    auto files = built_in_files();
    std::vector<std::filesystem::path> own;
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        if (entry.path().extension() == ".toml") own.push_back(entry.path());
    std::ranges::sort(own);
    for (const auto& path : own) {
        std::ifstream in{path, std::ios::binary};
        std::ostringstream text;
        text << in.rdbuf();
        auto name = path.filename().string();
        std::erase_if(files, [&](const PackFile& file) { return file.name == name; });
        files.push_back({std::move(name), std::move(text).str()});
    }
    return files;
}

Packs built_in()
{
    auto packs = Packs::load(built_in_files());
    if (packs) return std::move(packs).value();
    const auto& first = packs.error().front();
    throw std::logic_error("built-in pack " + first.file + " line " + std::to_string(first.line) + ": " + first.message);
}

}  // namespace kith::packs
