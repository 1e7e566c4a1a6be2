#include "intake/vacancy_file.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "workforce/post_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace kith::intake {

namespace {

constexpr std::array<std::string_view, 16> columns{"organisation", "vacancy_reference", "post_reference", "post_opened_on", "post_closed_on", "role", "setting", "locality", "contract", "fte",
                                                   "vacant_from", "advertised_on", "offered_on", "filled_on", "closed_on", "hard_to_fill"};

/// Reads one row and says what is wrong with it.
class RowReader {
public:
    RowReader(const std::string& file_name, const files::Table& table, const Surroundings& surroundings, returns::Findings& findings)
        : file_name_(file_name), table_(table), surroundings_(surroundings), findings_(findings)
    {
    }

    VacancyRow read(std::size_t row)
    {
        row_ = row;
        read_ = {.line = static_cast<std::int64_t>(table_.line(row))};
        read_organisation();
        auto& vacancy = read_.vacancy;
        vacancy.reference = cell("vacancy_reference");
        read_.post_reference = cell("post_reference");
        vacancy.wanted.role_list = "roles";
        vacancy.wanted.role_code = code("role", "roles", "V-ROLE-2", true);
        vacancy.wanted.contract = code("contract", "contracts", "V-CONTRACT-1", false);
        vacancy.hard_to_fill = code("hard_to_fill", "hard_to_fill_reasons", "V-HARD-2", false);
        read_places();
        read_fte();
        if (auto from = day("vacant_from")) vacancy.vacant_from = *from;
        else if (cell("vacant_from").empty()) say("V-DATE-8", "vacant_from", true, "Enter the day from which it is vacant, for example 1/9/2026");
        vacancy.advertised_on = day("advertised_on");
        vacancy.offered_on = day("offered_on");
        vacancy.filled_on = day("filled_on");
        vacancy.closed_on = day("closed_on");
        read_post_days();
        if (read_.taken) {
            for (const auto& fault : workforce::faults_of(vacancy, surroundings_.today())) say(fault.rule, fault.field, fault.is_error, fault.words);
        }
        return read_;
    }

private:
    std::string cell(std::string_view column) const
    {
        const auto place = table_.column(column);
        return place ? std::string{table_.cell(row_, *place)} : std::string{};
    }

    void say(std::string_view rule, std::string_view column, bool is_error, std::string words)
    {
        findings_.push_back({file_name_, read_.line, std::string{column}, std::string{rule}, is_error ? returns::Severity::error : returns::Severity::warning, std::move(words)});
        if (is_error) read_.taken = false;
    }

    void read_organisation()
    {
        const auto named = cell("organisation");
        const auto& given = surroundings_.handed_in_for();
        read_.organisation = named.empty() ? (given ? surroundings_.organisation(*given) : nullptr) : surroundings_.organisation(named);
        if (read_.organisation == nullptr) {
            say("V-ORG-1", "organisation", true, named.empty() ? "Enter the code of the organisation" : "There is no organisation of this code. Check it, or have it added first");
        } else if (given && read_.organisation->id != *given) {
            say("V-ORG-2", "organisation", true, "This row names another organisation than the one the file is handed in for");
        }
    }

    std::string code(std::string_view column, std::string_view list, std::string_view rule, bool is_error)
    {
        const auto text = cell(column);
        if (text.empty()) return {};
        if (const auto* found = surroundings_.packs().list(list).recognise(text)) return found->code;
        const auto* near = surroundings_.packs().list(list).nearest(text);
        say(rule, column, is_error, fmt::format("This is none of the codes for {}{}", column == "role" ? "roles" : column == "contract" ? "contracts" : "hard-to-fill reasons",
                                                near == nullptr ? std::string{"."} : fmt::format(". Did you mean {} ({})?", near->code, near->label)));
        return {};
    }

    void read_places()
    {
        auto& wanted = read_.vacancy.wanted;
        if (const auto text = cell("setting"); !text.empty() && read_.organisation != nullptr) {
            const auto* setting = surroundings_.setting(read_.organisation->id, text);
            if (setting == nullptr) say("V-SETTING-1", "setting", false, "This organisation has no setting of this code, so none is taken");
            else wanted.setting = setting->id;
        }
        if (const auto text = cell("locality"); !text.empty()) {
            const auto* locality = surroundings_.locality(text);
            if (locality == nullptr) say("V-LOCALITY-1", "locality", false, "There is no locality of this code or name, so none is taken");
            else wanted.locality = locality->id;
        }
    }

    void read_post_days()
    {
        const auto opened = day("post_opened_on"), closed = day("post_closed_on");
        if (!read_.post_reference.empty()) {
            read_.post_opened_on = opened;
            read_.post_closed_on = closed;
            for (const auto& fault : workforce::faults_of_post_reference(read_.post_reference)) say(fault.rule, fault.field, fault.is_error, fault.words);
        } else if (opened || closed) {
            say("V-POST-9", "post_reference", false, "Days of a post are given and no post is named, so they are not taken. Enter the post's reference");
        }
    }

    void read_fte()
    {
        const auto text = cell("fte");
        if (text.empty()) return;
        if (const auto fte = Fte::parse(text)) read_.vacancy.wanted.fte = *fte;
        else say("V-FTE-3", "fte", true, "Full-time equivalent must be a number, for example 0.6");
    }

