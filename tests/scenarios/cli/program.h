// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdlib.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace essaim::cli::test {

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

/// How a command ended, and what it said.
struct Ended {
  int code = 0;
  std::string out;
  std::string err;
};

/// A directory of its own, in which the real program runs.
class Desk {
 public:
  Desk() {
    std::string name = (std::filesystem::temp_directory_path() / "essaim-desk-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::filesystem::filesystem_error{"mkdtemp", name, {}};
    path_ = name;
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;
  ~Desk() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream{path_ / name, std::ios::binary} << text;
  }

  /// Runs a line of shell, where $ESSAIM is the program.
  Ended shell(const std::string& line) const {
    const std::string before = "cd '" + path_.string() + "' && ESSAIM='" ESSAIM_PROGRAM "' LC_ALL=en; export LC_ALL; ";
    const std::string all = before + "{ " + line + "\n} >'" + path_.string() + "/.out' 2>'" + path_.string() + "/.err'";
    const int status = std::system(all.c_str());
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, bytes_of(path_ / ".out"), bytes_of(path_ / ".err")};
  }
  Ended essaim(const std::string& arguments) const { return shell("$ESSAIM " + arguments); }

 private:
  std::filesystem::path path_;
};

/// The text of a field of a line of JSON; empty if it has none.
inline std::string field(const std::string& json, const std::string& name) {
  const std::string key = "\"" + name + "\":\"";
  const std::size_t at = json.find(key);
  if (at == std::string::npos) return {};
  return json.substr(at + key.size(), json.find('"', at + key.size()) - at - key.size());
}

inline const std::string small_scenario = R"(title = "Canicule d'essai"
site = "langouet"
start = 2026-06-01
duration = "8 days"
replicates = 3
seed = 7

[[shock]]
kind = "heatwave"
start = 2026-06-03
duration = "3 days"
peak_temperature = "39 degC"

[variant.epicerie]
title = "Épicerie solidaire"
[[variant.epicerie.measure]]
kind = "solidarity_grocer"
start = 2026-06-02
capacity = "20 households"
)";

inline const std::string small_experiment = R"(title = "Quelle épicerie ?"
scenario = "small.toml"
seed = 11
design = "factorial"
replicates = 2
[[factor]]
path = "variant.epicerie.measure[0].capacity"
values = ["10 households", "20 households", "40 households"]
[[factor]]
path = "parameters.food.panic_social"
values = [0.1, 0.2]
)";

}  // namespace essaim::cli::test
