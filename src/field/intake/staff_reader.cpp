#include "base/text.hpp"
#include "intake/chunks.hpp"
#include "intake/row_reader.hpp"
#include "intake/rule_limits.hpp"

namespace kith::intake {

StaffFile read_staff(std::string name, files::CsvTable table, const Profile& profile, const Surroundings& surroundings)
{
    StaffFile file{.name = std::move(name), .table = std::move(table), .profile = &profile, .places = {}, .rows = {}, .facts = {}, .made = {}};
    file.full_week = profile.translation != nullptr ? profile.translation->full_week
                                                    : static_cast<int>(RuleLimits{surroundings.packs(), surroundings.today()}[RuleLimit::full_week]);
    file.places = places_in(file.table, profile);
    file.rows.resize(file.table.rows());
    struct Part {
        std::vector<SaidFact> facts;
        std::deque<std::string> made;
    };
    std::vector<Part> parts(chunks_of(file.rows.size()));
    in_chunks(file.rows.size(), [&](std::size_t from, std::size_t to, std::size_t chunk) {
        auto& part = parts[chunk];
        RowReader reader{file, surroundings, part.made};
        for (auto at = from; at < to; ++at) {
            file.rows[at] = reader.read(at);
            reader.read_facts(file.rows[at], part.facts);
        }
    });
    for (std::size_t chunk = 0; chunk < parts.size(); ++chunk) {
        const auto begin = static_cast<std::uint32_t>(file.facts.size());
        file.facts.insert(file.facts.end(), parts[chunk].facts.begin(), parts[chunk].facts.end());
        if (begin != 0)
            for (auto at = chunk * rows_in_a_chunk; at < std::min(file.rows.size(), (chunk + 1) * rows_in_a_chunk); ++at) file.rows[at].first_fact += begin;
        file.made.push_back(std::move(parts[chunk].made));
    }
    return file;
}

}  // namespace kith::intake
