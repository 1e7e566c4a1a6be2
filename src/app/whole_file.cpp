#include "app/whole_file.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace kith::app {

Result<std::string> whole_file(const std::string& path, const std::string& name)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) return unacceptable(name, path + " is a folder. Name a file in it");
    std::ifstream in{path, std::ios::binary};
    if (!in) return unacceptable(name, path + " cannot be read. Check its name");
    return std::string{std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace kith::app
