// The sample's providers of adult social care, who hand in the files that they make for their own sector's data set.
#include "app/sample_sector_files.hpp"

#include <fmt/format.h>

#include <array>

namespace kith::app {
namespace {

constexpr std::string_view workplaces_2019 =
    "LOCALESTID,STATUS,ESTNAME,ADDRESS1,ADDRESS2,ADDRESS3,POSTTOWN,POSTCODE,ESTTYPE,OTHERTYPE,PERMCQC,PERMLA,SHARELA,REGTYPE,PROVNUM,"
    "LOCATIONID,MAINSERVICE,ALLSERVICES,CAPACITY,"
    "UTILISATION,SERVICEDESC,SERVICEUSERS,OTHERUSERDESC,TOTALPERMTEMP,ALLJOBROLES,STARTERS,LEAVERS,VACANCIES,REASONS,REASONNOS\n";
constexpr std::string_view workplaces_now =
    "LOCALESTID,STATUS,ESTNAME,ADDRESS1,ADDRESS2,ADDRESS3,POSTTOWN,POSTCODE,ESTTYPE,OTHERTYPE,PERMCQC,PERMLA,REGTYPE,PROVNUM,LOCATIONID,"
    "MAINSERVICE,ALLSERVICES,CAPACITY,UTILISATION,"
    "SERVICEDESC,SERVICEUSERS,OTHERUSERDESC,DHA,DHAACTIVITIES,TOTALPERMTEMP,ALLJOBROLES,STARTERS,LEAVERS,VACANCIES,REASONS,REASONNOS,"
    "REPEATTRAINING,CWPAWARE,CWPUSE,CWPUSEDESC,SICKPAY,"
    "PENSION,ACTUALCONT,OPTOUTPEN,HOLIDAY,SLEEPINS,SLEEPINPAY,TRAVELTIME,TTDIFFRATE\n";
constexpr std::string_view staff_2019 =
    "LOCALESTID,UNIQUEWORKERID,STATUS,DISPLAYID,NINUMBER,POSTCODE,DOB,GENDER,ETHNICITY,NATIONALITY,BRITISHCITIZENSHIP,COUNTRYOFBIRTH,"
    "YEAROFENTRY,DISABLED,CARECERT,RECSOURCE,STARTDATE,"
    "STARTINSECT,APPRENTICE,EMPLSTATUS,ZEROHRCONT,DAYSSICK,SALARYINT,SALARY,HOURLYRATE,MAINJOBROLE,MAINJRDESC,CONTHOURS,AVGHOURS,"
    "OTHERJOBROLE,OTHERJRDESC,NMCREG,NURSESPEC,AMHP,SCQUAL,"
    "NONSCQUAL\n";
constexpr std::string_view staff_now =
    "LOCALESTID,UNIQUEWORKERID,STATUS,DISPLAYID,NINUMBER,POSTCODE,DOB,GENDER,ETHNICITY,NATIONALITY,BRITISHCITIZENSHIP,COUNTRYOFBIRTH,"
    "YEAROFENTRY,DISABLED,CARECERT,L2CARECERT,RECSOURCE,"
    "HANDCVISA,INOUTUK,STARTDATE,STARTINSECT,DHA,APPRENTICE,EMPLSTATUS,ZEROHRCONT,DAYSSICK,SALARYINT,SALARY,HOURLYRATE,MAINJOBROLE,"
    "MAINJRDESC,CONTHOURS,AVGHOURS,NMCREG,AMHP,SCQUAL,"
    "NONSCQUAL,CWPCATEGORY\n";
constexpr std::string_view training_now =
    "LOCALESTID,UNIQUEWORKERID,CATEGORY,TRAININGNAME,ACCREDITED,WHODELIVERED,PROVIDERNAME,HOWDELIVERED,VALIDITY,DATECOMPLETED,EXPIRYDATE,"
    "NOTES\n";

/// By code of the data set: one registered manager a home, then care workers.
constexpr std::array roles{4, 7, 8, 8, 8, 9};

class Provider
{
public:
    Provider(Dice& dice, CareProvider& made, Date on, Date today) : dice_(dice), made_(made), on_(on), today_(today) {}

