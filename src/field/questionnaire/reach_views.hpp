#pragma once
// Proof of reach as people see it: values in, markup or text out. Private to the room.
#include "questionnaire/campaign_views.hpp"
#include "questionnaire/reach_register.hpp"

namespace kith::questionnaire {

/// How far a message has come among the organisations within reach.
struct Reached {
    const ReachMessage& message;
    const std::vector<Partner>& partners;  ///< within reach, by name
    const Tellings& tellings;
    std::int64_t told() const;
};
/// "23 of 40 organisations have sent it to their staff, 412 people in all."
std::string reached_words(const Reached& reached);
/// Those that have not first; `may_say` of an organisation gives its name a way to its form.
ui::Html reached_table(const Reached& reached, const std::function<bool(access::OrganisationId)>& may_say);
std::string reached_csv(const Reached& reached, Date as_of);
ui::Html reach_message_fields(const web::Form& form);
ui::Html telling_fields(const web::Form& form);

}  // namespace kith::questionnaire
