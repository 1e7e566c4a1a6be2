#pragma once
// A small instrument with an item of every kind, as a pack, for the tests of this room.
#include "questionnaire/instrument_reader.hpp"

#include <gtest/gtest.h>

#include <string>

namespace kith::questionnaire {

inline const std::string small_pack = R"(kind = "instrument"
id = "small"
version = 1
name = "Small"
purpose = "To try things."
dated = 2026-11-01
source = "a test"
answered_by = ["self", "group"]
threshold = 5

[[language]]
code = "en"
name = "English"

[[language]]
code = "ur"
name = "Urdu"
direction = "right_to_left"
fallback = "en"

[[viewpoint]]
id = "team"
name = "Teams"

[[viewpoint]]
id = "child"
name = { en = "Children", en-easy = "You" }
children = true

[children]
free_text = "named_reader"
consent_under = 13
if_hurt = "We tell someone who can help."

[[theme]]
id = "purpose"
name = "Shared purpose"
evidence = ["A plan that everyone has read."]
success = { team = "We want the same.", child = "They want the best for me." }

[[scale]]
id = "position"
midpoint = "Half of it is there."
[[scale.step]]
value = 1
text = "Not at all"
[[scale.step]]
value = 2
text = "Partly"
[[scale.step]]
value = 3
text = "Wholly"

[[section]]
id = "first"
title = "First"
[[section.item]]
key = "aims"
kind = "scale"
scale = "position"
theme = "purpose"
dont_know = true
not_applicable = true
text = { en = "We have the same aims.", en-easy = "We want the same.", ur = "..." }
[[section.item]]
key = "meets"
kind = "one"
required = true
options = [{ code = "yes", text = "Yes" }, { code = "no", text = "No" }]
text = "Do you meet?"
[[section.item]]
key = "with"
kind = "several"
viewpoints = ["team"]
show_if = "meets is yes"
most = 2
dont_know = true
options = [{ code = "health", text = "Health" }, { code = "police", text = "Police" }, { code = "schools", text = "Schools" }]
text = "With whom?"
[[section.item]]
key = "areas"
kind = "matrix"
scale = "position"
theme = "purpose"
viewpoints = ["team"]
dont_know = true
rows = [{ code = "north", text = "North" }, { code = "south", text = "South" }]
text = "How far in each place?"

[[section]]
id = "second"
title = "Second"
viewpoints = ["team"]
[[section.item]]
key = "often"
kind = "number"
show_if = "with is one of (health, police) and leader"
at_least = 0
at_most = 100
decimals = 1
text = "How often a year?"
[[section.item]]
key = "since"
kind = "date"
dont_know = true
earliest = 2000-01-01
latest = 2026-12-31
show_if = "often is at least 2"
text = "Since when?"
[[section.item]]
key = "room"
kind = "short_text"
leaders_only = true
longest = 10
text = "Where?"
[[section.item]]
key = "more"
kind = "long_text"
viewpoints = ["team", "child"]
text = "Anything else?"

[[score]]
theme = "purpose"
items = ["aims", "areas"]

[[resource]]
theme = "purpose"
levels = [1, 2]
title = "Meet"
text = "Meet, and write down what you want."
link = "https://example.org/meet"
)";

/// `small_pack` with `from` in it replaced by `to`, once.
inline std::string small_with(const std::string& from, const std::string& to)
{
    auto text = small_pack;
    auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

inline Instrument instrument_of(const std::string& text)
{
    auto instrument = read_instrument({"small.toml", text});
    if (instrument) return *instrument;
    for (const auto& problem : instrument.error()) ADD_FAILURE() << problem.file << ":" << problem.line << ": " << problem.message;
    return {};
}

}  // namespace kith::questionnaire
