#include "app/made_people.hpp"

#include "app/made_names.hpp"
#include "base/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::app {
namespace {

/// How an agency writes: of a hundred records, how many have what.
struct Habits {
    std::string_view code;
    int weight;             ///< how often a person is known to it
    int slips;              ///< a letter or digit mistyped, of each value
    int short_forms;        ///< what somebody is called at home in place of the name
    int no_forename, no_birth_date, no_postcode, no_sex;
    int default_day;        ///< the first of January where the day is not known
    int out_of_date;        ///< the address or the surname of before
};
constexpr std::array<Habits, 7> of_children{{{"school_census", 38, 2, 4, 0, 1, 1, 0, 0, 8},
                                             {"gp_register", 29, 2, 2, 0, 1, 2, 1, 0, 18},
                                             {"health_visiting", 14, 3, 3, 4, 1, 2, 1, 0, 16},
                                             {"social_care", 8, 4, 5, 2, 3, 6, 2, 2, 14},
                                             {"voluntary", 5, 5, 12, 2, 8, 10, 6, 2, 12},
                                             {"early_help", 3, 4, 8, 2, 3, 5, 3, 1, 12},
                                             {"youth_offending", 3, 3, 6, 0, 2, 4, 1, 1, 18}}};
constexpr std::array<Habits, 6> of_workers{{{"payroll_council", 30, 2, 2, 0, 1, 1, 0, 0, 8},
                                            {"payroll_trust", 22, 2, 2, 0, 1, 1, 0, 0, 8},
                                            {"school_workforce", 20, 2, 3, 0, 1, 3, 1, 0, 10},
                                            {"training_body", 14, 4, 10, 0, 20, 12, 8, 1, 14},
                                            {"register", 8, 2, 2, 0, 0, 2, 1, 0, 20},
                                            {"small_provider", 6, 4, 14, 1, 55, 45, 20, 1, 8}}};

struct Lived {
    std::string postcode, house;
};
struct Human {
    std::int64_t number = 0;
    NameOrigin origin{};
    std::string forename, middle, surname, surname_before;
    Date birth;
    bool is_female = false;
    Lived home, home_before;
    std::string insurance;
};

class Maker {
public:
    Maker(const MadePlan& plan, const std::function<void(const std::vector<std::string>&)>& take) : plan_(plan), take_(take), dice_(plan.seed) {}

    void make()
    {
        const auto rows = plan_.records;
        std::vector<std::vector<std::string>> held;  // mixed in portions, so that a person's records do not stand together
        while (written_ < rows) {
            for (auto& human : household())
                for (auto times = records_of_one(); times > 0 && written_ < rows; --times) {
                    held.push_back(record_of(human));
                    ++written_;
                }
            constexpr std::size_t portion = 50'000;
            if (held.size() >= portion || written_ >= rows) hand_over(held);
        }
    }

private:
    void hand_over(std::vector<std::vector<std::string>>& held)
    {
        for (auto at = held.size(); at > 1; --at) std::swap(held[at - 1], held[dice_.next() % at]);
        for (auto& row : held) {
            row.front() = fmt::format("r{:07}", handed_++);
            take_(row);
        }
        held.clear();
    }

    int records_of_one()
    {
        // Most are known once; a few, in much contact, many times.
        auto times = 1;
        for (auto percent = 16; times < 9 && dice_.happens(percent); ++times) percent = 32;
        return times;
    }

    Lived a_home()
    {
        // About fifteen households share a postcode, among as many as the records need.
        const auto postcodes = std::max<std::int64_t>(plan_.records / 30, 50);
        auto code = dice_.next() % static_cast<std::uint64_t>(postcodes);
        const auto letter = [&] {
            constexpr std::string_view letters = "ABDEFGHJLNPQRSTUWXYZ";
            const auto one = letters[code % letters.size()];
            code /= letters.size();
            return one;
        };
        const auto one = letter(), two = letter(), three = letter();
        const auto postcode = fmt::format("{}{}{} {}{}{}", three, letter(), 1 + code % 9, code / 9 % 10, one, two);
        const auto house = std::to_string(dice_.between(1, 90)) + (dice_.happens(6) ? std::string{static_cast<char>('A' + dice_.between(0, 3))} : std::string{});
        return {postcode, house};
    }

    Date a_birth()
    {
        const auto [from, to] = plan_.kind == MadeKind::children ? std::pair{2007, 2025} : std::pair{1957, 2006};
        return Date::of(from, 1, 1)->plus_days(dice_.between(0, (to - from) * 365));
    }

