#pragma once
// The words of the help, accessibility and privacy pages. Private to this room.
#include "ui/html.hpp"
#include "web/house.hpp"

#include <string>

namespace kith::reception {

/// `contact`: whom to ask; empty where the installation names nobody.
ui::Html help_words(const std::string& contact);
ui::Html accessibility_words(const std::string& partnership, const std::string& contact);
/// What is kept about people with accounts, and for how long; the numbers are those of this installation.
ui::Html privacy_words(const web::Settings& settings, const std::string& contact);

}  // namespace kith::reception
