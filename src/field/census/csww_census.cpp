#include "census/csww_census.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "files/xml_writer.hpp"
#include "census/csww_rules.hpp"
#include "workforce/days_lost.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace kith::census {
namespace {
using enum CswwItem;
using workforce::EngagementTerms;
using workforce::HeldEngagement;
using workforce::HeldStaffRecord;

/// Elements of which the register holds nothing for anybody.
constexpr auto never_held = std::to_array<CswwItem>({step_up, contract_weeks, frontline, absent_on_day, absence_reason, status});

std::string share_text(std::int64_t thousandths)
{
    auto text = fmt::format("{}.{:03}", thousandths / 1'000, thousandths % 1'000);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string hundredths_text(std::int64_t hundredths) { return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100); }

/// A worker on the way into the file: the texts of its elements, and what was lost.
class WorkerWriter {
public:
    WorkerWriter(const HeldStaffRecord& held, const HeldEngagement& job, const EngagementTerms& terms, const packs::Packs& packs, const CensusOrder& order, std::vector<CensusLoss>& losses)
        : held_(held), job_(job.engagement), terms_(terms), packs_(packs), order_(order), losses_(losses)
    {
    }

    bool is_agency() const { return terms_.contract == "agency"; }
    bool has_left() const { return job_.ended_on && *job_.ended_on <= order_.census_day; }

    void write(files::XmlWriter& xml)
    {
        set(agency_worker, is_agency() ? "1" : "0");
        set(swe_number, swe_number_of(held_));
        write_person();
        write_qualification();
        write_job();
        write_amounts();
        write_days_lost();
        xml.start("CSWWWorker");
        for (const auto& element : csww_elements())
            if (const auto& text = texts_[static_cast<std::size_t>(element.item)]; !text.empty()) xml.element(element.name, text);
        xml.end();
    }

private:
    void set(CswwItem item, std::string text) { texts_[static_cast<std::size_t>(item)] = std::move(text); }
    bool is_set(CswwItem item) const { return !texts_[static_cast<std::size_t>(item)].empty(); }

    void lose(LossKind kind, CswwItem item, std::string words) { losses_.push_back({kind, held_.record.reference, std::string{csww_element(item).name}, std::move(words)}); }

    /// The register's code as the census's; the stand-in where the register has none, or one that the census has not.
    void code(CswwItem item, std::string_view list, const std::string& held, std::string_view stand_in, std::string_view stand_in_words)
    {
        set(item, to_census(packs_, list, csww_element(item).list, held));
        if (is_set(item)) return;
        set(item, std::string{stand_in});
        lose(LossKind::stood_in, item, fmt::format("{}; {} ({}) is written.", held.empty() ? "The register holds none" : "The register's code has no code of the census", stand_in, stand_in_words));
    }

    void write_person()
    {
        if (held_.record.birth_date) set(birth_date, held_.record.birth_date->reveal().iso());
        else lose(LossKind::not_said, birth_date, "The register holds no date of birth. The census wants one of everyone but agency workers.");
        code(gender, "sex", held_.record.sex, "0", "not known");
        code(ethnicity, "ethnicities", held_.record.ethnicity, "NOBT", "not yet obtained");
    }

    void write_qualification()
    {
        std::string where;
        for (const auto& held : held_.facts) {
            if (held.fact.kind != workforce::FactKind::qualification) continue;
            auto level = to_census(packs_, "qualifications", csww_element(qualification_level).list, held.fact.code);
            if (level.empty() || is_set(qualification_level)) continue;
            set(qualification_level, std::move(level));
            where = clipped(held.fact.words, 200);
        }
        if (where.empty()) lose(LossKind::stood_in, qualified_at, "The register does not hold where the worker qualified; “Not known” is written, since the schema wants a text.");
        set(qualified_at, where.empty() ? "Not known" : where);
        if (!is_set(qualification_level)) lose(LossKind::not_said, qualification_level, "The register does not hold the level of the social work qualification.");
    }

    void write_job()
    {
        if (terms_.role_list == csww_element(role).list) {
            set(role, terms_.role_code);
        } else if (!is_agency()) {
            set(role, terms_.caseload.value_or(0) > 0 ? "5" : "6");
            lose(LossKind::stood_in, role, fmt::format("The register holds the role, not the census's grade; {} is written, since {}.", terms_.caseload.value_or(0) > 0 ? "5 (case holder)" : "6 (qualified without cases)",
                                                       terms_.caseload ? "the caseload says so" : "no caseload is held"));
        }
        set(start_date, job_.started_on.iso());
        code(origin, "starter_origins", job_.origin, "10", "not yet collected");
        if (!has_left()) return;
        set(end_date, job_.ended_on->iso());
        code(destination, "leaver_destinations", job_.destination, "9", "not yet collected");
        code(reason, "leaving_reasons", job_.reason_for_leaving, "10", "not yet collected");
    }