    void compose()
    {
        for (int home = 1; home <= made_.homes; ++home) {
            add_workplace(home);
            for (std::size_t worker = 0; worker < roles.size(); ++worker) add_worker(home, static_cast<int>(worker) + 1, roles[worker]);
        }
        add_file("workplaces", std::string{made_.is_of_2019 ? workplaces_2019 : workplaces_now} + workplaces_);
        add_file("staff", std::string{made_.is_of_2019 ? staff_2019 : staff_now} + staff_);
        if (!made_.is_of_2019) add_file("training", std::string{training_now} + training_);
    }

private:
    std::string home_code(int home) const { return fmt::format("{} {}", made_.employer.code, home); }

    void add_workplace(int home)
    {
        const auto start = fmt::format("{},UPDATE,{} {},{} Harbour Lane,,,Westmere,{},6,,0,1,", home_code(home), made_.name, home,
                                       dice_.between(1, 90), composed_postcode(dice_));
        if (made_.is_of_2019)
            workplaces_ += fmt::format("{},0,,,8,8,,,,27,,{},,,,,,\n", start, roles.size());
        else
            workplaces_ += fmt::format("{}0,,,8,8,,,,27,,999,,{},,,,,,,,,,,,,,,,,,,\n", start, roles.size());
    }

    void add_worker(int home, int worker, int role)
    {
        const auto started = today_.plus_days(-dice_.between(60, 3000));
        const auto born = started.plus_years(-dice_.between(20, 40)).plus_days(-dice_.between(0, 364));
        const auto hours = dice_.happens(60) ? 37 : 20;
        const auto sex = dice_.happens(79) ? 2 : 1;
        const auto rate = fmt::format("{}.{:02}", dice_.between(12, 16), dice_.between(21, 89));
        const auto start = fmt::format("{},W{}{:02},UPDATE,W{}{:02},,{},{},{},{},826,,826,,0,", home_code(home), home, worker, home, worker,
                                       composed_postcode(dice_), born.uk(), sex,
                                       dice_.happens(70)   ? 31
                                       : dice_.happens(50) ? 44
                                                           : 99);
        if (made_.is_of_2019)
            staff_ += fmt::format("{}3,2,{},{},2,1,2,0,3,,{},{},,{},,,,,,,2,2\n", start, started.uk(), started.year(), rate, role, hours);
        else
            staff_ +=
                fmt::format("{}3,3,2,2,,{},{},2,2,1,2,0,3,,{},{},,{},,,,2,2,999\n", start, started.uk(), started.year(), rate, role, hours);
        add_trainings(home, worker, started);
        ++made_.in_post;
    }

    void add_trainings(int home, int worker, Date started)
    {
        constexpr std::array categories{10, 17, 20, 31};
        for (const auto category : categories) {
            const auto done = started.plus_days(dice_.between(5, 55));
            if (dice_.happens(25) || done > on_) continue;
            training_ += fmt::format("{},W{}{:02},{},Course {},0,1,,1,36,{},{},\n", home_code(home), home, worker, category, category,
                                     done.uk(), done.plus_years(3).uk());
        }
    }

    void add_file(std::string_view kind, std::string text)
    {
        made_.files.push_back({.name = fmt::format("{}-{}.csv", lower_name(), kind),
                               .organisation = made_.employer.code,
                               .text = std::move(text),
                               .on = on_,
                               .speaks = {}});
    }

    std::string lower_name() const
    {
        std::string name;
        for (const char c : made_.name) name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == ' ' ? '-' : c;
        return name;
    }

    Dice& dice_;
    CareProvider& made_;
    Date on_, today_;
    std::string workplaces_, staff_, training_;
};

}  // namespace

CareProvider compose_care_provider(Dice& dice, std::string code, std::string name, bool of_2019, int homes, Date on, Date today)
{
    CareProvider made{.employer = {std::move(code), name, nullptr, {}},
                      .name = std::move(name),
                      .is_of_2019 = of_2019,
                      .homes = homes,
                      .expected = homes * static_cast<int>(roles.size()),
                      .files = {}};
    Provider{dice, made, on, today}.compose();
    return made;
}

}  // namespace kith::app
