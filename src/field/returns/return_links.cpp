#include "returns/return_links.hpp"

#include "returns/return_store.hpp"

#include <fmt/format.h>

namespace kith::returns {
namespace {

std::string page_of(const HandedIn& handed_in) { return "/returns/" + handed_in.public_id.text(); }

}  // namespace

std::optional<ReturnLink> link_to(db::Reader& reader, const access::Reach& reach, ReturnId id)
{
    auto named = find_return(reader, id);
    if (!named || !find_return(reader, named->public_id, reach)) return std::nullopt;
    return ReturnLink{fmt::format("Return of {}", named->handed_in_at.date_in_london().in_words()), page_of(*named)};
}

std::optional<ReturnLink> latest_of(db::Reader& reader, const access::Reach& reach, access::OrganisationId organisation)
{
    auto newest = list_returns(reader, reach, {.organisation = organisation, .state = {}}, {.from = 0, .size = 1});
    if (newest.empty()) return std::nullopt;
    return ReturnLink{fmt::format("{}, handed in on {}", state_words(newest.front().state), newest.front().handed_in_at.date_in_london().in_words()),
                      page_of(newest.front())};
}

std::optional<PublicId> newest_read_by(db::Reader& reader, const access::Reach& reach, std::string_view mapping)
{
    return newest_with_mapping(reader, reach, mapping);
}

}  // namespace kith::returns
