#include "access/role.hpp"

namespace kith::access {

// Who may do what. What everyone and every account may do (permission.cpp) is not repeated here.
const std::array<RoleRow, 7>& role_table()
{
    using enum Permission;
    static constexpr std::array<RoleRow, 7> table{{
        {Role::administrator, "administrator", "Administrator", ScopeKind::area,
         {see_organisations, see_work_contacts, see_jobs, manage_jobs, manage_accounts, invite_people, see_read_audit},
         "Opens and closes accounts, gives roles, watches background work and sees who has looked at what; sees no staff records"},

        {Role::workforce_lead, "workforce_lead", "Workforce lead", ScopeKind::area,
         {see_organisations, manage_organisations, see_returns, hand_in_returns, chase_returns, see_staff, search_staff, export_staff,
          see_birth_dates, see_checks, see_sharing, manage_sharing, give_subject_access, answer_corrections, erase_people, run_retention, see_work_contacts,
          see_workforce_figures, see_guarded_figures, see_jobs, invite_people, see_campaigns, manage_campaigns, collect_answers, hear_children,
          see_strategy, manage_strategy, report_progress},
         "Sees the whole area's staff and figures, looks after organisations, can hand in a return for any of them, answers people about their records, invites their people and puts questionnaires to them, and writes plans"},

        {Role::locality_lead, "locality_lead", "Locality lead", ScopeKind::locality,
         {see_organisations, see_staff, search_staff, export_staff, see_work_contacts, see_workforce_figures, see_guarded_figures, see_campaigns, collect_answers, hear_children,
          see_strategy, report_progress},
         "Sees the staff and figures of one locality, and enters what its people answered on paper or in a group"},

        {Role::data_steward, "data_steward", "Data steward", ScopeKind::organisation,
         {see_organisations, see_returns, hand_in_returns, see_staff, search_staff, export_staff, see_birth_dates, see_national_insurance,
          see_equality, see_pay, see_checks, see_absence, see_sharing, manage_sharing, give_subject_access, answer_corrections, erase_people, run_retention, see_work_contacts,
          see_workforce_figures, see_guarded_figures, see_campaigns, collect_answers, hear_children, see_strategy, report_progress},
         "Hands in one organisation's returns, sees its staff and figures, and answers people about their records"},

        {Role::manager, "manager", "Manager", ScopeKind::organisation,
         {see_organisations, see_staff, search_staff, see_checks, see_work_contacts, see_workforce_figures, see_campaigns, collect_answers, hear_children, see_strategy, report_progress},
         "Sees the staff and figures of one organisation, and the checks made on them; not their pay, ethnicity, absence or dates of birth"},

        {Role::practitioner, "practitioner", "Practitioner", ScopeKind::own_record,
         {see_own_record, see_work_contacts, see_birth_dates, see_national_insurance, see_equality, see_pay, see_checks, see_absence},
         "Sees what is held about themselves"},

        {Role::board_member, "board_member", "Board member", ScopeKind::area,
         {see_organisations, see_work_contacts, see_campaigns, confirm_position, see_strategy, report_progress, record_decisions},
         "Sees organisations and what questionnaires brought, confirms where the partnership stands, approves plans, and sees no staff records"},
    }};
    return table;
}

const RoleRow& row_of(Role role)
{
    return role_table()[static_cast<std::size_t>(role)];
}

std::optional<Role> role_named(std::string_view name)
{
    for (const auto& row : role_table()) {
        if (row.name == name) return row.role;
    }
    return std::nullopt;
}

std::string_view name_of(ScopeKind kind)
{
    static constexpr std::array<std::string_view, 4> names{"area", "locality", "organisation", "own_record"};
    return names[static_cast<std::size_t>(kind)];
}

std::optional<ScopeKind> scope_kind_named(std::string_view name)
{
    for (auto kind : {ScopeKind::area, ScopeKind::locality, ScopeKind::organisation, ScopeKind::own_record}) {
        if (name_of(kind) == name) return kind;
    }
    return std::nullopt;
}

}  // namespace kith::access
