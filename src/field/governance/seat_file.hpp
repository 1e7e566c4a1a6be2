#pragma once
// Who sits on boards, in a file: one row for each seat by role and organisation. Here: what each row says, with findings by line. Pure.
#include "files/table.hpp"
#include "governance/board.hpp"
#include "returns/finding.hpp"

#include <string>
#include <vector>

namespace kith::governance {

bool is_seat_file(const files::Table& table);

/// A seat as its row says it; the board's id is not set.
struct SeatRow {
    std::string board;
    Seat seat;
};
struct SeatFile {
    std::vector<SeatRow> seats;
    returns::Findings findings;
    std::int64_t rows = 0, can_take = 0;
};
SeatFile read_seats(const std::string& file_name, const files::Table& table);
std::string seat_template();

}  // namespace kith::governance
