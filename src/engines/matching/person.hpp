#pragma once
// A record of a person as it is compared: values folded once, what says nothing taken for missing. Pure.
#include "matching/identifiers.hpp"
#include "matching/variants.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::matching {

struct Address {
    std::string postcode, house;
};
/// What a file or a register says of a person; empty where it says nothing.
struct Told {
    std::string id, source;
    std::string forename, surname, birth_date, sex, birth_place;
    Address address;
    std::string contact;  ///< an e-mail address or telephone; a family may share one
    std::array<std::string, identifier_kinds> identifiers{};
    std::vector<std::string> earlier_forenames{}, earlier_surnames{};  ///< that the person is known to have had; the first twenty of each count
    std::vector<Address> earlier_addresses{};
};

/// The same with its values folded: accents, capitals and hyphens set aside, placeholders empty. Depends on nothing else, so that records can be folded on one thread and taken in on another.
struct Folded {
    std::string id, source;
    std::string forename, surname, birth_place;
    Address address;
    std::string contact;
    std::int32_t birth_date = 0;  ///< as in Person
    char sex = 0;
    std::array<Identified, identifier_kinds> identifiers{};
    std::vector<std::string> earlier_forenames{}, earlier_surnames{};
    std::vector<Address> earlier_addresses{};
};
Folded folded(const Told& told);

/// The place of a folded text in a Texts; 0 is no text.
using Text = std::uint32_t;

/// Folded texts, each once, with how many records have it as a value. Counting ends when a model is made of them: what comes after is compared under the counts of that model.
class Texts {
public:
    Texts();
    Text keep(std::string_view folded);
    /// 0 where there is no such text.
    Text find(std::string_view folded) const;
    /// Keeps it and, until counting ended, counts it once more.
    Text count_in(std::string_view folded);
    const std::string& operator[](Text text) const { return texts_[text]; }
    std::int64_t count(Text text) const { return counts_[text]; }
    std::size_t size() const { return texts_.size(); }
    void end_counting() { is_counting_ = false; }
    bool is_counting() const { return is_counting_; }
    /// Of a model that was made elsewhere.
    void set_count(std::string_view folded, std::int64_t count) { counts_[keep(folded)] = count; }

private:
    void grow();
    /// The slot of a text, or the free one where it belongs.
    std::size_t slot_of(std::string_view folded, std::uint32_t hash) const;
    std::vector<std::string> texts_;
    std::vector<std::int64_t> counts_;
    std::vector<std::uint32_t> hashes_;  ///< of each text
    std::vector<Text> slots_;            ///< texts by hash, the next free slot where one is taken; 0 is free
    bool is_counting_ = true;
};

struct Forename {
    Text whole = 0, first = 0;  ///< "anna louise" and "anna"
    Text second = 0;            ///< "louise", or 0
    std::array<Text, 4> variants{};  ///< groups of names used for one another in which "anna" stands
};
struct Surname {
    Text whole = 0;
    std::array<Text, 3> parts{};  ///< of a double surname, each by itself; particles such as "de" tell nobody apart
};
struct Home {
    Text postcode = 0, outward = 0;
    Text house = 0;
    Text whole = 0;  ///< postcode and house
};
/// Names and addresses that a person had before: each may be what another record holds.
struct Earlier {
    std::vector<Forename> forenames;
    std::vector<Surname> surnames;
    std::vector<Home> homes;
};

/// A prepared record. A birth date is year * 10000 + month * 100 + day; 0 where there is none.
struct Person {
    Forename forename;
    Surname surname;
    Home home;
    std::int32_t birth_date = 0;
    Text birth_day = 0;           ///< the birth date as a text, to be counted
    bool is_default_day = false;  ///< 1 January or 1 July: often put where the day is not known
    char sex = 0;                 ///< 'm', 'f' or 0
    Text birth_place = 0, contact = 0;
    std::array<Text, identifier_kinds> identifiers{};
    std::array<bool, identifier_kinds> is_valid{};
    Text source = 0;
    std::uint32_t earlier = 0;    ///< the place in People::earlier; 0 for none
};

/// The records of one run, prepared, with the texts that they share.
struct People {
    Variants variants;
    std::vector<Person> persons;
    Texts ids;  ///< each once, in the order of the records
    std::vector<Earlier> earlier{Earlier{}};  ///< the first is of those who have none
    Texts texts;
    std::int64_t counted = 0;  ///< records whose values were counted
    /// A birth date that forms fill in: more than one record in a hundred has it, and more than two thousand. It is no key.
    bool is_filled_in(const Person& person) const { return texts.count(person.birth_day) > std::max<std::int64_t>(2'000, counted / 100); }
    /// A name, and perhaps a role and a setting, as small providers send: too little to join by without a person who looks. More is a birth date that a form did not fill in, a number, or a postcode with its house; of a default day, a
    /// postcode alone (it may be the setting's) and an e-mail address (it may be the office's) it takes two.
    bool carries_little(const Person& person) const;
    const Earlier& earlier_of(const Person& person) const { return earlier[person.earlier]; }
    const std::string& id_of(std::uint32_t place) const { return ids[place + 1]; }
    std::optional<std::uint32_t> place_of(std::string_view id) const;
};
/// Takes a record into the run. Placeholders such as "unknown", "baby" or 01/01/1900 say nothing. Values that were found before are shared. False, and nothing is taken, where there is a record of this id.
bool add(People& people, const Folded& folded);
inline bool add(People& people, const Told& told) { return add(people, folded(told)); }
/// A source as records hold it.
Text source_text(People& people, std::string_view source);

}  // namespace kith::matching
