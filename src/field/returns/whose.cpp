#include "returns/whose.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kith::returns {
namespace {

Result<Whose> as_chosen(const HandingIn& by)
{
    if (by.chosen == several && by.whole_area) return Whose{};
    const auto found = std::ranges::find_if(by.organisations, [&](const auto& one) { return one.public_id.text() == by.chosen; });
    if (found == by.organisations.end()) return unacceptable("organisation", "Choose whose return it is");
    return Whose{.organisation = found->id};
}

/// Where nothing was chosen. A code that nobody knows is a finding of its row; one that is known says that the file speaks for itself.
Whose as_its_rows_say(const HandingIn& by, const Kind& kind, const File& file)
{
    if (!kind.names_organisations) return {.organisation = {}, .ask = true};
    const auto codes = kind.names_organisations(file);
    std::optional<access::OrganisationId> known;
    for (const auto& one : by.organisations)
        if (std::ranges::any_of(codes, [&](const auto& code) { return lower_ascii(code) == lower_ascii(one.code); })) known = one.id;
    if (!known) return {.organisation = {}, .ask = true};
    if (by.whole_area) return {};  // its check says whether it is one organisation's throughout
    return codes.size() == 1 ? Whose{.organisation = known} : Whose{.organisation = {}, .ask = true};
}

}  // namespace

Result<Whose> whose(const HandingIn& by, const Kind& kind, const File& file)
{
    if (!kind.for_one_organisation) return Whose{};
    if (by.organisations.size() == 1 && !by.whole_area) return Whose{.organisation = by.organisations.front().id};
    if (!by.chosen.empty()) return as_chosen(by);
    if (!by.organisations.empty()) return as_its_rows_say(by, kind, file);
    if (!by.whole_area) return unacceptable("organisation", "Choose whose return it is");
    if (kind.lists_people) return unacceptable("file", "There is no organisation yet. Hand in the file of organisations first, then this one");
    return Whose{};  // of workplaces, for one: it brings its organisations itself
}

std::vector<OrganisationName> returners_of(const Kind& kind, const std::vector<OrganisationName>& organisations)
{
    auto found = organisations;
    if (!kind.returned_by.empty()) std::erase_if(found, [&](const auto& one) { return one.kind != kind.returned_by; });
    return found;
}

}  // namespace kith::returns
