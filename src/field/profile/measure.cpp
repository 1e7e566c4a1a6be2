#include "profile/measure.hpp"

#include "profile/guarded.hpp"

#include <algorithm>
#include <array>

namespace kith::profile {

std::span<const Section> sections()
{
    static constexpr std::array<Section, 9> all{{
        {"people", "People", "Who works here, in what, for whom and on what contract"},
        {"ages", "Ages and service", "How old the workforce is, who may retire soon, and how long people stay"},
        {"qualifications", "Qualifications", "What people hold against what their role or setting asks for"},
        {"skills", "Skills and languages", "What people can do and speak, and where"},
        {"hours", "Hours and cover", "When people work: evenings, weekends, term time"},
        {"recruitment", "Vacancies and turnover", "Posts that nobody does, who comes and goes, agency use and caseloads"},
        {"pay", "Pay and terms", "What employers pay for one role, side by side"},
        {"likeness", "Likeness to children", "Is the workforce like the children it serves, and how many are there for them?"},
        {"safety", "Training and supervision", "Safeguarding training, supervision and appraisal in date"},
    }};
    return all;
}

const Section* find_section(std::string_view id)
{
    const auto found = std::ranges::find(sections(), id, &Section::id);
    return found == sections().end() ? nullptr : &*found;
}

const std::vector<MeasureRow>& measures()
{
    static const std::vector<MeasureRow> all = [] {
        std::vector<MeasureRow> rows;
        for (auto* of_section : {people_measures, age_measures, qualification_measures, skill_measures, hours_measures, recruitment_measures, moving_measures, pay_measures,
                                 likeness_measures, children_measures, safety_measures}) {
            std::ranges::move(of_section(), std::back_inserter(rows));
        }
        return rows;
    }();
    return all;
}

const MeasureRow* find_measure(std::string_view id)
{
    const auto found = std::ranges::find(measures(), id, &MeasureRow::id);
    return found == measures().end() ? nullptr : &*found;
}

Panel panel_of(const MeasureRow& row, const Ground& ground)
{
    if (auto why = why_withheld(ground, row.guard)) {
        Panel panel;
        panel.withheld = std::move(*why);
        return panel;
    }
    return row.panel(ground);
}

}  // namespace kith::profile
