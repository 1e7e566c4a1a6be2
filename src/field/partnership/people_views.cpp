#include "partnership/people_views.hpp"

#include "ui/words.hpp"

namespace kith::partnership {

namespace {

/// "Link worker, Oak School".
ui::Html job_and_employer(const PersonLine& person, const StaffNames& names)
{
    auto job = person.contact.job;
    if (job.empty() && person.record) {
        if (auto at = names.find(*person.record); at != names.end()) job = at->second.job;
    }
    auto words = ui::text(job);
    if (person.employer.empty()) return words;
    if (!job.empty()) words += ui::text(", ");
    return words + (person.employer_href.empty() ? ui::text(person.employer) : ui::link(person.employer, person.employer_href));
}

}  // namespace

StaffNames staff_names(web::Visit& visit, const Sources& sources, std::vector<StaffRecordId> records)
{
    if (records.empty() || !sources.staff_names) return {};
    return sources.staff_names(visit, records);
}

ui::Html name_of(const PersonLine& person, const StaffNames& names)
{
    if (person.record) {
        if (auto at = names.find(*person.record); at != names.end()) return at->second.href.empty() ? ui::text(at->second.name) : ui::link(at->second.name, at->second.href);
    }
    if (!person.contact.name.reveal().empty()) return ui::text(person.contact.name.reveal());
    return ui::text(person.record ? "Name not shown to you" : "No name given");
}

ui::Html ways_to_reach(const WorkContact& contact)
{
    ui::Html ways;
    if (!contact.phone.reveal().empty()) ways += ui::link(contact.phone.reveal(), dialled(contact.phone), "govuk-link govuk-!-font-weight-bold kith-unbroken");
    if (contact.email.reveal().empty()) return ways;
    if (!ways.empty()) ways += ui::element("br", ui::Attributes{});
    return ways + ui::link(contact.email.reveal(), "mailto:" + contact.email.reveal(), "govuk-link kith-breakable");
}

ui::Html person_block(const PersonLine& person, const StaffNames& names)
{
    ui::Html lines;
    if (!person.about.empty()) lines += ui::strong(person.about) + ui::element("br", ui::Attributes{});
    lines += name_of(person, names);
    if (auto job = job_and_employer(person, names); !job.empty()) lines += ui::text(", ") + job;
    if (auto ways = ways_to_reach(person.contact); !ways.empty()) lines += ui::element("br", ui::Attributes{}) + ways;
    if (!person.when.empty()) lines += ui::element("br", ui::Attributes{}) + ui::element("span", {{"class", "govuk-hint govuk-!-font-size-16"}}, ui::text(person.when));
    if (!person.change_href.empty()) lines += ui::not_in_print(ui::link_about("Change", person.about.empty() ? "this entry" : person.about, person.change_href));
    return lines;
}

}  // namespace kith::partnership
