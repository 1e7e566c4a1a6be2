#pragma once
// Column mappings as people see them: values in, escaped Html out. Private to this room.
#include "intake/mapping_draft.hpp"
#include "intake/mapping_register.hpp"
#include "ui/html.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kith::intake {

/// Another mapping that a new one may begin from.
struct Beginning {
    std::string words;  ///< "Oak School's “Payroll” knows 11 of these 12 columns"
    std::string href;
};

/// What is wrong with the form, by field.
using ErrorOf = std::function<std::optional<std::string>(const std::string&)>;

struct MappingPage {
    const MappingDraft& draft;
    const Surroundings& surroundings;
    std::int64_t rows = 0;
    std::vector<Beginning> beginnings;
    ErrorOf error;
    bool warns_of_unsaid = false;  ///< it was to be saved, and of some values nothing is said
    bool shows_values = true;  ///< false: the viewer may not have the file, so names of columns and guesses are all that is shown of it
};
/// What stands above the form: the answer, what changed, where else to begin.
ui::Html mapping_introduction(const MappingPage& page);
/// The inside of the form, but for the preview and its button.
ui::Html mapping_columns(const MappingPage& page);
ui::Html mapping_values(const MappingPage& page);
ui::Html mapping_constants(const MappingPage& page);
/// Its name, and the buttons.
ui::Html mapping_end(const MappingPage& page);

/// The first rows as Kith would understand them, what its rules say, and what is not taken.
struct MappingPreview {
    const StaffCheck& check;
    const MappingDraft& draft;
    std::int64_t rows = 0;  ///< of the file; the check may have looked at the first of them only
};
ui::Html mapping_preview(const MappingPreview& preview);

/// The list of mappings, and one of them.
struct MappingLine {
    ColumnMapping mapping;
    std::string organisation;
};
ui::Html mapping_list(const std::vector<MappingLine>& lines);

struct MappingView {
    ColumnMapping mapping;
    std::string organisation;
    bool is_current = true;
    std::vector<MappingVersion> versions;
    std::map<std::int64_t, std::string> accounts;  ///< names, by account
    std::optional<std::string> change_href;        ///< where a file that it read can be looked at again
    const packs::Packs& packs;
};
ui::Html mapping_view(const MappingView& view);

std::string path_of(const ColumnMapping& mapping);

}  // namespace kith::intake
