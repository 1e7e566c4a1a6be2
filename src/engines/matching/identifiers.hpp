#pragma once
// Numbers that a person is known by, and whether their digits can be right. Strong evidence of who somebody is, never proof: they are mistyped and lent. Pure.
#include <cstdint>
#include <string>
#include <string_view>

namespace kith::matching {

enum class Identifier : std::uint8_t { nhs_number, upn, national_insurance, registration, other };
inline constexpr std::size_t identifier_kinds = 5;
std::string_view name_of(Identifier kind);

/// An identifier as it is compared: capitals and digits only; empty where there is none.
struct Identified {
    std::string value;
    bool is_valid = false;  ///< its form and check digits are right: two different valid ones are of two people
};

/// Sources: NHS number: NHS Data Dictionary, modulus 11 over nine digits weighted 10 to 2. Unique pupil number: Department for Education, "Unique pupil numbers", letter of modulus 23 over twelve places weighted 2 to 13, and the form of
/// temporary numbers, which are not a person's for good and count as not valid. National Insurance number: HMRC manual NIM39110; its last letter is set aside. Registration: a professional register's letters and digits, which have no
/// check digit: valid with at least six places, one of them a digit. Of any other number nobody knows
/// whether its digits are right: it is evidence, and keeps nobody apart.
Identified identified(Identifier kind, std::string_view told);

}  // namespace kith::matching
