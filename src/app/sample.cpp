#include "app/sample.hpp"

#include "app/sample_partnership.hpp"
#include "base/quantity.hpp"

#include <fmt/format.h>

#include <set>

namespace kith::app {
namespace {

using Place = SamplePlace;
using Employer = SampleEmployer;

/// Text for a cell: the sample's own values hold no quotes or line ends, some hold commas.
std::string cell(const std::string& text) { return text.find(',') == text.npos ? text : '"' + text + '"'; }

class Composer {
public:
    Composer(std::uint64_t seed, Date today) : dice_(seed), own_dice_(seed + 1), today_(today) { sample_.seed = seed; }

    Sample compose()
    {
        for (const auto& pattern : organisation_patterns())
            for (int i = 1; i <= pattern.how_many; ++i) employers_.push_back(employer(pattern, i));
        care_provider_ = "CAR1";
        std::string organisations = "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on,contact_name,contact_job,contact_phone,contact_email\n";
        std::string settings = "organisation,setting_code,name,kind,locality_code,locality_name,postcode,tier,places,deprivation_band\n";
        std::vector<SampleFile> returns;
        int number = 0;
        for (auto& employer : employers_) {
            add_settings(employer, settings);
            auto rows = staff_rows(employer);
            auto expected = rows.size() - static_cast<std::size_t>(left_) + (employer.pattern->kind == "council" ? 9 : 0);
            organisations += organisation_row(employer, expected);
            ++number;
            if (number % 12 == 0) continue;  // three have handed in nothing yet: coverage is part of the picture
            returns.push_back(staff_return(employer, rows));
        }
        organisations += fmt::format("{},Harbour Lane Care Ltd,care_provider,pvi,social_family_community,12,{},,,,\n", care_provider_,
                                     today_.plus_years(-19).iso());
        sample_.files.push_back({"organisations.csv", {}, organisations});
        sample_.files.push_back({"settings.csv", {}, settings});
        add_care_provider();
        for (auto& file : returns) sample_.files.push_back(std::move(file));
        for (auto& file : partnership_files(sample_.seed, today_, employers_)) sample_.files.push_back(std::move(file));
        sample_.files.push_back(faulty_return());
        sample_.organisations = static_cast<int>(employers_.size()) + 1;
        return std::move(sample_);
    }

private:
    Employer employer(const OrganisationPattern& pattern, int number)
    {
        std::string name = pattern.how_many == 1 ? "Westmere" : composed_place_name(dice_);
        while (pattern.how_many > 1 && !names_.insert(name).second) name = composed_place_name(dice_);
        return {fmt::format("{}{:02}", pattern.prefix, number), fmt::format("{} {}", name, pattern.ending), &pattern, {}};
    }

    std::string organisation_row(const Employer& employer, std::size_t expected)
    {
        auto opened = today_.plus_years(-dice_.between(15, 40)).plus_days(-dice_.between(0, 364)).iso();
        return fmt::format("{},{},{},{},{},{},{},{}\n", employer.code, cell(employer.name), employer.pattern->kind, employer.pattern->ownership,
                           employer.pattern->sector, expected, opened, sample_contact(own_dice_, employer));
    }

    void add_settings(Employer& employer, std::string& settings)
    {
        for (int i = 1; i <= employer.pattern->settings_each; ++i) {
            const auto& locality = sample_localities()[static_cast<std::size_t>(next_locality_++ % 5)];
            auto code = fmt::format("{}-{}", employer.code, i);
            auto name = employer.pattern->settings_each == 1 ? employer.name : fmt::format("{} ({})", employer.name, locality.name);
            settings += fmt::format("{},{},{},{},{},{},{},{}\n", employer.code, code, cell(name), employer.pattern->setting_kind, locality.code,
                                    locality.name, composed_postcode(dice_), what_it_offers(employer));
            employer.settings.push_back({code, std::string{locality.code}});
        }
    }

