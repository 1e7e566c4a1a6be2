#pragma once
// A fictional area, written as the files that its partners would hand in, each with its day. Nothing here touches the database: the files
// go through the importer, as everybody's do (sample_handing_in.hpp). Names of people and places are composed here and belong to nobody.
#include "base/date.hpp"
#include "returns/speaks.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::app {

enum class SampleSize {
    small,  ///< what ./run serves and the journeys walk through: a year of history
    large,  ///< what a partnership comes to: three years of history
};

/// What becomes of a file once it is handed in.
enum class SampleEnd {
    taken,
    left_waiting,  ///< checked, and left for its steward to decide on or to mend
    undone,        ///< taken, and taken back the day after: it was the wrong file
};

/// One return as a partner would hand it in.
struct SampleFile {
    std::string name;          ///< file name, its extension telling nothing: formats are known by their header
    std::string organisation;  ///< code of the organisation that hands it in; empty for the partnership's own files
    std::string text;          ///< bytes; empty: the organisation says that nothing has changed
    Date on;                   ///< the day on which it is handed in
    returns::Speaks speaks;    ///< whether it lists everyone, and which month or term it is for
    SampleEnd end = SampleEnd::taken;
    bool faulty = false;  ///< holds rows or values on purpose that no rule lets through
};

/// One column of a layout of an organisation's own, what it is in Kith's, and what its values are there.
struct SampleColumn {
    std::string_view header;   ///< empty: a constant for all rows
    std::string_view target;   ///< empty: left out
    std::string_view reading;  ///< intake::id_of(Reading), or empty
    std::string_view constant = {};
    std::vector<std::pair<std::string_view, std::string_view>> values = {};
};

/// What an organisation tells Kith once about its extracts.
struct SampleLayout {
    std::string organisation;
    std::string_view name;
    const std::vector<SampleColumn>* columns = nullptr;
};

/// The area's files in the order of their days; those of one day as they build on one another.
struct Sample {
    std::uint64_t seed = 0;
    std::vector<SampleFile> files;
    std::vector<SampleLayout> layouts;
    std::string children;  ///< the file of child population, which is no return: the partnership hands it in once
    std::string_view area = "Westmere";
    int organisations = 0;
    int localities = 0;
    int staff = 0;                    ///< staff records that the area's employers hold, those who have left among them
    int in_post = 0;                  ///< who works today, those of employers who have never handed in among them
    std::string worker, worker_name;  ///< reference and name of one social worker in post, for the account of a practitioner
};

/// Composes the area of `seed` as it stands on `today`. Small: 5 localities, 40 organisations, about 600 staff records. Large: 15
/// localities, 300 organisations, about 6,000 staff in post. Every format that Kith reads is among the files; some organisations have never
/// handed in, some have stopped, some hand in with faults.
Sample compose_sample(std::uint64_t seed, Date today, SampleSize size = SampleSize::small);

}  // namespace kith::app
