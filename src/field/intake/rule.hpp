#pragma once
// A rule of a staff return: a stable id, what it does to the row or the value, the words a person reads, where it comes from, and the
// question it asks. Rules stand in tables, in the order in which findings are given; an id is never used again for anything else.
#include "intake/rule_limits.hpp"
#include "intake/staff_row.hpp"
#include "returns/finding.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kith::intake {

class FileIndex;

/// What a rule does where it speaks.
enum class Effect : unsigned char {
    row_not_taken,    ///< refuse: an error; nothing of the row is taken
    value_not_taken,  ///< a warning: what the register holds of this value stays as it was
    doubtful,         ///< query: a warning; taken as it stands, and worth a look
    good_to_know,     ///< a note
};

returns::Severity severity_of(Effect effect);
/// "Row not taken", "Value not taken, the rest of the row is", "Taken, and worth a look", "Good to know".
std::string_view words_for(Effect effect);
/// "refuse", "leave", "query", "note", as packs have it; nothing for anything else.
std::optional<Effect> effect_named(std::string_view name);

enum class Format : unsigned char { any, kith, adult_social_care };

struct Rule {
    std::string_view id;
    Effect effect = Effect::doubtful;
    Field field = Field::row;  ///< the column that the finding stands at, and the value that is not taken
    std::string_view words;    ///< the message; {} is where the rule's detail goes
    std::string_view source;   ///< where the rule comes from
    Format format = Format::any;
    Missing missing = Missing::never_skip;
    std::array<Field, 3> reads{};  ///< the values whose absence `missing` is about; Field::row: none
};

/// "Did you mean": the nearest codes, each text looked up once and only so many times, since any file may come in.
class Suggestions {
public:
    explicit Suggestions(const Surroundings& surroundings) : surroundings_(surroundings) {}
    /// ". Did you mean health_visitor (Health visitor)?" or ".".
    std::string for_code(std::string_view list, std::string_view text);
    std::string for_organisation(std::string_view text);
    std::string for_setting(partnership::OrganisationId organisation, std::string_view text);
    std::string for_locality(std::string_view text);

private:
    template <class LookUp>
    std::string cached(std::string key, LookUp look_up);

    const Surroundings& surroundings_;
    std::unordered_map<std::string, std::string> known_;
};

/// What rules may ask: the surroundings, the year's limits, the file, and what was handed in beside it. Several threads ask at a time.
struct Checking {
    const Surroundings& surroundings;
    const RuleLimits& limits;
    const StaffFile& file;
    std::unordered_set<std::string> workplaces_beside{};  ///< LOCALESTIDs of a workplace file handed in at the same time, in small letters
    const FileIndex* index = nullptr;                     ///< of rows that belong together; for rules across rows

    Date today() const { return surroundings.today(); }
    std::string_view cell(const StaffRow& row, Field field) const { return file.cell(row, field); }
};

/// Words that are looked up once all rows are judged: after "in the list of roles".
using Suggest = std::string (*)(const StaffRow& row, const Checking& checking, Suggestions& suggestions);

/// A rule that looks at one row: true where it speaks; `detail` fills the {} of its words, or else `suggest` does.
struct RowRule {
    Rule rule;
    bool (*speaks)(const StaffRow& row, const Checking& checking, std::string& detail);
    Suggest suggest = nullptr;
};

/// A rule that looks at one fact of a row. A value not taken is the fact.
struct FactRule {
    Rule rule;
    bool (*speaks)(const SaidFact& fact, const StaffRow& row, const Checking& checking, std::string& detail);
};

/// Where a rule about the file as a whole speaks: at a row, or at no row.
struct Spoken {
    static constexpr std::size_t whole_file = static_cast<std::size_t>(-1);
    std::size_t row = whole_file;  ///< index into StaffFile::rows
    std::string detail;
    Field column = Field::row;     ///< where it stands at another column than the rule's
    std::size_t fact = whole_file; ///< index into StaffFile::facts, where it speaks of one: that is the value that is not taken
};

/// A rule that looks at all rows together. Hashed, never every row against every other.
struct FileRule {
    Rule rule;
    std::vector<Spoken> (*speaks)(const StaffFile& file, const Checking& checking);
};

std::span<const RowRule> row_rules_of_references();
std::span<const RowRule> row_rules_of_the_person();
std::span<const RowRule> row_rules_of_the_engagement();
std::span<const RowRule> row_rules_of_leaving();
std::span<const RowRule> row_rules_of_the_role();
std::span<const RowRule> row_rules_of_the_contract();
std::span<const RowRule> row_rules_of_the_time();
std::span<const RowRule> row_rules_of_pay();
std::span<const RowRule> row_rules_of_the_place();
std::span<const RowRule> row_rules_of_the_organisation();
std::span<const RowRule> row_rules_of_adult_social_care();
std::span<const RowRule> row_rules_of_training();
std::span<const FactRule> rules_of_facts();
std::span<const FileRule> rules_of_the_file();
/// What only a workbook can have: other sheets, merged cells, formulas that failed.
std::span<const FileRule> rules_of_the_sheet();
/// Rules about extracts read by a mapping: what it leaves out, and columns that may be mapped to the wrong field.
std::span<const FileRule> rules_of_mappings();
std::span<const FileRule> rules_across_rows();
std::span<const FileRule> rules_across_facts();
std::span<const FileRule> rules_of_the_whole();

/// What is said of a file with more faults than are listed.
const Rule& too_many_findings();

/// The tables that a file of this profile is judged by, in the order in which they are applied.
std::vector<std::span<const RowRule>> tables_of_row_rules(const Profile& profile);
std::vector<std::span<const FileRule>> tables_across_rows(const Profile& profile);
bool applies(const Rule& rule, const Profile& profile);

/// Every rule of staff files, facts files and training files, in order; those against the register behind.
std::vector<Rule> all_staff_rules();

/// The rule's words with the detail in them.
std::string message_of(const Rule& rule, std::string_view detail);

}  // namespace kith::intake
