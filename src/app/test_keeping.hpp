#pragma once
// Two organisations with leavers and staff, by files through the whole house: what tests of keeping and erasing stand on.
#include "access/invitations.hpp"
#include "db/verify.hpp"
#include "files/xlsx_writer.hpp"
#include "jobs/inbox.hpp"
#include "kit/whole_house.hpp"
#include "retention/retention_register.hpp"
#include "workforce/staff_register.hpp"
#include "workforce/subject_register.hpp"
#include <gtest/gtest.h>

namespace kith::app {

using access::Role;
using access::Scope;

inline constexpr const char* organisations = "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on\r\n"
                                      "OAK,Oak Trust,nursery,pvi,early_years,40,\r\nELM,Elm Trust,nursery,pvi,early_years,,\r\n";
inline constexpr const char* header = "organisation,staff_reference,family_name,given_name,date_of_birth,role,contract,fte,start_date,end_date\r\n";
inline constexpr const char* staff = "OAK,A1,Reyes,Ana,03/04/1990,nursery_worker,permanent,1,01/09/2010,31/08/2015\r\n"
                              "OAK,A2,Lund,Mo,05/06/1991,nursery_worker,permanent,0.5,01/09/2020,\r\n";
inline constexpr const char* changed = "OAK,A1,Reyes-Hart,Ana,03/04/1990,nursery_worker,permanent,1,01/09/2010,31/08/2015\r\n";
inline constexpr const char* elsewhere = "ELM,A1,Mistry,Bel,03/04/1990,nursery_worker,permanent,1,01/09/2010,31/08/2012\r\n";

class Keeping : public testing::TestWithParam<db::Engine> {
protected:
    void SetUp() override
    {
        ASSERT_EQ(house_.import({{"organisations.csv", organisations}}).exit_code, 0);
        ASSERT_TRUE(house_.import({{"first.csv", std::string{header} + staff}}).files.at(0).taken);
        ASSERT_TRUE(house_.import({{"second.csv", std::string{header} + changed}}).files.at(0).taken);
        ASSERT_TRUE(house_.import({{"elm.csv", std::string{header} + elsewhere}}).files.at(0).taken);
    }

    kit::TestApp& app() { return house_.app(); }
    access::OrganisationId organisation(std::string_view code) { return house_.organisation(code).id; }
    access::StaffRecordId record(std::string_view code, std::string_view reference)
    {
        db::Reader reader{house_.database()};
        return workforce::find_staff_record(reader, organisation(code), reference).value();
    }
    std::string path(std::string_view code, std::string_view reference)
    {
        db::Reader reader{house_.database()};
        return "/staff/" + workforce::find_subject(reader, record(code, reference), app().today())->public_id.text();
    }
    void sign_in_steward() { app().sign_in(Role::data_steward, Scope::organisation(organisation("OAK")), "Sam Steward"); }
    std::int64_t scalar(const std::string& sql)
    {
        db::Reader reader{house_.database()};
        return reader.one(sql)->at<std::int64_t>(0);
    }
    bool chain_holds()
    {
        db::Reader reader{house_.database()};
        return db::verify(reader).holds();
    }
    /// True where `words` stand in any text of a table, superseded versions and deleted files included.
    bool held_anywhere(const std::string& words)
    {
        return scalar("SELECT COUNT(*) FROM staff_record WHERE family_name LIKE '%" + words + "%' OR name_key LIKE '%" + words + "%' OR reference LIKE '%" + words + "%'") > 0;
    }
    std::int64_t kept_files(const std::string& name) { return scalar("SELECT COUNT(*) FROM handed_in_piece p JOIN handed_in h ON h.id = p.handed_in_id WHERE h.file_name = '" + name + "'"); }

    web::Fields erasing(std::string depth = "person") const { return {{"depth", std::move(depth)}, {"ground", "asked"}, {"words", "Decided by the head on 3 November"}, {"sure", "yes"}}; }

    kit::WholeHouse house_{{.engine = GetParam()}, db::SealingKey::from_bytes(std::vector<unsigned char>(32, 7)).value()};
};

}  // namespace kith::app
