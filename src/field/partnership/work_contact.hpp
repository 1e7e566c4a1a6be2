#pragma once
// Whom to ring: a person's name, job, telephone and e-mail at work, given to the partnership so that others can reach them. Never a home
// address or a private number. The name, number and address are personal values: they have no log form.
#include "base/personal.hpp"
#include "base/result.hpp"

#include <string>
#include <string_view>

namespace kith::partnership {

using ContactName = Personal<struct ContactNameTag>;
using ContactPhone = Personal<struct ContactPhoneTag>;
using ContactEmail = Personal<struct ContactEmailTag>;

struct WorkContact {
    ContactName name;
    std::string job;  ///< "Early help link worker"
    ContactPhone phone;
    ContactEmail email;
    bool is_empty() const { return name.reveal().empty() && job.empty() && phone.reveal().empty() && email.reveal().empty(); }
    bool operator==(const WorkContact&) const = default;
};

/// The same with spaces tidied, or what stands in the way, on "contact_name", "contact_job", "contact_phone" or "contact_email".
Result<WorkContact> checked(WorkContact contact);

/// "tel:+441632960001" or "tel:01632960001", without an extension: what a telephone dials.
std::string dialled(const ContactPhone& phone);

}  // namespace kith::partnership
