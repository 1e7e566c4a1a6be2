#pragma once
// The second step of signing in, as pages show it. Private to this room.
#include "access/second_step.hpp"
#include "ui/html.hpp"
#include "web/form.hpp"

#include <string>
#include <vector>

namespace kith::reception {

/// How it stands, and what can be done. `needed`: a role of theirs asks for it.
ui::Html second_step_state(const access::SecondStepState& state, bool needed);
/// The password again, with a button that says what follows.
ui::Html prove_fields(const web::Form& form, std::string words, std::string button);
/// The QR code, the key to type and the box for the first code.
ui::Html set_up_fields(const web::Form& form, const access::AppSecret& secret);
/// Recovery codes, shown this once; to be printed.
ui::Html recovery_codes(const std::vector<std::string>& codes, bool is_new);
/// The step between password and session.
ui::Html half_fields(const web::Form& form, const std::string& half);

}  // namespace kith::reception
