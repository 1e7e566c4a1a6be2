// Rules of the social work census about what a worker's values say together.
#include "census/csww_rules.hpp"
#include "workforce/days_lost.hpp"

namespace kith::census {
namespace {
using enum CswwItem;
constexpr std::string_view guide = "Census guide";
constexpr std::string_view tool = "Census guide; Social Finance's liia-tools hold the same";

bool is_nought(std::string_view number)
{
    return number.find_first_not_of("0.") == number.npos;
}

/// Speaks at `asked` where `there` is given and `asked` is not.
void want(const CswwWorker& worker, CswwItem there, CswwItem asked, const CswwSay& say)
{
    if (worker.is_given(there) && worker[asked].times == 0) say(asked, {});
}

constexpr auto sense_rules = std::to_array<CswwRule>({
    {"K-CSWW-20", Effect::doubtful, "There is a start date and no StartOrigin. Say where the worker came from; 9 is not known, 10 not yet collected.", tool,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         if (worker.is_agency()) want(worker, start_date, origin, say);
     },
     {start_date, whole, whole}},
    {"K-CSWW-21", Effect::doubtful, "There is a StartOrigin and no start date. Add RoleStartDate.", tool,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         if (worker.is_agency()) want(worker, origin, start_date, say);
     },
     {origin, whole, whole}},
    {"K-CSWW-22", Effect::doubtful, "The worker has left and ReasonLeave is missing. Say why; 9 is not known, 10 not yet collected.", tool,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) { want(worker, end_date, reason, say); },
     {end_date, whole, whole}},
    {"K-CSWW-23", Effect::doubtful, "The worker has left and LeaverDestination is missing. Say where to; 8 is not known, 9 not yet collected.", tool,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) { want(worker, end_date, destination, say); },
     {end_date, whole, whole}},
    {"K-CSWW-24", Effect::doubtful, "There is a reason for leaving or a destination, and no RoleEndDate. Add the last day, or leave the two out.", tool,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         if (worker[end_date].times == 0 && (worker.is_given(reason) || worker.is_given(destination))) say(end_date, {});
     },
     {reason, destination, whole}},
    {"K-CSWW-25", Effect::doubtful, "The worker has left, so FTE must be 0.", tool,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         if (worker.is_given(end_date) && worker.is_given(fte) && !is_nought(worker[fte].text)) say(fte, {});
     },
     {end_date, whole, whole}},
    {"K-CSWW-26", Effect::doubtful, "The worker had left by 30 September, so FTE30 must be 0.", guide,
     [](const CswwWorker& worker, const CswwJudging& judging, const CswwSay& say) {
         const auto left = worker.day(end_date);
         if (left && *left < judging.census_day && worker.is_given(fte_on_day) && !is_nought(worker[fte_on_day].text)) say(fte_on_day, {});
     },
     {end_date, whole, whole}},
    {"K-CSWW-27", Effect::value_not_taken, "The last day is before the first. One of the two is wrong.", "Kith",
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         const auto first = worker.day(start_date);
         const auto last = worker.day(end_date);
         if (first && last && *last < *first) say(end_date, {});
     }},
    {"K-CSWW-28", Effect::doubtful, "The job starts after the census day, so it belongs in the next census.", guide,
     [](const CswwWorker& worker, const CswwJudging& judging, const CswwSay& say) {
         if (const auto first = worker.day(start_date); first && *first > judging.census_day) say(start_date, {});
     }},
    {"K-CSWW-29", Effect::doubtful, "The last day lies outside the census year, 1 October to 30 September. Leavers of other years belong in their own census.", guide,
     [](const CswwWorker& worker, const CswwJudging& judging, const CswwSay& say) {
         if (const auto last = worker.day(end_date); last && (*last < judging.first_day || *last > judging.census_day)) say(end_date, {});
     }},
    {"K-CSWW-30", Effect::value_not_taken, "By this date of birth the worker was under 18 or over 90 on the census day. Check the year.", "Kith",
     [](const CswwWorker& worker, const CswwJudging& judging, const CswwSay& say) {
         const auto born = worker.day(birth_date);
         if (!born) return;
         const auto age = *born > judging.census_day ? 0 : whole_years(*born, judging.census_day);
         if (age < 18 || age > 90) say(birth_date, {});
     }},
    {"K-CSWW-31", Effect::doubtful, "The job starts before the worker was 18. Check the two dates.", "Kith",
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         const auto born = worker.day(birth_date);
         const auto first = worker.day(start_date);
         if (born && first && (*first < *born || whole_years(*born, *first) < 18)) say(start_date, {});
     },
     {birth_date, whole, whole}},
    {"K-CSWW-32", Effect::doubtful, "Cases are for case holders (OrgRole 5), and this worker has another role. Check the role, or the cases.", guide,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         if (worker.is_given(cases_on_day) && !is_nought(worker[cases_on_day].text) && worker.is_given(role) && !worker.is(role, "5")) say(cases_on_day, {});
     },
     {role, whole, whole}},
    {"K-CSWW-33", Effect::doubtful, "This worker holds cases (OrgRole 5) and Cases30 is missing. Give how many on 30 September; 0 for none.", guide,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         if (worker.is(role, "5") && !worker.is_given(end_date) && worker[cases_on_day].times == 0) say(cases_on_day, {});
     },
     {role, end_date, whole}},
    {"K-CSWW-34", Effect::doubtful, "The worker was absent on 30 September and ReasonAbsence is missing.", guide,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         if (worker.is(absent_on_day, "1") && worker[absence_reason].times == 0) say(absence_reason, {});
     },
     {absent_on_day, whole, whole}},
    {"K-CSWW-35", Effect::doubtful, "There is a reason for absence and Absat30Sept is not 1.", guide,
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         if (worker.is_given(absence_reason) && !worker.is(absent_on_day, "1")) say(absence_reason, {});
     },
     {absent_on_day, whole, whole}},
    {"K-CSWW-36", Effect::doubtful, "The worker had more than 100 cases. Check the number.", "Kith",
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         const auto& cases = worker[cases_on_day].text;
         if (cases.size() >= 3 && cases.size() <= 9 && std::stol(cases) > 100) say(cases_on_day, {});
     }},
    {"K-CSWW-37", Effect::value_not_taken, "More working days were lost than the year has days; they are left out. Check the number.", "Kith",
     [](const CswwWorker& worker, const CswwJudging&, const CswwSay& say) {
         const auto lost = workforce::DaysLost::parse(worker[days_lost].text);
         if (lost && *lost > workforce::DaysLost::hundredths(366'00)) say(days_lost, {});
     }},
});
}  // namespace

std::span<const CswwRule> csww_sense_rules() { return sense_rules; }

}  // namespace kith::census
