#pragma once
// Handlers of the profile. Private to the room; routes.cpp names them.
#include "access/read_log.hpp"
#include "profile/measure.hpp"
#include "profile/question_pages.hpp"
#include "profile/routes.hpp"
#include "web/form.hpp"
#include "web/visit.hpp"

namespace kith::profile {

struct Places;

/// Everything that one question of the profile rests on.
struct Asked {
    std::shared_ptr<const workforce::Snapshot> snapshot;
    std::shared_ptr<const workforce::Names> names;
    Question question;
    Ground ground;
    web::Form form;
    figures::Coverage coverage;
    std::vector<figures::MappingUsed> mappings;
    std::shared_ptr<const Places> places{};  ///< settings and teams that the question may name

    web::Address address(std::string path) const;
    std::string words() const;  ///< the question in words
    /// What must be known before its figures are read: that the day has not come, or that it is asked as it was known. Nothing where it is of today.
    std::string caution() const;
    Date today;
};
/// What the address asks; a problem where this viewer may not see the rows behind figures, who is shown none of this.
Result<Asked> ask(web::Visit& visit, const Sources& sources);
/// Figures are in the audit of reads before they are shown, as reads of no one person.
void record_figures(web::Visit& visit, access::ReadKind kind, std::string purpose);
/// The form of a page again, 422, where a filter is refused: without figures, which would be those of another question.
web::Response form_again(web::Visit& visit, const Asked& asked, web::PageParts parts, ui::Html form);

/// The filters of the page at `address`, which keeps what stands in `kept` beside them.
ui::Html profile_filters(const Asked& asked, const web::Address& address, std::vector<std::pair<std::string, std::string>> kept);

web::Response show_profile(web::Visit& visit, const Sources& sources);
web::Response show_section(web::Visit& visit, const Sources& sources);
web::Response list_measures(web::Visit& visit, const Sources& sources);
web::Response show_measure(web::Visit& visit, const Sources& sources);
web::Response measure_csv(web::Visit& visit, const Sources& sources);
web::Response measure_xlsx(web::Visit& visit, const Sources& sources);
web::Response measure_rows(web::Visit& visit, const Sources& sources);
web::Response show_comparison(web::Visit& visit, const Sources& sources);
web::Response comparison_csv(web::Visit& visit, const Sources& sources);
web::Response comparison_xlsx(web::Visit& visit, const Sources& sources);
web::Response locality_sheet(web::Visit& visit, const Sources& sources);
web::Response who_can(web::Visit& visit, const Sources& sources);

web::Response section_csv(web::Visit& visit, const Sources& sources);
web::Response section_xlsx(web::Visit& visit, const Sources& sources);
web::Response locality_sheet_csv(web::Visit& visit, const Sources& sources);
web::Response locality_sheet_xlsx(web::Visit& visit, const Sources& sources);

web::Response api_profile(web::Visit& visit, const Sources& sources);
web::Response api_measures(web::Visit& visit, const Sources& sources);
web::Response api_measure(web::Visit& visit, const Sources& sources);
web::Response api_rows(web::Visit& visit, const Sources& sources);
web::Response api_who_can(web::Visit& visit, const Sources& sources);
web::Response api_locality_sheet(web::Visit& visit, const Sources& sources);
web::Response api_comparison(web::Visit& visit, const Sources& sources);
web::Response api_description(web::Visit& visit, const Sources& sources);

}  // namespace kith::profile
