// Plans made on one thread and written on another: the register must be the same, and whole or absent.
#include "db/verify.hpp"
#include "kit/databases.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/staff_register.hpp"
#include "workforce/staff_steps.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

namespace kith::workforce {
namespace {

NewStaffRecord worker(int number)
{
    const auto started = Date::of(2024, 1, 8).value();
    EngagementTerms terms{.from_on = started, .role_list = "roles", .role_code = "teacher", .sector = "education", .breadth = "core", .contract = "permanent"};
    return {.record = {.reference = fmt::format("W{}", number), .family_name = PersonName{fmt::format("Name{}", number)}},
            .engagements = {{.engagement = {.reference = "1", .started_on = started}, .terms = {terms}}}};
}

class Steps : public kit::EachEngine {
protected:
    static constexpr int many = 6000;

    void SetUp() override
    {
        db::Writer writer{database()};
        db::ChangeSet changes{writer, now(), {}, "test"};
        for (const auto* code : {"acorns", "brook"}) {
            organisations_.push_back(add(changes, partnership::Organisation{.code = code, .name = code, .sector = "education", .kind = "school"}, now())->id);
        }
        writer.commit();
    }

    Plan plan_of(OrganisationId organisation, int from, int to) const
    {
        Plan plan{.organisation = organisation};
        for (int number = from; number < to; ++number) plan.new_records.push_back(worker(number));
        return plan;
    }

    void take_both(const std::function<void()>& at_the_end = [] {})
    {
        db::Writer writer{database()};
        db::ChangeSet changes{writer, now(), {}, "test"};
        const auto applied = apply_each(changes, many, now(), {}, [&](db::Reader&, const std::function<void(const Plan&)>& take) {
            take(plan_of(organisations_[0], 0, 4500));
            take(plan_of(organisations_[1], 4500, many));
            at_the_end();
        });
        EXPECT_EQ(applied.rows(), 3 * many);
        writer.commit();
    }

    std::vector<OrganisationId> organisations_;
};

TEST_P(Steps, WrittenBesideTheirMakingHangTogetherAndVerify)
{
    take_both();
    db::Reader reader{database()};
    std::set<std::string> references;
    for (auto organisation : organisations_) {
        for (const auto& held : load_view(reader, organisation, {}).records) {
            ASSERT_EQ(held.engagements.size(), 1U);
            ASSERT_EQ(held.engagements.front().terms.size(), 1U);
            EXPECT_EQ("Name" + held.record.reference.substr(1), held.record.family_name.reveal());
            references.insert(held.record.reference);
        }
    }
    EXPECT_EQ(references.size(), static_cast<std::size_t>(many));
    EXPECT_TRUE(db::verify(reader).holds());
}

TEST_P(Steps, AreAllAbsentWhereTheirMakerFails)
{
    EXPECT_THROW(take_both([] { throw std::runtime_error("the file could not be read to its end"); }), std::runtime_error);
    db::Reader reader{database()};
    for (auto organisation : organisations_) EXPECT_TRUE(load_view(reader, organisation, {}).records.empty());
    EXPECT_TRUE(db::verify(reader).holds());
}

TEST_P(Steps, ForOtherIdsThanTheyAreGivenAreRefused)
{
    db::Writer writer{database()};
    db::ChangeSet changes{writer, now(), {}, "test"};
    ComingIds ids{[&](const db::RegisterTable& table) { return changes.next_id(table) + 1; }};
    PublicIdOrder order{1};
    const auto write = [&](StaffSteps steps) { carry_out(changes, std::move(steps)); };
    EXPECT_THROW(make_ready({writer, {}, now(), ids, order}, plan_of(organisations_[0], 0, 1), write), std::logic_error);
}

TEST(PublicIdOrder, RisesThroughoutItsSecond)
{
    PublicIdOrder few{3};
    EXPECT_EQ(few.next(), 0);
    EXPECT_EQ(few.next(), 1);
    PublicIdOrder order{100'000};
    int last = 0;
    for (int i = 0; i < 100'500; ++i) {
        const auto next = order.next();
        ASSERT_GE(next, last);
        last = next;
    }
    EXPECT_EQ(last, 999);
}

KITH_ON_EACH_ENGINE(Steps);

}  // namespace
}  // namespace kith::workforce
