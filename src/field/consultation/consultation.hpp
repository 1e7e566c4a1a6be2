#pragma once
// A draft of a plan opened to the public or to groups: what is asked, what people say without their names, and what came of it. Values and their rules. Pure.
#include "figures/figure.hpp"
#include "strategy/plan.hpp"

namespace kith::consultation {

using ConsultationId = Id<struct ConsultationTag>;
using AnswerId = Id<struct ConsultationAnswerTag>;

enum class Audience { open, groups };
const std::vector<NamedChoice<Audience>>& audiences();

struct Consultation {
    ConsultationId id{};
    PublicId public_id{};
    strategy::PlanId plan{};
    std::string name, words;
    Date opens_on{}, closes_on{};
    Audience audience = Audience::open;
    std::string groups;  ///< who is asked, one a line, where it is not open to all
    std::string key;     ///< in the address by which groups come; not needed where it is open to all
    bool operator==(const Consultation&) const = default;
    std::string href(const strategy::Plan& of) const { return of.href() + "/consultations/" + public_id.text(); }
    /// Where people read the draft and comment.
    std::string public_href() const { return "/consultations/" + public_id.text() + (audience == Audience::open ? "" : "/" + key); }
    bool is_open(Date today) const { return opens_on <= today && today <= closes_on; }
};
std::vector<Problem> problems_of(const Consultation& consultation);
/// Why nobody can comment today; empty where they can.
std::string closed_because(const Consultation& consultation, strategy::PlanState plan, Date today);

/// As whom someone speaks.
enum class Voice { child, parent, works, organisation, other };
const std::vector<NamedChoice<Voice>>& voices();

/// Without name or hour; not in the register, so that no change set says who.
struct Comment {
    std::string about;  ///< public id of a part, or one of sections_of()
    Voice voice = Voice::other;
    std::string words;
    Date made_on{};
    std::int64_t number = 0;             ///< by which it is found
    std::optional<Date> taken_out_on;    ///< its words are gone since
};
std::vector<Problem> problems_of(const Comment& comment);
/// More than this many comments on one day are refused, lest one person floods it. Source: a design choice.
inline constexpr std::int64_t most_a_day = 200;

/// What a comment can be about: the whole plan, its vision, its objectives and priorities, each theme. By id and words.
std::vector<std::pair<std::string, std::string>> sections_of(const std::vector<strategy::Part>& parts);

/// "You said, we did."
struct Answer {
    AnswerId id{};
    PublicId public_id{};
    ConsultationId consultation{};
    std::string about, said, did;
    bool operator==(const Answer&) const = default;
};
std::vector<Problem> problems_of(const Answer& answer);
/// By which an action says that it answers what people said.
figures::Reference reference_to(const Answer& answer);

}  // namespace kith::consultation
