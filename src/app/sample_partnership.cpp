#include "app/sample_partnership.hpp"

#include "app/sample_calendar.hpp"

#include <fmt/format.h>

#include <map>

namespace kith::app {
namespace {

std::string lower(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::string phone(Dice& dice) { return fmt::format("01632 960{:03}", dice.between(0, 999)); }
std::string person(Dice& dice)
{
    auto given = composed_given_name(dice);
    return given + " " + composed_family_name(dice);
}

bool is_playgroup(const SampleEmployer& employer) { return employer.pattern->kind == "preschool"; }
bool is_school(const SampleEmployer& employer) { return employer.pattern->setting_kind.ends_with("school") && !is_playgroup(employer); }
bool is_nursery(const SampleEmployer& employer) { return employer.pattern->kind == "nursery"; }

/// Of the employer with that code, references of those who work there today in that role.
std::vector<std::string> in_post(const std::vector<SampleHandsIn>& all, std::string_view code, std::string_view role, Date today)
{
    std::vector<std::string> references;
    for (const auto& one : all) {
        if (one.employer->code != code) continue;
        for (const auto& person : one.staff.people)
            if (person.works_on(today) && person.started < one.days.back() && person.terms.front().role == role) references.push_back(person.reference);
    }
    return references;
}

std::string numbers_file(const std::vector<SampleEmployer>& employers)
{
    std::string text = "organisation,setting_code,number_kind,number,from,until\n";
    int number = 0;
    for (const auto& employer : employers) {
        ++number;
        const auto& kind = employer.pattern->kind;
        if (is_school(employer)) text += fmt::format("{},{},urn,{},,\n", employer.code, employer.settings.front().code, 900'000 + number);
        else if (is_nursery(employer) || kind == "childminder") text += fmt::format("{},{},ofsted_urn,EY{},,\n", employer.code, employer.settings.front().code, 900'000 + number);
        else if (kind == "charity") text += fmt::format("{},,charity,{},,\n", employer.code, 9'000'000 + number);
        else if (kind == "health_trust") text += fmt::format("{},,ods,ZZ{},,\n", employer.code, employer.code.back());
        else if (kind == "college") text += fmt::format("{},,ukprn,{},,\n", employer.code, 19'000'000 + number);
    }
    return text;
}

/// The first three nurseries are a chain, and the second academy came to the first one's trust last year.
std::string links_file(const std::vector<SampleEmployer>& employers, Date today)
{
    std::string text = "organisation,link,other,from,until\n";
    std::map<std::string_view, std::vector<std::string>> by_prefix;
    for (const auto& employer : employers) by_prefix[employer.pattern->prefix].push_back(employer.code);
    const auto& nurseries = by_prefix["NUR"];
    for (std::size_t i = 1; i < nurseries.size() && i < 3; ++i) text += fmt::format("{},parent,{},{},\n", nurseries[i], nurseries[0], today.plus_years(-4).uk());
    const auto& academies = by_prefix["SEC"];
    if (academies.size() > 1) text += fmt::format("{},parent,{},{},\n", academies[1], academies[0], today.plus_years(-1).uk());
    return text;
}

std::string clusters_file(const std::vector<SampleEmployer>& employers, SampleSize size, Date today)
{
    std::string text = "cluster_code,cluster_name,locality_code,organisation,setting_code,from,until\n";
    for (const auto& locality : sample_localities(size)) {
        for (const auto& employer : employers) {
            if (!is_school(employer) && !is_nursery(employer)) continue;
            for (const auto& setting : employer.settings) {
                if (setting.locality != locality.code) continue;
                text += fmt::format("{},{} schools and nurseries,{},{},{},{},\n", lower(std::string{locality.code}), locality.name, locality.code, employer.code, setting.code, today.plus_years(-3).uk());
            }
        }
    }
    return text;
}

std::string teams_file(SampleSize size, Date today)
{
    std::string text = "team_code,name,team_kind,led_by,locality_code,from,until\n";
    for (const auto& locality : sample_localities(size)) {
        text += fmt::format("early-{},Early help {},early_help_team,COU01,{},{},\n", lower(std::string{locality.code}), locality.name, locality.code, today.plus_years(-2).uk());
    }
    return text + fmt::format("panel,Requests panel,panel,COU01,,{},\n", today.plus_years(-2).uk());
}

std::string members_file(Dice& dice, const std::vector<SampleHandsIn>& all, SampleSize size, Date today)
{
    std::string text = "team_code,standing,organisation,staff_reference,contact_name,contact_job,contact_phone,contact_email,from,until\n";
    const auto workers = in_post(all, "COU01", "family_support_worker", today), visitors = in_post(all, "NHS01", "health_visitor", today);
    std::size_t worker = 0, visitor = 0;
    for (const auto& locality : sample_localities(size)) {
        const auto team = "early-" + lower(std::string{locality.code});
        for (int i = 0; i < 3 && worker < workers.size(); ++i) text += fmt::format("{},core,COU01,{},,Family support worker,,,{},\n", team, workers[worker++], today.plus_years(-2).uk());
        if (visitor < visitors.size()) text += fmt::format("{},virtual,NHS01,{},,Health visitor,,,{},\n", team, visitors[visitor++], today.plus_years(-1).uk());
        text += fmt::format("{},virtual,POL01,,,Neighbourhood officer,,,{},\n", team, today.plus_years(-1).uk());
        text += fmt::format("{},virtual,VOL01,,{},Youth worker,{},,{},\n", team, person(dice), phone(dice), today.plus_years(-1).uk());
    }
    for (const auto* organisation : {"COU01", "NHS01", "POL01", "YJS01"}) text += fmt::format("panel,core,{},,,Service manager,,,{},\n", organisation, today.plus_years(-2).uk());
    return text;
}

std::string named_links_file(Dice& dice, const std::vector<SampleEmployer>& employers, SampleSize size, Date today)
{
    std::string text = "link_kind,organisation,setting_code,cluster_code,contact_name,contact_job,contact_phone,contact_email,works_for,staff_reference,from,until\n";
    for (const auto& locality : sample_localities(size)) {
        const auto code = lower(std::string{locality.code});
        text += fmt::format("cluster_coordinator,,,{},{},Cluster coordinator,{},{}@westmere.example,COU01,,{},\n", code, person(dice), phone(dice), code, today.plus_years(-2).uk());
        text += fmt::format("police_link,,,{},{},Safer schools officer,{},,POL01,,{},\n", code, person(dice), phone(dice), today.plus_years(-1).uk());
    }
    for (const auto& employer : employers) {
        if (!is_school(employer) && !(is_nursery(employer) && dice.happens(60))) continue;
        const auto& setting = employer.settings.front().code;
        text += fmt::format("caf_link,{},{},,{},Early help link worker,{},,COU01,,{},\n", employer.code, setting, person(dice), phone(dice), today.plus_years(-1).uk());
        text += fmt::format("safeguarding,{},{},,{},,{},,{},,{},\n", employer.code, setting, person(dice), phone(dice), employer.code, today.plus_years(-2).uk());
        if (is_school(employer)) text += fmt::format("health_link,{},{},,{},School nurse,{},,NHS01,,{},\n", employer.code, setting, person(dice), phone(dice), today.plus_years(-1).uk());
    }
    return text;
}

}  // namespace

std::string sample_contact(Dice& dice, const SampleEmployer& employer)
{
    const auto job = is_school(employer) ? "School business manager" : is_nursery(employer) ? "Nursery manager" : employer.pattern->kind == "childminder" ? "Childminder" : "Workforce officer";
    auto name = person(dice);
    return fmt::format("{},{},{},office@{}.westmere.example", name, job, phone(dice), lower(employer.code));
}

std::vector<SampleFile> partnership_files(std::uint64_t seed, Date today, SampleSize size, const std::vector<SampleHandsIn>& all)
{
    Dice dice{seed ^ 0x50415254U};
    std::vector<SampleEmployer> employers;
    for (const auto& one : all) employers.push_back(*one.employer);
    const auto file = [](std::string name, std::string text) { return SampleFile{.name = std::move(name), .organisation = {}, .text = std::move(text), .on = {}, .speaks = {}}; };
    auto members = members_file(dice, all, size, today);
    auto links = named_links_file(dice, employers, size, today);
    std::vector<SampleFile> files;
    files.push_back(file("organisation-links.csv", links_file(employers, today)));
    files.push_back(file("register-numbers.csv", numbers_file(employers)));
    files.push_back(file("clusters.csv", clusters_file(employers, size, today)));
    files.push_back(file("teams.csv", teams_file(size, today)));
    files.push_back(file("team-members.csv", std::move(members)));
    files.push_back(file("named-links.csv", std::move(links)));
    return files;
}

}  // namespace kith::app
