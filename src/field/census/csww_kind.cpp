#include "census/csww_kind.hpp"

#include "base/text.hpp"
#include "db/change_set.hpp"
#include "census/csww_plan.hpp"
#include "census/csww_queries.hpp"
#include "census/csww_rules.hpp"
#include "intake/touched.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::census {
namespace {
constexpr std::string_view format_name = "Children's social work workforce census (2022 layout)";

returns::Checked check(const returns::Handed& handed, const packs::Packs& packs, const workforce::NumberKeeper& numbers)
{
    returns::Checked checked{.format = std::string{format_name}};
    auto file = read_csww(handed.file.bytes);
    if (!file) checked.refusal = file.error().message;
    else if (!handed.organisation) checked.refusal = "A census file is of one local authority. Choose the authority when you hand it in.";
    else if (file->workers.empty()) checked.refusal = "The file holds no worker (CSWWWorker). Nothing in it can be taken.";
    if (!checked.refusal.empty()) return checked;
    const auto census_day = census_day_of(*file, handed.today);
    const auto view = workforce::load_view(handed.reader, *handed.organisation, numbers);
    checked.findings = judge_csww(*file, handed.file.name, packs, handed.today, census_queries(view, census_day, numbers));
    checked.parts = {{*handed.organisation, 0, 0}};  // it says who works there on one day of the year, not who does now
    checked.rows = static_cast<std::int64_t>(file->workers.size());
    checked.can_take = std::ranges::count_if(file->workers, &CswwWorker::taken);
    auto made = plan_for(*file, view, packs, census_day);
    checked.difference = std::move(made.difference);
    checked.plan = std::move(made.plan);
    return checked;
}

/// "--" may not stand in a comment, nor a hyphen at its end.
std::string comment_of(std::string words)
{
    for (auto at = words.find("--"); at != words.npos; at = words.find("--")) words.replace(at, 2, "- ");
    return "<!-- What to mend: " + words + " -->\n";
}
}  // namespace

returns::Kind csww_kind(std::shared_ptr<const packs::Packs> packs, workforce::NumberKeeper numbers)
{
    returns::Kind kind;
    kind.id = "social-work-census";
    kind.title = "Social work census";
    kind.guidance = "The XML file of the children's social work workforce census (Department for Education, 2022 layout), for the local authority whose it is. "
                    "Workers are known by their Social Work England number.";
    kind.returned_by = std::string{returns_census};
    kind.recognise = is_csww;
    kind.check = [packs, numbers](const returns::Handed& handed) { return check(handed, *packs, numbers); };
    kind.accept = [numbers](db::ChangeSet& changes, const returns::Checked& checked, Instant now) {
        const auto applied = workforce::apply(changes, std::any_cast<const workforce::Plan&>(checked.plan), now, numbers);
        return returns::Accepted{applied.rows(), fmt::format("{} added, {} changed", counted(applied.records_added, "staff record"),
                                                             counted(applied.rows() - applied.records_added, "other row"))};
    };
    kind.touches = [numbers](db::Reader& reader, const returns::Checked& checked) {
        const auto& plan = std::any_cast<const workforce::Plan&>(checked.plan);
        return intake::touched_by(plan, workforce::load_view(reader, plan.organisation, numbers), numbers);
    };
    kind.annotate = csww_annotated;
    kind.pages = {{"Write the census from the register", std::string{census_path}}};
    return kind;
}

std::string csww_annotated(const returns::File& file, const returns::Findings& findings)
{
    std::string text;
    std::string_view rest = file.bytes;
    auto next = findings.begin();
    const auto take_comments = [&](std::int64_t line) {
        for (; next != findings.end() && next->line <= line; ++next)
            if (next->line > 0) text += comment_of((next->column.empty() ? std::string{} : next->column + ": ") + next->message);
    };
    for (std::int64_t line = 1; !rest.empty(); ++line) {
        if (line > 1) take_comments(line);  // the declaration stands on the first line, and nothing may stand before it
        const auto end = std::min(rest.find('\n'), rest.size() - 1) + 1;
        text += rest.substr(0, end);
        rest.remove_prefix(end);
    }
    if (!text.ends_with('\n')) text += '\n';
    for (; next != findings.end(); ++next)
        if (next->line > 0) text += comment_of((next->column.empty() ? std::string{} : next->column + ": ") + next->message);
    return text;
}

}  // namespace kith::census
