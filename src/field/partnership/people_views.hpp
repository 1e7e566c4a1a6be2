#pragma once
// People at work as pages show them: who, what about, and how to reach them with one touch. Private to the room.
#include "partnership/routes.hpp"
#include "partnership/span.hpp"
#include "ui/html.hpp"
#include "web/visit.hpp"

#include <unordered_map>
#include <vector>

namespace kith::partnership {

/// Staff records as this viewer may see them. One that is not in it is not shown by name.
using StaffNames = std::unordered_map<StaffRecordId, StaffName>;
/// Asks the house for these records; the answer is in the audit of reads.
StaffNames staff_names(web::Visit& visit, const Sources& sources, std::vector<StaffRecordId> records);

/// One person on a page.
struct PersonLine {
    std::string about;  ///< "Early help link"; empty where the heading says it
    WorkContact contact;
    std::optional<StaffRecordId> record;
    std::string employer;
    std::string employer_href;
    std::string when;         ///< "from 1 September 2026"
    std::string change_href;  ///< empty for those who may not
};

/// "Robin Vale" with a link where there is a page to see, "Name not shown to you" where there is a record and no more.
ui::Html name_of(const PersonLine& person, const StaffNames& names);
/// The telephone as a link that dials and the e-mail as one that writes; empty where there is neither.
ui::Html ways_to_reach(const WorkContact& contact);
/// Everything about one person in a few lines, for lists on a phone.
ui::Html person_block(const PersonLine& person, const StaffNames& names);

}  // namespace kith::partnership
