# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# Reads the rules ("LAYER room rooms..." and "LIBRARY start rooms..."), then "path:line:#include ..." lines.

function room(path, parts) {
  split(path, parts, "/")
  return parts[1] "/" parts[2]
}
function begins(text, start) { return substr(text, 1, length(start)) == start }
function in_list(name, list, words, n, i) {
  n = split(list, words, " ")
  for (i = 1; i <= n; ++i) {
    if (words[i] == name) return 1
    if (words[i] ~ /\*$/ && begins(name, substr(words[i], 1, length(words[i]) - 1))) return 1
    if (words[i] ~ /^[A-Z]+$/ && in_list(name, allowed[words[i]])) return 1
  }
  return 0
}
function check_room(place, header, from) {
  if (header == "essaim_build_info.h") return  # generated, see cmake/build_info.cmake
  if (!(from in allowed)) print place "the room " from " is not in layers.txt"
  else if (header !~ /\/.*\//) print place "\"" header "\": write the path from the root of the repository"
  else if (room(header) != from && !in_list(room(header), allowed[from]))
    print place from " may not include " room(header) " (layers.txt)"
}
function check_library(place, header, from, start, path) {
  path = substr(place, 1, index(place, ":") - 1)
  for (start in library) {
    if (!begins(header, start)) continue
    if (!in_list(from, library[start])) print place "<" header "> belongs in " library[start] " (libraries.txt)"
    else if (path ~ /\.h$/ && index(" " library[start] " ", " " path " ") == 0)
      print place "<" header "> stands in a header: move it to a .cc file (libraries.txt)"
  }
}

$1 == "LAYER" || $1 == "LIBRARY" {
  name = $2
  rooms = $0
  sub(/^[A-Z]+ +[^ ]+ */, "", rooms)
  if ($1 == "LAYER") allowed[name] = rooms
  else library[name] = rooms
  next
}
match($0, /^[^:]+:[0-9]+:/) {
  place = substr($0, 1, RLENGTH) " "
  from = room(place)
  if (match($0, /"[^"]+"/)) check_room(place, substr($0, RSTART + 1, RLENGTH - 2), from)
  if (match($0, /<[^>]+>/)) check_library(place, substr($0, RSTART + 1, RLENGTH - 2), from)
}
