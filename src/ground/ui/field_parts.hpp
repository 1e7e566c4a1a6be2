#pragma once
// What all form fields share: the group around them, and the ids by which hint and error describe them. Private to ui.
#include "ui/fields.hpp"
#include "ui/markup.hpp"

#include <string>

namespace kith::ui
{

/// Writes the hint and the error where they are there; gives back `described_by` with their ids added.
std::string write_hint_and_error(Markup& m, std::string described_by, const std::string& id, Hint hint, ErrorMessage error);
void open_form_group(Markup& m, bool has_error, const std::string& classes, const Attributes& attributes);
/// The label, pointing at the field `id`.
Html labelled(Label label, const std::string& id);
const std::string& id_or_name(const std::string& id, const std::string& name);

}  // namespace kith::ui
