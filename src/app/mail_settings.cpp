#include "app/mail_settings.hpp"

#include "base/text.hpp"

#include <fstream>
#include <stdexcept>

namespace kith::app {

jobs::SmtpSettings smtp_settings(const Configuration::Mail& mail, const std::string& name)
{
    jobs::SmtpSettings settings{.server = mail.server, .from = mail.from, .from_name = name, .user = mail.user};
    if (mail.security == "tls") settings.security = jobs::SmtpSecurity::tls;
    if (mail.security == "none") settings.security = jobs::SmtpSecurity::none;
    if (!mail.password_file.empty()) {
        std::ifstream in{mail.password_file};
        std::string password;
        if (!std::getline(in, password)) throw std::runtime_error("mail.password_file cannot be read");
        settings.password = trimmed(password);
    }
    return settings;
}

}  // namespace kith::app
