// Any bytes as a staff or workplace file: findings or a refusal in words, never a fall.
#include "intake/annotated_file.hpp"
#include "intake/workplace.hpp"
#include "intake/staff_check.hpp"
#include "kit/intake_sample.hpp"

#include <gtest/gtest.h>

#include <random>

namespace kith::intake {

TEST(AnyBytes, GiveFindingsOrARefusal)
{
    constexpr unsigned seed = 314;
    std::mt19937 chance{seed};
    auto area = kit::sample_area();
    auto staff = kit::staff_file({{}, {.staff_reference = "A2", .national_insurance_number = "AB123456C", .engagement_reference = "E"}});
    std::string workplaces = "LOCALESTID,STATUS,ESTNAME,ALLSERVICES,CAPACITY,TOTALPERMTEMP\r\nW1,NEW,\"Ash, House\",23;38,;,4\r\n";
    constexpr std::string_view noise = ",;\"\r\n\t=\x80\xFF\xC3\xA9"
                                       "09aZ/-.";
    for (int round = 0; round < 3'000; ++round) {
        auto bytes = round % 2 == 0 ? staff : workplaces;
        for (auto changes = 1 + chance() % 8; changes > 0; --changes) {
            auto at = chance() % bytes.size();
            if (chance() % 3 == 0) bytes.erase(at, 1 + chance() % 5);
            else bytes.insert(at, 1, noise[chance() % noise.size()]);
            if (bytes.empty()) bytes = ",";
        }
        auto check = check_staff("any.csv", bytes, area);
        auto places = check_workplaces("any.csv", bytes, area);
        ASSERT_TRUE(check.file || !check.refusal.empty()) << "seed " << seed << " round " << round;
        ASSERT_TRUE(!places.refusal.empty() || !places.rows.empty()) << "seed " << seed << " round " << round;
        (void)annotated({"any.csv", bytes}, check.findings);
    }
}

}  // namespace kith::intake
