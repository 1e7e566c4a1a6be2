#include "reception/routes.hpp"

#include "reception/account_pages.hpp"
#include "reception/accounts_pages.hpp"
#include "reception/home_pages.hpp"
#include "reception/jobs_pages.hpp"
#include "reception/read_audit_pages.hpp"
#include "reception/roles_pages.hpp"
#include "reception/sign_in_pages.hpp"
#include "reception/words_pages.hpp"

namespace kith::reception {

void add_routes(web::Routes& routes, const Desk& desk)
{
    using enum access::Permission;
    const auto with = [&desk](auto handler) { return [&desk, handler](web::Visit& visit) { return handler(visit, desk); }; };
    constexpr web::RouteFlags slow{.on_worker = true};
    constexpr web::RouteFlags again{.on_worker = true, .once = false};

    routes.get("/", see_home, with(show_home));
    routes.post("/messages/read", see_home, read_messages, slow);

    routes.get("/sign-in", public_page, with(show_sign_in));
    routes.post("/sign-in", public_page, with(sign_in), again);
    routes.post("/sign-in/as", public_page, sign_in_as, again);
    routes.get("/sign-in/code", public_page, with(show_sign_in_with_code));
    routes.post("/sign-in/code", public_page, with(sign_in_with_code), again);
    routes.get("/sign-out", signed_in, show_sign_out);
    routes.post("/sign-out", signed_in, sign_out, again);

    routes.get("/account", own_account, with(show_account));
    routes.get("/account/password", own_account, show_change_password);
    routes.post("/account/password", own_account, with(change_password), again);
    routes.post("/account/sign-out-everywhere", own_account, sign_out_everywhere, slow);

    routes.get("/accounts", manage_accounts, with(list_accounts));
    routes.get("/accounts/new", manage_accounts, show_new_account);
    routes.post("/accounts/new", manage_accounts, with(open_account), slow);
    routes.get("/accounts/{account}", manage_accounts, with(show_account_of));
    routes.get("/accounts/{account}/name", manage_accounts, show_rename);
    routes.post("/accounts/{account}/name", manage_accounts, rename, slow);
    routes.get("/accounts/{account}/reset", manage_accounts, show_reset);
    routes.post("/accounts/{account}/reset", manage_accounts, with(reset), slow);
    routes.get("/accounts/{account}/close", manage_accounts, show_close);
    routes.post("/accounts/{account}/close", manage_accounts, close, slow);
    routes.post("/accounts/{account}/open", manage_accounts, open_again, slow);
    routes.get("/accounts/{account}/roles/new", manage_accounts, show_roles);
    routes.get("/accounts/{account}/roles/new/{role}", manage_accounts, with(show_new_role));
    routes.post("/accounts/{account}/roles/new/{role}", manage_accounts, with(give_role), slow);
    routes.get("/accounts/{account}/roles/{grant}/end", manage_accounts, with(show_end_role));
    routes.post("/accounts/{account}/roles/{grant}/end", manage_accounts, end_role, slow);

    routes.get("/read-audit", see_read_audit, with(show_read_audit), slow);
    routes.post("/read-audit/check", see_read_audit, check_read_audit, again);

    routes.get("/jobs", see_jobs, list_jobs);
    routes.post("/jobs/{job}/retry", manage_jobs, retry_job, slow);

    routes.get("/design", see_design, show_design);
    routes.get("/help", public_page, with(show_help));
    routes.get("/accessibility", public_page, with(show_accessibility));
    routes.get("/privacy", public_page, with(show_privacy));
}

}  // namespace kith::reception
