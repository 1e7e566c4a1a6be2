// The report as a workbook: a sheet each for positions, evidence, priorities and support.
#include "assessment/report_views.hpp"

#include "assessment/workshop_views.hpp"
#include "files/xlsx_writer.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace kith::assessment {
namespace {

constexpr files::XlsxLook wrapped{.wrapped = true};
constexpr double narrow = 16, broad = 44;

void head(files::XlsxWriter& book, std::string_view sheet, std::initializer_list<std::string_view> names)
{
    book.sheet(sheet).columns(0, 0, broad).columns(1, names.size() - 1, narrow * 2).freeze(1);
    for (const auto name : names) book.text(name, {.heading = true, .wrapped = true});
    book.end_row();
}

void number_or_words(files::XlsxWriter& book, const std::optional<double>& number, std::string_view words)
{
    if (number) book.number(*number);
    else book.text(words);
}

void day_or_blank(files::XlsxWriter& book, const std::optional<Date>& date)
{
    if (date) book.day(*date, {.day = true});
    else book.blank();
}

std::string theme_name(const Report& report, std::string_view theme)
{
    const auto* found = report.stand.theme(theme);
    return found == nullptr ? std::string{theme} : found->name;
}

void add_positions(files::XlsxWriter& book, const Report& report)
{
    head(book, "Positions", {"Theme", "Measured, 1 to 5", "Answers", "Agreed, 1 to 5", "Last time", "Why it differs", "Strengths", "Barriers"});
    for (const auto& theme : report.stand.themes) {
        const auto finding = theme.finding.value_or(ThemeFinding{});
        book.text(theme.name, wrapped);
        number_or_words(book, theme.measured, "too few have answered");
        if (theme.measured) book.number(static_cast<double>(theme.answers));
        else book.blank();
        number_or_words(book, finding.agreed ? std::optional{finding.agreed->value()} : std::nullopt, "not agreed");
        number_or_words(book, theme.before, "");
        book.text(finding.reason, wrapped).text(finding.strengths, wrapped).text(finding.barriers, wrapped).end_row();
    }
}

void add_evidence(files::XlsxWriter& book, const Report& report)
{
    head(book, "Evidence", {"Title", "Theme", "What it shows", "For or against", "Strength", "Kind", "Who may see it", "Source", "Dated", "Figure", "As of", "Page"});
    for (const auto& one : report.evidence) {
        book.text(one.title, wrapped).text(theme_name(report, one.theme), wrapped).text(one.shows, wrapped).text(choice_of(bearings(), one.bearing).words).text(choice_of(strengths(), one.strength).words);
        book.text(choice_of(evidence_kinds(), one.kind).words).text(choice_of(confidentialities(), one.confidentiality).words, wrapped).text(one.source, wrapped);
        day_or_blank(book, one.dated_on);
        if (one.figure) book.text(one.figure->value, wrapped).day(one.figure->as_of, {.day = true}).text(one.figure->path);
        book.end_row();
    }
}

void add_priorities(files::XlsxWriter& book, const Report& report)
{
    head(book, "Priorities", {"Title", "Kind", "Place", "Theme", "Why"});
    for (const auto& one : report.priorities)
        book.text(one.title, wrapped).text(choice_of(priority_kinds(), one.kind).words).number(one.place).text(one.theme ? theme_name(report, *one.theme) : "All themes", wrapped).text(one.why, wrapped).end_row();
}

void add_support(files::XlsxWriter& book, const Report& report)
{
    head(book, "Support", {"Asked of", "What", "For", "Wanted by", "How it stands", "Promised", "Promised on", "What came of it"});
    for (const auto& one : report.support) {
        const auto priority = std::ranges::find_if(report.priorities, [&](const Priority& all) { return one.priority == all.id; });
        book.text(one.asked_of, wrapped).text(one.what, wrapped).text(priority == report.priorities.end() ? "All of it" : priority->title, wrapped).day(one.due_on, {.day = true});
        book.text(choice_of(support_states(), one.state).words).text(one.promised, wrapped);
        day_or_blank(book, one.promised_on);
        book.text(one.outcome, wrapped).end_row();
    }
}

}  // namespace

std::string report_xlsx(const Report& report)
{
    files::XlsxWriter book;
    book.sheet("Report").columns(0, 0, broad).columns(1, 1, broad * 2);
    book.text(headline_of(report.stand.themes), {.large = true}).end_row();
    book.text("Campaign", {.strong = true}).text(report.stand.campaign.name, wrapped).end_row();
    book.text("Position", {.strong = true}).text(confirmation_words(report.stand.confirmation), wrapped).end_row();
    book.text("Evidence", {.strong = true}).text(version_words(report.version), wrapped).end_row();
    if (report.workshop) {
        book.text("Workshop held on", {.strong = true}).text(report.workshop->held_on.in_words()).end_row();
        book.text("Led by", {.strong = true}).text(report.workshop->facilitator, wrapped).end_row();
        book.text("Took part", {.strong = true}).text(report.workshop->participants, wrapped).end_row();
    }
    add_positions(book, report);
    add_evidence(book, report);
    add_priorities(book, report);
    add_support(book, report);
    return std::move(book).bytes();
}

}  // namespace kith::assessment