    void write_amounts()
    {
        if (has_left()) set(fte, "0");
        if (has_left() && *job_.ended_on < order_.census_day) {
            set(fte_on_day, "0");
            return;
        }
        if (terms_.fte) {
            const auto share = std::clamp<std::int64_t>(terms_.fte->thousandths(), 0, 1'000);
            if (share != terms_.fte->thousandths()) lose(LossKind::changed, fte_on_day, "The register's FTE is more than 1, which the census does not take; 1 is written.");
            if (!has_left()) set(fte, share_text(share));
            set(fte_on_day, share_text(share));
        } else {
            lose(LossKind::not_said, fte_on_day, "The register holds no FTE. The census wants one of everyone but agency workers.");
        }
        if (terms_.caseload) set(cases_on_day, std::to_string(*terms_.caseload));
        else if (texts_[static_cast<std::size_t>(role)] == "5") lose(LossKind::not_said, cases_on_day, "The register holds no caseload of this case holder.");
    }

    /// What is held of the year; of periods that straddle its ends the part of their days that falls in.
    void write_days_lost()
    {
        std::int64_t thousandths = 0;
        bool any = false, straddles = false;
        for (const auto& [id, fact] : held_.facts) {
            const auto lost = workforce::DaysLost::parse(fact.detail);
            if (fact.kind != workforce::FactKind::absence || fact.code != "sickness" || !lost || !fact.on || !fact.until) continue;
            const auto within = workforce::lost_within(*lost, {*fact.on, fact.until}, census_year(order_.census_day));
            if (!within) continue;
            any = true;
            straddles = straddles || within->straddles;
            thousandths += within->thousandths;
        }
        if (any) set(days_lost, hundredths_text((thousandths + 5) / 10));
        else lose(LossKind::not_said, days_lost, "The register holds no days lost to sickness in the census year. The census wants them of everyone but agency workers; 0 where none were lost.");
        if (straddles) lose(LossKind::changed, days_lost, "A period of days lost begins or ends outside the census year; the part of its days that falls in is written.");
    }

    const HeldStaffRecord& held_;
    const workforce::Engagement& job_;
    const EngagementTerms& terms_;
    const packs::Packs& packs_;
    const CensusOrder& order_;
    std::vector<CensusLoss>& losses_;
    std::array<std::string, csww_items> texts_;
};

/// The terms in force on that day: the last that begin by then, else the first.
const EngagementTerms* terms_on(const HeldEngagement& job, Date day)
{
    const EngagementTerms* found = nullptr;
    for (const auto& held : job.terms)
        if (found == nullptr || (held.terms.from_on <= day && found->from_on < held.terms.from_on)) found = &held.terms;
    return found;
}

bool is_social_worker(const EngagementTerms& terms, const packs::Packs& packs)
{
    if (terms.role_list == "roles") return terms.role_code == "social_worker";
    const auto* mapping = packs.mapping_between(terms.role_list, "roles");
    return mapping != nullptr && mapping->apply(terms.role_code) == "social_worker";
}

/// One engagement that belongs in the census, with the terms that count.
struct Entry {
    const HeldStaffRecord* held;
    const HeldEngagement* job;
    const EngagementTerms* terms;
};

std::vector<Entry> entries_of(const workforce::RegisterView& view, const packs::Packs& packs, Date census_day)
{
    const auto year = census_year(census_day);
    std::vector<Entry> entries;
    for (const auto& held : view.records)
        for (const auto& job : held.engagements) {
            const auto& engagement = job.engagement;
            if (!year.overlaps({engagement.started_on, engagement.ended_on})) continue;
            const auto* terms = terms_on(job, engagement.ended_on ? std::min(*engagement.ended_on, census_day) : census_day);
            if (terms != nullptr && is_social_worker(*terms, packs)) entries.push_back({&held, &job, terms});
        }
    return entries;
}

void write_header(files::XmlWriter& xml, const CensusOrder& order, std::vector<CensusLoss>& losses)
{
    xml.start("Header").start("CollectionDetails").element("Collection", "CSWW").element("Year", std::to_string(order.census_day.year()));
    xml.element("ReferenceDate", order.census_day.iso()).end();
    if (order.authority.empty()) {
        losses.push_back({LossKind::not_said, {}, "Source", "The local authority's number was not given, so the header does not say whose file this is. Give its three digits."});
    } else {
        xml.start("Source").element("SourceLevel", "L").element("LEA", order.authority).element("SoftwareCode", "Kith").element("DateTime", order.made_at.iso()).end();
    }
    xml.end();
}

void write_vacancies(files::XmlWriter& xml, const std::vector<Entry>& entries, const CensusOrder& order, std::vector<CensusLoss>& losses)
{
    std::int64_t heads = 0, thousandths = 0, without = 0;
    for (const auto& entry : entries) {
        if (entry.terms->contract != "agency" || (entry.job->engagement.ended_on && *entry.job->engagement.ended_on < order.census_day)) continue;
        ++heads;
        if (entry.terms->fte) thousandths += entry.terms->fte->thousandths();
        else ++without;
    }
    if (!order.vacancies) losses.push_back({LossKind::stood_in, {}, "NumberOfVacancies", "The number of vacancies was not given; 0 is written, since the schema wants a number. Give it before you send the file."});
    if (without > 0) losses.push_back({LossKind::stood_in, {}, "NoAgencyFTE", fmt::format("{} of {} agency workers have no FTE in the register; they count as 0.", without, heads)});
    xml.start("LALevelVacancies").element("NumberOfVacancies", hundredths_text(order.vacancies.value_or(0)));
    xml.element("NoAgencyFTE", hundredths_text((thousandths + 5) / 10)).element("NoAgencyHeadcount", std::to_string(heads)).end();
}
}  // namespace

std::string_view words_for(LossKind kind)
{
    switch (kind) {
    case LossKind::left_out: return "Worker left out";
    case LossKind::stood_in: return "A stand-in is written";
    case LossKind::changed: return "Written differently";
    case LossKind::not_said: break;
    }
    return "Left out";
}

Result<Census> census_of(const workforce::RegisterView& view, const packs::Packs& packs, const CensusOrder& order)
{
    Census census;
    auto entries = entries_of(view, packs, order.census_day);
    if (entries.empty())
        return unacceptable("year", "The register holds no children's social worker of this organisation in the year to " + order.census_day.in_words() + ", so there is no census to write.");
    std::vector<CensusLoss> of_workers;
    std::erase_if(entries, [&](const Entry& entry) {
        if (!swe_number_of(*entry.held).empty()) return false;
        of_workers.push_back({LossKind::left_out, entry.held->record.reference, "SWENo", "The register holds no Social Work England number, without which the schema takes no worker. Record it as a professional status."});
        ++census.left_out;
        return true;
    });
    if (entries.empty())
        return unacceptable("year", fmt::format("None of the {} has a Social Work England number in the register, without which the census takes no worker.", counted(census.left_out, "social worker")));
    files::XmlWriter xml;
    xml.start("Message");
    write_header(xml, order, census.losses);
    write_vacancies(xml, entries, order, census.losses);
    for (const auto item : never_held)
        census.losses.push_back({LossKind::not_said, {}, std::string{csww_element(item).name}, "The register holds nothing of this for anybody."});
    for (const auto& entry : entries) {
        WorkerWriter worker{*entry.held, *entry.job, *entry.terms, packs, order, of_workers};
        worker.write(xml);
        ++census.workers;
        if (worker.is_agency()) ++census.agency;
    }
    census.xml = std::move(xml).text();
    census.losses.insert(census.losses.end(), of_workers.begin(), of_workers.end());
    return census;
}

std::string losses_csv(const Census& census)
{
    files::CsvWriter csv{{.byte_order_mark = true}};
    csv.row(std::vector<std::string>{"worker", "element", "what was done", "why"});
    for (const auto& loss : census.losses)
        csv.row(std::vector<std::string>{loss.reference.empty() ? "the whole file" : loss.reference, loss.element, std::string{words_for(loss.kind)}, loss.words});
    return std::move(csv).text();
}

Date last_census_day(Date today)
{
    const auto here = *Date::of(today.year(), 9, 30);
    return here <= today ? here : *Date::of(today.year() - 1, 9, 30);
}

Result<Date> census_day_in(std::string_view year, Date today)
{
    int number = 0;
    const auto [end, error] = std::from_chars(year.data(), year.data() + year.size(), number);
    if (error != std::errc{} || end != year.data() + year.size() || number < 2000 || number > today.year() + 1)
        return unacceptable("year", fmt::format("Enter the year in which the census year ends, from 2000 to {}", today.year() + 1));
    return *Date::of(number, 9, 30);
}

}  // namespace kith::census
