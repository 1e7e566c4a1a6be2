#pragma once
// When each employer of the sample hands in, how well it keeps its records, and in which form. Pure; only the sample uses it.
#include "app/sample_layouts.hpp"

namespace kith::app {

/// An employer, its staff, and its way of handing in.
struct SampleHandsIn {
    const SampleEmployer* employer = nullptr;
    int number = 0;          ///< of the employer among all, from 1
    int number_of_kind = 0;  ///< among those of its kind, from 1
    SampleCare care = SampleCare::careful;
    SampleFormat format = SampleFormat::kith;
    bool tells_changes = false;  ///< after the first time only who came, left or changed
    std::vector<Date> days;      ///< on which it hands in, the first first
    SampleStaff staff;
};

/// The first day of the sample's history.
Date sample_history_begins(SampleSize size, Date today);

/// Everything but the staff.
SampleHandsIn handing_in_of(SampleSize size, const SampleEmployer& employer, int number, int number_of_kind, Date today);

}  // namespace kith::app
