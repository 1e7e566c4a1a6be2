#pragma once
// Returns by real routes and SQL in process, with a toy kind: what tests of their pages stand on.
#include "kit/test_app.hpp"
#include "kit/toy_kind.hpp"
#include "returns/return_jobs.hpp"
#include "returns/return_store.hpp"
#include "returns/routes.hpp"

namespace kith::returns {

using access::Role;
using access::Scope;
inline const access::OrganisationId acorn{1};
inline const access::OrganisationId beech{2};

class ReturnPages : public testing::Test {
protected:
    explicit ReturnPages(kit::AppOptions options = {})
        : app_(
              [this](web::Routes& routes, kit::TestApp& app) {
                  kit::make_toy_table(app.database());
                  desk_ = std::make_shared<Desk>(kit::toy_desk(app.database()));
                  add_routes(routes, desk_);
                  add_jobs(app.queue(), desk_, [&app] { return app.now(); });
              },
              std::move(options))
    {
    }

    void sign_in_steward(access::OrganisationId organisation = acorn) { app_.sign_in(Role::data_steward, Scope::organisation(organisation), "Robin Hale"); }
    kit::Answer hand_in(std::string_view bytes, const web::Fields& fields = {}) { return app_.upload("/returns", "file", "toys.csv", bytes, fields); }
    /// Handed in and checked; answers its path.
    std::string checked(std::string_view bytes, const web::Fields& fields = {})
    {
        const auto answer = hand_in(bytes, fields);
        EXPECT_EQ(answer.status, 303) << answer.text();
        app_.queue().run_all();
        return answer.location();
    }
    void accept(const std::string& path, web::Fields fields = {})
    {
        fields.emplace_back("seen", app_.get(path).value("seen"));
        const auto answer = app_.post(path + "/accept", fields);
        EXPECT_EQ(answer.status, 303) << answer.text();
        app_.queue().run_all();
    }
    std::string accepted(std::string_view bytes, const web::Fields& fields = {})
    {
        auto path = checked(bytes);
        accept(path, fields);
        return path;
    }
    std::size_t toys(access::OrganisationId organisation = acorn)
    {
        db::Reader reader{app_.database()};
        return kit::toys_held(reader, organisation.value()).size();
    }
    std::string public_id_of(std::string_view code)
    {
        db::Reader reader{app_.database()};
        return desk_->organisations.find(reader, code)->public_id.text();
    }

    std::shared_ptr<Desk> desk_;
    kit::TestApp app_;
};

constexpr const char* three = "reference,amount\nbear,1\nball,2\nkite,x\n";

}  // namespace kith::returns
