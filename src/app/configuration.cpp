#include "app/configuration.hpp"

#include "access/role.hpp"
#include "base/email_address.hpp"
#include "ui/assets.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <fstream>
#include <set>
#include <sstream>

namespace kith::app {
namespace {

/// One table of the file. Each `take` moves a value into its field if it is there and of the right type; `rest` then refuses
/// what nobody asked for. The first problem is kept.
class Section {
public:
    Section(const toml::table& root, std::string name, std::optional<Problem>& problem) : name_(std::move(name)), problem_(problem)
    {
        if (name_.empty()) {
            table_ = &root;
        } else if (const auto* node = root.get(name_)) {
            table_ = node->as_table();
            if (table_ == nullptr) fail(name_, "must be a section: write [" + name_ + "]");
        }
    }

    void take(std::string_view key, std::string& field)
    {
        if (const auto* node = find(key)) {
            if (auto value = node->value_exact<std::string>()) field = *value;
            else fail(full(key), "must be text in quotes");
        }
    }
    void take(std::string_view key, bool& field)
    {
        if (const auto* node = find(key)) {
            if (auto value = node->value_exact<bool>()) field = *value;
            else fail(full(key), "must be true or false");
        }
    }
    template <class Number>
    void take(std::string_view key, Number& field, std::int64_t least, std::int64_t most, std::int64_t unit = 1)
    {
        if (const auto* node = find(key)) {
            auto value = node->value_exact<std::int64_t>();
            if (!value || *value < least || *value > most) fail(full(key), fmt::format("must be a whole number from {} to {}", least, most));
            else field = static_cast<Number>(*value * unit);
        }
    }
    void take(std::string_view key, std::filesystem::path& field, const std::filesystem::path& folder)
    {
        std::string text = field.string();
        take(key, text);
        if (!text.empty()) field = folder / text;
    }
    void take(std::string_view key, std::vector<std::string>& field)
    {
        if (const auto* node = find(key)) {
            const auto* list = node->as_array();
            if (list == nullptr) return fail(full(key), "must be a list of texts in quotes");
            for (const auto& item : *list) {
                if (auto value = item.value_exact<std::string>()) field.push_back(*value);
                else fail(full(key), "must be a list of texts in quotes");
            }
        }
    }
    void rest(const std::set<std::string, std::less<>>& sections = {})
    {
        if (table_ == nullptr) return;
        for (const auto& [key, node] : *table_)
            if (!taken_.contains(key.str()) && !sections.contains(key.str()))
                fail(full(key.str()), fmt::format("(line {}) is not a setting of Kith; look for a misspelling", node.source().begin.line));
    }

private:
    const toml::node* find(std::string_view key)
    {
        taken_.emplace(key);
        return table_ == nullptr ? nullptr : table_->get(key);
    }
    std::string full(std::string_view key) const { return name_.empty() ? std::string{key} : fmt::format("{}.{}", name_, key); }
    void fail(const std::string& key, const std::string& why)
    {
        if (!problem_) problem_ = Problem{ProblemKind::unacceptable, key, fmt::format("{} {}", key, why)};
    }

