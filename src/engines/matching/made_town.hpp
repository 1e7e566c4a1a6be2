#pragma once
// For tests: a made town, so that what is right is known.
#include "base/date.hpp"
#include "matching/person.hpp"

#include <random>

namespace kith::matching {

inline Told told(std::string forename, std::string surname, std::string birth_date, std::string postcode = "SK22 9ZW", std::string house = "4", std::string sex = "f")
{
    return {.id = {}, .source = {}, .forename = std::move(forename), .surname = std::move(surname), .birth_date = std::move(birth_date), .sex = std::move(sex), .birth_place = {}, .address = {std::move(postcode), std::move(house)}, .contact = {}};
}

struct Town {
    std::vector<Told> records;
    std::vector<std::uint32_t> truth, families;
    People people() const
    {
        People all;
        for (const auto& record : records) add(all, record);
        return all;
    }
};
/// Families with brothers, sisters and twins, each child known to some services, with slips.
inline Town town(std::uint64_t seed, int families)
{
    static const std::vector<std::string> forenames{"Amelia", "Oliver", "Aisha", "Mohammed", "Zofia", "Jakub", "Isla", "George", "Freya", "Arthur", "Maryam", "Leo", "Poppy", "Theo", "Ivy", "Harry", "Eleni", "Omar", "Ruby", "Noah", "Hana", "Ewan", "Nia", "Rhys"};
    static const std::vector<std::string> beginnings{"Hart", "Wood", "Black", "Ash", "Green", "Khan", "Nowa", "Oko", "Mc", "Fitz", "Brad", "Lang"}, endings{"ley", "ford", "ski", "field", "ton", "wick", "ham", "son", "bury", "well"};
    std::mt19937_64 chance{seed};
    const auto pick = [&](const auto& list) -> const auto& { return list[chance() % list.size()]; };
    const auto one_in = [&](std::uint64_t number) { return chance() % number == 0; };
    Town made;
    std::uint32_t child = 0;
    for (int family = 0; family < families; ++family) {
        const auto surname = pick(beginnings) + pick(endings), house = std::to_string(1 + chance() % 90);
        const auto postcode = "WM" + std::to_string(1 + chance() % 9) + " " + std::to_string(chance() % 10) + static_cast<char>('A' + chance() % 20) + static_cast<char>('A' + chance() % 20);
        std::string birth;
        for (auto children = 1 + chance() % 3; children > 0; --children) {
            const bool is_twin = !birth.empty() && one_in(8);
            if (!is_twin) birth = Date::of(static_cast<int>(2008 + chance() % 16), static_cast<int>(1 + chance() % 12), static_cast<int>(1 + chance() % 28)).value().iso();
            const auto forename = pick(forenames) + (one_in(2) ? "" : std::string{" "} + pick(forenames));
            for (auto records = 1 + chance() % 3; records > 0; --records) {
                auto slip = told(forename, surname, birth, postcode, house, "f");
                if (one_in(12)) slip.forename.erase(slip.forename.size() / 2, 1);
                if (one_in(15)) slip.birth_date = slip.birth_date.substr(0, 8) + "0" + std::to_string(1 + chance() % 9);
                if (one_in(10)) slip.address = {"WM1 1AA", "99"};
                if (one_in(20)) slip.surname = pick(beginnings) + pick(endings);
                slip.id = "r" + std::to_string(made.truth.size());
                made.records.push_back(slip);
                made.truth.push_back(child);
                made.families.push_back(static_cast<std::uint32_t>(family));
            }
            ++child;
        }
    }
    return made;
}

}  // namespace kith::matching
