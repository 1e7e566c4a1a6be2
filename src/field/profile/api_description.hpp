#pragma once
// The OpenAPI 3.1 description of the profile's JSON. A test holds its paths against the route table.
namespace boost::json {
class object;
}

namespace kith::profile {

boost::json::object described_api();

}  // namespace kith::profile
