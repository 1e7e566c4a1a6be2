#pragma once
// The record of checks as pages: the list of places, and one place's record, made to be printed for an inspector.
#include "partnership/organisation.hpp"
#include "ui/html.hpp"
#include "web/address.hpp"
#include "workforce/check_counts.hpp"
#include "workforce/check_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::workforce {

/// Someone's line of the record.
struct CheckLine {
    CheckedPerson person;
    std::vector<std::string> roles;  ///< in words, each once
    std::string setting;             ///< name; empty where none is reported
    CheckRecord record;
};

CheckCounts counts_of(const std::vector<CheckLine>& lines, Date today);
/// "Of 34 people, 31 may work, 1 may work supervised and 2 may not work."
std::string check_sentence(const CheckCounts& counts);

/// One place of the list.
struct CheckPlace {
    std::string name;
    std::string organisation;  ///< whose it is
    bool is_setting = true;    ///< false: those of the organisation for whom no setting is reported
    bool is_beside_whole = false;  ///< the list has those of its organisation too for whom no setting is reported
    std::string code{};        ///< of a setting whose name another of the same organisation has too; else empty
    std::string href;
    CheckCounts counts;
};
/// `places`: those of this page. `all`: of every place within reach whose name holds `search`.
struct CheckListView {
    const std::vector<CheckPlace>& places;
    CheckCounts all;
    std::string search;
    web::Address address{"/checks"};
    int page = 1;
    int pages = 1;
};
ui::Html check_list(const CheckListView& view);

struct CheckPage {
    const std::vector<CheckLine>& lines;
    const packs::Packs& packs;
    Date today;
    std::string printed_words;  ///< "Printed on 3 October 2026 for Acorns"
    std::string whole_href{};   ///< the record of the whole organisation, where this is of one place; else empty
};
ui::Html check_page(const CheckPage& page);

}  // namespace kith::workforce
