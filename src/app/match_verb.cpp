#include "app/match_verb.hpp"

#include "app/match_columns.hpp"
#include "app/match_report.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <chrono>
#include <future>
#include <unordered_map>

namespace kith::app {
namespace {

namespace m = matching;

/// The files as one run, with what is known of who is whom.
struct Loaded {
    m::People people;
    std::vector<std::uint32_t> truth;
    std::vector<std::string> understood;
};
/// Records of a second file keep their ids, unless the first has the same: then the file's name stands before them.
class Loading {
public:
    explicit Loading(m::Variants variants) { loaded_.people.variants = std::move(variants); }
    void take(const PeopleFile& file, bool is_one_of_several)
    {
        for (const auto& one : file.understood()) loaded_.understood.push_back(is_one_of_several ? file.name() + ": " + one : one);
        std::int64_t twice = 0;
        constexpr std::size_t at_once = 4096;
        const auto folded_rows = [&](std::size_t from) {
            std::vector<m::Folded> rows;
            for (auto row = from; row < std::min(from + at_once, file.rows()); ++row) {
                auto told = file.told(row);
                if (is_one_of_several && told.source.empty()) told.source = file.name();
                rows.push_back(m::folded(told));
            }
            return rows;
        };
        auto next = std::async(std::launch::async, folded_rows, 0);  // rows are folded on one thread while those before are taken in on this
        for (std::size_t row = 0; row < file.rows();) {
            auto rows = next.get();
            next = std::async(std::launch::async, folded_rows, row + rows.size());
            for (auto& folded : rows) {
                if (!m::add(loaded_.people, folded)) {
                    folded.id = fmt::format("{} line {}: {}", file.name(), file.line(row), folded.id);
                    while (!m::add(loaded_.people, folded)) folded.id += " again";
                    ++twice;
                }
                if (file.has_truth()) loaded_.truth.push_back(person_of(file.truth(row)));
                ++row;
            }
        }
        if (twice > 0) loaded_.understood.push_back(fmt::format("{}: {} an id that another record has; they are named by their line", file.name(), counted(twice, "record has", "records have")));
    }
    Loaded done() && { return std::move(loaded_); }

private:
    std::uint32_t person_of(std::string_view truth)
    {
        if (truth.empty()) return m::not_known;
        return known_.try_emplace(std::string{truth}, static_cast<std::uint32_t>(known_.size())).first->second;
    }
    Loaded loaded_;
    std::unordered_map<std::string, std::uint32_t> known_;
};

struct Asked {
    std::vector<std::string> files;
    std::vector<std::string> explained;  ///< two ids, or none
};
Result<Asked> asked_in(const Arguments& arguments)
{
    Asked asked{.files = arguments.words(), .explained = {}};
    if (arguments.has("explain")) {
        if (asked.files.size() < 3) return unacceptable("file", "Name one file or more, and after them the ids of the two records to explain");
        asked.explained = {asked.files.end() - 2, asked.files.end()};
        asked.files.resize(asked.files.size() - 2);
    }
    return asked;
}

Result<Loaded> load(const Configuration& configuration, const Arguments& arguments, const Asked& asked, const MatchSchema& schema)
{
    auto variants = match_variants(configuration, arguments, schema);
    if (!variants) return std::unexpected(variants.error());
    Loading loading{std::move(*variants)};
    for (const auto& path : asked.files) {
        const auto file = PeopleFile::read(path, schema, arguments.option("evaluate"));
        if (!file) return std::unexpected(file.error());
        loading.take(*file, asked.files.size() > 1);
    }
    return std::move(loading).done();
}

Result<void> match_files(const Configuration& configuration, const Arguments& arguments)
{
    const auto began = std::chrono::steady_clock::now();
    const auto asked = asked_in(arguments);
    if (!asked) return std::unexpected(asked.error());
    const auto schema = match_schema(arguments);
    if (!schema) return std::unexpected(schema.error());
    const auto threshold = match_threshold(arguments, *schema);
    if (!threshold) return std::unexpected(threshold.error());
    auto loaded = load(configuration, arguments, *asked, *schema);
    if (!loaded) return std::unexpected(loaded.error());
    m::Joining joining{.threshold = *threshold, .one_each = {}};
    for (const auto& source : schema->one_each) joining.one_each.push_back(m::source_text(loaded->people, source));
    const m::Linkage linkage{std::move(loaded->people), std::move(joining)};
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count(), gigabytes = gigabytes_at_most();
    auto figures = figures_of(linkage, loaded->truth);
    figures.understood = std::move(loaded->understood);
    figures.seconds = seconds;
    figures.gigabytes = gigabytes;
    fmt::print("{}", arguments.has("json") ? as_json(figures) : as_words(figures));
    return write_what_is_asked(linkage, arguments, asked->explained);
}

}  // namespace

int match(const Configuration& configuration, const Arguments& arguments)
{
    const auto done = match_files(configuration, arguments);
    return done ? Exit::clean : refuse(done.error());
}

}  // namespace kith::app
