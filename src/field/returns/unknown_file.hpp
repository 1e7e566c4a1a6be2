#pragma once
// What to say of a file that no kind recognises: what it seems to be, and where to start instead. Pure.
#include "returns/kind.hpp"

namespace kith::returns {

/// A refusal with one finding: not text, empty, a header with a fault, or columns of no format Kith knows.
Checked unknown_file(const Kinds& kinds, const File& file);

}  // namespace kith::returns
