#include "reception/scope_words.hpp"

#include "base/text.hpp"

#include <charconv>

namespace kith::reception {

namespace {

std::map<std::int64_t, std::string> by_key(const std::vector<Place>& places)
{
    std::map<std::int64_t, std::string> names;
    for (const auto& place : places) names.emplace(place.key, place.name);
    return names;
}

std::string name_in(const std::map<std::int64_t, std::string>& names, std::int64_t key, std::string_view kind)
{
    const auto found = names.find(key);
    return found == names.end() ? std::string{kind} + " no longer there" : found->second;
}

}  // namespace

std::string ScopeWords::of(access::OrganisationId organisation)
{
    if (!organisations_) organisations_ = by_key(places_.organisations(reader_));
    return name_in(*organisations_, organisation.value(), "an organisation");
}

std::string ScopeWords::of(const access::Scope& scope)
{
    switch (scope.kind) {
    case access::ScopeKind::area: return "the whole area";
    case access::ScopeKind::own_record: return "their own record";
    case access::ScopeKind::organisation: return of(access::OrganisationId{scope.key});
    case access::ScopeKind::locality: break;
    }
    if (!localities_) localities_ = by_key(places_.localities(reader_));
    return name_in(*localities_, scope.key, "a locality");
}

std::string ScopeWords::of(const access::Grant& grant)
{
    return std::string{access::row_of(grant.role).label} + ": " + of(grant.scope);
}

std::string ScopeWords::of_journal(const std::string& detail)
{
    const auto parts = split(detail, ' ');
    const auto role = access::role_named(parts.front());
    if (!role) return detail;
    if (parts.size() == 1) return of(access::Grant{*role, access::Scope::area()});
    const auto kind = parts.size() == 4 ? access::scope_kind_named(parts[2]) : std::nullopt;
    std::int64_t key = 0;
    if (!kind || std::from_chars(parts[3].data(), parts[3].data() + parts[3].size(), key).ec != std::errc{}) return detail;
    return of(access::Grant{*role, access::Scope{*kind, key}});
}

std::string in_words(const Period& period)
{
    if (!period.to) return "From " + period.from.in_words();
    if (*period.to < period.from) return "Ended on the day it was given";
    return period.from.in_words() + " to " + period.to->in_words();
}

}  // namespace kith::reception
