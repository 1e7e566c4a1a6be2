#pragma once
// Verbs on accounts: how the first administrator comes to be, and what to do when nobody can sign in. Only verbs.cpp includes this.
#include "app/verb.hpp"

namespace kith::app {

int add_user(const Configuration& configuration, const Arguments& arguments);
int reset_user(const Configuration& configuration, const Arguments& arguments);
int list_users(const Configuration& configuration, const Arguments& arguments);

}  // namespace kith::app
