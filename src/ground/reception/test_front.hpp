#pragma once
// Reception in process for its tests: two organisations and a locality to give roles in, and one staff record to ask about.
#include "db/transaction.hpp"
#include "kit/test_app.hpp"
#include "reception/routes.hpp"

#include <gtest/gtest.h>

#include <array>

namespace kith::reception {

/// The public id of Elm Nursery's record A1.
inline constexpr std::string_view record_of_elm = "01h00000000000000000000000";
inline constexpr std::string_view password = "three quiet words";

struct Front {
    explicit Front(web::Settings settings = {}) : app{[this](web::Routes& routes) { add_routes(routes, desk); }, {.settings = std::move(settings)}} {}

    web::Home home;
    access::Hasher hasher{{.passes = 1, .memory_bytes = 8192}};
    Desk desk{.hasher = hasher,
              .home = home,
              .places = {.organisations = [](db::Reader&) { return std::vector<Place>{{3, "Elm Nursery", "ELM"}, {4, "Oak School", "OAK"}}; },
                         .localities = [](db::Reader&) { return std::vector<Place>{{5, "Westfield", "WEST"}}; },
                         .staff_record = [](db::Reader&, access::OrganisationId organisation, std::string_view reference) {
                             return organisation == access::OrganisationId{4} && reference == "A1" ? std::optional{access::StaffRecordId{9}} : std::nullopt;
                         },
                         .record_called = [](db::Reader&, access::OrganisationId organisation, std::string_view reference) -> Result<PublicId> {
                             if (organisation.value() == 3 && reference == "A1") return PublicId::parse(record_of_elm).value();
                             return not_found("Staff record");
                         }},
              .key = db::SealingKey::from_bytes(std::array<unsigned char, 32>{7}).value(),
              .page_name = [](std::string_view pattern) { return pattern == "/staff/{record}" ? std::string{"a staff record"} : std::string{}; },
              .contact = {}};
    kit::TestApp app;

    access::Account given(std::string email, std::vector<access::Grant> grants, std::string name = "Robin Example")
    {
        db::Writer writer{app.database()};
        const auto opened = access::create_account(writer, {std::move(email), std::move(name), std::move(grants)}, {}, {}, app.chance(), app.now()).value();
        access::set_password_hash(writer, opened.account, hasher.hash(access::Password{std::string{password}}), {}, app.now());
        auto account = access::find_account(writer, opened.account).value();
        writer.commit();
        return account;
    }
    kit::Answer sign_in(std::string email = "robin@example.org", std::string_view typed = password, std::string wanted = "/account")
    {
        return app.post("/sign-in", {{"email", std::move(email)}, {"password", std::string{typed}}, {"return", std::move(wanted)}});
    }
    std::int64_t count(std::string_view sql)
    {
        db::Reader reader{app.database()};
        return reader.one(sql)->at<std::int64_t>(0);
    }
};

}  // namespace kith::reception
