#include "app/sample_partnership.hpp"

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

bool is_school(const SampleEmployer& employer) { return employer.pattern->setting_kind == "school"; }
bool is_nursery(const SampleEmployer& employer) { return employer.pattern->kind == "nursery"; }

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
        else if (kind == "health_trust") text += fmt::format("{},,ods,ZZ{},,\n", employer.code, number % 10);
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

std::string clusters_file(const std::vector<SampleEmployer>& employers, Date today)
{
    std::string text = "cluster_code,cluster_name,locality_code,organisation,setting_code,from,until\n";
    for (const auto& locality : sample_localities()) {
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

std::string teams_file(Date today)
{
    std::string text = "team_code,name,team_kind,led_by,locality_code,from,until\n";
    for (const auto& locality : sample_localities()) {
        text += fmt::format("early-{},Early help {},early_help_team,COU01,{},{},\n", lower(std::string{locality.code}), locality.name, locality.code, today.plus_years(-2).uk());
    }
    return text + fmt::format("panel,Requests panel,panel,COU01,,{},\n", today.plus_years(-2).uk());
}

std::string members_file(Dice& dice, Date today)
{
    std::string text = "team_code,standing,organisation,staff_reference,contact_name,contact_job,contact_phone,contact_email,from,until\n";
    int number = 0;
    for (const auto& locality : sample_localities()) {
        const auto team = "early-" + lower(std::string{locality.code});
        for (int i = 0; i < 4; ++i) text += fmt::format("{},core,COU01,COU01-{:04},,Family support worker,,,{},\n", team, 40 + ++number, today.plus_years(-2).uk());
        text += fmt::format("{},virtual,NHS01,NHS01-{:04},,Health visitor,,,{},\n", team, number / 4, today.plus_years(-1).uk());
        text += fmt::format("{},virtual,POL01,,,Neighbourhood officer,,,{},\n", team, today.plus_years(-1).uk());
        text += fmt::format("{},virtual,VOL01,,{},Youth worker,{},,{},\n", team, person(dice), phone(dice), today.plus_years(-1).uk());
    }
    for (const auto* organisation : {"COU01", "NHS01", "POL01", "YJS01"}) text += fmt::format("panel,core,{},,,Service manager,,,{},\n", organisation, today.plus_years(-2).uk());
    return text;
}

std::string named_links_file(Dice& dice, const std::vector<SampleEmployer>& employers, Date today)
{
    std::string text = "link_kind,organisation,setting_code,cluster_code,contact_name,contact_job,contact_phone,contact_email,works_for,staff_reference,from,until\n";
    for (const auto& locality : sample_localities()) {
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

std::vector<SampleFile> partnership_files(std::uint64_t seed, Date today, const std::vector<SampleEmployer>& employers)
{
    Dice dice{seed ^ 0x50415254U};
    auto members = members_file(dice, today);
    auto links = named_links_file(dice, employers, today);
    return {{"organisation-links.csv", {}, links_file(employers, today)}, {"register-numbers.csv", {}, numbers_file(employers)},
            {"clusters.csv", {}, clusters_file(employers, today)},        {"teams.csv", {}, teams_file(today)},
            {"team-members.csv", {}, std::move(members)},                 {"named-links.csv", {}, std::move(links)}};
}

}  // namespace kith::app
