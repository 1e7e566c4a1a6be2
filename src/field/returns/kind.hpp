#pragma once
// What the returns room must be told about one kind of handed-in file: how to know it, how to check it, how to take it. Other rooms
// fill it in (intake: staff; partnership: organisations); nothing here knows what a row means.
#include "access/ids.hpp"
#include "base/instant.hpp"
#include "returns/finding.hpp"
#include "returns/speaks.hpp"

#include <any>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::db {
class Reader;
class ChangeSet;
}  // namespace kith::db

namespace kith::returns {

/// The bytes of a file as they came, and the name that was given, without its folder.
struct File {
    std::string name;
    std::string bytes;
};

/// One example under a heading of the difference. It may say what changes about a person: shown to those entitled to the rows only.
struct Sample {
    std::int64_t line = 0;  ///< of the file; 0 where the file has no row for it
    std::string subject;    ///< the record's own reference, "AW-0012"
    std::string words;      ///< "FTE 0.6 becomes 0.8 from 1 September 2026"
    std::string name{};     ///< of the person, for whoever has to know them; goes with the samples when the person is erased
    bool operator==(const Sample&) const = default;
};
/// "Ana Reyes (AW-0012)"; the reference alone where no name is known.
std::string called(const Sample& sample);

/// How many rows or records one heading of the difference counts, in words.
struct DifferenceHeading {
    std::string id;     ///< "new", "changed", "ended", "unchanged", "absent": stable, for JSON
    std::string words;  ///< "New staff records"
    std::int64_t count = 0;
    std::string meaning;  ///< what accepting does about them: "They are added"
    std::vector<Sample> samples;
    bool operator==(const DifferenceHeading&) const = default;
};

/// What accepting would do to the register, for people. Pure counts and words: the plan beside it is what is carried out.
struct Difference {
    std::vector<DifferenceHeading> headings;
    std::int64_t writes = 0;  ///< rows that accepting would write; nought where the register holds all this already
    std::int64_t ends = 0;    ///< records, or jobs, that accepting would end
    std::int64_t held = 0;    ///< of how many that the register holds now and for which the file speaks
    bool many_end = false;    ///< more of them, for any one organisation, than its pack lets end unasked
    std::int64_t seem_held = 0;  ///< new people who seem to be held under other references, where they are too many to go unasked
    /// Changes whenever what accepting would do changes; made by the kind from its plan.
    std::string fingerprint;
    bool operator==(const Difference&) const = default;
};

/// What is checked, and against what.
struct Handed {
    const File& file;
    std::vector<const File*> beside;  ///< files handed in at the same time, which this one may refer to
    std::optional<access::OrganisationId> organisation;  ///< for whom it is handed in; none: the file itself must say, row by row
    Date today;
    db::Reader& reader;  ///< the register as it stands
    std::string mapping = {};  ///< what reads the columns, where someone said so: by name, or as an earlier check wrote it
    Speaks speaks = {};        ///< whether it lists everyone, and which month or term it speaks of
};

/// How many of the file's rows are one organisation's, and say who works there. A file that only adds to people who are known (facts, training)
/// names its organisations with no such row: it confirms nothing.
struct Part {
    access::OrganisationId organisation;
    std::int64_t rows = 0;
    std::int64_t can_take = 0;
    bool operator==(const Part&) const = default;
};

/// The answer of a check. It has written nothing.
struct Checked {
    std::string format;         ///< the format recognised, with its version: "Kith staff return 2026"
    std::int64_t rows = 0;      ///< rows read, header apart
    std::int64_t can_take = 0;  ///< rows without an error
    Findings findings;
    Difference difference;
    std::vector<Part> parts = {};        ///< of which organisations its rows are
    std::optional<Date> newest_day = {}; ///< the newest first day in its rows, not after today; none where the kind has no days
    /// The one organisation that every row speaks of, where the file says so itself: the return is then that organisation's, and its steward
    /// sees it. None where there are several, or a row names one that is not known.
    std::optional<access::OrganisationId> only_organisation;
    /// Why the whole file cannot be taken, in a sentence that says what to do; empty where it can.
    std::string refusal;
    /// What a person has to say before the file can be checked, in a sentence; empty where nothing. `Kind::question` says where.
    std::string question;
    std::string mapping;  ///< what read the columns, as the kind writes it; empty where the kind needs none
    std::any plan;  ///< the kind's own; handed to its accept untouched
};

/// What accepting wrote, for the banner and the timeline.
struct Accepted {
    std::int64_t rows = 0;
    std::string words;  ///< "12 staff records added, 3 changed"
};

/// A value that accepting changes, of somebody whom the register holds already: as `Finding::subject` and one word of `Finding::looks_at` have it.
struct Touched {
    std::string subject;
    std::string value;
    auto operator<=>(const Touched&) const = default;
};

/// A file to start from, offered for download.
struct Template {
    std::string file_name;   ///< "staff-return.csv"
    std::string media_type;  ///< "text/csv; charset=utf-8"
    std::string words;       ///< "Staff return template (CSV)"
    std::function<std::string(db::Reader&)> bytes;
};

/// One kind of file that can be handed in.
struct Kind {
    std::string id;        ///< "staff", stable: it stands in the database
    std::string title;     ///< "Staff return"
    std::string guidance;  ///< a sentence for the hand-in page: who hands it in and what it holds
    bool lists_people = false;  ///< true: it may list everyone, so that whom it leaves out has left; false: `Speaks::act` means nothing to it
    bool for_one_organisation = true;  ///< false: it speaks for the whole area, and takes someone whose reach is the area
    /// The codes of organisations in the file's rows, each once; none where a row has none. Unset: such a file never says whose it is.
    std::function<std::vector<std::string>(const File&)> names_organisations = {};
    std::string returned_by = {};  ///< code of the kind of organisation that alone returns it; empty: any may
    /// True where the bytes (from the file's beginning, perhaps not to its end; the whole of a workbook) look like this kind, as its header
    /// says.
    std::function<bool(std::string_view start)> recognise;
    /// Reads, applies the rules and compares with the register. Takes any bytes; answers with findings or a refusal.
    std::function<Checked(const Handed&)> check;
    /// Writes the plan of `checked` through the change set; called in the same transaction as the check that made it.
    std::function<Accepted(db::ChangeSet&, const Checked&, Instant now)> accept;
    /// What `accept` will change of those who are held; asked before it, in the same transaction, where queries about them are open. May be empty.
    std::function<std::vector<Touched>(db::Reader&, const Checked&)> touches = {};
    /// The file handed back in the format it came in, with what to mend in each row; may be empty.
    std::function<std::string(const File&, const Findings&)> annotate;
    std::vector<Template> templates;
    /// Where a return of this kind is told what the check asks: below the return's own page. Without words: it never asks.
    struct Question {
        std::string words;  ///< "Say what the columns mean"
        std::string again;  ///< the same once it was said: "Change what the columns mean"
        std::string below;  ///< "mapping"
    } question = {};
    /// The page of what read a return's columns, by what `Checked::mapping` said; may be empty.
    std::function<std::string(std::string_view mapping)> mapping_path = {};
    /// The kind's own pages, offered where a file is handed in: words and path.
    std::vector<std::pair<std::string, std::string>> pages = {};
};

using Kinds = std::vector<Kind>;

/// What a file handed back is, by its first bytes: the ending of its name, its media type, and what people call it.
struct FileFormat {
    std::string_view ending, media_type, words;
};
FileFormat format_of(std::string_view bytes);

/// 64 hex digits of BLAKE2b-256: for files, and for the fingerprint of a plan written out.
std::string hash_of(std::string_view bytes);

/// The first kind that recognises the file; none where no kind does.
const Kind* recognise(const Kinds& kinds, std::string_view bytes);
/// The kind of that id; none where it is not there.
const Kind* find_kind(const Kinds& kinds, std::string_view id);

}  // namespace kith::returns
