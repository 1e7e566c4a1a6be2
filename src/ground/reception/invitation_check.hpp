#pragma once
// A list of people to invite, as a file or pasted: from its rows to people with their roles, and findings of the rows that cannot be taken.
// Pure: which organisations there are is a parameter. Private to this room.
#include "access/accounts.hpp"
#include "reception/desk.hpp"

#include <span>
#include <string>
#include <vector>

namespace kith::reception {

/// One row that cannot be taken, and why.
struct InvitationFinding {
    std::size_t line = 0;  ///< of the file
    std::string words;     ///< what is wrong and what to do; never repeats an address
    std::string stood{};   ///< name, place and role as they were typed, for the page that answers; not the address
};

/// One person, whose rows were put together: a bursar may be steward of three schools.
struct Invitee {
    std::size_t line = 0;  ///< their first
    access::NewAccount wanted;
    std::string stood{};   ///< as in a finding
};

struct InvitationList {
    std::vector<Invitee> people;
    std::vector<InvitationFinding> findings;  ///< in order of line
    std::size_t rows = 0;
};

/// At most so many people at once.
constexpr std::size_t most_invitees = 1000;

/// `titles`: what jobs are called whose role is certain, beside the roles' own names.
/// Reads columns email, name, organisation (a code; of a locality where the role is over one) and role (data steward where left out). A problem
/// in "people" where it is no table, lacks a column or holds too many rows.
Result<InvitationList> read_invitation_list(std::string bytes, const std::vector<Place>& organisations, const std::vector<Place>& localities,
                                            std::span<const RoleTitle> titles = {});

}  // namespace kith::reception
