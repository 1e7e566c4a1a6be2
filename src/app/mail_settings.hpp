#pragma once
// From the configuration's words on mail to what the jobs room sends with.
#include "app/configuration.hpp"
#include "jobs/smtp.hpp"

namespace kith::app {

/// `name` is who mails say they are from. Throws std::runtime_error where the password file cannot be read.
jobs::SmtpSettings smtp_settings(const Configuration::Mail& mail, const std::string& name);

}  // namespace kith::app
