#pragma once
// How people are called by name, wherever they are shown to someone who may know them.
#include "workforce/staff_record.hpp"

#include <string>

namespace kith::workforce {

/// "Ana Reyes"; the one of the two that is held; empty where neither is.
inline std::string full_name(const PersonName& given, const PersonName& family)
{
    return given.reveal() + (given.reveal().empty() || family.reveal().empty() ? "" : " ") + family.reveal();
}

/// The same; `otherwise` where no name is held.
inline std::string full_name_or(const PersonName& given, const PersonName& family, std::string otherwise)
{
    auto name = full_name(given, family);
    return name.empty() ? std::move(otherwise) : name;
}

}  // namespace kith::workforce
