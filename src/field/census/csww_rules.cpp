#include "census/csww_rules.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kith::census {
namespace {
using enum CswwItem;
constexpr std::string_view schema = "Census schema 2022";
constexpr std::string_view guide = "Census guide: needed of everyone but agency workers";

bool is_digits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_letters(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

/// A decimal number with at most so many decimals, as the schema's xs:decimal; a sign is for `signs`.
bool is_decimal(std::string_view text, std::size_t decimals)
{
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto rest = point == text.npos ? std::string_view{} : text.substr(point + 1);
    return (!whole.empty() || !rest.empty()) && (whole.empty() || is_digits(whole)) && (rest.empty() || is_digits(rest)) && rest.size() <= decimals;
}

bool is_fraction(std::string_view text)
{
    return is_decimal(text, 6) && !text.starts_with('-') && std::strtod(std::string{text}.c_str(), nullptr) <= 1;
}

void each_given(const CswwWorker& worker, const std::function<void(const CswwElement&, const CswwValue&)>& look)
{
    for (const auto& element : csww_elements())
        if (const auto& value = worker[element.item]; value.is_given()) look(element, value);
}

void say_unfit(const CswwWorker& worker, const CswwJudging& judging, const CswwSay& say, std::initializer_list<CswwShape> shapes)
{
    each_given(worker, [&](const CswwElement& element, const CswwValue& value) {
        const bool of_these = std::ranges::find(shapes, element.shape) != shapes.end();
        if (of_these && element.item != agency_worker && !fits(element, value.text, judging.packs)) say(element.item, {});
    });
}

constexpr auto shape_rules = std::to_array<CswwRule>({
    {"K-CSWW-1", Effect::good_to_know, "{} is no element of the census, and was passed over.", schema,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         for (const auto& [name, line] : worker.strangers) say(whole, name);
     }},
    {"K-CSWW-2", Effect::doubtful, "This element stands too late: the census wants its elements in the order of its schema. Kith takes it; the Department for Education's own check will not.", schema,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         for (const auto& element : csww_elements())
             if (worker[element.item].out_of_order) say(element.item, {});
     }},
    {"K-CSWW-3", Effect::doubtful, "This element may stand once for each worker and stands {} times. Only the first was read.", schema,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         for (const auto& element : csww_elements())
             if (worker[element.item].times > 1 && !element.may_repeat) say(element.item, std::to_string(worker[element.item].times));
     }},
    {"K-CSWW-4", Effect::row_not_taken, "AgencyWorker must be given: 1 for an agency worker, 0 for everyone else.", schema,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         if (!worker.is(agency_worker, "0") && !worker.is(agency_worker, "1")) say(agency_worker, {});
     }},
    {"K-CSWW-5", Effect::row_not_taken, "The Social Work England number is missing, by which the worker is known. Add SWENo.", schema,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         if (!worker.is_given(swe_number)) say(swe_number, {});
     }},
    {"K-CSWW-6", Effect::row_not_taken, "The Social Work England number must be two letters and ten digits.", schema,
     [](const CswwWorker& worker, const CswwJudging& judging, const CswwSay& say) {
         if (worker.is_given(swe_number) && !fits(csww_element(swe_number), worker[swe_number].text, judging.packs)) say(swe_number, {});
     }},
    {"K-CSWW-7", Effect::doubtful, "QualInst must stand for every worker, before QualLevel: the institution of the social work qualification.", schema,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         if (worker[qualified_at].times == 0) say(qualified_at, {});
     }},
    {"K-CSWW-8", Effect::value_not_taken, "This is no day that there is, written as 2022-09-30.", schema,
     [](const CswwWorker& worker, const CswwJudging& judging, const CswwSay& say) { say_unfit(worker, judging, say, {CswwShape::day}); }},
    {"K-CSWW-9", Effect::value_not_taken, "This is no code of the census's list for this element.", schema,
     [](const CswwWorker& worker, const CswwJudging& judging, const CswwSay& say) { say_unfit(worker, judging, say, {CswwShape::code}); }},
    {"K-CSWW-10", Effect::value_not_taken, "This must be 1 for yes or 0 for no.", schema,
     [](const CswwWorker& worker, const CswwJudging& judging, const CswwSay& say) { say_unfit(worker, judging, say, {CswwShape::yes_no}); }},
    {"K-CSWW-11", Effect::value_not_taken, "A full-time equivalent lies between 0 and 1, with at most six decimals.", schema,
     [](const CswwWorker& worker, const CswwJudging& judging, const CswwSay& say) { say_unfit(worker, judging, say, {CswwShape::fraction}); }},
    {"K-CSWW-12", Effect::value_not_taken, "This must be a whole number.", schema,
     [](const CswwWorker& worker, const CswwJudging& judging, const CswwSay& say) { say_unfit(worker, judging, say, {CswwShape::whole_number}); }},
    {"K-CSWW-13", Effect::value_not_taken, "This must be a number with at most two decimals (days lost) or one (weeks of contract).", schema,
     [](const CswwWorker& worker, const CswwJudging& judging, const CswwSay& say) { say_unfit(worker, judging, say, {CswwShape::hundredths, CswwShape::tenths}); }},
    {"K-CSWW-14", Effect::doubtful, "This element is empty. Give its value, or leave the element out.", schema,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         for (const auto& element : csww_elements())
             if (worker[element.item].times > 0 && worker[element.item].text.empty() && element.shape != CswwShape::text && element.item != swe_number &&
                 element.item != agency_worker)
                 say(element.item, {});
     }},
    {"K-CSWW-15", Effect::doubtful, "{} is missing, which the census wants of everyone who is no agency worker.", guide,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         if (worker.is_agency()) return;
         for (const auto& element : csww_elements())
             if (element.needed_of_staff && worker[element.item].times == 0) say(element.item, std::string{element.name});
     }},
});
}  // namespace

bool fits(const CswwElement& element, std::string_view text, const packs::Packs& packs)
{
    switch (element.shape) {
    case CswwShape::yes_no: return text == "0" || text == "1";
    case CswwShape::code: return packs.list(element.list).find(text) != nullptr;
    case CswwShape::day: return Date::parse_iso(text).has_value();
    case CswwShape::fraction: return is_fraction(text);
    case CswwShape::whole_number: return is_digits(text) && text.size() <= 9;
    case CswwShape::hundredths: return is_decimal(text, 2);
    case CswwShape::tenths: return is_decimal(text, 1);
    case CswwShape::swe_number: return text.size() == 12 && is_letters(text.substr(0, 2)) && is_digits(text.substr(2));
    default: return true;
    }
}

std::span<const CswwRule> csww_shape_rules() { return shape_rules; }

}  // namespace kith::census
