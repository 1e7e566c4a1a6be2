// Applying the rules of the social work census to a file: its header, each worker, and workers against one another.
#include "census/csww_rules.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace kith::census {
namespace {
constexpr std::string_view schema = "Census schema 2022";

constexpr auto file_rules = std::to_array<CswwFileRule>({
    {"K-CSWW-40", Effect::doubtful, "Collection", "The header does not say that this is the social work census (CSWW).", schema},
    {"K-CSWW-41", Effect::doubtful, "ReferenceDate", "The header's reference date is missing or not the 30 September of its year. Kith reads the file as of {}.", "Census guide"},
    {"K-CSWW-42", Effect::doubtful, "LEA", "The header must have the local authority's number, three digits.", schema},
    {"K-CSWW-43", Effect::doubtful, "LALevelVacancies", "{} is missing or no number: the census wants vacancies and agency workers of the whole authority.", schema},
    {"K-CSWW-44", Effect::row_not_taken, "SWENo", "The same worker with the same start date stands above, on line {}. Only one of them can be right.", "Census guide: one record for each period of work"},
    {"K-CSWW-45", Effect::good_to_know, "NoAgencyHeadcount", "The header counts {} agency workers, and the file has another number of them.", "Kith"},
});

class Judge {
public:
    Judge(CswwFile& file, const std::string& name, const CswwJudging& judging, const CswwAsks& asks) : file_(file), name_(name), judging_(judging), asks_(asks) {}

    returns::Findings findings() &&
    {
        judge_header();
        for (auto& worker : file_.workers) {
            apply(worker, csww_shape_rules());
            apply(worker, csww_sense_rules());
        }
        judge_repeats();
        std::ranges::stable_sort(findings_, {}, &returns::Finding::line);
        return std::move(findings_);
    }

private:
    void add(std::string_view id, Effect effect, std::int64_t line, std::string_view column, std::string_view words, std::string_view detail)
    {
        findings_.push_back({.file = name_, .line = line, .column = std::string{column}, .rule = std::string{id}, .severity = severity_of(effect),
                             .message = intake::message_of({.words = words}, detail)});
    }

    void add(std::size_t rule, std::int64_t line, std::string_view detail)
    {
        const auto& entry = file_rules[rule];
        add(entry.id, entry.effect, line, entry.element, entry.words, detail);
    }

    void apply(CswwWorker& worker, std::span<const CswwRule> rules)
    {
        for (const auto& rule : rules) {
            std::vector<std::pair<CswwItem, std::string>> said;
            rule.look(worker, judging_, [&](CswwItem at, std::string detail) { said.emplace_back(at, std::move(detail)); });
            for (const auto& [at, detail] : said) {
                const auto column = at == CswwItem::whole ? std::string_view{} : csww_element(at).name;
                add(rule.id, rule.effect, worker.line_of(at), column, rule.words, detail);
                if (rule.effect == Effect::doubtful && asks_) asks_(findings_.back(), rule, worker, at);
                if (rule.effect == Effect::row_not_taken) worker.taken = false;
                if (rule.effect == Effect::value_not_taken && at != CswwItem::whole) worker[at].text.clear();
            }
        }
    }

    void judge_header()
    {
        const auto header = [&](std::string_view name) -> const std::string& { return file_.of_header(name).text; };
        const auto line = [&](std::string_view name) { return file_.of_header(name).line; };
        if (header("Collection") != "CSWW") add(0, line("Collection"), {});
        const auto day = Date::parse_iso(header("ReferenceDate"));
        if (!day || *day != judging_.census_day || header("Year") != std::to_string(judging_.census_day.year())) add(1, line("ReferenceDate"), judging_.census_day.in_words());
        const auto& authority = header("LEA");
        if (authority.size() != 3 || authority.find_first_not_of("0123456789") != authority.npos) add(2, line("LEA"), {});
        for (const auto* name : {"NumberOfVacancies", "NoAgencyFTE", "NoAgencyHeadcount"})
            if (header(name).empty() || header(name).find_first_not_of("0123456789.") != std::string::npos) add(3, line(name), name);
        const auto agency = std::ranges::count_if(file_.workers, &CswwWorker::is_agency);
        if (!header("NoAgencyHeadcount").empty() && header("NoAgencyHeadcount") != std::to_string(agency)) add(5, line("NoAgencyHeadcount"), clipped(header("NoAgencyHeadcount"), 12));
    }

    void judge_repeats()
    {
        std::map<std::pair<std::string, std::string>, std::int64_t> seen;
        for (auto& worker : file_.workers) {
            if (!worker.taken) continue;
            const auto [earlier, fresh] = seen.emplace(std::pair{lower_ascii(worker[CswwItem::swe_number].text), worker[CswwItem::start_date].text}, worker.line);
            if (fresh) continue;
            add(4, worker.line_of(CswwItem::swe_number), std::to_string(earlier->second));
            worker.taken = false;
        }
    }

    CswwFile& file_;
    const std::string& name_;
    const CswwJudging& judging_;
    const CswwAsks& asks_;
    returns::Findings findings_;
};
}  // namespace

std::span<const CswwFileRule> csww_file_rules() { return file_rules; }

std::string census_rules_table()
{
    std::string page = "| rule | what it does | element | words | source |\n| --- | --- | --- | --- | --- |\n";
    const auto add = [&page](std::string_view id, Effect effect, std::string_view element, std::string_view rule_words, std::string_view source) {
        page += fmt::format("| `{}` | {} | {} | {} | {} |\n", id, words_for(effect), element.empty() ? "" : fmt::format("`{}`", element),
                            intake::message_of({.words = rule_words}, "…"), source);
    };
    for (const auto rules : {csww_shape_rules(), csww_sense_rules()})
        for (const auto& rule : rules) add(rule.id, rule.effect, {}, rule.words, rule.source);
    for (const auto& rule : csww_file_rules()) add(rule.id, rule.effect, rule.element, rule.words, rule.source);
    return page;
}

Date census_day_of(const CswwFile& file, Date today)
{
    const auto day = Date::parse_iso(file.of_header("ReferenceDate").text);
    if (day && day->month() == 9 && day->day() == 30) return *day;
    const auto& year = file.of_header("Year").text;
    if (const auto named = Date::parse_iso(year + "-09-30")) return *named;
    const auto here = *Date::of(today.year(), 9, 30);
    return here <= today ? here : *Date::of(today.year() - 1, 9, 30);
}

CswwJudging judging_for(const packs::Packs& packs, Date census_day)
{
    return {packs, *Date::of(census_day.year() - 1, 10, 1), census_day};
}

returns::Findings judge_csww(CswwFile& file, const std::string& file_name, const packs::Packs& packs, Date today, const CswwAsks& asks)
{
    const auto judging = judging_for(packs, census_day_of(file, today));
    return Judge{file, file_name, judging, asks}.findings();
}

}  // namespace kith::census
