#pragma once
// How one pack file becomes a code list, a mapping or a set of limits, and what must hold between them. For packs.cpp and its tests only.
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

struct DraftLimits {
    std::string file;
    int line = 0;
    std::string id, title, source, inherits;
    Date dated;
    std::vector<Limit> limits;
    std::vector<Choice> choices;
};

/// What the files say, before it is known whether they fit together.
struct Drafts {
    std::vector<DraftList> lists;
    std::vector<DraftMapping> mappings;
    std::vector<DraftLimits> limits;
};

/// Reads one file into `drafts`; what is wrong with it goes to `problems`.
void read_pack(const PackFile& file, Drafts& drafts, std::vector<PackProblem>& problems);
/// What must hold between the files: ids once, parents, attribute values and mapped codes there, nothing forgotten, limits inherited from
/// what is there.
void check_together(const Drafts& drafts, std::vector<PackProblem>& problems);
/// The limits of `draft` with those that it inherits, its own in the place of theirs. Only after check_together found nothing.
std::vector<Limit> with_inherited(const DraftLimits& draft, const std::vector<DraftLimits>& all);
/// The same of its choices.
std::vector<Choice> choices_with_inherited(const DraftLimits& draft, const std::vector<DraftLimits>& all);

}  // namespace kith::packs
