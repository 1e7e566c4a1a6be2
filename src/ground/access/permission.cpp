#include "access/permission.hpp"

namespace kith::access {

const std::array<PermissionRow, 43>& permission_table()
{
    using enum Permission;
    using enum Openness;
    static constexpr std::array<PermissionRow, 43> table{{
        {public_page, "public_page", everyone, "read public pages"},
        {see_design, "see_design", everyone, "look at the pieces that pages are made of"},
        {signed_in, "signed_in", anyone_signed_in, "sign out, and follow work of their own"},
        {own_account, "own_account", anyone_signed_in, "look after their own account"},
        {see_home, "see_home", anyone_signed_in, "see what needs them today"},
        {see_organisations, "see_organisations", by_role, "see organisations, settings and localities"},
        {manage_organisations, "manage_organisations", by_role, "add and change organisations, settings and localities"},
        {see_returns, "see_returns", by_role, "see returns and what was found in them"},
        {hand_in_returns, "hand_in_returns", by_role, "hand in, accept and undo returns"},
        {chase_returns, "chase_returns", by_role, "ask organisations for returns that are due"},
        {see_staff, "see_staff", by_role, "see staff records"},
        {search_staff, "search_staff", by_role, "search staff records by name"},
        {export_staff, "export_staff", by_role, "download staff records"},
        {see_birth_dates, "see_birth_dates", by_role, "see dates of birth"},
        {see_national_insurance, "see_national_insurance", by_role, "see National Insurance numbers"},
        {see_equality, "see_equality", by_role, "see ethnicity and disability"},
        {see_pay, "see_pay", by_role, "see pay and pension"},
        {see_checks, "see_checks", by_role, "see checks made on staff"},
        {see_absence, "see_absence", by_role, "see absence and days lost to it"},
        {see_sharing, "see_sharing", by_role, "see agreements on sharing staff records"},
        {manage_sharing, "manage_sharing", by_role, "make and end agreements on sharing staff records"},
        {see_own_record, "see_own_record", by_role, "see their own staff record"},
        {give_subject_access, "give_subject_access", by_role, "give people what is held about them"},
        {answer_corrections, "answer_corrections", by_role, "answer corrections that staff ask for"},
        {erase_people, "erase_people", by_role, "erase a person for good"},
        {run_retention, "run_retention", by_role, "delete what retention rules say is due"},
        {see_work_contacts, "see_work_contacts", by_role, "see whom to ring"},
        {see_workforce_figures, "see_workforce_figures", by_role, "see figures of the workforce and the rows behind them"},
        {see_guarded_figures, "see_guarded_figures", by_role, "see figures of age, pay, ethnicity, disability and absence for groups of ten or more"},
        {see_jobs, "see_jobs", by_role, "see background work"},
        {manage_jobs, "manage_jobs", by_role, "cancel and retry background work"},
        {manage_accounts, "manage_accounts", by_role, "open and close accounts and give roles"},
        {invite_people, "invite_people", by_role, "invite people to open an account"},
        {see_read_audit, "see_read_audit", by_role, "see who has looked at what"},
        {see_campaigns, "see_campaigns", by_role, "see questionnaires, how many have answered, and what came of it"},
        {manage_campaigns, "manage_campaigns", by_role, "put questionnaires to people, hand out links and read what was written in own words"},
        {collect_answers, "collect_answers", by_role, "enter what others answered on paper, in an interview or in a group"},
        {confirm_position, "confirm_position", by_role, "confirm for the board where the partnership stands"},
        {see_strategy, "see_strategy", by_role, "see plans, what is done under them, risks and money"},
        {manage_strategy, "manage_strategy", by_role, "write plans, actions, risks and money"},
        {report_progress, "report_progress", by_role, "say how their actions go"},
        {record_decisions, "record_decisions", by_role, "approve plans for the board and record decisions"},
        {hear_children, "hear_children", by_role, "be named to read what children write, and read it"},
    }};
    return table;
}

std::string_view name_of(Permission permission)
{
    return permission_table()[static_cast<std::size_t>(permission)].name;
}

Openness openness_of(Permission permission)
{
    return permission_table()[static_cast<std::size_t>(permission)].openness;
}

}  // namespace kith::access
