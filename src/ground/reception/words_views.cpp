#include "reception/words_views.hpp"

#include "base/text.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

namespace kith::reception {

namespace {

std::string whom(const std::string& contact)
{
    return contact.empty() ? "your administrator" : contact;
}

ui::Html section(std::string_view title)
{
    return ui::heading(2, title, "m");
}

/// "30 minutes", "12 hours".
std::string in_words(std::int64_t seconds)
{
    return seconds % 3600 == 0 ? counted(seconds / 3600, "hour") : counted(seconds / 60, "minute");
}

}  // namespace

ui::Html help_words(const std::string& contact)
{
    return ui::paragraph("Home shows what needs you today. Everything else is under the menu at the top of each page.") +
           section("If you cannot sign in") +
           ui::paragraph("Ask " + whom(contact) + " to reset your account. You are given a code, and choose a new password with it.") +
           section("If you cannot find someone or something") +
           ui::paragraph("You see what your role covers, and no more. What lies outside it is shown as not found, as if it were not there. If "
                         "your work needs more, ask for another role.") +
           section("If signing in asks for six digits") +
           ui::paragraph("They are shown by the app with which you set up a second step. If your phone is lost, use one of your recovery codes; if those "
                         "are lost too, ask " + whom(contact) + " to remove the second step from your account.") +
           section("If something looks wrong") +
           ui::paragraph("Each organisation owns its own staff records. If a record is wrong, its data steward mends it by handing in a "
                         "corrected return; the record's history keeps what was held before. Error pages show a reference: pass it on when you "
                         "ask for help.") +
           section("Who to ask") + ui::paragraph("Ask " + whom(contact) + ".");
}

ui::Html accessibility_words(const std::string& partnership, const std::string& contact)
{
    return ui::paragraph("This statement is about the workforce service of " + partnership + ". It should be usable by everyone, which means you can:") +
           ui::bullets({"zoom in up to 400% without text spilling off the screen", "use it on a phone as wide as 320 pixels",
                        "use it with a keyboard alone", "use it with a screen reader", "use it with scripts switched off", "print every page"}) +
           section("How far it follows the rules") +
           ui::paragraph("It is built to follow the Web Content Accessibility Guidelines version 2.2 to level AA. Its pages are checked by program "
                         "each time it changes, with scripts and without. It has not been audited by people who use assistive technology, so "
                         "there may be faults that we do not know of.") +
           section("What to do if you cannot use a part of it") +
           ui::paragraph("Tell " + whom(contact) + " which page, and what stops you. You will be given what you need in another form.") +
           section("Enforcement") +
           ui::paragraph("The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) "
                         "Accessibility Regulations 2018. If you are not content with the answer you get, contact the Equality Advisory and "
                         "Support Service.");
}

ui::Html privacy_words(const web::Settings& settings, const std::string& contact)
{
    return ui::paragraph("This page says what " + settings.partnership + " keeps about people who sign in. What is kept about staff is in the "
                         "privacy notice of the organisation that employs them: each organisation is the controller of its own staff's records.") +
           section("What is kept about your account") +
           ui::bullets({"your name and work email address",
                        "your roles, when each began and ended, who gave it and why, and who invited you",
                        "a hash of your password, from which the password cannot be worked out",
                        "if you set up a second step: the key of your app, sealed, and hashes of your recovery codes",
                        "what you were told here, and whether a mail went out about it",
                        "when you last signed in",
                        "which staff records and figures you looked at, and when"}) +
           section("Why") +
           ui::paragraph("To let the right people in and keep others out, and to be able to say to any member of staff who has looked at their "
                         "record. The last is kept in a log that shows if anyone changed it.") +
           section("For how long") +
           ui::bullets({"a sign-in: until you sign out, after " + in_words(settings.sessions.idle_seconds) + " without use, or after " +
                            in_words(settings.sessions.longest_seconds) + " in any case",
                        "tries to sign in that failed: a day, without your address being readable",
                        "your account and its history: for as long as changes you made are kept, since they name who made them",
                        "what you looked at: for as long as the partnership's retention rules say"}) +
           section("Cookies") +
           ui::paragraph("Kith sets only cookies it cannot work without: one that keeps you signed in, one that protects forms from being sent by "
                         "other sites, and one that carries a message from one page to the next. None of them follows you anywhere else.") +
           section("Your rights") +
           ui::paragraph("You can ask to see what is kept about you, and to have it put right. Ask " + whom(contact) +
                         ". If you are not content with the answer, you can complain to the Information Commissioner’s Office.");
}

}  // namespace kith::reception
