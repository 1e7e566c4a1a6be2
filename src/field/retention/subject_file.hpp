#pragma once
// What is held about one person by one organisation, put into words: the answer to someone who asks to see their data (UK GDPR, article
// 15), as values. The same values become a page, a CSV file and JSON. Pure: rows in, words out.
#include "base/instant.hpp"
#include "retention/keeping_store.hpp"
#include "workforce/subject_register.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace kith::retention {

/// One value in words: "Setting", "Acorns at the Hall".
struct FactShown {
    std::string name;
    std::string value;
};

/// One version of one thing.
struct VersionShown {
    std::string title;       ///< which of several: "Check: identity", "From 1 September 2024"; empty where there is one
    std::string made;        ///< "14 January 2026 at 9:30am, by Ann Example"
    std::string superseded;  ///< empty while it is what is held now
    std::vector<FactShown> facts;
};

struct SectionShown {
    std::string id;     ///< table, for files: "engagement_terms"
    std::string title;  ///< "Terms of engagements"
    std::vector<VersionShown> now;
    std::vector<VersionShown> before;  ///< superseded, newest first
};

/// A file that may hold the person's row.
struct FileShown {
    std::string name;
    std::string handed_in;  ///< "3 October 2026"
    std::string state;
};

/// One reading of the record. What the person gets says the role and organisation of who it was, and no name: that is about the reader.
struct ReadingShown {
    std::string at;
    std::string by;    ///< "Data steward of Oak Trust"
    std::string what;  ///< "Record or list page", "Search", "File"
};

struct SubjectFile {
    std::string organisation;
    std::string reference;
    std::string name;        ///< as held; empty where none is
    std::string made_on;     ///< the day of this answer
    std::vector<SectionShown> sections;
    std::vector<FileShown> files;
    bool looked_through_files = true;  ///< false: that takes a while, and is asked for on its own
    std::vector<ReadingShown> readings;
    std::int64_t readings_in_all = 0;
};

/// How keys and codes are called in the words.
struct SubjectWords {
    std::function<std::string(std::string_view column, std::string_view value, const workforce::HeldRow& row)> value;  ///< empty: as it stands
    std::map<std::int64_t, Made> change_sets;
};

/// The registers' part of the answer.
std::vector<SectionShown> sections_of(const std::vector<workforce::HeldTable>& held, const SubjectWords& words);

/// "Setting", "Date of birth": a column as people call it.
std::string column_title(std::string_view column);

/// Both hold everything that the page shows.
std::string subject_csv(const SubjectFile& file);
std::string subject_json(const SubjectFile& file);

}  // namespace kith::retention