    std::optional<Date> day(std::string_view column)
    {
        const auto text = cell(column);
        if (text.empty()) return std::nullopt;
        if (const auto day = Date::parse_any(text)) return *day;
        say("V-DATE-9", column, true, "This must be a real date, for example 1/9/2026");
        return std::nullopt;
    }

    const std::string& file_name_;
    const files::Table& table_;
    const Surroundings& surroundings_;
    returns::Findings& findings_;
    std::size_t row_ = 0;
    VacancyRow read_;
};

std::string written_out(const workforce::Vacancy& v, const std::string& post)
{
    auto day = [](const std::optional<Date>& date) { return date ? date->iso() : std::string{}; };
    const auto& w = v.wanted;
    return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}\n", v.id.value(), v.reference, post, w.setting ? w.setting->value() : 0, w.locality ? w.locality->value() : 0, w.role_code, w.contract,
                       w.fte ? w.fte->text() : "", v.vacant_from.iso(), day(v.advertised_on), day(v.offered_on), day(v.filled_on), day(v.closed_on), v.hard_to_fill);
}

std::string written_out(const workforce::Post& post)
{
    auto day = [](const std::optional<Date>& date) { return date ? date->iso() : std::string{}; };
    return fmt::format("post {}|{}|{}|{}\n", post.id.value(), post.reference, day(post.opened_on), day(post.closed_on));
}

/// The post's days as the row has them, into the plan: onto the one planned before, the one that is held, or a new one with what the vacancy wants.
void plan_post(VacancyDifference& difference, const VacancyRow& row, const workforce::Post* held)
{
    if (row.post_reference.empty() || (!row.post_opened_on && !row.post_closed_on)) return;
    auto& posts = difference.plan.posts;
    const auto planned = std::ranges::find(posts, row.post_reference, &workforce::Post::reference);
    auto post = planned != posts.end() ? *planned : held != nullptr ? *held
                                                                    : workforce::Post{.organisation = difference.plan.organisation, .reference = row.post_reference, .wanted = row.vacancy.wanted};
    if (row.post_opened_on) post.opened_on = row.post_opened_on;
    if (row.post_closed_on) post.closed_on = row.post_closed_on;
    if (planned != posts.end()) *planned = std::move(post);
    else if (held == nullptr || post != *held) posts.push_back(std::move(post));
}

}  // namespace

bool is_vacancy_file(const files::Table& header)
{
    return header.column("vacancy_reference") && header.column("vacant_from");
}

std::string vacancy_template(const packs::Packs&)
{
    files::CsvWriter writer{{.byte_order_mark = true}};
    writer.row(std::vector<std::string_view>(columns.begin(), columns.end()));
    return std::move(writer).text();
}

std::int64_t VacancyFile::can_take() const
{
    return std::ranges::count_if(rows, &VacancyRow::taken);
}

VacancyFile read_vacancies(const std::string& file_name, const files::Table& table, const Surroundings& surroundings)
{
    VacancyFile file{.name = file_name, .rows = {}, .findings = {}};
    RowReader reader{file_name, table, surroundings, file.findings};
    std::map<std::pair<std::int64_t, std::string>, std::int64_t> seen;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto read = reader.read(row);
        if (read.taken) {
            const auto [earlier, is_new] = seen.emplace(std::pair{read.organisation->id.value(), lower_ascii(read.vacancy.reference)}, read.line);
            if (!is_new) {
                file.findings.push_back({file_name, read.line, "vacancy_reference", "V-REF-3", returns::Severity::error,
                                         fmt::format("Line {} has the same reference. Give each vacancy one of its own", earlier->second)});
                read.taken = false;
            }
        }
        file.rows.push_back(std::move(read));
    }
    return file;
}

VacancyDifference difference_of(const VacancyFile& file, access::OrganisationId organisation, const HeldVacancies& held)
{
    VacancyDifference difference{.plan = {.organisation = organisation, .entries = {}}, .changes = {}};
    for (const auto& row : file.rows) {
        if (!row.taken || row.organisation->id != organisation) continue;
        auto vacancy = row.vacancy;
        vacancy.organisation = organisation;
        const auto same = std::ranges::find(held.vacancies, vacancy.reference, &workforce::Vacancy::reference);
        const auto post = std::ranges::find(held.posts, row.post_reference, &workforce::Post::reference);
        if (post != held.posts.end()) vacancy.post = post->id;
        plan_post(difference, row, post == held.posts.end() ? nullptr : &*post);
        if (same != held.vacancies.end()) {
            vacancy.id = same->id;
            vacancy.public_id = same->public_id;
            if (row.post_reference.empty()) vacancy.post = same->post;  // a file without it says nothing of the post
            if (vacancy == *same && (row.post_reference.empty() || post != held.posts.end())) {
                ++difference.unchanged;
                continue;
            }
        }
        ++(same == held.vacancies.end() ? difference.added : difference.changed);
        difference.changes.push_back(written_out(vacancy, row.post_reference));
        difference.plan.entries.push_back({std::move(vacancy), row.post_reference});
    }
    for (const auto& post : difference.plan.posts) difference.changes.push_back(written_out(post));
    difference.posts = static_cast<std::int64_t>(difference.plan.posts.size());
    return difference;
}

}  // namespace kith::intake
