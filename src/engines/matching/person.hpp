#pragma once
// A record of a person as it is compared: values folded once, what says nothing taken for missing. Pure.
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kith::matching {

/// What a file or a register says of a person; empty where it says nothing.
struct Told {
    std::string id, source;
    std::string forename, surname, birth_date, sex, postcode, house;
    std::string other;  ///< anything else that tells people apart, such as an e-mail address
};

/// The place of a folded text in a Texts; 0 is no text.
using Text = std::uint32_t;

/// Folded texts, each once, with how many records have it.
class Texts {
public:
    Texts() { texts_.emplace_back(); counts_.push_back(0); }
    /// The place of a text; counted once more where a record has it as a value, not where it is only compared with.
    Text keep(std::string_view folded, bool counts = true);
    const std::string& operator[](Text text) const { return texts_[text]; }
    std::int64_t count(Text text) const { return counts_[text]; }

private:
    std::unordered_map<std::string, Text> places_;
    std::vector<std::string> texts_;
    std::vector<std::int64_t> counts_;
};

/// A prepared record. A birth date is year * 10000 + month * 100 + day; 0 where there is none.
struct Person {
    Text forename = 0, first_part = 0;   ///< "anna louise" and "anna"
    Text surname = 0;
    std::vector<Text> surname_parts;     ///< of a double surname, each by itself
    std::int32_t birth_date = 0;
    bool is_default_day = false;         ///< 1 January or 1 July: often put where the day is not known
    char sex = 0;                        ///< 'm', 'f' or 0
    Text postcode = 0, outward = 0, house = 0, other = 0;
    Text source = 0;
};

/// The records of one run, prepared, with the texts that they share.
struct People {
    std::vector<Person> persons;
    std::vector<std::string> ids;
    Texts texts;
};
/// Reads a record into the run. Placeholders such as "unknown", "baby" or 01/01/1900 say nothing.
void add(People& people, const Told& told);

}  // namespace kith::matching
