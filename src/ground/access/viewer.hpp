#pragma once
// Who is asking: an account with the grants it holds today. Loaded once per request; a value, never a session or a cookie.
#include "access/ids.hpp"
#include "access/role.hpp"

#include <string>
#include <vector>

namespace kith::access {

/// Where a grant reaches: the whole area, or the one thing that `key` names.
struct Scope {
    ScopeKind kind = ScopeKind::own_record;
    std::int64_t key = 0;  ///< locality, organisation or staff record by kind; 0 for the area

    static Scope area() { return {ScopeKind::area, 0}; }
    static Scope locality(LocalityId id) { return {ScopeKind::locality, id.value()}; }
    static Scope organisation(OrganisationId id) { return {ScopeKind::organisation, id.value()}; }
    static Scope own_record(StaffRecordId id) { return {ScopeKind::own_record, id.value()}; }
    /// True where the kind has the key it needs, and the area has none.
    bool is_whole() const { return (kind == ScopeKind::area) == (key == 0); }
    auto operator<=>(const Scope&) const = default;
};

/// One role in one scope.
struct Grant {
    Role role = Role::practitioner;
    Scope scope;
    /// True where the role takes that kind of scope and the scope is whole. A grant that does not fit gives nothing.
    bool fits() const { return row_of(role).scope == scope.kind && scope.is_whole(); }
    auto operator<=>(const Grant&) const = default;
};

/// The person behind a request, or nobody.
struct Viewer {
    AccountId account;          ///< unset where nobody is signed in
    std::string name;           ///< as the account holder wishes to be called
    std::vector<Grant> grants;  ///< those that run today
    bool awaits_second_step = false;  ///< holds roles that need a second step of signing in; until then they are not among the grants

    bool is_signed_in() const { return account.is_set(); }
    bool has_role(Role role) const;
};

}  // namespace kith::access
