#pragma once
// One-use form keys: a form that is sent twice (double click, back and send again) is acted on once, and the second sending is shown
// what the first one led to. The key is made when the form is shown and stored only when it is used.
#include "access/session.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kith::access {

enum class FormKeyUse {
    first,        ///< nobody used it before: it is now claimed, go on
    in_progress,  ///< the first sending is still being dealt with
    finished,     ///< the first sending led to `outcome`
};

struct FormKeyAnswer {
    FormKeyUse use = FormKeyUse::first;
    std::string outcome;  ///< path the first sending was redirected to; empty unless finished
};

/// Claims `key` for `session` (a hash of the session token or of the signed-out visitor's cookie). Commit before the handler runs.
FormKeyAnswer claim_form_key(db::Writer& writer, std::string_view session, std::string_view key, Instant now);
/// The first sending led to `outcome`, a local path.
void finish_form_key(db::Writer& writer, std::string_view session, std::string_view key, std::string_view outcome);
/// The first sending changed nothing (the form was shown again): the key may be used again.
void release_form_key(db::Writer& writer, std::string_view session, std::string_view key);
/// Forgets keys older than a day; answers how many.
std::int64_t forget_old_form_keys(db::Writer& writer, Instant now);

}  // namespace kith::access
