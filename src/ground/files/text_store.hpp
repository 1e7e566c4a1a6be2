#pragma once
// Many short texts in a few large blocks: views of them stay good as long as the store lives, also when it is moved.
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace kith::files {

class TextStore {
public:
    std::string_view keep(std::string_view text)
    {
        constexpr std::size_t block = 256 * 1024;
        if (text.empty()) return {};
        if (text.size() > block / 4) {  // long texts get a block of their own
            large_.push_back(std::make_unique_for_overwrite<char[]>(text.size()));
            std::memcpy(large_.back().get(), text.data(), text.size());
            return {large_.back().get(), text.size()};
        }
        if (blocks_.empty() || used_ + text.size() > block) {
            blocks_.push_back(std::make_unique_for_overwrite<char[]>(block));
            used_ = 0;
        }
        auto* at = blocks_.back().get() + used_;
        std::memcpy(at, text.data(), text.size());
        used_ += text.size();
        return {at, text.size()};
    }

private:
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::vector<std::unique_ptr<char[]>> large_;
    std::size_t used_ = 0;
};

}  // namespace kith::files
