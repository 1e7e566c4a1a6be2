#include "workforce/sharing_pages.hpp"

#include "partnership/organisation_register.hpp"
#include "ui/words.hpp"
#include "workforce/sharing_register.hpp"
#include "workforce/sharing_views.hpp"

#include <algorithm>

namespace kith::workforce {

namespace {

using access::Permission;

const web::Crumb sharing_crumb{.text = "Sharing agreements", .href = "/sharing"};

Result<SharingAgreement> agreement_asked_for(web::Visit& visit)
{
    auto id = visit.public_id("agreement");
    if (!id) return std::unexpected(id.error());
    return find_agreement(visit.reader(), visit.reach(), *id);
}

/// The agreement, where this viewer may end it: not found to those of the other side.
Result<SharingAgreement> agreement_to_end(web::Visit& visit)
{
    auto agreement = agreement_asked_for(visit);
    if (agreement && !visit.reach().covers(agreement->owner)) return not_found("Sharing agreement");
    return agreement;
}

OrganisationNames names_for(web::Visit& visit)
{
    return {partnership::all_organisations(visit.reader())};
}

std::vector<partnership::Organisation> owners_for(web::Visit& visit, const OrganisationNames& names)
{
    std::vector<partnership::Organisation> owners;
    std::ranges::copy_if(names.all, std::back_inserter(owners), [&](const auto& one) { return visit.reach().covers(one.id); });
    return owners;
}

OrganisationId with_code(const std::vector<partnership::Organisation>& organisations, std::string_view code)
{
    auto found = std::ranges::find(organisations, code, &partnership::Organisation::code);
    return found == organisations.end() ? OrganisationId{} : found->id;
}

/// What tells its changes from those of other agreements, where they are listed: organisations, nobody.
std::string parties(const SharingAgreement& agreement, const OrganisationNames& names)
{
    return names.of(agreement.owner) + ", seen by " + names.of(agreement.with);
}

web::PageParts form_parts()
{
    return {.title = "Make a sharing agreement", .back = "/sharing"};
}

ui::Html form_html(web::Visit& visit, const OrganisationNames& names, const std::vector<partnership::Organisation>& owners)
{
    return ui::two_thirds(visit.in_form({.action = "/sharing/new"}, sharing_fields(visit.form(), names, owners)));
}

/// The agreement that the answers make, or nothing and the form says why.
std::optional<SharingAgreement> read_agreement(web::Form& form, const OrganisationNames& names, const std::vector<partnership::Organisation>& owners)
{
    SharingAgreement agreement{.owner = with_code(owners, form.text("owner")), .with = with_code(names.all, form.text("with")), .purpose = form.text("purpose")};
    for (const auto& name : form.all("parts")) {
        if (auto part = part_named(name)) agreement.parts.add(*part);
    }
    auto from = form.date("from", "First day");
    auto until = form.optional_date("until", "Last day");
    if (!from) form.add(from.error());
    if (!until) form.add(until.error());
    agreement.from_on = from.value_or(Date{});
    agreement.until_on = from && until ? *until : std::nullopt;
    if (auto good = check(agreement); !good) form.add(good.error());
    return form.has_problems() ? std::nullopt : std::optional{agreement};
}

}  // namespace

web::Response list_sharing(web::Visit& visit, const Sources&)
{
    const auto agreements = list_agreements(visit.reader(), visit.reach());
    return visit.page({.title = "Sharing agreements", .breadcrumbs = {{.text = "Home", .href = "/"}}, .wide = true},
                      sharing_list(agreements, names_for(visit), visit.today(), visit.may(Permission::manage_sharing)));
}

web::Response new_sharing(web::Visit& visit, const Sources&)
{
    const auto names = names_for(visit);
    visit.form().fill("from-day", std::to_string(visit.today().day())).fill("from-month", std::to_string(visit.today().month())).fill("from-year", std::to_string(visit.today().year()));
    return visit.page(form_parts(), form_html(visit, names, owners_for(visit, names)));
}

web::Response create_sharing(web::Visit& visit, const Sources&)
{
    const auto names = names_for(visit);
    const auto owners = owners_for(visit, names);
    auto agreement = read_agreement(visit.form(), names, owners);
    if (!agreement) return visit.try_again(form_parts(), form_html(visit, names, owners));
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Sharing agreement made: " + parties(*agreement, names)};
    auto added = add(changes, *agreement, visit.now());
    if (!added) return visit.problem(added.error());
    visit.writer().commit();
    return visit.redirect(path_of(*added), "Sharing agreement made");
}

web::Response show_sharing(web::Visit& visit, const Sources&)
{
    auto agreement = agreement_asked_for(visit);
    if (!agreement) return visit.problem(agreement.error());
    return visit.page({.title = "Sharing agreement", .breadcrumbs = {{.text = "Home", .href = "/"}, sharing_crumb}},
                      sharing_page(*agreement, names_for(visit), visit.today(), visit.reach(Permission::manage_sharing).covers(agreement->owner)));
}

web::Response ask_to_end_sharing(web::Visit& visit, const Sources&)
{
    auto agreement = agreement_to_end(visit);
    if (!agreement) return visit.problem(agreement.error());
    return visit.page({.title = "End this sharing agreement?", .back = path_of(*agreement)},
                      ui::two_thirds(visit.in_form({.action = path_of(*agreement) + "/end"}, sharing_end_question(*agreement, names_for(visit)))));
}

web::Response end_sharing(web::Visit& visit, const Sources&)
{
    auto agreement = agreement_to_end(visit);
    if (!agreement) return visit.problem(agreement.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Sharing agreement ended: " + parties(*agreement, names_for(visit))};
    if (auto ended = end_agreement(changes, *agreement, visit.today().plus_days(-1)); !ended) return visit.problem(ended.error());
    visit.writer().commit();
    return visit.redirect(path_of(*agreement), "Sharing agreement ended");
}

}  // namespace kith::workforce
