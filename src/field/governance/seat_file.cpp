#include "governance/seat_file.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "returns/table_reading.hpp"

namespace kith::governance {
namespace {

const std::vector<returns::ColumnNames>& column_names()
{
    static const std::vector<returns::ColumnNames> all{{"board", {"committee", "board or group"}}, {"group", {"section"}}, {"seat", {"role", "post", "job title"}}, {"organisation", {"agency", "partner"}}, {"kind", {"membership"}}, {"number", {"seats"}}, {"filled", {}}};
    return all;
}

template <class Value>
std::optional<Value> named(const std::vector<NamedChoice<Value>>& choices, const std::string& text)
{
    for (const auto& one : choices)
        if (lower_ascii(one.words) == text || one.name == text) return one.value;
    return std::nullopt;
}

void read_row(returns::TableReading& reading, SeatFile& file)
{
    SeatRow row{.board = reading.text("board"), .seat = {.section = reading.text("group"), .role = reading.text("seat"), .organisation = reading.text("organisation"), .number = reading.number("number", "G-SEAT-2", most_seats).value_or(1)}};
    if (row.board.empty()) reading.error("board", "G-SEAT-3", "Enter the name of the board or group");
    if (const auto kind = lower_ascii(reading.text("kind")); !kind.empty()) {
        if (const auto known = named(seat_kinds(), kind)) row.seat.kind = *known;
        else reading.error("kind", "G-SEAT-4", "Enter member, chair, substitute, shared seat, receives minutes or project assurance");
    }
    if (const auto filled = lower_ascii(reading.text("filled")); filled == "no" || filled == "vacant") row.seat.filled = Filled::vacant;
    for (const auto& problem : problems_of(row.seat)) reading.error(problem.field == "role" ? "seat" : problem.field == "section" ? "group" : problem.field, "G-SEAT-1", problem.message);
    if (reading.is_good()) file.seats.push_back(std::move(row));
}

}  // namespace

bool is_seat_file(const files::Table& table) { return table.column("seat") && (table.column("board") || table.column("group")); }

SeatFile read_seats(const std::string& file_name, const files::Table& table)
{
    SeatFile file;
    returns::TableReading reading{file_name, table, column_names()};
    returns::read_rows(reading, file, read_row);
    return file;
}

std::string seat_template()
{
    files::CsvWriter csv{{.byte_order_mark = true}};
    csv.row(std::vector<std::string>{"board", "group", "seat", "organisation", "kind", "number", "filled"});
    csv.row(std::vector<std::string>{"Name of the board", "Section of its membership list", "Head of workforce development", "The council", "member", "1", "yes"});
    return std::move(csv).text();
}

}  // namespace kith::governance
