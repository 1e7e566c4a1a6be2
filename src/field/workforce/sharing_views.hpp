#pragma once
// Sharing agreements as pages show them. Values in, markup out. Private to the room.
#include "partnership/organisation.hpp"
#include "ui/html.hpp"
#include "web/form.hpp"
#include "workforce/sharing_agreement.hpp"

#include <vector>

namespace kith::workforce {

/// How organisations are called; those that are no longer listed say so.
struct OrganisationNames {
    std::vector<partnership::Organisation> all;
    std::string of(OrganisationId id) const;
};

std::string path_of(const SharingAgreement& agreement);

ui::Html sharing_list(const std::vector<SharingAgreement>& agreements, const OrganisationNames& names, Date today, bool may_make);
/// `owners`: the organisations for which this viewer may make one.
ui::Html sharing_fields(const web::Form& form, const OrganisationNames& names, const std::vector<partnership::Organisation>& owners);
ui::Html sharing_page(const SharingAgreement& agreement, const OrganisationNames& names, Date today, bool may_end);
ui::Html sharing_end_question(const SharingAgreement& agreement, const OrganisationNames& names);

}  // namespace kith::workforce
