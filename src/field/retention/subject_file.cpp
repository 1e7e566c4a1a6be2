#include "retention/subject_file.hpp"

#include "files/csv_writer.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace kith::retention {

namespace {

namespace json = boost::json;

std::string section_title(std::string_view table)
{
    static const std::map<std::string_view, std::string_view> titles{{"staff_record", "Who the record is about"}, {"engagement", "Engagements"},
                                                                     {"engagement_terms", "Terms of engagements: role, place, hours"},
                                                                     {"staff_fact", "Qualifications, registrations, training and checks"},
                                                                     {"correction", "Corrections asked for"}, {"erasure", "Erasures"}};
    const auto found = titles.find(table);
    return found == titles.end() ? column_title(table) : std::string{found->second};
}

/// Columns that only say how another is to be read, which its words do already.
bool goes_without_saying(const workforce::HeldValue& value)
{
    return value.column == "public_id" || value.column == "role_list" || value.column == "list" || value.column == "pay_period" ||
           (value.column == "reference" && value.value.starts_with("from-"));  // a job's own, made of its first day
}

std::string in_words(const workforce::HeldRow& row, std::string_view column, const SubjectWords& words)
{
    const auto found = std::ranges::find(row.values, column, &workforce::HeldValue::column);
    if (found == row.values.end() || found->erased || found->value.empty()) return {};
    return words.value ? words.value(column, found->value, row) : found->value;
}

std::string title_of(std::string_view table, const workforce::HeldRow& row, const SubjectWords& words)
{
    const auto after = [&](std::string_view before, std::string_view column) {
        auto text = in_words(row, column, words);
        return text.empty() ? std::string{} : std::string{before} + text;
    };
    if (table == "staff_fact") return in_words(row, "kind", words) + after(": ", "code");
    if (table == "engagement") return after("The job from ", "started_on");
    if (table == "engagement_terms") return after("From ", "from_on");
    return {};
}

VersionShown version_of(std::string_view table, const workforce::HeldRow& row, const SubjectWords& words)
{
    auto made_by = [&](std::int64_t set) {
        const auto found = words.change_sets.find(set);
        return found == words.change_sets.end() ? std::string{} : found->second.at.in_words() + ", by " + found->second.by;
    };
    VersionShown version{.title = title_of(table, row, words), .made = made_by(row.made_by), .superseded = row.ended_by ? made_by(*row.ended_by) : std::string{}, .facts = {}};
    for (const auto& value : row.values) {
        if ((value.value.empty() && !value.erased) || goes_without_saying(value)) continue;
        auto shown = value.erased ? std::string{"Erased"} : words.value ? words.value(value.column, value.value, row) : value.value;
        version.facts.push_back({.name = column_title(value.column), .value = std::move(shown)});
    }
    return version;
}

json::array facts_json(const std::vector<FactShown>& facts)
{
    json::array all;
    for (const auto& fact : facts) all.push_back(json::object{{"name", fact.name}, {"value", fact.value}});
    return all;
}

json::array versions_json(const std::vector<VersionShown>& versions)
{
    json::array all;
    for (const auto& version : versions) all.push_back(json::object{{"recorded", version.made}, {"superseded", version.superseded}, {"values", facts_json(version.facts)}});
    return all;
}

}  // namespace

std::string column_title(std::string_view column)
{
    static const std::map<std::string_view, std::string_view> titles{
        {"public_id", "Kith's id"}, {"organisation_id", "Reported by"}, {"setting_id", "Setting"}, {"locality_id", "Locality"}, {"birth_date", "Date of birth"},
        {"national_insurance", "National Insurance number"}, {"fte", "Full-time equivalent"}, {"role_code", "Role"}, {"role_list", "List of roles"}, {"breadth", "Core or wider"},
        {"from_on", "These terms from"}, {"started_on", "Started"}, {"ended_on", "Ended"}, {"words", "In words"}, {"asked_by", "Asked by account"}, {"answered_by", "Answered by account"}};
    if (const auto found = titles.find(column); found != titles.end()) return std::string{found->second};
    std::string title{column};
    std::ranges::replace(title, '_', ' ');
    if (title.ends_with(" id")) title.resize(title.size() - 3);
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

std::vector<SectionShown> sections_of(const std::vector<workforce::HeldTable>& held, const SubjectWords& words)
{
    std::vector<SectionShown> sections;
    for (const auto& table : held) {
        SectionShown section{.id = table.name, .title = section_title(table.name), .now = {}, .before = {}};
        for (const auto& row : table.rows) (row.ended_by ? section.before : section.now).push_back(version_of(table.name, row, words));
        std::ranges::reverse(section.before);
        sections.push_back(std::move(section));
    }
    return sections;
}

std::string subject_csv(const SubjectFile& file)
{
    files::CsvWriter writer{{.byte_order_mark = true}};
    writer.row(std::vector<std::string>{"section", "number", "recorded", "superseded", "name", "value"});
    int number = 0;
    auto add = [&](const SectionShown& section, const std::vector<VersionShown>& versions) {
        for (const auto& version : versions) {
            ++number;
            for (const auto& fact : version.facts) writer.row(std::vector<std::string>{section.title, std::to_string(number), version.made, version.superseded, fact.name, fact.value});
        }
    };
    for (const auto& section : file.sections) {
        add(section, section.now);
        add(section, section.before);
    }
    for (const auto& handed : file.files) writer.row(std::vector<std::string>{"Files that may hold a row about you", std::to_string(++number), handed.handed_in, "", handed.name, handed.state});
    for (const auto& reading : file.readings) writer.row(std::vector<std::string>{"Readings of your record", std::to_string(++number), reading.at, "", reading.what, reading.by});
    return std::move(writer).text();
}

std::string subject_json(const SubjectFile& file)
{
    json::array sections;
    for (const auto& section : file.sections) {
        sections.push_back(json::object{{"table", section.id}, {"title", section.title}, {"now", versions_json(section.now)}, {"before", versions_json(section.before)}});
    }
    json::array files;
    for (const auto& handed : file.files) files.push_back(json::object{{"file", handed.name}, {"handed_in", handed.handed_in}, {"state", handed.state}});
    json::array readings;
    for (const auto& reading : file.readings) readings.push_back(json::object{{"at", reading.at}, {"what", reading.what}, {"by", reading.by}});
    return json::serialize(json::object{{"organisation", file.organisation}, {"reference", file.reference}, {"name", file.name}, {"made_on", file.made_on},
                                        {"held", std::move(sections)}, {"files", std::move(files)}, {"readings", std::move(readings)}, {"readings_in_all", file.readings_in_all}});
}

}  // namespace kith::retention
