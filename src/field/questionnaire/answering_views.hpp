#pragma once
// What a respondent is shown before, between and after the questions. Plain words; nothing that needs scripts.
#include "questionnaire/answering.hpp"
#include "questionnaire/question_views.hpp"

#include <string>
#include <vector>

namespace kith::questionnaire {

/// What the first page is made of.
struct FirstPage {
    const Campaign& campaign;
    const CampaignLink& link;
    Reading reading;
    std::string partnership;
    std::string path;                           ///< "/answer/..."
    std::vector<const Viewpoint*> viewpoints;   ///< to choose from; one: nothing is asked
    bool has_begun = false;                     ///< there are answers to go on with
    const web::Form& form;
    std::size_t questions = 0;                  ///< about how many; 0 where the viewpoint is not known yet
};
/// Why, how long, what is known about them and by whom, whom to ring, and ways of being shown the questions; without the form's fields.
ui::Html first_words(const FirstPage& page);
/// The fields that must be known before the first question: viewpoint, leading, a parent's consent.
ui::Html first_fields(const FirstPage& page);

/// What is known about whoever answers, and by whom, sentence by sentence: to children alone, in easy words, the easy ones. The first page and the leaflet say the same.
std::vector<ui::Content> what_is_known(const Campaign& campaign, const CampaignLink& link, const Reading& reading, const std::vector<const Viewpoint*>& viewpoints);

/// The answers so far by part, each with a way to change them.
ui::Html answers_to_check(const Reading& reading, const std::vector<Part>& parts, const Answers& answers, const std::string& path);

/// After a child's own words, and beside each place for them: what happens if someone is being hurt, and who reads.
ui::Html if_hurt(const Campaign& campaign, const Reading& reading);

}  // namespace kith::questionnaire
