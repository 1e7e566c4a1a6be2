// How many children live in the fictional area, as a partnership would hand it in: by locality and in all, by age, sex, ethnic group and
// disability. Numbers are the sample's own; shares are near those of England in the census of 2021.
#include "app/sample_children.hpp"

#include "app/dice.hpp"
#include "app/sample_places.hpp"

#include <fmt/format.h>

#include <array>
#include <map>

namespace kith::app {
namespace {

struct ShareOfChildren {
    std::string_view characteristic, code;
    int thousandths;
};
/// Of each characteristic a thousand together, but for ages from 18, who are counted beside the children.
constexpr std::array<ShareOfChildren, 15> shares{{{"age", "0_4", 262},
                                                  {"age", "5_9", 284},
                                                  {"age", "10_14", 290},
                                                  {"age", "15_17", 164},
                                                  {"sex", "female", 488},
                                                  {"sex", "male", 512},
                                                  {"ethnicity", "white", 728},
                                                  {"ethnicity", "mixed", 66},
                                                  {"ethnicity", "asian", 120},
                                                  {"ethnicity", "black", 60},
                                                  {"ethnicity", "other", 26},
                                                  {"disability", "disabled", 72},
                                                  {"disability", "not_disabled", 905},
                                                  {"disability", "not_stated", 23},
                                                  {"age", "18_24", 340}}};

/// The place of a characteristic's largest group of children.
std::size_t largest_of(std::string_view characteristic)
{
    std::size_t largest = shares.size();
    for (std::size_t place = 0; place < shares.size(); ++place) {
        if (shares[place].characteristic != characteristic || shares[place].code == "18_24") continue;
        if (largest == shares.size() || shares[place].thousandths > shares[largest].thousandths) largest = place;
    }
    return largest;
}

}  // namespace

std::string children_file(std::uint64_t seed, SampleSize size)
{
    Dice dice{seed ^ 0x4348494CU};
    std::string text = "locality,characteristic,code,children,source,as_of\n";
    std::array<int, shares.size()> whole{};
    const auto add = [&](std::string_view locality, std::size_t place, int children) {
        text += fmt::format("{},{},{},{},\"Sample, after the shape of Census 2021\",21/03/2021\n", locality, shares[place].characteristic, shares[place].code, children);
    };
    for (const auto& locality : sample_localities(size)) {
        const auto children = dice.between(3'200, 7'400);
        std::array<int, shares.size()> here{};
        std::map<std::string_view, int> left;  // of each characteristic, so that all of them add up to the same children
        for (std::size_t place = 0; place < shares.size(); ++place) {
            here[place] = children * shares[place].thousandths / 1000 * dice.between(92, 108) / 100;
            if (shares[place].code != "18_24") left.try_emplace(shares[place].characteristic, children).first->second -= here[place];
        }
        for (const auto& [characteristic, children_left] : left) here[largest_of(characteristic)] += children_left;
        for (std::size_t place = 0; place < shares.size(); ++place) {
            whole[place] += here[place];
            add(locality.code, place, here[place]);
        }
    }
    for (std::size_t place = 0; place < shares.size(); ++place) add({}, place, whole[place]);
    return text;
}

}  // namespace kith::app
