#pragma once
// How pages of other rooms point at a return: its words and where its page is, for those within whose reach it lies.
#include "access/reach.hpp"
#include "returns/handed_in.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kith::db {
class Reader;
}

namespace kith::returns {

struct ReturnLink {
    std::string words;  ///< "Staff return of 3 October 2026", or "Accepted, handed in on 3 October 2026"
    std::string href;
};

/// The return that a change set names; nothing where it is not there or outside `reach`.
std::optional<ReturnLink> link_to(db::Reader& reader, const access::Reach& reach, ReturnId id);

/// The newest return of `organisation`, and where it stands; nothing where there is none within `reach`.
std::optional<ReturnLink> latest_of(db::Reader& reader, const access::Reach& reach, access::OrganisationId organisation);

/// The newest return whose columns `mapping` (without its version) read, and whose file is still held; nothing where there is none within `reach`.
std::optional<PublicId> newest_read_by(db::Reader& reader, const access::Reach& reach, std::string_view mapping);

}  // namespace kith::returns
