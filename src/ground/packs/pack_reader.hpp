#pragma once
// How one pack file becomes a code list or a mapping, and what must hold between them. For packs.cpp and its tests only.
#include "packs/packs.hpp"

namespace kith::packs {

struct DraftList {
    std::string file;
    int line = 0;
    std::string id, title, source, parents;
    Date dated;
    std::vector<std::pair<std::string, std::string>> attributes;  ///< name of the attribute and the list that its values are of
    std::vector<Code> codes;
    std::vector<int> lines;  ///< of each code
};

struct DraftMapping {
    std::string file;
    int line = 0;
    Mapping mapping;
    std::unordered_map<std::string, int> lines;  ///< of each pair, by the code it starts from
};

/// Reads one file into `lists` or `mappings`; what is wrong with it goes to `problems`.
void read_pack(const PackFile& file, std::vector<DraftList>& lists, std::vector<DraftMapping>& mappings, std::vector<PackProblem>& problems);
/// What must hold between the files: ids once, parents, attribute values and mapped codes there, nothing forgotten.
void check_together(const std::vector<DraftList>& lists, const std::vector<DraftMapping>& mappings, std::vector<PackProblem>& problems);

}  // namespace kith::packs
