#pragma once
// Whether a file as it was handed in holds a row about one person: text line by line, a workbook row by row on all its sheets, hidden ones too. Pure.
// Never an answer to what the file means: what cannot be searched may hold anyone.
#include <string>
#include <string_view>
#include <vector>

namespace kith::returns {

enum class Search : unsigned char {
    not_there,
    there,          ///< a row holds all cells of one of the sets
    cannot_search,  ///< neither text nor a workbook that is whole, or one with parts that hold more than cells
};

/// Looks for rows that hold all cells of one of `sets`, each a whole word of the row, letters large and small alike.
Search search_rows(std::string_view bytes, const std::vector<std::vector<std::string>>& sets);

}  // namespace kith::returns