    std::string name_;
    std::optional<Problem>& problem_;
    const toml::table* table_ = nullptr;
    std::set<std::string, std::less<>> taken_;
};

void read_server(Section section, Configuration::Server& server, const std::filesystem::path& folder)
{
    section.take("address", server.address);
    section.take("port", server.port, 0, 65535);
    section.take("metrics_port", server.metrics_port, 0, 65535);
    section.take("threads", server.threads, 1, 64);
    section.take("workers", server.workers, 1, 64);
    section.take("trusted_proxies", server.trusted_proxies);
    section.take("secure_cookies", server.secure_cookies);
    section.take("public_url", server.public_url);
    section.take("upload_limit_mb", server.upload_limit_bytes, 1, 2048, 1024 * 1024);
    section.take("upload_folder", server.upload_folder, folder);
    section.rest();
}

void read_mail(Section section, Configuration::Mail& mail, const std::filesystem::path& folder)
{
    section.take("server", mail.server);
    section.take("from", mail.from);
    section.take("security", mail.security);
    section.take("user", mail.user);
    section.take("password_file", mail.password_file, folder);
    section.rest();
}

/// The first thing about mail that cannot be; the links in mails must lead somewhere.
std::optional<Problem> check_mail(const Configuration& configuration)
{
    auto refuse = [](std::string key, const std::string& why) { return Problem{ProblemKind::unacceptable, key, key + " " + why}; };
    const auto& mail = configuration.mail;
    if (mail.server.empty()) return std::nullopt;
    if (mail.server.find("://") != std::string::npos || mail.server.find(':') == std::string::npos)
        return refuse("mail.server", "must be a name and a port, for example \"mail.example.org:587\"");
    if (!EmailAddress::parse(mail.from)) return refuse("mail.from", "must be an email address");
    if (mail.security != "starttls" && mail.security != "tls" && mail.security != "none") return refuse("mail.security", "must be \"starttls\", \"tls\" or \"none\"");
    if (mail.user.empty() != mail.password_file.empty()) return refuse("mail.user", "and mail.password_file go together");
    if (!mail.user.empty() && mail.security == "none") return refuse("mail.security", "must not be \"none\" where a password is sent");
    if (configuration.server.public_url.empty()) return refuse("server.public_url", "must be given where mail is set up: links in mails begin with it");
    return std::nullopt;
}

std::optional<Problem> check_values(const Configuration& configuration)
{
    auto refuse = [](std::string key, const std::string& why) { return Problem{ProblemKind::unacceptable, key, key + " " + why}; };
    if (configuration.partnership.name.empty()) return refuse("partnership.name", "must not be empty");
    try {
        ui::brand_css(configuration.partnership.accent);
    } catch (const std::invalid_argument& error) {
        return refuse("partnership.accent", std::string{"cannot be used: "} + error.what());
    }
    if (!configuration.storage.url.starts_with("sqlite:") && !configuration.storage.url.starts_with("postgresql://"))
        return refuse("storage.url", "must start with \"sqlite:\" or \"postgresql://\"");
    const auto& url = configuration.server.public_url;
    if (!url.empty() && ((!url.starts_with("https://") && !url.starts_with("http://")) || url.ends_with('/')))
        return refuse("server.public_url", "must start with \"https://\" or \"http://\" and have no slash at its end");
    for (const auto& role : configuration.sessions.second_step)
        if (!access::role_named(role)) return refuse("sessions.second_step", "holds \"" + role + "\", which is no role");
    if (auto wrong = check_mail(configuration)) return wrong;
    const auto& address = configuration.server.address;
    if (configuration.sample && address != "127.0.0.1" && address != "::1")
        return refuse("sample", "lets whoever opens the page in as anyone of the sample: it can be true only where server.address is 127.0.0.1");
    if (configuration.era != "2009" && configuration.era != "now") return refuse("era", "must be \"2009\" or \"now\"");
    return std::nullopt;
}

}  // namespace

Result<Configuration> parse_configuration(std::string_view text, const std::filesystem::path& folder)
{
    toml::table root;
    try {
        root = toml::parse(text);
    } catch (const toml::parse_error& error) {
        return unacceptable("file", fmt::format("Line {}: {}", error.source().begin.line, error.description()));
    }
    Configuration configuration;
    std::optional<Problem> problem;
    Section partnership{root, "partnership", problem};
    partnership.take("name", configuration.partnership.name);
    partnership.take("accent", configuration.partnership.accent);
    partnership.take("contact", configuration.partnership.contact);
    partnership.rest();
    read_server(Section{root, "server", problem}, configuration.server, folder);
    Section storage{root, "storage", problem};
    storage.take("url", configuration.storage.url);
    storage.take("password_file", configuration.storage.password_file, folder);
    storage.take("key_file", configuration.storage.key_file, folder);
    storage.rest();
    Section sessions{root, "sessions", problem};
    sessions.take("idle_minutes", configuration.sessions.idle_minutes, 5, 240);
    sessions.take("longest_hours", configuration.sessions.longest_hours, 1, 24);
    sessions.take("second_step", configuration.sessions.second_step);
    sessions.rest();
    read_mail(Section{root, "mail", problem}, configuration.mail, folder);
    Section retention{root, "retention", problem};
    retention.take("automatic", configuration.retention.automatic);
    retention.rest();
    Section top{root, "", problem};
    top.take("era", configuration.era);
    top.take("packs_folder", configuration.packs_folder, folder);
    top.take("sample", configuration.sample);
    top.rest({"partnership", "server", "storage", "sessions", "mail", "retention"});
    if (problem) return std::unexpected(*problem);
    if (auto wrong = check_values(configuration)) return std::unexpected(*wrong);
    if (auto& url = configuration.storage.url; url.starts_with("sqlite:")) url = "sqlite:" + (folder / url.substr(7)).string();
    return configuration;
}

Result<Configuration> read_configuration(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    if (!in) return not_found("Configuration file " + file.string());
    std::ostringstream text;
    text << in.rdbuf();
    auto parsed = parse_configuration(text.str(), std::filesystem::absolute(file).parent_path());
    if (!parsed) parsed.error().message = file.string() + ": " + parsed.error().message;
    return parsed;
}

}  // namespace kith::app
