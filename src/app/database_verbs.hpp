#pragma once
// Verbs on the database as a whole: its schema, its chain, its copies. Only verbs.cpp includes this.
#include "app/verb.hpp"

namespace kith::app {

int check_config(const Configuration& configuration, const Arguments& arguments);
int migrate(const Configuration& configuration, const Arguments& arguments);
int verify_audit(const Configuration& configuration, const Arguments& arguments);
int back_up(const Configuration& configuration, const Arguments& arguments);
int restore(const Configuration& configuration, const Arguments& arguments);
int dump(const Configuration& configuration, const Arguments& arguments);
int load(const Configuration& configuration, const Arguments& arguments);

}  // namespace kith::app