    std::vector<Human> household()
    {
        const auto origin = an_origin(dice_);
        const auto surname = a_surname(dice_, origin), other_surname = dice_.happens(12) ? a_surname(dice_, an_origin(dice_)) : surname;
        const auto home = a_home();
        const auto before = dice_.happens(55) ? a_home() : home;
        std::vector<Human> all;
        const auto number = plan_.kind == MadeKind::workers ? (dice_.happens(12) ? 2 : 1) : 1 + (dice_.happens(55) ? 1 : 0) + (dice_.happens(22) ? 1 : 0) + (dice_.happens(8) ? 1 : 0);
        for (int at = 0; at < number; ++at) {
            const bool is_twin = at > 0 && plan_.kind == MadeKind::children && dice_.between(1, 1000) <= 15;
            Human human{.number = ++humans_, .origin = origin, .surname = at % 2 == 0 ? surname : other_surname, .birth = is_twin ? all.back().birth : a_birth(), .is_female = dice_.happens(50), .home = home, .home_before = before};
            do human.forename = a_forename(dice_, origin, human.is_female);
            while (std::ranges::any_of(all, [&](const Human& sibling) { return sibling.forename == human.forename; }));
            if (dice_.happens(60)) human.middle = a_forename(dice_, origin, human.is_female);
            human.surname_before = human.surname;
            if (dice_.happens(plan_.kind == MadeKind::workers && human.is_female ? 30 : 14)) human.surname_before = a_surname(dice_, dice_.happens(80) ? origin : an_origin(dice_));
            if (dice_.happens(4)) human.surname = human.surname + "-" + a_surname(dice_, origin);
            human.insurance = fmt::format("{}{}{:06}{}", "ABCEGHJK"[dice_.next() % 8], "ABCEGHJK"[dice_.next() % 8], dice_.between(0, 999'999), "ABCD"[dice_.next() % 4]);
            all.push_back(std::move(human));
        }
        return all;
    }

    /// One letter left out, put in, replaced or exchanged with its neighbour.
    std::string slipped(std::string text)
    {
        if (text.size() < 3) return text;
        const auto at = static_cast<std::size_t>(dice_.between(0, static_cast<int>(text.size()) - 2));
        const bool is_number = text[at] >= '0' && text[at] <= '9';
        const auto other = is_number ? static_cast<char>('0' + dice_.between(0, 9)) : static_cast<char>('a' + dice_.between(0, 25));
        switch (dice_.between(1, is_number ? 2 : 4)) {
        case 1: text[at] = other; break;
        case 2: std::swap(text[at], text[at + 1]); break;
        case 3: text.erase(at, 1); break;
        default: text.insert(at, 1, other); break;
        }
        return text;
    }

    std::string forename_of(const Human& human, const Habits& habits)
    {
        if (dice_.happens(habits.no_forename)) return human.forename.size() % 2 == 0 ? "Baby" : "";
        auto name = human.forename;
        if (dice_.happens(habits.short_forms)) name = a_short_form(dice_, name);
        else if (dice_.happens(6)) name = another_spelling(dice_, name);
        else if (dice_.between(1, 1000) <= 8) name = human.middle.empty() ? name : human.middle;  // goes by the second name
        else if (dice_.between(1, 1000) <= 3) name = a_forename(dice_, human.origin, human.is_female);  // another name altogether
        else if (!human.middle.empty() && dice_.happens(10)) name += " " + human.middle;
        return dice_.happens(habits.slips) ? slipped(name) : name;
    }

    std::string surname_of(const Human& human, const Habits& habits)
    {
        auto name = dice_.happens(human.surname == human.surname_before ? 0 : 20 + habits.out_of_date) ? human.surname_before : human.surname;
        if (const auto hyphen = name.find('-'); hyphen != std::string::npos && dice_.happens(45)) name = dice_.happens(50) ? name.substr(0, hyphen) : name.substr(hyphen + 1);
        if (dice_.happens(6)) name = another_spelling(dice_, name);
        if (dice_.between(1, 1000) <= 5) return "";
        return dice_.happens(habits.slips) ? slipped(name) : name;
    }

    std::string birth_of(const Human& human, const Habits& habits)
    {
        if (dice_.happens(habits.no_birth_date)) return "";
        if (dice_.happens(habits.default_day)) return fmt::format("{:04}-01-01", human.birth.year());
        if (dice_.between(1, 1000) <= 6 && human.birth.day() <= 12) return fmt::format("{:04}-{:02}-{:02}", human.birth.year(), human.birth.day(), human.birth.month());
        return dice_.happens(habits.slips) ? slipped(human.birth.iso()) : human.birth.iso();
    }

    const Habits& an_agency()
    {
        const auto choose = [&](const auto& list) -> const Habits& {
            auto left = dice_.between(1, 100);
            for (const auto& one : list)
                if ((left -= one.weight) <= 0) return one;
            return list.back();
        };
        return plan_.kind == MadeKind::children ? choose(of_children) : choose(of_workers);
    }

    std::vector<std::string> record_of(const Human& human)
    {
        const auto& habits = an_agency();
        auto home = dice_.happens(habits.out_of_date + 8) ? human.home_before : human.home;
        if (dice_.happens(4)) home = a_home();  // with somebody else for a time
        if (dice_.happens(habits.no_postcode)) home.postcode = "";
        else if (dice_.happens(habits.slips)) home.postcode = slipped(home.postcode);
        if (dice_.happens(3)) home.house = "";
        auto forename = forename_of(human, habits), surname = surname_of(human, habits);
        if (dice_.between(1, 1000) <= 5) std::swap(forename, surname);
        const bool says_female = dice_.between(1, 1000) <= 5 ? !human.is_female : human.is_female;
        const bool has_insurance = plan_.kind == MadeKind::workers && dice_.happens(habits.no_birth_date > 10 ? 10 : 85);
        return {"", std::string{habits.code}, forename, surname, birth_of(human, habits), dice_.happens(habits.no_sex) ? "" : says_female ? "F" : "M", home.postcode, home.house,
                has_insurance ? (dice_.happens(1) ? slipped(human.insurance) : human.insurance) : "", std::to_string(human.number), std::string{code_of(human.origin)}};
    }

    MadePlan plan_;
    const std::function<void(const std::vector<std::string>&)>& take_;
    Dice dice_;
    std::int64_t written_ = 0, handed_ = 0, humans_ = 0;
};

}  // namespace

const std::vector<std::string>& made_columns()
{
    static const std::vector<std::string> all{"unique_id", "source", "first_name", "surname", "dob", "sex", "postcode", "house_no", "ni_number", "person", "origin"};
    return all;
}

void make_people(const MadePlan& plan, const std::function<void(const std::vector<std::string>&)>& take) { Maker{plan, take}.make(); }

}  // namespace kith::app
