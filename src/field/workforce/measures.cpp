#include "workforce/measures.hpp"

namespace kith::workforce {

namespace {

constexpr std::string_view population =
    "Everyone that organisations report as working or volunteering with children and families, or as responsible for their outcomes: paid, "
    "voluntary and self-employed, core and wider workforce";
constexpr std::string_view source = "Staff returns of the partnership's organisations";

}  // namespace

const figures::Measure& staff_measure()
{
    static const figures::Measure measure{
        .id = "workforce.staff",
        .name = "Staff",
        .formula = "Staff records with at least one engagement in force on the day, each counted once. Someone whom two organisations report "
                   "is two staff records, and counts twice",
        .population = population,
        .source = source};
    return measure;
}

const figures::Measure& fte_measure()
{
    static const figures::Measure measure{
        .id = "workforce.fte",
        .name = "Full-time equivalent",
        .formula = "Sum of the full-time equivalents of the engagements in force on the day. Engagements that report none add nothing, and are "
                   "counted beside it",
        .population = population,
        .source = source};
    return measure;
}

const figures::Measure& engagement_measure()
{
    static const figures::Measure measure{.id = "workforce.engagements",
                                          .name = "Engagements",
                                          .formula = "Engagements in force on the day. A change of terms within an engagement is not another one",
                                          .population = population,
                                          .source = source};
    return measure;
}

const figures::Measure& core_measure()
{
    static const figures::Measure measure{.id = "workforce.core",
                                          .name = "Core workforce",
                                          .formula = "Staff with at least one engagement in force on the day that is core workforce: as reported, or by its role where the return does not say",
                                          .population = population,
                                          .source = "2020 Children and Young People's Workforce Strategy (DCSF 2008)"};
    return measure;
}

}  // namespace kith::workforce
