#pragma once
// The house as it is served: every room, every route, every job, in process on a throw-away database of the engine given. Files come in as
// from the command line. Without a key no National Insurance number is kept.
#include "app/rooms.hpp"
#include "kit/test_app.hpp"
#include "partnership/organisation_register.hpp"
#include "returns/file_import.hpp"

namespace kith::kit {

inline std::shared_ptr<const packs::Packs> packs_of_the_program()
{
    static const auto packs = app::load_packs({}).value();
    return packs;
}

inline app::PackSet pack_set_of_the_program()
{
    static const auto packs = app::load_pack_set({}).value();
    return packs;
}

class WholeHouse {
public:
    explicit WholeHouse(AppOptions options = {}, std::optional<db::SealingKey> key = std::nullopt)
        : rooms_({}, pack_set_of_the_program(), std::move(key), [now = options.now] { return now; }),
          app_([this](web::Routes& routes) { rooms_.add_routes(routes); }, std::move(options))
    {
        rooms_.add_jobs(app_.queue());
        rooms_.add_retention(app_.queue(), &app_.reads(), false);
        app_.house().navigation = rooms_.navigation();
        app_.house().footer_links = rooms_.footer();
    }

    TestApp& app() { return app_; }
    db::Database& database() { return app_.database(); }
    const returns::Desk& desk() const { return *rooms_.returns_desk(); }
    /// As `kith import` does; `accept` as with its --accept --confirm-ends.
    returns::ImportAnswer import(std::vector<returns::File> files, bool accept = true, std::string organisation = {})
    {
        const returns::ImportOrder order{.files = std::move(files), .organisation = std::move(organisation), .accept = accept, .confirm_ends = accept, .confirm_others = accept};
        return returns::import_files(database(), desk(), order, [this] { return app_.now(); });
    }
    partnership::Organisation organisation(std::string_view code)
    {
        db::Reader reader{database()};
        return partnership::find_organisation_with_code(reader, code).value();
    }

private:
    app::Rooms rooms_;
    TestApp app_;
};

}  // namespace kith::kit
