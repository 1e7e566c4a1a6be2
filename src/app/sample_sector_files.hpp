#pragma once
// Files of the sample that sectors hand in to their own collections and to Kith: the children's social work workforce census, and the adult
// social care workforce data set in its layouts of 2019 and of now. Only the sample uses it.
#include "app/sample_person.hpp"

namespace kith::app {

/// The census of the year that ends on `census_day` (30 September), of the employer's social workers as they stood.
std::string census_file(const SampleEmployer& employer, const SampleStaff& staff, Date census_day);

/// A provider of adult social care and what it hands in: workplaces, staff and, in the layout of now, training.
struct CareProvider {
    SampleEmployer employer;
    std::string name;
    bool is_of_2019 = true;
    int homes = 2;
    int expected = 0;
    int in_post = 0;
    std::vector<SampleFile> files;
};

/// The provider as it stands on `today`, handing in on `on`.
CareProvider compose_care_provider(Dice& dice, std::string code, std::string name, bool of_2019, int homes, Date on, Date today);

}  // namespace kith::app
