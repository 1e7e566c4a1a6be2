#pragma once
// What the returns room is given by the house: the kinds of file it takes, and whose files they may be. Filled once at start.
#include "access/reach.hpp"
#include "returns/kind.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::returns {

/// An organisation as this room needs it: to choose, to name and to filter by.
struct OrganisationName {
    access::OrganisationId id;
    PublicId public_id;
    std::string code;
    std::string name;
    std::string kind = {};  ///< code of its kind; empty where not known
    bool operator==(const OrganisationName&) const = default;
};

/// The partnership's organisations, by way of two functions, since rooms of one floor do not include each other.
struct Organisations {
    /// Those within reach, by name.
    std::function<std::vector<OrganisationName>(db::Reader&, const access::Reach&)> list;
    /// By code or public id.
    std::function<std::optional<OrganisationName>(db::Reader&, std::string_view)> find;
};

struct Desk {
    Kinds kinds;
    Organisations organisations;
    std::string changes_href{};  ///< where whoever manages organisations undoes changes by hand: "/{change}/undo" below it
};

}  // namespace kith::returns
