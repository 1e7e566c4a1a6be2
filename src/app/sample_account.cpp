#include "app/sample_account.hpp"

namespace kith::app {

Result<access::Account> account_at(db::Reader& reader, std::string_view address)
{
    const auto parsed = EmailAddress::parse(address);
    if (!parsed) return std::unexpected(parsed.error());
    auto account = access::find_account_by_email(reader, *parsed);
    if (!account) return unacceptable("account", "The sample needs the account of " + std::string{address});
    return *std::move(account);
}

}  // namespace kith::app
