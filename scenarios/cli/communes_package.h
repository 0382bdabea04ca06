// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace essaim::cli {

/// A commune as the package has it.
struct KnownCommune {
  std::string code;
  std::string name;
  std::string departement;  ///< names, not codes
  std::string region;
  std::string epci;
  double population = 0;                ///< 0: the package does not say
  std::vector<std::string> neighbours;  ///< "35236 Redon": the others of its intermunicipal body, largest first
};

/// What a typed name or code leads to: no commune, one, or several of the same name.
struct CommunesFound {
  std::vector<KnownCommune> communes;
  std::string nearest;  ///< where there is none: the name closest to the typed one, or empty
};

/// The npm data package @etalab/decoupage-administratif as it lies on the disk: optional, and never downloaded by us.
class CommunesPackage {
 public:
  /// The folder of the package: `given`; else ./node_modules and the folders of $NODE_PATH. Empty if it is nowhere.
  static std::filesystem::path folder(const std::string& given);

  /// Reads it; a reader::InputError if files are missing or hold something else.
  explicit CommunesPackage(const std::filesystem::path& folder);

  CommunesFound find(std::string_view typed) const;

  /// Population is that of three years before the official geography (COG) of the package; 0 if its version is unknown.
  int population_year() const;
  std::string source() const;  ///< "@etalab/decoupage-administratif 6.0.0 (COG 2026)"

 private:
  struct Row {
    std::string code, name, folded, departement, region;
    double population = 0;
  };
  KnownCommune known(const Row& row) const;
  void read_communes(const std::filesystem::path& folder);
  void read_bodies(const std::filesystem::path& folder);

  struct Body {
    std::string name;
    std::vector<std::pair<std::string, std::string>> members;  ///< code and name
  };
  std::vector<Row> rows_;
  std::vector<Body> bodies_;
  std::string version_;
};

}  // namespace essaim::cli
