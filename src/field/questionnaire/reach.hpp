#pragma once
// Proof of reach: what is to reach the staff of every organisation, and which have sent it to theirs. Values and their rules. Pure.
#include "access/ids.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::questionnaire {

using ReachMessageId = Id<struct ReachMessageTag>;
using TellingId = Id<struct TellingTag>;

/// Something that every organisation's staff are to be sent: "The plan's summary".
struct ReachMessage {
    ReachMessageId id{};
    PublicId public_id{};
    std::string title;
    std::string words;  ///< what it is
    std::string link;   ///< where it can be read; https, or empty
    Date due_on{};      ///< by when it is to be sent
    bool operator==(const ReachMessage&) const = default;
    std::string href() const { return "/reach/" + public_id.text(); }
};
std::vector<Problem> problems_of(const ReachMessage& message);

enum class TellingWay { email, meeting, notice, supervision, other };
struct NamedWay {
    TellingWay way;
    std::string_view name, words;
};
const std::vector<NamedWay>& telling_ways();
std::optional<TellingWay> telling_way_named(std::string_view name);
std::string_view name_of(TellingWay way);
std::string_view words_of(TellingWay way);

/// That the staff of an organisation were sent it.
struct Telling {
    TellingId id{};
    ReachMessageId message{};
    access::OrganisationId organisation{};
    Date told_on{};
    TellingWay way = TellingWay::email;
    std::int64_t staff = 0;  ///< how many were sent it
    std::string evidence;    ///< what shows it: minutes, a copy of the mail
    bool operator==(const Telling&) const = default;
};
inline constexpr std::int64_t most_staff_told = 100'000;
std::vector<Problem> problems_of(const Telling& telling, Date today);

}  // namespace kith::questionnaire