    /// Tier, places and deprivation band of one of its settings.
    std::string what_it_offers(const Employer& employer)
    {
        const auto kind = employer.pattern->setting_kind;
        const auto tier = kind == "school" || kind == "day_nursery" || kind == "college" ? "universal" : kind == "family_centre" || kind == "youth_centre" ? "targeted" : "";
        const auto places = kind == "school" ? std::to_string(30 * own_dice_.between(4, 30)) : kind == "day_nursery" ? std::to_string(own_dice_.between(24, 90)) : "";
        return fmt::format("{},{},{}", tier, places, own_dice_.between(1, 10));
    }

    std::vector<std::string> staff_rows(const Employer& employer)
    {
        std::vector<std::string> rows;
        left_ = 0;
        for (const auto& mix : employer.pattern->roles)
            for (int left = dice_.between(mix.least, mix.most); left > 0; --left)
                rows.push_back(staff_row(employer, mix.role, static_cast<int>(rows.size()) + 1));
        return rows;
    }

    /// One person with one engagement; about one in nine has left, and shows only on earlier days.
    std::string staff_row(const Employer& employer, std::string_view role, int number)
    {
        ++sample_.staff;
        bool volunteer = role.find("volunteer") != role.npos;
        bool self_employed = role == "childminder" || role == "foster_carer";
        auto started = today_.plus_days(-dice_.between(20, 365 * 14));
        auto born = started.plus_years(-dice_.between(19, 45)).plus_days(-dice_.between(0, 364));
        auto ended = !self_employed && dice_.happens(11) ? started.plus_days(dice_.between(10, today_.days_since_epoch() - started.days_since_epoch())).iso() : std::string{};
        if (!ended.empty() && *Date::parse_iso(ended) < today_) ++left_;
        constexpr std::array part_time{200, 400, 500, 500, 600, 600, 800, 800};
        auto fte = Fte::thousandths(volunteer ? 100 : dice_.happens(58) ? 1000 : dice_.one_of(part_time));
        std::string_view contract = volunteer ? "volunteer" : self_employed ? "self_employed" : dice_.happens(82) ? "permanent" : dice_.happens(60) ? "fixed_term" : "bank";
        if (role == "foster_carer") contract = "foster_carer";
        const auto& place = dice_.one_of(employer.settings);
        return fmt::format("{},{}-{:04},{},{},{},{},{},{},{},{},{},{}\n", employer.code, employer.code, number, composed_family_name(dice_),
                           composed_given_name(dice_), born.uk(), role, contract, fte.text(), place.code, place.locality, started.uk(),
                           ended.empty() ? ended : Date::parse_iso(ended)->uk());
    }

    static SampleFile staff_return(const Employer& employer, const std::vector<std::string>& rows)
    {
        std::string text{staff_header};
        for (const auto& row : rows) text += row;
        return {lower(employer.code) + "-staff.csv", employer.code, text, false};
    }

    /// What a tired person sends at the end of a term: a date that is none, an unknown role, a person twice, an FTE of 37.
    SampleFile faulty_return()
    {
        const auto& employer = employers_[3];  // a primary school
        const auto& place = employer.settings.front();
        auto row = [&](int number, std::string_view born, std::string_view role, std::string_view fte, std::string_view started) {
            return fmt::format("{0},{0}-{1},{2},{3},{4},{5},permanent,{6},{7},{8},{9},\n", employer.code, number, composed_family_name(dice_),
                               composed_given_name(dice_), born, role, fte, place.code, place.locality, started);
        };
        std::string text{staff_header};
        text += row(9001, "14/02/1988", "teacher", "1", "01/09/2024");
        text += row(9002, "31/02/1990", "teacher", "0.6", "01/09/2024");
        text += row(9003, "03/11/1979", "techer", "1", "01/09/2023");
        text += row(9004, "21/06/1995", "teaching_assistant", "37", "01/09/2025");
        text += row(9001, "14/02/1988", "teacher", "1", "01/09/2024");
        text += row(9005, "19/08/1999", "teaching_assistant", "0.8", "");
        return {lower(employer.code) + "-staff-september.csv", employer.code, text, true};
    }

