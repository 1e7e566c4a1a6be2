#include "profile/api_description.hpp"

#include <boost/json.hpp>

namespace kith::profile {

namespace {

using boost::json::array;
using boost::json::object;

object parameter(std::string_view name, std::string_view words, object schema, bool many = false)
{
    object json{{"name", name}, {"in", "query"}, {"required", false}, {"description", words}};
    json["schema"] = many ? object{{"type", "array"}, {"items", std::move(schema)}} : std::move(schema);
    if (many) {
        json["style"] = "form";
        json["explode"] = true;
    }
    return json;
}

object text() { return {{"type", "string"}}; }
object whole_number() { return {{"type", "integer"}}; }
object reference(std::string_view name) { return {{"$ref", "#/components/schemas/" + std::string{name}}}; }
object list_of(object items) { return {{"type", "array"}, {"items", std::move(items)}}; }
object or_none(std::string_view type) { return {{"type", array{type, "null"}}}; }

/// What every question may be narrowed by.
array question()
{
    return {parameter("on-day", "Day of the month that figures are as of; with on-month and on-year, otherwise today", whole_number()), parameter("on-month", "Month, from 1", whole_number()), parameter("on-year", "Year, in four digits", whole_number()),
            parameter("known-day", "Day as which the register is read; with known-month and known-year, otherwise as it stands", whole_number()), parameter("known-month", "Month, from 1", whole_number()), parameter("known-year", "Year, in four digits", whole_number()),
            parameter("locality", "Codes of localities", text(), true), parameter("sector", "Codes of sectors", text(), true), parameter("role", "Codes of roles", text(), true), parameter("organisation", "Codes of organisations", text(), true),
            parameter("breadth", "core or wider", text(), true), parameter("contract", "Codes of kinds of contract", text(), true), parameter("setting", "Public id of a setting", text()), parameter("team", "Code of a team", text())};
}

object get(std::string_view id, std::string_view words, std::string_view answer, array parameters)
{
    object ok{{"description", words}, {"content", object{{"application/json", object{{"schema", reference(answer)}}}}}};
    auto problem = [](std::string_view what) { return object{{"description", what}, {"content", object{{"application/problem+json", object{{"schema", reference("Problem")}}}}}}; };
    object answers{{"200", std::move(ok)}, {"401", problem("Nobody is signed in")}, {"403", problem("The roles of whoever is signed in do not let them see this")},
                   {"404", problem("There is no such thing, or it lies beyond reach")}, {"422", problem("A day, place or measure that is none: which, in words")}};
    return {{"get", object{{"operationId", id}, {"summary", words}, {"parameters", std::move(parameters)}, {"responses", std::move(answers)}}}};
}

object ground_properties()
{
    return {{"about", text()}, {"on", object{{"type", "string"}, {"format", "date"}}}, {"known_at", or_none("string")}, {"change_set", whole_number()}, {"coverage", text()}, {"mappings", list_of(text())}};
}

object an(object properties) { return {{"type", "object"}, {"properties", std::move(properties)}}; }

/// An answer that says beside its own what it is about and rests on.
object with_ground(object own)
{
    auto properties = ground_properties();
    for (auto& [name, schema] : own) properties[name] = std::move(schema);
    return an(std::move(properties));
}

object rows_key()
{
    return {{"type", "string"}, {"description", "By which the rows are asked for, as `line` of /api/measures/{measure}/rows; missing where there are none, or they are not for this viewer"}};
}

/// Those behind a figure or found by a skill. What stands from "holds" on is of /api/who-can alone.
object people_schema()
{
    object work = an({{"role", text()}, {"setting", text()}, {"full_time_equivalent", text()}});
    object person = an({{"id", text()}, {"name", text()}, {"reference", text()}, {"organisation", text()}, {"work", list_of(std::move(work))}, {"holds", text()}, {"manager", an({{"id", text()}, {"name", text()}})},
                        {"ring", an({{"about", text()}, {"name", text()}, {"telephone", text()}, {"email", text()}})}});
    return an({{"people", list_of(std::move(person))}, {"total", whole_number()}, {"beyond_reach", whole_number()}, {"page", whole_number()}, {"pages", whole_number()}});
}

object rows_schema()
{
    object row = an({{"cells", list_of(text())}, {"rows", rows_key()}});
    object table = an({{"columns", list_of(text())}, {"rows", list_of(std::move(row))}});
    return with_ground({{"measure", text()}, {"heading", text()}, {"staff", reference("People")}, {"table", std::move(table)}});
}

object who_can_schema()
{
    object looked_for = an({{"things", list_of(an({{"kind", text()}, {"code", text()}, {"label", text()}}))}, {"why", text()}, {"nearest", list_of(text())}});
    return with_ground({{"looked_for", std::move(looked_for)}, {"staff", reference("People")}, {"asked_about", whole_number()}, {"none_reported", whole_number()}});
}

object sheet_schema()
{
    object glance = an({{"words", text()}, {"label", text()}, {"rests_on", text()}});
    object part = an({{"title", text()}, {"lines_are", text()}, {"counted", text()}, {"lines", list_of(an({{"label", text()}, {"words", text()}}))}, {"more", text()}});
    return with_ground({{"locality", text()}, {"opening", text()}, {"at_a_glance", list_of(std::move(glance))}, {"gaps", list_of(text())}, {"lists", list_of(std::move(part))}, {"questions", list_of(text())}});
}

object schemas()
{
    object places{{"type", "object"}, {"properties", object{{"place", text()}, {"figures", object{{"type", "object"}, {"additionalProperties", reference("Figure")}}}, {"a_year_before", object{{"type", "object"}, {"additionalProperties", reference("Figure")}}}}}};
    object line{{"type", "object"}, {"properties", object{{"label", text()}, {"figures", list_of(reference("Figure"))}, {"rows", rows_key()}}}};
    object headline{{"type", "object"}, {"properties", object{{"label", text()}, {"figure", reference("Figure")}, {"rests_on", text()}}}};
    object declared{{"measure", text()}, {"name", text()}, {"section", text()}, {"formula", text()}, {"population", text()}, {"source", text()}, {"needs", text()}, {"missing", text()}};
    auto panel = declared;
    panel["finding"] = text();
    panel["withheld"] = text();
    panel["headline"] = std::move(headline);
    panel["lines_are"] = text();
    panel["columns"] = list_of(text());
    panel["lines"] = list_of(std::move(line));
    panel["notes"] = list_of(text());
    auto comparison = with_ground({{"places", list_of(std::move(places))}});
    comparison["properties"].as_object()["finding"] = text();
    auto answer = with_ground({{"measure", reference("Panel")}});
    answer["properties"].as_object()["trend"] = list_of({{"type", "object"}, {"properties", object{{"on", object{{"type", "string"}, {"format", "date"}}}, {"figure", object{{"anyOf", array{reference("Figure"), object{{"type", "null"}}}}}}}}});
    return {{"Figure", object{{"type", "object"}, {"properties", object{{"value", or_none("number")}, {"words", text()}, {"rows", rows_key()}}}, {"required", array{"value", "words"}}}},
            {"Measure", object{{"type", "object"}, {"properties", std::move(declared)}}},
            {"Panel", object{{"type", "object"}, {"properties", std::move(panel)}}},
            {"Measures", object{{"type", "object"}, {"properties", object{{"measures", list_of(reference("Measure"))}}}}},
            {"MeasureAnswer", std::move(answer)},
            {"Profile", with_ground({{"measures", list_of(reference("Panel"))}})},
            {"Comparison", std::move(comparison)},
            {"Rows", rows_schema()},
            {"WhoCan", who_can_schema()},
            {"LocalitySheet", sheet_schema()},
            {"People", people_schema()},
            {"Problem", object{{"type", "object"}, {"properties", object{{"type", text()}, {"title", text()}, {"status", whole_number()}, {"detail", text()}, {"instance", text()}}}, {"required", array{"title", "status"}}}}};
}

}  // namespace

namespace {

/// The question of one measure.
array question_of_measure()
{
    auto of_measure = question();
    of_measure.insert(of_measure.begin(), object{{"name", "measure"}, {"in", "path"}, {"required", true}, {"description", "Id of a measure, as /api/measures lists them"}, {"schema", text()}});
    return of_measure;
}

array question_and(object more, bool is_required = false)
{
    auto asked = question();
    more["required"] = is_required;
    asked.push_back(std::move(more));
    return asked;
}

object page_number() { return parameter("page", "Page of the people, from 1", whole_number()); }

}  // namespace

object described_api()
{
    auto of_measure = question_of_measure();
    of_measure.push_back(parameter("trend", "1: with the headline month by month over the year to the day", text()));
    auto of_comparison = question();
    of_comparison.push_back(parameter("by", "locality or organisation", text()));
    of_comparison.push_back(parameter("measure", "Ids of measures that can be compared, 12 at most; a repeated one counts once", text(), true));
    auto of_rows = question_of_measure();
    auto line = parameter("line", "Key of a line or a figure, as the measure's own answer has it in `rows`", text());
    line["required"] = true;
    of_rows.push_back(std::move(line));
    of_rows.push_back(page_number());
    auto of_who_can = question_and(parameter("for", "Name of a language, skill, qualification or professional status, spelled loosely", text()), true);
    of_who_can.push_back(page_number());
    object paths{{"/api/profile", get("profile", "Every measure of whom the question is about", "Profile", question())},
                 {"/api/measures", get("measures", "The measures, with their words", "Measures", {})},
                 {"/api/measures/{measure}", get("measure", "One measure of whom the question is about", "MeasureAnswer", std::move(of_measure))},
                 {"/api/measures/{measure}/rows", get("rows", "The staff, vacancies or settings behind one line or figure", "Rows", std::move(of_rows))},
                 {"/api/who-can", get("whoCan", "Who has a language, skill, qualification or status, and through whom to ask for them", "WhoCan", std::move(of_who_can))},
                 {"/api/locality-sheet", get("localitySheet", "The sheet of one locality, for a meeting: `locality` names it", "LocalitySheet", question())},
                 {"/api/compare", get("compare", "Measures of localities or organisations, side by side", "Comparison", std::move(of_comparison))},
                 {"/api/openapi.json", get("description", "This description", "Description", {})}};
    auto described = schemas();
    described["Description"] = object{{"type", "object"}};
    return {{"openapi", "3.1.0"},
            {"info", object{{"title", "Kith: the workforce profile"}, {"version", "1"}, {"description", "What the profile's pages show, as JSON, to whoever is signed in and may see those pages: the same decision, the same figures."}}},
            {"paths", std::move(paths)},
            {"components", object{{"schemas", std::move(described)}, {"securitySchemes", object{{"session", object{{"type", "apiKey"}, {"in", "cookie"}, {"name", "kith"}}}}}}},
            {"security", array{object{{"session", array{}}}}}};
}

}  // namespace kith::profile
