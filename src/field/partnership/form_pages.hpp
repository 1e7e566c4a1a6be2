#pragma once
// From the answers of this room's forms to values and back. No SQL, no markup; problems are put on the form.
#include "partnership/organisation.hpp"
#include "web/form.hpp"

#include <optional>
#include <vector>

namespace kith::partnership {

/// The values of the form on top of `before`, or nothing and the form says why.
std::optional<Organisation> read_organisation(web::Form& form, Organisation before);
std::optional<Setting> read_setting(web::Form& form, Setting before, const std::vector<Locality>& localities);
std::optional<Locality> read_locality(web::Form& form, Locality before);

/// What the form shows when it is opened to change something.
void fill(web::Form& form, const Organisation& organisation);
void fill(web::Form& form, const Setting& setting, const std::vector<Locality>& localities);
void fill(web::Form& form, const Locality& locality);

}  // namespace kith::partnership
