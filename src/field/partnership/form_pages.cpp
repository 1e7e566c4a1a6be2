#include "partnership/form_pages.hpp"

#include "partnership/field_views.hpp"

#include <algorithm>

namespace kith::partnership {

namespace {

/// The checked value where nothing at all stands in the way.
template <class T>
std::optional<T> finished(web::Form& form, const T& value)
{
    auto good = checked(value);
    if (!good && !form.error(good.error().field)) form.add(good.error());
    if (form.has_problems()) return std::nullopt;
    return *good;
}

}  // namespace

std::optional<Organisation> read_organisation(web::Form& form, Organisation before)
{
    before.name = form.text("name");
    before.code = form.text("code");
    before.sector = form.text("sector");
    before.kind = form.text("kind");
    before.expected_headcount = read_number(form, "expected_headcount", "Number of staff you expect");
    before.opened_on = read_date(form, "opened_on", "Date opened");
    before.closed_on = read_date(form, "closed_on", "Last day");
    before.returns_every = form.text("returns_every");
    before.contact = read_contact(form);
    auto ownership = parse_ownership(form.text("ownership"));
    if (!ownership) {
        form.add(ownership.error());
    } else {
        before.ownership = *ownership;
    }
    return finished(form, before);
}

std::optional<Setting> read_setting(web::Form& form, Setting before, const std::vector<Locality>& localities)
{
    before.name = form.text("name");
    before.code = form.text("code");
    before.kind = form.text("kind");
    before.postcode = form.text("postcode");
    before.opened_on = read_date(form, "opened_on", "Date opened");
    before.closed_on = read_date(form, "closed_on", "Last day");
    before.tier = form.text("tier");
    before.places = read_number(form, "places", "Places");
    before.deprivation_band = form.text("deprivation_band");
    before.locality.reset();
    if (auto code = form.text("locality"); !code.empty()) {
        auto found = std::ranges::find(localities, code, &Locality::code);
        if (found != localities.end()) {
            before.locality = found->id;
        } else {
            form.add({ProblemKind::unacceptable, "locality", "Choose a locality from the list"});
        }
    }
    return finished(form, before);
}

std::optional<Locality> read_locality(web::Form& form, Locality before)
{
    before.name = form.text("name");
    before.code = form.text("code");
    return finished(form, before);
}

void fill(web::Form& form, const Organisation& organisation)
{
    form.fill("name", organisation.name).fill("code", organisation.code).fill("sector", organisation.sector).fill("kind", organisation.kind);
    form.fill("ownership", std::string{code_of(organisation.ownership)});
    if (organisation.expected_headcount) form.fill("expected_headcount", std::to_string(*organisation.expected_headcount));
    form.fill("returns_every", organisation.returns_every);
    fill(form, organisation.contact);
    fill_date(form, "opened_on", organisation.opened_on);
    fill_date(form, "closed_on", organisation.closed_on);
}

void fill(web::Form& form, const Setting& setting, const std::vector<Locality>& localities)
{
    form.fill("name", setting.name).fill("code", setting.code).fill("kind", setting.kind).fill("postcode", setting.postcode);
    if (setting.locality) {
        auto found = std::ranges::find(localities, *setting.locality, &Locality::id);
        if (found != localities.end()) form.fill("locality", found->code);
    }
    form.fill("tier", setting.tier).fill("deprivation_band", setting.deprivation_band);
    if (setting.places) form.fill("places", std::to_string(*setting.places));
    fill_date(form, "opened_on", setting.opened_on);
    fill_date(form, "closed_on", setting.closed_on);
}

void fill(web::Form& form, const Locality& locality)
{
    form.fill("name", locality.name).fill("code", locality.code);
}

}  // namespace kith::partnership
