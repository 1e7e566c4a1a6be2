#pragma once
// Every act that Kith can be asked for, in plain words, one meaning each. A route names exactly one; who holds it is role.hpp's table.
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace kith::access {

enum class Permission : std::uint8_t {
    public_page,            ///< read what anyone may read: sign-in, accessibility statement, privacy
    see_design,             ///< look at the design system's pieces; holds nothing of anyone
    signed_in,              ///< be signed in, no more: sign out, follow a job of one's own
    own_account,            ///< change one's own password, sign out everywhere
    see_home,               ///< what needs me today
    see_organisations,      ///< read about organisations, settings and localities
    manage_organisations,   ///< add and change organisations, settings and localities
    see_returns,            ///< read returns, their findings and differences
    hand_in_returns,        ///< hand in a return, accept it, withdraw it, undo it
    chase_returns,          ///< ask organisations for returns that are due
    see_staff,              ///< read staff records, a row each
    search_staff,           ///< find staff records by name or reference
    export_staff,           ///< take staff records away in a file
    see_birth_dates,        ///< read dates of birth on staff records
    see_national_insurance, ///< read National Insurance numbers on staff records
    see_equality,           ///< read ethnicity and disability on staff records
    see_pay,                ///< read pay and pension on staff records
    see_checks,             ///< read checks (criminal record, barred list and the like) on staff records
    see_absence,            ///< read absence and the days lost to it on staff records: data about health
    see_sharing,            ///< read agreements by which organisations share staff records
    manage_sharing,         ///< make and end such agreements for the organisation that owns the records
    see_own_record,         ///< read what organisations hold of oneself
    give_subject_access,    ///< give a person everything that is held about them
    answer_corrections,     ///< answer what people say is wrong about them
    erase_people,           ///< erase a person for good, and read what was erased
    run_retention,          ///< see what is due to be deleted, and delete it
    see_work_contacts,      ///< read whom to ring about what
    see_workforce_figures,  ///< count staff by any filter, with the rows behind the figures
    see_guarded_figures,    ///< count staff by age, pay, ethnicity, disability and days lost to sickness in groups large enough to hide anyone, without those rows
    see_jobs,               ///< watch everyone's background work
    manage_jobs,            ///< cancel and retry everyone's background work
    manage_accounts,        ///< open, close and reset accounts, give and end roles
    invite_people,          ///< ask people to open an account in a role, watch who has, remind and withdraw
    see_read_audit,         ///< read who has looked at what
    see_campaigns,          ///< read which questionnaires are put to whom, how many have answered, and what came of it in groups large enough to hide anyone
    manage_campaigns,       ///< put questionnaires to people, hand out links, close campaigns, and read what was written in own words
    collect_answers,        ///< enter what others answered on paper, in an interview or in a group
    confirm_position,       ///< confirm for the board where the partnership stands
    see_strategy,           ///< read plans, what is to be done under them, how it goes, risks and money
    manage_strategy,        ///< write plans, actions, risks and money, and carry plans from draft to approval
    report_progress,        ///< say how the actions go that one is named for
    record_decisions,       ///< approve plans for the board and record what it decided
    hear_children,          ///< be named to read what children write, and read it where one is named
};

/// Who holds a permission before any role is asked for.
enum class Openness : std::uint8_t {
    everyone,         ///< signed in or not
    anyone_signed_in, ///< every account
    by_role,          ///< those whose roles hold it, within their scopes
};

struct PermissionRow {
    Permission permission;
    std::string_view name;   ///< as it stands in code, tests and the route table
    Openness openness;
    std::string_view words;  ///< completes "may ..."
};

/// The whole list, in the order of the enumeration.
const std::array<PermissionRow, 43>& permission_table();

std::string_view name_of(Permission permission);
Openness openness_of(Permission permission);

/// A set of permissions, small enough to pass by value.
class PermissionSet {
public:
    constexpr PermissionSet() = default;
    constexpr PermissionSet(std::initializer_list<Permission> permissions)
    {
        for (auto permission : permissions) bits_ |= bit(permission);
    }
    constexpr bool holds(Permission permission) const { return (bits_ & bit(permission)) != 0; }
    constexpr bool operator==(const PermissionSet&) const = default;

private:
    static constexpr std::uint64_t bit(Permission permission) { return std::uint64_t{1} << static_cast<unsigned>(permission); }
    std::uint64_t bits_ = 0;
};

}  // namespace kith::access
