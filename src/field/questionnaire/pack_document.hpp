#pragma once
// A TOML file as a tree that knows its lines, and tables that know which of their keys were asked for. For the reader of instruments only.
#include "base/date.hpp"
#include "packs/packs.hpp"
#include "questionnaire/wording.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kith::questionnaire {

/// One value of the file.
struct Node {
    enum class Kind { text, number, yes_or_no, day, list, table, other };
    Kind kind = Kind::other;
    int line = 0;
    std::string text;
    std::int64_t number = 0;
    bool yes = false;
    Date day;
    std::vector<Node> entries;      ///< of a list; of a table its values
    std::vector<std::string> keys;  ///< of a table, beside `entries`
};

/// Collects what is wrong with one file.
struct Faults {
    std::string file;
    std::vector<packs::PackProblem> found;
    void say(int line, std::string message) { found.push_back({file, line, std::move(message)}); }
};

/// The file's tree; nothing, and a fault, where it is not TOML.
std::optional<Node> read_document(const packs::PackFile& file, Faults& faults);

/// A table being read. Whatever is asked for and is not as it must be becomes a fault, and something harmless is given back.
class Fields {
public:
    /// `what` names the table in faults: "an item". `node` must outlive this.
    Fields(const Node& node, std::string what, Faults& faults);
    Fields(const Fields&) = delete;
    Fields& operator=(const Fields&) = delete;

    int line() const { return node_.line; }
    Faults& faults() { return faults_; }
    /// The value under `key`, and null where there is none.
    const Node* get(std::string_view key);
    std::string text(std::string_view key);           ///< must be there
    std::string optional_text(std::string_view key);  ///< may be left out
    /// A name that the program goes by: small letters, digits and underlines, no word of the routing language. Must be there.
    std::string name(std::string_view key);
    std::string optional_name(std::string_view key);
    std::vector<std::string> names(std::string_view key);
    bool yes(std::string_view key);  ///< false where it is left out
    std::optional<std::int64_t> number(std::string_view key, std::int64_t least, std::int64_t most);
    std::optional<Date> day(std::string_view key);
    std::vector<int> numbers(std::string_view key);
    /// Each table of a list of tables: [[key]].
    std::vector<const Node*> tables(std::string_view key, bool needed);
    /// A text in the first language, or a table of texts by language, where `cy-easy` is easy read in `cy`.
    Wording wording(std::string_view key, bool needed, const std::vector<Language>& languages);
    /// The same for a list of them.
    std::vector<Wording> wordings(std::string_view key, const std::vector<Language>& languages);
    /// The same for a table of them, by name.
    std::map<std::string, Wording, std::less<>> wordings_by_name(std::string_view key, const std::vector<Language>& languages);
    /// The same, where words may be missing in any language.
    std::map<std::string, Wording, std::less<>> partial_wordings_by_name(std::string_view key, const std::vector<Language>& languages);
    /// Says which keys nobody has asked for. Last.
    void finish();

private:
    const Node* needed(std::string_view key);
    std::string checked_name(const Node& node, std::string_view key);
    enum class Whole : bool { no, yes };
    Wording wording_of(const Node& node, const std::string& key, const std::vector<Language>& languages, Whole whole = Whole::yes);
    std::map<std::string, Wording, std::less<>> table_of_wordings(std::string_view key, const std::vector<Language>& languages, Whole whole);

    const Node& node_;
    std::string what_;
    Faults& faults_;
    std::set<std::string, std::less<>> asked_;
};

}  // namespace kith::questionnaire
