#pragma once
// The keys that scopes are made of. They live here, below the rooms that own the things, because the access decision speaks of them.
#include "base/id.hpp"

namespace kith::access {

using AccountId = Id<struct AccountTag>;            ///< someone who may sign in
using OrganisationId = Id<struct OrganisationTag>;  ///< a partner: owned by the partnership room
using LocalityId = Id<struct LocalityTag>;          ///< a part of the area: owned by the partnership room
using StaffRecordId = Id<struct StaffRecordTag>;    ///< what one organisation reports of one person: owned by the workforce room

}  // namespace kith::access