    /// The adult social care layout of 2019, columns in its order, as `stack` of one provider with two workplaces.
    void add_care_provider();

    static std::string lower(std::string text)
    {
        for (char& c : text)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return text;
    }

    static constexpr std::string_view staff_header =
        "organisation,staff_reference,family_name,given_name,date_of_birth,role,contract,fte,setting,locality,start_date,end_date\n";

    Dice dice_;
    Dice own_dice_;  // for what was added to the sample later, so that the rest of it stays as it was
    Date today_;
    Sample sample_;
    std::vector<Employer> employers_;
    std::set<std::string> names_;
    std::string care_provider_;
    int next_locality_ = 0;
    int left_ = 0;  // of the employer's people, those who work there no more
};

void Composer::add_care_provider()
{
    std::string workplaces =
        "LOCALESTID,STATUS,ESTNAME,ADDRESS1,ADDRESS2,ADDRESS3,POSTTOWN,POSTCODE,ESTTYPE,OTHERTYPE,PERMCQC,PERMLA,SHARELA,REGTYPE,PROVNUM,"
        "LOCATIONID,MAINSERVICE,ALLSERVICES,CAPACITY,UTILISATION,SERVICEDESC,SERVICEUSERS,OTHERUSERDESC,TOTALPERMTEMP,ALLJOBROLES,STARTERS,"
        "LEAVERS,VACANCIES,REASONS,REASONNOS\n";
    std::string staff =
        "LOCALESTID,UNIQUEWORKERID,STATUS,DISPLAYID,NINUMBER,POSTCODE,DOB,GENDER,ETHNICITY,NATIONALITY,BRITISHCITIZENSHIP,COUNTRYOFBIRTH,"
        "YEAROFENTRY,DISABLED,CARECERT,RECSOURCE,STARTDATE,STARTINSECT,APPRENTICE,EMPLSTATUS,ZEROHRCONT,DAYSSICK,SALARYINT,SALARY,HOURLYRATE,"
        "MAINJOBROLE,MAINJRDESC,CONTHOURS,AVGHOURS,OTHERJOBROLE,OTHERJRDESC,NMCREG,NURSESPEC,AMHP,SCQUAL,NONSCQUAL\n";
    constexpr std::array roles{4, 7, 8, 8, 8, 9};
    for (int home = 1; home <= 2; ++home) {
        workplaces += fmt::format("harbour {0},UPDATE,Harbour Lane {0},{1} Harbour Lane,,,Westmere,{2},6,,0,1,,0,,,8,8,,,,27,,6,,,,,,\n", home,
                                  dice_.between(1, 90), composed_postcode(dice_));
        for (int worker = 1; worker <= 6; ++worker) {
            ++sample_.staff;
            auto started = today_.plus_days(-dice_.between(60, 3000));
            auto born = started.plus_years(-dice_.between(20, 40));
            auto hours = dice_.happens(60) ? 37 : 20;
            staff += fmt::format("harbour {0},W{0}{1:02},UPDATE,W{0}{1:02},,{2},{3},2,99,826,,826,,0,3,2,{4},{5},2,1,2,0,3,,12.21,{6},,{7},,,,,,,2,2\n", home,
                                 worker, composed_postcode(dice_), born.uk(), started.uk(), started.year(), roles[static_cast<std::size_t>(worker - 1)], hours);
        }
    }
    sample_.files.push_back({"harbour-lane-workplaces.csv", care_provider_, workplaces});
    sample_.files.push_back({"harbour-lane-staff.csv", care_provider_, staff});
}

}  // namespace

Sample compose_sample(std::uint64_t seed, Date today) { return Composer{seed, today}.compose(); }

}  // namespace kith::app
